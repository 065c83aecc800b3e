import { remembering } from '../../model/remember';
import { multiply } from '../../quantity/exact';
import { NUMBER } from './plain-text';
import { type Per, readGain, readPer, readShareGain } from './per-unit';

export type Rounding = 'started' | 'full' | 'share' | null;

/** Points of a rule and what they are given or taken for. */
export interface Item {
  /** The words before the points, from the points before them. */
  readonly condition: string;
  /** Of these the last sentence, without its number. */
  readonly clause: string;
  readonly kind: 'award' | 'deduct';
  /** Both the same where one number stands; `full` marks stand as null until the weight is known. */
  readonly points: readonly [number, number] | 'full';
  readonly per: Per | null;
  /** At most these points are taken (扣完3分为止, 最多扣2分); null: all there are. */
  readonly cap: number | null;
  readonly rounding: Rounding;
  /** As printed, points included. */
  readonly text: string;
  /** ① or 1. before it: part of a list. */
  readonly numbered: boolean;
  /** What follows it, or it itself, is left to whoever scores: 否则酌情扣分. */
  readonly discretion: boolean;
  /** Given on top of the points of the row: 另加2分. */
  readonly bonus: boolean;
}

const P = `(${NUMBER})`;
/** 90分(含)以上的计5分: a figure in points that a rule asks for, and no points of the rule. */
const ASKED =
  '(?!钟|贝|之|(?:\\(不?含[^()]{0,6}\\))?(?:以[上下内]|及以|[-~至到]\\d|(?:\\))?的?,?(?:可?得|计|记|给|扣|为)\\d))';
const WHOLE_OF = '(?:该|本|此)?(?:项|指标)?(?:权重分|权重|分值|总分|满分|标准分|全部分值)';
const GIVE = '(?:可得|各得|各计|计为|得分|得|计|记|给|赋|评|为|是|:|加|奖)';

interface Token {
  readonly kind: 'award' | 'deduct';
  readonly points: readonly [number, number] | 'full' | { readonly share: number };
  readonly from: number;
  readonly to: number;
}

/** Points as rules write them; the first form that fits at a place is the one. */
const TOKENS: readonly (readonly [
  RegExp,
  (groups: readonly string[]) => Omit<Token, 'from' | 'to'>,
])[] = [
  [
    /(?:均|都|该项|此项|本项|本项指标|该指标|指标)*(?:不得分|不计分|不给分|不记分|不予计分|不赋分|计零分|得零分|零分|为0(?:分|(?=[,;。)]|$))|[得计记给]0(?!\.?\d|分?[-~至到]\d)分?|(?<![\d.])0分(?![-~至到]\d))/y,
    () => ({ kind: 'award', points: [0, 0] }),
  ],
  [/(?:不扣分)/y, () => ({ kind: 'award', points: 'full' })],
  [
    new RegExp(
      `扣(?:除|减)?(?:${WHOLE_OF}的?${P}%|${P}%的?${WHOLE_OF})|扣(?:除|减)?${P}%(?=[,;。]|$)`,
      'y',
    ),
    ([a = '', b = '', c = '']) => ({ kind: 'deduct', points: { share: Number(a || b || c) } }),
  ],
  [
    new RegExp(
      `(?:得|计|记|给|按|赋)(?:${WHOLE_OF}的?${P}%(?:计分|得分|计算|记分|给分|计)?|${P}%(?:的?${WHOLE_OF}|(?:计分|得分|记分|给分)))`,
      'y',
    ),
    ([a = '', b = '']) => ({ kind: 'award', points: { share: Number(a || b) } }),
  ],
  [
    new RegExp(`(?:满分为?|基础分为?|基本分为?)${P}分`, 'y'),
    ([points = '']) => ({ kind: 'award', points: [Number(points), Number(points)] }),
  ],
  [
    /(?:得|计|记|给|为|按|评|获得?|即)?(?:满分|全分)(?:计算|计分|计|值)?/y,
    () => ({ kind: 'award', points: 'full' }),
  ],
  [
    /(?:此|该项|本项|此项)?(?:分值)?(?:全部?|一次性?)?扣(?:完|光|除全部分值|除全部分|全部分值|全部分|全分)(?:分值|分)?(?!.{0,6}(?:为止|即止))/y,
    () => ({ kind: 'deduct', points: 'full' }),
  ],
  [
    new RegExp(`(?:酌情)?扣(?:除|减)?${P}分?(?:-|~|至|到)${P}分`, 'y'),
    ([a = '', b = '']) => ({
      kind: 'deduct',
      points: [Math.min(Number(a), Number(b)), Math.max(Number(a), Number(b))],
    }),
  ],
  [
    new RegExp(
      `(?:倒|再|另|各|均|则|应|酌情|共)?(?:扣除|扣减|扣掉|扣|减去|减)(?:去)?${P}分?(?!个?百|%|[\\d.])`,
      'y',
    ),
    ([points = '']) => ({ kind: 'deduct', points: [Number(points), Number(points)] }),
  ],
  [
    new RegExp(`${GIVE}?${P}分?(?:-|~|至|到)${P}分${ASKED}`, 'y'),
    ([a = '', b = '']) => ({
      kind: 'award',
      points: [Math.min(Number(a), Number(b)), Math.max(Number(a), Number(b))],
    }),
  ],
  [
    new RegExp(`(?<=[%)上下]):${P}(?:-${P})?(?=[;,。]|$)|:${P}(?=[;。]|$)`, 'y'),
    ([bounded = '', b = '', alone = '']) => {
      const a = bounded || alone;
      const other = b === '' ? a : b;
      return {
        kind: 'award',
        points: [Math.min(Number(a), Number(other)), Math.max(Number(a), Number(other))],
      };
    },
  ],
  [
    new RegExp(`${GIVE}?${P}分${ASKED}(?:值)?`, 'y'),
    ([points = '']) => ({ kind: 'award', points: [Number(points), Number(points)] }),
  ],
];

