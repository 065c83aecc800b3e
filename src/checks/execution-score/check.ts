import { EVERY_KIND } from '../check';
import { defineCheck } from '../define-check';
import { distance, loudness, samePoints } from '../difference';
import type { Profile } from '../../model/profile';
import { ratio, subtract } from '../../quantity/exact';
import { executionOf, executionPoints, type Execution } from '../../scoring/execution-rate';
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
        weight:
          '“{name}”的分值 {weight} 和得分 {found} 对不上：执行率 {rate}，分值是 {other} 时得分才是 {found}。',
      },
      why: '预算执行得分按执行率折算，最高不超过分值。',
      fix: '请把得分改为 {expected}。',
      fixes: {
        weight: '请先核对分值：满分 {whole} 里还有指标的分值。',
      },
      basis: '海淀区学院路街道2016年自评表：执行率×分值，不超过分值；公开核对工具的同一规则',
    },
    en: {
      title: 'Score of the funds row is wrong',
      message: {
        plain:
          '“{name}” scores {found}; rate {rate} × {weight} points is {expected}: {difference} off.',
        tiered:
          '“{name}” scores {found}; at a rate of {rate} the tiers of the profile or the note give {expected} of {weight} points: {difference} off.',
        weight:
          'The weight {weight} and the score {found} of “{name}” do not fit: at a rate of {rate} the score is {found} where the weight is {other}.',
      },
      why: 'The funds row scores rate times weight, at most the weight.',
      fix: 'Change the score to {expected}.',
      fixes: {
        weight: 'Check the weight first: {whole} in all include what the indicators count for.',
      },
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
    const fits = (of: number, amounts: Pick<Execution, 'executed' | 'budget'>): boolean =>
      executionPoints(of, amounts, profile)?.some((one) => samePoints(filled, one, profile)) ??
      false;
    const fromRate = (rate: number | null): boolean =>
      rate !== null &&
      distance(rate, budget.rate ?? 0) > 0 &&
      fits(weight, { executed: rate, budget: 1 });
    if (fromRate(row.rate?.value ?? null)) return [];
    if (fromRate(sumRate(facts.funds.parts, profile))) return [];
    const hasOwnRule =
      !isTiered(profile) && context.table.notes.some(({ value }) => OWN_RULE.test(value));
    const whole = profile.tableTotal;
    const other = fittingWeight(
      weight,
      weightsOf(context.table) ?? 0,
      ratio(filled, execution.rate, 2),
      profile,
    );
    if (other !== null && fits(other, execution)) {
      const data = { name: brief(row.label), weight, rate: percent(execution.rate), other, whole };
      return [say(row.score.cell, { variant: 'weight', severity: 'error', data, found: filled })];
    }
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
 * The weight that a funds row can have where its own is too much for the table: what the indicators leave of the
 * whole; beside none, what the score is the rate of. Null where its own may stand.
 */
function fittingWeight(
  own: number,
  weights: number,
  ofRate: number | null,
  { tableTotal }: Profile,
): number | null {
  const room = subtract(tableTotal, weights);
  if (weights === 0) return own >= tableTotal && ofRate !== 0 ? ofRate : null;
  return own > room && room > 0 ? room : null;
}

/**
 * A note with a threshold or a step of the rate that was not read as a rule: what it gives, only a
 * person can say (house rule: the form's own rule goes before the usual one).
 */
const OWN_RULE =
  /(?:执行|支付|支出)(?:率|进度)[^。；;]*?(?:\d\s*[%％]|每(?:低|少|降|减)|÷)[^。；;]*?(?:分|比例)/;
