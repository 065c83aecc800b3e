import { cellAt, cellLabel, sheetsById } from '../model/address';
import type { FindingSeverity } from '../model/finding';
import { cellName, type CellRef } from '../model/grid';
import type { SheetRole } from '../model/ledger';
import { message, type Message } from '../texts/message';
import type { Fix } from '../engine/fixes';
import type { Patch } from '../model/patch';
import type { WorkbookResult } from '../model/score';
import type { CellValue, Snapshot } from '../model/snapshot';

/** One cell as it was and as it will be. */
export interface CellChange {
  readonly sheet: string;
  readonly cell: CellRef;
  /** The indicator, the funds row or the total the cell belongs to. */
  readonly label: string | Message;
  readonly before: CellValue;
  readonly after: CellValue;
  /** What the two are results of, without `=`; null: they stand by themselves. */
  readonly formulas: { readonly before: string | null; readonly after: string | null };
  /** How the number came about; null where it is no score of an indicator. */
  readonly why: Message | null;
}

export interface SheetChange {
  readonly role: SheetRole;
  readonly name: string;
  readonly isNew: boolean;
}

/** A patch in the words of the person who has to agree to it. */
export interface Preview {
  readonly cells: readonly CellChange[];
  readonly flags: Readonly<Record<FindingSeverity | 'cleared', number>>;
  readonly sheets: readonly SheetChange[];
  readonly removed: readonly string[];
}

const NO_FORMULAS = { before: null, after: null };

interface Named {
  readonly label: string | Message;
  readonly why: Message | null;
}

/** Every cell a run may write, with what it is. */
function namesOf(result: WorkbookResult): ReadonlyMap<string, Named> {
  const names = new Map<string, Named>();
  for (const { table, rows, budget } of result.tables) {
    const put = (cell: CellRef | null | undefined, label: Named['label'], why: Message | null) => {
      if (cell) names.set(cellLabel(table.sheet, cell), { label, why });
    };
    const weightOf = (name: string): Message => message('pane.change.weight', { name });
    for (const { label, weight, rate, score } of table.budget?.rows ?? []) {
      put(weight?.cell, weightOf(label), null);
      put(rate?.cell, message('pane.change.rate', { name: label }), null);
      put(score?.cell, label, null);
    }
    for (const { label, weight, score } of table.subtotals) {
      put(weight?.cell, weightOf(label), null);
      put(score?.cell, label, null);
    }
    const funds = table.budget?.rows.find((row) => row.isTotal);
    put(funds?.score?.cell, message('pane.change.funds'), budget?.explanation ?? null);
    table.indicators.forEach((indicator, index) => {
      put(indicator.weight?.cell, weightOf(indicator.name), null);
      put(indicator.score?.cell, indicator.name, rows[index]?.explanation ?? null);
      put(indicator.reasonCell, message('pane.change.reason', { name: indicator.name }), null);
    });
    put(table.total?.weight?.cell, message('pane.change.totalWeight'), null);
    put(table.total?.score?.cell, message('pane.change.total'), null);
  }
  return names;
}

/** What a patch changes; formula cells whose result changes with it are counted among the cells. */
export function previewOf(patch: Patch, snapshot: Snapshot, result: WorkbookResult): Preview {
  const sheets = sheetsById(snapshot);
  const names = namesOf(result);
  const cells: CellChange[] = [];
  const add = (sheetId: string, cell: CellRef, before: CellValue, after: CellValue): void => {
    const sheet = sheets.get(sheetId);
    if (!sheet) return;
    const named = names.get(cellLabel(sheet.name, cell)) ?? { label: cellName(cell), why: null };
    cells.push({ sheet: sheet.name, cell, before, after, formulas: NO_FORMULAS, ...named });
  };
  for (const block of patch.values) {
    block.values.forEach((line, row) =>
      line.forEach((value, column) => {
        if (value === undefined) return;
        const cell = { row: block.top + row, column: block.left + column };
        add(block.sheetId, cell, block.before[row]?.[column] ?? null, value);
      }),
    );
  }
  for (const { sheetId, cell, value } of patch.cached) {
    const before = cellAt(sheets.get(sheetId), cell);
    add(sheetId, cell, before, value);
  }
  const flags = { error: 0, warning: 0, info: 0, cleared: 0 };
  for (const flag of patch.flags) flags[flag.tone ?? 'cleared'] += 1;
  const present = new Set(snapshot.sheets.map((sheet) => sheet.name));
  return {
    cells,
    flags,
    sheets: patch.sheets.map(({ role, name }) => ({ role, name, isNew: !present.has(name) })),
    removed: patch.removeSheets,
  };
}

/** Corrections as they are shown before they are written. */
export function previewOfFixes(fixes: readonly Fix[], result: WorkbookResult): Preview {
  const names = namesOf(result);
  return {
    cells: fixes.map(({ sheet, cell, before, after, formula, had }) => {
      const named = names.get(cellLabel(sheet, cell)) ?? { label: cellName(cell), why: null };
      const formulas = { before: had, after: formula };
      return { sheet, cell, before, after, formulas, ...named, why: null };
    }),
    flags: { error: 0, warning: 0, info: 0, cleared: 0 },
    sheets: [],
    removed: [],
  };
}
