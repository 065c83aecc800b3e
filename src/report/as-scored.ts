import type { Quantity } from '../model/quantity';
import type { RowScore, TableResult } from '../model/score';
import type { Indicator } from '../model/table';
import { commensurable } from '../quantity/compare-quantity';
import { multiply } from '../quantity/exact';
import { statusOf } from './level-summary';

const isPercent = ({ unit }: Quantity): boolean => unit === '%';

/** A share on the scale that it was scored on: `0.93` in a column of % beside `≥90` is 93%. */
function scaled(quantity: Quantity, value: number): Quantity {
  if (quantity.value === null || value === quantity.value) return quantity;
  if (value !== multiply(quantity.value, 100)) return quantity;
  const text = quantity.text.trim().replace(/\d+(?:\.\d+)?$/, `${String(value)}%`);
  return { ...quantity, kind: 'percent', unit: '%', value, text };
}

function ofIndicator(indicator: Indicator, row: RowScore | undefined): Indicator {
  const { target, actual } = indicator;
  // Where less is better 0.5 beside 12 may as well be half a percent.
  if (row?.method.startsWith('reverse') === true) return indicator;
  if (target.kind === 'range' || !(isPercent(target) || isPercent(actual))) return indicator;
  const pair = commensurable(target, actual);
  if ('problem' in pair) return indicator;
  return {
    ...indicator,
    target: scaled(target, pair.target),
    actual: scaled(actual, pair.actual),
  };
}

/** A table whose percentages are told as they were scored, for reports on it. */
export const asScored = (result: TableResult): TableResult => ({
  ...result,
  rows: result.rows.map((row) => ({ ...row, status: statusOf(row, result) })),
  table: {
    ...result.table,
    indicators: result.table.indicators.map((one, at) => ofIndicator(one, result.rows[at])),
  },
});
