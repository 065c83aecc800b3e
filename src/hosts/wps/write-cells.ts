import { Failure } from '../../model/failure';
import { cellName, rangeName, type CellRef } from '../../model/grid';
import { isCellError, type CellValue } from '../../model/snapshot';
import { contentOf } from '../cell-payload';
import { columnRuns, rangeOfRun, rectangles, type ColumnRun } from '../cell-runs';
import type { CellChange, FillChange, NoteChange } from '../../changes/change';
import type { Fill } from '../../changes/fill-memory';
import { bgrOf, PATTERN_NONE, patternNumber } from './colours';
import type { EtRange, EtSheet } from './object-model';
import { errorOf, gridOfAnswer } from './read-values';
import { mergeOf } from './read-merges';
import { shortAddresses } from './short-addresses';

const TEXT = '@';
const GENERAL = 'General';

/** Blank is null here: WPS clears by it. Texts keep being texts by an apostrophe nobody sees. */
const given = (written: Written): unknown =>
  written.value === null && written.formula === undefined ? null : contentOf(written);

type Written = Pick<CellChange, 'cell' | 'value' | 'formula'>;

const runsOf = <T extends Written>(changes: readonly T[]): readonly ColumnRun<T>[] =>
  columnRuns(changes, 0);

/**
 * A merge without content is not in the snapshot; writing into what it covers would be lost.
 * Asked before the first cell is touched.
 * @throws Failure `patch-merge-hidden`
 */
export function checkCovered(name: string, sheet: EtSheet, changes: readonly CellChange[]): void {
  for (const run of runsOf(changes)) {
    if (sheet.Range(rangeName(rangeOfRun(run))).MergeCells === false) continue;
    for (const { cell } of run.items) {
      const merge = mergeOf(sheet, cell);
      if (merge && (merge.top !== cell.row || merge.left !== cell.column)) {
        throw new Failure('patch-merge-hidden', { sheet: name, cell: cellName(cell) });
      }
    }
  }
}

/** One assignment per stretch of a column. */
export function writeCells(sheet: EtSheet, changes: readonly Written[]): void {
  for (const run of runsOf(changes)) {
    const range = sheet.Range(rangeName(rangeOfRun(run)));
    const hasNumber = run.items.some(({ value }) => typeof value === 'number');
    const format = hasNumber ? range.NumberFormat : GENERAL;
    if (format === TEXT) {
      // A number put into a text cell would become text.
      meanwhile(range, GENERAL, () => put(range, run));
    } else if (format === null && run.items.length > 1) {
      for (const item of run.items) writeCells(sheet, [item]);
    } else put(range, run);
  }
}

/** Another number format for as long as something is written; the cell's own afterwards, come what may. */
function meanwhile(range: EtRange, format: string, write: () => void): void {
  const own = range.NumberFormat;
  range.NumberFormat = format;
  try {
    write();
  } finally {
    range.NumberFormat = own;
  }
}

function put(range: EtRange, { items }: ColumnRun<Written>): void {
  const [only] = items;
  range.Value2 = items.length === 1 && only ? given(only) : items.map((item) => [given(item)]);
}

const same = (found: unknown, wanted: CellValue): boolean => {
  if (isCellError(wanted)) return errorOf(found) === wanted.error;
  return (found ?? null) === wanted || (wanted === '' && (found ?? '') === '');
};

/**
 * Reads back what was written: a member WPS does not have takes an assignment without a word, WPS
 * on a Mac takes no block, and a filtered sheet may put a block into other rows. What is not there
 * is written once more, cell by cell; a text that was taken for something else into a text cell.
 * @throws Failure `wps-not-kept`
 */
export function checkCells(name: string, sheet: EtSheet, changes: readonly CellChange[]): void {
  for (const run of runsOf(changes)) {
    const area = rangeOfRun(run);
    const found = gridOfAnswer(sheet.Range(rangeName(area)).Value2, area);
    for (const item of run.items) {
      const { cell, value, formula } = item;
      // What a formula gives is the program's to say; that it stands is read back with the workbook.
      if (formula !== undefined || same(found[cell.row - run.top]?.[0], value)) continue;
      if (isKeptAlone(sheet, cell, value)) continue;
      throw new Failure('wps-not-kept', { sheet: name, cell: cellName(cell) });
    }
  }
}

/** Writes one cell again; whether it reads as written now. */
function isKeptAlone(sheet: EtSheet, cell: CellRef, value: CellValue): boolean {
  const again = sheet.Range(cellName(cell));
  const area = { top: cell.row, left: cell.column, bottom: cell.row, right: cell.column };
  const isKept = (): boolean => same(gridOfAnswer(again.Value2, area)[0]?.[0], value);
  writeCells(sheet, [{ cell, value }]);
  if (isKept()) return true;
  if (typeof value !== 'string') return false;
  // A text stays one once it is there, whatever the format.
  meanwhile(again, TEXT, () => {
    again.Value2 = value;
  });
  return isKept();
}

/** Long texts are broken into lines, or put back onto one. */
export function wrapTexts(sheet: EtSheet, changes: readonly CellChange[]): void {
  for (const { cell, wraps } of changes) {
    if (wraps !== undefined) sheet.Range(cellName(cell)).WrapText = wraps;
  }
}

function paint(range: EtRange, fill: Fill): void {
  const interior = range.Interior;
  if (fill.pattern === 'None') {
    interior.Pattern = PATTERN_NONE;
    return;
  }
  interior.Color = bgrOf(fill.color);
  if (fill.pattern === 'Solid') return;
  interior.Pattern = patternNumber(fill.pattern);
  interior.PatternColor = bgrOf(fill.patternColor);
}

/** One assignment per fill and a few dozen areas. */
export function writeFills(sheet: EtSheet, changes: readonly FillChange[]): void {
  const byFill = new Map<string, { readonly fill: Fill; readonly cells: CellRef[] }>();
  for (const { cell, fill } of changes) {
    const key = JSON.stringify(fill);
    const group = byFill.get(key);
    if (group) group.cells.push(cell);
    else byFill.set(key, { fill, cells: [cell] });
  }
  for (const { fill, cells } of byFill.values()) {
    for (const address of shortAddresses(rectangles(cells))) paint(sheet.Range(address), fill);
  }
}

/** A second note on a cell is refused, so the first goes before. */
export function writeNotes(sheet: EtSheet, changes: readonly NoteChange[]): void {
  for (const { cell, text, exists } of changes) {
    const range = sheet.Range(cellName(cell));
    if (exists) range.Comment?.Delete();
    if (text !== null) range.AddComment(text);
  }
}
