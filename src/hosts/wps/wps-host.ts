import { bySheet } from '../../model/address';
import { Failure } from '../../model/failure';
import { cellName, type CellRef } from '../../model/grid';
import { remembersOnly, type Degradation, type Patch, type PatchReport } from '../../model/patch';
import { checkPatch } from '../../changes/check-patch';
import { cellsAstray, withoutCells } from '../../changes/cells-not-kept';
import { isNoChange } from '../../changes/change';
import { cellsToAsk, wantedFlags } from '../../changes/flag-edits';
import { readMarks } from '../../changes/fill-memory';
import { createOwnWrites } from '../own-writes';
import { cellsOfLongTexts } from '../../changes/long-texts';
import { planChange, type Planned } from '../../changes/plan-change';
import type { StandingBook } from '../../changes/standing';
import { readMemory } from '../../changes/undo-record';
import type { ApplyHooks, HostPort, UndoHooks } from '../port';
import { cellsToUnlock } from '../../changes/protection';
import { askProtection } from './ask-protection';
import { askOneLine, askStanding } from './ask-standing';
import { listenForEdits } from './edit-events';
import { hasBegun, removeBegun } from './ledger-place';
import type { EtApplication, EtWorkbook } from './object-model';
import { performOrTakeBack, refusal, sheetNamed, takeBack } from './perform';
import type { KnownMerges } from './read-merges';
import {
  followSaves,
  isOther,
  mergesOf,
  readBook,
  sessionOf,
  workbookMeant,
  type Desk,
  type MergesBySheet,
} from './sessions';
import { removeStrays } from './stray-sheets';
import { createSwitches } from './switches';
import { activeWorkbook, sheetsOf } from './workbook-sheets';
import { checkCovered } from './write-cells';

export interface WpsHostOptions {
  /** Milliseconds since whenever; for the echo of our own writes. */
  readonly now?: () => number;
}

export interface WpsHost extends HostPort {
  select(sheet: string, cell: CellRef): Promise<void>;
  /** Whether the workbook last read is the one in front; false before any was read. */
  readonly isInFront: () => boolean;
  /** Takes back the last `apply`, of this session or the one remembered in the workbook. */
  undo(hooks?: UndoHooks): Promise<boolean>;
}

/** Writes that can be taken back one after the other. */
const MOST_HISTORY = 20;
const ABILITIES = { notes: true };
const NONE_KNOWN: MergesBySheet = new Map();

/**
 * The workbook in front in WPS 表格 as a host. The object model is synchronous: a read or a write is
 * one stretch without a pause, so that nobody's edit comes in between.
 * @throws Failure on reading and writing: `no-workbook`, `wps-refused`, `sheet-too-large`; on taking
 *   back and showing also `other-workbook`, where the one last read is not in front any more; on
 *   writing also what `checkPatch` throws, `sheet-protected`, `cancelled`, `wps-not-kept`, and
 *   `wps-partly-written` where a write came to a halt and could not be taken back.
 */
export function createWpsHost(application: EtApplication, options: WpsHostOptions = {}): WpsHost {
  const desk: Desk = {
    application,
    ownWrites: createOwnWrites(options.now ?? Date.now),
    switches: createSwitches(application),
    strays: new Map(),
    sessions: new Map(),
    read: null,
  };
  followSaves(desk);
  return {
    capabilities: {
      notes: true,
      editEvents: application.ApiEvent !== undefined,
      merges: true,
    },
    read: () => alone(desk, () => readBook(desk, activeWorkbook(application), NONE_KNOWN).snapshot),
    apply: (patch, hooks = {}) => alone(desk, () => apply(desk, patch, hooks)),
    undo: (hooks = {}) => alone(desk, () => undo(desk, hooks)),
    onEdit: (callback) => listenForEdits(application, desk.ownWrites, callback),
    select: (sheet, cell) => alone(desk, () => select(workbookMeant(desk), sheet, cell)),
    isInFront: () => desk.read !== null && desk.read === application.ActiveWorkbook?.FullName,
  };
}

/** One synchronous stretch; what WPS throws comes out as a failure with words. */
function alone<T>(desk: Desk, work: () => T): Promise<T> {
  return new Promise((resolve, reject) => {
    tidyUp(desk);
    try {
      resolve(work());
    } catch (reason) {
      reject(refusal(reason));
    } finally {
      desk.switches.restore();
    }
  });
}

