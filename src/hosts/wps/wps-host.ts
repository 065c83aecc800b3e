import { Failure, isFailure } from '../../model/failure';
import { cellName, type CellRef } from '../../model/grid';
import {
  remembersOnly,
  type Degradation,
  type Patch,
  type PatchReport,
  type SheetWrite,
} from '../../model/patch';
import { checkPatch } from '../../changes/check-patch';
import { bySheet } from '../cell-runs';
import { cellsAstray, withoutCells } from '../../changes/cells-not-kept';
import { isNoChange, ledgersOf, type Change } from '../../changes/change';
import { cellsToAsk, wantedFlags } from '../../changes/flag-edits';
import { readMarks } from '../../changes/fill-memory';
import { createOwnWrites } from '../own-writes';
import { planChange, type Planned } from '../../changes/plan-change';
import { asItStands, cellsOfRecord, planUndo } from '../../changes/plan-undo';
import type { StandingBook } from '../../changes/standing';
import { readMemory, type UndoRecord } from '../../changes/undo-record';
import type { ApplyHooks, HostPort, UndoHooks } from '../port';
import { askStanding } from './ask-standing';
import { listenForEdits } from './edit-events';
import { canKeepLedger, writeLedger } from './ledger-place';
import type { EtApplication, EtSheet, EtWorkbook } from './object-model';
import type { KnownMerges } from './read-merges';
import { activeWorkbook, readWorkbook, sheetsOf } from './read-workbook';
import { removeStrays, type StraySheets } from './stray-sheets';
import { createSwitches } from './switches';
import { checkCells, checkCovered, writeCells, writeFills, writeNotes } from './write-cells';
import { writePage } from './write-pages';

export interface WpsHostOptions {
  /** Milliseconds since whenever; for the echo of our own writes. */
  readonly now?: () => number;
}

export interface WpsHost extends HostPort {
  select(sheet: string, cell: CellRef): Promise<void>;
  /** Takes back the last `apply`, of this session or the one remembered in the workbook. */
  undo(hooks?: UndoHooks): Promise<boolean>;
}

/** Writes that can be taken back one after the other. */
const MOST_HISTORY = 20;
const ABILITIES = { notes: true };

type MergesBySheet = ReadonlyMap<string, KnownMerges>;

const NONE_KNOWN: MergesBySheet = new Map();
const mergesOf = ({ snapshot }: StandingBook, isSure: boolean): MergesBySheet =>
  new Map(snapshot.sheets.map(({ name, merges }) => [name, { merges, isSure }]));

/** What this session knows of one workbook. */
interface Session {
  readonly history: UndoRecord[];
  pages: readonly SheetWrite[];
  merges: MergesBySheet;
}

/**
 * The workbook in front in WPS 表格 as a host. The object model is synchronous: a read or a write is
 * one stretch without a pause, so that nobody's edit comes in between.
 * @throws Failure on reading and writing: `no-workbook`, `wps-refused`, `sheet-too-large`; on taking
 *   back and showing also `other-workbook`, where the one last read is not in front any more; on
 *   writing also what `checkPatch` throws, `sheet-protected`, `cancelled`, `wps-not-kept`, and
 *   `wps-partly-written` where a write came to a halt and could not be taken back.
 */
