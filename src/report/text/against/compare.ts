import type { ReportContext } from '../check';
import { once } from '../../../model/remember';
import type { TableResult } from '../../../model/score';
import { notTold, type Comparison } from './comparison';
import { compareFunds } from './funds';
import { compareGoals } from './goals';
import { compareIndicators } from './indicators';
import { compareNames, isStranger } from './names';
import { compareScores } from './scores';

/** As many figures hardly differ in a report on the form that never names it. */
const SEVERAL = 3;
const NAMES: ReadonlySet<Comparison['kind']> = new Set(['project', 'department', 'unit', 'year']);

/**
 * What was told of figures; nothing of them where the report never names the form's project and fewer
 * than half of several are as in the form (some are by chance), or several are not under another's
 * name. It is another project's, of which nothing was compared.
 */
function ofOwnFigures(
  { report }: ReportContext,
  table: TableResult,
  comparisons: readonly Comparison[],
): readonly Comparison[] {
  const facts = new Map<string, boolean>();
  for (const { kind, fact, told, verdict } of comparisons) {
    if (told === null || kind === 'grade' || NAMES.has(kind)) continue;
    const key = `${kind} ${fact}`;
    facts.set(key, facts.get(key) === true || verdict === 'same');
  }
  const same = [...facts.values()].filter(Boolean).length;
  const isFew = same * 2 < facts.size;
  const isOther = comparisons.some(isOtherName)
    ? isFew || facts.size - same >= SEVERAL
    : isFew && facts.size >= SEVERAL;
  if (!isOther || !isStranger(report, table)) return comparisons;
  const first = new Map(comparisons.map((one) => [`${one.kind} ${one.fact}`, one]));
  return [...first.values()].map((one) =>
    NAMES.has(one.kind) ? one : notTold(one.kind, one.fact, one.cell, one.expected),
  );
}

const isOtherName = ({ kind, verdict }: Comparison): boolean =>
  verdict === 'differs' && kind !== 'year' && NAMES.has(kind);

/** Every fact of the table at every place of the report that tells it, worked out once. */
export const comparisonsOf = once((context: ReportContext): readonly Comparison[] => {
  const { table } = context;
  if (table === null) return [];
  return ofOwnFigures(context, table, [
    ...compareScores(context, table),
    ...compareNames(context, table),
    ...compareFunds(context, table),
    ...compareIndicators(context, table),
    ...compareGoals(context, table),
  ]);
});
