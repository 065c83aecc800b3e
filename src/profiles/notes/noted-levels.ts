/** The points of the first levels and of the funds that a sentence sets out. */
export interface NotedLevels {
  /** By canonical name: 产出, 效益, 满意度, 成本. */
  readonly weights: Readonly<Record<string, number>>;
  readonly funds: number;
}

const LEVELS = ['产出', '效益', '满意度', '成本'] as const;
const PAIR =
  /(?:(产出|效益|满意度|成本)(?:指标)?|(预算(?:资金)?执行(?:率|情况)?(?:指标)?|资金执行率))(?:分值|权重)?[:为占是(]{0,3}(\d{1,3}(?:\.\d+)?)(?:分|%)/g;

const thousandths = (points: number): number => Math.round(points * 1000);

/**
 * 产出指标50分、效益指标30分、服务对象满意度指标10分、预算执行率10分: null unless the parts, the funds among
 * them or left over, come to the whole.
 * @param sentence plain
 * @param whole the points of a table, 100
 */
export function levelsIn(sentence: string, whole: number): NotedLevels | null {
  const weights = new Map<string, number>();
  let funds: number | null = null;
  for (const [, level, isFunds, points] of sentence.matchAll(PAIR)) {
    const value = Number(points);
    if (isFunds !== undefined) {
      if (funds !== null && funds !== value) return null;
      funds = value;
    } else if (level !== undefined) {
      if (weights.has(level) && weights.get(level) !== value) return null;
      weights.set(level, value);
    }
  }
  if (!weights.has('产出') || !weights.has('效益') || funds === null) return null;
  const together = [...weights.values(), funds].reduce((all, one) => all + thousandths(one), 0);
  if (together !== thousandths(whole)) return null;
  const ordered = LEVELS.flatMap((level) => {
    const value = weights.get(level);
    return value === undefined ? [] : [[level, value] as const];
  });
  return { weights: Object.fromEntries(ordered), funds };
}
