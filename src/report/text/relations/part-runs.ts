import { sum } from '../../../quantity/exact';
import type { Figure } from '../facts/figure';

/** What a rate may count: one figure, or neighbours taken together. */
export interface Counted {
  readonly part: Figure;
  /** The figures it is made of. */
  readonly of: readonly Figure[];
}

/** A list longer than this is no list of parts of one rate. */
const MOST = 6;

/**
 * Figures that a rate may count, and the sums of neighbours among them: of 非常满意214份、满意63份 the
 * rate counts both.
 */
export function countable(parts: readonly Figure[]): readonly Counted[] {
  const single = parts.map((part): Counted => ({ part, of: [part] }));
  if (parts.length > MOST) return single;
  const runs = parts.flatMap((first, from) =>
    parts.slice(from + 1).flatMap((_, length): Counted[] => {
      const of = parts.slice(from, from + length + 2);
      const apart = of.some(
        ({ segment, unit }) => segment !== first.segment || unit !== first.unit,
      );
      return apart ? [] : [{ part: together(first, of), of }];
    }),
  );
  return [...single, ...runs];
}

/** Figures summed, as one at the place of the first. */
export function together(first: Figure, run: readonly Figure[]): Figure {
  const value = sum(run.map((figure) => figure.value));
  const decimals = Math.max(...run.map((figure) => figure.decimals));
  return { ...first, value, decimals, text: (value / first.factor).toFixed(decimals) };
}
