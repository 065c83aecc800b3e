import type { Finding } from '../../model/finding';
import type { NumberCell } from '../../model/table';
import { EVERY_KIND, type Yielding } from '../check';
import { defineCheck, type Say } from '../define-check';
import { brief } from '../wording';

/** A 评分标准 that grants points on top of the weight. */
const BONUS = /加分|最多加|另加|额外加|加\s*\d/;

const TO_ROWS: Yielding = { inTable: ['score-total', 'weight-total', 'score-over-weight'] };

/** Rows, the funds row, and the printed total (0 to the table's total). */
export const scoreOverWeight = defineCheck({
  id: 'score-over-weight',
  code: 'JX204',
  severity: 'error',
  kinds: EVERY_KIND,
  scope: 'row',
  about: ['score'],
  // The rows' own mistakes explain the printed total.
  yields: { total: TO_ROWS, 'total-negative': TO_ROWS },
  silences: [
    'unmet-full-score',
    'score-not-computed',
    'met-not-full',
    'qualitative-band',
    'execution-score',
  ],
  texts: {
    'zh-CN': {
      title: '得分超出范围',
      message: {
        plain: '“{name}”得 {found} 分，超过分值 {weight} 分。',
        negative: '得分是负数 {found}。',
        bonus:
          '“{name}”得 {found} 分，超过分值 {weight} 分；评分标准允许加分，请确认加分是否计入总分。',
        total: '总分 {found} 超过满分 {weight}。',
        'total-negative': '得分是负数 {found}。',
      },
      why: '得分最低 0 分，最高不超过分值。',
      fix: '请把得分改到 0 至 {weight} 之间；有加分的，请单独列示。',
      fixes: {
        negative: '请把得分改到 0 至 {weight} 之间。',
        bonus: '请确认加分是否计入总分；不计入的，得分改为不超过 {weight} 分。',
        total: '请核对各行得分，总分不超过 {weight} 分。',
        'total-negative': '请核对各行得分，总分不低于 0 分。',
      },
      basis:
        '一体化系统核对得分不大于分值；中江县2022年自评表表注。加分实例：铜陵市郊区2021年公开自评表',
    },
    en: {
      title: 'Score out of range',
      message: {
        plain: '“{name}” scores {found}, more than its weight of {weight}.',
        negative: 'The score is negative: {found}.',
        bonus:
          '“{name}” scores {found}, more than its weight of {weight}; its 评分标准 grants extra points, so check whether they count towards the total.',
        total: 'The total {found} is above the full mark {weight}.',
        'total-negative': 'The score is negative: {found}.',
      },
      why: 'A score lies between 0 and the weight.',
      fix: 'Set the score between 0 and {weight}; list extra points separately.',
      fixes: {
        negative: 'Set the score between 0 and {weight}.',
        bonus:
          'Make sure whether extra points count; where they do not, set the score to {weight} at most.',
        total: 'Check the rows; the total is {weight} at most.',
        'total-negative': 'Check the rows; the total is 0 at least.',
      },
      basis:
        'The integrated system holds scores to the weight; note of Zhongjiang 2022. Extra points: Tongling 2021',
    },
  },
  find(say, context) {
    const { table, facts, totals, profile } = context;
    const found: Finding[] = [];
    const funds = facts.funds.scored;
    if (funds?.score && funds.weight && outside(funds.score.value, funds.weight.value)) {
      found.push(over(say, funds.score, funds.weight.value ?? 0, funds.label, null));
    }
    const total = table.total?.score;
    const most = Math.max(totals.printedWeight ?? profile.tableTotal, profile.tableTotal);
    if (total && outside(total.value, most)) {
      const variant = (total.value ?? 0) < 0 ? 'total-negative' : 'total';
      const data = { name: '', weight: most };
      found.push(
        say(total.cell, {
          variant,
          data,
          expected: most,
          found: total.value,
        }),
      );
    }
    return found;
  },
  everyRow(say, { profile: { bonusAllowed } }) {
    return ({ score, name, criteria }, _score, { filled, weight }) =>
      score === null || !outside(filled, weight)
        ? null
        : over(say, score, weight ?? 0, name, bonusAllowed ? '加分' : criteria);
  },
});

function over(
  say: Say<
    'plain' | 'negative' | 'bonus' | 'total' | 'total-negative',
    'negative' | 'bonus' | 'total' | 'total-negative'
  >,
  score: NumberCell,
  weight: number,
  name: string,
  criteria: string | null,
): Finding {
  const value = score.value ?? 0;
  const bonus = value > weight && criteria !== null && BONUS.test(criteria);
  const variant = value < 0 ? 'negative' : bonus ? 'bonus' : 'plain';
  return say(score.cell, {
    variant,
    ...(bonus ? { severity: 'info' as const } : {}),
    data: { name: brief(name), weight },
    expected: weight,
    found: value,
  });
}

/** Below 0, or above a weight that can be read. */
function outside(score: number | null, weight: number | null): boolean {
  if (score === null) return false;
  return score < 0 || (weight !== null && score > weight);
}
