import { isBlank } from '../../model/blank';
import type { Profile } from '../../model/profile';
import type { RowScore } from '../../model/score';
import type { Indicator } from '../../model/table';
import type { Quantity } from '../../model/quantity';
import { isExact, type Reading } from './reading';
import { byPerson, byReading } from './score-rubric';
import { scoreByStandard, standardFor } from './score-standard';

/**
 * A row with a target and a 评分标准 of its own: what its own rule gives for 目标值 and 完成值, as the
 * rule of the sheet goes before that of the place. Where the rule gives less for a target that is met,
 * or nothing for one that is missed, a person judges: either may have been misread. As `byTarget` where
 * the 评分标准 gives no points.
 * @param byTarget what the profile gives
 */
export function byOwnRule(
  indicator: Indicator,
  weight: number,
  profile: Profile,
  byTarget: RowScore,
): RowScore {
  const { criteria } = indicator;
  if (criteria === null || isBlank(criteria) || byTarget.status === 'unscored') return byTarget;
  const { items, standard } = standardFor(criteria, weight, profile.stepRounding);
  if (items.length === 0 && standard.kind !== 'formula') return byTarget;
  const reading = readingOf(indicator, criteria, weight, profile);
  const met = byTarget.score === weight;
  if (!reading) return met ? byTarget : byPerson(indicator, weight, profile);
  if (met && !(isExact(reading) && reading.span[0] === weight))
    return byPerson(indicator, weight, profile);
  return met ? byTarget : byReading(reading, weight);
}

const SIGNS =
  /[≥≤><=＞＜≧≦]|不(?:低|少|小|高|多|大)于|(?:大于|小于)?等于|不超过|达到|以[上下内]|及以[上下]/g;

/** 目标95% and 实际94%, each with the unit of the other where its own cell has none. */
const figureTold = ({ text, kind, unit }: Quantity, other: Quantity): string => {
  const plain = text.replace(SIGNS, '');
  return kind === 'number' && (unit ?? '') === '' ? plain + (other.unit ?? '') : plain;
};

function readingOf(
  { name, target, actual }: Indicator,
  criteria: string,
  weight: number,
  profile: Profile,
): Reading | null {
  const read = (told: string): Reading | null =>
    scoreByStandard(
      criteria,
      weight,
      { name, told, execution: null },
      profile.rounding.score,
      profile.stepRounding,
    );
  if (actual.kind === 'qualitative' || target.kind === 'qualitative') return read(actual.text);
  return read(`目标${figureTold(target, actual)}，实际${figureTold(actual, target)}`);
}
