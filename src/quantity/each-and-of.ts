import { TIMES_A_YEAR } from './periods';

/** 11/12（91.67%）: the share in the brackets where it is the count's; null for any other. */
export function shareOfCount(outer: string, inner: string): number | null {
  const [, part, whole] = /^(\d+)\/(\d+)$/.exec(outer) ?? [];
  const share = Number(/^(\d+(?:\.\d+)?)%$/.exec(inner)?.[1] ?? NaN);
  const counted = (Number(part) / Number(whole)) * 100;
  return Math.abs(counted - share) < 1 ? share : null;
}

/** 每学期更新2次 and 每月开展3次 are counted by the period, whatever is done in it. */
function withoutVerb(each: string): string {
  for (let length = Math.min(3, each.length); length > 0; length -= 1) {
    const period = each.slice(0, length);
    if (period in TIMES_A_YEAR && /^[\u4e00-\u9fff]{2}$/.test(each.slice(length))) return period;
  }
  return each;
}

/** The same of each part of 人·月发放. */
export const eachWithoutVerb = (each: string): string => each.split('·').map(withoutVerb).join('·');
