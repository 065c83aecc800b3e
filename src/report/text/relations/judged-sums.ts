import { subtract, sum } from '../../../quantity/exact';
import { placeOf, type Figure } from '../facts/figure';
import { exchangedIn, isSlip } from '../facts/slip';
import { areSources } from './divisions';
import { OVERLAPS, type Sum } from './sum';

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

/** What is wrong with a sum; `near`: parts of which the list perhaps leaves some out narrowly miss it. */
export function judgeSum(one: Sum): JudgedSum {
  const { total, parts, listed } = one;
  const places = [total, ...parts].map(placeOf);
  const finest = Math.min(...places);
  const rounding = [total, ...parts].map((figure) => {
    const place = placeOf(figure);
    return place > finest * 1.5 && (figure.decimals > 0 || figure.factor >= 1e8 || figure === total)
      ? place / 2
      : figure.decimals > 0
        ? finest / 2
        : 0;
  });
  const found = sum(parts.map(({ value }) => value));
  const difference = subtract(total.value, found);
  // The parts at the front of a list may be all of it, and what follows something else.
  const tolerance = sum(rounding);
  const result = (fault: SumFault): JudgedSum => ({ ...one, found, difference, fault });
  if (Math.abs(difference) <= tolerance + 1e-9 || prefixFits(one)) return result(null);
  if (parts.some(({ value }) => value > total.value + tolerance)) {
    // 节约26万元（预算500万元，支出474万元）: all of them larger, what it is a part of or the rest of.
    return result(!allAbove(one) ? 'part-above-total' : isRest(one) ? null : 'near');
  }
  // 435.6 beside 216.89 and 218.71 in one unit is 435.60.
  const like = parts.every(({ factor }) => factor === total.factor);
  const slip = isSlip(total.value, found, like ? finest : Math.max(finest, placeOf(total)));
  if (listed === 'all')
    return result(Math.abs(difference) <= total.value * FAR || slip ? 'differs' : 'near');
  if (listed === 'likely') return result(Math.abs(difference) <= total.value * FAR ? 'near' : null);
  if (difference < 0) {
    const exact = slip || isMended(one, difference);
    return result(OVERLAPS.has(total.unit) && !exact ? 'near' : 'parts-above-total');
  }
  if (parts.length < 2) return result(null);
  if (slip) return result('differs');
  const nearly = difference <= total.value * NEAR;
  const mended = difference <= total.value * MENDED && isMended(one, difference);
  return result(
    nearly || mended || (areSources(parts) && FUNDED.test(total.label)) ? 'near' : null,
  );
}

/** Two neighbouring digits of one figure exchanged make the sum right. */
const isMended = ({ total, parts }: Sum, difference: number): boolean =>
  [total, ...parts].some((figure) => {
    const missing = figure === total ? -difference : difference;
    return exchangedIn(figure.text).some(
      (text) => Math.abs((Number(text) - plain(figure)) * figure.factor - missing) < 1e-6,
    );
  });

const plain = ({ text }: Figure): number => Number(text.replaceAll(',', ''));

/** What is put in comes from its sources; what was spent of it may have gone elsewhere too. */
const FUNDED = /投入|投资|筹集|资金|收入|到位|下达|预算|安排/;

/** Every part larger than the total: the total belongs to something else. */
const allAbove = ({ total, parts }: Sum): boolean =>
  parts.length > 1 && parts.every(({ value }) => value > total.value);

const isRest = ({ total, parts: [first, second, more] }: Sum): boolean =>
  first !== undefined &&
  second !== undefined &&
  more === undefined &&
  Math.abs(Math.abs(subtract(first.value, second.value)) - total.value) < placeOf(total);

function prefixFits({ total, parts, listed }: Sum): boolean {
  if (listed === 'all' && total.start > (parts[0]?.start ?? 0)) return false;
  let running = 0;
  // 甲类21户、乙类21户、其余30户: the rest is of the same.
  if (/^[、，]?其余/.test(parts.at(-1)?.label ?? '')) return false;
  return parts.some((part, index) => {
    running = sum([running, part.value]);
    return index > 0 && Math.abs(running - total.value) < 1e-9;
  });
}
