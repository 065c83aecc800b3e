import type { SheetWrite } from '../../model/patch';
import type { CellValue, SheetSnapshot } from '../../model/snapshot';
import { payloadBytes } from '../cell-payload';

/** What a blank cell takes in an answer: value and formula, the format and the type of the value. */
const BLANK_BYTES = 30;

/** A value is told twice: as it is, and as the formula or text behind it. */
const bytesOf = (value: CellValue): number => (value === null ? 0 : payloadBytes(value) * 2);

function gridBytes(cells: number, values: Iterable<CellValue>): number {
  let bytes = cells * BLANK_BYTES;
  for (const value of values) bytes += bytesOf(value);
  return bytes;
}

/** Bytes of the answer when a sheet is read, roughly and rather too many. */
export const sheetAnswerBytes = ({ rowCount, columnCount, values }: SheetSnapshot): number =>
  gridBytes(rowCount * columnCount, values.flat());

/** The same for a sheet of ours once it is written. */
export const pageAnswerBytes = ({ rows }: SheetWrite): number => {
  const width = rows.reduce((most, row) => Math.max(most, row.length), 1);
  const values = rows.flatMap((row) => row.map((cell) => cell?.value ?? null));
  return gridBytes(rows.length * width, values);
};
