import { bySheet, cellLabel } from '../../model/address';
import { rangeName } from '../../model/grid';
import type { AskedCell } from '../../changes/standing';
import { columnRuns, rangeOfRun } from '../cell-runs';
import type { Asked } from './book-list';

/** Cells between two texts that are asked about as well, rather than asking twice. */
const BRIDGE = 6;

/** Of cells those that are on one line, by `附表!G5`, in the batch that is being filled. */
export function askOneLine(
  context: Excel.RequestContext,
  cells: readonly AskedCell[],
): Asked<ReadonlySet<string>> {
  const asked = [...bySheet(cells)].flatMap(([name, own]) =>
    columnRuns(own, BRIDGE).map((run) => {
      const properties = context.workbook.worksheets
        .getItem(own[0]?.sheetId ?? name)
        .getRange(rangeName(rangeOfRun(run)))
        .getCellProperties({ format: { wrapText: true } });
      return () =>
        run.items.flatMap(({ cell }) => {
          const wraps = properties.value[cell.row - run.top]?.[0]?.format?.wrapText;
          return wraps === false ? [cellLabel(name, cell)] : [];
        });
    }),
  );
  return () => new Set(asked.flatMap((answer) => answer()));
}
