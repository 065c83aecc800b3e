import { ownPoints } from './item-points';
import type { ReadStandard } from './standard';

/** The rules of a standard as shown where a person judges, and the band in which a score must lie. */
export interface StandardTold {
  readonly rules: readonly string[];
  readonly band: readonly [number, number];
}

const MOST_RULES = 6;

/** Null where fewer than two rules with points of their own were read: the sheet's own words say as much. */
export function standardTold(
  { items, standard }: ReadStandard,
  weight: number,
): StandardTold | null {
  const rules = items.map(({ text }) => text).slice(0, MOST_RULES);
  if (rules.length < 2 || !items.some((item) => ownPoints(item) > 0)) return null;
  if (items.some(({ bonus }) => bonus)) return null;
  return { rules, band: bandOf(standard, weight) };
}

/** From the least to the most that its tiers or grades give; any other standard may give nothing. */
function bandOf(standard: ReadStandard['standard'], weight: number): readonly [number, number] {
  if (standard.kind !== 'grades') return [0, weight];
  const points = standard.grades.flatMap((grade) => grade.points);
  return [Math.min(...points), Math.min(weight, Math.max(...points))];
}
