import type { TableResult } from '../../../model/score';
import type { BudgetRow, NumberCell } from '../../../model/table';
import { multiply } from '../../../quantity/exact';
import type { Figure } from '../facts/figure';
import { isMistyped, isOneKeyOff } from '../facts/slip';
import { isPrior, type Statement } from '../facts/statement';
import { amountAt } from './amount-at';
import type { Comparison } from './comparison';

/** Words of money that came or went. */
const OF_FUNDS = /支出|支付|发放|拨付|执行|使用|资金|预算|安排|到位|下达|投入|完成|投资/;
const OF_ALL = /总(?:投资|投入|资金|预算|额)(?:为|共|达)?$/;
/** With as many digits chance hardly makes a figure one key off another. */
const MANY_DIGITS = 5;

const cellsOf = ({ initial, adjusted, executed }: BudgetRow): readonly NumberCell[] =>
  [executed, adjusted, initial].filter((cell) => cell !== null);

/**
 * 发放补贴资金4247.82万元, 总投资0.65亿元其中债券资金0.4亿元: whatever it is called, one wrong key off what
 * the whole has and nothing else of the form; asked, where no other comparison is `held` there.
 */
export function wholeSlips(
  statements: readonly Statement[],
  { table }: TableResult,
  held: readonly Comparison[],
): Comparison[] {
  const { budget } = table;
  const total = budget?.rows.find(({ isTotal }) => isTotal);
  if (!budget || !total) return [];
  const factor = budget.currency === '元' ? 1 : 10_000;
  const known = budget.rows.flatMap(cellsOf).map(({ value }) => multiply(value ?? 0, factor));
  const ofRows = table.indicators.map(({ actual }) => multiply(actual.value ?? 0, 10_000));
  const isKnown = ({ value }: Figure): boolean =>
    [...known, ...ofRows].some((one) => one > 0 && Math.abs(one - value) < 1e-6);
  return statements.flatMap((statement) =>
    statement.figures.flatMap((figure): Comparison[] => {
      if (figure.kind !== 'money' || figure.per !== null || figure.rough || isPrior(figure))
        return [];
      if (isKnown(figure) || !OF_FUNDS.test(figure.label)) return [];
      if (held.some(({ told }) => told?.statement === statement && told.at === figure.start))
        return [];
      const meant = cellsOf(total).find((cell) => isOff(figure, cell, factor));
      const digits = figure.text.replace(/\D/g, '').replace(/^0+/, '').length;
      const isAll = OF_ALL.test(figure.label) && statement.figures.some(isKnown);
      if (!meant || (digits < MANY_DIGITS && !isAll)) return [];
      const kind = meant === total.executed ? 'spending' : 'budget';
      return [amountAt(kind, total.label, { statement, figure }, [meant], factor, false)];
    }),
  );
}

function isOff(figure: Figure, { value }: NumberCell, factor: number): boolean {
  const exact = multiply(value ?? 0, factor) / figure.factor;
  const printed = exact.toFixed(figure.decimals);
  const text = figure.text.replaceAll(',', '');
  const off = text.replace(/\D/g, '').length < 4 ? isOneKeyOff : isMistyped;
  const isLike = text.length === printed.length;
  return isLike && Math.abs(Number(printed) - exact) < 1e-9 && off(text, printed);
}
