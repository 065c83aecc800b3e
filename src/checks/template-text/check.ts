import type { Finding } from '../../model/finding';
import type { CellRef } from '../../model/grid';
import type { Table, TemplateRow } from '../../model/table';
import type { Check, PreparedContext } from '../check';
import { EVERY_KIND } from '../check';
import { findingOf } from '../finding-of';
import { brief } from '../wording';
import { mayPrompt, promptIn } from './prompts';

/**
 * Prompts in the goal, the meta block, the remarks and filled indicator rows, one finding each;
 * rows left over from the template once, at the first, with their number.
 */
export const templateText: Check = {
  id: 'template-text',
  code: 'JX106',
  severity: 'warning',
  basis: 'check.template-text.basis',
  kinds: EVERY_KIND,
  scope: 'block',
  find(context) {
    const { table, facts } = context;
    const found: Finding[] = [];
    for (const [text, cell] of texts(table)) {
      const prompt = promptIn(text);
      if (prompt === null) continue;
      found.push(findingOf(templateText, context, cell, { found: brief(prompt) }));
    }
    if (!facts.begun) return found;
    const leftOver: TemplateRow[] = [];
    for (const row of table.templateRows) {
      if (row.filled) {
        found.push(
          findingOf(templateText, context, row.cell, { variant: 'name', found: brief(row.text) }),
        );
      } else if (row.text.trim() !== '') leftOver.push(row);
    }
    return found.concat(leftOverRows(context, leftOver));
  },
};

function leftOverRows(context: PreparedContext, rows: readonly TemplateRow[]): readonly Finding[] {
  const [first] = rows;
  if (!first) return [];
  const data = { count: rows.length };
  return [
    findingOf(templateText, context, first.cell, {
      variant: 'rows',
      data,
      found: brief(first.text),
    }),
  ];
}

/** The texts a prompt may stand in, each cell once. Figures and dates in the rows are none. */
function texts(table: Table): readonly (readonly [string, CellRef])[] {
  const found = new Map<string, readonly [string, CellRef]>();
  const add = (text: string, cell: CellRef): void => {
    if (mayPrompt(text)) found.set(`${cell.row},${cell.column}`, [text, cell]);
  };
  const { expected, achieved } = table.goal;
  for (const field of [expected, achieved, ...table.meta, ...table.notes]) {
    if (field) add(field.value, field.cell);
  }
  for (const indicator of table.indicators) {
    const { name, target, targetCell, actual, actualCell, reason, reasonCell } = indicator;
    add(name, indicator.nameCell);
    if (targetCell && target.kind === 'qualitative') add(target.text, targetCell);
    if (actualCell && actual.kind === 'qualitative') add(actual.text, actualCell);
    if (reasonCell && reason !== null && reason !== '') add(reason, reasonCell);
  }
  return [...found.values()];
}
