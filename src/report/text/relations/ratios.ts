import { ratio } from '../../../quantity/exact';
import { roundingOf, type Figure } from '../facts/figure';
import { isMistyped } from '../facts/slip';
import { isChange, isPlan, isPrior, scopesOf, type Statement } from '../facts/statement';

/** A stated rate with the figures its own words say it is of. */
export interface Ratio {
  readonly rate: Figure;
  /** Figures that the part may be; all of one unit. */
  readonly parts: readonly Figure[];
  /** Figures of the same part of the sentence that the whole may be. */
  readonly near: readonly Figure[];
  /** Others told before. */
  readonly far: readonly Figure[];
  /** `named`: the words bind rate and part; `beside`: they merely stand side by side. */
  readonly bound: 'named' | 'beside';
  /** Said with 占. */
  readonly isShare: boolean;
}

const RATE =
  /([\u4e00-\u9fff]{1,12}?)(率|度|进度|比例|比重)(?:分别|均|都|约|已|总体|仅|也)*(?:为|是|达到?了?|有|计|高达|：|:|，)?$/;
const SHARE =
  /占(?:比|总数|总量|总额)?([\u4e00-\u9fff]{0,14}?)(?:的|比重?|比例)?(?:约|为|达|：|:)?$/;
const OF = /(?:完成|占|为|达到?|是|相当于)(?:了|到)?([\u4e00-\u9fff]{2,12})的$/;
const NO_RATE = /[温湿浓坡难力程年季月进制高长宽厚速精角]$/;
const NARROWED =
  /季度|上半年|下半年|\d月|累计|全国|全省|全市|平均|上年|去年|同期|第三方|目标|计划|以上|年初|省级|市级|考核|国家/g;

/** Words that mean the same as the head of a rate: what was 执行 was 支出. */
const KIN: readonly (readonly [RegExp, RegExp])[] = [
  [/执行|支出|支付|使用|拨付|完成/, /支出|使用|支付|执行|拨付|列支|花费|用于|完成/],
  [/完成|达成|实现/, /完成|实际|达到|建成|实现|开展/],
  [/到位/, /到位|下达|拨付/],
  [/满意|认可/, /满意|认可/],
  [/办结|结案|审结|处置|处理|回复/, /办结|审结|结案|处理|处置|回复|办理/],
  [/合格|达标|通过|优良|良好/, /合格|达标|通过|优良|良好/],
  [/参与|参加|参训|参会|出席/, /参与|参加|参训|参会|出席|实到/],
];

/** Whether the words before a figure, or right behind it, say that it is what a rate counts. */
function isNamed(head: string, { label, tail }: Figure): boolean {
  const words = label + tail.slice(0, 8);
  // 回收率 is of what was 收回.
  if (head !== '' && Array.from(head).every((sign) => words.includes(sign))) return true;
  return KIN.some(([rate, part]) => rate.test(head) && part.test(words));
}

const usable = (figure: Figure): boolean =>
  (figure.kind === 'money' || figure.kind === 'count' || figure.kind === 'points') &&
  figure.per === null &&
  !isChange(figure) &&
  !figure.rough;

const MOST_BACK = 12;

/** Every rate of a sentence that its own figures can be held against; `told` are figures before it. */
export function ratiosOf(statement: Statement, told: readonly Figure[] = []): Ratio[] {
  const { figures } = statement;
  return figures.flatMap((rate, index): Ratio[] => {
    const bound = isPlan(rate) || isPrior(rate) || isChange(rate);
    if (rate.kind !== 'percent' || bound || isFraction(statement, rate)) return [];
    const before = figures.slice(Math.max(0, index - MOST_BACK), index).filter(usable);
    const after = followsInBrackets(statement, figures, index);
    const own = after.length === 2 ? after : before;
    const outright = ofFigure(statement, rate, before);
    if (outright) return [outright];
    const kind = kindOf(rate);
    if (kind === null) return [];
    return kind.type === 'share'
      ? shareRatio(rate, own, kind.of, told)
      : rateRatio(statement, rate, own, kind, told);
  });
}

/** 完成计划10公里的125%, 占合同价款456.5万元的80%: the whole stands in the words themselves. */
function ofFigure({ text }: Statement, rate: Figure, before: readonly Figure[]): Ratio | null {
  const whole = before.at(-1);
  if (!whole || !/^(?:总?额|总数|总量)?的$/.test(text.slice(whole.end, rate.start))) return null;
  if (!/完成|占|达|为|是|相当于/.test(whole.label)) return null;
  const part = before
    .slice(0, -1)
    .filter((figure) => fitsAs(figure, whole))
    .at(-1);
  if (!part || part.segment !== rate.segment) return null;
  return { rate, parts: [part], near: [whole], far: [], bound: 'named', isShare: false };
}

/** `47.5%为614.39万元` goes from the rate to the amount. */
const isFraction = ({ text }: Statement, rate: Figure): boolean =>
  /^(?:[^，。；\d%占率]{0,8})(?:为|即|计|，计|，即|共)(?:约|人民币)?\d[\d.,]*(?:亿|万)?元/.test(
    text.slice(rate.end),
  ) || /^(?:的?比例|计|的?标准)/.test(text.slice(rate.end));

