import type { CellValue } from '../../../src/model/snapshot';
import { cellName } from '../../../src/model/grid';
import { AUTHOR, bookOf, sheetNamed } from '../../support/excel-fake/fake-book';
import { snapshotOf } from '../../support/snapshot-of';
import type { ContractSheet } from '../contract';

const isFormula = (
  cell: ContractSheet['rows'][number][number],
): cell is { readonly formula: string; readonly value: number | string } =>
  typeof cell === 'object' && cell !== null && 'formula' in cell;

const valueOf = (cell: ContractSheet['rows'][number][number]): CellValue =>
  isFormula(cell) ? cell.value : cell;

/** A book of the fake Excel with contract sheets in it. */
export function bookOfSheets(sheets: readonly ContractSheet[]) {
  const book = bookOf(
    snapshotOf(
      sheets.map(({ name, rows, merges }) => ({
        name,
        rows: rows.map((row) => row.map(valueOf)),
        merges: merges ?? [],
        formulas: Object.fromEntries(
          rows.flatMap((cells, row) =>
            cells.flatMap((cell, column) =>
              isFormula(cell) ? [[cellName({ row, column }), cell.formula]] : [],
            ),
          ),
        ),
      })),
    ),
  );
  for (const { name, notes } of sheets) {
    for (const cell of notes ?? []) {
      sheetNamed(book, name).notes.set(cell, { author: AUTHOR, content: '用户的批注' });
    }
  }
  return book;
}
