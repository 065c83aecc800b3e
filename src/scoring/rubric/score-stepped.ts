import { subtract } from '../../quantity/exact';
import { intervalsIn } from './interval';
import type { Item } from './items';
import type { Reading } from './reading';
import type { RowFacts } from './row-facts';
import { measureFor, scoreTiers } from './score-tiers';
import { join, left, stepPoints } from './steps';
import type { ReadTiers } from './tiers';

/**
 * Points of the tier that a figure lies in, and beyond the last of them so much less by steps: from
 * its points or from full marks, as a rule seldom says which.
 */
export function scoreStepped(
  { tiers, others }: ReadTiers,
  step: Item,
  facts: RowFacts,
  weight: number,
): Reading | null {
  const { per, points, rounding, cap } = step;
  const within = scoreTiers(tiers, others, facts, weight);
  const measure = measureFor(tiers, facts);
  const bound = intervalsIn(step.condition.replace(/每[^,;。]*$/, '')).at(-1);
  const from = per?.side === 'under' ? bound?.high : bound?.low;
  if (!per || points === 'full' || !measure) return within;
  if (!from || measure.values.length > 1) return null;
  const [value = 0] = measure.values;
  const distance = per.side === 'under' ? subtract(from.value, value) : subtract(value, from.value);
  if (distance <= 0 || (within && within.span[1] === 0)) return within;
  const last = tiers.find(
    ({ interval }) => interval?.low?.value === from.value || interval?.high?.value === from.value,
  )?.points;
  if (!last) return null;
  const loss = stepPoints(distance, per.amount, points[1], rounding);
  const spans = [...new Set([last[1], weight])].map((base) => left(base, loss, cap));
  return { span: join(spans), rule: step.text, fact: measure.said, sum: '' };
}
