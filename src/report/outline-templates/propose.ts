import type { TableResult } from '../../model/score';
import { cnProject } from './cn-project';
import { cnTransfer } from './cn-transfer';
import type { OutlineTemplate } from './template';

/**
 * The structure to begin with: that of the table's kind for a place that the form names (of several
 * years the last that is not after the table's own), else the national one.
 */
export function proposedTemplate(
  { table }: TableResult,
  templates: readonly OutlineTemplate[],
): OutlineTemplate {
  const named = [table.title, table.department, table.unit, table.project]
    .map((fact) => fact?.value ?? '')
    .join(' ');
  const year = table.year?.value ?? Infinity;
  const own = templates
    .filter(
      ({ kind, places = [] }) => kind === table.scope && places.some((one) => named.includes(one)),
    )
    .sort((one, other) => yearOf(other) - yearOf(one));
  const fit = own.find((template) => yearOf(template) <= year) ?? own.at(-1);
  return fit ?? (table.scope === 'transfer' ? cnTransfer : cnProject);
}

const yearOf = ({ id }: OutlineTemplate): number => Number(/-(\d{4})$/.exec(id)?.[1] ?? 0);
