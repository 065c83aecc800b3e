import type { Finding } from '../../model/finding';
import type { BudgetRow } from '../../model/table';
import { multiply, quotient, roundHalfUp } from '../../quantity/exact';
import type { Check } from '../check';
import { EVERY_KIND } from '../check';
import { distance } from '../difference';
import { findingOf, percent } from '../finding-of';
import { denominatorOf, rateOf, sumRate } from '../funds';
import { brief } from '../wording';

/** 0.05 percentage points. */
const TOLERANCE = 0.0005;

/** The total row and each part with its own printed rate; a part that repeats the total's once. */
export const executionRate: Check = {
  id: 'execution-rate',
  code: 'JX301',
  severity: 'error',
  basis: 'check.execution-rate.basis',
  kinds: EVERY_KIND,
  scope: 'block',
  find(context) {
    const { facts, profile, budget } = context;
    const { total, parts, scored } = facts.funds;
    const found: Finding[] = [];
    const say = (row: BudgetRow, rate: number | null): void => {
      const printed = row.rate?.value ?? null;
      if (row.rate === null || printed === null || rate === null) return;
      if (distance(printed, rate) <= TOLERANCE) return;
      // The rate follows from the parts: the total row's amounts are the mistake.
      const ofParts = row === total ? sumRate(parts, profile) : null;
      if (ofParts !== null && ofParts !== rate && distance(printed, ofParts) <= TOLERANCE) return;
      const rounded = isRounding(printed, rate);
      found.push(
        findingOf(executionRate, context, row.rate.cell, {
          ...(rounded ? { severity: 'info' as const, variant: 'rounded' } : {}),
          data: {
            name: brief(row.label),
            executed: row.executed?.value ?? '',
            budget: denominatorOf(row, profile) ?? '',
          },
          expected: percent(rate),
          found: percent(printed),
        }),
      );
    };
    const main = total ?? scored;
    if (main)
      say(main, main === scored ? (budget?.rate ?? rateOf(main, profile)) : rateOf(main, profile));
    for (const part of parts) {
      const repeats =
        part.rate?.value === main?.rate?.value &&
        part.executed?.value === main?.executed?.value &&
        denominatorOf(part, profile) === (main ? denominatorOf(main, profile) : null);
      if (part !== main && !repeats) say(part, rateOf(part, profile));
    }
    return found;
  },
};

/** Whether the printed rate is the computed one rounded or cut to the decimals it was printed with. */
function isRounding(printed: number, rate: number): boolean {
  const shown = multiply(printed, 100);
  const exact = multiply(rate, 100);
  const places = (String(shown).split('.')[1] ?? '').length;
  if (places > 4) return false;
  const cut = Math.floor(multiply(exact, 10 ** places));
  return roundHalfUp(exact, places) === shown || quotient([cut], [10 ** places], places) === shown;
}
