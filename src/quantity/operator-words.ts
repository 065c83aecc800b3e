import type { Comparison } from '../model/quantity';

export type SingleComparison = Exclude<Comparison, 'range'>;

/** A sign before the figure, longest first. */
const BEFORE: readonly (readonly [string, SingleComparison])[] = [
  ['>=', '>='],
  ['=>', '>='],
  ['≥=', '>='],
  ['≥', '>='],
  ['<=', '<='],
  ['=<', '<='],
  ['≤=', '<='],
  ['≤', '<='],
  ['==', '='],
  ['>', '>'],
  ['<', '<'],
  ['=', '='],
  ['大于或等于', '>='],
  ['大于等于', '>='],
  ['不得低于', '>='],
  ['不得少于', '>='],
  ['不低于', '>='],
  ['不少于', '>='],
  ['不小于', '>='],
  ['不短于', '>='],
  ['不早于', '>='],
  ['至少', '>='],
  ['最少', '>='],
  ['最低', '>='],
  ['小于或等于', '<='],
  ['小于等于', '<='],
  ['不得超过', '<='],
  ['不得高于', '<='],
  ['不超过', '<='],
  ['不超出', '<='],
  ['不高于', '<='],
  ['不大于', '<='],
  ['不多于', '<='],
  ['不长于', '<='],
  ['不晚于', '<='],
  ['不迟于', '<='],
  ['控制在', '<='],
  ['至多', '<='],
  ['最多', '<='],
  ['最高', '<='],
  ['大于', '>'],
  ['超过', '>'],
  ['高于', '>'],
  ['多于', '>'],
  ['小于', '<'],
  ['低于', '<'],
  ['少于', '<'],
  ['等于', '='],
  ['达到', '='],
  ['达', '='],
  ['为', '='],
];

/** A sign after the figure, longest first. 以上 and 以下 include the figure itself. */
const AFTER: readonly (readonly [string, SingleComparison])[] = [
  ['或者以上', '>='],
  ['及其以上', '>='],
  ['及以上', '>='],
  ['或以上', '>='],
  ['以上', '>='],
  ['或者以下', '<='],
  ['及其以下', '<='],
  ['及以下', '<='],
  ['或以下', '<='],
  ['以下', '<='],
  ['以内', '<='],
  ['之内', '<='],
  ['内', '<='],
];

type Words = readonly (readonly [string, SingleComparison])[];

/** The words by the one character that tells most of them apart. */
function byCharacter(words: Words, at: (word: string) => string): ReadonlyMap<string, Words> {
  const groups = new Map<string, Words>();
  for (const word of words) {
    const key = at(word[0]);
    groups.set(key, [...(groups.get(key) ?? []), word]);
  }
  return groups;
}

const BEFORE_BY_FIRST = byCharacter(BEFORE, (word) => word.charAt(0));
const AFTER_BY_LAST = byCharacter(AFTER, (word) => word.charAt(word.length - 1));
const NONE: Words = [];

export interface Taken {
  readonly op: SingleComparison;
  readonly rest: string;
}

/** Takes the sign off the front of a normalised text; null where it has none. */
export function takeOperatorBefore(text: string): Taken | null {
  for (const [word, op] of BEFORE_BY_FIRST.get(text.charAt(0)) ?? NONE) {
    if (text.startsWith(word)) return { op, rest: text.slice(word.length) };
  }
  return null;
}

/** Takes the sign off the end of a normalised text; null where it has none. */
export function takeOperatorAfter(text: string): Taken | null {
  for (const [word, op] of AFTER_BY_LAST.get(text.charAt(text.length - 1)) ?? NONE) {
    if (text.endsWith(word)) return { op, rest: text.slice(0, -word.length) };
  }
  return null;
}
