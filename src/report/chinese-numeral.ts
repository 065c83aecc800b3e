const DIGITS = '零一二三四五六七八九';

/** 1…99 as headings count them: 一, 十, 十一, 二十, 九十九. Anything else in Arabic digits. */
export function chineseNumeral(count: number): string {
  if (!Number.isInteger(count) || count < 1 || count > 99) return String(count);
  const tens = Math.floor(count / 10);
  const ones = count % 10;
  const head = tens === 0 ? '' : `${tens === 1 ? '' : (DIGITS[tens] ?? '')}十`;
  return head + (ones === 0 ? '' : (DIGITS[ones] ?? ''));
}

/** The number in front of a heading, by depth: 一、 （一） 1. （1）. */
export function headingNumber(depth: 1 | 2 | 3 | 4, count: number): string {
  if (depth === 1) return `${chineseNumeral(count)}、`;
  if (depth === 2) return `（${chineseNumeral(count)}）`;
  return depth === 3 ? `${count}.` : `（${count}）`;
}
