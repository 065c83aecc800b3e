import type { Finding } from '../../model/finding';
import type { NumberCell } from '../../model/table';
import type { Check } from '../check';
import { EVERY_KIND } from '../check';
import { findingOf } from '../finding-of';
import { rawText } from '../wording';

/** One finding per cell: each has to be converted by itself, and a mark on it shows where. */
export const numberAsText: Check = {
  id: 'number-as-text',
  code: 'JX108',
  severity: 'info',
  basis: 'check.number-as-text.basis',
  kinds: EVERY_KIND,
  scope: 'row',
  find(context) {
    const { table, facts } = context;
    const found: Finding[] = [];
    const look = (column: '分值' | '得分', cell: NumberCell | null): void => {
      if (cell === null || !cell.asText || cell.value === null) return;
      found.push(
        findingOf(numberAsText, context, cell.cell, {
          data: { column },
          expected: cell.value,
          found: rawText(cell.raw),
        }),
      );
    };
    look('分值', facts.funds.scored?.weight ?? null);
    look('得分', facts.funds.scored?.score ?? null);
    for (const indicator of table.indicators) {
      look('分值', indicator.weight);
      look('得分', indicator.score);
    }
    look('分值', table.total?.weight ?? null);
    look('得分', table.total?.score ?? null);
    return found;
  },
};
