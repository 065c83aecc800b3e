import type { Profile } from '../model/profile';
import type { RowScore, TableResult } from '../model/score';
import type { Indicator } from '../model/table';
import { compare } from '../quantity/exact';
import { countingPoints, isLeftOut } from '../quantity/not-applicable';
import type { Say } from './sheet-cells';

export interface ScoredRow {
  readonly indicator: Indicator;
  readonly row: RowScore;
}

/** The rows that count by themselves, 其中 rows left out. */
export const rowsOf = ({ table, rows }: TableResult): ScoredRow[] =>
  table.indicators.flatMap((indicator, at) => {
    const row = rows[at];
    return row && indicator.parent === null ? [{ indicator, row }] : [];
  });

/** Whether a row that counts has less than its 分值. */
export function lostPoints(indicator: Indicator, profile: Profile): boolean {
  const { score, weight } = countingPoints(indicator, profile);
  return score?.value != null && weight?.value != null && compare(score.value, weight.value) < 0;
}

/** 共设10项，达到年度目标7项，未达到2项，其余1项不能按数值比较; in a rubric 得满分7项，扣分3项. */
export function tally(
  { table, profile }: TableResult,
  rows: readonly ScoredRow[],
  say: Say,
): string[] {
  const counting = rows.filter(({ indicator }) => !isLeftOut(indicator, profile));
  const isRubric = table.kind === 'rubric';
  const isKnown = ({ indicator, row }: ScoredRow): boolean =>
    isRubric
      ? indicator.score?.value != null && indicator.weight?.value != null
      : row.status !== 'unscored' && row.status !== 'judged';
  const isLess = ({ indicator, row }: ScoredRow): boolean =>
    isRubric ? lostPoints(indicator, profile) : row.status === 'unmet';
  const known = counting.filter(isKnown);
  const less = known.filter(isLess).length;
  const [met, unmet, rest] = isRubric
    ? (['countFull', 'countLost', 'countUngraded'] as const)
    : (['countMet', 'countUnmet', 'countRest'] as const);
  const counts = [
    ['countAll', rows.length],
    [met, known.length - less],
    [unmet, less],
    [rest, known.length > 0 ? counting.length - known.length : 0],
    ['countLeftOut', rows.length - counting.length],
  ] as const;
  return counts.flatMap(([key, count]) => (count > 0 ? [say(`outline.${key}`, { count })] : []));
}
