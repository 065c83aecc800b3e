import { digestOf } from '../../model/digest';
import type { ReportLine } from '../report-lines';

/**
 * What a report of ours carries about itself, so that it can be told later what a person changed:
 * fingerprints of the whole text and of each section, the head (title and cover) first.
 */
export interface ReportMark {
  readonly whole: string;
  readonly sections: readonly SectionMark[];
}

export interface SectionMark {
  /** Of the heading without its number. */
  readonly title: string;
  /** Of what stands under it up to the next heading. */
  readonly body: string;
}

/** A run of lines under one heading; the head has none. */
export interface Section<Line> {
  readonly heading: Line | null;
  readonly body: readonly Line[];
}

const SHORT = 12;
const FORM = 'jixiao-report 1';

/** Texts that programs write alike when they save a file again: spaces and blank paragraphs do not count. */
export const textDigest = (lines: readonly { readonly text: string }[]): string =>
  digestOf(lines.map(({ text }) => plain(text)).filter((text) => text !== '')).slice(0, SHORT);

/** With single spaces, none at the ends, and without signs that some formats cannot hold. */
export const plain = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .replace(/\p{Cc}/gu, '')
    .trim();

/** A heading without the number in front: 一、 （一） 1. （1） */
export const bareTitle = (text: string): string =>
  plain(text).replace(
    /^(?:[一二三四五六七八九十]{1,4}[、.．]|[（(][一二三四五六七八九十\d]{1,4}[）)]|\d{1,3}[、.．](?!\d))\s*/,
    '',
  );

export const titleDigest = (heading: string): string => textDigest([{ text: bareTitle(heading) }]);

/** The lines of a new report under their headings, the head first. */
export function sectionsOfLines(lines: readonly ReportLine[]): Section<ReportLine>[] {
  const sections: { heading: ReportLine | null; body: ReportLine[] }[] = [
    { heading: null, body: [] },
  ];
  for (const line of lines) {
    if (line.role === 'heading') sections.push({ heading: line, body: [] });
    else sections.at(-1)?.body.push(line);
  }
  return sections;
}

export function markOf(lines: readonly ReportLine[]): ReportMark {
  return {
    whole: textDigest(lines),
    sections: sectionsOfLines(lines).map(({ heading, body }) => ({
      title: titleDigest(heading?.text ?? ''),
      body: textDigest(body),
    })),
  };
}

/** One line of plain signs, to be kept wherever the format keeps such things. */
export const writeMark = ({ whole, sections }: ReportMark): string =>
  [FORM, whole, ...sections.map(({ title, body }) => `${title}.${body}`)].join(' ');

/** Null for anything that `writeMark` did not write. */
export function readMark(text: string): ReportMark | null {
  const match = /^jixiao-report 1 ([\da-f]{12})((?: [\da-f]{12}\.[\da-f]{12})+)$/.exec(text.trim());
  if (!match) return null;
  const sections = (match[2] ?? '').trim().split(' ');
  return {
    whole: match[1] ?? '',
    sections: sections.map((section) => ({
      title: section.slice(0, SHORT),
      body: section.slice(SHORT + 1),
    })),
  };
}
