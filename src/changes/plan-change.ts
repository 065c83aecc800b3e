import { cellAt, cellLabel, formulaAt, sheetsByName } from '../model/address';
import { sameData } from '../model/same-data';
import { Failure } from '../model/failure';
import { cellName } from '../model/grid';
import { EMPTY_LEDGER, type Ledger, type LedgerFlag, type LedgerLayout } from '../model/ledger';
import { leftAlone, remembersOnly, type Degradation, type SheetWrite } from '../model/patch';
import type { SheetSnapshot } from '../model/snapshot';
import type { CellChange, Change } from './change';
import { readPlainFills, standingMarks, withMarks, type Fill } from './fill-memory';
import { colourFills } from './fill-terms';
import type { Findings } from './known-before';
import { layoutOf, layoutOfAny } from './ledger-layout';
import { brokenIntoLines } from './long-texts';
import { planFlags, type FlagPlan as FlagPlanOf, type Step } from './plan-flags';
import { planPages, type PagePlan } from './plan-pages';
import { marksPermitted, standingScores, writableCells } from './protection';
import { keptAmong, standingLedger } from './standing-ledger';
import { ledgerWhileWriting } from './undo-ledger';
import {
  readMemory,
  storeMemory,
  withoutMemory,
  type UndoCell,
  type UndoRecord,
} from './undo-record';
import { withCells } from './with-values';

type FlagPlan = FlagPlanOf<Fill>;

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

function cellChanges({ writes, reading, standing }: Findings): readonly CellChange[] {
  return reading.snapshot.sheets.flatMap((sheet) => {
    const own = writes.get(sheet.id) ?? [];
    const { fills: mayFormat } = marksPermitted(sheet, standing);
    return own.map((write) => {
      const isText = sheet.formats[write.cell.row]?.[write.cell.column] === '@';
      return brokenIntoLines({ ...write, sheet: sheet.name, isText }, standing, mayFormat);
    });
  });
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
  const scores = standingScores(base, reading.snapshot.ledger, locked);
  const ledger = standingLedger(
    { ...base, scores, flags: flagsLeft(findings, flags, base) },
    {
      isKept: keptAmong(flags.marks, findings.flags.moved),
      nameOf: ({ role, name }) =>
        pages.missing.has(role) ? null : (pages.renamed.get(name) ?? name),
    },
  );
  const present = reading.snapshot.ledger;
  const next = withMarks(ledger, flags.marks, readPlainFills(present));
  const isDone = flags.fills.length + flags.notes.length + pages.pages.length === 0;
  const stands = isDone && findings.writes.size === 0 && pages.removed.length === 0;
  return stands && sameData(withoutMemory(next), withoutMemory(present)) ? undefined : next;
}

function undoCell(
  { sheet: name, cell, value, formula, wraps }: CellChange,
  sheet: SheetSnapshot | undefined,
): UndoCell {
  const record = { sheet: name, cell: cellName(cell), wrote: value, before: cellAt(sheet, cell) };
  const had = formulaAt(sheet, cell);
  return {
    ...record,
    ...(formula === undefined ? {} : { formula }),
    ...(had === null ? {} : { had }),
    ...(wraps ? { wrapped: true } : {}),
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
      const after = withCells(sheet, writes.get(sheet.id) ?? []);
      const layout = known.find((one) => one.sheet === sheet.name);
      return layout ? layoutOf(after, layout.nameColumn, layout.header) : layoutOfAny(after);
    });
}

/** What the flags of a patch mean, for a host that tells fills by their colours. */
function flagsOf({ flags, reading, standing, threads, abilities }: Findings): FlagPlan {
  const { snapshot } = reading;
  return planFlags({
    flags: flags.flags,
    marks: standingMarks(snapshot),
    fills: standing.fills,
    notes: standing.notes,
    threads,
    terms: colourFills(readPlainFills(snapshot.ledger)),
    may: (sheet) => ({ ...marksPermitted(sheet, standing), refusal: 'mark-protected' }),
    under: () => [],
    hasNotes: abilities.notes,
  });
}

/** What takes the change back. */
function undoOf(
  findings: Findings,
  cells: readonly CellChange[],
  { fills, notes }: FlagPlan,
  pages: PagePlan,
): UndoRecord {
  const { snapshot } = findings.reading;
  const before = snapshot.ledger;
  const sheets = sheetsByName(snapshot);
  return {
    version: 1,
    cells: cells.map((change) => undoCell(change, sheets.get(change.sheet))),
    fills: fills.map(undoStep),
    notes: notes.map(undoStep),
    pages: pages.undo,
    ledger: before?.recognised?.withoutLedger ? null : before,
    layouts: layoutsOf(findings, [...cells, ...fills, ...notes]),
  };
}

const undoStep = <T>({ sheet, cell, before, after }: Step<T>) => ({
  ...{ sheet, cell: cellName(cell), wrote: after, before },
});

/** Our sheets as they stand once the change is made. */
function pagesAfter(findings: Findings, { written, removed }: PagePlan): readonly SheetWrite[] {
  const roles = new Set(written.map(({ role }) => role));
  const gone = new Set(removed);
  const known = [...findings.pages, ...readMemory(findings.reading.snapshot.ledger).pages];
  const remembered = known.filter(
    ({ role, name }, index) =>
      !roles.has(role) && !gone.has(name) && known.findIndex((one) => one.role === role) === index,
  );
  return [...remembered, ...written];
}

/**
 * Decides everything a patch means for this workbook, and what would take it back.
 * @throws Failure `sheet-protected`
 */
export function planChange(findings: Findings): Planned {
  const { patch, reading, standing } = findings;
  const { snapshot } = reading;
  const { cells, degradations: locked } = writableCells(cellChanges(findings), snapshot, standing);
  const flags = flagsOf(findings);
  checkCleared(findings, flags);
  const pages = planPages(findings);
  const ledger = nextLedger(findings, flags, pages, locked);
  const undo = undoOf(findings, cells, flags, pages);
  const last = remembersOnly(patch) ? readMemory(snapshot.ledger).undo : undo;
  const after = pagesAfter(findings, pages);
  const next = ledger && {
    ...ledger,
    host: { ...ledger.host, excel: storeMemory({ undo: last, pages: after }) },
  };
  return {
    change: {
      cells,
      fills: flags.fills.map(({ sheet, cell, after: fill }) => ({ sheet, cell, fill })),
      notes: flags.notes.map(({ sheet, cell, before, after: text }) => ({
        ...{ sheet, cell, text, exists: before !== null },
      })),
      pages: pages.pages,
      removed: pages.removed,
      ledger: next,
      meanwhile: next ? ledgerWhileWriting(snapshot, next) : undefined,
      renamed: pages.renamed,
    },
    undo,
    degradations: [...locked, ...flags.degradations, ...pages.degradations, ...leftAlone(patch)],
    cellsWritten: cells.length,
    flagsSet: flags.set,
    flagsCleared: flags.cleared,
    sheetsWritten: pages.written.map(({ name }) => name),
    pages: after,
  };
}
