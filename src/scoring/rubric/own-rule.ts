import { isBlank } from '../../model/blank';
import type { Profile } from '../../model/profile';
import type { RowScore } from '../../model/score';
import type { Indicator } from '../../model/table';
import type { Quantity } from '../../model/quantity';
import { isExact, type Reading } from './reading';
import { byPerson, byReading } from './score-rubric';
import { scoreByStandard, standardFor } from './score-standard';
import { FORMULA } from './standard';
import type { Item } from './items';
import { isZero, pointsOf } from './item-points';
import { ELSE, lastClause } from './by-words';
import { one } from './steps';

/**
 * A row with a target and a 评分标准 of its own: what its own rule gives for 目标值 and 完成值, as the
 * rule of the sheet goes before that of the place. That the target was met or missed, and by how much,
 * stays as `byTarget` has it. Where the rule was not made out, or gives less for a target that is met,
 * there is no score: a person judges.
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
  const { items, standard, text } = standardFor(criteria, weight, profile.stepRounding);
  if (items.length === 0 && standard.kind !== 'formula') return byTarget;
  const reading =
    readingOf(indicator, criteria, weight, profile) ?? allOrNothing(items, weight, byTarget);
  if (byTarget.score === weight) {
    if (asksOnlyToReach(items, weight)) return byTarget;
    const more = speaksOfMore(text) && (byTarget.achievement ?? 1) > 1;
    const full = reading ? isExact(reading) && reading.span[0] === weight : !more;
    return full ? byTarget : byPerson(indicator, weight, profile);
  }
  if (reading) return withTarget(byReading(reading, weight), byTarget, reading.span[1] === weight);
  // 按完成比例, B/A: just what the place does.
  if (FORMULA.test(text) || /[AB][/÷][AB]|比例|折算/.test(text)) return byTarget;
  return withTarget(byPerson(indicator, weight, profile), byTarget, false);
}

/** The score of the rule with what is known of the target; full marks by the rule miss nothing. */
const withTarget = (own: RowScore, byTarget: RowScore, full: boolean): RowScore => ({
  ...own,
  method: byTarget.method === 'none' ? own.method : byTarget.method,
  achievement: byTarget.achievement,
  status: full ? own.status : byTarget.status,
});

/** 超过目标20%的不得分: it may take points where more was done than asked for. */
const speaksOfMore = (text: string): boolean => /超(?:过|额|出|目标|计划|标)|高于|多于/.test(text);

/** 完成得10分,未完成不得分 for a target that was missed. */
const allOrNothing = (
  items: readonly Item[],
  weight: number,
  { status, explanation }: RowScore,
): Reading | null =>
  status === 'unmet' && asksOnlyToReach(items, weight)
    ? {
        span: one(0),
        rule: (items[1] ?? items[0])?.text ?? '',
        fact: String(explanation.data['actual'] ?? ''),
        sum: '',
      }
    : null;

/** All for a target that was reached, nothing for one that was not, and no figure besides. */
function asksOnlyToReach(items: readonly Item[], weight: number): boolean {
  const [award, zero, ...more] = items;
  if (!award || more.length > 0) return false;
  const only = zero ?? award;
  const top = zero ? award.kind === 'award' && pointsOf(award, weight)[0] === weight : true;
  const none = isZero(only) && !only.per && !only.discretion && !/\d/.test(only.condition);
  return top && none && ELSE.test(lastClause(only.condition));
}

const SIGNS =
  /[≥≤><=＞＜≧≦]|不(?:低|少|小|高|多|大)于|(?:大于|小于)?等于|不超过|达到|以[上下内]|及以[上下]/g;

/** 目标95% and 实际94%, each with the unit of the other where its own cell has none. */
const figureTold = ({ text, kind, unit }: Quantity, other: Quantity): string => {
  const plain = text.replace(SIGNS, '');
  return kind === 'number' && (unit ?? '') === '' ? plain + (other.unit ?? '') : plain;
};

/** What its sign or its form says is better; null where only its name could. */
function wantedBySign({ target, direction }: Indicator): 'more' | 'less' | null {
  if (target.op === '>=' || target.op === '>') return 'more';
  if (target.op === '<=' || target.op === '<') return 'less';
  if (direction === null) return null;
  return direction === 'reverse' ? 'less' : 'more';
}

function readingOf(
  indicator: Indicator,
  criteria: string,
  weight: number,
  profile: Profile,
): Reading | null {
  const { name, target, actual } = indicator;
  const wanted = wantedBySign(indicator);
  const read = (told: string): Reading | null =>
    scoreByStandard(
      criteria,
      weight,
      { name, told, execution: null, wanted },
      profile.rounding.score,
      profile.stepRounding,
    );
  if (actual.kind === 'qualitative' || target.kind === 'qualitative') return read(actual.text);
  return read(`目标${figureTold(target, actual)}，实际${figureTold(actual, target)}`);
}
