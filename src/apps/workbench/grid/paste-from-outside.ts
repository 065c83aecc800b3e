import {
  ICommandService,
  IUniverInstanceService,
  UniverInstanceType,
  type Injector,
  type Workbook,
} from '@univerjs/core';
import {
  SetRangeValuesCommand,
  SetWorksheetColumnCountMutation,
  SetWorksheetRowCountMutation,
  SheetsSelectionsService,
} from '@univerjs/sheets';
import { ISheetClipboardService } from '@univerjs/sheets-ui';
import { pastedCells, pastedPlace, readPastedText } from './pasted-text';
import type { TermsOf } from './typing';

const MOST_ROWS = 1_048_576;
const MOST_COLUMNS = 16_384;

/**
 * What was copied in another program is pasted as the text it shows, cell by cell. The grid's own
 * way takes over formats and merges, which the workbook does not keep, and reads `95%` as 0.95 where
 * nothing would show it as a percentage. What was copied in the grid goes the grid's own way.
 */
export function pasteAsText(
  injector: Injector,
  termsOf: TermsOf,
  quietly: (act: () => void) => void,
): void {
  const clipboard = injector.get(ISheetClipboardService);
  const ownHtml = (html: string): boolean => {
    const id = /data-copy-id="([^"]+)"/.exec(html)?.[1];
    return id !== undefined && clipboard.copyContentCache().get(id) !== undefined;
  };
  const paste = (text: string): Promise<boolean> => pasteText(injector, termsOf, quietly, text);
  const legacyPaste = clipboard.legacyPaste.bind(clipboard);
  clipboard.legacyPaste = (html = '', text = '') =>
    ownHtml(html) ? legacyPaste(html, text) : paste(text);
  const pasteItem = clipboard.paste.bind(clipboard);
  clipboard.paste = async (item, pasteType) => {
    const part = async (type: string): Promise<string> =>
      item.types.includes(type) ? (await item.getType(type)).text() : '';
    return ownHtml(await part('text/html'))
      ? pasteItem(item, pasteType)
      : paste(await part('text/plain'));
  };
}

async function pasteText(
  injector: Injector,
  termsOf: TermsOf,
  quietly: (act: () => void) => void,
  text: string,
): Promise<boolean> {
  const workbook = injector
    .get(IUniverInstanceService)
    .getCurrentUnitOfType<Workbook>(UniverInstanceType.UNIVER_SHEET);
  const worksheet = workbook?.getActiveSheet(true);
  const range = injector.get(SheetsSelectionsService).getCurrentLastSelection()?.range;
  if (!workbook || !worksheet || !range || text === '') return false;
  const [unitId, subUnitId] = [workbook.getUnitId(), worksheet.getSheetId()];
  const rows = readPastedText(text);
  const place = pastedPlace(rows, {
    top: range.startRow,
    left: range.startColumn,
    bottom: range.endRow,
    right: range.endColumn,
  });
  if (place.bottom >= MOST_ROWS || place.right >= MOST_COLUMNS) return false;
  const commands = injector.get(ICommandService);
  quietly(() => {
    if (worksheet.getRowCount() <= place.bottom) {
      const params = { unitId, subUnitId, rowCount: place.bottom + 1 };
      commands.syncExecuteCommand(SetWorksheetRowCountMutation.id, params);
    }
    if (worksheet.getColumnCount() <= place.right) {
      const params = { unitId, subUnitId, columnCount: place.right + 1 };
      commands.syncExecuteCommand(SetWorksheetColumnCountMutation.id, params);
    }
  });
  const value = pastedCells(
    rows,
    place,
    (row, column) => termsOf(unitId, subUnitId, row, column) ?? { format: null, date1904: false },
  );
  return commands.executeCommand(SetRangeValuesCommand.id, { unitId, subUnitId, value });
}
