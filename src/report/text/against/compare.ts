import type { ReportContext } from '../check';
import type { Comparison } from './comparison';
import { compareFunds } from './funds';
import { compareGoals } from './goals';
import { compareIndicators } from './indicators';
import { compareNames } from './names';
import { compareScores } from './scores';

const known = new WeakMap<ReportContext, readonly Comparison[]>();

/** Every fact of the table at every place of the report that tells it, worked out once. */
export function comparisonsOf(context: ReportContext): readonly Comparison[] {
  const before = known.get(context);
  if (before) return before;
  const { table } = context;
  const comparisons =
    table === null
      ? []
      : [
          ...compareScores(context, table),
          ...compareNames(context, table),
          ...compareFunds(context, table),
          ...compareIndicators(context, table),
          ...compareGoals(context, table),
        ];
  known.set(context, comparisons);
  return comparisons;
}
