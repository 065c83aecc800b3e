import type { Finding } from '../../model/finding';
import type { Sourced } from '../../model/table';
import type { Check } from '../check';
import { EVERY_KIND } from '../check';
import { findingOf } from '../finding-of';

/** The total's formula passes on the error of a row: that is the row's mistake. */
export const formulaError: Check = {
  id: 'formula-error',
  code: 'JX109',
  severity: 'error',
  basis: 'check.formula-error.basis',
  kinds: EVERY_KIND,
  scope: 'row',
  find(context) {
    const { table } = context;
    const found: Finding[] = [];
    const seen = new Set<string>();
    const say = (error: Sourced<string>): void => {
      const key = `${error.cell.row},${error.cell.column}`;
      if (seen.has(key)) return;
      seen.add(key);
      found.push(findingOf(formulaError, context, error.cell, { found: error.value }));
    };
    const inRows = new Set<string>();
    for (const indicator of table.indicators) {
      for (const error of indicator.errors) {
        inRows.add(error.value);
        say(error);
      }
    }
    for (const error of table.errors) {
      const { total } = table;
      const isTotal = total !== null && total.row === error.cell.row;
      const formula = total?.score?.formula ?? total?.weight?.formula ?? null;
      if (isTotal && formula !== null && inRows.has(error.value)) continue;
      say(error);
    }
    return found;
  },
};
