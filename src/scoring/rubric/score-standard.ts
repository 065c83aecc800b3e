import { roundHalfUp } from '../../quantity/exact';
import { remembering } from '../../model/remember';
import { scoreBeyond } from './beyond';
import { withDeniedRates } from './denied-rates';
import { withDerivedRate } from './derived';
import type { Rounding } from './items';
import { nowOf, withChange } from './from-to';
import { sameUnit } from './in-unit';
import { isDelayAllowed, withLateness } from './lateness';
import { ownFigures } from './own-figures';
import type { Reading } from './reading';
import { rowFacts, withoutSign, withSignedFalls, type RowFacts, type RowWords } from './row-facts';
import { scoreClause } from './score-clause';
import { scoreFormula } from './score-formula';
import { scoreGrades } from './score-grades';
import { scoreParts } from './score-parts';
import { scoreRank } from './score-rank';
import { scoreStepped } from './score-stepped';
import { scoreTiers } from './score-tiers';
import { scoreTurns } from './score-turns';
import { FORMULA, readStandard, type ReadStandard } from './standard';
import { sharedPairs } from './agreement';
import { pointsOf } from './item-points';
import { isZero } from './item-points';
import { type Asked, hearsAll, withoutPlaces } from './ledger';
import { plainText } from './plain-text';
import { tellsOfFewer } from './whole-and-part';

const SEPARATOR = '\u0000';
const known = remembering(500, (key: string): ReadStandard => {
  const [weight = '', unsaid = '', criteria = ''] = key.split(SEPARATOR);
  return readStandard(criteria, Number(weight), roundingNamed(unsaid));
});

const roundingNamed = (name: string): Rounding =>
  name === 'started' || name === 'full' || name === 'share' ? name : null;

/** A 评分标准 as read for a row of so many points; read once for rows that repeat it. */
export const standardFor = (
  criteria: string,
  weight: number,
  unsaid: Rounding = null,
): ReadStandard =>
  known([weight, unsaid ?? '', criteria.replaceAll(SEPARATOR, '')].join(SEPARATOR));

/** A change counts whichever way it went. */
const EITHER_WAY = /绝对值|±|正负|上下浮动|[|｜][^|｜]{2,30}[|｜]/;

/**
 * What a 评分标准 gives for the facts of its row, rounded half up to `places`: one number, or the span
 * of the readings that are right. Null where a person must judge.
 * @param unsaid how steps that are not whole count where the standard does not say
 */
export function scoreByStandard(
  criteria: string,
  weight: number,
  words: RowWords,
  places: number,
  unsaid: Rounding = null,
): Reading | null {
  const read = standardFor(criteria, weight, unsaid);
  const told = withoutPlaces(nowOf(plainText(words.told), read.text));
  const score = (other: string): Reading | null =>
    readingOf(criteria, read, { ...words, told: other }, weight);
  const reading = score(told);
  if (!reading) return null;
  const [low, high] = reading.span;
  if (!Number.isFinite(low) || !Number.isFinite(high)) return null;
  if (!hearsAll(told, reading, askedOf(read, words.name, weight), score)) return null;
  const within = (points: number): number =>
    roundHalfUp(roundHalfUp(Math.min(weight, Math.max(0, points)), 9), places);
  const fact = reading.fact.replace(/[,;。]+$/, '');
  return { ...reading, fact, span: [within(low), within(high)] };
}

const askedOf = ({ text, items }: ReadStandard, name: string, weight: number): Asked => ({
  name: plainText(name),
  standard: text,
  punished: items.filter((item) => item.kind === 'deduct' || isZero(item)).map((item) => item.text),
  weight,
});