/** 合格率98.33%（118/120） */
function followsInBrackets(
  statement: Statement,
  figures: readonly Figure[],
  index: number,
): Figure[] {
  const rate = figures[index];
  if (!rate || !/^[（(]/.test(statement.text.slice(rate.end))) return [];
  const [one, two] = figures.slice(index + 1, index + 3);
  const between = one && two ? statement.text.slice(one.end, two.start) : '';
  return one && two && /^[^，。]{0,6}[/／÷][^，。]{0,6}$/.test(between) ? [one, two] : [];
}

type Kind =
  | { readonly type: 'share'; readonly of: string }
  | { readonly type: 'rate'; readonly head: string; readonly of: string };

function kindOf(rate: Figure): Kind | null {
  const share = SHARE.exec(rate.label);
  if (share) return { type: 'share', of: share[1] ?? '' };
  const part = OF.exec(rate.lead);
  if (part) {
    return { type: 'rate', head: /完成|达/.test(part[0]) ? '完成' : '执行', of: part[1] ?? '' };
  }
  const named = RATE.exec(rate.label) ?? RATE.exec(rate.lead);
  if (!named) return null;
  const stem = named[1] ?? '';
  if (named[2] === '度' && NO_RATE.test(stem)) return null;
  return { type: 'rate', head: stem.slice(-2), of: '' };
}

const fitsAs = (whole: Figure, part: Figure): boolean =>
  // Of a bound that is not to be passed there is no share: 指标值≤3件，实际1件，完成率100%.
  whole !== part && whole.unit === part.unit && whole.value > 0 && whole.bound !== 'most';

/** The part a share is of stands right before it. */
function shareRatio(
  rate: Figure,
  before: readonly Figure[],
  of: string,
  told: readonly Figure[],
): Ratio[] {
  const part = before.at(-1);
  if (!part || rate.clause - part.clause > 1 || part.segment !== rate.segment) return [];
  const near = before.filter((figure) => fitsAs(figure, part));
  const far = told.filter((figure) => fitsAs(figure, part));
  const named = [...near, ...far].filter(({ label, tail }) => sharesPair(of, label + tail));
  // 占全县总人口的12%: of something no figure is given of.
  if (of !== '' && named.length === 0 && !/^(?:总|全部|其|以上)/.test(of)) return [];
  const base = { rate, parts: [part], bound: 'named', isShare: true } as const;
  return near.length + far.length === 0 ? [] : [{ ...base, near, far }];
}

function rateRatio(
  statement: Statement,
  rate: Figure,
  before: readonly Figure[],
  { head, of }: { readonly head: string; readonly of: string },
  told: readonly Figure[],
): Ratio[] {
  const segment = before.filter(
    (figure) => figure.segment === rate.segment || figure.depth > rate.depth,
  );
  const last = segment.at(-1);
  if (!last && before.length === 0) return fromBefore(statement, rate, head);
  if (!last || isNarrower(rate, segment, statement)) return [];
  const same = segment.filter((figure) => figure.unit === last.unit);
  const byWords = same.filter((figure) => !isPlan(figure) && isNamed(head, figure));
  const named = byWords.length > 0 ? byWords : dueAndDone(same);
  if (named.length > 0) {
    const ofIt = (figure: Figure): boolean =>
      named.some((part) => fitsAs(figure, part)) &&
      (of === '' ||
        !same.some(({ label }) => sharesPair(of, label)) ||
        sharesPair(of, figure.label));
    const near = same.filter(ofIt);
    const far = [...told, ...before.filter((figure) => !same.includes(figure))].filter(ofIt);
    const base = { rate, parts: named, bound: 'named', isShare: false } as const;
    return near.length + far.length === 0 ? [] : [{ ...base, near, far }];
  }
  const [first, second, ...more] = same;
  if (!first || !second || more.length > 0 || rate.clause - second.clause > 1) return [];
  return [{ rate, parts: [second], near: [first], far: [], bound: 'beside', isShare: false }];
}

/** 下达资金500万元。支出480万元。执行率96%。: of the sentences before in the paragraph. */
function fromBefore({ earlier }: Statement, rate: Figure, head: string): Ratio[] {
  const told = earlier.filter(usable);
  const part = told.filter((figure) => isNamed(head, figure)).at(-1);
  if (!part || head === '' || scopesOf(rate.lead).length > 0 || rate.lead.match(NARROWED))
    return [];
  const far = told.filter((figure) => fitsAs(figure, part));
  return far.length === 0
    ? []
    : [{ rate, parts: [part], near: [], far, bound: 'named', isShare: false }];
}

/** 应检45台，实检43台: of two the done one is the part, whatever the rate is called. */
function dueAndDone(figures: readonly Figure[]): readonly Figure[] {
  const [due, done, ...more] = figures;
  const pair = due && done && more.length === 0 && /应[\u4e00-\u9fff]/.test(due.label);
  return pair && /[实已]/.test(done.label) ? [done] : [];
}

/** 累计改造完成率 is not of this year's 30个. */
function isNarrower(rate: Figure, parts: readonly Figure[], { text }: Statement): boolean {
  const words = text.slice(parts.at(-1)?.end ?? 0, rate.start);
  const own = [...(words.match(NARROWED) ?? []), ...scopesOf(words)];
  const theirs = parts.map(({ lead }) => lead).join();
  return own.some((word) => !theirs.includes(word));
}

/** Whether two wordings share two neighbouring Chinese signs. */
export function sharesPair(a: string, b: string): boolean {
  for (let index = 0; index + 1 < a.length; index += 1) {
    const pair = a.slice(index, index + 2);
    if (/^[\u4e00-\u9fff]{2}$/.test(pair) && b.includes(pair)) return true;
  }
  return false;
}

/** How a rate stands to part ÷ whole. `cut`: what is beyond its last place was dropped. */
export type Fit = 'rounded' | 'cut' | null;

/** Whether part ÷ whole, both as rounded as they are written, gives the rate. */
export function fitOf(part: Figure, whole: Figure, rate: Figure): Fit {
  if (whole.value <= 0) return null;
  const place = 10 ** -rate.decimals;
  const slack = (rate.rough ? 1 : 0.5) * place + 1e-9;
  const [partOff, wholeOff] = [roundingOf(part), roundingOf(whole)];
  const low = ((part.value - partOff) / (whole.value + wholeOff)) * 100;
  const high = ((part.value + partOff) / Math.max(whole.value - wholeOff, 1e-9)) * 100;
  if (rate.value >= low - slack && rate.value <= high + slack) return 'rounded';
  return rate.value <= high + 1e-9 && rate.value + place > low ? 'cut' : null;
}

export interface JudgedRatio {
  readonly statement: Statement;
  readonly ratio: Ratio;
  readonly part: Figure;
  readonly whole: Figure;
  /** As the rate is written, rounded half-up. */
  readonly expected: string;
  readonly fit: Fit;
  /** Whether the rate written is one slip away from the right one. */
  readonly mistyped: boolean;
  /** The whole stands in the same part of the sentence, or is the base of a rate beside. */
  readonly close: boolean;
}

/** A rate against all pairs it may be of: the pair that fits, else the likeliest. */
function judgeRatio(
  statement: Statement,
  one: Ratio,
  bases: readonly Figure[],
): JudgedRatio | null {
  const { rate, near, far } = one;
  const wholes = [...near.filter((whole) => !far.includes(whole)), ...far];
  const judged = one.parts.flatMap((part) =>
    wholes
      .filter((whole) => whole !== part)
      .map((whole): JudgedRatio => {
        const expected = shareText(part.value, whole.value, rate.decimals);
        return {
          statement,
          ratio: one,
          part,
          whole,
          expected,
          fit: fitOf(part, whole, rate),
          mistyped: isMistyped(expected, rate.text),
          close: near.includes(whole) || bases.includes(whole),
        };
      }),
  );
  const sensible = judged.filter(({ part, whole }) => part.value <= whole.value);
  return (
    judged.find(({ fit }) => fit === 'rounded') ??
    judged.find(({ fit }) => fit === 'cut') ??
    judged.find(({ mistyped, close }) => mistyped && close) ??
    nearest(sensible.filter(({ close }) => close)) ??
    judged.find(({ mistyped }) => mistyped) ??
    nearest(sensible) ??
    nearest(judged.filter(({ close, whole }) => close && DUE.test(whole.label))) ??
    null
  );
}

/** More than was due is a rate above 100 %; more than something else is no rate. */
const DUE = /预算|计划|目标|应|任务|下达|安排/;

const offOf = ({ expected, ratio }: JudgedRatio): number =>
  Math.abs(Number(expected) - ratio.rate.value);

const nearest = (judged: readonly JudgedRatio[]): JudgedRatio | undefined =>
  [...judged].sort((a, b) => offOf(a) - offOf(b))[0];

/** Figures of how far back a rate may be of. */
const MOST_TOLD = 24;

/** Every rate of a report with the figures it is held against, in reading order. */
export function judgedRatios(statements: readonly Statement[]): JudgedRatio[] {
  let told: readonly Figure[] = [];
  let bases: readonly Figure[] = [];
  let paragraph = 0;
  return statements.flatMap((statement) => {
    if (statement.paragraph !== paragraph) bases = [];
    ({ paragraph } = statement);
    const found = ratiosOf(statement, told).flatMap((ratio) => {
      const judged = judgeRatio(statement, ratio, bases);
      if (judged?.fit) bases = [...bases, judged.whole];
      return judged ?? [];
    });
    told = [...statement.figures.filter(usable).reverse(), ...told].slice(0, MOST_TOLD);
    return found;
  });
}

/** part ÷ whole in percent, rounded half-up. */
export const shareText = (part: number, whole: number, decimals: number): string =>
  (ratio(part * 100, whole, decimals) ?? 0).toFixed(decimals);
