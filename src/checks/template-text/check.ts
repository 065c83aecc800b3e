import type { Finding } from '../../model/finding';
import { cellName, type CellRef } from '../../model/grid';
import type { Quantity } from '../../model/quantity';
import type { Indicator, Table, TemplateRow } from '../../model/table';
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
    const found = prompted(context, textsAround(table));
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
  everyRow(context) {
    return (indicator) =>
      mayCarryPrompt(indicator) ? prompted(context, textsOf(indicator)) : null;
  },
};

type TextCell = readonly [text: string, cell: CellRef];

/** One finding per cell, whatever reads it as its own. */
function prompted(context: PreparedContext, texts: readonly TextCell[]): Finding[] {
  const open = texts.filter(([text]) => mayPrompt(text));
  const cells = new Map(open.map((one) => [cellName(one[1]), one]));
  const found: Finding[] = [];
  for (const [text, cell] of cells.values()) {
    const prompt = promptIn(text);
    if (prompt === null) continue;
    found.push(findingOf(templateText, context, cell, { found: brief(prompt) }));
  }
  return found;
}

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

/** The texts above and below the rows. */
function textsAround({ goal, meta, notes }: Table): readonly TextCell[] {
  return [goal.expected, goal.achieved, ...meta, ...notes].flatMap((field) =>
    field ? [[field.value, field.cell] as const] : [],
  );
}

const isWording = ({ kind, text }: Quantity): boolean => kind === 'qualitative' && mayPrompt(text);

/** A quick look that most rows do not pass. Figures and dates are no prompts. */
const mayCarryPrompt = ({ name, target, actual, reason }: Indicator): boolean =>
  mayPrompt(name) || isWording(target) || isWording(actual) || mayPrompt(reason ?? '');

function textsOf(indicator: Indicator): readonly TextCell[] {
  const { target, targetCell, actual, actualCell, reason, reasonCell } = indicator;
  const texts: TextCell[] = [[indicator.name, indicator.nameCell]];
  if (targetCell && target.kind === 'qualitative') texts.push([target.text, targetCell]);
  if (actualCell && actual.kind === 'qualitative') texts.push([actual.text, actualCell]);
  if (reasonCell) texts.push([reason ?? '', reasonCell]);
  return texts;
}
