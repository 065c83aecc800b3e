import type { Fragment } from './figures-told';
import type { Item } from './items';
import { sameUnit } from './in-unit';
import { pairTold, type RowFacts } from './row-facts';
import { amountSide } from './losses';
import { bearsFault, HAPPENING } from './agreement';

const LEVELS =
  /一般|较大|重大|特大|严重|轻微|中央|[一二三四]级|[ⅠⅡⅢⅣ]级|国家级|省部?级|市级|县级|区级|乡级|村级/g;
/** 省级, 重大, 三级: how high or how grave. */
export const levelsOf = (text: string): string[] => text.match(LEVELS) ?? [];

/** Pairs of characters as they stand: 迟报 and 漏报 differ in what denial would drop. */
export function commonPairs(a: string, b: string): number {
  const pairs = new Set(Array.from(a.slice(1), (sign, at) => a.charAt(at) + sign));
  return [...pairs].filter((pair) => !/[\d,]/.test(pair) && b.includes(pair)).length;
}

/** A rule on another level than the fact's (较大事故 beside 一般事故) is not meant; one on its own is. */
function likeness(fragment: string, condition: string): number {
  const told = levelsOf(fragment);
  const asked = levelsOf(condition);
  const shared = commonPairs(fragment.replace(HAPPENING, ','), condition.replace(HAPPENING, ','));
  if (told.length === 0 || asked.length === 0) return shared;
  return told.some((level) => asked.includes(level)) ? shared + 1 : 0;
}

const ANY_FAULT = /不合规|不规范|不符合?|违规|问题/;

/** 发现1处超范围列支 beside 发现一处不合规扣2分 and named faults that it is none of: the one rule that counts any fault in its unit. */
function counterOf({ text, told }: Fragment, rivals: readonly Item[]): Item | null {
  const [figure, ...more] = told;
  const [own, ...others] = rivals.filter(
    ({ per, condition }) =>
      per?.kind === 'count' &&
      (ANY_FAULT.test(condition) || per.what.replace(HAPPENING, '').replace(/的$/, '') === '') &&
      figure !== undefined &&
      sameUnit(figure.unit, per.unit),
  );
  return own && more.length === 0 && others.length === 0 && bearsFault(text) ? own : null;
}

/** 任务120户,完成115户 beside 每少1户 and prices of other things: what was due and done is for the one rule on what is short. */
function pairOfRival(
  rivals: readonly Item[],
  facts: RowFacts,
): { readonly item: Item; readonly fragments: readonly Fragment[] } | null {
  const short = rivals.filter(({ per }) => per?.kind === 'count' && amountSide(per.what) !== null);
  const [item, ...more] = short;
  const unit = item?.per?.unit ?? '';
  if (!item || more.length > 0) return null;
  const plain = facts.fragments.filter(({ text, told }) => {
    const [figure, ...others] = told;
    return (
      figure !== undefined &&
      others.length === 0 &&
      sameUnit(figure.unit, unit) &&
      rivals.every((rival) => rival === item || likeness(text, rival.condition) === 0)
    );
  });
  const figures = plain.flatMap(({ told }) => told);
  return pairTold({ ...facts, fragments: plain, figures }) ? { item, fragments: plain } : null;
}

interface Ranked {
  readonly item: Item;
  readonly likeness: number;
}

/** 普通期刊发表1篇 beside 在核心期刊发表论文每篇 and 普通期刊每篇: of two as like, the one that begins with the same words. */
function firstNamed({ text }: Fragment, ranked: readonly Ranked[]): readonly Ranked[] {
  const [best, next] = ranked;
  if (!best || best.likeness === 0 || best.likeness !== next?.likeness) return ranked;
  const alike = ranked.filter(({ likeness: own }) => own === best.likeness);
  const named = alike.filter(({ item }) =>
    item.clause.replace(/^[在对被]/, '').startsWith(text.slice(0, 2)),
  );
  const [only, ...more] = named;
  return only && more.length === 0 ? [only] : ranked;
}

/**
 * Of rules that speak of different things the one each fact is about; `unclear` where a count may be
 * held against two of them, or against none.
 */
export function rivalFacts(
  rivals: readonly Item[],
  facts: RowFacts,
): ReadonlyMap<Item, RowFacts> | 'unclear' {
  const own = new Map<Item, Fragment[]>();
  const paired = pairOfRival(rivals, facts);
  if (paired) own.set(paired.item, [...paired.fragments]);
  for (const fragment of facts.fragments) {
    if (paired?.fragments.includes(fragment)) continue;
    const ranked = rivals
      .map((item) => ({ item, likeness: likeness(fragment.text, item.condition) }))
      .sort((a, b) => b.likeness - a.likeness);
    const [best, next] = firstNamed(fragment, ranked);
    if (!best || best.likeness === 0 || best.likeness === next?.likeness) {
      const counter = best?.likeness === 0 ? counterOf(fragment, rivals) : null;
      if (counter) own.set(counter, [...(own.get(counter) ?? []), fragment]);
      else if (fragment.told.length > 0) return 'unclear';
      continue;
    }
    // 报道10篇 beside prices for 国家级 and 省级: of which level is not told.
    const levels = ranked.filter(({ item }) => levelsOf(item.condition).length > 0);
    if (fragment.told.length > 0 && levelsOf(fragment.text).length === 0 && levels.length > 1)
      return 'unclear';
    own.set(best.item, [...(own.get(best.item) ?? []), fragment]);
  }
  return new Map(
    [...own].map(([item, fragments]) => [
      item,
      {
        ...facts,
        fragments,
        text: fragments.map(({ text }) => text).join(','),
        figures: fragments.flatMap(({ told }) => told),
      },
    ]),
  );
}
