import { cellName } from '../model/grid';
import type { SheetSnapshot, Snapshot } from '../model/snapshot';
import { sameValue } from './check-patch';
import { placeOf } from './standing';
import { isNoChange, type CellChange } from './change';
import type { Planned } from './plan-change';
import { storeMemory, withoutMemory } from './undo-record';

const byName = ({ sheets }: Snapshot): ReadonlyMap<string, SheetSnapshot> =>
  new Map(sheets.map((sheet) => [sheet.name, sheet]));

/**
 * Cells that read after a write as they did before it: Excel drops what is written under a merge
 * without an error, and below ExcelApi 1.13 no merge is known beforehand.
 */
export function cellsNotKept(
  cells: readonly CellChange[],
  before: Snapshot,
  after: Snapshot,
): readonly CellChange[] {
  const [were, are] = [byName(before), byName(after)];
  return cells.filter(({ sheet, cell: { row, column }, value }) => {
    const stood = were.get(sheet)?.values[row]?.[column] ?? null;
    const stands = are.get(sheet)?.values[row]?.[column] ?? null;
    return !sameValue(stands, value) && sameValue(stands, stood);
  });
}

/** What was planned, as it is true once some cells did not take what was written. */
export function withoutCells(planned: Planned, lost: readonly CellChange[]): Planned {
  const places = new Set(lost.map(({ sheet, cell }) => placeOf(sheet, cell)));
  const isKept = ({ sheet, cell }: { readonly sheet: string; readonly cell: string }): boolean =>
    !places.has(`${sheet}!${cell}`);
  const { change, pages } = planned;
  const undo = { ...planned.undo, cells: planned.undo.cells.filter(isKept) };
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
    degradations: [
      ...planned.degradations,
      ...lost.map(({ sheet, cell }) => ({ kind: 'cell-not-kept' as const, sheet, cell })),
    ],
    cellsWritten: cells.length,
  };
}

/** Whether nothing of a plan is left: the ledger as it was, and the way back it holds, then stay. */
export function isIdle({ change, undo }: Planned): boolean {
  const [now, before] = [change.ledger ?? null, undo.ledger].map(withoutMemory);
  return (
    isNoChange({ ...change, ledger: undefined }) && JSON.stringify(now) === JSON.stringify(before)
  );
}
