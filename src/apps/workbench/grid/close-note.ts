import { ICommandService, type Injector } from '@univerjs/core';
import {
  SetSelectionsOperation,
  SetWorksheetActiveOperation,
  type ISetSelectionsOperationParams,
} from '@univerjs/sheets';
import { SheetsNotePopupService } from '@univerjs/sheets-note-ui';

/**
 * A note in sight goes when another cell is selected. The grid itself closes it only for the mouse
 * and the arrow keys, and else it would lie over the cell that was gone to. Returns what stops it.
 */
export function closeLeftNotes(injector: Injector): () => void {
  const popups = injector.get(SheetsNotePopupService);
  const heard = injector.get(ICommandService).onCommandExecuted(({ id, params }) => {
    const popup = popups.activePopup;
    if (!popup) return;
    if (id === SetWorksheetActiveOperation.id) popups.hidePopup(true);
    if (id !== SetSelectionsOperation.id) return;
    const { unitId, subUnitId, selections } = params as ISetSelectionsOperationParams;
    const primary = selections.at(-1)?.primary;
    const stays =
      popup.unitId === unitId &&
      popup.subUnitId === subUnitId &&
      popup.row === primary?.actualRow &&
      popup.col === primary.actualColumn;
    if (!stays) popups.hidePopup(true);
  });
  return () => heard.dispose();
}
