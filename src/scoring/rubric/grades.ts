import { isZero, pointsOf } from './item-points';
import { multiply } from '../../quantity/exact';
import type { Item } from './items';
import type { Grade } from './standard';
import { REST } from './tiers';

const SHARES = /(\d+)%(?:\(含\))?[-~至到](\d+)%(?:\((含|不含)[^)]*\))?/g;
const THREE =
  /([\u4e00-\u9fff()]{2,24})、([\u4e00-\u9fff()]{2,24})(?:、|和|及)([\u4e00-\u9fff()]{2,24}?)(?:等?三[档个]|,|;|。)/;

/** 达成、部分达成、未达成三档, 100%-80%(含80%)、80%-50%(含50%)、50%-0%: grades as shares of the weight. */
export function gradesByShare(text: string, weight: number): readonly Grade[] | null {
  const shares = Array.from(
    text.matchAll(SHARES),
    ([, high = '', low = '']) => [Number(low), Number(high)] as const,
  );
  const labels = THREE.exec(text)?.slice(1);
  if (shares.length !== 3 || !labels || !/分值|权重|得分/.test(text))
    return gradesByCoefficient(text, weight);
  const grades = shares.map(([low, high], index): Grade => ({
    label: (labels[index] ?? '').replace(/^.*(?:分为|完成情况|情况)/, ''),
    points: [multiply(weight, low / 100), multiply(weight, high / 100)],
    openAbove: index > 0,
    text: labels[index] ?? '',
  }));
  const falls = shares.every(([low], index) => index === 0 || low < (shares[index - 1]?.[0] ?? 0));
  return falls ? grades : null;
}

const COEFFICIENT =
  /([\u4e00-\u9fff]{1,6}?)(?:的|档|等级|等次)?[为是:得计]?(?:系数)?[为是:]?([01](?:\.\d+)?)(?=[、,;。)]|$)/g;

/** 优秀1.0、良好0.8、合格0.6, 得分=系数×分值: grades as coefficients of the weight, from all of it down. */
function gradesByCoefficient(text: string, weight: number): readonly Grade[] | null {
  if (!/系数×|×(?:得分)?系数/.test(text)) return null;
  const told = Array.from(
    text.matchAll(COEFFICIENT),
    ([whole, label = '', share = '']) => ({ text: whole, label, share: Number(share) }) as const,
  );
  const falls = told.every(({ share }, at) => share < (told[at - 1]?.share ?? Infinity));
  if (told.length < 2 || !falls || told[0]?.share !== 1) return null;
  return told.map(({ text: whole, label, share }): Grade => {
    const points = multiply(weight, share);
    return { label, points: [points, points], openAbove: false, text: whole };
  });
}

export function gradesOf(
  awards: readonly Item[],
  items: readonly Item[],
  weight: number,
): readonly Grade[] | null {
  const worded = items.filter((item) => !item.per && !item.bonus && !REST.test(item.clause));
  const others = items.filter((item) => !item.bonus && !worded.includes(item));
  // 要素完整但未细化的得2分,否则不得分: what no grade speaks of gets nothing, and a person says that it is so.
  if (!others.every((item) => REST.test(item.clause) && isZero(item))) return null;
  if (worded.length < 2 || awards.length < 2) return null;
  const grades = worded.map((item): Grade => {
    const [low, high] = pointsOf(item, weight);
    return {
      label: lastPhrase(item.clause),
      points:
        item.kind === 'award'
          ? [low, high]
          : [Math.max(0, weight - high), Math.max(0, weight - low)],
      openAbove: false,
      lowers: item.kind === 'deduct',
      text: item.text,
    };
  });
  const top = Math.max(...grades.map(({ points }) => points[1]));
  const differ = new Set(grades.map(({ points }) => points.join())).size > 1;
  // 得10分,否则0分 is all or nothing, and there any wording may say that it is not met.
  if (grades.length === 2 && grades.some(({ points }) => points[1] === 0)) return null;
  return top === weight && differ && grades.every(({ label }) => label !== '') ? grades : null;
}

/**
 * The words right before the points, back to the last comma: `是否符合规定,完全相符` is 完全相符; with those
 * that they go on from (有结余,但不超过上年结转).
 */
export function lastPhrase(condition: string): string {
  const parts = condition.split(/[,;。:?]/).filter((part) => part.replace(/的$/, '') !== '');
  const last = parts.at(-1) ?? '';
  const whole = /^[但且而并]/.test(last) ? parts.slice(-2).join(',') : last;
  return whole.replace(/的$/, '');
}
