import { compare } from '../../quantity/exact';
import type { Fragment, Told } from './figures-told';
import type { RowFacts } from './row-facts';
import { sharedPairs } from './agreement';

/** Which way a figure went. */
export type Turn = 'rise' | 'fall' | 'level';
/** `not`: 未压减, whichever other way it went. */
export type TurnAsked = Turn | 'not';

const TURNS: readonly (readonly [RegExp, Turn])[] = [
  [/负增长/, 'fall'],
  [/增长|增加|上升|提高|提升|增幅|升高|上涨|[增升]至/, 'rise'],
  [/下降|减少|降低|压减|降幅|核减|调减|压缩|[降减]至/, 'fall'],
  [/持平|不变|一致|无变化/, 'level'],
];

/** Every way that a rule names: 持平或上升 is two. */
export function turnsAsked(text: string): readonly TurnAsked[] {
  if (/(?:未|没有|不)[^,;。]{0,3}(?:增长|增加|上升|提高|下降|减少|降低|压减|压缩|变化)/.test(text))
    return ['not'];
  const found = TURNS.filter(([words]) => words.test(text)).map(([, turn]) => turn);
  return /负增长/.test(text) ? ['fall'] : [...new Set(found)];
}

/** 上年3.2万元,本年3.5万元: which way from the one to the other; null where other things are told. */
export function turnOfYears({ figures, fragments, name = '' }: YearsTold): Turn | null {
  const [first, second] = figures;
  if (!first || !second || figures.length > 2 || first.unit !== second.unit) return null;
  const [a, b] = [yearOf(first, fragments), yearOf(second, fragments)];
  // 2021年 beside 2023年 is no 上年.
  if (a !== null && b !== null && Math.abs(a - b) !== 1) return null;
  const earlier = a !== null && b !== null ? Math.min(a, b) : null;
  const isBefore = (told: Told): boolean =>
    earlier === null ? /上年|去年|上一年/.test(told.label) : yearOf(told, fragments) === earlier;
  const [before, now] = isBefore(first) ? [first, second] : [second, first];
  if (!isBefore(before) || !isSameThing(before, now, name, earlier !== null)) return null;
  const order = compare(now.value, before.value);
  return order < 0 ? 'fall' : order > 0 ? 'rise' : 'level';
}

/** 2022年投诉12件: of which year it is, where it stands alone. */
function yearOf(told: Told, fragments: readonly Fragment[]): number | null {
  const own = fragments.find((one) => one.told.length === 1 && one.told.includes(told));
  const [year, ...more] = Array.from(own?.text.matchAll(/(?<!\d)20\d{2}(?=年)/g) ?? [], Number);
  return year === undefined || more.length > 0 ? null : year;
}

interface YearsTold extends Pick<RowFacts, 'figures' | 'fragments'> {
  readonly name?: string;
}

/** 本年 beside 上年, else words in common: those of both labels, or of the one and of the name where the other is bare. */
function isSameThing(before: Told, now: Told, name: string, dated: boolean): boolean {
  if (/上年|去年|目标|计划|预算|任务|指标值/.test(now.label)) return false;
  if (/本年|今年|当年|本期/.test(now.label)) return true;
  const [rest, own] = [before, now].map(({ label }) =>
    label.replace(/(?:上年度?|去年|上一年度?)(?:同期)?[为是]?/, ''),
  );
  return sharedPairs(rest || name, own || (dated ? name : '')) > 0;
}

/** 由62.1%提高到62.8%: which way the one thing that a row tells went; null where its words say another. */
export function turnFromTo({ figures, fragments }: YearsTold): Turn | null {
  const [from, to, ...more] = figures;
  if (!from || !to || more.length > 0 || fragments.length > 1 || from.unit !== to.unit) return null;
  if (!/[由从]$/.test(from.label) || !/[到至为]$/.test(to.label)) return null;
  const order = compare(to.value, from.value);
  const turn = order < 0 ? 'fall' : order > 0 ? 'rise' : 'level';
  return (turnOf(to.label) ?? turn) === turn ? turn : null;
}

/** 较上年下降5%: the first that the words say; null where they say none. */
export const turnOf = (text: string): Turn | null =>
  TURNS.find(([words]) => words.test(text))?.[1] ?? null;
