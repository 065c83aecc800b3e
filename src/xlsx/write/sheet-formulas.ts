import type { CellRef } from '../../model/grid';
import { columnOf, openSheetText, rowOf } from './sheet-text';
import { nextTag } from '../xml';
import { rawAttribute } from './write-markup';

/** A cell that takes part in a shared formula. */
export interface SharedCell {
  readonly cell: CellRef;
  readonly group: string;
  /** The formula itself stands here; the others of the group only point to it. */
  readonly isMaster: boolean;
}

/** The cells of a worksheet part whose formulas are shared, in their order. */
export function sharedCells(text: string): readonly SharedCell[] {
  if (!text.includes('shared')) return [];
  const sheet = openSheetText(text);
  const found: SharedCell[] = [];
  let row = -1;
  let column = -1;
  const { start, end } = sheet.data.inner;
  for (let tag = nextTag(text, start); tag && tag.start < end; tag = nextTag(text, tag.end)) {
    if (tag.kind === 'close') continue;
    if (tag.name === 'row') [row, column] = [rowOf(text, tag, row), -1];
    if (tag.name === 'c') column = columnOf(text, tag, column);
    if (tag.name !== 'f' || rawAttribute(text, tag, 't') !== 'shared') continue;
    const group = rawAttribute(text, tag, 'si') ?? '';
    const isMaster =
      !found.some((one) => one.group === group && one.isMaster) && tag.kind === 'open';
    found.push({ cell: { row, column }, group, isMaster });
  }
  return found;
}

/** Ranges filled by one formula (array formulas and data tables) that are more than one cell. */
export function formulaRanges(text: string): readonly string[] {
  const ranges: string[] = [];
  if (!text.includes('array') && !text.includes('dataTable')) return ranges;
  const sheet = openSheetText(text);
  const opening = `<${sheet.prefix}f`;
  const { start, end } = sheet.data.inner;
  for (
    let at = text.indexOf(opening, start);
    at >= 0 && at < end;
    at = text.indexOf(opening, at + 1)
  ) {
    const tag = nextTag(text, at);
    if (tag?.name !== 'f') continue;
    const type = rawAttribute(text, tag, 't');
    const reference = rawAttribute(text, tag, 'ref') ?? '';
    if ((type === 'array' || type === 'dataTable') && reference.includes(':'))
      ranges.push(reference);
  }
  return ranges;
}
