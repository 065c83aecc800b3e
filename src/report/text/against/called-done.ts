import type { RowScore } from '../../../model/score';
import type { Indicator } from '../../../model/table';
import type { ReportContext } from '../check';
import { claimsOf } from '../facts/claims';
import type { Comparison } from './comparison';
import { likeliest, likenessOf } from './likely-row';
import type { Wanted } from './named-places';
import { plainName } from './names';

const DONE =
  /(?:任务|目标|指标|工作)?(?:已|均|都)?(?:全部|全面|如期|圆满)(?:完成|达标)(?=[，。；])|等?(?:全部|所有|各项)(?:绩效)?指标(?:均|都|全部)已?(?:完成|达到|实现)(?:年度|预期|既定)?(?:目标|指标值)?/g;
const NEARLY_ALL = 0.9;
const FEWEST_SHARED = 4;

/**
 * 高素质农民培育任务已全部完成, 供餐天数等全部指标均达到年度目标: a row called done that the form has short of its
 * target.
 */
export function calledDone(
  { report, statements }: Pick<ReportContext, 'report' | 'statements'>,
  wanted: readonly Wanted[],
  rows: ReadonlyMap<Indicator, RowScore | undefined>,
): readonly Comparison[] {
  const isUnmet = ({ indicator }: Wanted): boolean => {
    const achievement = rows.get(indicator)?.achievement;
    return achievement != null && achievement < 1;
  };
  if (!wanted.some(isUnmet)) return [];
  return claimsOf(report, statements, DONE).flatMap(({ statement, at, found }): Comparison[] => {
    const clause =
      statement.text
        .slice(0, at)
        .split(/[，。；：、]/)
        .at(-1) ?? '';
    // 除供餐天数外, and 二期: of the others, of a part.
    if (/除|其余|其他|\d|[一二三四五六七八九十][期批]/.test(clause)) return [];
    const row = rowIn(clause, wanted);
    if (!row || !isUnmet(row)) return [];
    const { name, actual, target, actualCell } = row.indicator;
    return [
      {
        kind: 'indicator',
        fact: name,
        cell: actualCell,
        told: { statement, at },
        verdict: 'differs',
        expected: `${actual.text}（${target.text}）`,
        found,
        sure: true,
      },
    ];
  });
}

/** The row that a clause names at its end, or with nearly all of its words. */
function rowIn(clause: string, wanted: readonly Wanted[]): Wanted | null {
  const named = wanted.find(
    ({ core, indicator }) => clause.endsWith(core) || clause.endsWith(plainName(indicator.name)),
  );
  const row = likeliest(wanted.flatMap((one) => likenessOf(one, clause) ?? []));
  const isClose =
    row !== null &&
    row.shared >= FEWEST_SHARED &&
    Math.min(row.recall, row.precision) >= NEARLY_ALL;
  return named ?? (isClose ? row.wanted : null);
}
