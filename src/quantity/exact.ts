/**
 * Exact arithmetic on numbers whose shortest decimal spelling is the value meant. A value is split
 * into an integer and a power of ten; integers beyond 2^53 go through BigInt. All inputs are
 * finite; a non-finite input is answered with NaN (or null) rather than an exception.
 */

// WPS's older engines are given ES2018, which has no BigInt literals.
const ZERO = BigInt(0);
const ONE = BigInt(1);
const TWO = BigInt(2);
const TEN = BigInt(10);

const MAX_PLACES = 12;
/** More decimals than these may be residue of single precision. */
const FEW_PLACES = 6;
const POWERS = Array.from({ length: 23 }, (_, places) => Number(`1e${places}`));
const power = (places: number): number => POWERS[places] ?? Number(`1e${places}`);

/** Decimals of the shortest spelling; −1 where its digits do not fit a safe integer. */
function placesOf(value: number): number {
  if (Number.isSafeInteger(value)) return 0;
  for (let places = 1; places <= MAX_PLACES; places += 1) {
    const scaled = Math.round(value * power(places));
    if (!Number.isSafeInteger(scaled)) return -1;
    // Division by an exact power of ten is rounded once, so equality means the same decimal.
    if (scaled / power(places) === value) return Math.abs(scaled) < 1e15 ? places : -1;
  }
  return -1;
}

interface Decimal {
  readonly digits: bigint;
  readonly places: number;
}

function decimalOf(value: number): Decimal {
  const [mantissa = '0', exponent = '0'] = String(value).split('e');
  const [whole = '0', fraction = ''] = mantissa.split('.');
  const places = fraction.length - Number(exponent);
  const digits = BigInt(whole + fraction);
  return places < 0 ? { digits: digits * TEN ** BigInt(-places), places: 0 } : { digits, places };
}

const toNumber = (digits: bigint, places: number): number => Number(`${digits}e${-places}`);

/** The exact sum, rounded once to a number. An empty list is 0; the order does not matter. */
export function sum(values: readonly number[]): number {
  // Counted loops: over lists of points, now integers and now not, an iterator is not free.
  let total = 0;
  let size = 0;
  for (let index = 0; index < values.length; index += 1) {
    const value = values[index] ?? 0;
    if (!Number.isSafeInteger(value)) return sumOfFractions(values);
    total += value;
    size += Math.abs(value);
  }
  return size < Number.MAX_SAFE_INTEGER ? total : sumOfDecimals(values);
}

function sumOfFractions(values: readonly number[]): number {
  let places = 0;
  for (let index = 0; index < values.length; index += 1) {
    const own = placesOf(values[index] ?? 0);
    if (own < 0) return sumOfDecimals(values);
    if (own > places) places = own;
  }
  const scale = power(places);
  let total = 0;
  let size = 0;
  for (let index = 0; index < values.length; index += 1) {
    const scaled = Math.round((values[index] ?? 0) * scale);
    total += scaled;
    size += Math.abs(scaled);
  }
  return size < Number.MAX_SAFE_INTEGER ? clear(total / scale) : sumOfDecimals(values);
}

/** -0 is not a value people write. */
const clear = (value: number): number => (value === 0 ? 0 : value);

function sumOfDecimals(values: readonly number[]): number {
  if (!values.every(Number.isFinite)) return Number.NaN;
  let total = ZERO;
  let places = 0;
  for (const value of values) {
    const own = decimalOf(value);
    if (own.places > places) {
      total *= TEN ** BigInt(own.places - places);
      places = own.places;
    }
    total += own.digits * TEN ** BigInt(places - own.places);
  }
  return toNumber(total, places);
}

/** a − b, exact. */
export function subtract(a: number, b: number): number {
  return sum([a, -b]);
}

/** a × b, exact before the one rounding to a number. */
export function multiply(a: number, b: number): number {
  const placesA = placesOf(a);
  const placesB = placesOf(b);
  if (placesA >= 0 && placesB >= 0 && placesA + placesB <= 22) {
    const product = Math.round(a * power(placesA)) * Math.round(b * power(placesB));
    if (Number.isSafeInteger(product)) return clear(product / power(placesA + placesB));
  }
  if (!Number.isFinite(a) || !Number.isFinite(b)) return Number.NaN;
  const left = decimalOf(a);
  const right = decimalOf(b);
  return clear(toNumber(left.digits * right.digits, left.places + right.places));
}

