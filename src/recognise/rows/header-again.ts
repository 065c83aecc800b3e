import type { Columns } from '../../model/table';
import { filledColumns } from '../sheet-view';
import type { Layout } from './layout';

/** So many heads said again are the header, whatever stands beside them: 年度绩效目标2（40分）. */
const ENOUGH = 3;

/** A row of the header again, as at the top of a printed page: the table goes on below it. */
export function repeatsHeader({ view, columns }: Layout, row: number): boolean {
  const filled = filledColumns(view, row);
  if (filled.length < 2) return false;
  const rows = headRows(columns);
  const known = new Set(Object.values(columns).map(({ column }) => column));
  let again = 0;
  let others = 0;
  for (const column of filled) {
    const text = view.text(row, column);
    if (rows.some((head) => view.text(head, column) === text)) again++;
    else if (known.has(column)) return false;
    else others++;
  }
  return again >= ENOUGH || others === 0;
}

function headRows(columns: Columns): readonly number[] {
  const rows = Object.values(columns).map(({ header }) => header.row);
  const top = Math.min(...rows);
  return Array.from({ length: Math.max(...rows) - top + 1 }, (_, index) => top + index);
}
