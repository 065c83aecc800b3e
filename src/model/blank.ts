import type { CellValue } from './snapshot';

/** Dashes and slashes of every width, also several of them with spaces between: `—`, `／`, `- -`. */
const DASHES = /^[\s\u200b-\u200f\ufeff\\/／＼\-－﹣‐-―−─━]*$/;

/** The same with the other marks people leave where nothing is to be said: `……`, `*`, `。`. */
const MARKS = /^[\s\u200b-\u200f\ufeff\\/／＼\-－﹣‐-―−─━.．。…⋯·•・‧_＿*＊~～〜|｜、]*$/;

/**
 * Whether a cell says nothing: no value, only spaces, or only a mark that stands for nothing. What
 * is blank in 得分 is filled, and given back as it was when the score is taken away.
 */
export const isBlank = (value: CellValue | undefined): boolean =>
  value == null || (typeof value === 'string' && MARKS.test(value));

/** Whether a 年度指标值 or 实际完成值 says 不适用: a dash or a slash, or the word. */
export function isNotApplicable(text: string): boolean {
  const plain = text.trim();
  return plain === '不适用' || (plain !== '' && DASHES.test(plain));
}
