import { grouped } from '../../../model/grouped';
import { COUNTING_WORDS } from '../../../quantity/counting-words';

/** What prose counts by, longest first where one begins another, with the word it is counted under. */
const COUNTED = COUNTING_WORDS.flatMap(({ word, inProse }) =>
  inProse === null ? [] : [{ word, name: inProse }],
).sort((one, other) => other.word.length - one.word.length);
const BY_SIGN = grouped(COUNTED, ({ word }) => word.charAt(0));
/** The counting word that begins `rest`. */
const countedIn = (rest: string): string | undefined =>
  BY_SIGN.get(rest.charAt(0))?.find(({ word }) => rest.startsWith(word))?.word;
const NAMES = new Map(COUNTED.map(({ word, name }) => [word, name]));
const SCALES: readonly (readonly [string, number])[] = [
  ['亿', 1e8],
  ['千万', 1e7],
  ['百万', 1e6],
  ['万', 1e4],
  ['千', 1e3],
  ['百', 100],
];

export type FigureKind = 'money' | 'count' | 'percent' | 'percentage-point' | 'points' | 'bare';

export interface Unit {
  readonly kind: FigureKind;
  /** What figures must share to be added or compared: `元`, `%`, `件`, `人`, `亩`; `''` where none. */
  readonly name: string;
  /** As written, with its scale: `万元`, `宗`. */
  readonly text: string;
  /** What one of it is in the named unit: 10 000 for 万元. */
  readonly factor: number;
  /** Of a price: what one pays it for (`人` of 元/人). */
  readonly per: string | null;
}

/** Whether a unit says how long something took; such figures are read only where a row has them. */
export const isLength = (unit: string): boolean => /^(?:秒|小时|分钟|个月|天)$/.test(unit);

export const unitClass = (unit: string): string => NAMES.get(unit) ?? unit;

const NO_UNIT: Unit = { kind: 'bare', name: '', text: '', factor: 1, per: null };
/** 元/人, but not the division of 486万元/全年预算500万元. */
const PER = /^[/／](?![\u4e00-\u9fff]{3,}\d)(?:每)?([\u4e00-\u9fff]{1,3})/;
/** 万 and 亿 alone stand for money where money is spoken of. */
const MONEY_FOLLOWS = /^(?:的)?(?:资金|经费|补助|补贴|奖|预算|投资|费|款|元)/;
const MONEY_BEFORE = /(?:资金|经费|金额|预算|支出|收入|投资|补助|补贴|拨款|款)[^，。；\d]{0,6}$/;
const SCORE = /^分(?!钟|之|别|制|公司|局|支|厅|配|解|类|布|析|级|管|散|期|项|批|值以)/;

/** The unit that begins `after`; `before` are the words in front of the number. */
export function readUnit(after: string, before: string): Unit {
  if (/^[%％]/.test(after)) return { ...NO_UNIT, kind: 'percent', name: '%', text: '%' };
  if (after.startsWith('‰')) return { ...NO_UNIT, kind: 'count', name: '‰', text: '‰' };
  const points = /^个?百分点/.exec(after);
  if (points) {
    return { ...NO_UNIT, kind: 'percentage-point', name: '百分点', text: points[0] };
  }
  // 千瓦 and 千米 are units of their own, not a thousand of something.
  const isWhole = countedIn(after)?.startsWith('千') === true;
  const scale = isWhole ? undefined : SCALES.find(([sign]) => after.startsWith(sign));
  const [sign, factor] = scale ?? ['', 1];
  const rest = after.slice(sign.length);
  if (rest.startsWith('元')) return price(after, sign.length + 1, factor);
  if (SCORE.test(rest) && sign === '') {
    return { ...NO_UNIT, kind: 'points', name: '分', text: '分' };
  }
  const counted = countedIn(rest);
  const money =
    (sign === '万' || sign === '亿') &&
    (MONEY_FOLLOWS.test(rest) || (counted === undefined && MONEY_BEFORE.test(before)));
  if (money) return { kind: 'money', name: '元', text: sign, factor, per: null };
  if (counted === undefined) return { ...NO_UNIT, text: sign, factor };
  const large = counted === '万亩';
  const name = large ? '亩' : unitClass(counted);
  return {
    kind: 'count',
    name,
    text: sign + counted,
    factor: large ? factor * 1e4 : factor,
    per: PER.exec(rest.slice(counted.length))?.[1] ?? null,
  };
}

function price(after: string, end: number, factor: number): Unit {
  const per = PER.exec(after.slice(end));
  const text = after.slice(0, end + (per?.[0].length ?? 0));
  return { kind: 'money', name: '元', text, factor, per: per?.[1] ?? null };
}