export function createWpsHost(application: EtApplication, options: WpsHostOptions = {}): WpsHost {
  const ownWrites = createOwnWrites(options.now ?? Date.now);
  const switches = createSwitches(application);
  const strays: StraySheets = new Map();
  const sessions = new Map<string, Session>();
  /** The workbook last read: a plan is for that one, whichever is in front by now. */
  let read: string | null = null;

  const isOther = (book: EtWorkbook): boolean => read !== null && book.FullName !== read;

  /** For what is about the workbook last read, but has no revision to tell it by. */
  const workbookMeant = (): EtWorkbook => {
    const book = activeWorkbook(application);
    if (!isOther(book)) return book;
    throw new Failure('other-workbook', { workbook: (read ?? '').replace(/^.*[\\/]/, '') });
  };

  const sessionOf = (book: EtWorkbook): Session => {
    const name = book.FullName;
    const known = sessions.get(name);
    if (known) return known;
    const made: Session = { history: [], pages: [], merges: new Map() };
    sessions.set(name, made);
    return made;
  };

  /** Everything anew, but for the merges that are known and still stand. */
  const readBook = (book: EtWorkbook, known: MergesBySheet): StandingBook => {
    read = book.FullName;
    const reading = readWorkbook(application, book, known);
    sessionOf(book).merges = mergesOf(reading, false);
    return reading;
  };

  /** What a write had to leave behind, as far as WPS takes it away now. */
  const tidyUp = (): void => {
    switches.restore();
    try {
      removeStrays(strays, switches);
    } catch {
      // Tried again at the next call.
    }
  };

  /** One synchronous stretch; what WPS throws comes out as a failure with words. */
  const alone = <T>(work: () => T): Promise<T> =>
    new Promise((resolve, reject) => {
      tidyUp();
      try {
        resolve(work());
      } catch (reason) {
        reject(asFailure(reason));
      } finally {
        switches.restore();
      }
    });

  const sheetNamed =
    (book: EtWorkbook) =>
    (name: string): EtSheet =>
      book.Worksheets.Item(name);

  const perform = (book: EtWorkbook, change: Change): readonly Degradation[] => {
    const sheet = sheetNamed(book);
    const degradations: Degradation[] = [];
    const { first, last } = ledgersOf(change);
    if (change.ledger && !canKeepLedger(book)) {
      throw new Failure('wps-refused', { reason: 'CustomXMLParts' });
    }
    if (first !== undefined) writeLedger(book, first);
    for (const [name, own] of bySheet(change.cells)) writeCells(sheet(name), own);
    for (const [name, own] of bySheet(change.fills)) writeFills(sheet(name), own);
    for (const [name, own] of bySheet(change.notes)) writeNotes(sheet(name), own);
    const front = book.ActiveSheet;
    for (const page of change.pages) {
      if (!writePage(application, book, page, change.renamed, strays)) {
        degradations.push({ kind: 'chart-unsupported', sheet: page.name, cell: null });
      }
    }
    for (const name of change.removed) sheet(name).Delete();
    if (last !== undefined) writeLedger(book, last);
    if (change.pages.length > 0 && !change.removed.includes(front.Name)) front.Activate();
    for (const [name, own] of bySheet(change.cells)) checkCells(name, sheet(name), own);
    return degradations;
  };

  /** No painting, no events and no questions meanwhile; all as it was afterwards, come what may. */
  const quietly = <T>(reading: StandingBook, change: Change, work: () => T): T => {
    const close = ownWrites.open(
      cellsTouched(change),
      new Set(reading.snapshot.sheets.map(({ id }) => id)),
    );
    try {
      switches.turnOff();
      return work();
    } finally {
      switches.restore();
      close();
    }
  };

  const takeBack = (
    book: EtWorkbook,
    recordOf: (reading: StandingBook) => UndoRecord,
  ): readonly Degradation[] => {
    const session = sessionOf(book);
    const reading = readBook(book, session.merges);
    const record = recordOf(reading);
    const standing = askStanding(sheetNamed(book), cellsOfRecord(record, reading));
    const { change, degradations } = planUndo(record, reading, standing, session.pages);
    if (!isNoChange(change)) quietly(reading, change, () => perform(book, change));
    return degradations;
  };

  const performOrTakeBack = (
    book: EtWorkbook,
    reading: StandingBook,
    planned: Planned,
    // Known before anything is written: a WPS that refuses everything does not even say its name.
    { history }: Session,
  ): readonly Degradation[] => {
    try {
      return quietly(reading, planned.change, () => perform(book, planned.change));
    } catch (reason) {
      const record = { ...planned.undo, halted: true as const };
      try {
        takeBack(book, (standing) => asItStands(record, standing));
        removeStrays(strays, switches);
      } catch (again) {
        history.push(record);
        throw new Failure(
          'wps-partly-written',
          { reason: asFailure(again).message },
          { cause: reason },
        );
      }
      throw reason;
    }
  };

  /** All is written: a refusal now is none of the write. Null: the revision before, stale by now, does. */
  const readAfter = (
    book: EtWorkbook,
    reading: StandingBook,
    { change }: Planned,
  ): StandingBook | null => {
    const pages = change.pages.map(({ name, write: { merges } }): [string, KnownMerges] => [
      name,
      { merges, isSure: false },
    ]);
    const known = new Map([...mergesOf(reading, true), ...pages]);
    try {
      return twice(() => readBook(book, known));
    } catch {
      return null;
    }
  };

  const apply = (patch: Patch, hooks: ApplyHooks): PatchReport => {
    const book = activeWorkbook(application);
    if (isOther(book)) throw new Failure('stale-snapshot');
    const session = sessionOf(book);
    const reading = readBook(book, session.merges);
    const { snapshot } = reading;
    if (snapshot.revision !== patch.revision) throw new Failure('stale-snapshot');
    const writes = checkPatch(patch, snapshot, () => []);
    const flags = wantedFlags(patch.flags, snapshot.sheets);
    const asked = cellsToAsk(flags, readMarks(snapshot.ledger));
    const planned = planChange({
      patch,
      reading,
      writes,
      flags,
      standing: askStanding(sheetNamed(book), asked),
      threads: new Set(),
      pages: session.pages,
      abilities: ABILITIES,
    });
    for (const [name, own] of bySheet(planned.change.cells)) {
      checkCovered(name, sheetNamed(book)(name), own);
    }
    if (hooks.cancelled?.()) throw new Failure('cancelled');
    if (isNoChange(planned.change)) return reportOf(planned, [], snapshot.revision);
    hooks.onProgress?.(0, 1);
    const degradations = performOrTakeBack(book, reading, planned, session);
    hooks.onProgress?.(1, 1);
    const after = readAfter(book, reading, planned);
    const astray = after ? cellsAstray(planned.change.cells, snapshot, after.snapshot) : [];
    const done = withoutCells(planned, astray, true);
    session.pages = done.pages;
    if (!remembersOnly(patch)) session.history.push(done.undo);
    if (session.history.length > MOST_HISTORY) session.history.shift();
    return reportOf(done, degradations, (after ?? reading).snapshot.revision);
  };

  const undo = ({ onLeft }: UndoHooks): boolean => {
    const book = workbookMeant();
    const session = sessionOf(book);
    const last = session.history.at(-1);
    const record = last ?? readMemory(readBook(book, session.merges).snapshot.ledger).undo;
    if (!record) return false;
    const left = takeBack(book, () => record);
    if (last) session.history.pop();
    session.pages = [];
    if (left.length > 0) onLeft?.(left);
    return true;
  };

  return {
    capabilities: {
      notes: true,
      editEvents: application.ApiEvent !== undefined,
      merges: true,
    },
    read: () => alone(() => readBook(activeWorkbook(application), NONE_KNOWN).snapshot),
    apply: (patch, hooks = {}) => alone(() => apply(patch, hooks)),
    undo: (hooks = {}) => alone(() => undo(hooks)),
    onEdit: (callback) => listenForEdits(application, ownWrites, callback),
    select: (name, cell) =>
      alone(() => {
        const sheet = sheetsOf(workbookMeant()).find((one) => one.Name === name);
        if (!sheet) throw new Failure('sheet-gone', { sheet: name });
        sheet.Activate();
        sheet.Range(cellName(cell)).Select();
      }),
  };
}

function twice<T>(work: () => T): T {
  try {
    return work();
  } catch {
    return work();
  }
}

/** Cells by sheet (whose id is its name); null: the whole sheet. */
function cellsTouched(change: Change): ReadonlyMap<string, readonly CellRef[] | null> {
  const touched = new Map<string, CellRef[] | null>();
  for (const { sheet, cell } of change.cells) {
    const list = touched.get(sheet);
    if (list) list.push(cell);
    else touched.set(sheet, [cell]);
  }
  for (const { name } of change.pages) touched.set(name, null);
  for (const name of change.removed) touched.set(name, null);
  return touched;
}

function asFailure(reason: unknown): Failure {
  if (isFailure(reason)) return reason;
  const text = reason instanceof Error ? reason.message : String(reason);
  return new Failure('wps-refused', { reason: text }, { cause: reason });
}

function reportOf(planned: Planned, more: readonly Degradation[], revision: string): PatchReport {
  return {
    cellsWritten: planned.cellsWritten,
    flagsSet: planned.flagsSet,
    flagsCleared: planned.flagsCleared,
    sheetsWritten: planned.sheetsWritten,
    degradations: [...planned.degradations, ...more],
    revision,
  };
}
