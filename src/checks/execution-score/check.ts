import { EVERY_KIND } from '../check';
import { defineCheck } from '../define-check';
import { distance, loudness, samePoints } from '../difference';
import { executionOf, executionPoints } from '../../scoring/execution-rate';
import { isTiered, unprintedWeight } from '../../scoring/score-budget';
import { weightsOf } from '../../scoring/score-table';
import { percent } from '../../scoring/figures';
import { sumRate } from '../funds';
import { brief } from '../wording';

/** Silent to 0.05 points, information to 0.5, warning to 1, error above (the profile's tolerance). */
export const executionScore = defineCheck({
  id: 'execution-score',
  code: 'JX302',
  severity: 'warning',
  kinds: EVERY_KIND,
  scope: 'block',
  about: ['score', 'funds'],
  toldWith: { onRow: ['execution-rate'], remains: true },
  texts: {
    'zh-CN': {
      title: '预算执行得分算得不对',
      message: {
        plain:
          '“{name}”得 {found} 分，按执行率 {rate} × {weight} 分应为 {expected} 分，相差 {difference} 分。',
        tiered:
          '“{name}”得 {found} 分；执行率 {rate}，{weight} 分按口径或表注的分档应为 {expected} 分，相差 {difference} 分。',
      },
      why: '预算执行得分按执行率折算，最高不超过分值。',
      fix: '请把得分改为 {expected}。',
      basis: '海淀区学院路街道2016年自评表：执行率×分值，不超过分值；公开核对工具的同一规则',
    },
    en: {
      title: 'Score of the funds row is wrong',
      message: {
        plain:
          '“{name}” scores {found}; rate {rate} × {weight} points is {expected}: {difference} off.',
        tiered:
          '“{name}” scores {found}; at a rate of {rate} the tiers of the profile or the note give {expected} of {weight} points: {difference} off.',
      },
      why: 'The funds row scores rate times weight, at most the weight.',
      fix: 'Change the score to {expected}.',
      basis:
        'Form of Haidian 2016: rate times weight, at most the weight; same rule in a public validator',
    },
  },
  find(say, context) {
    const { facts, budget, profile } = context;
    const row = facts.funds.scored;
    const execution = row && executionOf(row, profile);
    if (!row?.score || !budget || !execution) return [];
    const weight = budget.weight ?? unprintedWeight(row, weightsOf(context.table), profile);
    if (weight === null) return [];
    const points = executionPoints(weight, execution, profile);
    const filled = row.score.value;
    if (points === null || filled === null || filled < 0 || filled > weight) return [];
    const expected = Math.min(Math.max(filled, points[0]), points[1]);
    const difference = distance(filled, expected);
    const loud = loudness(difference, profile);
    if (loud === null) return [];
    // Computed from the printed rate, or from the parts of a wrong total: that mistake is said there.
    const fromRate = (rate: number | null): boolean => {
      if (rate === null || distance(rate, budget.rate ?? 0) <= 0) return false;
      const own = executionPoints(weight, { executed: rate, budget: 1 }, profile);
      return own !== null && own.some((one) => samePoints(filled, one, profile));
    };
    if (fromRate(row.rate?.value ?? null)) return [];
    if (fromRate(sumRate(facts.funds.parts, profile))) return [];
    const hasOwnRule =
      !isTiered(profile) && context.table.notes.some(({ value }) => OWN_RULE.test(value));
    return [
      say(row.score.cell, {
        variant: isTiered(profile) ? 'tiered' : 'plain',
        severity: hasOwnRule ? 'info' : difference > profile.tolerance.error ? 'error' : loud,
        data: { name: brief(row.label), weight, rate: percent(budget.rate ?? 0), difference },
        expected,
        found: filled,
      }),
    ];
  },
});

/**
 * A note with a threshold or a step of the rate that was not read as a rule: what it gives, only a
 * person can say (house rule: the form's own rule goes before the usual one).
 */
const OWN_RULE =
  /(?:执行|支付|支出)(?:率|进度)[^。；;]*?(?:\d\s*[%％]|每(?:低|少|降|减)|÷)[^。；;]*?(?:分|比例)/;
