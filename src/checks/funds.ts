import type { Profile } from '../model/profile';
import type { BudgetScore } from '../model/score';
import type { BudgetRow, Indicator } from '../model/table';
import { ratio, sum } from '../quantity/exact';
import { denominatorOf } from '../scoring/execution-rate';
import type { PreparedContext } from './check';
import { packed } from './wording';

/** The rate of spending itself; 资金使用合规率, 资金到位率 and the 执行进度 of the work are other things. */
const EXECUTION =
  /^(?:年度|全年|项目|财政|专项|债券)*(?:(?:预算|资金|经费|预算资金|项目资金|专项资金|债券资金)(?:执行|支出|支付)(?:完成)?(?:率|进度)|执行率|(?:支出|支付)(?:率|进度))(?:\d+%?)?$/;

/** Whether an indicator is the execution rate: 预算执行率, 资金支出进度. */
export const isExecutionRate = (name: string): boolean => EXECUTION.test(packed(name));

/** executed ÷ budget of one row, as a fraction; 0 for a budget of 0, null where an amount is blank. */
export function rateOf(row: BudgetRow, profile: Profile): number | null {
  const budget = denominatorOf(row, profile);
  const executed = row.executed?.value ?? null;
  if (budget === null || executed === null) return null;
  return budget === 0 ? 0 : ratio(executed, budget, profile.rounding.rate);
}

/** The table's execution rate: the total row's, on forms that score a part the part's; else null. */
export function fundsRate({ budget, facts, profile }: PreparedContext): number | null {
  const { scored, total } = facts.funds;
  const row = scored ?? total;
  return budget?.rate ?? (row === null ? null : rateOf(row, profile));
}

/** The rate of all parts together; null where no part has both amounts. */
export function sumRate(parts: readonly BudgetRow[], profile: Profile): number | null {
  const budgets: number[] = [];
  const executed: number[] = [];
  for (const part of parts) {
    const budget = denominatorOf(part, profile);
    if (budget !== null) budgets.push(budget);
    const spent = part.executed?.value ?? null;
    if (spent !== null) executed.push(spent);
  }
  if (budgets.length === 0 || executed.length === 0) return null;
  return ratio(sum(executed), sum(budgets), profile.rounding.rate);
}

export type Amount = 'initial' | 'adjusted' | 'executed';

export interface UnevenAmount {
  readonly amount: Amount;
  readonly total: number;
  readonly parts: number;
}

const AMOUNTS: readonly Amount[] = ['initial', 'adjusted', 'executed'];
/** Amounts are printed to two decimals, so each part may carry half a hundredth. */
const ROUNDING = 0.01;
/** A list that ends with what is left over names all parts. */
const REST = /其他|其它|单位资金|自筹|自有/;

/** 按收入性质 and, below, 按支出性质: each of the two lists comes to the whole. */
function isSplitTwice(given: readonly number[], whole: number, slack: number): boolean {
  const isWhole = (part: readonly number[]): boolean =>
    part.length > 1 && Math.abs(sum([...part, -whole])) <= slack;
  return given.some((_, at) => isWhole(given.slice(0, at)) && isWhole(given.slice(at)));
}

/**
 * Columns where 年度资金总额 is not the sum of its parts. Only the parts that are given count: a list
 * without a rest row that falls short names only some of them, and a second 其中 or a part as large
 * as the total is a breakdown inside another part.
 */
export function unevenAmounts(
  total: BudgetRow | null,
  parts: readonly BudgetRow[],
): readonly UnevenAmount[] {
  if (total === null || parts.length === 0) return [];
  const nested = parts.filter((part) => /^其中/.test(part.label.trim())).length > 1;
  if (nested) return [];
  const exhaustive = parts.some((part) => REST.test(part.label));
  const uneven: UnevenAmount[] = [];
  for (const amount of AMOUNTS) {
    const whole = total[amount]?.value ?? null;
    const given = parts.flatMap((part) => part[amount]?.value ?? []);
    if (whole === null || given.length === 0) continue;
    const together = sum(given);
    const slack = ROUNDING * given.length;
    if (Math.abs(sum([together, -whole])) <= slack) continue;
    if (together > whole && whole !== 0 && given.includes(whole)) continue;
    if (isSplitTwice(given, whole, slack)) continue;
    const all = given.length > 1 && given.length === parts.length;
    if (together < whole && !exhaustive && !all) continue;
    uneven.push({ amount, total: whole, parts: together });
  }
  return uneven;
}

/** 资金执行, 预算执行情况, 预算执行率. */
const EXECUTION_ROW =
  /^(?:年度|全年|项目|财政|专项)*(?:预算|资金|经费)(?:执行|支出|支付)(?:完成)?(?:情况|率|进度)?$/;

/**
 * Whether a row without a target stands among the indicators for the funds, whose rate is known: it has
 * no figure of its own, or that rate.
 */
export function standsForFunds(
  { name, target, actual }: Indicator,
  budget: BudgetScore | null,
): boolean {
  const rate = budget?.rate ?? null;
  if (target.kind !== 'none' || rate === null || !EXECUTION_ROW.test(packed(name))) return false;
  return (
    actual.kind === 'none' ||
    (actual.kind === 'percent' && Math.abs((actual.value ?? 0) - rate * 100) < ROUNDED)
  );
}

/** Percentage points that a printed rate may be off by being rounded. */
const ROUNDED = 0.6;
