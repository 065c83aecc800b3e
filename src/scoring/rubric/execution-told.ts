import type { Indicator } from '../../model/table';
import { multiply } from '../../quantity/exact';
import { percentTold, rowFacts } from './row-facts';

/** Rows about the money spent, whose rate the funds block tells. */
export const ABOUT_EXECUTION =
  /(?:预算|资金|经费|支出)(?:的)?(?:执行|支付|支出|使用|完成)(?:进度)?(?:率|情况|进度)|支出(?:率|进度)|支付率|执行率|资金支付/;

/** The execution rate that the one row about it tells in words, as a fraction; null where none or several do. */
export function executionTold(indicators: readonly Indicator[]): number | null {
  const told = indicators.flatMap(({ name, evidence, actual }) => {
    if (!ABOUT_EXECUTION.test(name)) return [];
    const facts = rowFacts({ name, told: `${evidence ?? ''}；${actual.text}`, execution: null });
    const rate = percentTold(facts, name)?.values[0];
    return rate === undefined ? [] : [multiply(rate, 0.01)];
  });
  return told.length === 1 ? (told[0] ?? null) : null;
}