/** What the first sign of a token may be. */
const STARTS = /[\d:均都该此本指不计得零为记给扣按赋满基评获即全分一酌倒再另各则应共减可是加奖]/;

function tokenAt(text: string, from: number): Token | null {
  if (!STARTS.test(text.charAt(from))) return null;
  if (/[\d.]/.test(text.charAt(from - 1)) && /\d/.test(text.charAt(from))) return null;
  // 办结率×3分 is a term of a formula.
  if (/[×÷/]/.test(text.charAt(from - 1))) return null;
  for (const [pattern, read] of TOKENS) {
    pattern.lastIndex = from;
    const match = pattern.exec(text);
    if (!match) continue;
    // 扣完7分为止 limits what was said before it.
    if (
      /扣[完满光至]$/.test(text.slice(0, from)) &&
      /^(?:为|即)?止/.test(text.slice(from + match[0].length))
    )
      return null;
    const token = read(match.slice(1).map((group: string | undefined) => group ?? ''));
    return { ...token, from, to: from + match[0].length };
  }
  return null;
}

/** A list is read as a whole, by its parts, and those of them that are lists again. */
const tokensIn = remembering(200, (text: string): readonly Token[] => {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    const token = tokenAt(text, at);
    if (token) tokens.push(token);
    at = token ? token.to : at + 1;
  }
  return tokens;
});

const CAP = new RegExp(
  `^[,;。()、]*(?:直至|直到|至)?(?:(?:扣完|扣满|扣光|扣至)(?:该项|此项|本项|此|本|该|全部)*(?:分值|指标分|分数|分)?(?:${P}分)?(?:为止|止|即止)|(?:直至|直到|至)扣[完光满]|最[低少](?:得|为|计)?0分|(?:最多|最高|累计最多|总计最多|至多)(?:扣|不超过|扣减|得|加|计|为)?(?:至)?${P}分(?:为止)?)[)]*`,
);
const STARTED =
  /不足[^,;。]{0,8}(?:的)?,?(?:也|均|都)?(?:按照?|以|算作?|作)(?:一|1|\d+|该)?[^,;。]{0,8}(?:计算|计|算|扣)/;
const FULL_STEPS = /不足[^,;。]{0,8}(?:的)?,?(?:不扣分?|不计|不予扣|忽略|不算)/;
const SHARE = /(?:不足|不满)[^,;。]{0,8}(?:的)?,?按(?:照)?比例/;

function roundingOf(text: string): Rounding {
  if (SHARE.test(text)) return 'share';
  if (STARTED.test(text)) return 'started';
  return FULL_STEPS.test(text) ? 'full' : null;
}

