import { isNotApplicable } from '../model/blank';
import type { Profile } from '../model/profile';
import type { Indicator, Table } from '../model/table';
import { shareOf, subtract, sum } from './exact';

/** Whether a row says that it does not apply: 年度指标值, 实际完成值 or 自评情况 is 不适用 or a dash. */
export const saysNotApplicable = ({ target, actual, evidence }: Indicator): boolean =>
  isNotApplicable(target.text) || isNotApplicable(actual.text) || evidence?.trim() === '不适用';

/** Whether a row counts for nothing because the profile puts the rest on the scale of the table. */
export const isLeftOut = (indicator: Indicator, { notApplicable }: Profile): boolean =>
  notApplicable === 'rescale' && saysNotApplicable(indicator);

/** 分值 and 得分 of a row as every sum of points takes them: none of a row that is left out. */
export const countingPoints = (
  indicator: Indicator,
  profile: Profile,
): Pick<Indicator, 'weight' | 'score'> =>
  isLeftOut(indicator, profile) ? { weight: null, score: null } : indicator;

/** The full marks of the rows that count, the funds row among them; null where no row is left out. */
export function fullWithoutLeftOut({ indicators }: Table, profile: Profile): number | null {
  const out = indicators.filter((indicator) => isLeftOut(indicator, profile));
  const left = subtract(profile.tableTotal, sum(out.map(({ weight }) => weight?.value ?? 0)));
  return out.length === 0 || left <= 0 ? null : left;
}

/**
 * What the points of the rows that count come to on the scale of the table (科研项目: 适用指标得分汇总后按百分制);
 * the points themselves where no row is left out.
 */
export function rescaled(points: number, table: Table, profile: Profile): number {
  const full = fullWithoutLeftOut(table, profile);
  if (full === null) return points;
  return shareOf(profile.tableTotal, points, full, profile.rounding.score) ?? points;
}
