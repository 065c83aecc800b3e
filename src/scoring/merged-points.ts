import type { RowScore } from '../model/score';
import type { Indicator } from '../model/table';
import { figure, quoted } from './figures';
import { judged } from './outcome';

/**
 * The scores of rows with one 分值 merged over several: where the first was met and another was not, how the
 * points go to each is written nowhere.
 */
export function withMergedPoints(
  indicators: readonly Indicator[],
  scores: readonly RowScore[],
): readonly RowScore[] {
  const missed = new Map<number, Indicator>();
  indicators.forEach((indicator, at) => {
    const { row, weight } = indicator;
    const isMissed = (scores[at]?.achievement ?? 1) < 1;
    if (weight && weight.value === null && weight.cell.row < row && isMissed)
      missed.set(weight.cell.row, indicator);
  });
  if (missed.size === 0) return scores;
  return scores.map((score, at) => {
    const { row = -1, weight } = indicators[at] ?? {};
    const other = missed.get(row);
    if (!other || weight?.value == null || score.score !== weight.value) return score;
    const data = { name: quoted(other.name), actual: quoted(other.actual.text) };
    return judged(score.method, 'scoring.merged-points', {
      ...data,
      weight: figure(weight.value),
    });
  });
}
