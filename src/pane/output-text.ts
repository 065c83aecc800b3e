import { plannedSheet } from '../engine/plan';
import { review } from '../engine/review';
import type { SheetRole } from '../model/ledger';
import type { SheetWrite } from '../model/patch';
import { isCellError } from '../model/snapshot';
import { documentJson, fileJson } from '../report/result-json';
import type { PaneTexts } from './chinese';
import { withSheetTexts } from './sheet-texts';
import type { Workbook } from './session-state';

/** Tabs between cells, so that it pastes into a sheet as well as into a message. */
export function sheetText(write: SheetWrite): string {
  const lines = write.rows.map((row) =>
    row
      .map((cell) => {
        const value = cell?.value ?? '';
        return (isCellError(value) ? value.error : String(value)).replace(/\s*[\t\n\r]+\s*/g, ' ');
      })
      .join('\t')
      .trimEnd(),
  );
  return `${lines.join('\n')}\n`;
}

/** What a sheet of ours says, as text; null where the workbook gives nothing for it. */
export function outputText(
  role: SheetRole,
  { snapshot, result, options }: Workbook,
  texts: PaneTexts,
): string | null {
  const write = plannedSheet(role, snapshot, result, options, withSheetTexts(texts));
  return write && sheetText(write);
}

/** The same document the command line prints with `--json`. */
export function outputJson(
  { snapshot, result, options }: Workbook,
  name: string,
  engine: string,
  texts: PaneTexts,
): string {
  const reviewed = review(snapshot, result, options);
  const file = fileJson(name, 'xlsx', result, reviewed, { workbook: null }, withSheetTexts(texts));
  return `${JSON.stringify(documentJson(engine, [file]), null, 2)}\n`;
}
