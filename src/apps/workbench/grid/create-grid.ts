import {
  ICommandService,
  IUniverInstanceService,
  LocaleService,
  LocaleType,
  ThemeService,
  UniverInstanceType,
  mergeLocales,
  type IWorkbookData,
  type Workbook,
} from '@univerjs/core';
import { DeviceInputEventType, IRenderManagerService } from '@univerjs/engine-render';
import { SetSelectionsOperation, SetWorksheetActiveOperation } from '@univerjs/sheets';
import {
  IEditorBridgeService,
  SetCellEditVisibleOperation,
  SheetsScrollRenderController,
} from '@univerjs/sheets-ui';
import { KeyCode } from '@univerjs/ui';
import type { CellRef } from '../../../model/grid';
import type { BookView } from '../../../model/look';
import { bookToUniver } from './book-to-univer';
import type { CreateGrid } from './grid';
import { captureEdits } from './edit-capture';
import { startUniver } from './start-univer';

/** The grid on Univer. Its name of a book is a number of its own, since formulas may name it. */
export const createGrid: CreateGrid = (container, events) => {
  const univer = startUniver(container);
  const injector = univer.__getInjector();
  const commands = injector.get(ICommandService);
  const instances = injector.get(IUniverInstanceService);
  const units = new Map<string, string>();
  const names = new Map<string, string>();
  let opened = 0;

  const capture = captureEdits(injector, {
    onEdits: (unit, edits) => {
      const book = names.get(unit);
      if (book !== undefined) events.onEdits(book, edits);
    },
    onRefused: events.onRefused,
  });

  const open = (book: string, view: BookView): void => {
    opened += 1;
    const unit = `book-${String(opened)}`;
    units.set(book, unit);
    names.set(unit, book);
    capture.watch(unit, view);
    univer.createUnit<Partial<IWorkbookData>, never>(
      UniverInstanceType.UNIVER_SHEET,
      bookToUniver(unit, view),
    );
  };

  const activate = (book: string): void => {
    const unit = units.get(book);
    if (unit === undefined) return;
    instances.setCurrentUnitForType(unit);
    instances.focusUnit(unit);
  };

  const select = (book: string, sheet: string, cell: CellRef): void => {
    const unit = units.get(book);
    const workbook = unit === undefined ? null : instances.getUnit<Workbook>(unit);
    const worksheet = workbook?.getSheetBySheetName(sheet);
    if (unit === undefined || !workbook || !worksheet) return;
    const subUnitId = worksheet.getSheetId();
    if (workbook.getActiveSheet().getSheetId() !== subUnitId) {
      commands.syncExecuteCommand(SetWorksheetActiveOperation.id, { unitId: unit, subUnitId });
    }
    const merged = worksheet.getMergedCell(cell.row, cell.column);
    const range = merged ?? {
      startRow: cell.row,
      endRow: cell.row,
      startColumn: cell.column,
      endColumn: cell.column,
    };
    commands.syncExecuteCommand(SetSelectionsOperation.id, {
      unitId: unit,
      subUnitId,
      selections: [
        {
          range,
          primary: {
            ...range,
            actualRow: range.startRow,
            actualColumn: range.startColumn,
            isMerged: merged !== null,
            isMergedMainCell: merged !== null,
          },
          style: null,
        },
      ],
    });
    injector
      .get(IRenderManagerService)
      .getRenderById(unit)
      ?.with(SheetsScrollRenderController)
      .scrollToRange(range);
  };

  return Promise.resolve({
    open,
    activate,
    select,
    update: () => undefined,
    close: (book) => {
      const unit = units.get(book);
      if (unit === undefined) return;
      units.delete(book);
      names.delete(unit);
      capture.forget(unit);
      instances.disposeUnit(unit);
    },
    setDark: (dark) => {
      injector.get(ThemeService).setDarkMode(dark);
    },
    setLanguage: (language) => {
      const locales = injector.get(LocaleService);
      if (language === 'zh-CN') {
        locales.setLocale(LocaleType.ZH_CN);
        return;
      }
      void import('./locale-en').then(({ english }) => {
        locales.load({ [LocaleType.EN_US]: mergeLocales(...english) });
        locales.setLocale(LocaleType.EN_US);
      });
    },
    commitTyping: async () => {
      const editor = injector.get(IEditorBridgeService).isVisible();
      if (editor.visible) {
        commands.syncExecuteCommand(SetCellEditVisibleOperation.id, {
          visible: false,
          eventType: DeviceInputEventType.Keyboard,
          keycode: KeyCode.ENTER,
          unitId: editor.unitId,
        });
      }
      await new Promise((resolve) => {
        setTimeout(resolve, 0);
      });
      capture.flush();
    },
    dispose: () => {
      capture.dispose();
      univer.dispose();
    },
  });
};