/** −1, 0 or 1. Two numbers order as their decimal spellings do. */
export function compare(a: number, b: number): -1 | 0 | 1 {
  if (a < b) return -1;
  return a > b ? 1 : 0;
}

/** Rounds to `places` decimals (0…12), a half away from zero: 8.005 → 8.01 at two. */
export function roundHalfUp(value: number, places: number): number {
  if (Number.isInteger(value)) return clear(value);
  const own = placesOf(value);
  if (own < 0) return quotient([value], [], places) ?? Number.NaN;
  if (own <= places) return value;
  const rounded = divide(Math.round(value * power(own)), power(own - places));
  return rounded === null ? Number.NaN : clear(rounded / power(places));
}

/** numerator ÷ denominator, rounded once to `places`; null for a denominator of 0. */
export function ratio(numerator: number, denominator: number, places: number): number | null {
  return shareOf(1, numerator, denominator, places);
}

/** weight × numerator ÷ denominator: multiplied first, rounded once to `places`; null over 0. */
export function shareOf(
  weight: number,
  numerator: number,
  denominator: number,
  places: number,
): number | null {
  if (denominator === 0) return null;
  const ofWeight = placesOf(weight);
  const ofTop = placesOf(numerator);
  const ofBottom = placesOf(denominator);
  if (ofWeight >= 0 && ofTop >= 0 && ofBottom >= 0) {
    const shift = places + ofBottom - ofWeight - ofTop;
    let top = Math.round(weight * power(ofWeight)) * Math.round(numerator * power(ofTop));
    let bottom = Math.round(denominator * power(ofBottom));
    if (shift >= 0) top *= power(shift);
    else bottom *= power(-shift);
    const rounded = divide(top, bottom);
    if (rounded !== null) return clear(rounded / power(places));
  }
  return quotient([weight, numerator], [denominator], places);
}

/** Two integers divided and rounded, a half away from zero; null where they are not safe. */
function divide(top: number, bottom: number): number | null {
  const size = Math.abs(top);
  const by = Math.abs(bottom);
  if (!(size <= Number.MAX_SAFE_INTEGER && by <= Number.MAX_SAFE_INTEGER / 2)) return null;
  const rest = size % by;
  const whole = (size - rest) / by + (rest * 2 >= by ? 1 : 0);
  return top < 0 === bottom < 0 ? whole : -whole;
}

/** Product of `upper` over product of `lower`, rounded once to `places`; null over 0. For any size. */
export function quotient(
  upper: readonly number[],
  lower: readonly number[],
  places: number,
): number | null {
  if (![...upper, ...lower].every(Number.isFinite)) return null;
  let top = ONE;
  let bottom = ONE;
  let shift = places;
  for (const value of upper) {
    const own = decimalOf(value);
    top *= own.digits;
    shift -= own.places;
  }
  for (const value of lower) {
    const own = decimalOf(value);
    bottom *= own.digits;
    shift += own.places;
  }
  if (bottom === ZERO) return null;
  if (shift >= 0) top *= TEN ** BigInt(shift);
  else bottom *= TEN ** BigInt(-shift);
  const negative = top < ZERO !== bottom < ZERO;
  const size = top < ZERO ? -top : top;
  const by = bottom < ZERO ? -bottom : bottom;
  const whole = size / by + ((size % by) * TWO >= by ? ONE : ZERO);
  return clear(toNumber(negative ? -whole : whole, places));
}

/**
 * What was meant by a number that carries residue of binary arithmetic: 0.15000000000000002 is
 * 0.15, and 0.0900000762939453 (left by a single-precision program) is 0.09. A short
 * decimal is its own meaning; anything else keeps at most 15 significant digits, as Excel does.
 */
export function cleanResidue(value: number): number {
  return Number.isSafeInteger(value) ? value : withoutResidue(value);
}

function withoutResidue(value: number): number {
  const places = placesOf(value);
  if (!Number.isFinite(value) || (places >= 0 && places <= FEW_PLACES)) return value;
  if (Math.fround(value) === value) {
    for (let digits = 6; digits <= 8; digits += 1) {
      const short = Number(value.toPrecision(digits));
      if (Math.fround(short) === value) return short;
    }
  }
  if (places >= 0) return value;
  const short = Number(value.toPrecision(4));
  // Four digits that agree to one part in a million: chance would leave a fifth digit.
  if (Math.abs(short - value) <= Math.min(1, Math.abs(value)) * 1e-6) return short;
  const shown = Number(value.toPrecision(15));
  return Number.isFinite(shown) ? shown : value;
}
