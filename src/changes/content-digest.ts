import { cellAt, formulaAt } from '../model/address';
import { digestSaid, type Say } from '../model/digest';
import { fitting, openRecord, text } from '../model/decode';
import type { Ledger, LedgerSheet, SheetRole } from '../model/ledger';
import type { Patch, SheetWrite } from '../model/patch';
import { textOf, type CellValue, type SheetSnapshot, type Snapshot } from '../model/snapshot';
import { withValues } from './with-values';

/**
 * Whether a workbook still is what the tool made of its input: a digest of all that can be typed
 * into cells, our sheets included, and of what a person chose, which stands in the ledger of an output (`host.cli`).
 */
const STORED = openRecord<{ readonly content: string }>({ content: text() });

const ROLES: readonly SheetRole[] = ['findings', 'summary', 'outline'];

/** Other programs spell formulas and their results their own way: that there is one is all that counts. */
function sayCells(sheet: SheetSnapshot, say: Say): void {
  for (let row = 0; row < sheet.rowCount; row++) {
    // What lies beyond a row's stored cells is empty, however wide the sheet is.
    const width = Math.max(sheet.values[row]?.length ?? 0, sheet.formulas[row]?.length ?? 0);
    for (let column = 0; column < width; column++) {
      const cell = { row, column };
      sayCell(row, column, cellAt(sheet, cell), formulaAt(sheet, cell) !== null, say);
    }
  }
}

function sayCell(
  row: number,
  column: number,
  value: CellValue,
  isFormula: boolean,
  say: Say,
): void {
  const content = isFormula ? '=' : value === null ? '' : `${typeof value}${textOf(value)}`;
  if (content === '' || content === 'string') return;
  say(`${row},${column}`);
  say(content);
}

function sayPage({ rows }: SheetWrite, say: Say): void {
  rows.forEach((line, row) => {
    line.forEach((cell, column) => {
      if (cell) sayCell(row, column, cell.value, cell.formula !== undefined, say);
    });
  });
}

interface Pages {
  readonly ours: readonly LedgerSheet[];
  readonly written: readonly SheetWrite[];
}

function sayContents(
  sheets: readonly SheetSnapshot[],
  { waivers, mapping, directions = {}, profiles }: Ledger,
  { ours, written }: Pages,
  say: Say,
): void {
  say(JSON.stringify([waivers, mapping, directions]));
  if (profiles) say(JSON.stringify(profiles));
  const names = new Set(ours.map(({ name }) => name));
  for (const sheet of sheets) {
    if (names.has(sheet.name)) continue;
    say(sheet.name);
    sayCells(sheet, say);
  }
  for (const role of ROLES) {
    const page = written.find((one) => one.role === role);
    const name = ours.find((one) => one.role === role)?.name;
    const standing = sheets.find((sheet) => sheet.name === name);
    say(role);
    if (page) sayPage(page, say);
    else if (standing) sayCells(standing, say);
  }
}

/** The digest of a workbook as a patch leaves it. */
function digestAfter(snapshot: Snapshot, patch: Patch, next: Ledger): string {
  const removed = new Set(patch.removeSheets);
  const { sheets, ledger } = withValues(snapshot, patch.values);
  const standing = sheets.filter(({ name }) => !removed.has(name));
  const pages = { ours: ledger?.sheets ?? [], written: patch.sheets };
  return digestSaid((say) => {
    sayContents(standing, next, pages, say);
  });
}

/** A patch whose ledger remembers what the workbook says once it is written. */
export function rememberingContent(snapshot: Snapshot, patch: Patch): Patch {
  if (!patch.ledger) return patch;
  const cli = { content: digestAfter(snapshot, patch, patch.ledger) };
  return { ...patch, ledger: { ...patch.ledger, host: { ...patch.ledger.host, cli } } };
}

/**
 * Whether somebody typed into an output since it was written. What has no digest was written by an
 * earlier version, unless a person scored it again in Excel or WPS.
 */
export function isChangedSince(snapshot: Snapshot, ledger: Ledger): boolean {
  const stored = fitting(STORED, ledger.host.cli);
  if (!stored) return ledger.host.excel !== undefined;
  const pages = { ours: ledger.sheets, written: [] };
  const content = digestSaid((say) => {
    sayContents(snapshot.sheets, ledger, pages, say);
  });
  return content !== stored.content;
}
