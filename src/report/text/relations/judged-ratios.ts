import { ratio } from '../../../quantity/exact';
import { once } from '../../../model/remember';
import type { Figure } from '../facts/figure';
import { isMistyped } from '../facts/slip';
import type { Statement } from '../facts/statement';
import { countable } from './part-runs';
import { EXCUSES, type JudgedRatio } from './rate-excuses';
import { fitOf } from './rate-fit';
import { isOfLists } from './rate-lists';
import { isCalled, stemOf } from './rate-kinds';
import { DUE, ratiosOf, usable, type Ratio } from './ratios';

/** A rate against all pairs it may be of: the pair that fits, else the likeliest. */
function judgeRatio(
  statement: Statement,
  one: Ratio,
  bases: readonly Figure[],
): JudgedRatio | null {
  const { rate, near, far } = one;
  const wholes = [...near.filter((whole) => !far.includes(whole)), ...far];
  const pairs = countable(one.parts).flatMap(({ part, of }) =>
    wholes
      .filter((whole) => !of.includes(whole) && (of.length === 1 || !one.parts.includes(whole)))
      .filter((whole) => near.includes(whole) || rate.value === 100 || !isToldAgain(whole, part))
      .map((whole): Pair => ({ part, whole, fit: fitOf(part, whole, rate) })),
  );
  // 69% of 非常满意139份、满意59份 out of 200: cut off it is of the first alone, which is not asked.
  const isAmongSeveral = one.parts.length > 1 && rate.decimals === 0;
  const isCut =
    isAmongSeveral && pairs.some((pair) => pair.fit === 'cut' && mayBe(statement, pair));
  const judgedAs = (pair: Pair): JudgedRatio => {
    const expected = shareText(pair.part.value, pair.whole.value, rate.decimals);
    const mistyped = isMistyped(expected, rate.text);
    const close = near.includes(pair.whole) || bases.includes(pair.whole);
    return { statement, ratio: one, ...pair, expected, isCut, mistyped, close };
  };
  const fitting = pairs.find((pair) => pair.fit === 'rounded' && mayBe(statement, pair));
  if (fitting) return judgedAs(fitting);
  const judged = pairs.filter((pair) => mayBe(statement, pair)).map(judgedAs);
  const sensible = judged.filter(({ part, whole }) => part.value <= whole.value);
  const found =
    judged.find(({ fit }) => fit === 'cut' && !isAmongSeveral) ??
    nearest(judged.filter(({ mistyped, close }) => mistyped && close)) ??
    nearest(sensible.filter(({ close }) => close)) ??
    judged.find(({ mistyped }) => mistyped) ??
    nearest(sensible) ??
    nearest(judged.filter(({ close, whole }) => close && DUE.test(whole.label))) ??
    null;
  return found && { ...found, fit: isCut && found.fit === 'cut' ? null : found.fit };
}

type Pair = Pick<JudgedRatio, 'part' | 'whole' | 'fit'>;

/** Whether a figure may be the whole of another: 新建36座，其中新建20座 is none of what the list is of. */
const mayBe = (statement: Statement, { part, whole }: Pair): boolean =>
  !isInListOf(statement, part, whole) &&
  !areOfOneList(statement, whole, part) &&
  !areGroups(whole, part);

/** 全年支出3083万元。…支出3083万元，执行率95%: the same amount once more is not what it was due of. */
const isToldAgain = (whole: Figure, part: Figure): boolean =>
  whole.value === part.value && !DUE.test(whole.label);

/** 完成计划2000个 behind a list is of all of it. */
const isInListOf = ({ text }: Statement, part: Figure, whole: Figure): boolean =>
  /其中|包括|分别/.test(text.slice(part.end, whole.start)) && !DUE.test(whole.label);

/** 其中新建20座、改建16座: side by side in what is among another figure. */
const areOfOneList = ({ text }: Statement, one: Figure, other: Figure): boolean =>
  /其中[^，。；]*$/.test(text.slice(0, one.start)) &&
  /^[^，。；：\d]*、[^，。；：、\d]*$/.test(text.slice(one.end, Math.max(one.end, other.start)));

