import { BooleanNumber, CellValueType } from '@univerjs/core';
import fc from 'fast-check';
import {
  cellOf,
  contentOf,
  sameContent,
  type CellContent,
} from '../../../../src/apps/workbench/grid/cell-content';
import { cleanCells } from '../../../../src/apps/workbench/grid/clean-cells';
import {
  fileFormula,
  gridFormula,
  isCalculable,
} from '../../../../src/apps/workbench/grid/formula-terms';
import { editText, typedValue } from '../../../../src/apps/workbench/grid/typed-value';
import type { CellValue } from '../../../../src/model/snapshot';

const FORMATS = [null, '@', '0.00', '0.0%', 'yyyy"年"m"月"d"日"', 'yyyy-mm-dd hh:mm', '#,##0.00'];
const format = fc.constantFrom(...FORMATS);

const text = fc.oneof(
  fc.constantFrom(
    '=SUM(A1)',
    '=',
    "'a",
    'TRUE',
    '#N/A',
    '001',
    '95%',
    '2024-12-31',
    '1,234',
    ' ',
    '12\n3',
    '1e5',
  ),
  fc.string({ minLength: 1 }),
);
const value: fc.Arbitrary<CellValue> = fc.oneof(
  text,
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.integer({ min: 0, max: 60000 }),
  fc.boolean(),
  fc.constantFrom({ error: '#DIV/0!' }, { error: '#N/A' }),
);
const formula = fc.constantFrom(
  null,
  'SUM(A1:A3)',
  'ROUND(C4/B4*D4,2)',
  '_xlfn.IFS(A1>1,2)',
  '税率*2',
);

describe('a cell of the workbook in the grid', () => {
  test('says the same there, whatever it holds and however it is formatted', () => {
    fc.assert(
      fc.property(value, formula, format, fc.boolean(), (held, calculated, code, date1904) => {
        const content: CellContent = { value: held, formula: calculated };
        const terms = { format: code, date1904 };
        expect(sameContent(contentOf(cellOf(content, terms), terms, content), content)).toBe(true);
        if (calculated === null && !date1904)
          expect(contentOf(cellOf(content, terms), terms)).toEqual(content);
      }),
    );
  });

  test('keeps a formula the grid cannot calculate out of it, and knows it again', () => {
    const content: CellContent = { value: 12, formula: '[1]预算!B3*税率' };
    const terms = { format: null, date1904: false };
    expect(cellOf(content, terms).f).toBeNull();
    expect(contentOf(cellOf(content, terms), terms, content)).toEqual(content);
    expect(contentOf({ v: 13, t: CellValueType.NUMBER }, terms, content)).toEqual({
      value: 13,
      formula: null,
    });
  });

  test('counts the days of a date from the workbook’s own beginning', () => {
    const terms = { format: 'yyyy-mm-dd', date1904: true };
    expect(cellOf({ value: 0, formula: null }, terms).v).toBe(1462);
    expect(contentOf({ v: 45657, t: CellValueType.NUMBER }, terms).value).toBe(44195);
  });

  test('takes rich text as its plain text', () => {
    const p = { id: 'd', documentStyle: {}, body: { dataStream: '一\r二\r\n' } };
    expect(contentOf({ p, v: null }, { format: null, date1904: false })).toEqual({
      value: '一\n二',
      formula: null,
    });
  });

  test('results that differ in the last bit are the same, values are not', () => {
    const one = { value: 29.47, formula: 'SUM(A1:A3)' };
    const other = { value: 29.469999999999995, formula: 'SUM(A1:A3)' };
    expect(sameContent(one, other)).toBe(true);
    expect(sameContent({ ...one, formula: null }, { ...other, formula: null })).toBe(false);
    expect(sameContent(one, { ...one, value: 29.48 })).toBe(false);
  });
});

