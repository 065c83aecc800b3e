import { parseCellName, parseRangeName } from '../../../src/model/grid';
import type { CellValue } from '../../../src/model/snapshot';
import { blankSheet, cellOf, type FakeBook, type FakeSheet } from './fake-book';

/** A sheet to begin with: values, or a formula with its result. */
export interface SheetGiven {
  readonly name: string;
  readonly rows: readonly (readonly (
    CellValue | { readonly formula: string; readonly value: number | string }
  )[])[];
  readonly merges?: readonly string[];
  readonly notes?: readonly string[];
}

const ERROR_CODES: Readonly<Record<string, number>> = {
  '#NULL!': -2146826288,
  '#DIV/0!': -2146826281,
  '#VALUE!': -2146826273,
  '#REF!': -2146826265,
  '#NAME?': -2146826259,
  '#NUM!': -2146826252,
  '#N/A': -2146826246,
};

export function bookOf(sheets: readonly SheetGiven[], name = '附表.xlsx'): FakeBook {
  return {
    name,
    sheets: sheets.map(sheetOf),
    active: null,
    parts: [],
    structureProtected: false,
  };
}

function sheetOf({ name, rows, merges = [], notes = [] }: SheetGiven): FakeSheet {
  const sheet = blankSheet(name);
  rows.forEach((line, row) => {
    line.forEach((given, column) => {
      if (given === null) return;
      const cell = cellOf(sheet, { row, column });
      if (typeof given !== 'object') cell.value = given;
      else if ('error' in given) cell.error = ERROR_CODES[given.error] ?? null;
      else {
        cell.formula = `=${given.formula}`;
        cell.value = given.value;
      }
    });
  });
  sheet.merges = merges.flatMap((text) => parseRangeName(text) ?? []);
  for (const text of notes) {
    const cell = parseCellName(text);
    if (cell) cellOf(sheet, cell).note = '用户的批注';
  }
  return sheet;
}
