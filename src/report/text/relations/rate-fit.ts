import { roundingOf, type Figure } from '../facts/figure';

/** How a rate stands to part ÷ whole. `cut`: what is beyond its last place was dropped. */
export type Fit = 'rounded' | 'cut' | null;

/** Whether part ÷ whole, both as rounded as they are written, gives the rate. */
export function fitOf(part: Figure, whole: Figure, rate: Figure): Fit {
  if (whole.value <= 0) return null;
  const place = 10 ** -rate.decimals;
  const slack = (rate.rough ? 1 : 0.5) * place + 1e-9;
  const [partOff, wholeOff] = [roundingOf(part), roundingOf(whole)];
  const low = ((part.value - partOff) / (whole.value + wholeOff)) * 100;
  const high = ((part.value + partOff) / Math.max(whole.value - wholeOff, 1e-9)) * 100;
  if (rate.value >= low - slack && rate.value <= high + slack) return 'rounded';
  return rate.value <= high + 1e-9 && rate.value + place > low ? 'cut' : null;
}
