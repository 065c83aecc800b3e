import { cellAt, cellLabel, formulaAt } from '../model/address';
import { cellName, type CellRef } from '../model/grid';
import { sameValue, type CellValue, type SheetSnapshot, type Snapshot } from '../model/snapshot';
import { isNoChange, type CellChange } from './change';
import type { Planned } from './plan-change';
import { storeMemory, withoutMemory, type UndoCell } from './undo-record';

const byName = ({ sheets }: Snapshot): ReadonlyMap<string, SheetSnapshot> =>
  new Map(sheets.map((sheet) => [sheet.name, sheet]));

/** A cell that reads otherwise after a write than it should. */
export interface Astray {
  readonly kind: 'cell-not-kept' | 'cell-otherwise';
  readonly sheet: string;
  readonly cell: CellRef;
  /** It was to be written; else it lies between such cells and was to stay. */
  readonly isWritten: boolean;
  /** What it held before, and holds now; null where a formula makes that no matter of values. */
  readonly values: { readonly before: CellValue; readonly now: CellValue } | null;
}

/** Written cells by column, with the rows of each: what lies between travels in the same write. */
function columnsOf(cells: readonly CellChange[]): readonly (readonly CellChange[])[] {
  const columns = new Map<string, CellChange[]>();
  for (const change of cells) {
    const key = `${change.cell.column} ${change.sheet}`;
    const column = columns.get(key);
    if (column) column.push(change);
    else columns.set(key, [change]);
  }
  return [...columns.values()];
}

/** Results of formulas change by themselves; a cell with one stays as long as the formula does. */
function hasStayed(
  before: SheetSnapshot | undefined,
  after: SheetSnapshot | undefined,
  cell: CellRef,
): boolean {
  const formula = formulaAt(before, cell);
  if (formula !== formulaAt(after, cell)) return false;
  return formula !== null || sameValue(cellAt(after, cell), cellAt(before, cell));
}

/** What a formula gives is the program's to say. */
function holds({ cell, value, formula }: CellChange, after: SheetSnapshot | undefined): boolean {
  if (formula !== undefined) return formulaAt(after, cell) !== null;
  return sameValue(cellAt(after, cell), value);
}

function astrayIn(
  changes: readonly CellChange[],
  before: SheetSnapshot | undefined,
  after: SheetSnapshot | undefined,
): readonly Astray[] {
  const wanted = new Map(changes.map((change) => [change.cell.row, change]));
  const [first] = changes;
  if (!first) return [];
  const { sheet } = first;
  const { column } = first.cell;
  const last = [...wanted.keys()].reduce((most, row) => Math.max(most, row), 0);
  const found: Astray[] = [];
  for (let row = Math.min(first.cell.row, ...wanted.keys()); row <= last; row++) {
    const cell = { row, column };
    const change = wanted.get(row);
    const stayed = hasStayed(before, after, cell);
    const isRight = change ? holds(change, after) : stayed;
    if (isRight) continue;
    const kind = stayed ? 'cell-not-kept' : 'cell-otherwise';
    const isPlain = formulaAt(before, cell) === null && formulaAt(after, cell) === null;
    const values = isPlain ? { before: cellAt(before, cell), now: cellAt(after, cell) } : null;
    found.push({ kind, sheet, cell, isWritten: change !== undefined, values });
  }
  return found;
}

/**
 * Cells of the written columns that do not read as planned, those included that were to stay: Excel
 * drops what is written under a merge without an error (below ExcelApi 1.13 no merge is known
 * beforehand), a program may take a value for another, and somebody may have typed meanwhile.
 */
export function cellsAstray(
  cells: readonly CellChange[],
  before: Snapshot,
  after: Snapshot,
): readonly Astray[] {
  const [were, are] = [byName(before), byName(after)];
  return columnsOf(cells).flatMap((changes) => {
    const name = changes[0]?.sheet ?? '';
    return astrayIn(changes, were.get(name), are.get(name));
  });
}

/** What puts back cells that hold something else than was planned, or have only been broken into lines. */
function wayBack(astray: readonly Astray[], planned: readonly UndoCell[]): readonly UndoCell[] {
  const wrapped = new Set(
    planned.flatMap((one) => (one.wrapped ? cellLabel(one.sheet, one.cell) : [])),
  );
  return astray.flatMap(({ kind, sheet, cell, values }) => {
    const isWrapped = wrapped.has(cellLabel(sheet, cell));
    if (!values || (kind === 'cell-not-kept' && !isWrapped)) return [];
    const back = { sheet, cell: cellName(cell), wrote: values.now, before: values.before };
    return [isWrapped ? { ...back, wrapped: true as const } : back];
  });
}

/**
 * What was planned, as it is true once some cells do not read as written.
 * @param isOurs nobody else can have written meanwhile, so that undo puts those cells back too
 */
export function withoutCells(
  planned: Planned,
  astray: readonly Astray[],
  isOurs: boolean,
): Planned {
  if (astray.length === 0) return planned;
  const degradations = [
    ...planned.degradations,
    ...astray.map(({ kind, sheet, cell }) => ({ kind, sheet, cell })),
  ];
  const places = new Set(
    astray.filter(({ isWritten }) => isWritten).map(({ sheet, cell }) => cellLabel(sheet, cell)),
  );
  const isKept = ({ sheet, cell }: { readonly sheet: string; readonly cell: string }): boolean =>
    !places.has(cellLabel(sheet, cell));
  const { change, pages } = planned;
  const undo = {
    ...planned.undo,
    cells: [
      ...planned.undo.cells.filter(isKept),
      ...(isOurs ? wayBack(astray, planned.undo.cells) : []),
    ],
  };
  const cells = change.cells.filter(({ sheet, cell }) => isKept({ sheet, cell: cellName(cell) }));
  return {
    ...planned,
    change: {
      ...change,
      cells,
      ledger: change.ledger && {
        ...change.ledger,
        scores: change.ledger.scores.filter(isKept),
        host: { ...change.ledger.host, excel: storeMemory({ undo, pages }) },
      },
    },
    undo,
    degradations,
    cellsWritten: cells.length,
  };
}

/** Whether nothing of a plan is left: the ledger as it was, and the way back it holds, then stay. */
export function isIdle({ change, undo }: Planned): boolean {
  const [now, before] = [change.ledger ?? null, undo.ledger].map(withoutMemory);
  return (
    undo.cells.length === 0 &&
    isNoChange({ ...change, ledger: undefined }) &&
    JSON.stringify(now) === JSON.stringify(before)
  );
}
