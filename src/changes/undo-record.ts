import { cellAt, cellLabel, formulaAt } from '../model/address';
import {
  count,
  fits,
  fitting,
  flag,
  isFields,
  listOf,
  number,
  object,
  only,
  openRecord,
  optional,
  orNull,
  text,
} from '../model/decode';
import type { Ledger, LedgerLayout, SheetRole } from '../model/ledger';
import type { SheetCell, SheetWrite } from '../model/patch';
import { isCellError, type CellValue, type SheetSnapshot } from '../model/snapshot';
import { CELL_VALUE, LAYOUT, LEDGER, ROLE } from './read-ledger';
import { digestOfSnapshot } from './sheet-digest';
import type { Fill } from './fill-memory';

export interface UndoCell {
  readonly sheet: string;
  readonly cell: string;
  readonly wrote: CellValue;
  readonly before: CellValue;
  /** The formula that was written, without `=`; absent: the value alone. */
  readonly formula?: string;
  /** The formula that stood there, of which `before` was the result. */
  readonly had?: string;
  /** The cell was on one line, and the write broke it into several. */
  readonly wrapped?: true;
}

export interface UndoFill {
  readonly sheet: string;
  readonly cell: string;
  readonly wrote: Fill;
  readonly before: Fill;
}

export interface UndoNote {
  readonly sheet: string;
  readonly cell: string;
  readonly wrote: string | null;
  readonly before: string | null;
}

/** A sheet of ours that was written or removed; `before` is null where there was none. */
export interface UndoPage {
  readonly name: string;
  readonly before: SheetWrite | null;
}

/**
 * What takes one write back. Everything says what was written as well as what was there, so that
 * whatever a person changed since is left to them.
 */
export interface UndoRecord {
  readonly version: 1;
  readonly cells: readonly UndoCell[];
  readonly fills: readonly UndoFill[];
  readonly notes: readonly UndoNote[];
  readonly pages: readonly UndoPage[];
  readonly ledger: Ledger | null;
  /**
   * What rows and columns were called when it was written, of every sheet with cells in it. Absent in
   * workbooks of the first release: `adoptRecord` gives it the ledger's own.
   */
  readonly layouts?: readonly LedgerLayout[];
  /** The write came to a halt: sheets of ours may be half written. Never in a workbook. */
  readonly halted?: true;
}

/** What this host leaves in `Ledger.host.excel`. */
export interface ExcelMemory {
  readonly undo: UndoRecord | null;
  /** Our sheets as they were last written, for the undo of the next write. */
  readonly pages: readonly SheetWrite[];
}

/** Characters of JSON beyond which undo and pages are remembered only until the workbook is closed. */
const MOST_UNDO = 2_000_000;
const MOST_PAGES = 200_000;

const PLACE = { sheet: text(), cell: text() };
const FILL = openRecord<Fill>({ color: text(), pattern: text(), patternColor: text() });
const CELL = orNull(
  openRecord<Omit<SheetCell, 'link'>>({
    value: CELL_VALUE,
    style: text<SheetCell['style']>(),
    formula: optional(text()),
  }),
);

const PAGE = openRecord<SheetWrite>({
  role: ROLE,
  name: text(),
  widths: listOf(number({ least: 0 })),
  rows: listOf(listOf(CELL)),
  merges: listOf(
    openRecord<SheetWrite['merges'][number]>({
      top: count,
      left: count,
      bottom: count,
      right: count,
    }),
  ),
  frozenRows: count,
  landscape: flag,
  blocks: optional(
    listOf(openRecord<NonNullable<SheetWrite['blocks']>[number]>({ top: count, bottom: count })),
  ),
  chart: orNull(object<NonNullable<SheetWrite['chart']>>()),
});

const UNDO_CELLS = listOf(
  openRecord<UndoCell>({
    ...PLACE,
    wrote: CELL_VALUE,
    before: CELL_VALUE,
    formula: optional(text()),
    had: optional(text()),
    wrapped: optional(only(true)),
  }),
);

const UNDO = openRecord<Omit<UndoRecord, 'halted'>>({
  version: only(1),
  cells: UNDO_CELLS,
  fills: listOf(openRecord<UndoFill>({ ...PLACE, wrote: FILL, before: FILL })),
  notes: listOf(openRecord<UndoNote>({ ...PLACE, wrote: orNull(text()), before: orNull(text()) })),
  pages: listOf(openRecord<UndoPage>({ name: text(), before: orNull(PAGE) })),
  ledger: orNull(LEDGER),
  layouts: optional(listOf(LAYOUT)),
});

function readUndo(value: unknown): UndoRecord | null {
  const undo = fitting(UNDO, value);
  if (!undo) return null;
  const { version, cells, fills, notes, pages, ledger, layouts } = undo;
  return { version, cells, fills, notes, pages, ledger, ...(layouts ? { layouts } : {}) };
}

/**
 * A ledger whose record of the first release has the layouts its addresses go by: the ledger's own,
 * provided that every score of the record is one of the ledger's, at the same address. The ledger may
 * have been written again since with rows at other places.
 */
export function adoptRecord(ledger: Ledger): Ledger {
  const { layouts, scores, host } = ledger;
  const stored = host.excel;
  if (!layouts || !isFields(stored) || !isFields(stored.undo) || stored.undo.layouts) return ledger;
  const { cells } = stored.undo;
  if (!fits(UNDO_CELLS, cells)) return ledger;
  const known = new Map(scores.map(({ sheet, cell, wrote }) => [cellLabel(sheet, cell), wrote]));
  const inStep = cells.every(
    ({ sheet, cell, wrote }) =>
      typeof wrote !== 'number' || known.get(cellLabel(sheet, cell)) === wrote,
  );
  const undo = { ...stored.undo, layouts: inStep ? layouts : [] };
  return { ...ledger, host: { ...host, excel: { ...stored, undo } } };
}

