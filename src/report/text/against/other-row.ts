import type { Figure } from '../facts/figure';
import type { Statement } from '../facts/statement';
import type { Comparison } from './comparison';
import type { Value, Wanted } from './named-places';

/** 助餐服务已覆盖52个，覆盖比例为92.86%，得15分, beside 助餐服务人次: the value and the points of another row. */
export function isOfOtherRow(
  { figures }: Statement,
  { kind, verdict, told, found, fact }: Comparison,
  wanted: readonly Wanted[],
): boolean {
  const points = figures.find(({ start }) => start === told?.at);
  if (kind !== 'row-score' || verdict !== 'differs' || !points) return false;
  const beside = figures.filter(
    ({ segment, end }) => segment === points.segment && end < points.start,
  );
  return wanted.some(
    ({ indicator: { name, score }, actual }) =>
      name !== fact &&
      `${String(score?.value)}分` === found &&
      actual !== null &&
      beside.some(({ unit, value }) => unit === actual.unit && value === actual.value),
  );
}

/** 线上1200人，线下936人: with its neighbours it makes up what the row has. */
export function isPartOfRow(figures: readonly Figure[], one: Figure, actual: Value): boolean {
  const alike = figures.filter(({ unit, per }) => unit === one.unit && per === one.per);
  const at = alike.indexOf(one);
  return alike.some((_, from) => {
    if (from > at) return false;
    let total = 0;
    return alike.slice(from).some(({ value }, index) => {
      total += value;
      return index > 0 && from + index >= at && Math.abs(total - actual.value) < 1e-9;
    });
  });
}

/** 2022年养护公路里程110公里: the last year told before it is another. */
export function isOfOtherYear(text: string, figure: Figure, year: number | null): boolean {
  const before = text.slice(0, figure.start);
  const last = [...before.matchAll(/(20\d\d)年/g)].at(-1);
  // …，已于2025年3月补做；林农满意度94.1%: a year told within another part of the sentence is that part's.
  const isHere = last?.index === 0 || !before.slice(last?.index).includes('；');
  const told = isHere ? last?.[1] : undefined;
  return told !== undefined && year !== null && Number(told) !== year;
}
