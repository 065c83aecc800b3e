import { cellLabel } from '../model/address';
import { cellName, type CellRef } from '../model/grid';
import { isCellError } from '../model/snapshot';
import type { NumberCell } from '../model/table';
import { sum } from '../quantity/exact';
import { sheetReference } from './sheet-cells';

/** Scores the run is about to write, by `cellLabel(sheet, cell)`. They replace what stands there. */
export type Written = ReadonlyMap<string, number>;

export interface LiveNumber {
  readonly value: number;
  /** Without `=`; null where no formula can give the value (nothing to point at, or too many parts). */
  readonly formula: string | null;
}

/** Excel takes 255 arguments and 8192 characters; LibreOffice and WPS take no fewer. */
const MOST_ARGUMENTS = 250;
const LONGEST_FORMULA = 8000;

/** The number that will stand in the cell after the run; null where none will. */
export function standingNumber(sheet: string, source: NumberCell, written: Written): number | null {
  return written.get(cellLabel(sheet, source.cell)) ?? source.value;
}

/**
 * `points`: the cell itself holds the number. `hundredths`: it holds a hundredth of it. `text`: a
 * formula must read it. `literal`: only we can.
 */
function howToRead(sheet: string, source: NumberCell, written: Written) {
  if (source.inHundredths && !isCellError(source.raw)) return 'hundredths';
  if (written.has(cellLabel(sheet, source.cell))) return 'points';
  if (isCellError(source.raw)) return 'skip';
  if (source.value === null || typeof source.raw === 'number') return 'points';
  const plain = typeof source.raw === 'string' && /^-?\d{1,15}(\.\d{1,15})?$/.test(source.raw);
  return plain ? 'text' : 'literal';
}

/** A formula that follows one source cell: its reference, `VALUE(…)` of a text, or none. */
export function followCell(
  sheet: string,
  source: NumberCell | null,
  written: Written,
): LiveNumber | null {
  const value = source && standingNumber(sheet, source, written);
  if (!source || value === null) return null;
  const reference = sheetReference(sheet, source.cell);
  const reading = howToRead(sheet, source, written);
  if (reading === 'points') return { value, formula: reference };
  if (reading === 'hundredths') return { value, formula: `${reference}*100` };
  return { value, formula: reading === 'text' ? `VALUE(${reference})` : null };
}

function partOf(
  reading: 'hundredths' | 'text' | 'literal',
  reference: string,
  value: number | null,
): string {
  if (reading === 'hundredths') return `${reference}*100`;
  return reading === 'text' ? `VALUE(${reference})` : String(value);
}

/** How a formula calls a cell, or the cells down to another. */
export type Refer = (top: CellRef, bottom?: CellRef) => string;

/**
 * A SUM over source cells with its exact result. Cells below one another become one range; blank
 * and wordy cells stay in it, so that a score typed later is counted; error cells are left out.
 */
export function sumFormula(
  sheet: string,
  sources: readonly NumberCell[],
  written: Written,
  refer: Refer = (top, bottom) => sheetReference(sheet, top, bottom),
): LiveNumber {
  const seen = new Set<string>();
  const values: number[] = [];
  const parts: string[] = [];
  let run: { top: CellRef; bottom: CellRef } | null = null;
  const closeRun = () => {
    if (run) parts.push(refer(run.top, run.bottom));
    run = null;
  };
  for (const source of sources) {
    const name = cellName(source.cell);
    const reading = howToRead(sheet, source, written);
    if (seen.has(name) || reading === 'skip') continue;
    seen.add(name);
    const value = standingNumber(sheet, source, written);
    if (value !== null) values.push(value);
    if (reading === 'points') {
      const follows: boolean =
        run !== null &&
        run.bottom.column === source.cell.column &&
        run.bottom.row + 1 === source.cell.row;
      if (!follows) closeRun();
      run =
        run && follows
          ? { top: run.top, bottom: source.cell }
          : { top: source.cell, bottom: source.cell };
    } else {
      closeRun();
      parts.push(partOf(reading, refer(source.cell), value));
    }
  }
  closeRun();
  const formula = `SUM(${parts.join(',')})`;
  const possible =
    parts.length > 0 && parts.length <= MOST_ARGUMENTS && formula.length <= LONGEST_FORMULA;
  return { value: sum(values), formula: possible ? formula : null };
}
