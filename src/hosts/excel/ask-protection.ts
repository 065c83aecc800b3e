import { bySheet, cellLabel } from '../../model/address';
import { rangeName } from '../../model/grid';
import type { AskedCell, SheetProtection, Standing } from '../../changes/standing';
import { columnRuns, rangeOfRun } from '../cell-runs';
import type { Asked } from './book-list';

/** Cells between two scores that are asked about as well, rather than asking twice. */
const BRIDGE = 6;

interface NamedSheet {
  readonly id: string;
  readonly name: string;
  readonly protected: boolean;
}

/** Of cells those that are locked, by `附表!G5`. */
function askLocked(
  sheet: Excel.Worksheet,
  name: string,
  cells: readonly AskedCell[],
): Asked<ReadonlySet<string>> {
  const asked = columnRuns(cells, BRIDGE).map((run) => {
    const properties = sheet
      .getRange(rangeName(rangeOfRun(run)))
      .getCellProperties({ format: { protection: true } });
    return () =>
      run.items.flatMap(({ cell }) => {
        const locked = properties.value[cell.row - run.top]?.[0]?.format?.protection?.locked;
        return locked === false ? [] : [cellLabel(name, cell)];
      });
  });
  return () => new Set(asked.flatMap((answer) => answer()));
}

/**
 * Asks what the protected sheets let through, with whether cells of theirs are locked.
 * @param cells of any sheets; those that may be written
 */
export function askProtection(
  context: Excel.RequestContext,
  sheets: readonly NamedSheet[],
  cells: readonly AskedCell[],
): Asked<NonNullable<Standing['protection']>> {
  const named = bySheet(cells);
  const asked = sheets
    .filter((sheet) => sheet.protected)
    .map(({ id, name }): Asked<readonly [string, SheetProtection]> => {
      const sheet = context.workbook.worksheets.getItem(id);
      sheet.protection.load('options');
      const locked = askLocked(sheet, name, named.get(name) ?? []);
      return () => {
        const { allowFormatCells, allowEditObjects } = sheet.protection.options;
        const protection = {
          locked: locked(),
          fills: allowFormatCells === true,
          notes: allowEditObjects === true,
        };
        return [name, protection];
      };
    });
  return () => new Map(asked.map((answer) => answer()));
}
