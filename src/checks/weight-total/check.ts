import { isBlank } from '../../model/blank';
import type { Totals } from '../../model/score';
import { subtract, sum } from '../../quantity/exact';
import type { PreparedContext } from '../check';
import { EVERY_KIND } from '../check';
import { defineCheck } from '../define-check';
import { distance, samePoints } from '../difference';
import { printsPart } from '../printed-part';
import { namesOf, withoutWeight } from '../without-points';

/**
 * The yardstick of a rubric is its printed total weight, else the profile's total; of a target
 * table the profile's total (100), which the printed total must be as well, unless it counts only
 * the indicators.
 */
export const weightTotal = defineCheck({
  id: 'weight-total',
  code: 'JX201',
  severity: 'error',
  kinds: EVERY_KIND,
  scope: 'table',
  about: ['total'],
  texts: {
    'zh-CN': {
      title: '分值合计不对',
      message: {
        plain: '各指标分值合计 {found} 分，应为 {expected} 分，相差 {difference} 分。',
        funds:
          '指标 {rows} 分加预算执行 {funds} 分，合计 {found} 分，应为 {expected} 分，相差 {difference} 分。',
        open: '各指标分值合计 {found} 分，应为 {expected} 分，相差 {difference} 分；{rows}没有分值。',
        printed: '总分的分值写的是 {found}，而各行分值合计是 {rows}，应为 {expected}。',
      },
      why: '满分应当是 100 分，合计不对，总分和等级都不可比。',
      fix: '请调整各行分值，使指标与预算执行合计 {expected} 分。',
      fixes: {
        open: '请补填没有写的分值，使合计为 {expected} 分。',
        printed: '请把总分一行的分值改为 {expected}。',
      },
      basis:
        '自评表表注：产出50、效益30、满意度10、预算执行率10，合计100（天长市2022年、中江县2022年公开自评表）；一体化系统的合计核对',
    },
    en: {
      title: 'Weights do not add up',
      message: {
        plain: 'The weights add up to {found}, not {expected}: {difference} off.',
        funds:
          '{rows} points of indicators and {funds} of the funds make {found}, not {expected}: {difference} off.',
        open: 'The weights add up to {found}, not {expected}: {difference} off; {rows} has no weight.',
        printed:
          'The total row prints a weight of {found}; the rows add up to {rows} and the total should be {expected}.',
      },
      why: 'The full mark is 100; otherwise totals and grades cannot be compared.',
      fix: 'Adjust the weights so that indicators and funds make {expected}.',
      fixes: {
        open: 'Fill in the weights that are blank, so that they make {expected}.',
        printed: 'Change the weight of the total row to {expected}.',
      },
      basis:
        'Notes of public forms: 50 + 30 + 10 + 10 = 100 (Tianchang 2022, Zhongjiang 2022); sum check of the integrated system',
    },
  },
  find(say, context) {
    const { table, totals, profile, facts } = context;
    const { weight, printedWeight } = totals;
    const cell = table.total?.weight?.cell ?? table.columns.weight?.header;
    if (weight === null || cell === undefined || facts.cutOff) return [];
    const unread = withoutWeight(context);
    if (!facts.whole && unread.length === 0) return [];
    const rubric = table.kind === 'rubric';
    const expected = rubric ? (printedWeight ?? profile.tableTotal) : profile.tableTotal;
    const difference = distance(weight, expected);
    if (samePoints(weight, expected, profile)) {
      if (printedWeight === null || rubric || printsPart(context, printedWeight)) return [];
      if (samePoints(printedWeight, expected, profile)) return [];
      const variant = 'printed';
      const data = { funds: 0, rows: weight, difference: distance(printedWeight, expected) };
      return [say(cell, { variant, data, expected, found: printedWeight })];
    }
    if (isOwnTotal(context, totals) || explainedElsewhere(context, weight, expected)) return [];
    if (unread.length > 0) {
      const data = { difference, rows: namesOf(unread) };
      const severity = weight < expected ? 'warning' : 'error';
      return [say(cell, { variant: 'open', severity, data, expected, found: weight })];
    }
    const funds = context.budget?.weight ?? 0;
    return [
      say(cell, {
        variant: funds > 0 ? 'funds' : 'plain',
        data: { funds, rows: subtract(weight, funds), difference },
        expected,
        found: weight,
      }),
    ];
  },
});

/** The indicators' own total (90) is printed and the funds carry no points on this form. */
function isOwnTotal({ budget, profile, table }: PreparedContext, totals: Totals): boolean {
  const { weight, printedWeight } = totals;
  if (table.kind === 'rubric' || profile.levelWeights === null) return false;
  if (weight === null || printedWeight === null || (budget?.weight ?? 0) > 0) return false;
  const usual = sum(Object.values(profile.levelWeights));
  return samePoints(weight, printedWeight, profile) && samePoints(weight, usual, profile);
}

/** A 分值 that cannot be used leaves such a gap; uneven levels may make the difference. */
function explainedElsewhere(context: PreparedContext, weight: number, expected: number): boolean {
  const { table, facts, profile } = context;
  const gap = table.indicators.some(
    (indicator, index) =>
      (facts.rows[index]?.weight ?? null) === null &&
      indicator.weight !== null &&
      !isBlank(indicator.weight.raw) &&
      indicator.parent === null &&
      indicator.weight.cell.row === indicator.row,
  );
  if (weight < expected && gap) return true;
  const levels = sum(facts.unevenLevels.map(({ rows, printed }) => subtract(rows, printed)));
  return levels !== 0 && samePoints(weight, sum([expected, levels]), profile);
}