/** What a write had to leave behind, as far as WPS takes it away now. */
function tidyUp({ switches, strays }: Desk): void {
  switches.restore();
  try {
    removeStrays(strays, switches);
  } catch {
    // Tried again at the next call.
  }
}

/** @throws Failure `stale-snapshot`, `cancelled`, and whatever `checkPatch` and `planChange` find */
function planFor(desk: Desk, book: EtWorkbook, reading: StandingBook, patch: Patch): Planned {
  const { snapshot } = reading;
  if (snapshot.revision !== patch.revision) throw new Failure('stale-snapshot');
  const writes = checkPatch(patch, snapshot, () => []);
  const flags = wantedFlags(patch.flags, snapshot.sheets);
  const asked = cellsToAsk(flags, readMarks(snapshot.ledger));
  const plan = planChange({
    patch,
    reading,
    writes,
    flags,
    standing: {
      ...askStanding(sheetNamed(book), asked),
      protection: askProtection(sheetNamed(book), snapshot.sheets, cellsToUnlock(patch, snapshot)),
      oneLine: askOneLine(sheetNamed(book), cellsOfLongTexts(patch, snapshot)),
    },
    threads: new Set(),
    pages: sessionOf(desk, book).pages,
    abilities: ABILITIES,
  });
  for (const [name, own] of bySheet(plan.change.cells)) {
    checkCovered(name, sheetNamed(book)(name), own);
  }
  return plan;
}

function apply(desk: Desk, patch: Patch, hooks: ApplyHooks): PatchReport {
  const book = activeWorkbook(desk.application);
  if (isOther(desk, book)) throw new Failure('stale-snapshot');
  const session = sessionOf(desk, book);
  const reading = readBook(desk, book, session.merges);
  const { snapshot } = reading;
  const plan = planFor(desk, book, reading, patch);
  if (hooks.cancelled?.()) throw new Failure('cancelled');
  if (isNoChange(plan.change)) {
    removeLeft(desk, book);
    return reportOf(plan, [], snapshot.revision);
  }
  hooks.onProgress?.(0, 1);
  const degradations = performOrTakeBack(desk, book, reading, plan);
  hooks.onProgress?.(1, 1);
  const after = readAfter(desk, book, reading, plan);
  const astray = after ? cellsAstray(plan.change.cells, snapshot, after.snapshot) : [];
  const done = withoutCells(plan, astray, true);
  session.pages = done.pages;
  if (!remembersOnly(patch)) session.history.push(done.undo);
  if (session.history.length > MOST_HISTORY) session.history.shift();
  return reportOf(done, degradations, (after ?? reading).snapshot.revision);
}

/** A sheet begun for a ledger goes although there is nothing to write, as far as WPS takes it away. */
function removeLeft({ switches }: Desk, book: EtWorkbook): void {
  if (!hasBegun(book)) return;
  try {
    switches.turnOff();
    removeBegun(book);
  } catch {
    // It is blank and goes at the next write.
  } finally {
    switches.restore();
  }
}

/** All is written: a refusal now is none of the write. Null: the revision before, stale by now, does. */
function readAfter(
  desk: Desk,
  book: EtWorkbook,
  reading: StandingBook,
  { change }: Planned,
): StandingBook | null {
  const pages = change.pages.map(({ name, write: { merges } }): [string, KnownMerges] => [
    name,
    { merges, isSure: false },
  ]);
  const known = new Map([...mergesOf(reading, true), ...pages]);
  try {
    return twice(() => readBook(desk, book, known));
  } catch {
    return null;
  }
}

function undo(desk: Desk, { onLeft }: UndoHooks): boolean {
  const book = workbookMeant(desk);
  const session = sessionOf(desk, book);
  const last = session.history.at(-1);
  const record = last ?? readMemory(readBook(desk, book, session.merges).snapshot.ledger).undo;
  if (!record) return false;
  const left = takeBack(desk, book, () => record);
  if (last) session.history.pop();
  session.pages = [];
  if (left.length > 0) onLeft?.(left);
  return true;
}

/** @throws Failure `sheet-gone` */
function select(book: EtWorkbook, name: string, cell: CellRef): void {
  const sheet = sheetsOf(book).find((one) => one.Name === name);
  if (!sheet) throw new Failure('sheet-gone', { sheet: name });
  sheet.Activate();
  sheet.Range(cellName(cell)).Select();
}

function twice<T>(work: () => T): T {
  try {
    return work();
  } catch {
    return work();
  }
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
