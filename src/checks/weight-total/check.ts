import type { Totals } from '../../model/score';
import { subtract, sum } from '../../quantity/exact';
import type { Check, PreparedContext } from '../check';
import { EVERY_KIND } from '../check';
import { distance, samePoints } from '../difference';
import { findingOf } from '../finding-of';
import { isEmptyForm } from '../empty-form';
import { printsPart } from '../printed-part';

/**
 * The yardstick of a rubric is its printed total weight, else the profile's total; of a target
 * table the profile's total (100), which the printed total must be as well, unless it counts only
 * the indicators.
 */
export const weightTotal: Check = {
  id: 'weight-total',
  code: 'JX201',
  severity: 'error',
  basis: 'check.weight-total.basis',
  kinds: EVERY_KIND,
  scope: 'table',
  find(context) {
    const { table, totals, profile, facts } = context;
    const { weight, printedWeight } = totals;
    const cell = table.total?.weight?.cell ?? table.columns.weight?.header;
    if (isEmptyForm(table) || !facts.whole || weight === null || cell === undefined) return [];
    const rubric = table.kind === 'rubric';
    const expected = rubric ? (printedWeight ?? profile.tableTotal) : profile.tableTotal;
    const difference = distance(weight, expected);
    if (samePoints(weight, expected, profile)) {
      if (printedWeight === null || rubric || printsPart(context, printedWeight)) return [];
      if (samePoints(printedWeight, expected, profile)) return [];
      const variant = 'printed';
      const data = { funds: 0, rows: weight, difference: distance(printedWeight, expected) };
      return [
        findingOf(weightTotal, context, cell, { variant, data, expected, found: printedWeight }),
      ];
    }
    if (isOwnTotal(context, totals) || explainedElsewhere(context, weight, expected)) return [];
    const funds = context.budget?.weight ?? 0;
    return [
      findingOf(weightTotal, context, cell, {
        ...(funds > 0 ? { variant: 'funds' } : {}),
        data: { funds, rows: subtract(weight, funds), difference },
        expected,
        found: weight,
      }),
    ];
  },
};

/** The indicators' own total (90) is printed and the funds carry no points on this form. */
function isOwnTotal({ budget, profile, table }: PreparedContext, totals: Totals): boolean {
  const { weight, printedWeight } = totals;
  if (table.kind === 'rubric' || profile.levelWeights === null) return false;
  if (weight === null || printedWeight === null || (budget?.weight ?? 0) > 0) return false;
  const usual = sum(Object.values(profile.levelWeights));
  return samePoints(weight, printedWeight, profile) && samePoints(weight, usual, profile);
}

/** A 分值 that is missing or unusable leaves such a gap; uneven levels may make the difference. */
function explainedElsewhere(context: PreparedContext, weight: number, expected: number): boolean {
  const { table, facts, profile } = context;
  const gap = table.indicators.some(
    (indicator, index) =>
      (facts.rows[index]?.weight ?? null) === null &&
      indicator.weight !== null &&
      indicator.parent === null &&
      indicator.weight.cell.row === indicator.row,
  );
  if (weight < expected && gap) return true;
  const levels = sum(facts.unevenLevels.map(({ rows, printed }) => subtract(rows, printed)));
  return levels !== 0 && samePoints(weight, sum([expected, levels]), profile);
}
