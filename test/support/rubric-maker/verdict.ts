import { scoreByStandard } from '../../../src/scoring/rubric/score-standard';
import type { MadeRow } from './writings';

/**
 * `wrong`: points that are not right, or one number where two are right or a person judges;
 * `silent`: none, where there are some.
 */
export type Verdict = 'right' | 'wrong' | 'silent';

export function verdictOf({ criteria, weight, name, told, truth }: MadeRow): {
  readonly verdict: Verdict;
  readonly got: readonly number[] | null;
} {
  const reading = scoreByStandard(criteria, weight, { name, told, execution: null }, 2);
  const got = reading ? reading.span.map((points) => Math.round(points * 100)) : null;
  if (truth === null) return { verdict: got === null ? 'right' : 'wrong', got };
  if (got === null) return { verdict: 'silent', got };
  return { verdict: got.join() === truth.join() ? 'right' : 'wrong', got };
}
