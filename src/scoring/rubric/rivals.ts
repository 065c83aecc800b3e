import type { Fragment } from './figures-told';
import type { Item } from './items';
import type { RowFacts } from './row-facts';

const LEVELS = /一般|较大|重大|特大|严重|轻微|国家级|省部?级|市级|县级|区级|乡级|村级/g;
const levelsOf = (text: string): string[] => text.match(LEVELS) ?? [];

/** Pairs of characters as they stand: 迟报 and 漏报 differ in what denial would drop. */
export function commonPairs(a: string, b: string): number {
  const pairs = new Set(Array.from(a.slice(1), (sign, at) => a.charAt(at) + sign));
  return [...pairs].filter((pair) => !/\d/.test(pair) && b.includes(pair)).length;
}

/** A rule on another level than the fact's (较大事故 beside 一般事故) is not meant; one on its own is. */
function likeness(fragment: string, condition: string): number {
  const told = levelsOf(fragment);
  const asked = levelsOf(condition);
  const shared = commonPairs(fragment, condition);
  if (told.length === 0 || asked.length === 0) return shared;
  return told.some((level) => asked.includes(level)) ? shared + 1 : 0;
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
  for (const fragment of facts.fragments) {
    const ranked = rivals
      .map((item) => ({ item, likeness: likeness(fragment.text, item.condition) }))
      .sort((a, b) => b.likeness - a.likeness);
    const [best, next] = ranked;
    if (!best || best.likeness === 0 || best.likeness === next?.likeness) {
      if (fragment.told.length > 0) return 'unclear';
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
