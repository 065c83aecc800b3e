import {
  ICommandService,
  IUniverInstanceService,
  UniverInstanceType,
  type Injector,
  type Workbook,
} from '@univerjs/core';
import { SetWorksheetActiveOperation } from '@univerjs/sheets';
import { ILayoutService } from '@univerjs/ui';

const TAB = '[data-u-comp=slide-tab-item]';

/**
 * A sheet's tab only turns to the sheet. The grid's own tabs are also renamed by a second click,
 * moved by a long press and have a menu; a refused new name would stay on the tab.
 */
export function tabsOnlyTurn(injector: Injector, container: HTMLElement): () => void {
  const tabOf = (event: Event): HTMLElement | null =>
    event.target instanceof Element ? event.target.closest<HTMLElement>(TAB) : null;
  const turn = (event: PointerEvent): void => {
    const subUnitId = tabOf(event)?.dataset['id'];
    if (subUnitId === undefined) return;
    event.stopPropagation();
    const workbook = injector
      .get(IUniverInstanceService)
      .getCurrentUnitOfType<Workbook>(UniverInstanceType.UNIVER_SHEET);
    if (event.button !== 0 || !workbook) return;
    injector.get(ICommandService).syncExecuteCommand(SetWorksheetActiveOperation.id, {
      unitId: workbook.getUnitId(),
      subUnitId,
    });
    // Once the press has moved the focus to the tab: what is typed next belongs to the sheet.
    setTimeout(() => {
      injector.get(ILayoutService).focus();
    }, 0);
  };
  const noMenu = (event: Event): void => {
    if (!tabOf(event)) return;
    event.stopPropagation();
    event.preventDefault();
  };
  container.addEventListener('pointerdown', turn, true);
  container.addEventListener('contextmenu', noMenu, true);
  return () => {
    container.removeEventListener('pointerdown', turn, true);
    container.removeEventListener('contextmenu', noMenu, true);
  };
}
