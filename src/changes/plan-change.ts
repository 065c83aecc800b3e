import { cellAt, cellLabel, formulaAt, sheetsByName } from '../model/address';
import { sameJson } from '../model/decode';
import { Failure } from '../model/failure';
import { cellName } from '../model/grid';
import { EMPTY_LEDGER, type Ledger, type LedgerFlag, type LedgerLayout } from '../model/ledger';
import { leftAlone, remembersOnly, type Degradation, type SheetWrite } from '../model/patch';
import type { SheetSnapshot } from '../model/snapshot';
import type { CellChange, Change } from './change';
import type { CellWrite, Writes } from './check-patch';
import { readPlainFills, storeMarks } from './fill-memory';
import type { Findings } from './known-before';
import { layoutOf, layoutOfAny } from './ledger-layout';
import { planFlags, type FlagPlan } from './plan-flags';
import { planPages, type PagePlan } from './plan-pages';
import { standingScores, writableCells } from './protection';
import { standingLedger } from './standing-ledger';
import { ledgerWhileWriting } from './undo-ledger';
import {
  readMemory,
  storeMemory,
  withoutMemory,
  type UndoCell,
  type UndoRecord,
} from './undo-record';

export interface Planned {
  readonly change: Change;
  readonly undo: UndoRecord;
  readonly degradations: readonly Degradation[];
  readonly cellsWritten: number;
  readonly flagsSet: number;
  readonly flagsCleared: number;
  /** Names of our sheets that stand as planned. */
  readonly sheetsWritten: readonly string[];
  /** Our sheets as they stand afterwards. */
  readonly pages: readonly SheetWrite[];
}

/**
 * Once the ledger is gone nobody knows of a mark any more that protection kept from being cleared.
 * @throws Failure `sheet-protected`
 */
function checkCleared({ patch }: Findings, { left }: FlagPlan): void {
  const [first] = left;
  if (patch.ledger === null && first) throw new Failure('sheet-protected', { sheet: first.sheet });
}

/** Characters that fit into a usual column on one line; nobody knows how wide a host's are. */
const ONE_LINE = 12;

const isLong = ({ value, formula }: CellWrite): boolean =>
  typeof value === 'string' && formula === undefined && value.length > ONE_LINE;

function cellChanges({ writes, reading }: Findings): readonly CellChange[] {
  return reading.snapshot.sheets.flatMap((sheet) =>
    (writes.get(sheet.id) ?? []).map((write) => ({
      ...write,
      ...(isLong(write) && !sheet.protected ? { wraps: true as const } : {}),
      sheet: sheet.name,
      isText: sheet.formats[write.cell.row]?.[write.cell.column] === '@',
    })),
  );
}

/** Planned flags, but for those of marks that had to be left as they were. */
function flagsLeft(
  { reading, flags: { moved } }: Findings,
  { left }: FlagPlan,
  { flags }: Ledger,
): readonly LedgerFlag[] {
  if (left.length === 0) return flags;
  const places = new Set(left.map(({ sheet, cell }) => cellLabel(sheet, cell)));
  const isLeft = ({ sheet, cell }: LedgerFlag): boolean => {
    const place = cellLabel(sheet, cell);
    return places.has(moved.get(place) ?? place);
  };
  const before = reading.snapshot.ledger?.flags ?? [];
  return [...flags.filter((flag) => !isLeft(flag)), ...before.filter(isLeft)];
}

/** The ledger as it is true for this workbook: kept notes are null, sheets go by their real names. */
function nextLedger(
  findings: Findings,
  flags: FlagPlan,
  pages: PagePlan,
  locked: readonly Degradation[],
): Ledger | null | undefined {
  const { patch, reading } = findings;
  if (patch.ledger === null) return null;
  const touched = flags.set + flags.cleared + pages.pages.length + pages.removed.length > 0;
  if (patch.ledger === undefined && !touched) return undefined;
  const base = patch.ledger ?? reading.snapshot.ledger ?? EMPTY_LEDGER;
  const kept = new Set(
    flags.marks.filter((mark) => mark.kept).map(({ sheet, cell }) => cellLabel(sheet, cell)),
  );
  const { moved } = findings.flags;
  const isKept = ({ sheet, cell }: LedgerFlag): boolean =>
    kept.has(moved.get(cellLabel(sheet, cell)) ?? cellLabel(sheet, cell));
  const scores = standingScores(base, reading.snapshot.ledger, locked);
  const ledger = standingLedger(
    { ...base, scores, flags: flagsLeft(findings, flags, base) },
    {
      isKept,
      nameOf: ({ role, name }) =>
        pages.missing.has(role) ? null : (pages.renamed.get(name) ?? name),
    },
  );
  const others = Object.entries(ledger.host).filter(([name]) => name !== 'file');
  const file = storeMarks(flags.marks, readPlainFills(findings.reading.snapshot.ledger), ledger);
  const next = {
    ...ledger,
    host: { ...Object.fromEntries(others), ...(file ? { file } : {}) },
  };
  const isDone = flags.fills.length + flags.notes.length + pages.pages.length === 0;
  const stands = isDone && findings.writes.size === 0 && pages.removed.length === 0;
  const present = reading.snapshot.ledger;
  return stands && sameJson(withoutMemory(next), withoutMemory(present)) ? undefined : next;
}

