import { holds, same, shapeOf, shown, type ProbeCase, type ProbeId } from './probe-case';

/** What a cell makes of a value, and in what shape it is answered. */

const CVERR = { '#DIV/0!': -2146826281, '#N/A': -2146826246, '#NAME?': -2146826259 } as const;
const TEXTS = ['=1+1', '+x', '-1', '@x', '007', '1e3', 'TRUE', '2023-1-2'];

/** A case about the shape an answer of so many cells has. */
const shapeCase = (
  id: ProbeId,
  address: string,
  written: unknown,
  expected: readonly string[],
): ProbeCase => ({
  id,
  book: true,
  run: ({ sheet }) => {
    const range = sheet.Range(address);
    range.Value2 = written;
    const [values, formulas] = [range.Value2, range.Formula];
    const shapes = [shapeOf(values), shapeOf(formulas)];
    return holds(expected.includes(shapes[0] ?? '') && expected.includes(shapes[1] ?? ''), {
      Value2: shapes[0] ?? '',
      Formula: shapes[1] ?? '',
      values: shown(values),
      formulas: shown(formulas),
    });
  },
});

export const VALUE_CASES: readonly ProbeCase[] = [
  {
    id: 'empty-sheet',
    book: true,
    run: ({ sheet: { UsedRange: used } }) =>
      holds(used.Rows.Count === 1 && used.Columns.Count === 1 && used.Value2 === null, {
        address: shown(used.Address(false, false)),
        value: shown(used.Value2),
      }),
  },
  shapeCase('shape-cell', 'B2', 7, ['scalar']),
  shapeCase('shape-row', 'B2:D2', [[1, 2, 3]], ['1-D 3', '2-D 1x3']),
  shapeCase('shape-column', 'B2:B4', [[1], [2], [3]], ['1-D 3', '2-D 3x1']),
  shapeCase(
    'shape-block',
    'B2:D3',
    [
      [1, '二', true],
      [4, null, 6],
    ],
    ['2-D 2x3'],
  ),
  {
    id: 'null-clears',
    book: true,
    run: ({ sheet }) => {
      const range = sheet.Range('A1:B1');
      range.Value2 = [[1, 2]];
      range.Value2 = [[null, 3]];
      const left = sheet.Range('A1').Value2;
      return holds(left === null && sheet.Range('B1').Value2 === 3, shown(left));
    },
  },
  {
    id: 'text-stays',
    book: true,
    run: ({ sheet }) => {
      const range = sheet.Range(`A1:A${TEXTS.length}`);
      range.NumberFormat = '@';
      range.Value2 = TEXTS.map((text) => [text]);
      const back = TEXTS.map((_, at) => sheet.Range(`A${at + 1}`).Value2);
      const plain = sheet.Range('C1');
      plain.Value2 = '007';
      return holds(same(back, TEXTS), { back: back.map(shown), unformatted: shown(plain.Value2) });
    },
  },
  {
    id: 'apostrophe',
    book: true,
    run: ({ sheet }) => {
      const texts = ["'=1+1", "'007", "''x"];
      sheet.Range('A1:A3').Value2 = texts.map((text) => [text]);
      const back = texts.map((_, at) => sheet.Range(`A${at + 1}`).Value2);
      const inText = sheet.Range('C1');
      inText.NumberFormat = '@';
      inText.Value2 = "'x";
      return holds(same(back, ['=1+1', '007', "'x"]), {
        back: back.map(shown),
        inTextCell: shown(inText.Value2),
      });
    },
  },
  {
    id: 'error-values',
    book: true,
    run: ({ sheet }) => {
      const range = sheet.Range('A1:C1');
      range.Formula = [['=1/0', '=NA()', '=NoSuchName']];
      const back = ['A1', 'B1', 'C1'].map((name) => sheet.Range(name).Value2);
      return holds(same(back, Object.values(CVERR)), {
        back: back.map(shown),
        texts: ['A1', 'B1', 'C1'].map((name) => shown(sheet.Range(name).Text)),
      });
    },
  },
];
