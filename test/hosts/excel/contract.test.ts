import { createExcelHost } from '../../../src/hosts/excel/excel-host';
import type { CellValue } from '../../../src/model/snapshot';
import { AUTHOR, bookOf, sheetNamed } from '../../support/excel-fake/fake-book';
import { openFakeExcel } from '../../support/excel-fake/fake-excel';
import { snapshotOf } from '../../support/snapshot-of';
import { cellName } from '../../../src/model/grid';
import { hostContract, type ContractSheet } from '../contract';

const isFormula = (
  cell: ContractSheet['rows'][number][number],
): cell is { readonly formula: string; readonly value: number | string } =>
  typeof cell === 'object' && cell !== null && 'formula' in cell;

const valueOf = (cell: ContractSheet['rows'][number][number]): CellValue =>
  isFormula(cell) ? cell.value : cell;

function bookOfSheets(sheets: readonly ContractSheet[]) {
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

for (const level of [9, 12, 13, 14, 17, 18]) {
  hostContract(
    `Excel with ExcelApi 1.${level}`,
    (sheets) =>
      Promise.resolve(createExcelHost(openFakeExcel({ book: bookOfSheets(sheets), level }))),
    { merges: level >= 13 },
  );
}