describe('typing', () => {
  test.each<[string, string | null, CellValue]>([
    ['12', null, 12],
    ['1,234.5', null, 1234.5],
    ['-0.50', null, -0.5],
    ['95%', null, '95%'],
    ['95%', '0.00%', 0.95],
    ['95', '0%', 0.95],
    ['0.95', '0%', 0.95],
    ['28.5%', '0.0%', 0.285],
    ['2024-12-31', null, '2024-12-31'],
    ['2024-12-31', 'yyyy/m/d', 45657],
    ['2024年12月31日', 'yyyy/m/d', 45657],
    ['2024-02-30', 'yyyy/m/d', '2024-02-30'],
    ['12', '@', '12'],
    ['true', null, true],
    ['#N/A', null, { error: '#N/A' }],
    ['110101199003078888', null, '110101199003078888'],
    ['≥95%', '0%', '≥95%'],
    ['1,23', null, '1,23'],
    ['', null, null],
  ])('%s in a cell formatted %s', (typed, code, expected) => {
    expect(typedValue(typed, code)).toEqual(expected);
  });

  test('an editor left as it was means what stood there', () => {
    const number = fc.oneof(
      fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e9, max: 1e9 }),
      fc.integer({ min: 1, max: 90000 }),
    );
    fc.assert(
      fc.property(number, format, (held, code) => {
        const shown = editText(held, code);
        if (code === '@' || /\d{16}/.test(shown.replace('.', ''))) return;
        const meant = typedValue(shown, code);
        if (Math.abs(held) < 1 || code !== '0.0%')
          expect(meant).toBe(Object.is(held, -0) ? 0 : held);
      }),
    );
  });
});

describe('formulas', () => {
  test.each([
    ['SUM(A1:B2)+$C$3*2', true],
    ['IF(\'其他 表\'!A1>=90,"优[1]","差")', true],
    ['附表!A1+1', true],
    ['SUM(A:A)', true],
    ['TRUE', true],
    ['[1]预算!A1', false],
    ["'[预算.xlsx]表'!A1", false],
    ['表1[得分]', false],
    ['总预算*2', false],
    ['rate*2', false],
    ['NOSUCHFUNCTION(1)', false],
    ['_xlfn.IFS(A1>1,"x")', true],
  ])('%s can be calculated: %s', (written, expected) => {
    expect(isCalculable(written)).toBe(expected);
  });

  test('new functions have their prefix in the file only', () => {
    expect(gridFormula('_xlfn.IFS(A1>1,"_xlfn.a")')).toBe('IFS(A1>1,"_xlfn.a")');
    expect(fileFormula('IFS(A1>1,"IFS(1)")+SUM(B1)')).toBe('_xlfn.IFS(A1>1,"IFS(1)")+SUM(B1)');
  });
});

describe('a change to cells', () => {
  const cleaning = {
    terms: () => ({ format: null, date1904: false }),
    hidden: (row: number, column: number) => row === 5 && column === 1,
    moved: (written: string, columns: number, rows: number) =>
      `${written}+${String(columns)}+${String(rows)}`,
  };

  test('loses its styles and keeps its values, and says nothing where it said nothing', () => {
    const { cells } = cleanCells(
      {
        0: {
          0: { v: 5, s: { bl: BooleanNumber.TRUE } },
          1: { s: 'x' },
          2: null,
          3: { v: 'a', custom: { b: 1 } },
        },
      },
      cleaning,
    );
    expect(cells).toEqual({
      0: {
        0: { v: 5, t: 2, p: null },
        1: {},
        2: { v: null, t: null, f: null, si: null, p: null },
        3: { v: 'a', t: 1, p: null },
      },
    });
  });

  test('has shared formulas written out', () => {
    const { cells } = cleanCells(
      { 0: { 0: { f: '=A9', si: 'm' } }, 2: { 0: { si: 'm', v: 1, t: CellValueType.NUMBER } } },
      cleaning,
    );
    expect(cells[0]?.[0]).toEqual({ f: '=A9', si: null });
    expect(cells[2]?.[0]).toMatchObject({ f: '=A9+0+2', si: null });
  });

  test('leaves out what is meant for the hidden part of a merge', () => {
    const { cells, leftOut } = cleanCells({ 5: { 0: { v: 1 }, 1: { v: 2 } } }, cleaning);
    expect(leftOut).toBe(1);
    expect(cells).toEqual({ 5: { 0: { v: 1, t: 2, p: null } } });
    expect(cleanCells({ 5: { 1: { v: null } } }, cleaning).leftOut).toBe(0);
  });
});
