import type { Columns } from '../../model/table';
import { readNumberCell } from '../../quantity/read-number';
import { filledColumns, type SheetView } from '../sheet-view';
import { assignRoles, type Candidate, type Chosen } from './assign-roles';
import { bodyRows, cellsOf, contentsOf, type Contents } from './column-contents';
import { fitOf, type ToldRole } from './column-fit';
import { LEAST } from './column-worth';
import { matchHead } from './match-head';
import type { Header } from './find-header';
import { weighColumns } from './weigh-columns';

const PROBED_ROWS = 60;
const LONGEST_HEAD = 20;
/** Name, target, result, full marks, marks. */
const FEWEST_HEADS = 5;
const FEWEST_ROWS = 3;
/** Rows below a header that are looked at to tell whether any figures begin there. */
const REACH = 6;
/** What no other table has all of, and how well the contents must suit it. */
const NEEDED: Readonly<Partial<Record<ToldRole, number>>> = {
  name: LEAST,
  target: LEAST,
  actual: LEAST,
  weight: 1,
  score: LEAST,
};

/**
 * A header of which hardly a word is known, told by the rows below it: names, what is to be reached,
 * what was, points that add up to a whole, and marks that are never above them. Null where any of
 * these is missing, so that no other list of figures is taken for a form.
 */
export function headerByContents(view: SheetView): Header | null {
  const end = Math.min(view.sheet.rowCount - FEWEST_ROWS, PROBED_ROWS);
  for (let row = 0; row < end; row++) {
    if (!isHeadLike(view, row) || !isOverFigures(view, row)) continue;
    const columns = columnsBelow(view, row);
    if (columns) return { top: row, bottom: row, columns, beside: [], guessed: true };
  }
  return null;
}

/** Short texts side by side, none of them a figure. */
function isHeadLike(view: SheetView, row: number): boolean {
  const filled = filledColumns(view, row);
  if (filled.length < FEWEST_HEADS) return false;
  return filled.every((column) => {
    const value = view.value(row, column);
    return (
      typeof value === 'string' &&
      value.length <= LONGEST_HEAD &&
      readNumberCell(value).value === null
    );
  });
}

/** Full marks and marks: at least two columns of figures begin below. */
function isOverFigures(view: SheetView, row: number): boolean {
  const columns = filledColumns(view, row).filter((column) => {
    let figures = 0;
    for (let below = row + 1; below <= row + REACH; below++)
      if (readNumberCell(view.value(below, column)).value !== null) figures++;
    return figures >= 2;
  });
  return columns.length >= 2;
}

function columnsBelow(view: SheetView, row: number): Columns | null {
  const rows = bodyRows(view, row, row);
  if (rows.length < FEWEST_ROWS) return null;
  const heads = filledColumns(view, row).flatMap((column): Candidate[] => {
    const match = matchHead(view.text(row, column));
    return match ? [{ ...match, column, header: { row, column } }] : [];
  });
  const columns: Chosen = { ...assignRoles(view, row, heads) };
  const to = view.sheet.columnCount - 1;
  weighColumns(view, { top: row, bottom: row, from: 0, to }, heads, columns);
  if (!isForm(columns, (column) => contentsOf(view, cellsOf(rows, column)))) return null;
  setLevels(view, row, columns);
  return columns;
}

function isForm(columns: Chosen, read: (column: number) => Contents): boolean {
  const contents = (role: ToldRole): Contents | null => {
    const column = columns[role]?.column;
    return column === undefined ? null : read(column);
  };
  return (Object.entries(NEEDED) as [ToldRole, number][]).every(([role, least]) => {
    const own = contents(role);
    return own !== null && fitOf(role, own, contents).points >= least;
  });
}

/** Texts left of the names are the levels that they belong to. */
function setLevels(view: SheetView, row: number, columns: Chosen): void {
  const { name } = columns;
  if (!name) return;
  const levels = filledColumns(view, row).filter(
    (column) => column < name.column && typeof view.value(row + 1, column) === 'string',
  );
  for (const [index, role] of (['level1', 'level2'] as const).entries()) {
    const column = levels[index];
    if (column === undefined || columns[role]) continue;
    columns[role] = {
      column,
      header: { row, column },
      label: view.text(row, column),
      confidence: name.confidence,
    };
  }
}
