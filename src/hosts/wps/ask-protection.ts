import { bySheet, cellLabel } from '../../model/address';
import { cellName, rangeName, type Range } from '../../model/grid';
import type { AskedCell, SheetProtection, Standing } from '../../changes/standing';
import { columnRuns, rangeOfRun } from '../cell-runs';
import type { EtSheet } from './object-model';

/** Of cells those that are locked, by `附表!G5`; a stretch that is all alike is asked at once. */
function lockedCells(
  sheet: EtSheet,
  name: string,
  cells: readonly AskedCell[],
): ReadonlySet<string> {
  const isLocked = (range: Range): unknown => sheet.Range(rangeName(range)).Locked;
  return new Set(
    columnRuns(cells, 0).flatMap((run) => {
      const all = isLocked(rangeOfRun(run));
      return run.items.flatMap(({ cell }) => {
        const locked = typeof all === 'boolean' ? all : sheet.Range(cellName(cell)).Locked;
        return locked === false ? [] : [cellLabel(name, cell)];
      });
    }),
  );
}

/**
 * What the protected sheets let through, with whether cells of theirs are locked.
 * @param cells of any sheets; those that may be written
 */
export function askProtection(
  sheetNamed: (name: string) => EtSheet,
  sheets: readonly { readonly name: string; readonly protected: boolean }[],
  cells: readonly AskedCell[],
): NonNullable<Standing['protection']> {
  const named = bySheet(cells);
  return new Map(
    sheets
      .filter((sheet) => sheet.protected)
      .map(({ name }): [string, SheetProtection] => {
        const sheet = sheetNamed(name);
        return [
          name,
          {
            locked: lockedCells(sheet, name, named.get(name) ?? []),
            fills: sheet.Protection?.AllowFormattingCells === true,
            notes: sheet.ProtectDrawingObjects === false,
          },
        ];
      }),
  );
}
