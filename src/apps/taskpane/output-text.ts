import type { Language } from '../../i18n/catalogue';
import type { SheetRole } from '../../model/ledger';
import type { SheetWrite } from '../../model/patch';
import { isCellError } from '../../model/snapshot';
import { buildOutline } from '../../report/outline';
import { outlineSheet } from '../../report/outline-sheet';
import { outlineTemplate } from '../../report/outline-templates';
import { findingsSheet } from '../../report/findings-sheet';
import { documentJson, fileJson } from '../../report/result-json';
import { cellLabel } from '../../report/sheet-cells';
import { summarySheet } from '../../report/summary-sheet';
import { parseCellName } from '../../model/grid';
import { handledFindings } from './finding-items';
import type { Workbook } from './session-state';

const TEMPLATES = { project: 'cn-project', unit: 'cn-project', transfer: 'cn-transfer' };

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
export function outputText(role: SheetRole, workbook: Workbook, language: Language): string | null {
  const { snapshot, result } = workbook;
  const write = sheetFor(role);
  return write && sheetText(write);

  function sheetFor(wanted: SheetRole): SheetWrite | null {
    if (result.tables.length === 0) return null;
    if (wanted === 'findings') {
      return findingsSheet(result, '', handledFindings(workbook, language), language);
    }
    if (wanted === 'summary') return summarySheet(result, '', ownScores(), language);
    const outlines = result.tables.flatMap((table) => {
      const template = outlineTemplate(TEMPLATES[table.table.scope]);
      return template ? [buildOutline(table, template, language)] : [];
    });
    return outlineSheet(outlines, '');
  }

  function ownScores(): Map<string, number> {
    return new Map(
      (snapshot.ledger?.scores ?? []).flatMap(({ sheet, cell, wrote }) => {
        const at = parseCellName(cell);
        return at ? [[cellLabel(sheet, at), wrote] as const] : [];
      }),
    );
  }
}

/** The same document the command line prints with `--json`. */
export function outputJson(
  { result }: Workbook,
  name: string,
  engine: string,
  language: Language,
): string {
  const file = fileJson(name, 'xlsx', result, { workbook: null }, language);
  return `${JSON.stringify(documentJson(engine, [file]), null, 2)}\n`;
}
