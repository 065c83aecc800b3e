import { unevenAmounts } from '../../src/checks/funds';
import type { BudgetRow, NumberCell } from '../../src/model/table';

const cell = (value: number | null): NumberCell => ({
  cell: { row: 0, column: 0 },
  raw: value,
  value,
  asText: false,
  formula: null,
});

const row = (label: string, adjusted: number | null, isTotal = false): BudgetRow => ({
  row: 0,
  label,
  labelCell: { row: 0, column: 0 },
  isTotal,
  initial: null,
  adjusted: cell(adjusted),
  received: null,
  carried: null,
  executed: null,
  rate: null,
  weight: null,
  score: null,
  reason: null,
});

const total = (value: number): BudgetRow => row('年度资金总额', value, true);

test.each<readonly [string, number, readonly (readonly [string, number | null])[], number | null]>([
  [
    'the parts make the total',
    100,
    [
      ['其中：财政拨款', 80],
      ['其他资金', 20],
    ],
    null,
  ],
  [
    'cents of rounding',
    100,
    [
      ['其中：财政拨款', 33.34],
      ['上年结转', 33.33],
      ['其他资金', 33.32],
    ],
    null,
  ],
  [
    'a zeroed total',
    0,
    [
      ['其中：财政拨款', 90],
      ['其他资金', null],
    ],
    90,
  ],
  [
    'all parts given as 0',
    20000,
    [
      ['其中：财政拨款', 0],
      ['上年结转资金', 0],
      ['其他资金', 0],
    ],
    0,
  ],
  [
    'no part given',
    100,
    [
      ['其中：财政拨款', null],
      ['其他资金', null],
    ],
    null,
  ],
  ['one named part of several', 100, [['其中：中央补助', 60]], null],
  [
    'a complete list that falls short',
    100,
    [
      ['其中：财政拨款', 80],
      ['其他资金', null],
    ],
    80,
  ],
  [
    'two of an open list, one blank',
    100,
    [
      ['其中：中央补助', 60],
      ['省级补助', null],
    ],
    null,
  ],
  [
    'one part is the whole and another details it',
    100,
    [
      ['财政拨款', 100],
      ['中央补助', 60],
    ],
    null,
  ],
  [
    'a breakdown inside a part',
    100,
    [
      ['其中：财政拨款', 70],
      ['其中：中央补助', 60],
      ['其他资金', 30],
    ],
    null,
  ],
  ['parts above the total', 100, [['其中：中央补助', 120]], 120],
])('%s', (_name, whole, parts, expected) => {
  const found = unevenAmounts(
    total(whole),
    parts.map(([label, value]) => row(label, value)),
  );
  expect(found.map(({ parts: sum }) => sum)).toEqual(expected === null ? [] : [expected]);
});