/** A sheet with what is written into it. */
function withWrites(sheet: SheetSnapshot, writes: Writes): SheetSnapshot {
  const own = writes.get(sheet.id) ?? [];
  if (own.length === 0) return sheet;
  const values = sheet.values.map((line) => [...line]);
  for (const { cell, value } of own) {
    const line = values[cell.row];
    if (line) line[cell.column] = value;
  }
  return { ...sheet, values };
}

function undoCell(
  { sheet: name, cell, value, formula }: CellChange,
  sheet: SheetSnapshot | undefined,
): UndoCell {
  const record = { sheet: name, cell: cellName(cell), wrote: value, before: cellAt(sheet, cell) };
  const had = formulaAt(sheet, cell);
  return {
    ...record,
    ...(formula === undefined ? {} : { formula }),
    ...(had === null ? {} : { had }),
  };
}

/** What rows and columns are called, once it is written, on every sheet with cells in a change. */
function layoutsOf(
  { patch, reading: { snapshot }, writes }: Findings,
  touched: readonly { readonly sheet: string }[],
): readonly LedgerLayout[] {
  const names = new Set(touched.map(({ sheet }) => sheet));
  const known = patch.ledger?.layouts ?? snapshot.ledger?.layouts ?? [];
  return snapshot.sheets
    .filter(({ name }) => names.has(name))
    .map((sheet) => {
      const after = withWrites(sheet, writes);
      const layout = known.find((one) => one.sheet === sheet.name);
      return layout ? layoutOf(after, layout.nameColumn, layout.header) : layoutOfAny(after);
    });
}

/**
 * Decides everything a patch means for this workbook, and what would take it back.
 * @throws Failure `sheet-protected`
 */
export function planChange(findings: Findings): Planned {
  const { reading } = findings;
  const before = reading.snapshot.ledger;
  const { cells, degradations: locked } = writableCells(
    cellChanges(findings),
    reading.snapshot,
    findings.standing,
  );
  const flags = planFlags(findings);
  checkCleared(findings, flags);
  const pages = planPages(findings);
  const ledger = nextLedger(findings, flags, pages, locked);
  const sheets = sheetsByName(reading.snapshot);
  const undo: UndoRecord = {
    version: 1,
    cells: cells.map((change) => undoCell(change, sheets.get(change.sheet))),
    fills: flags.undoFills,
    notes: flags.undoNotes,
    pages: pages.undo,
    ledger: before?.recognised?.withoutLedger ? null : before,
    layouts: layoutsOf(findings, [...cells, ...flags.fills, ...flags.notes]),
  };
  const last = remembersOnly(findings.patch) ? readMemory(before).undo : undo;
  const written = new Map(pages.written.map((page) => [page.role, page]));
  const gone = new Set(pages.removed);
  const remembered = [...findings.pages, ...readMemory(before).pages].filter(
    ({ role, name }, index, all) =>
      !written.has(role) && !gone.has(name) && all.findIndex((one) => one.role === role) === index,
  );
  const standing = [...remembered, ...written.values()];
  const next = ledger && {
    ...ledger,
    host: { ...ledger.host, excel: storeMemory({ undo: last, pages: standing }) },
  };
  return {
    change: {
      cells,
      fills: flags.fills,
      notes: flags.notes,
      pages: pages.pages,
      removed: pages.removed,
      ledger: next,
      meanwhile: next ? ledgerWhileWriting(reading.snapshot, next) : undefined,
      renamed: pages.renamed,
    },
    undo,
    degradations: [
      ...locked,
      ...flags.degradations,
      ...pages.degradations,
      ...leftAlone(findings.patch),
    ],
    cellsWritten: cells.length,
    flagsSet: flags.set,
    flagsCleared: flags.cleared,
    sheetsWritten: pages.written.map(({ name }) => name),
    pages: standing,
  };
}
