import type { CellRef } from '../../model/grid';
import type { ColumnRole, Columns } from '../../model/table';
import { repeating } from '../../model/remember';
import type { LevelLabel } from './level-label';
import type { SheetView } from '../sheet-view';
import { stepsIn } from './groups';

const NEEDED: readonly ColumnRole[] = [
  'name',
  'sign',
  'target',
  'unit',
  'actual',
  'weight',
  'score',
];

interface LevelColumn {
  readonly level: 1 | 2 | 3;
  readonly column: number;
  readonly weight: number | undefined;
  /** The levels a cell of the column names: none, one or a path of them. */
  readonly steps: (text: string) => readonly LevelLabel[];
}

export interface Layout {
  readonly view: SheetView;
  readonly columns: Columns;
  readonly at: Readonly<Partial<Record<ColumnRole, number>>>;
  readonly levels: readonly LevelColumn[];
  readonly labelEnd: number;
  /** The rows and columns of the heads that have a role. */
  readonly heads: { readonly rows: readonly number[]; readonly columns: ReadonlySet<number> };
  /** Columns in which names and levels stand; left of them are numbers of rows and the block's name. */
  readonly labels: { readonly from: number; readonly to: number };
  /** Columns in which an error value leaves the row without what it needs. */
  readonly needed: readonly number[];
}

export function layoutOf(view: SheetView, columns: Columns): Layout {
  const at: Partial<Record<ColumnRole, number>> = {};
  for (const [role, column] of Object.entries(columns) as [ColumnRole, { column: number }][]) {
    at[role] = column.column;
  }
  const levels: LevelColumn[] = [];
  const add = (level: 1 | 2 | 3, column: number | undefined, weight?: number): void => {
    if (column !== undefined) levels.push({ level, column, weight, steps: repeating(stepsIn) });
  };
  add(1, at.level1, at.level1Weight);
  add(2, at.level2, at.level2Weight);
  add(3, at.level3);
  const valueColumns = (
    ['target', 'sign', 'unit', 'actual', 'weight', 'score', 'criteria'] as const
  )
    .map((role) => at[role])
    .filter((column): column is number => column !== undefined);
  const name = at.name ?? 0;
  return {
    view,
    columns,
    heads: headsOf(columns),
    labels: { from: Math.min(name, ...levels.map(({ column }) => column)), to: name },
    at,
    levels,
    labelEnd: Math.max(name, Math.min(...valueColumns, Number.POSITIVE_INFINITY) - 1),
    needed: NEEDED.map((role) => at[role]).filter((column) => column !== undefined),
  };
}

function headsOf(columns: Columns): Layout['heads'] {
  const heads = Object.values(columns);
  const rows = heads.map(({ header }) => header.row);
  const top = Math.min(...rows);
  return {
    rows:
      rows.length === 0
        ? []
        : Array.from({ length: Math.max(...rows) - top + 1 }, (_, at) => top + at),
    columns: new Set(heads.map(({ column }) => column)),
  };
}

export function firstFilled(view: SheetView, row: number): number | null {
  const values = view.sheet.values[row];
  if (!values) return null;
  for (let column = 0; column < values.length; column++) {
    const value = values[column];
    if (value !== null && value !== undefined && value !== '') return column;
  }
  return null;
}

export const cellIn = (row: number, column: number | undefined): CellRef | null =>
  column === undefined ? null : { row, column };
