import { sum } from '../../../quantity/exact';
import type { Figure } from '../facts/figure';
import { HARDLY, isExchanged, isSlip, suspect, type Suspect } from '../facts/slip';
import { areSources, isDivision } from './divisions';
import { fitsOtherwise } from './other-readings';
import { missing, OVERLAPS, slackOf, type Sum } from './sum';

export type SumFault = 'differs' | 'part-above-total' | 'parts-above-total' | 'near' | null;

export interface JudgedSum extends Sum {
  readonly found: number;
  /** Total minus parts. */
  readonly difference: number;
  readonly fault: SumFault;
}

const NEAR = 0.05;
const MENDED = 0.25;
const FAR = 0.3;

/**
 * What is wrong with a sum among the figures around it; `near`: parts of which the list perhaps leaves
 * some out narrowly miss it.
 */
export function judgeSum(one: Sum, around: readonly Figure[]): JudgedSum {
  const judged = faultOf(one);
  const isRight = judged.fault === null || fitsOtherwise(one, around);
  return isRight ? { ...judged, fault: null } : judged;
}

function faultOf(one: Sum): JudgedSum {
  const { total, parts, listed } = one;
  const found = sum(parts.map(({ value }) => value));
  const difference = missing(one);
  const tolerance = slackOf([total, ...parts]);
  const result = (fault: SumFault): JudgedSum => ({ ...one, found, difference, fault });
  if (Math.abs(difference) <= tolerance + 1e-9) return result(null);
  if (parts.some(({ value }) => value > total.value + tolerance)) {
    return result(allAbove(one) || isBehindList(one) ? 'near' : 'part-above-total');
  }
  const suspects = suspectsIn(one);
  const slip = Math.abs(difference) <= total.value * FAR && isSlip(suspects, HARDLY);
  const isMended = suspects.some(({ text, meant }) => isExchanged(text, meant));
  if (listed === 'all')
    return result(Math.abs(difference) <= total.value * FAR || slip ? 'differs' : 'near');
  if (listed === 'likely') return result(Math.abs(difference) <= total.value * FAR ? 'near' : null);
  if (difference < 0) {
    const exact = slip || isMended;
    // Of people and cases some may be counted twice, not of those a list divides them into.
    const mayOverlap = OVERLAPS.has(total.unit) && !isDivision(parts);
    return result(mayOverlap && !exact ? 'near' : 'parts-above-total');
  }
  if (parts.length < 2) return result(null);
  if (slip) return result('differs');
  const nearly = difference <= total.value * NEAR;
  const mended = difference <= total.value * MENDED && isMended;
  return result(
    nearly || mended || (areSources(parts) && FUNDED.test(total.label)) ? 'near' : null,
  );
}

/** What each figure of a sum would have to be for the others to be right. */
export function suspectsIn(one: Sum): readonly Suspect[] {
  const lacking = missing(one);
  const { total, parts } = one;
  return [
    suspect(total, total.value - lacking),
    ...parts.map((part) => suspect(part, part.value + lacking)),
  ];
}

/** What is put in comes from its sources; what was spent of it may have gone elsewhere too. */
const FUNDED = /投入|投资|筹集|资金|收入|到位|下达|预算|安排/;

/** So many times the total no part is; it is of something else. */
const MANY = 2;

/** 其中老年人1240人次，享受补贴老人3.6万人次: what a comma parts from the list, far above the total, is no part of it. */
function isBehindList({ total, parts, listed }: Sum): boolean {
  const [first] = parts;
  const tight = parts.filter(({ clause }) => clause === first?.clause);
  const apart = parts.filter(({ clause }) => clause !== first?.clause);
  const own = sum(tight.map(({ value }) => value));
  return (
    listed === 'some' && own <= total.value && apart.some(({ value }) => value > total.value * MANY)
  );
}

/** Every part larger than the total: the total belongs to something else. */
const allAbove = ({ total, parts }: Sum): boolean =>
  parts.length > 1 && parts.every(({ value }) => value > total.value);
