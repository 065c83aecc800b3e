import type { Finding } from '../../model/finding';
import type { CellRef } from '../../model/grid';
import { isLabelled } from '../../model/labelled';
import { subtract, sum } from '../../quantity/exact';
import { isLeftOut } from '../../quantity/not-applicable';
import type { PreparedContext } from '../check';
import { EVERY_KIND } from '../check';
import { defineCheck, type Say } from '../define-check';
import { leftOut } from '../total-typed-over/left-out';
import { distance, samePoints } from '../difference';
import { printsPart } from '../printed-part';
import { isDifferenceTold } from './told-difference';
import { namesOf, withoutPoints, type UncountedRow } from '../without-points';

export const scoreTotal = defineCheck({
  id: 'score-total',
  code: 'JX203',
  severity: 'error',
  kinds: EVERY_KIND,
  scope: 'table',
  about: ['total', 'score'],
  ownsCell: true,
  toldWith: {
    sameGap: ['weight-total'],
    of: { open: { inTable: ['score-missing', 'weight-total'] } },
  },
  texts: {
    'zh-CN': {
      title: '总分与各行得分之和不符',
      message: {
        plain: '总分填的是 {found}，各行得分相加是 {expected}，相差 {difference} 分。',
        rescaled:
          '总分填的是 {found}；不适用的行不计，其余各行得分折算成满分是 {expected}，相差 {difference} 分。',
        open: '总分填的是 {found}，填了得分的各行相加是 {sum}，相差 {difference} 分；{rows}没有分值或得分。',
      },
      why: '总分应等于指标得分与预算执行得分之和。',
      fix: '请把总分改为 {expected}；总分没有错的，核对各行得分。',
      fixes: {
        open: '请先补齐没有填的分值和得分，再重新相加。',
        rows: '请先核对各行的分值和得分，再重新相加。',
        labelled:
          '总分和它的名称写在一格里，请在这一格的文字里改为 {expected}；总分没有错的，核对各行得分。',
      },
      basis: '公开核对工具的合计规则；中江县水利局2022年公开自评表为实例',
    },
    en: {
      title: 'Total is not the sum of the scores',
      message: {
        plain: 'The total says {found}; the rows add up to {expected}: {difference} off.',
        rescaled:
          'The total says {found}; without the rows that do not apply the others come to {expected} on the full scale: {difference} off.',
        open: 'The total says {found}; the rows with a score add up to {sum}: {difference} off. {rows} has no weight or no score.',
      },
      why: 'The total is the sum of the indicators’ and the funds’ scores.',
      fix: 'Change the total to {expected}; where it is right, check the rows.',
      fixes: {
        open: 'Fill in what is blank first, then add up again.',
        rows: 'Check the points of the rows first, then add up again.',
        labelled:
          'The total stands in one cell with its label: change it to {expected} in that text; where it is right, check the rows.',
      },
      basis: 'Sum rule of a public validator; seen in Zhongjiang 2022',
    },
  },
  find: wrongSum,
});

type Saying = Say<'open' | 'plain' | 'rescaled', 'open' | 'rows' | 'labelled'>;

const isRescaled = ({ table, profile }: PreparedContext): boolean =>
  table.indicators.some((indicator) => isLeftOut(indicator, profile));

function wrongSum(say: Saying, context: PreparedContext): readonly Finding[] {
  const { table, totals, profile, facts } = context;
  const { filledScore, printedScore } = totals;
  const cell = table.total?.score?.cell;
  if (cell === undefined || printedScore === null || facts.cutOff) return [];
  const unread = withoutPoints(context);
  // A formula follows once the rows are filled.
  if (unread.length > 0 && table.total?.score?.formula != null) return [];
  if (unread.length > 0) return openTotal(say, context, { cell, printed: printedScore, unread });
  if (!facts.whole || filledScore === null) return [];
  if (samePoints(filledScore, printedScore, profile)) return [];
  // The formula that leaves a row out is the mistake, and is said as such.
  if (leftOut(table, facts, profile).length > 0) return [];
  if (isWithoutFunds(context, subtract(filledScore, printedScore))) return [];
  if (isDifferenceTold(table, subtract(printedScore, filledScore))) return [];
  const difference = distance(filledScore, printedScore);
  const inText = isLabelled(table.total?.score?.raw) ? 'labelled' : undefined;
  return [
    say(cell, {
      variant: isRescaled(context) ? 'rescaled' : 'plain',
      advice: filledScore > profile.tableTotal ? 'rows' : inText,
      data: { difference },
      expected: filledScore,
      found: printedScore,
    }),
  ];
}

interface OpenTotal {
  readonly cell: CellRef;
  readonly printed: number;
  readonly unread: readonly UncountedRow[];
}

/**
 * The total is held against what could be read, and the rows that could not are named. What they may
 * still bring can make it right; that is a warning, and silent where it is just what they would score.
 */
function openTotal(
  say: Saying,
  context: PreparedContext,
  { cell, printed, unread }: OpenTotal,
): readonly Finding[] {
  const { facts, profile, budget, totals } = context;
  const counted = facts.rows.filter(({ filled, broken }) => filled !== null && !broken);
  if (counted.length === 0) return [];
  const funds = budget?.filledScore ?? null;
  const together = sum([...counted.flatMap(({ filled }) => filled ?? []), funds ?? 0]);
  const scores = unread.flatMap(({ score }) => score ?? []);
  const isComputed = scores.length === unread.length;
  if (isComputed && samePoints(sum([together, ...scores]), printed, profile)) return [];
  const weights = [
    ...counted.map(({ weight }) => weight ?? 0),
    funds === null ? 0 : (budget?.weight ?? 0),
  ];
  const room = subtract(profile.tableTotal, sum(weights));
  const difference = subtract(printed, together);
  const { printedWeight } = totals;
  const mayLeaveFunds = printedWeight === null || printsPart(context, printedWeight);
  const isSame = [difference, ...(mayLeaveFunds ? [sum([difference, funds ?? 0])] : [])].some(
    (one) => samePoints(one, 0, profile),
  );
  if (isSame) return [];
  return [
    say(cell, {
      variant: 'open',
      severity: difference < 0 || difference > room ? 'error' : 'warning',
      data: { sum: together, difference: Math.abs(difference), rows: namesOf(unread) },
      found: printed,
    }),
  ];
}

/**
 * On a form whose 分值 come to the whole, the total row counts the indicators alone, in its 分值
 * (which `weight-total` lets pass) as in its 得分.
 */
function isWithoutFunds(context: PreparedContext, difference: number): boolean {
  const { budget, profile, totals } = context;
  if (budget?.filledScore == null || totals.printedWeight === null) return false;
  return (
    (budget.weight ?? 0) > 0 &&
    samePoints(totals.weight ?? 0, profile.tableTotal, profile) &&
    printsPart(context, totals.printedWeight) &&
    samePoints(difference, budget.filledScore, profile)
  );
}
