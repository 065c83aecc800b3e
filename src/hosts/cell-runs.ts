import { rangeName, type CellRef, type Range } from '../model/grid';

/**
 * Characters of an address of several areas: Excel cuts it off beyond 8,192, and failures are told of
 * near that (office-js #5198).
 */
const MOST_ADDRESS = 2000;

/** Cells of one column from `top` to `bottom`, with the items that fall on them. */
export interface ColumnRun<T> {
  readonly column: number;
  readonly top: number;
  readonly bottom: number;
  readonly items: readonly T[];
}

const NONE: ReadonlySet<number> = new Set();

/**
 * Groups cells by column into stretches; a gap of up to `bridge` rows does not end one,
 * `mostRows` do. So one action covers what would be thousands. A row of `alone` is in no stretch
 * with any other.
 */
export function columnRuns<T extends { readonly cell: CellRef }>(
  items: readonly T[],
  bridge: number,
  mostRows = Number.POSITIVE_INFINITY,
  alone = NONE,
): readonly ColumnRun<T>[] {
  const sorted = [...items].sort(
    (a, b) => a.cell.column - b.cell.column || a.cell.row - b.cell.row,
  );
  const runs: { column: number; top: number; bottom: number; items: T[] }[] = [];
  for (const item of sorted) {
    const { row, column } = item.cell;
    const run = runs.at(-1);
    const isNear = run?.column === column && row - run.bottom <= bridge + 1;
    if (run && isNear && row - run.top < mostRows && !anyIn(alone, run.bottom, row)) {
      run.bottom = row;
      run.items.push(item);
    } else {
      runs.push({ column, top: row, bottom: row, items: [item] });
    }
  }
  return runs;
}

function anyIn(rows: ReadonlySet<number>, first: number, last: number): boolean {
  if (rows.size === 0) return false;
  for (let row = first; row <= last; row++) if (rows.has(row)) return true;
  return false;
}

export const rangeOfRun = ({ column, top, bottom }: ColumnRun<unknown>): Range => ({
  top,
  left: column,
  bottom,
  right: column,
});

/** Joins stretches of neighbouring columns with the same rows into rectangles. */
export function rectangles(cells: readonly CellRef[]): readonly Range[] {
  const runs = columnRuns(
    cells.map((cell) => ({ cell })),
    0,
  );
  const byRows = new Map<string, { top: number; left: number; bottom: number; right: number }>();
  const done: Range[] = [];
  for (const { column, top, bottom } of runs) {
    const key = `${top}:${bottom}`;
    const open = byRows.get(key);
    if (open && open.right + 1 === column) {
      open.right = column;
      continue;
    }
    const range = { top, left: column, bottom, right: column };
    byRows.set(key, range);
    done.push(range);
  }
  return done;
}

/** Addresses for `getRanges`, each short enough not to be cut off. */
export function addressLists(ranges: readonly Range[]): readonly string[] {
  const lists: string[] = [];
  let list = '';
  for (const range of ranges) {
    const name = rangeName(range);
    if (list === '') list = name;
    else if (list.length + 1 + name.length <= MOST_ADDRESS) list += `,${name}`;
    else {
      lists.push(list);
      list = name;
    }
  }
  if (list !== '') lists.push(list);
  return lists;
}
