import { cellAt, sheetsByName } from '../../model/address';
import { isBlank } from '../../model/blank';
import type { ValueBlock } from '../../model/patch';
import type { SheetSnapshot, Snapshot } from '../../model/snapshot';
import type { ReasonEdit } from './jobs';

/** Nothing where the sheet is gone or somebody wrote into the cell meanwhile. */
function reasonBlock(snapshot: Snapshot, edit: ReasonEdit): ValueBlock[] {
  const sheet = sheetsByName(snapshot).get(edit.sheet);
  const before = cellAt(sheet, edit.cell);
  const isAsExpected =
    edit.instead === undefined
      ? isBlank(before)
      : typeof before === 'string' && before.trim() === edit.instead;
  if (!sheet || !isAsExpected) return [];
  const { row, column } = edit.cell;
  return [{ sheetId: sheet.id, top: row, left: column, values: [[edit.text]], before: [[before]] }];
}

/** What of the reasons can be written; a cell somebody wrote into meanwhile is left out. */
export const reasonBlocks = (snapshot: Snapshot, edits: readonly ReasonEdit[]): ValueBlock[] =>
  edits.flatMap((edit) => reasonBlock(snapshot, edit));

/** The snapshot as it will be once single-cell blocks stand. */
export function withValues(snapshot: Snapshot, blocks: readonly ValueBlock[]): Snapshot {
  const changed = (sheet: SheetSnapshot): SheetSnapshot => {
    const own = blocks.filter(({ sheetId }) => sheetId === sheet.id);
    if (own.length === 0) return sheet;
    const values = [...sheet.values];
    for (const { top, left, values: block } of own) {
      const line = [...(values[top] ?? [])];
      line[left] = block[0]?.[0] ?? null;
      values[top] = line;
    }
    return { ...sheet, values };
  };
  return { ...snapshot, sheets: snapshot.sheets.map(changed) };
}