/** 6个指标完成率100%，2个指标完成率90%: two groups, each with its rate. */
const areGroups = (one: Figure, other: Figure): boolean =>
  one.tail === other.tail && /率(?:均|都)?(?:为|达到?|是)?$/.test(one.tail);

const offOf = ({ expected, ratio }: JudgedRatio): number =>
  Math.abs(Number(expected) - ratio.rate.value);

const nearest = (judged: readonly JudgedRatio[]): JudgedRatio | undefined =>
  [...judged].sort((a, b) => offOf(a) - offOf(b))[0];

const OVERALL = /(?:综合|总体|整体|合计|平均|[两三四]项|总)[\u4e00-\u9fff]{0,4}$/;

/** 综合执行率 of more than a due and a done amount, or a rate of lists: of no single pair of figures. */
function isOfSeveral({ figures }: Statement, { rate, parts, isShare }: Ratio): boolean {
  const own = figures.filter(
    (figure) => figure.end <= rate.start && usable(figure) && figure.unit === parts[0]?.unit,
  );
  const isOverall = own.length > 2 && OVERALL.test(rate.label) && !isNested(own, parts);
  return !isShare && (isOverall || isOfLists(rate, own));
}

/** 发放300份，收回285份，满意274份，综合满意度: each is among the one before, and only the last is named. */
const isNested = (own: readonly Figure[], parts: readonly Figure[]): boolean =>
  parts.length === 1 &&
  own.at(-1) === parts[0] &&
  // 非常满意220份 is one degree of several.
  !/(?:非常|很|十分|比较|较|基本)满意$/.test(parts[0]?.label ?? '') &&
  own.every((figure, index) => index === 0 || figure.value <= (own[index - 1]?.value ?? 0));

/** 办结490件，办结率98%，按时办结率100%: the pair gives the rate of its own name, of the other it tells nothing. */
const isTaken = ({ fit, ratio, part, whole }: JudgedRatio, all: readonly JudgedRatio[]): boolean =>
  fit === null &&
  !ratio.isShare &&
  !isCalled(stemOf(ratio.rate), part) &&
  all.some(
    (other) =>
      other.fit !== null &&
      other.part === part &&
      other.whole === whole &&
      stemOf(other.ratio.rate) !== stemOf(ratio.rate),
  );

/** 1776批次，合格1760批次，合格率99.1%。工程合格率100%: of figures before whose rate is told there. */
const isSettled = ({ statement, fit, part, whole }: JudgedRatio, fitted: readonly JudgedRatio[]) =>
  fit === null &&
  !statement.figures.includes(part) &&
  fitted.some((other) => other.part === part && other.whole === whole);

/** Figures of how far back a rate may be of. */
const MOST_TOLD = 24;

/** Every rate of a report with the figures it is held against, in reading order. */
export const judgedRatios = once((statements: readonly Statement[]): readonly JudgedRatio[] => {
  let told: readonly Figure[] = [];
  let bases: readonly Figure[] = [];
  let fitted: readonly JudgedRatio[] = [];
  let paragraph = 0;
  return statements.flatMap((statement) => {
    if (statement.paragraph !== paragraph) [bases, fitted] = [[], []];
    ({ paragraph } = statement);
    const found = ratiosOf(statement, told).flatMap((ratio) => {
      const judged = judgeRatio(statement, ratio, bases);
      if (judged?.fit === null && isOfSeveral(statement, ratio)) return [];
      if (judged && EXCUSES.some((is) => is(judged))) return [];
      if (judged && isSettled(judged, fitted)) return [];
      if (judged?.fit)
        [bases, fitted] = [
          [...bases, judged.whole],
          [...fitted, judged],
        ];
      return judged ?? [];
    });
    told = [...statement.figures.filter(usable).reverse(), ...told].slice(0, MOST_TOLD);
    return found.filter((judged) => !isTaken(judged, found));
  });
});

/** part ÷ whole in percent, rounded half-up. */
export const shareText = (part: number, whole: number, decimals: number): string =>
  (ratio(part * 100, whole, decimals) ?? 0).toFixed(decimals);
