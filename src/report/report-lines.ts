import type { OutlineTable } from './outline-tables';
import { walkOutline, type Outline, type OutlineSection } from './outline';

/** A paragraph or a table of a report as it is written out, in reading order. */
export type ReportLine =
  | { readonly role: 'title' | 'cover' | 'body' | 'caption'; readonly text: string }
  | { readonly role: 'heading'; readonly text: string; readonly depth: OutlineSection['depth'] }
  | TableLine;

export interface TableLine {
  readonly role: 'table';
  /** The cells, a line each. */
  readonly text: string;
  /** The heads first. */
  readonly rows: readonly (readonly string[])[];
}

export const tableLine = (rows: TableLine['rows']): TableLine => ({
  role: 'table',
  text: rows.flat().join('\n'),
  rows,
});

/** An outline's title, cover, headings with their numbers, paragraphs, tables with captions, 附表. */
export function reportLines(outline: Outline): ReportLine[] {
  const lines: ReportLine[] = [
    { role: 'title', text: outline.title },
    ...outline.cover.map((text): ReportLine => ({ role: 'cover', text })),
  ];
  for (const { depth, number, title, paragraphs, tables } of walkOutline(outline.sections)) {
    lines.push({ role: 'heading', depth, text: number + title });
    for (const text of paragraphs) lines.push({ role: 'body', text });
    lines.push(...tables.flatMap(tableLines));
  }
  const { annex } = outline;
  if (annex) {
    lines.push({ role: 'heading', depth: 1, text: annex.title });
    lines.push(...annex.tables.flatMap(tableLines));
  }
  return lines;
}

const tableLines = ({ caption, rows }: OutlineTable): ReportLine[] => [
  { role: 'caption', text: caption },
  tableLine(rows),
];
