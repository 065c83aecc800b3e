import type { Profile } from '../../model/profile';
import type { RowScore } from '../../model/score';
import type { ScoringKey } from '../../texts/zh-CN/scoring';
import type { Indicator, MetaField } from '../../model/table';
import { isBlank } from '../../model/blank';
import { roundHalfUp, subtract } from '../../quantity/exact';
import { figure, quoted } from '../figures';
import { judged, outcome } from '../outcome';
import { ABOUT_EXECUTION } from './execution-told';
import { isExact, type Reading } from './reading';
import { readDeductions } from './reason-points';
import { scoreByStandard, standardFor } from './score-standard';
import { standardTold } from './standard-told';
import { toldAbove } from './told-above';

/**
 * A row of 评分标准: what the standard gives for the figures and words of 自评情况 or 完成情况, else for
 * those of 扣分原因, else the weight less the points that 扣分原因 names (domain-rules §2.2). Where two
 * readings are right there is no score but their range; where nothing can be computed a person judges.
 * @param meta the lines above the table, for a row that tells nothing itself
 * @param execution the execution rate of the funds block as a fraction; null where it has none
 */
export function rubric(
  indicator: Indicator,
  weight: number,
  execution: number | null,
  profile: Profile,
  meta: readonly MetaField[] = [],
): RowScore {
  const reading = readingOf(indicator, weight, execution, profile, meta);
  const deducted = indicator.reason === null ? null : readDeductions(indicator.reason);
  if (reading && (deducted === null || !isExact(reading) || /\d/.test(reading.fact)))
    return byReading(reading, weight);
  if (deducted === null) return byPerson(indicator, weight, profile);
  const score = Math.max(0, roundHalfUp(subtract(weight, deducted), profile.rounding.score));
  const data = { weight: figure(weight), deducted: figure(deducted), score: figure(score) };
  const met = deducted === 0;
  return outcome('rubric', null, score, met ? 'met' : 'unmet', 'scoring.rubric.deducted', data);
}

function readingOf(
  { name, criteria, evidence, actual, reason }: Indicator,
  weight: number,
  execution: number | null,
  profile: Profile,
  meta: readonly MetaField[],
): Reading | null {
  if (criteria === null || isBlank(criteria)) return null;
  const rate = execution !== null && ABOUT_EXECUTION.test(name) ? execution : null;
  const told = [evidence ?? '', actual.text].filter((text) => !isBlank(text));
  const texts = [...new Set(told)];
  const read = (words: readonly string[]): Reading | null =>
    scoreByStandard(
      criteria,
      weight,
      {
        name,
        told: words.join('；'),
        execution: rate === null ? null : roundHalfUp(rate * 100, 2),
      },
      profile.rounding.score,
      profile.stepRounding,
    );
  // Full marks for what takes nothing off come of no one rule: the whole standard is quoted then.
  const quoting = (words: readonly string[]): Reading | null => {
    const reading = read(words);
    return reading && (reading.rule === '' ? { ...reading, rule: criteria } : reading);
  };
  const own = quoting(texts) ?? (isSourceOnly(evidence ?? '') ? quoting([actual.text]) : null);
  if (own || texts.length > 0) return own;
  if (reason !== null && !isBlank(reason)) return quoting([reason]);
  const above = toldAbove(name, meta);
  return above === '' ? null : quoting([above]);
}

/** 决算报表, 台账, 问卷 under 得分依据 beside a result of its own: where to look it up, and no fact. */
const isSourceOnly = (evidence: string): boolean =>
  evidence !== '' && evidence.length <= LONGEST_SOURCE && !TELLS.test(evidence);
const LONGEST_SOURCE = 16;
const TELLS = /[\d未没无不缺欠漏逾延超少仅尚]|部分|基本|个别/;

/** Nothing computable: the rules as read and the band of the score, for whoever judges. */
export function byPerson({ criteria }: Indicator, weight: number, profile: Profile): RowScore {
  const told =
    criteria === null || isBlank(criteria)
      ? null
      : standardTold(standardFor(criteria, weight, profile.stepRounding), weight);
  if (!told) return judged('rubric', 'scoring.rubric.judged', { weight: figure(weight) });
  const [low, high] = told.band;
  return judged('rubric', 'scoring.rubric.clauses', {
    clauses: told.rules.map(quoted),
    low: figure(low),
    high: figure(high),
  });
}

/** Explanations of a score that came of the standard itself. */
export const READ_KEYS: readonly string[] = [
  'scoring.rubric.read',
  'scoring.rubric.over',
  'scoring.rubric.under',
  'scoring.rubric.lost',
] satisfies readonly ScoringKey[];

function keyOf({ step }: Reading): ScoringKey {
  if (!step) return 'scoring.rubric.read';
  if (step.side === null) return 'scoring.rubric.lost';
  return step.side === 'over' ? 'scoring.rubric.over' : 'scoring.rubric.under';
}

/** The score, or the range of the readings that are right, and how it came about. */
export function byReading(reading: Reading, weight: number): RowScore {
  const [low, high] = reading.span;
  const { step } = reading;
  const data = {
    rule: quoted(reading.rule),
    fact: quoted(reading.fact),
    sum: reading.sum === '' ? '' : `${reading.sum} = `,
    low: figure(low),
    high: figure(high),
    score: figure(low),
    ...(step && { lost: figure(step.lost), distance: figure(step.distance) }),
  };
  if (!isExact(reading))
    return { ...judged('rubric', 'scoring.rubric.range', data), scoreRange: [low, high] };
  const status = low === weight ? 'met' : 'unmet';
  return outcome('rubric', null, low, status, keyOf(reading), data);
}
