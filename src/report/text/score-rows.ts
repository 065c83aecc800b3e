/** Heads of a table of points by level, as reports and our own outline have them. */
const SCORE_HEAD = /^(?:分值|得分|得分率)$/;
const LEVEL_HEAD = /^一级指标$/;
const TOTAL = /^(?:合计|总计|总分|小计)$/;

const bare = (cell: string): string => cell.replace(/[（(](?:分|%|％)[)）]|\s/g, '');

/** The heads of 一级指标 | 分值 | 得分 | 得分率, and no other column; null for any other row. */
export function scoreHeads(cells: readonly string[]): readonly string[] | null {
  const [level = '', ...others] = cells.map(bare);
  const isScores = others.includes('分值') && others.includes('得分');
  const isAlone =
    new Set(others).size === others.length && others.every((one) => SCORE_HEAD.test(one));
  return LEVEL_HEAD.test(level) && isScores && isAlone ? [level, ...others] : null;
}

/**
 * A row below such heads as a sentence of the level's points: 产出指标，分值50分，得分48分. Null for
 * the sum, which may leave the funds out, and where a cell holds anything but its figure.
 */
export function scoreSentence(heads: readonly string[], cells: readonly string[]): string | null {
  const [level = '', ...values] = cells.map((cell) => cell.trim());
  if (level === '' || TOTAL.test(bare(level)) || cells.length !== heads.length) return null;
  const parts = values.map((value, index) => {
    const head = heads[index + 1] ?? '';
    const number = /^(\d+(?:\.\d+)?)(?:分|%|％)?$/.exec(value)?.[1];
    if (number === undefined) return null;
    return head === '得分率' ? `${head}${number}%` : `${head}${number}分`;
  });
  return parts.includes(null) ? null : `${level}，${parts.join('，')}。`;
}
