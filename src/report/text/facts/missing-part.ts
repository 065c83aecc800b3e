import type { ReportText } from '../read-report';
import type { Place } from '../report-finding';

const FEWEST_HEADINGS = 3;

/** Where a part of the report is missing: at its end; null where a heading or the text has it. */
export function missingPart(report: ReportText, title: RegExp, words: RegExp): Place | null {
  const { headings, paragraphs, sentences } = report;
  if (headings.filter(({ style }) => style === 1).length < FEWEST_HEADINGS) return null;
  if (headings.some((heading) => title.test(heading.title))) return null;
  if (sentences.some(({ text }) => words.test(text))) return null;
  const last = paragraphs.length;
  const text = (paragraphs[last - 1] ?? '').trim();
  return { paragraph: last, text, at: text.length };
}