/** What the standard gives for the words of its row, whatever they leave over; points unrounded. */
function readingOf(
  criteria: string,
  read: ReadStandard,
  words: RowWords,
  weight: number,
): Reading | null {
  const all = rowFacts(words, weight);
  const about = all.name + read.text;
  const own = withChange(ownFigures(withDeniedRates(all, about), about), read.text);
  const told = withLateness(own, read);
  const facts = EITHER_WAY.test(criteria) ? withoutSign(told) : withSignedFalls(told, about);
  if (facts.fragments.length === 0 && facts.execution === null) return null;
  if (isExcepted(read.text, all) || isDelayAllowed(all, read.text)) return null;
  const derived = withDerivedRate(facts, read.definitions);
  const made = EITHER_WAY.test(criteria) ? withoutSign(derived) : derived;
  // A rate that the standard itself defines is not what was done of what was due.
  const first = read.definitions.size === 1 && isAmounts(facts) ? made : facts;
  const other = first === made ? facts : made;
  const reading =
    scoreBy(read, first, weight) ?? (other === first ? null : scoreBy(read, other, weight));
  const isFull = reading !== null && reading.span[1] >= weight;
  if (isFull && tellsOfFewer(facts)) return null;
  return reading && reading.span[0] >= weight && mayEarnMore(read, facts, weight) ? null : reading;
}

/**
 * 得10分,每高1个百分点加0.5分 in a row of 10: whether a bonus on top of all the points may be due, of
 * which forms do not say whether it counts.
 */
function mayEarnMore({ items }: ReadStandard, facts: RowFacts, weight: number): boolean {
  const base = items.filter(
    ({ bonus, kind, per, clause }) => kind === 'award' && !bonus && !per && clause !== '',
  );
  const full = base.some((item) => pointsOf(item, weight)[1] >= weight);
  const bonuses = items.filter(({ kind, bonus }) => kind === 'award' && bonus);
  if (!full || bonuses.length === 0) return false;
  return bonuses.some(({ clause, per }) =>
    per !== null
      ? facts.figures.some(({ unit }) => per.kind === 'percent' || sameUnit(unit, per.unit))
      : facts.fragments.some(
          ({ text }) =>
            !base.some((item) => item.clause.includes(text)) && sharedPairs(text, clause) > 0,
        ),
  );
}

const EXCEPTION =
  /(?:因|由于|除)?([\u4e00-\u9fff、]{3,20}?)(?:的)?(?:除外|不(?:予|作)?(?:考虑|扣分)|等?(?:原因|因素)?外(?=[,;。)]))/g;

/** (因政策性原因除外) and 均为政策性调资: whether the exception is made a person judges. */
const isExcepted = (standard: string, { fragments }: RowFacts): boolean =>
  exceptionsOf(standard).some((cause) =>
    fragments.some(({ text }) => sharedPairs(text, cause) > 0),
  );

const exceptionsOf = remembering(500, (standard: string): readonly string[] =>
  Array.from(standard.matchAll(EXCEPTION), ([, cause = '']) =>
    cause.replace(/原因|因素|情况/g, ''),
  ),
);

/** Nothing is told but amounts. */
const isAmounts = ({ fragments, figures }: RowFacts): boolean =>
  figures.every(({ unit }) => unit !== '%') && fragments.every(({ told }) => told.length > 0);

function scoreBy(read: ReadStandard, facts: RowFacts, weight: number): Reading | null {
  const { text, items, definitions, standard } = read;
  switch (standard.kind) {
    case 'formula':
      return scoreFormula(standard.text, definitions, items, facts, weight);
    case 'ranking':
      return scoreRank(standard.text, items, facts, weight);
    case 'tiers':
      return (
        scoreTiers(standard.tiers, standard.others, facts, weight) ??
        (FORMULA.test(text) ? scoreFormula(text, definitions, items, facts, weight) : null)
      );
    case 'stepped':
      return scoreStepped(standard.upTo, standard.step, facts, weight);
    case 'grades':
      return scoreGrades(standard.grades, facts);
    case 'parts':
      return scoreParts(standard.parts, standard.whole, facts, weight, scoreBy);
    case 'turns':
      return scoreTurns(standard.branches, facts, weight, (branch, own, points) =>
        scoreBy({ ...read, standard: branch }, own, points),
      );
    case 'beyond':
      return scoreBeyond(standard, facts, weight);
    case 'clause':
      return scoreClause(standard.clause, facts);
    case 'person':
      return null;
  }
}
