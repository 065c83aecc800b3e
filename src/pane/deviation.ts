import type { CheckId } from '../model/check-id';
import type { ScoringMethod } from '../model/score';
import type { Indicator } from '../model/table';

/**
 * What a reason has to explain: less than the target, later than its date, more than a limit, far more
 * than the target, or points taken off although it was reached.
 */
export type Deviation = 'short' | 'late' | 'exceeded' | 'over' | 'deducted';

/** By the check that asks; others ask of what fell short, came late or went beyond a limit. */
const BY_CHECK: Readonly<Partial<Record<CheckId, Deviation>>> = {
  'over-achieved': 'over',
  'deadline-missed': 'late',
  'met-not-full': 'deducted',
};

/** @param method how the row was scored: it knows a limit by the name as well as by its sign */
export function deviationOf(
  check: CheckId,
  { target, actual }: Indicator,
  method: ScoringMethod | null,
): Deviation {
  const asked = BY_CHECK[check];
  if (asked) return asked;
  if (target.kind === 'date') return 'late';
  const isLimit =
    target.op === '<=' || target.op === '<' || (method?.startsWith('reverse') ?? false);
  const bound = method === 'range' ? target.upper : method === 'equal' ? target.value : null;
  const isBeyond = bound !== null && actual.value !== null && actual.value > bound;
  return isLimit || isBeyond ? 'exceeded' : 'short';
}

/** What the rows of a line have in common; of several the most general. */
export function deviationOfAll(drafts: readonly { readonly deviation: Deviation }[]): Deviation {
  const [first] = drafts;
  const isOne = drafts.every(({ deviation }) => deviation === first?.deviation);
  return isOne && first ? first.deviation : 'short';
}
