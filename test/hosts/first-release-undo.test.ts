import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bgrOf } from '../../src/hosts/wps/colours';
import { createExcelHost } from '../../src/hosts/excel/excel-host';
import { createWpsHost } from '../../src/hosts/wps/wps-host';
import { cellName, parseCellName, type Range } from '../../src/model/grid';
import { openFakeExcel } from '../support/excel-fake/fake-excel';
import {
  blankBook,
  blankCell,
  blankSheet,
  guidOf,
  keyOf,
  type FakeBook,
} from '../support/excel-fake/fake-book';
import { formSnapshot } from '../support/excel-fake/form-book';
import {
  blankSheet as blankWpsSheet,
  cellOf,
  type FakeBook as WpsBook,
} from '../support/wps-fake/fake-book';
import { fakeEt } from '../support/wps-fake/fake-et';

/** Row, column, value, formula, fill `#RRGGBB`. */
type Cell = readonly [number, number, string | number | boolean, string?, string?];

interface Scored {
  readonly ledger: string;
  readonly sheets: readonly {
    readonly name: string;
    readonly merges: Range[];
    readonly cells: readonly Cell[];
    readonly notes: readonly (readonly [string, string])[];
  }[];
}

/** `formBook(6)` as the first release left it in Excel, `overwriteScores` agreed. */
const scored = JSON.parse(
  readFileSync(join(__dirname, '../fixtures/first-release/excel-scored.json'), 'utf8'),
) as Scored;

function inExcel(): FakeBook {
  const book = blankBook();
  for (const { name, merges, cells, notes } of scored.sheets) {
    const sheet = blankSheet(guidOf(book.nextId++), name);
    sheet.merges = [...merges];
    for (const [row, column, value, formula = null, color] of cells) {
      const fill = color === undefined ? null : { color, pattern: 'Solid', patternColor: '' };
      sheet.cells.set(keyOf(row, column), { ...blankCell(), value, formula, fill });
    }
    for (const [at, content] of notes) sheet.notes.set(at, { author: '', content });
    book.sheets.push(sheet);
  }
  book.parts.push({ id: guidOf(book.nextId++), xml: scored.ledger });
  book.active = book.sheets[0]?.id ?? '';
  return book;
}

function inWps(): WpsBook {
  const sheets = scored.sheets.map(({ name, merges, cells, notes }) => {
    const sheet = blankWpsSheet(name);
    sheet.merges = [...merges];
    for (const [row, column, value, formula, color] of cells) {
      const cell = cellOf(sheet, { row, column });
      cell.value = value === '' ? null : value;
      cell.formula = formula ? `=${formula}` : null;
      cell.fill = color === undefined ? null : bgrOf(color);
    }
    for (const [at, content] of notes) {
      const place = parseCellName(at);
      if (place) cellOf(sheet, place).note = content;
    }
    return sheet;
  });
  return {
    name: '附表.xlsx',
    sheets,
    active: null,
    parts: [scored.ledger],
    structureProtected: false,
  };
}

/** What a person had: values that are no formula's, no fill, no note. */
const before = formSnapshot(6).sheets.map(({ name, values, formulas }) => ({
  name,
  values: values.flatMap((line, row) =>
    line.flatMap((value, column) =>
      (value ?? '') === '' || formulas[row]?.[column] ? [] : [[cellName({ row, column }), value]],
    ),
  ),
  marks: [],
}));

test('a record of the first release is taken back in Excel', async () => {
  const fake = openFakeExcel({ book: inExcel() });
  expect(await createExcelHost(fake).undo()).toBe(true);
  const after = fake.book.sheets.map(({ name, cells, notes }) => ({
    name,
    values: [...cells].flatMap(([key, { value, formula }]) =>
      value === '' || formula !== null
        ? []
        : [[cellName({ row: Math.floor(key / 16_384), column: key % 16_384 }), value]],
    ),
    marks: [...[...cells.values()].filter(({ fill }) => fill !== null), ...notes],
  }));
  expect(sorted(after)).toEqual(sorted(before));
  expect(fake.book.parts).toEqual([]);
});

test('and in WPS', async () => {
  const book = inWps();
  expect(await createWpsHost(fakeEt(book).application).undo()).toBe(true);
  const after = book.sheets.map(({ name, cells }) => ({
    name,
    values: [...cells].flatMap(([key, { value, formula }]) => {
      const [row = 0, column = 0] = key.split(',').map(Number);
      return value === null || formula !== null ? [] : [[cellName({ row, column }), value]];
    }),
    marks: [...cells.values()].filter(({ fill, note }) => fill !== null || note !== null),
  }));
  expect(sorted(after)).toEqual(sorted(before));
  expect(book.parts).toEqual([]);
});

const sorted = <T extends { readonly values: readonly unknown[][] }>(sheets: readonly T[]): T[] =>
  sheets.map((sheet) => ({
    ...sheet,
    values: [...sheet.values].sort((a, b) => (String(a[0]) < String(b[0]) ? -1 : 1)),
  }));
