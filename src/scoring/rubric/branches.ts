import { pointsOf } from './item-points';
import { lastPhrase } from './grades';
import type { Item } from './items';
import type { Branch, Standard } from './standard';
import { isUnbounded, tiersOf } from './tiers';
import { turnsAsked } from './turn';

/** Tiers of which the last goes down by steps. */
export function tiersThenSteps(items: readonly Item[], weight: number): Standard | null {
  const [step, ...more] = items.filter(
    ({ kind, per }) => kind === 'deduct' && per?.kind === 'percent',
  );
  const flat = items.filter((item) => item !== step);
  if (!step || more.length > 0) return null;
  const awards = flat.filter(({ kind, per, bonus }) => kind === 'award' && !per && !bonus);
  const upTo = tiersOf(flat, awards, weight);
  const given = upTo?.tiers.filter(({ points }) => (points?.[1] ?? 0) > 0) ?? [];
  return upTo && given.length > 1
    ? { kind: 'stepped', upTo: { tiers: upTo.tiers, others: upTo.others }, step }
    : null;
}

/** Rules for a rise, a fall and none; null where fewer than two are told apart, or all give plain points. */
export function turnsOf(items: readonly Item[], weight: number): readonly Branch[] | null {
  const turned = items.map((item) => ({ item, asked: turnsAsked(lastPhrase(item.clause)) }));
  const turns = [...new Set(turned.flatMap(({ asked }) => asked))];
  if (turns.length < 2 || turned.some(({ asked }) => asked.length === 0)) return null;
  const branches = turns.flatMap((turn): Branch[] => {
    const own = turned.filter(({ asked }) => asked.includes(turn)).map(({ item }) => item);
    const standard = branchOf(own, weight);
    return standard === null
      ? []
      : [{ turn, standard, text: own.map(({ text }) => text).join(';') }];
  });
  const plain = branches.every(
    ({ standard }) => standard.kind === 'grades' && standard.grades.length === 1,
  );
  return branches.length < turns.length || plain ? null : branches;
}

function branchOf(items: readonly Item[], weight: number): Standard | null {
  const [first] = items;
  if (items.length === 1 && first?.kind === 'award' && !first.per && isUnbounded(first)) {
    const points = pointsOf(first, weight);
    return {
      kind: 'grades',
      grades: [{ label: '', points, openAbove: false, text: first.text }],
    };
  }
  const awards = items.filter(({ kind, per }) => kind === 'award' && !per);
  const tiers = items.length > 1 ? tiersOf(items, awards, weight) : null;
  if (tiers) return { kind: 'tiers', tiers: tiers.tiers, others: tiers.others };
  const steps = items.every(({ kind, per }) => kind === 'deduct' && per?.kind === 'percent');
  return steps
    ? { kind: 'clause', clause: { points: weight, items, label: '', nested: null } }
    : null;
}
