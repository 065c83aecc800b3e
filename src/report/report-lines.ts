import { walkOutline, type Outline, type OutlineSection } from './outline';

/** A paragraph of a report as it is written out, in reading order. */
export type ReportLine =
  | { readonly role: 'title' | 'cover' | 'body'; readonly text: string }
  | { readonly role: 'heading'; readonly text: string; readonly depth: OutlineSection['depth'] };

/** An outline's title, cover, headings with their numbers, and paragraphs. */
export function reportLines(outline: Outline): ReportLine[] {
  const lines: ReportLine[] = [
    { role: 'title', text: outline.title },
    ...outline.cover.map((text): ReportLine => ({ role: 'cover', text })),
  ];
  for (const { depth, number, title, paragraphs } of walkOutline(outline.sections)) {
    lines.push({ role: 'heading', depth, text: number + title });
    for (const text of paragraphs) lines.push({ role: 'body', text });
  }
  return lines;
}
