import { subtract } from '../quantity/exact';
import type { PreparedContext } from './check';
import { samePoints } from './difference';

/** Whether the total row's 分值 counts the indicators without the funds row. */
export function printsPart({ budget, totals, profile }: PreparedContext, printed: number): boolean {
  const funds = budget?.weight ?? 0;
  return samePoints(subtract(totals.weight ?? 0, funds), printed, profile);
}
