import { rowParagraph, textParagraph, type SourceParagraph } from './source-paragraph';

/** A comment of Markdown that is a line of its own, as our mark is. */
const COMMENT = /^\s*<!--.*-->\s*$/;
const TABLE_ROW = /^\s*\|.*\|\s*$/;
const TABLE_RULE = /^[\s|:-]+$/;

/** Plain or Markdown text: one paragraph a line, blank lines between them or not. */
export function textParagraphs(text: string): SourceParagraph[] {
  return text
    .split(/\r\n|\r|\n|\f/)
    .filter((line) => line.trim() !== '' && !COMMENT.test(line))
    .flatMap((line) => {
      if (!TABLE_ROW.test(line)) return [textParagraph(line)];
      if (TABLE_RULE.test(line)) return [];
      return [
        rowParagraph(
          line
            .trim()
            .slice(1, -1)
            .split('|')
            .map((cell) => cell.trim()),
        ),
      ];
    });
}
