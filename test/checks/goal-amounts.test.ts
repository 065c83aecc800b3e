import { amountApart } from '../../src/checks/goal-against-row/goal-amounts';
import type { Budget, BudgetRow, NumberCell } from '../../src/model/table';

const amount = (value: number): NumberCell => ({
  cell: { row: 0, column: 0 },
  raw: value,
  value,
  asText: false,
  formula: null,
});

function budget(currency: Budget['currency'], ...figures: readonly number[]): Budget {
  const rows = figures.map((figure): BudgetRow => ({
    ...{ row: 0, label: '年度资金总额', labelCell: { row: 0, column: 0 }, isTotal: true },
    ...{ initial: amount(figure), adjusted: null, received: null, carried: null },
    ...{ executed: null, rate: null, weight: null, score: null, reason: null },
  }));
  const range = { top: 0, left: 0, bottom: 0, right: 0 };
  return { range, currency, headerRow: 0, rows, headerCells: {} };
}

test.each([
  ['补助村级组织2026400元。', '元', [202.64], '2026400元'],
  ['补助村级组织2,026,400元。', '元', [0, 202.64], '2,026,400元'],
  ['完成预算资金1329120.67元，其中运转439120.67元。', '元', [132.912], '1329120.67元'],
  ['安排资金1.235亿元。', '元', [12350], '1.235亿元'],
  ['安排资金320.5元。', '万元', [3205000], null],
  ['安排资金320.5万元。', '万元', [3205000], '320.5万元'],
] as const)('%s beside a head in %s with %j: %s', (goal, currency, figures, found) => {
  expect(amountApart(goal, budget(currency, ...figures))?.text ?? null).toBe(found);
});

test.each([
  ['the unit is right', '安排资金202.64万元。', '万元', [202.64]],
  ['one amount agrees', '安排202.64万元，每户2026400元。', '万元', [202.64]],
  ['two digits meet by chance', '每人补助12元。', '万元', [12]],
  ['round figures meet by chance', '每人补助100元。', '万元', [100]],
  ['no amount is near', '安排资金300万元。', '万元', [202.64]],
  ['the head gives no unit', '安排资金2026400元。', null, [202.64]],
  ['nothing was spent', '安排资金0元。', '元', [0]],
] as const)('silent where %s', (_why, goal, currency, figures) => {
  expect(amountApart(goal, budget(currency, ...figures))).toBeNull();
});

test('silent without a funds block', () => {
  expect(amountApart('安排资金2026400元。', null)).toBeNull();
});
