import {
  ICommandService,
  IUniverInstanceService,
  type Injector,
  type Workbook,
} from '@univerjs/core';
import { IRenderManagerService } from '@univerjs/engine-render';
import { SetSelectionsOperation, SetWorksheetActiveOperation } from '@univerjs/sheets';
import { SheetsScrollRenderController } from '@univerjs/sheets-ui';
import type { CellRef } from '../../../model/grid';

/** Turns to a sheet, selects a cell (or the merge it belongs to) and brings it into view. */
export function selectCell(injector: Injector, unit: string, sheet: string, cell: CellRef): void {
  const commands = injector.get(ICommandService);
  const workbook = injector.get(IUniverInstanceService).getUnit<Workbook>(unit);
  const worksheet = workbook?.getSheetBySheetName(sheet);
  if (!workbook || !worksheet) return;
  const subUnitId = worksheet.getSheetId();
  if (workbook.getActiveSheet(true)?.getSheetId() !== subUnitId) {
    commands.syncExecuteCommand(SetWorksheetActiveOperation.id, { unitId: unit, subUnitId });
  }
  const merge = worksheet.getMergedCell(cell.row, cell.column);
  const range = merge ?? {
    startRow: cell.row,
    endRow: cell.row,
    startColumn: cell.column,
    endColumn: cell.column,
  };
  const primary = {
    ...range,
    actualRow: range.startRow,
    actualColumn: range.startColumn,
    isMerged: Boolean(merge),
    isMergedMainCell: Boolean(merge),
  };
  commands.syncExecuteCommand(SetSelectionsOperation.id, {
    unitId: unit,
    subUnitId,
    selections: [{ range, primary, style: null }],
  });
  injector
    .get(IRenderManagerService)
    .getRenderById(unit)
    ?.with(SheetsScrollRenderController)
    .scrollToRange(range);
}
