import {
  ICommandService,
  IUniverInstanceService,
  type Injector,
  type Workbook,
} from '@univerjs/core';
import { SetSelectionsOperation, type ISetSelectionsOperationParams } from '@univerjs/sheets';
import { cellName } from '../../../model/grid';

/**
 * Says the selected cell's address and what it shows, for those who do not see the canvas: in a
 * polite live region, and as the canvas's own name. Returns what stops it.
 */
export function announceSelection(injector: Injector, container: HTMLElement): () => void {
  const region = document.createElement('div');
  region.setAttribute('aria-live', 'polite');
  region.setAttribute('data-grid-selection', '');
  region.style.cssText =
    'position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap';
  // Beside the container: what Univer draws into it first clears it.
  container.after(region);
  const instances = injector.get(IUniverInstanceService);
  const heard = injector.get(ICommandService).onCommandExecuted((command) => {
    if (command.id !== SetSelectionsOperation.id) return;
    const params = command.params as ISetSelectionsOperationParams;
    const primary = params.selections.at(-1)?.primary;
    const sheet = instances.getUnit<Workbook>(params.unitId)?.getSheetBySheetId(params.subUnitId);
    if (!primary || !sheet) return;
    const cell = { row: primary.actualRow, column: primary.actualColumn };
    const shown = sheet.getCell(cell.row, cell.column);
    const said = `${cellName(cell)} ${String(shown?.v ?? '')}`.trim();
    if (region.textContent !== said) region.textContent = said;
    for (const canvas of container.querySelectorAll('canvas')) {
      canvas.setAttribute('role', 'img');
      canvas.setAttribute('aria-label', said);
    }
  });
  return () => {
    heard.dispose();
    region.remove();
  };
}
