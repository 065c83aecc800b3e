const DIGITS = new Map(
  ['零〇○', '一壹', '二贰两', '三叁', '四肆', '五伍', '六陆', '七柒', '八捌', '九玖'].flatMap(
    (signs, digit) => Array.from(signs, (sign) => [sign, digit] as const),
  ),
);
const SMALL = new Map([
  ['十', 10],
  ['拾', 10],
  ['百', 100],
  ['佰', 100],
  ['千', 1000],
  ['仟', 1000],
]);
const LARGE = new Map([
  ['万', 1e4],
  ['亿', 1e8],
]);
const TENS = new Map([
  ['廿', 20],
  ['卅', 30],
]);

/** Whether a character can stand in a number written in Chinese. */
export function isChineseDigit(sign: string): boolean {
  return DIGITS.has(sign) || SMALL.has(sign) || LARGE.has(sign) || TENS.has(sign);
}

/**
 * Reads 十二, 二百零五, 三万, 两, 廿三, 二〇二一 and 九十五点五. Null for anything else, also for
 * a bare 百 or 万 and for clipped speech such as 三百五, which may mean 350 or 305.
 */
export function readChineseNumber(text: string): number | null {
  const [whole = '', fraction, ...more] = text.split('点');
  if (more.length > 0 || whole === '' || text.length > 24) return null;
  const integer = readWhole(whole);
  if (integer === null || fraction === undefined) return integer;
  const digits = digitString(fraction);
  return digits === null ? null : Number(`${integer}.${digits}`);
}

function digitString(text: string): string | null {
  let digits = '';
  for (const sign of text) {
    const digit = DIGITS.get(sign);
    if (digit === undefined) return null;
    digits += String(digit);
  }
  return digits === '' ? null : digits;
}

function readWhole(text: string): number | null {
  const digits = digitString(text);
  if (digits !== null) return Number(digits);
  let total = 0;
  let section = 0;
  let digit: number | null = null;
  let afterZero = false;
  let unit = Number.POSITIVE_INFINITY;
  let large = Number.POSITIVE_INFINITY;
  for (const [index, sign] of Array.from(text).entries()) {
    const value = DIGITS.get(sign);
    const small = SMALL.get(sign);
    const tens = TENS.get(sign);
    const big = LARGE.get(sign);
    if (value !== undefined) {
      if (value === 0) {
        if (digit !== null) return null;
        afterZero = true;
      } else {
        if (digit !== null) return null;
        digit = value;
      }
    } else if (tens !== undefined) {
      if (digit !== null || unit <= 10) return null;
      section += tens;
      unit = 10;
    } else if (small !== undefined) {
      if (small >= unit || (digit === null && !(small === 10 && (index === 0 || afterZero)))) {
        return null;
      }
      section += (digit ?? 1) * small;
      unit = small;
      digit = null;
      afterZero = false;
    } else if (big !== undefined) {
      const count = section + (digit ?? 0);
      if (count === 0 || big >= large) return null;
      total += count * big;
      large = big;
      section = 0;
      digit = null;
      unit = Number.POSITIVE_INFINITY;
      afterZero = false;
    } else return null;
  }
  if (digit !== null) {
    const last = section > 0 ? unit : large === Number.POSITIVE_INFINITY ? 10 : large;
    if (last > 10 && !afterZero) return null;
    section += digit;
  }
  return total + section;
}
