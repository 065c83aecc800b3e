import type { Finding } from '../../model/finding';
import { cellName } from '../../model/grid';
import type { NumberCell } from '../../model/table';
import type { Check } from '../check';
import { EVERY_KIND } from '../check';
import { findingOf } from '../finding-of';
import { rawText } from '../wording';

const NAMED = 5;

/**
 * One finding per column: at the first such cell, naming the others. A system's export stores a
 * whole column as text; that is one mistake, not one per row.
 */
export const numberAsText: Check = {
  id: 'number-as-text',
  code: 'JX108',
  severity: 'info',
  basis: 'check.number-as-text.basis',
  kinds: EVERY_KIND,
  scope: 'row',
  find(context) {
    const { table, facts } = context;
    const columns = new Map<string, NumberCell[]>();
    const collect = (term: '分值' | '得分', cell: NumberCell | null): void => {
      if (cell === null || !cell.asText || cell.value === null) return;
      const key = `${cell.cell.column} ${term}`;
      const cells = columns.get(key);
      if (cells) cells.push(cell);
      else columns.set(key, [cell]);
    };
    const funds = facts.funds.scored;
    const found: Finding[] = [];
    const say = (): void => {
      for (const [key, cells] of columns) {
        const [first] = cells;
        if (!first) continue;
        const names = cells
          .slice(0, NAMED)
          .map((cell) => cellName(cell.cell))
          .join('、');
        found.push(
          findingOf(numberAsText, context, first.cell, {
            ...(cells.length > 1 ? { variant: 'several' } : {}),
            data: {
              column: key.slice(key.indexOf(' ') + 1),
              count: cells.length,
              cells: cells.length > NAMED ? `${names}…` : names,
            },
            expected: first.value,
            found: rawText(first.raw),
          }),
        );
      }
      columns.clear();
    };
    collect('分值', funds?.weight ?? null);
    collect('得分', funds?.score ?? null);
    say();
    for (const indicator of table.indicators) {
      collect('分值', indicator.weight);
      collect('得分', indicator.score);
    }
    collect('分值', table.total?.weight ?? null);
    collect('得分', table.total?.score ?? null);
    say();
    return found;
  },
};
