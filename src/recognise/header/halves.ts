import type { HeadRole } from '../vocabulary/heads';

interface Placed {
  readonly role: HeadRole;
  readonly column: number;
}

const NAMES: ReadonlySet<HeadRole> = new Set(['level2', 'level3', 'level4', 'name']);
const RESULTS: ReadonlySet<HeadRole> = new Set(['target', 'actual', 'criteria']);
const POINTS: ReadonlySet<HeadRole> = new Set(['weight', 'score']);
/** Of the heads to the right so many must be the left part's, too. */
const ALIKE = 0.7;

/**
 * The columns where the same heads begin again to the right: a form of two halves or more lists side by
 * side. None where they do not. Each part names its rows, says what they come to and gives points.
 */
export function partsAt(heads: readonly Placed[]): readonly number[] {
  const starts: number[] = [];
  let from = 0;
  for (const [index, { role, column }] of heads.entries()) {
    if (index - from < 3 || heads[0]?.role !== role) continue;
    const left = rolesOf(heads.slice(from, index));
    const right = rolesOf(heads.slice(index));
    const alike = [...right].filter((one) => left.has(one)).length;
    if (!isForm(left) || !isForm(right) || alike < right.size * ALIKE) continue;
    starts.push(column);
    from = index;
  }
  return starts;
}

const rolesOf = (heads: readonly Placed[]): ReadonlySet<HeadRole> =>
  new Set(heads.map(({ role }) => role));

const isForm = (roles: ReadonlySet<HeadRole>): boolean =>
  [NAMES, RESULTS, POINTS].every((kind) => [...kind].some((role) => roles.has(role)));
