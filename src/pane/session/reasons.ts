import { cellAt, sheetsByName } from '../../model/address';
import { isBlank } from '../../model/blank';
import type { ValueBlock } from '../../model/patch';
import { sameValue, type CellValue, type Snapshot } from '../../model/snapshot';
import type { ReasonEdit } from './jobs';

/** Nothing where the sheet is gone or somebody wrote into the cell meanwhile. */
function reasonBlock(snapshot: Snapshot, edit: ReasonEdit): ValueBlock[] {
  const sheet = sheetsByName(snapshot).get(edit.sheet);
  const before = cellAt(sheet, edit.cell);
  const isAsExpected =
    edit.instead === undefined
      ? isBlank(before)
      : sameValue(typeof before === 'string' ? before.trim() : before, trimmed(edit.instead));
  if (!sheet || !isAsExpected) return [];
  const { row, column } = edit.cell;
  const place = { sheetId: sheet.id, top: row, left: column };
  const formulas = edit.formula === undefined ? {} : { formulas: [[edit.formula]] };
  return [{ ...place, values: [[edit.text]], before: [[before]], ...formulas }];
}

const trimmed = (value: CellValue): CellValue => (typeof value === 'string' ? value.trim() : value);

/** What of the reasons can be written; a cell somebody wrote into meanwhile is left out. */
export const reasonBlocks = (snapshot: Snapshot, edits: readonly ReasonEdit[]): ValueBlock[] =>
  edits.flatMap((edit) => reasonBlock(snapshot, edit));