const NUMBERED = /(?:^|[;。,:)分])\(?(?:[①-⑳]|[\d一二三四五六七八九十]{1,2}[.、)](?!\d))/;
const BONUS = /另加|加分|额外|奖励|另外加|再加|[^增追]加$/;

/** Left to whoever scores. */
export const DISCRETION =
  /酌情|酌减|视情|视具体|视实际|根据情况|根据实际|适当扣|合理确定|由.{0,6}评定|逐级|逐档/;
const OTHER_RULE =
  /^.*?(?:按(?:照)?[^,;。]{0,10}比例(?:得分|计分|给分|扣分|折算)|酌情(?:扣分|给分|得分))[,;。]/;
/** The words after the points, to the next rule's. */
function remainder(text: string, from: number): string {
  const rest =
    text.slice(from).split(/[①-⑳]|(?<=[;。])\(?\d{1,2}[.、)](?!\d)|\d+(?:\.\d+)?分/)[0] ?? '';
  return rest;
}

/**
 * The rules of a standard in the order of the text, `text` being plain.
 * @param weight the points of the row, of which 得分值的60% is a share
 * @param unsaid how steps that are not whole count where the text does not say
 */
export function readItems(text: string, weight: number, unsaid: Rounding = null): Item[] {
  const items = itemsAsWritten(text, weight, unsaid);
  const prices = items.filter(
    ({ kind, per, condition }) =>
      kind === 'award' && !per && readGain(trimmedEnd(condition))?.amount === 1,
  );
  // 结题1项得2分,最高10分: what one of them gives is not all.
  const isCapped = items.length === 1 && prices.some(({ cap }) => cap === weight);
  // 省级报道1篇得1分,市级报道1篇得0.5分: for each of them, as no other points are for two.
  return prices.length < 2 && !isCapped
    ? items
    : items.map((item) =>
        prices.includes(item) ? { ...item, per: readGain(trimmedEnd(item.condition)) } : item,
      );
}

function itemsAsWritten(text: string, weight: number, unsaid: Rounding): Item[] {
  const rounding = roundingOf(text) ?? unsaid;
  const items: Item[] = [];
  let from = 0;
  for (const token of tokensIn(text)) {
    if (token.from < from) continue;
    const condition = own(text.slice(from, token.from));
    const tail = CAP.exec(text.slice(token.to));
    const to = token.to + (tail?.[0].length ?? 0);
    const capped = tail?.[1] ?? tail?.[2];
    const near = trimmedEnd(condition.slice(lastClause(condition)));
    const per =
      readPer(near) ??
      (text.charAt(token.from) === '加' ? readGain(near) : null) ??
      (token.kind === 'award' ? readShareGain(near) : null);
    items.push({
      condition: trimmed(condition),
      clause: unnumbered(trimmed(condition.slice(lastClause(trimmedEnd(condition))))),
      kind: token.kind,
      points: pointsIn(token, weight),
      per,
      cap: capped === undefined ? null : Number(capped),
      rounding: per ? rounding : null,
      text: trimmed(text.slice(from, to)),
      numbered: NUMBERED.test(condition),
      discretion: DISCRETION.test(
        condition.slice(lastClause(condition)) +
          text.slice(token.from, token.to) +
          remainder(text, to),
      ),
      bonus:
        BONUS.test(condition + text.slice(token.from, token.from + 1)) && token.kind === 'award',
    });
    from = to;
  }
  return items;
}

function pointsIn({ points }: Token, weight: number): Item['points'] {
  if (points === 'full' || !('share' in points)) return points;
  const own = multiply(weight, multiply(points.share, 0.01));
  return [own, own];
}

/** 小于20%按比例得分,未配套不得分: what another rule says before it belongs to that. */
const own = (condition: string): string => condition.replace(OTHER_RULE, '');

/** Where the sentence begins that the points belong to. */
const lastClause = (condition: string): number =>
  Math.max(condition.lastIndexOf(';'), condition.lastIndexOf('。')) + 1;

const trimmedEnd = (text: string): string => text.replace(/[,;。:、(]+$/, '');
const unnumbered = (text: string): string =>
  text.replace(/^\(?(?:[①-⑳]|[\d一二三四五六七八九十]{1,2}[.、)](?!\d))/, '');

const trimmed = (text: string): string =>
  text.replace(/^[,;。:、)的]+/, '').replace(/[,;。:、(]+$/, '');
