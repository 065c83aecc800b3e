import { Failure } from '../../model/failure';
import type { Ledger } from '../../model/ledger';
import type { SheetWrite } from '../../model/patch';
import type { StandingBook } from '../../changes/standing';
import type { UndoRecord } from '../../changes/undo-record';
import type { OwnWrites } from '../own-writes';
import type { EtApplication, EtWorkbook } from './object-model';
import type { KnownMerges } from './read-merges';
import { readWorkbook } from './read-workbook';
import { activeWorkbook } from './workbook-sheets';
import type { StraySheets } from './stray-sheets';
import type { Switches } from './switches';

export type MergesBySheet = ReadonlyMap<string, KnownMerges>;

/** What this session knows of one workbook. */
export interface Session {
  readonly history: UndoRecord[];
  pages: readonly SheetWrite[];
  merges: MergesBySheet;
  /** The ledger, where the workbook has no place that keeps one; null: it keeps its own. */
  unkept: Ledger | null;
}

/** All that the host remembers between two calls. */
export interface Desk {
  readonly application: EtApplication;
  readonly ownWrites: OwnWrites;
  readonly switches: Switches;
  readonly strays: StraySheets;
  /** By the full name of the workbook. */
  readonly sessions: Map<string, Session>;
  /** The workbook last read: a plan is for that one, whichever is in front by now. */
  read: string | null;
}

export const isOther = ({ read }: Desk, book: EtWorkbook): boolean =>
  read !== null && book.FullName !== read;

/**
 * For what is about the workbook last read, but has no revision to tell it by.
 * @throws Failure `no-workbook`, `other-workbook`
 */
export function workbookMeant(desk: Desk): EtWorkbook {
  const book = activeWorkbook(desk.application);
  if (!isOther(desk, book)) return book;
  throw new Failure('other-workbook', { workbook: (desk.read ?? '').replace(/^.*[\\/]/, '') });
}

export function sessionOf({ sessions }: Desk, book: EtWorkbook): Session {
  const name = book.FullName;
  const known = sessions.get(name);
  if (known) return known;
  const made: Session = { history: [], pages: [], merges: new Map(), unkept: null };
  sessions.set(name, made);
  return made;
}

export const mergesOf = ({ snapshot }: StandingBook, isSure: boolean): MergesBySheet =>
  new Map(snapshot.sheets.map(({ name, merges }) => [name, { merges, isSure }]));

/** Everything anew, but for the merges that are known and still stand. */
export function readBook(desk: Desk, book: EtWorkbook, known: MergesBySheet): StandingBook {
  desk.read = book.FullName;
  const session = sessionOf(desk, book);
  const reading = readWorkbook(desk.application, book, known, session.unkept);
  session.merges = mergesOf(reading, false);
  return reading;
}

/**
 * 另存为 gives the workbook in front another name: what is known of it goes with it, so that it can
 * still be taken back. WPS tells the name before and the name after by two events.
 */
export function followSaves(desk: Desk): void {
  const events = desk.application.ApiEvent;
  if (!events) return;
  let before: string | null = null;
  events.AddApiEventListener('WorkbookBeforeSave', (book) => {
    before = fullNameOf(book);
  });
  events.AddApiEventListener('WorkbookAfterSave', (book) => {
    const now = fullNameOf(book);
    if (before !== null && now !== null && before !== now) rename(desk, before, now);
    before = null;
  });
}

function rename(desk: Desk, before: string, now: string): void {
  const session = desk.sessions.get(before);
  desk.sessions.delete(before);
  // Whatever had that name was written over.
  if (session) desk.sessions.set(now, session);
  else desk.sessions.delete(now);
  if (desk.read === before) desk.read = now;
}

function fullNameOf(book: unknown): string | null {
  const name = (book as { readonly FullName?: unknown } | null | undefined)?.FullName;
  return typeof name === 'string' ? name : null;
}
