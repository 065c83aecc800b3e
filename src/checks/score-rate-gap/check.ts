import { compare, multiply, ratio, sum } from '../../quantity/exact';
import type { PreparedContext } from '../check';
import { EVERY_KIND } from '../check';
import { defineCheck } from '../define-check';
import { percent } from '../../scoring/figures';
import { denominatorOf } from '../../scoring/execution-rate';
import { fundsRate, sumRate } from '../funds';
import { indicatorPoints } from '../indicator-points';
import { explainsFunds, isReason } from '../wording';
import { executionTold } from '../../scoring/rubric/execution-told';

/**
 * (score rate − execution rate) ÷ score rate above the profile's gap. The score rate is that of the
 * indicators, without the funds row's own points (domain-rules D29).
 */
export const scoreRateGap = defineCheck({
  id: 'score-rate-gap',
  code: 'JX415',
  severity: 'warning',
  kinds: EVERY_KIND,
  scope: 'table',
  about: ['total'],
  // Scores above their weights make the rate what it is.
  yields: { plain: { inTable: ['score-over-weight'] } },
  texts: {
    'zh-CN': {
      title: '得分率明显高于执行率',
      message: {
        plain:
          '指标得 {score} 分（分值 {weight}），得分率 {found}，而执行率只有 {expected}，相差超过得分率的 {limit}。',
      },
      why: '钱没花完而任务几乎全部完成，需要核实。',
      fix: '请核对各项完成值和得分；确属节约的，请在说明中写明。',
      fixes: {
        explained: '表上已经写了资金没有花完的原因，请再核对各项完成值和得分；都没有错的，不用改。',
      },
      basis: '一体化系统预警：（得分率－执行率）÷得分率大于5%',
    },
    en: {
      title: 'Scores far above the execution rate',
      message: {
        plain:
          'The indicators have {score} of {weight} points, {found}, while only {expected} was executed: the gap is above {limit} of the score rate.',
      },
      why: 'Work nearly all done with money unspent needs a look.',
      fix: 'Check the actual values and scores; where money was saved, say so.',
      fixes: {
        explained:
          'The sheet says why money was left; check the actual values and scores once more, and leave them where they are right.',
      },
      basis:
        'Warning of the integrated system: (score rate − execution rate) ÷ score rate above 5 %',
    },
  },
  find(say, context) {
    const { table, budget, profile, facts } = context;
    const ofFunds = fundsRate(context);
    const inWords = table.kind === 'rubric' ? executionTold(table.indicators) : null;
    const rate = inWords ?? ofFunds;
    const { parts, scored } = facts.funds;
    const cell = table.total?.score?.cell ?? scored?.rate?.cell ?? scored?.executed?.cell;
    if (!facts.whole || rate === null || !cell) return [];
    // A budget of 0 has no rate that could be compared.
    const row = scored ?? facts.funds.total;
    if (row && denominatorOf(row, profile) === 0) return [];
    // A rubric counts what was spent in a row of its own, or in a funds row with points.
    if ((budget?.weight ?? null) === null && table.kind === 'rubric' && inWords === null) return [];
    const ofParts = sumRate(parts, profile);
    if (ofParts !== null && ofParts > rate) return [];
    const points = indicatorPoints(context);
    if (points === null) return [];
    const { score, weight } = points;
    // (s/w − r) / (s/w) > gap  ⇔  r·w < (1 − gap)·s, without dividing.
    const least = multiply(sum([1, -profile.execution.scoreGap]), score);
    if (compare(multiply(rate, weight), least) >= 0) return [];
    const scoreRate = ratio(score, weight, profile.rounding.rate) ?? 0;
    return [
      say(cell, {
        data: { score, weight, limit: percent(profile.execution.scoreGap) },
        expected: percent(rate),
        found: percent(scoreRate),
        ...(isExplained(context) ? { severity: 'info', advice: 'explained' } : {}),
      }),
    ];
  },
});

/** A note, a line of the head or the remark of a funds row says why money was left. */
function isExplained({ table }: PreparedContext): boolean {
  const remarks = table.budget?.rows.map(({ reason }) => reason?.value ?? '') ?? [];
  const told = [table.goal.achieved?.value ?? '', ...table.notes.map(({ value }) => value)];
  const meta = table.meta.map(({ label, value }) => `${label}：${value}`);
  return [...told, ...meta].some(explainsFunds) || remarks.some(isReason);
}
