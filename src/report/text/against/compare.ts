import type { ReportContext } from '../check';
import type { TableResult } from '../../../model/score';
import { notTold, type Comparison } from './comparison';
import { compareFunds } from './funds';
import { compareGoals } from './goals';
import { compareIndicators } from './indicators';
import { compareNames, isStranger } from './names';
import { compareScores } from './scores';

const known = new WeakMap<ReportContext, readonly Comparison[]>();

/** As many figures hardly all differ in a report on the form. */
const SEVERAL = 3;
const NAMES: ReadonlySet<Comparison['kind']> = new Set(['project', 'department', 'unit', 'year']);

/**
 * What was told of figures; nothing of them where the report never names the form's project and none of
 * several is as in the form: it is another project's, of which nothing was compared.
 */
function ofOwnFigures(
  { report }: ReportContext,
  table: TableResult,
  comparisons: readonly Comparison[],
): readonly Comparison[] {
  const figures = comparisons.filter(
    ({ kind, told }) => told !== null && kind !== 'grade' && !NAMES.has(kind),
  );
  const facts = new Set(figures.map(({ kind, fact }) => `${kind} ${fact}`));
  const isOther =
    facts.size >= SEVERAL &&
    figures.every(({ verdict }) => verdict === 'differs') &&
    isStranger(report, table);
  if (!isOther) return comparisons;
  const first = new Map(comparisons.map((one) => [`${one.kind} ${one.fact}`, one]));
  return [...first.values()].map((one) =>
    NAMES.has(one.kind) ? one : notTold(one.kind, one.fact, one.cell, one.expected),
  );
}

/** Every fact of the table at every place of the report that tells it, worked out once. */
export function comparisonsOf(context: ReportContext): readonly Comparison[] {
  const before = known.get(context);
  if (before) return before;
  const { table } = context;
  const comparisons =
    table === null
      ? []
      : ofOwnFigures(context, table, [
          ...compareScores(context, table),
          ...compareNames(context, table),
          ...compareFunds(context, table),
          ...compareIndicators(context, table),
          ...compareGoals(context, table),
        ]);
  known.set(context, comparisons);
  return comparisons;
}
