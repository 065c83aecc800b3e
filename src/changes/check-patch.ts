import { cellAt, formulaAt, sheetsById } from '../model/address';
import { Failure } from '../model/failure';
import { areasOf } from '../model/areas';
import { cellKey, cellName, parseRangeName, type CellRef, type Range } from '../model/grid';
import type { CellEdit } from '../model/edit';
import type { Patch, SheetCell, SheetWrite, ValueBlock } from '../model/patch';
import {
  isCellError,
  sameValue,
  type CellValue,
  type SheetSnapshot,
  type Snapshot,
} from '../model/snapshot';
import { MOST_FORMULA, MOST_TEXT } from './fit-text';
import { isSheetName } from './sheet-names';

const ROWS = 1048576;
const COLUMNS = 16384;

const ERRORS = new Set([
  '#NULL!',
  '#DIV/0!',
  '#VALUE!',
  '#REF!',
  '#NAME?',
  '#NUM!',
  '#N/A',
  '#GETTING_DATA',
  '#SPILL!',
  '#CALC!',
  '#FIELD!',
  '#BLOCKED!',
  '#CONNECT!',
  '#BUSY!',
  '#UNKNOWN!',
]);

const placeOf = (sheet: string, cell: CellRef): Readonly<Record<string, string>> => ({
  sheet,
  cell: cellName(cell),
});

function checkCell(sheet: string, { row, column }: CellRef): void {
  const inside =
    Number.isInteger(row) &&
    Number.isInteger(column) &&
    row >= 0 &&
    row < ROWS &&
    column >= 0 &&
    column < COLUMNS;
  if (!inside) throw new Failure('patch-cell-outside', { sheet, row, column });
}

function checkRange(sheet: string, range: Range): void {
  checkCell(sheet, { row: range.top, column: range.left });
  checkCell(sheet, { row: range.bottom, column: range.right });
  if (range.bottom < range.top || range.right < range.left) {
    throw new Failure('patch-shape', { sheet });
  }
}

function checkValue(sheet: string, cell: CellRef, value: CellValue): void {
  if (typeof value === 'number' && !Number.isFinite(value)) {
    throw new Failure('patch-number', placeOf(sheet, cell));
  }
  if (typeof value === 'string' && value.length > MOST_TEXT) {
    throw new Failure('patch-text-too-long', placeOf(sheet, cell));
  }
  if (isCellError(value) && !ERRORS.has(value.error)) {
    throw new Failure('patch-error-value', { ...placeOf(sheet, cell), value: value.error });
  }
}

/** One value of the patch that differs from what stands in its cell. */
export interface CellWrite {
  readonly cell: CellRef;
  readonly value: CellValue;
  /** Without `=`; `value` is its result. Absent: the value stands by itself. */
  readonly formula?: string;
}

/** Values per sheet id that are really to be written. */
export type Writes = ReadonlyMap<string, readonly CellWrite[]>;

function checkFree(
  sheet: SheetSnapshot,
  writes: readonly CellWrite[],
  formulaRanges: readonly Range[],
): void {
  const cells = writes.map(({ cell }) => cell);
  const merges = areasOf(sheet.merges, cells);
  const ranges = areasOf(formulaRanges, cells);
  for (const { cell, formula } of writes) {
    const replaces = formulaAt(sheet, cell) !== null && formula === undefined;
    if (replaces || ranges.has(cellKey(cell))) {
      throw new Failure('formula-kept', placeOf(sheet.name, cell));
    }
    const merge = merges.get(cellKey(cell));
    if (merge && (merge.top !== cell.row || merge.left !== cell.column)) {
      throw new Failure('patch-merge-hidden', placeOf(sheet.name, cell));
    }
  }
}

function sheetById(sheets: ReadonlyMap<string, SheetSnapshot>, id: string): SheetSnapshot {
  const sheet = sheets.get(id);
  if (!sheet) throw new Failure('patch-sheet-unknown', { sheet: id });
  return sheet;
}

