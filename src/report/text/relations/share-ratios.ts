import type { Figure } from '../facts/figure';
import type { Statement } from '../facts/statement';
import { sharesPair } from './likeness';
import { fitOf } from './rate-fit';
import { SHARE } from './rate-kinds';
import type { Ratio } from './ratios';
import { isOfOtherMeasure, namedParts } from './share-words';

/** Whether a figure can be the whole of which another is a part. */
export const fitsAs = (whole: Figure, part: Figure): boolean =>
  // Of a bound that is not to be passed there is no share: 指标值≤3件，实际1件，完成率100%.
  whole !== part && whole.unit === part.unit && whole.value > 0 && whole.bound !== 'most';

/** What is itself told as a share of the same is not that of which the last one is. */
export function withoutShares(
  { figures, text }: Statement,
  rate: Figure,
  before: readonly Figure[],
  of: string,
): readonly Figure[] {
  const last = before.at(-1);
  const shareOf = (figure: Figure): RegExpExecArray | null => {
    const next = figures[figures.indexOf(figure) + 1];
    return next?.kind === 'percent' ? SHARE.exec(next.label) : null;
  };
  const between = (figure: Figure): string => text.slice(figure.end, last?.start);
  const goesDown = (figure: Figure): boolean =>
    /其中|包括|含|中[\u4e00-\u9fff]/.test(between(figure));
  // 甲860万元，占95%，其中A400万元；乙40万元，占4%: a list that its semicolon may have closed.
  const isClosed = (figure: Figure): boolean =>
    of === '' &&
    figure !== last &&
    shareOf(figure) !== null &&
    goesDown(figure) &&
    /^[^：:]*；[^；]*$/.test(between(figure)) &&
    last !== undefined &&
    fitOf(last, figure, rate) === null;
  const closed = before.find(isClosed);
  return before.filter((figure) => {
    if (figure === last) return true;
    if (closed && figure.start >= closed.start && figure.segment !== last?.segment) return false;
    const share = shareOf(figure);
    // 甲860万元，占95.56%；乙40万元，占4.44%: side by side, unless 其中 goes down into the first.
    return share === null || !(of === '' ? !goesDown(figure) : share[1] === of);
  });
}

/** The part a share is of stands right before it. */
export function shareRatio(
  { earlier, text }: Statement,
  rate: Figure,
  before: readonly Figure[],
  of: string,
  told: readonly Figure[],
): Ratio[] {
  const parts = namedParts(rate, before) ?? before.slice(-1);
  const part = parts.at(-1);
  if (!part || part.segment !== rate.segment) return [];
  // 1876万元（占70%）
  const inBrackets = /^[（(][^，。；（）()]*$/.test(text.slice(part.end, rate.start));
  const next = before.at(-1) === part;
  if (next && rate.clause - part.clause > 1 && !inBrackets) return [];
  if (isOfOtherMeasure(rate, [...before, ...told])) return [];
  const near = before.filter((figure) => fitsAs(figure, part));
  const far = told.filter((figure) => fitsAs(figure, part));
  const named = [...near, ...far].filter(({ label, tail }) => sharesPair(of, label + tail));
  // 占全县总人口的12%: of something no figure is given of.
  if (of !== '' && named.length === 0 && !/^(?:总|全部|其|以上)/.test(of)) return [];
  const base = { rate, parts: [part], bound: 'named', isShare: true } as const;
  // 全年支出400万元。项目支出300万元，占总支出的75%。: named, and told in the same paragraph.
  const beside = of === '' ? [] : named.filter((figure) => earlier.includes(figure));
  return near.length + far.length === 0 ? [] : [{ ...base, near: [...near, ...beside], far }];
}
