/** The digits a value has down to `place`, e.g. 1672.12 by 0.01 → `167212`. */
const digitsOf = (value: number, place: number): string =>
  String(Math.round(Math.abs(value) / place));

/** How many differences up to 30 % of a figure one slip can make, against all there are. */
const ODDS = 17;
const WITHIN = 0.3;
const UNLIKELY = 0.03;

/**
 * Whether two values differ as one wrong key makes them differ (a digit changed, two neighbours
 * exchanged) although figures with as many digits hardly ever differ so by chance. `place` is the
 * value of the last digit both have. A house rule: on it hangs whether a list that misses its total
 * is taken for a mistake or for a list of some parts only.
 */
export function isSlip(meant: number, found: number, place: number): boolean {
  if (Math.abs(meant - found) > Math.abs(meant) * WITHIN) return false;
  const [one, other] = [digitsOf(meant, place), digitsOf(found, place)];
  // Far fewer figures are made by exchanging two neighbours than by changing a digit.
  if (isExchanged(one, other)) {
    return one.length - 1 < (Math.abs(meant) / place) * WITHIN * UNLIKELY;
  }
  const difference = digitsOf(meant - found, place).replace(/0+$/, '');
  const changed =
    difference.length === 1 || [9, 18, 27, 36, 45, 54, 63, 72, 81].includes(Number(difference));
  if (!changed || difference === '0' || difference === '') return false;
  const range = (Math.abs(meant) / place) * WITHIN;
  const digits = digitsOf(meant, place).length;
  return range > 1 && (ODDS * digits) / range < UNLIKELY;
}

/** A figure with two neighbouring digits exchanged, at each place where that changes it. */
export function exchangedIn(text: string): readonly string[] {
  const digits = text.replaceAll(',', '');
  return Array.from(digits).flatMap((digit, index): string[] => {
    const behind = digits.charAt(index + 1) === '.' ? index + 2 : index + 1;
    const next = digits.charAt(behind);
    if (digit === '.' || next === '' || next === digit) return [];
    const between = digits.slice(index + 1, behind);
    return [digits.slice(0, index) + next + between + digit + digits.slice(behind + 1)];
  });
}

/** Of shorter figures any two differ by one digit. */
const FEWEST_DIGITS = 3;

/** Whether two spellings of a figure differ by one sign or by two exchanged neighbours. */
export const isMistyped = (a: string, b: string): boolean =>
  a.replace(/\D/g, '').length >= FEWEST_DIGITS && isOneKeyOff(a, b);

/** Whether two spellings, however short, differ by one sign or by two exchanged neighbours. */
export const isOneKeyOff = (a: string, b: string): boolean =>
  differsByOneKey(a, b) ||
  // 72.56 and 75.26: neighbours but for the point.
  (a.indexOf('.') === b.indexOf('.') && differsByOneKey(a.replace('.', ''), b.replace('.', '')));

const differsByOneKey = (a: string, b: string): boolean =>
  a.length === b.length && a !== b && (differingAt(a, b).length === 1 || isExchanged(a, b));

const differingAt = (a: string, b: string): readonly number[] =>
  Array.from(a).flatMap((sign, index) => (sign === b.charAt(index) ? [] : [index]));

/** Whether two neighbouring signs of one are exchanged in the other. */
function isExchanged(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  const [first = 0, second = 0, ...more] = differingAt(a, b);
  return (
    more.length === 0 &&
    second === first + 1 &&
    a.charAt(first) === b.charAt(second) &&
    a.charAt(second) === b.charAt(first)
  );
}