function collectWrites(
  patch: Patch,
  sheets: ReadonlyMap<string, SheetSnapshot>,
): ReadonlyMap<SheetSnapshot, readonly CellWrite[]> {
  const writes = new Map<SheetSnapshot, CellWrite[]>();
  for (const block of patch.values) {
    const sheet = sheetById(sheets, block.sheetId);
    const list = writes.get(sheet) ?? [];
    writes.set(sheet, list);
    if (!isWellShaped(block)) throw new Failure('patch-shape', { sheet: sheet.name });
    block.values.forEach((row, down) => {
      row.forEach((value, right) => {
        if (value === undefined) return;
        const cell = { row: block.top + down, column: block.left + right };
        checkCell(sheet.name, cell);
        checkValue(sheet.name, cell, value);
        const formula = block.formulas?.[down]?.[right] ?? null;
        if (formula !== null && formula.length > MOST_FORMULA) {
          throw new Failure('patch-text-too-long', placeOf(sheet.name, cell));
        }
        // An empty text is an empty cell, in every host.
        const write = { cell, value: value === '' ? null : value };
        list.push(formula === null ? write : { ...write, formula });
      });
    });
  }
  return writes;
}

/** Whether what stood there and the formulas have the shape of the values. */
function isWellShaped({ values, before, formulas }: ValueBlock): boolean {
  const width = values[0]?.length ?? 0;
  const isSame = (rows: readonly (readonly unknown[])[]): boolean =>
    rows.length === values.length && rows.every((row) => row.length === width);
  return isSame(values) && isSame(before) && (formulas === undefined || isSame(formulas));
}

function checkSheetCell(sheet: string, cell: CellRef, content: SheetCell): void {
  checkValue(sheet, cell, content.value);
  if (content.formula !== undefined && content.formula.length > MOST_FORMULA) {
    throw new Failure('patch-text-too-long', placeOf(sheet, cell));
  }
  if (content.link) checkCell(content.link.sheet, content.link.cell);
}

function checkMerges(sheet: SheetWrite): void {
  const taken = new Set<number>();
  for (const merge of sheet.merges) {
    checkRange(sheet.name, merge);
    for (let row = merge.top; row <= merge.bottom; row++) {
      for (let column = merge.left; column <= merge.right; column++) {
        const key = row * COLUMNS + column;
        if (taken.has(key)) throw new Failure('patch-shape', { sheet: sheet.name });
        taken.add(key);
      }
    }
  }
}

function checkSheetWrite(sheet: SheetWrite): void {
  if (!isSheetName(sheet.name)) throw new Failure('patch-sheet-name', { sheet: sheet.name });
  if (sheet.rows.length > 0) checkCell(sheet.name, { row: sheet.rows.length - 1, column: 0 });
  sheet.rows.forEach((cells, row) => {
    cells.forEach((content, column) => {
      if (!content) return;
      checkCell(sheet.name, { row, column });
      checkSheetCell(sheet.name, { row, column }, content);
    });
  });
  const numbers = [...sheet.widths, sheet.frozenRows];
  if (numbers.some((number) => !Number.isFinite(number) || number < 0)) {
    throw new Failure('patch-shape', { sheet: sheet.name });
  }
  checkMerges(sheet);
  if (!sheet.chart) return;
  for (const range of [
    sheet.chart.anchor,
    sheet.chart.categories,
    ...sheet.chart.series.map((series) => series.values),
  ]) {
    checkRange(sheet.name, range);
  }
}

/**
 * Checks a whole patch against the workbook it was planned for, before anything is written, and
 * gives the values that differ from what is there.
 * @throws Failure `stale-snapshot`, `patch-sheet-unknown`, `patch-shape`, `patch-cell-outside`,
 *   `patch-number`, `patch-text-too-long`, `patch-error-value`, `patch-merge-hidden`,
 *   `patch-no-formula`, `patch-sheet-name`, `formula-kept`.
 */
