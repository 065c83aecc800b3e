import type { ColumnRole, TableKind } from '../../model/table';
import type { Check } from '../check';
import { EVERY_KIND } from '../check';
import { findingOf } from '../finding-of';

const NEEDED: Readonly<Record<TableKind, readonly (readonly [ColumnRole, string])[]>> = {
  target: [
    ['name', '三级指标'],
    ['target', '年度指标值'],
    ['actual', '实际完成值'],
    ['weight', '分值'],
    ['score', '得分'],
  ],
  rubric: [
    ['name', '三级指标'],
    ['weight', '分值'],
    ['score', '得分'],
  ],
};

/** One finding for the header, whatever number of columns it lacks. */
export const columnMissing: Check = {
  id: 'column-missing',
  code: 'JX101',
  severity: 'error',
  basis: 'check.column-missing.basis',
  kinds: EVERY_KIND,
  scope: 'block',
  find(context) {
    const { columns, header, kind, range } = context.table;
    const headers = Object.values(columns).map((column) => column.header);
    // A table mapped by hand has no header row to complain about.
    if (headers.length === 0 || header.bottom < header.top) return [];
    const missing = NEEDED[kind].filter(([role]) => columns[role] === undefined);
    if (missing.length === 0) return [];
    const left = Math.min(...headers.map((cell) => cell.column), range.right);
    const expected = missing.map(([, term]) => term).join('、');
    return [findingOf(columnMissing, context, { row: header.top, column: left }, { expected })];
  },
};
