import type { ReportText, Sentence } from '../read-report';

const ANNEX = /^#*\s*附[表件录]\d*$/;

/** What stands before an annex: a form below a report says again what was told, in cells without stops. */
export function isOutsideAnnex({ paragraphs }: ReportText): (sentence: Sentence) => boolean {
  const first = paragraphs.findIndex((text) => ANNEX.test(text.trim()));
  return ({ paragraph }) => first < 0 || paragraph <= first;
}
