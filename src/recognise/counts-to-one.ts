import type { Budget, Group, Indicator, NumberCell, TotalRow } from '../model/table';
import { sum } from '../quantity/exact';

interface Weighted {
  readonly indicators: readonly Indicator[];
  readonly budget: Budget | null;
  readonly total: TotalRow | null;
}

const CLOSE = 0.011;
/** With fewer rows a weight of 1 is as likely a single point. */
const FEWEST = 2;

const figuresOf = (cells: readonly (NumberCell | null)[]): number[] =>
  cells.flatMap((cell) => (cell?.value == null ? [] : [cell.value]));

/** The weights are fractions that add up to 1 (0.2, 0.1 …), with the funds' or beside them. */
export function countsToOne({ indicators, budget, total }: Weighted): boolean {
  const weights = figuresOf(indicators.map(({ weight }) => weight));
  if (weights.length < FEWEST || weights.some((weight) => weight <= 0 || weight > 1)) return false;
  const funds = figuresOf((budget?.rows ?? []).map(({ weight }) => weight)).map(asFraction);
  const rows = sum(weights);
  const all = sum([rows, ...funds]);
  const isOne = (value: number): boolean => Math.abs(value - 1) <= CLOSE;
  return isOne(all) || isOne(rows) || (total?.weight?.value === 1 && all < 1 + CLOSE);
}

const asFraction = (points: number): number => (points > 1 ? points / 100 : points);

/** `产出指标（50分）` over weights of 0.5 in all: what is printed in points counts as a fraction. */
export function groupsInFractions(
  groups: readonly Group[],
  indicators: readonly Indicator[],
): readonly Group[] {
  return groups.map((group) => {
    const { weight } = group;
    if (weight === null) return group;
    const rows = sum(figuresOf(group.indicators.map((index) => indicators[index]?.weight ?? null)));
    // 1 is the whole form or one point of it: as the rows below have it.
    const isPoint = weight.value > 1 || (weight.value === 1 && rows < 0.5);
    return isPoint ? { ...group, weight: { ...weight, value: weight.value / 100 } } : group;
  });
}

/** `（10分）` in the heading of the funds, too. */
export const budgetInFractions = (budget: Budget): Budget => ({
  ...budget,
  rows: budget.rows.map((row) => {
    const { weight } = row;
    if (weight?.value == null) return row;
    return { ...row, weight: { ...weight, value: asFraction(weight.value) } };
  }),
});
