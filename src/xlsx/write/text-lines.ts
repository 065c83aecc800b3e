import { remembering } from '../../model/remember';

/** Height of a line over the size of its letters. */
export const LINE = 1.32;
/** Excel's most for a row. */
export const MOST_HEIGHT = 409;

/** Signs below the Chinese characters that Chinese fonts draw as wide as them. */
const WIDE_SIGNS = new Set('“”‘’…—·≥≤×÷');
const FIRST_WIDE_SIGN = 0xb7;
/** What stays on one line: a Chinese character or a word, with the signs that may not part from it. */
const UNPARTED =
  /[（《〈“‘【「]*(?:[^\s\u2e80-\uffff“”‘’…—]+|[^\s])[，。；：、！？）》〉”’】」…%]*|\s+/gu;

/** Width of a text in characters of the default font; a Chinese character takes two. */
function textWidth(text: string): number {
  let width = text.length;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < FIRST_WIDE_SIGN) continue;
    // A character beyond the first plane is two units already.
    if (code > 0x2e7f ? code < 0xd800 || code > 0xdfff : WIDE_SIGNS.has(text.charAt(at))) width++;
  }
  return width;
}

/** Reports say the same of many forms, and to cut a text takes longer than to look it up. */
const partWidths = remembering(500, (paragraph): readonly number[] =>
  (paragraph.match(UNPARTED) ?? []).map(textWidth),
);

function paragraphLines(paragraph: string, room: number): number {
  if (paragraph.length * 2 <= room || textWidth(paragraph) <= room) return 1;
  let [lines, used] = [1, 0];
  for (const width of partWidths(paragraph)) {
    if (used > 0 && used + width > room) [lines, used] = [lines + 1, 0];
    const over = Math.max(0, Math.ceil(width / room) - 1);
    [lines, used] = [lines + over, used + width - over * room];
  }
  return lines;
}

/** Lines of a text that is broken in a cell of a width in characters of the default font. */
export function lineCount(text: string, width: number): number {
  const room = Math.max(1, width - 1);
  if (!text.includes('\n')) return paragraphLines(text, room);
  return text.split('\n').reduce((lines, part) => lines + paragraphLines(part, room), 0);
}
