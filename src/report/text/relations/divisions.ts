import { sum } from '../../../quantity/exact';
import type { Figure } from '../facts/figure';
import type { Statement } from '../facts/statement';
import { fitOf } from './rate-fit';
import type { Sum } from './sum';

/** 基本支出 and 项目支出, 城镇 and 农村: together these are always all of it. */
const DIVISIONS: readonly (readonly RegExp[])[] = [
  [/基本支出/, /项目支出/],
  [/人员(?:经费|支出)/, /公用(?:经费|支出)/, /项目(?:经费|支出)/],
  [/公务员|行政/, /事业/],
  [/公务员|行政/, /事业|参公/, /事业|工勤/],
  [/男/, /女/],
  [/城[市镇]/, /[农乡]村/],
  [/公办/, /民办/],
  [/线上/, /线下/],
];

/** Whether the parts are, by their names, all there can be of their total. */
export const isDivision = (parts: readonly Figure[]): boolean =>
  opposedWord(parts) !== null ||
  DIVISIONS.some(
    (words) =>
      words.length === parts.length &&
      words.every((word) => parts.some(({ label }) => word.test(label))),
  );

const SOURCE = /中央|省|市|县|区|镇|乡|自筹|配套|自有|上级|本级|财政|社会资[本金]/;

/** Two or more sources of money: a list of them that leaves one out is rare. */
export const areSources = (parts: readonly Figure[]): boolean =>
  parts.length > 1 && parts.every(({ kind, label }) => kind === 'money' && SOURCE.test(label));

const NEGATIVE = /[未不非]/;

/** The word of which one part has what the other lacks: 达标 and 未达标, 合格 and 不合格; null for others. */
export function opposedWord(parts: readonly Figure[]): string | null {
  const [one, two, ...more] = parts.map(({ label }) => label);
  if (one === undefined || two === undefined || more.length > 0) return null;
  const [denied, other] = NEGATIVE.test(two) ? [two, one] : [one, two];
  const [, named] = /[未不非]([\u4e00-\u9fff]{2})/.exec(denied) ?? [];
  return named !== undefined && other.includes(named) && !NEGATIVE.test(other) ? named : null;
}

/** Shares that are each rounded. */
const ALL_AND_ROUNDED = 101;

/**
 * 262名，其中女性98名，占37.4%；45岁以下171名，占65.3%: right shares of their total, together more than all
 * of it, are of several ways to divide it.
 */
export function areSeveralDivisions(
  { figures }: Statement,
  { total, parts, listed }: Sum,
): boolean {
  const shares = parts.flatMap((part) => {
    const next = figures[figures.indexOf(part) + 1];
    const isShare = next?.kind === 'percent' && next.label.includes('占');
    return isShare && fitOf(part, total, next) !== null ? [next.value] : [];
  });
  return listed !== 'all' && shares.length > 1 && sum(shares) > ALL_AND_ROUNDED;
}
