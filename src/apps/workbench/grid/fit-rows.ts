import {
  ICommandService,
  IUniverInstanceService,
  type Injector,
  type Workbook,
} from '@univerjs/core';
import { IRenderManagerService } from '@univerjs/engine-render';
import { SetWorksheetRowAutoHeightMutation } from '@univerjs/sheets';
import { SheetSkeletonManagerService } from '@univerjs/sheets-ui';
import type { SheetView } from '../../../model/look';

/** Laying out text takes time; a taller sheet than this keeps its usual row height further down. */
const MOST_ROWS = 1000;

/**
 * Makes rows the workbook gives no height as tall as their wrapped text, as Excel does when it opens
 * one. Only how they are drawn: the workbook still says nothing of their height.
 * @param changed 0-based rows whose content changed, which may be lower than they were; absent: all
 */
export function fitRows(
  injector: Injector,
  unitId: string,
  sheet: SheetView,
  changed?: ReadonlySet<number>,
): void {
  const worksheet = injector
    .get(IUniverInstanceService)
    .getUnit<Workbook>(unitId)
    ?.getSheetBySheetId(sheet.id);
  const skeleton = injector
    .get(IRenderManagerService)
    .getRenderById(unitId)
    ?.with(SheetSkeletonManagerService)
    .ensureSkeleton(sheet.id);
  if (!worksheet || !skeleton) return;
  const ranges = Array.from({ length: Math.min(sheet.rowCount, MOST_ROWS) }, (_, row) => row)
    .filter((row) => !sheet.heights.has(row) && !sheet.hiddenRows.has(row))
    .filter((row) => changed?.has(row) ?? true)
    .map((row) => ({
      startRow: row,
      endRow: row,
      startColumn: 0,
      endColumn: Math.max(0, sheet.columnCount - 1),
    }));
  const rowsAutoHeightInfo = skeleton
    .calculateAutoHeightInRange(ranges)
    .filter(({ autoHeight = 0 }) => changed !== undefined || autoHeight > sheet.defaultHeight);
  if (rowsAutoHeightInfo.length === 0) return;
  injector.get(ICommandService).syncExecuteCommand(SetWorksheetRowAutoHeightMutation.id, {
    unitId,
    subUnitId: sheet.id,
    rowsAutoHeightInfo,
  });
}
