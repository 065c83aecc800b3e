import type { SheetCell, SheetWrite } from '../model/patch';

/** Excel's limits for one cell or note, and for one formula, in UTF-16 units as it counts them. */
export const MOST_TEXT = 32_767;
export const MOST_FORMULA = 8_192;

const isHighSurrogate = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff;

/**
 * A text of ours as a cell or note can hold it: people's own words in it may be as long as a cell.
 * @param ending what says at the end that it was cut
 */
export function fitText(text: string, ending: string): string {
  if (text.length <= MOST_TEXT) return text;
  const room = MOST_TEXT - ending.length;
  const end = isHighSurrogate(text.charCodeAt(room - 1)) ? room - 1 : room;
  return text.slice(0, end) + ending;
}

/** A sheet of ours with every text as a cell can hold it; the same one where all fit. */
export function fitSheet(sheet: SheetWrite, ending: string): SheetWrite {
  const isLong = (cell: SheetCell | null): boolean =>
    typeof cell?.value === 'string' && cell.value.length > MOST_TEXT;
  if (!sheet.rows.some((row) => row.some(isLong))) return sheet;
  const fit = (cell: SheetCell | null): SheetCell | null =>
    cell && typeof cell.value === 'string' ? { ...cell, value: fitText(cell.value, ending) } : cell;
  return { ...sheet, rows: sheet.rows.map((row) => row.map(fit)) };
}

/** Notes that meet on one cell, each text once; those that do not fit any more are left out whole. */
export function joinNotes(notes: readonly (string | null)[]): string | null {
  const texts = new Set(notes.filter((note) => note !== null));
  const [first, ...others] = texts;
  if (first === undefined) return null;
  return others.reduce((all, note) => {
    const more = `${all}\n\n${note}`;
    return more.length <= MOST_TEXT ? more : all;
  }, first);
}
