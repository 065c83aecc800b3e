import type { HeadRole } from '../vocabulary/heads';

interface Placed {
  readonly role: HeadRole;
  readonly column: number;
}

const NAMES: ReadonlySet<HeadRole> = new Set(['level2', 'level3', 'level4', 'name']);
const RESULTS: ReadonlySet<HeadRole> = new Set(['target', 'actual', 'criteria']);
const POINTS: ReadonlySet<HeadRole> = new Set(['weight', 'score']);
/** Of the right half's heads so many must be the left half's, too. */
const ALIKE = 0.7;

/**
 * The column where the same heads begin again to the right: a form of two halves side by side. Null
 * where they do not. Each half names its rows, says what they come to and gives points.
 */
export function secondHalfAt(heads: readonly Placed[]): number | null {
  for (const [index, { role, column }] of heads.entries()) {
    if (index < 3 || heads[0]?.role !== role) continue;
    const left = new Set(heads.slice(0, index).map((head) => head.role));
    const right = new Set(heads.slice(index).map((head) => head.role));
    const alike = [...right].filter((one) => left.has(one)).length;
    if (isForm(left) && isForm(right) && alike >= right.size * ALIKE) return column;
  }
  return null;
}

const isForm = (roles: ReadonlySet<HeadRole>): boolean =>
  [NAMES, RESULTS, POINTS].every((kind) => [...kind].some((role) => roles.has(role)));