export function checkPatch(
  patch: Patch,
  snapshot: Snapshot,
  formulaRangesOf: (sheet: SheetSnapshot) => readonly string[],
): Writes {
  if (patch.revision !== snapshot.revision) throw new Failure('stale-snapshot');
  const sheets = sheetsById(snapshot);
  const writes = new Map<string, readonly CellWrite[]>();
  for (const [sheet, list] of collectWrites(patch, sheets)) {
    const ranges = formulaRangesOf(sheet).flatMap((name) => parseRangeName(name) ?? []);
    checkFree(sheet, list, ranges);
    const changed = list.filter(
      ({ cell, value, formula = null }) =>
        !sameValue(cellAt(sheet, cell), value) || formulaAt(sheet, cell) !== formula,
    );
    if (changed.length > 0) writes.set(sheet.id, changed);
  }
  for (const { sheetId, cell, note } of patch.flags) {
    const { name } = sheetById(sheets, sheetId);
    checkCell(name, cell);
    checkValue(name, cell, note);
  }
  for (const { sheetId, cell, value } of patch.cached) {
    const sheet = sheetById(sheets, sheetId);
    checkCell(sheet.name, cell);
    checkValue(sheet.name, cell, value);
    if (formulaAt(sheet, cell) === null) {
      throw new Failure('patch-no-formula', placeOf(sheet.name, cell));
    }
  }
  const roles = new Set(patch.sheets.map(({ role }) => role));
  if (roles.size !== patch.sheets.length) throw new Failure('patch-shape', { sheet: '' });
  for (const sheet of patch.sheets) checkSheetWrite(sheet);
  return writes;
}

/**
 * Checks edits against the workbook they were made in, before anything is written, and gives those
 * that change something. Of several edits of one cell the last counts. A formula may be replaced,
 * but not one cell of the many that one array formula fills.
 * @throws Failure `patch-sheet-unknown`, `patch-cell-outside`, `patch-number`,
 *   `patch-text-too-long`, `patch-error-value`, `patch-merge-hidden`, `formula-kept`.
 */
export function realEdits(
  edits: readonly CellEdit[],
  snapshot: Snapshot,
  formulaRangesOf: (sheet: SheetSnapshot) => readonly string[],
): ReadonlyMap<SheetSnapshot, readonly CellEdit[]> {
  const sheets = sheetsById(snapshot);
  const last = new Map<SheetSnapshot, Map<number, CellEdit>>();
  for (const edit of edits) {
    const sheet = sheetById(sheets, edit.sheetId);
    checkCell(sheet.name, edit.cell);
    checkValue(sheet.name, edit.cell, edit.value);
    if (edit.formula !== null && edit.formula.length > MOST_FORMULA) {
      throw new Failure('patch-text-too-long', placeOf(sheet.name, edit.cell));
    }
    const cells = last.get(sheet) ?? new Map<number, CellEdit>();
    last.set(sheet, cells);
    const value = edit.value === '' && edit.formula === null ? null : edit.value;
    cells.set(edit.cell.row * COLUMNS + edit.cell.column, { ...edit, value });
  }
  const changed = new Map<SheetSnapshot, readonly CellEdit[]>();
  for (const [sheet, cells] of last) {
    const real = [...cells.values()].filter(
      ({ cell, value, formula }) =>
        formulaAt(sheet, cell) !== formula || !sameValue(cellAt(sheet, cell), value),
    );
    checkEditable(sheet, real, formulaRangesOf);
    if (real.length > 0) changed.set(sheet, real);
  }
  return changed;
}

function checkEditable(
  sheet: SheetSnapshot,
  edits: readonly CellEdit[],
  formulaRangesOf: (sheet: SheetSnapshot) => readonly string[],
): void {
  const cells = edits.map(({ cell }) => cell);
  const merges = areasOf(sheet.merges, cells);
  const spread = formulaRangesOf(sheet).flatMap((name) => parseRangeName(name) ?? []);
  const ranges = areasOf(spread, cells);
  for (const { cell, formula } of edits) {
    const merge = merges.get(cellKey(cell));
    if (merge && (merge.top !== cell.row || merge.left !== cell.column)) {
      throw new Failure('patch-merge-hidden', placeOf(sheet.name, cell));
    }
    const isResult = formula !== null && formula === formulaAt(sheet, cell);
    if (!isResult && ranges.has(cellKey(cell))) {
      throw new Failure('formula-kept', placeOf(sheet.name, cell));
    }
  }
}
