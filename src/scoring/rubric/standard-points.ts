import { compare, sum } from '../../quantity/exact';
import type { Item } from './items';
import { standardFor } from './score-standard';

/** The points that a standard gives in all, and what they are added up from. */
export interface StandardPoints {
  readonly points: number;
  /** One where it is not a list but a single rule. */
  readonly parts: readonly number[];
}

const CUT_OFF = /…|\.{3}|截断|（略）|\(略\)|另见|详见|附表|最高|封顶|加分|不超过/;

/**
 * What the clauses of a 评分标准 add up to: a numbered list whose every number has one award, or one
 * rule with its own full marks. Null where the points may be read otherwise: tiers, grades, bonuses,
 * a text that was cut off.
 */
export function standardPoints(criteria: string, weight: number): StandardPoints | null {
  if (criteria.trim() === '' || CUT_OFF.test(criteria)) return null;
  const { text, items } = standardFor(criteria, weight);
  if (items.some((item) => item.bonus)) return null;
  const awards = items.flatMap(ownPoints);
  const [first, ...more] = awards;
  if (first === undefined) return null;
  const numbers = Array.from(text.matchAll(/[①-⑳]|(?<=^|[;。])\d{1,2}[.、)](?!\d)/g)).length;
  if (more.length > 0) {
    const listed =
      numbers === awards.length && !awards.some((points) => compare(points, weight) >= 0);
    return listed ? { points: sum(awards), parts: awards } : null;
  }
  const steps = items.some(({ per }) => per !== null);
  const single =
    items.length > 1 && steps && numbers < 2 && !items.some((item) => item.points === 'full');
  return single ? { points: first, parts: [first] } : null;
}

function ownPoints({ kind, per, points }: Item): number[] {
  if (kind !== 'award' || per || points === 'full' || points[0] !== points[1]) return [];
  return points[0] > 0 ? [points[0]] : [];
}