/** Reads what `storeMemory` left; nothing remembered for anything else. */
export function readMemory(ledger: Ledger | null): ExcelMemory {
  const stored = ledger?.host.excel;
  if (!isFields(stored)) return { undo: null, pages: [] };
  return {
    undo: readUndo(stored.undo),
    pages: fitting(listOf(PAGE), stored.pages) ?? [],
  };
}

/** A ledger without what this host remembers in it, so that memories do not nest. */
export function withoutMemory(ledger: Ledger | null): Ledger | null {
  if (!ledger) return null;
  const host = Object.fromEntries(Object.entries(ledger.host).filter(([name]) => name !== 'excel'));
  return { ...ledger, host };
}

/** The memory as it goes into the ledger; what is too long for it is left out. */
export function storeMemory(memory: ExcelMemory): Readonly<Record<string, unknown>> {
  const undo = memory.undo && { ...memory.undo, ledger: withoutMemory(memory.undo.ledger) };
  const kept: Record<string, unknown> = { version: 1 };
  if (undo && JSON.stringify(undo).length <= MOST_UNDO) kept.undo = undo;
  if (JSON.stringify(memory.pages).length <= MOST_PAGES) kept.pages = memory.pages;
  return kept;
}

const sameContent = (cell: SheetCell | null, sheet: SheetSnapshot, row: number, column: number) => {
  const formula = formulaAt(sheet, { row, column });
  if (cell?.formula !== undefined) return formula !== null;
  const value = cellAt(sheet, { row, column });
  const planned = cell?.value ?? null;
  if (isCellError(value) || isCellError(planned)) {
    return isCellError(value) && isCellError(planned) && value.error === planned.error;
  }
  return formula === null && (value ?? '') === (planned ?? '');
};

/** Whether a sheet still says what was written; Excel spells formulas its own way. */
function isAsWritten(page: SheetWrite, sheet: SheetSnapshot): boolean {
  if (sheet.rowCount > page.rows.length) return false;
  return page.rows.every((cells, row) => {
    const width = Math.max(cells.length, sheet.columnCount);
    for (let column = 0; column < width; column++) {
      if (!sameContent(cells[column] ?? null, sheet, row, column)) return false;
    }
    return true;
  });
}

/** A page with the content of a sheet and a plain look, for one a person has been writing in. */
function plainPage(sheet: SheetSnapshot, role: SheetRole): SheetWrite {
  return {
    role,
    name: sheet.name,
    widths: Array.from({ length: sheet.columnCount }, () => 14),
    rows: sheet.values.map((line, row) =>
      line.map((value, column): SheetCell | null => {
        const formula = formulaAt(sheet, { row, column });
        if (formula !== null) return { value, formula, style: 'number' };
        return value === null
          ? null
          : { value, style: typeof value === 'number' ? 'number' : 'text' };
      }),
    ),
    merges: sheet.merges,
    frozenRows: 1,
    landscape: false,
    chart: null,
  };
}

/** The page a sheet of ours was written from, where it still says the same; null otherwise. */
export function pageBehind(
  sheet: SheetSnapshot,
  role: SheetRole,
  remembered: readonly SheetWrite[],
): SheetWrite | null {
  const page = remembered.find((one) => one.role === role && isAsWritten(one, sheet));
  return page ? { ...page, name: sheet.name } : null;
}

/** A sheet of ours as it stands, to be able to write it again. */
export const pageAsItStands = (
  sheet: SheetSnapshot,
  role: SheetRole,
  remembered: readonly SheetWrite[],
): SheetWrite => pageBehind(sheet, role, remembered) ?? plainPage(sheet, role);

const plainText = (value: CellValue): string => {
  if (value === null) return '';
  return isCellError(value) ? value.error : String(value).replace(/\s+/g, '');
};

/** Whether a sheet has anything in it that none of the pages says: they are what we wrote into it. */
function isAddedTo(pages: readonly SheetWrite[], { values, formulas }: SheetSnapshot): boolean {
  return values.some((line, row) =>
    line.some((value, column) => {
      if ((formulas[row]?.[column] ?? null) !== null) return false;
      const said = plainText(value);
      return said !== '' && !pages.some((page) => says(page.rows[row]?.[column] ?? null, said));
    }),
  );
}

const says = (cell: SheetCell | null, said: string): boolean =>
  cell?.formula !== undefined || said === plainText(cell?.value ?? null);

/**
 * Whether a sheet is a person's, or one of ours that a person has been writing in. A write or its taking
 * back that came to a halt leaves some of the sheet as it was before and some as it is after.
 */
export function isPersonIn(
  sheet: SheetSnapshot,
  ledger: Ledger | null,
  pages: readonly SheetWrite[],
): boolean {
  const known = ledger?.sheets.find(({ name }) => name === sheet.name);
  if (!known) return true;
  const memory = readMemory(ledger);
  const page = [...pages, ...memory.pages].find(({ role }) => role === known.role);
  if (page) {
    const earlier = (memory.undo?.pages ?? []).flatMap(({ before }) =>
      before?.role === known.role ? [before] : [],
    );
    return isAddedTo([page, ...earlier], sheet);
  }
  return known.role === 'outline' && digestOfSnapshot(sheet) !== known.digest;
}
