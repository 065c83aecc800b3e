import { sameDenied, sharedPairs, withSigns } from './agreement';
import { isZero, pointsOf } from './item-points';
import type { Item } from './items';
import { commonPairs } from './rivals';
import type { RowFacts } from './row-facts';
import type { Span } from './steps';

interface NamedLoss {
  readonly span: Span;
  readonly rule: string;
  readonly fact: string;
}

/** 工期滞后的扣5分, 业主投诉的扣10分: named things, each at its price. */
export function namedLosses(
  items: readonly Item[],
  facts: RowFacts,
  points: number,
): readonly NamedLoss[] | 'unclear' {
  const deducts = items.filter((item) => item.kind === 'deduct' && !item.per && !item.discretion);
  if (deducts.length === 0) return [];
  const found: NamedLoss[] = [];
  for (const { text } of facts.fragments) {
    const meant = deducts.filter(
      (item) => phraseMeant(text, item.condition) && !nearerToAward(text, item, items),
    );
    const exact = closest(text, meant);
    if (!exact) continue;
    const milder = meant.filter(
      (item) =>
        item !== exact &&
        pointsOf(item, points)[1] < pointsOf(exact, points)[1] &&
        exact.condition.includes(keyOf(item.condition)),
    );
    const [least, most] = pointsOf(exact, points);
    const extra = milder.reduce((total, item) => total + pointsOf(item, points)[1], 0);
    found.push({ span: [least, most + extra], rule: exact.text, fact: text });
  }
  if (found.length === 0) return [];
  const unread = facts.fragments.filter(
    ({ text }) =>
      !found.some(({ fact }) => fact === text) && /未|没|不|滞|迟|投诉|通报|违/.test(text),
  );
  return unread.length > 0 ? 'unclear' : found;
}

/** 职责明确 beside 职责不清的扣分: more of its words are those of what earns the points. */
const nearerToAward = (text: string, item: Item, items: readonly Item[]): boolean =>
  items.some(
    (other) =>
      other.kind === 'award' &&
      !isZero(other) &&
      commonPairs(text, other.clause) >= Math.max(1, commonPairs(text, item.clause)) &&
      !item.clause.includes(text) &&
      !text.includes(item.clause),
  );

const keyOf = (condition: string): string =>
  (condition.split(/[,;。]/).at(-1) ?? '').replace(/的$/, '').slice(-2);

function phraseMeant(fragment: string, condition: string): boolean {
  const phrase = (condition.split(/[,;。]/).at(-1) ?? '').replace(/的$/, '');
  if (
    withSigns(fragment).includes('¬')
      ? !withSigns(phrase).includes('¬')
      : sameDenied(fragment, phrase.replace(/的$/, ''))
  )
    return false;
  return (
    phrase.includes(fragment) || fragment.includes(phrase) || sharedPairs(fragment, condition) > 0
  );
}

/** Of the named things the one whose words the fragment has most of. */
function closest(fragment: string, items: readonly Item[]): Item | null {
  const ranked = items
    .map((item) => {
      const severe = /严重|重大|特别/.test(item.condition) === /严重|重大|特别/.test(fragment);
      return { item, shared: sharedPairs(fragment, item.condition) + (severe ? 0.5 : 0) };
    })
    .sort((a, b) => b.shared - a.shared);
  const [best, next] = ranked;
  return best && (!next || best.shared > next.shared) ? best.item : null;
}
