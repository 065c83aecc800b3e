import type { Column } from '../../model/table';
import type { SheetView } from '../sheet-view';
import type { Chosen } from './assign-roles';
import { bodyRows, cellsOf, contentsOf } from './column-contents';
import type { Area } from './weigh-columns';

/** So many of the rows must have a text of their own for a column without a head to be one of names. */
const MOST = 0.5;

/**
 * 绩效指标 over the levels and the names alike: of the columns under the one head the last names the
 * rows, those left of it are levels.
 */
export function spreadNames(view: SheetView, area: Area, columns: Chosen): void {
  const { name } = columns;
  if (!name || columns.level1) return;
  const under = columnsUnder(view, area, name.column);
  if (under.length === 0) return;
  const rows = bodyRows(view, area.top, area.bottom);
  const texts = under.filter((column) => {
    const { filled, figures, distinct } = contentsOf(view, cellsOf(rows, column));
    return figures.size === 0 && filled >= rows.length * MOST && distinct > 0;
  });
  const at = [name.column, ...texts];
  const roles = (['level1', 'level2', 'level3'] as const).slice(0, at.length - 1);
  const of = (column: number | undefined): Column => ({ ...name, column: column ?? name.column });
  for (const [index, role] of roles.entries()) columns[role] = of(at[index]);
  columns.name = of(at.at(-1));
}

/** The columns right of one that have no head of their own. */
function columnsUnder(view: SheetView, { top, bottom, to }: Area, first: number): number[] {
  const under: number[] = [];
  for (let column = first + 1; column <= to; column++) {
    for (let row = top; row <= bottom; row++) if (view.text(row, column) !== '') return under;
    under.push(column);
  }
  return [];
}
