import { written, type Figure } from '../facts/figure';
import type { Statement } from '../facts/statement';
import type { Comparison } from './comparison';
import { degreeOf, likeliest, likenessOf } from './likely-row';
import type { Wanted } from './named-places';
import { segmentBefore } from '../facts/segment-before';

const LATE = /(?:晚|推迟|延迟|延误|延期|滞后|超期|逾期|提前)(?:了|约)?$/;
const ENOUGH = 0.5;
/** Whether the first or the last day is counted is left open. */
const EITHER = 1;
const DAY = 86_400_000;

/** How many days late or early a row of days was told to be, held against the two days of the form. */
export const daysLate = (
  statements: readonly Statement[],
  wanted: readonly Wanted[],
): readonly Comparison[] => {
  const rows = wanted.filter(({ indicator }) => apartIn(indicator) !== null);
  if (rows.length === 0) return [];
  return statements.flatMap((statement) =>
    statement.figures.flatMap((figure): Comparison[] => {
      if (figure.unit !== '天' || figure.rough || !LATE.test(figure.label)) return [];
      const row = likeliest(
        rows.flatMap((one) => likenessOf(one, wordsOf(statement, figure)) ?? []),
      );
      if (!row || degreeOf(row) < ENOUGH) return [];
      const { indicator } = row.wanted;
      const days = apartIn(indicator);
      if (days === null || Math.abs(days - figure.value) <= EITHER) return [];
      return [
        {
          kind: 'indicator',
          fact: indicator.name,
          cell: indicator.actualCell,
          told: { statement, at: figure.start },
          verdict: 'differs',
          expected: `${days}天`,
          found: written(figure),
          sure: false,
        },
      ];
    }),
  );
};

/** Days between when it was due and when it was done; null where either is no day. */
function apartIn({ actual, target }: Wanted['indicator']): number | null {
  const [due, done] = [target.date?.to, actual.date?.from];
  if (!due || !done || done !== actual.date?.to) return null;
  const [from, to] =
    due.startsWith('--') || done.startsWith('--') ? [due, done].map(inOneYear) : [due, done];
  const days = (Date.parse(to ?? '') - Date.parse(from ?? '')) / DAY;
  return Number.isNaN(days) ? null : Math.abs(Math.round(days));
}

const inOneYear = (day: string): string => `2001-${day.slice(day.startsWith('--') ? 2 : 5)}`;

const wordsOf = ({ text }: Statement, { start }: Figure): string => segmentBefore(text, start);
