import type { Finding } from '../../model/finding';
import type { CellRef } from '../../model/grid';
import type { Table, TemplateRow } from '../../model/table';
import type { Check, PreparedContext } from '../check';
import { EVERY_KIND } from '../check';
import { findingOf } from '../finding-of';
import { brief } from '../wording';
import { promptIn } from './prompts';

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

function* texts(table: Table): Generator<readonly [string, CellRef]> {
  const { expected, achieved } = table.goal;
  const seen = new Set<string>();
  const once = (text: string, cell: CellRef): readonly [string, CellRef] | null => {
    const key = `${cell.row},${cell.column}`;
    if (seen.has(key)) return null;
    seen.add(key);
    return [text, cell];
  };
  const candidates = [
    ...[expected, achieved].flatMap((goal) => (goal ? [once(goal.value, goal.cell)] : [])),
    ...table.meta.map((field) => once(field.value, field.cell)),
    ...table.notes.map((note) => once(note.value, note.cell)),
  ];
  for (const candidate of candidates) if (candidate) yield candidate;
  for (const {
    name,
    nameCell,
    target,
    targetCell,
    actual,
    actualCell,
    reason,
    reasonCell,
  } of table.indicators) {
    yield [name, nameCell];
    if (targetCell) yield [target.text, targetCell];
    if (actualCell) yield [actual.text, actualCell];
    if (reasonCell && reason !== null) yield [reason, reasonCell];
  }
}
