import { amountsIn, inUnit } from './in-unit';
import { multiply } from '../../quantity/exact';
import { reportsAYear, timesAYear } from './often';
import { intervalsIn, type Interval } from './interval';
import type { Item } from './items';
import { boundFor, distanceFrom, LABELLED_OVER, loss, type Loss } from './loss';
import type { Per } from './per-unit';
import { isDue, pairTold, type RowFacts } from './row-facts';

const OFTEN = /每(半年|年|季度?|月|旬|周|天|日)/;

/**
 * What it costs that less or more was done than was due: from the bound before the steps (1000公斤以上,
 * 每少100公斤扣5分), from what the row says was due (计划10期,实际8期), or as the row tells it (少2期).
 */
export function amountLoss(
  item: Item,
  per: Per,
  before: readonly Item[],
  facts: RowFacts,
  points: number,
): Loss | null {
  const told = amountsIn(facts.figures, per.unit);
  const bound = boundBefore(item, before, per, facts);
  const [figure] = told;
  if (told.length === 2 && facts.figures.length === 2) {
    const pair = pairTold(facts);
    const [whole, done] = pair
      ? [
          inUnit(pair.whole.value, pair.whole.unit, per.unit),
          inUnit(pair.done.value, pair.done.unit, per.unit),
        ]
      : [null, null];
    if (whole === null || done === null || (bound !== null && bound !== whole)) return null;
    return loss(item, per, distanceFrom(whole, done, per.side), points, facts.text);
  }
  if (told.length !== 1 || !figure) return null;
  const often = OFTEN.exec(figure.label)?.[1];
  const asked = OFTEN.exec(before.map(({ condition }) => condition).join() + item.condition)?.[1];
  // 每季度1次 beside 每月1次; and of so many a month too few, how many are missing in the year is not said.
  if (often !== undefined && often !== asked) return null;
  // 少报2期 of 12期 is what is missing, not what there is.
  const said = figure.label + figure.after;
  const direct =
    per.side === 'under'
      ? /少(?!于)|缺|差|欠|漏|未/.test(said)
      : LABELLED_OVER.test(figure.label) ||
        (per.what.length > 1 && figure.label.endsWith(per.what));
  const fact = `${figure.label}${figure.value}${figure.unit}`;
  if (direct) return loss(item, per, figure.value, points, fact);
  if (
    often !== undefined &&
    per.kind === 'count' &&
    bound !== null &&
    distanceFrom(bound, figure.value, per.side) > 0
  )
    return null;
  return bound === null || isDue(figure)
    ? null
    : loss(item, per, distanceFrom(bound, figure.value, per.side), points, fact);
}

/** The words before a step: those before 每, or before the phrase that is the step (少1次). */
export const beforeStep = (condition: string): string =>
  condition.includes('每')
    ? condition.replace(/每[^,;。]*$/, '')
    : condition.replace(/[^,;。]*$/, '');

/** The bound last named before the step, in the unit that it counts: of a year, where the row does not itself tell so much a month. */
export function boundBefore(
  item: Item,
  before: readonly Item[],
  per: Per,
  facts: Pick<RowFacts, 'figures'>,
): number | null {
  const words = before.map(({ condition }) => condition).concat(beforeStep(item.condition));
  const bound = words
    .flatMap((text) =>
      intervalsIn(text).map((interval) => ({ interval, often: oftenBefore(text, interval) })),
    )
    .findLast(({ interval: { unit } }) => inUnit(1, unit, per.unit) !== null);
  if (bound) {
    const { interval, often } = bound;
    const end = boundFor(interval, per.side === 'late' ? 'over' : per.side);
    const times = facts.figures.some(({ label }) => /每/.test(label)) ? 1 : often;
    return end === null || times === null
      ? null
      : inUnit(multiply(end, times), interval.unit, per.unit);
  }
  if (per.side !== 'under' || per.unit !== '次') return null;
  return reportsAYear(words.join());
}

/** A share and a time are no more for being due often. */
const oftenBefore = (text: string, { from, unit }: Interval): number | null =>
  /^(?:%|个?百分点|天|日|个?工作日|小时|分钟|个?月|年)$/.test(unit)
    ? 1
    : timesAYear(text.slice(0, from));
