import fc from 'fast-check';
import {
  fillMarkup,
  readMarks,
  readPlainFills,
  withMarks,
  type Mark,
} from '../../src/changes/fill-memory';
import { EMPTY_LEDGER, type Ledger } from '../../src/model/ledger';

const SOLID = fillMarkup({ color: '#FF0000', pattern: 'Solid', patternColor: '' });
const THEME = '<fill><patternFill patternType="solid"><fgColor theme="4"/></patternFill></fill>';

const mark = (cell: string, fill: string | null): Mark => ({
  sheet: '附表',
  cell,
  tone: 'error',
  note: '说明',
  kept: false,
  noted: null,
  fill,
  others: [],
});

const ledgerWith = (marks: readonly Mark[], plain: ReadonlyMap<string, string>): Ledger =>
  withMarks(EMPTY_LEDGER, marks, plain);

test('the plain colours of fills of the theme are remembered with the marks they belong to', () => {
  const ledger = ledgerWith([mark('G5', THEME), mark('G6', SOLID)], new Map([[THEME, '#4472C4']]));
  expect([...readPlainFills(ledger)]).toEqual([[THEME, '#4472C4']]);
});

test('plain colours of fills that no mark has any more are forgotten', () => {
  const ledger = ledgerWith([mark('G6', SOLID)], new Map([[THEME, '#4472C4']]));
  expect([...readPlainFills(ledger)]).toEqual([]);
});

test('marks are read as they were stored', () => {
  const fills = fc.constantFrom(SOLID, THEME, null);
  const marks = fc
    .uniqueArray(fc.integer({ min: 1, max: 99 }), { minLength: 1, maxLength: 20 })
    .chain((rows) =>
      fc.tuple(...rows.map((row) => fills.map((fill) => mark(`G${String(row)}`, fill)))),
    );
  fc.assert(
    fc.property(marks, (all) => {
      expect(readMarks(ledgerWith(all, new Map()))).toEqual(all);
    }),
  );
});
