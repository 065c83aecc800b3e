import { rowParagraph, textParagraph, type SourceParagraph } from './source-paragraph';
import { decoded } from './xml-events';

/** Whether text is a page, whatever its file is called: Word saves such under any name. */
export const isHtml = (text: string): boolean =>
  /^\s*(?:<\?xml[^>]*>\s*)?(?:<!doctype html|<html|<head|<body)/i.test(text.slice(0, 2000));

const DROPPED = /<(script|style|head|title|template|noscript)\b[\s\S]*?<\/\1\s*>|<!--[\s\S]*?-->/gi;
const BLOCK =
  /<(?:\/?(?:p|div|h[1-6]|li|ul|ol|section|article|table|blockquote|body)\b[^>]*|br\s*\/?|hr\s*\/?)>/gi;
const ROW = /<tr\b[^>]*>([\s\S]*?)<\/tr\s*>/gi;
const CELL = /<t[dh]\b[^>]*>([\s\S]*?)<\/t[dh]\s*>/gi;

const plain = (html: string): string =>
  decoded(html.replace(/<[^>]*>/g, ''))
    .replace(/\s+/g, ' ')
    .trim();

/** The paragraphs and table rows of a page, in reading order. */
export function htmlParagraphs(html: string): SourceParagraph[] {
  const body = html.replace(DROPPED, '');
  const found: SourceParagraph[] = [];
  const takeText = (text: string) => {
    for (const piece of text.split(BLOCK)) {
      const line = plain(piece);
      if (line !== '') found.push(textParagraph(line));
    }
  };
  let at = 0;
  for (const row of body.matchAll(ROW)) {
    takeText(body.slice(at, row.index));
    at = row.index + row[0].length;
    const cells = [...(row[1] ?? '').matchAll(CELL)].map(([, cell]) => plain(cell ?? ''));
    if (cells.some((cell) => cell !== '')) found.push(rowParagraph(cells));
  }
  takeText(body.slice(at));
  return found;
}
