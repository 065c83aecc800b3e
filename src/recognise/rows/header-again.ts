import { normaliseText } from '../../quantity/normalise';
import { matchClassHead } from '../header/class-heads';
import type { Layout } from './layout';

/** So many heads said again are the header, whatever stands beside them: 年度绩效目标2（40分）. */
const ENOUGH = 3;

/** `年度\n指标值` reads 年度指标值. */
const reads = (one: string, other: string): boolean =>
  one === other || (one !== '' && normaliseText(one) === normaliseText(other));

/** A row of the header again, as at the top of a printed page: the table goes on below it. */
export function repeatsHeader({ view, heads, at }: Layout, row: number): boolean {
  const values = view.sheet.values[row] ?? [];
  let again = 0;
  let others = 0;
  for (let column = 0; column < values.length; column++) {
    const value = values[column];
    if (value === null || value === undefined || value === '') continue;
    const text = typeof value === 'string' ? view.text(row, column) : '';
    if (text !== '' && heads.rows.some((head) => reads(view.text(head, column), text))) again++;
    else if (column === at.name && matchClassHead(text)) continue;
    else if (heads.columns.has(column)) return false;
    else others++;
  }
  return again >= ENOUGH || (again >= 2 && others === 0);
}
