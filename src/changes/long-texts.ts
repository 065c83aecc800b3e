import { cellLabel } from '../model/address';
import type { Patch } from '../model/patch';
import type { CellValue, Snapshot } from '../model/snapshot';
import type { CellChange } from './change';
import type { AskedCell, Standing } from './standing';
import { writtenCells } from './written-cells';

/** Characters that fit into a usual column on one line; nobody knows how wide a host's are. */
const ONE_LINE = 12;

const isLong = (value: CellValue, formula: string | null): boolean =>
  typeof value === 'string' && formula === null && value.length > ONE_LINE;

/** Cells that get a long text: whether they are broken into lines already has to be known. */
export const cellsOfLongTexts = (patch: Patch, snapshot: Snapshot): readonly AskedCell[] =>
  writtenCells(patch, snapshot).flatMap(({ sheet, cell, value, formula }) =>
    isLong(value, formula) ? [{ sheetId: sheet.id, sheet: sheet.name, cell }] : [],
  );

/**
 * A change whose long text is broken into lines, where its cell is on one line so far and may be
 * changed; what nobody could ask of is left as it is.
 */
export function brokenIntoLines(
  change: CellChange,
  { oneLine }: Standing,
  mayFormat: boolean,
): CellChange {
  const { sheet, cell, value, formula = null } = change;
  const isOneLine = oneLine?.has(cellLabel(sheet, cell)) === true;
  return mayFormat && isOneLine && isLong(value, formula) ? { ...change, wraps: true } : change;
}
