import type { Figure } from './figure';

/** Something written, and what it would have to be for all else to be right. */
export interface Suspect {
  readonly text: string;
  readonly meant: string;
}

/** A figure that would have to be another, both to as many digits as either needs. */
export function suspect(figure: Figure, meant: number): Suspect {
  const scaled = Number((meant / figure.factor).toFixed(6));
  const decimals = Math.max(figure.decimals, String(scaled).split('.')[1]?.length ?? 0);
  return {
    text: (figure.value / figure.factor).toFixed(decimals),
    meant: scaled.toFixed(decimals),
  };
}

/** A figure that was rounded to the digits it has. */
export const rounded = (figure: Figure, meant: number): Suspect => ({
  text: figure.text.replaceAll(',', ''),
  meant: (meant / figure.factor).toFixed(figure.decimals),
});

/** How many others one wrong key makes of each digit of a figure. */
const KEYS = 10;
/** Of ten figures with as many digits so many are within a third of one. */
const NEAR = 3;
/** Chance makes as many of them a key apart. */
const LIKELY = 0.1;
/** Where all else speaks for another reading. */
export const HARDLY = 0.03;

/**
 * Whether one wrong key explains what does not fit, although among figures with as many digits chance
 * hardly makes it so: writers are mostly a key off, and a false reading is off by anything. A house rule.
 */
export function isSlip(suspects: readonly Suspect[], most = LIKELY): boolean {
  const digits = suspects.map(({ text, meant }) =>
    Math.max(signsOf(text).length, signsOf(meant).length),
  );
  const all = digits.reduce((sum, one) => sum + one, 0);
  return (
    isRare(all, Math.max(...digits), most) &&
    suspects.some(
      ({ text, meant }, at) =>
        isRare(digits[at] ?? 0, digits[at] ?? 0, LIKELY) && isOneKeyOff(text, meant),
    )
  );
}

/** Whether keys at so many digits make few of all the figures that have `digits` of them. */
const isRare = (keys: number, digits: number, most: number): boolean =>
  keys * KEYS <= NEAR * 10 ** (digits - 1) * most;

/** The same of one figure with as many signs: what is as much more or less may as well be another. */
export const isMistyped = (text: string, meant: string): boolean =>
  text.length === meant.length && isSlip([{ text, meant }]);

const signsOf = (text: string): string => text.replace('.', '');

/** Whether one wrong key makes one of the other: a sign changed, left out, written twice or exchanged with the next, a point, noughts, the step of a unit. */
export const isOneKeyOff = (a: string, b: string): boolean =>
  a !== b && (isChanged(a, b) || isLonger(a, b) || isLonger(b, a) || isScaled(a, b));

const isChanged = (a: string, b: string): boolean =>
  a.length === b.length && (differingAt(a, b).length === 1 || isExchanged(a, b));

/** Without one of its signs it is the other. */
const isLonger = (long: string, short: string): boolean =>
  long.length === short.length + 1 &&
  Array.from(long).some((_, at) => long.slice(0, at) + long.slice(at + 1) === short);

const SCALES = [1, 2, 4];

const isScaled = (a: string, b: string): boolean => {
  const power = Math.log10(Number(a) / Number(b));
  return SCALES.some((scale) => Math.abs(Math.abs(power) - scale) < 1e-9);
};

const differingAt = (a: string, b: string): readonly number[] =>
  Array.from(a).flatMap((sign, index) => (sign === b.charAt(index) ? [] : [index]));

/** Whether two neighbouring signs, a point between them aside, are exchanged: 72.56 and 75.26. */
export function isExchanged(one: string, other: string): boolean {
  if (one.indexOf('.') !== other.indexOf('.')) return false;
  const [a, b] = [one.replace('.', ''), other.replace('.', '')];
  const [first = 0, second = 0, ...more] = differingAt(a, b);
  return (
    a.length === b.length &&
    more.length === 0 &&
    second === first + 1 &&
    a.charAt(first) === b.charAt(second) &&
    a.charAt(second) === b.charAt(first)
  );
}
