import * as fc from 'fast-check';
import { evaluate } from '../../../src/engine/evaluate';
import { DEFAULT_OPTIONS } from '../../../src/engine/options';
import { planPatch } from '../../../src/engine/plan';
import type { WorkbookResult } from '../../../src/model/score';
import { applyPatch } from '../../../src/xlsx/write/apply';
import { DEFAULT_LIMITS } from '../../../src/xlsx/limits';
import { openXlsx } from '../../../src/xlsx/open';
import { generatedForm } from '../../interop/generated-forms';
import { columnName } from '../../../src/model/grid';
import { strFromU8, strToU8, unzipSync } from 'fflate';
import { zipParts } from '../../support/workbook-builder';

const ROWS = 1_048_576;
const COLUMNS = 16_384;

/** A form with one number more, far from everything; `sheet` 1 is the form's own, 2 another. */
function withNumber(form: Uint8Array, sheet: 1 | 2, row: number, column: number): Uint8Array {
  const part = `xl/worksheets/sheet${sheet}.xml`;
  const parts = new Map(Object.entries(unzipSync(form)));
  const text = strFromU8(parts.get(part) ?? new Uint8Array());
  const far = `<row r="${row}"><c r="${columnName(column - 1)}${row}"><v>1</v></c></row>`;
  parts.set(part, strToU8(text.replace('</sheetData>', `${far}</sheetData>`)));
  return zipParts(parts);
}

/** What was recognised and scored, without what only says how large the sheet is. */
const scoredOf = ({ tables }: WorkbookResult) =>
  tables.map(({ table, rows, totals, findings }) => ({
    indicators: table.indicators.map(({ name, row }) => [name, row]),
    scores: rows.map(({ score }) => score),
    totals,
    findings: findings.map(({ check, cell }) => [check, cell]),
  }));

describe('a number far from the form', () => {
  test('changes nothing of what is found, and is kept when the form is scored', () => {
    const far = fc.record({
      seed: fc.integer({ min: 1, max: 50 }),
      sheet: fc.constantFrom(1 as const, 2 as const),
      row: fc.oneof(fc.constant(ROWS), fc.integer({ min: 5_000, max: ROWS })),
      column: fc.oneof(fc.constant(COLUMNS), fc.integer({ min: 30, max: COLUMNS })),
    });
    fc.assert(
      fc.property(far, ({ seed, sheet, row, column }) => {
        const form = generatedForm(seed, 12);
        const near = openXlsx(form);
        const opened = openXlsx(withNumber(form, sheet, row, column));
        const result = evaluate(opened.snapshot, DEFAULT_OPTIONS);
        expect(scoredOf(result)).toEqual(scoredOf(evaluate(near.snapshot, DEFAULT_OPTIONS)));
        const patch = planPatch(opened.snapshot, result, DEFAULT_OPTIONS);
        const again = openXlsx(applyPatch(opened, patch).bytes).snapshot;
        expect(again.sheets[sheet - 1]?.values[row - 1]?.[column - 1]).toBe(1);
      }),
      { numRuns: 5 },
    );
  });

  test('holds no more than the rows that have cells', () => {
    const sheet = openXlsx(withNumber(generatedForm(3, 12), 1, ROWS, COLUMNS)).snapshot.sheets[0];
    const stored = sheet?.values.reduce((sum, line) => sum + line.length, 0) ?? 0;
    expect(sheet?.rowCount).toBe(ROWS);
    expect(stored).toBeLessThan(COLUMNS + 1_000);
  });
});

/** A twentieth of what a workbook may cost, so that a twentieth of the rows shows it. */
const limits = { ...DEFAULT_LIMITS, cells: DEFAULT_LIMITS.cells / 20 };

/** A form and beside it a sheet of so many rows of three numbers. */
function withRows(count: number): Uint8Array {
  const row = '<row><c><v>1</v></c><c><v>2</v></c><c><v>3</v></c></row>';
  const parts = new Map(Object.entries(unzipSync(generatedForm(1, 4))));
  const part = 'xl/worksheets/sheet2.xml';
  const text = strFromU8(parts.get(part) ?? new Uint8Array());
  parts.set(part, strToU8(text.replace('</sheetData>', `${row.repeat(count)}</sheetData>`)));
  return zipParts(parts);
}

test('a million rows of three columns are not too large; twice as many are', () => {
  const { sheets } = openXlsx(withRows(50_000), { limits }).snapshot;
  expect(sheets[1]?.rowCount).toBe(50_001);
  expect(() => openXlsx(withRows(100_000), { limits })).toThrow('sheet-too-large');
});
