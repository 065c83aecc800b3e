import type { Finding } from '../../model/finding';
import type { Indicator } from '../../model/table';
import { multiply, subtract } from '../../quantity/exact';
import { isLeftOut } from '../../quantity/not-applicable';
import { bandSeverity } from '../band-words';
import { EVERY_KIND, type PreparedContext } from '../check';
import { defineCheck, type Say } from '../define-check';
import { isExecutionRate, standsForFunds } from '../funds';
import { brief } from '../wording';
import type { RowScore } from '../../model/score';
import type { RowFacts } from '../table-facts';

/**
 * A missed target wants its reason also on a form without 分值, where no points can be lost. Where
 * the target was met, `met-not-full` (or `qualitative-band`) speaks of the lost points.
 */
export const reasonMissing = defineCheck({
  id: 'reason-missing',
  code: 'JX404',
  severity: 'error',
  kinds: EVERY_KIND,
  scope: 'row',
  about: ['reason'],
  // No points were lost; that the target was missed is only how the other mistake reads.
  yields: {
    unmet: { onRow: ['kind-mismatch', 'unit-mismatch', 'zero-target', 'sign-conflict'] },
  },
  toldWith: { onRow: ['unmet-full-score', 'score-not-computed'], remains: true },
  texts: {
    'zh-CN': {
      title: '偏差原因未填',
      message: {
        lost: '“{name}”得 {score} 分（分值 {weight}），扣了分，但没有说明偏差原因。',
        unmet: '“{name}”目标 {target}，完成 {actual}，没有达到目标，但没有说明偏差原因。',
      },
      why: '扣分或没有完成的指标，都要写原因和改进措施。',
      fix: '请在偏差原因一栏写明原因和改进措施，不要只写“无”。',
      basis: '一体化系统导入核对：得分低于分值须填偏差原因；公开核对工具同此',
    },
    en: {
      title: 'No reason given',
      message: {
        lost: '“{name}” has {score} of {weight} points and no reason for the loss.',
        unmet:
          '“{name}”: target {target}, actual {actual}; the target is missed and no reason is given.',
      },
      why: 'Lost points and missed targets are explained, with what will be done.',
      fix: 'Write the reason and the measure; “无” is none.',
      basis:
        'Import check of the integrated system: a reason below full score; same in a public validator',
    },
  },
  soundRow(say, context) {
    const unweighted = context.table.columns.weight === undefined;
    return (indicator, score, facts) => {
      const { weight, filled, explained } = facts;
      if (explained || indicator.reasonCell === null) return null;
      // A row that is left out loses nothing, whatever stands in its 得分.
      if (isLeftOut(indicator, context.profile)) return null;
      if (weight === null) {
        const missed = unweighted && indicator.parent === null && (score.achievement ?? 1) < 1;
        return missed ? missing(say, indicator, 'unmet', facts) : null;
      }
      const met = score.status === 'met' || score.status === 'over';
      if (met && score.method !== 'rubric') return null;
      // The funds explain their rate where it is low (execution-unexplained).
      if (standsForFunds(indicator, context.budget) && !isBelowRate(facts, context)) return null;
      const isRate = isExecutionRate(indicator.name);
      if (isRate && (score.achievement ?? 0) >= context.profile.execution.explainBelow) return null;
      if (isToldByStandard(score, facts, context.table.columns.reason?.label ?? '')) return null;
      const lost = filled !== null && filled < weight && filled >= 0;
      // Full marks against the rules are said at the score.
      if (!lost && (score.status !== 'unmet' || score.method === 'rubric')) return null;
      const official =
        bandSeverity(indicator.actual.text, context.table, context.profile) !== 'info';
      if (official && isBelowTopBand(score, weight, filled)) return null;
      return missing(say, indicator, lost ? 'lost' : 'unmet', facts);
    };
  },
});

/** 25 of 30 points at a rate of 100%: more was taken off than the rate takes. */
function isBelowRate({ filled, weight }: RowFacts, { budget, profile }: PreparedContext): boolean {
  const rate = budget?.rate ?? null;
  if (filled === null || weight === null || rate === null) return false;
  return subtract(multiply(weight, Math.min(1, rate)), filled) > profile.tolerance.info;
}

function missing(
  say: Say<'lost' | 'unmet'>,
  indicator: Indicator,
  variant: 'lost' | 'unmet',
  { weight, filled }: RowFacts,
): Finding | null {
  if (indicator.reasonCell === null) return null;
  const written = (indicator.reason ?? '').trim();
  return say(indicator.reasonCell, {
    variant,
    data: {
      name: brief(indicator.name),
      weight: weight ?? '',
      score: filled ?? '',
      target: brief(indicator.target.text),
      actual: brief(indicator.actual.text),
    },
    found: written === '' ? null : brief(written),
  });
}

/**
 * 举办18场 beside 每举办1场得1分 is the reason itself, where the form has only room for remarks and asks for
 * none.
 */
const isToldByStandard = (score: RowScore, { filled }: RowFacts, label: string): boolean =>
  score.method === 'rubric' && score.score === filled && filled !== null && !ASKS.test(label);
const ASKS = /原因|偏差|扣分|差异|未完成/;

/** The wording says the target was met and the score is below its band: said at the 得分. */
function isBelowTopBand({ band }: RowScore, weight: number, filled: number | null): boolean {
  return band !== null && band.to === weight && filled !== null && filled < band.from;
}
