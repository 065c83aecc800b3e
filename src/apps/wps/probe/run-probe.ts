import type { HostPort } from '../../../hosts/port';
import { BOOK_CASES } from './book-cases';
import { CELL_CASES } from './cell-cases';
import { HOST_CASES } from './host-cases';
import { PAGE_CASES } from './page-cases';
import { reasonOf, type Bench, type ProbeCase, type ProbeId, type Seen } from './probe-case';
import type { ProbeApplication, ProbeBook, ProbeSheet } from './probe-model';

export const PROBE_CASES: readonly ProbeCase[] = [
  ...PAGE_CASES,
  ...CELL_CASES,
  ...BOOK_CASES,
  ...HOST_CASES,
];

export interface ProbeOptions {
  readonly application: ProbeApplication;
  readonly createHost: () => HostPort;
  readonly userAgent: string;
  readonly secure: boolean;
  readonly topPressed: boolean;
  readonly version: string;
  readonly now: () => number;
  readonly wait: (milliseconds: number) => Promise<void>;
  readonly onProgress?: (done: number, total: number) => void;
}

export interface CaseResult {
  readonly id: ProbeId;
  /** Null: nothing to hold, or the case could not be run. */
  readonly held: boolean | null;
  readonly seen: Seen;
  readonly error: string | null;
  readonly milliseconds: number;
}

export interface ProbeReport {
  readonly format: 'jixiao-wps-probe-1';
  readonly version: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly userAgent: string;
  /** The scratch workbook: why there is none, and whether all is as it was. */
  readonly scratch: {
    readonly refused: string | null;
    readonly closed: boolean | null;
    readonly booksBefore: number | null;
    readonly booksAfter: number | null;
  };
  readonly cases: readonly CaseResult[];
}

/**
 * Asks this WPS every question. What writes, writes into a new workbook that is closed without
 * saving; where WPS does not give a new one, nothing is written anywhere.
 */
export async function runProbe(options: ProbeOptions): Promise<ProbeReport> {
  const { application, now } = options;
  const at = now();
  const heard = listen(application);
  const booksBefore = countOf(application);
  const { book, refused } = scratchBook(application, booksBefore);
  const home = book?.Worksheets.Item(1).Name ?? '';
  const cases: CaseResult[] = [];
  let closed: boolean | null = null;
  const alerts = application.DisplayAlerts;
  try {
    // A question nobody answers would stop everything.
    application.DisplayAlerts = false;
    for (const one of PROBE_CASES) {
      cases.push(await runCase(one, book, options, heard.count));
      if (book) tidy(book, home);
      options.onProgress?.(cases.length, PROBE_CASES.length);
      await options.wait(0);
    }
  } finally {
    heard.stop();
    if (book) closed = close(book);
    application.DisplayAlerts = alerts;
  }
  return {
    format: 'jixiao-wps-probe-1',
    version: options.version,
    at,
    userAgent: options.userAgent,
    scratch: { refused, closed, booksBefore, booksAfter: countOf(application) },
    cases,
  };
}

async function runCase(
  { id, book: needsBook, run }: ProbeCase,
  book: ProbeBook | null,
  options: ProbeOptions,
  heard: Bench['heard'],
): Promise<CaseResult> {
  const { application, now, wait, userAgent, secure, topPressed } = options;
  const started = now();
  const ended = (part: Pick<CaseResult, 'held' | 'seen' | 'error'>): CaseResult => ({
    id,
    ...part,
    milliseconds: Math.round(now() - started),
  });
  let sheet: ProbeSheet | null = null;
  try {
    if (needsBook && book) {
      inFront(application, book);
      sheet = book.Worksheets.Add();
    }
    const bench: Bench = {
      application,
      get book() {
        return present(book);
      },
      get sheet() {
        return present(sheet);
      },
      userAgent,
      secure,
      topPressed,
      heard,
      host: options.createHost,
      now,
      wait,
    };
    return ended({ ...(await run(bench)), error: null });
  } catch (reason) {
    return ended({ held: null, seen: null, error: reasonOf(reason) });
  }
}

/** `Undo` and the adapter work on the workbook in front: that must be ours, or nothing is done. */
function inFront({ ActiveWorkbook: active }: ProbeApplication, book: ProbeBook): void {
  if (active?.FullName !== book.FullName) throw new Error('scratch workbook not in front');
}

function present<T>(given: T | null): T {
  if (given === null) throw new Error('no scratch workbook');
  return given;
}

function countOf(application: ProbeApplication): number | null {
  try {
    return application.Workbooks.Count;
  } catch {
    return null;
  }
}

/** A workbook that was not there before and is not on any disk; else none is touched. */
function scratchBook(
  application: ProbeApplication,
  before: number | null,
): { readonly book: ProbeBook | null; readonly refused: string | null } {
  try {
    const book = application.Workbooks.Add();
    const isNew = before !== null && application.Workbooks.Count === before + 1 && book.Path === '';
    return isNew ? { book, refused: null } : { book: null, refused: 'not a new workbook' };
  } catch (reason) {
    return { book: null, refused: reasonOf(reason) };
  }
}

/** Takes away what a case left: every sheet but the one the workbook came with. */
function tidy(book: ProbeBook, home: string): void {
  try {
    for (let index = book.Worksheets.Count; index >= 1; index -= 1) {
      const sheet = book.Worksheets.Item(index);
      if (sheet.Name !== home) sheet.Delete();
    }
  } catch {
    // It goes with the workbook.
  }
}

function close(book: ProbeBook): boolean {
  try {
    book.Saved = true;
    book.Close(false);
    return true;
  } catch {
    return false;
  }
}

function listen(application: ProbeApplication): {
  readonly count: Bench['heard'];
  readonly stop: () => void;
} {
  const counts = new Map<string, number>();
  const listeners = ['WorkbookActivate', 'NewWorkbook'].map((name) => {
    const listener = (): void => void counts.set(name, (counts.get(name) ?? 0) + 1);
    application.ApiEvent?.AddApiEventListener(name, listener);
    return [name, listener] as const;
  });
  return {
    count: (name) => counts.get(name) ?? 0,
    stop: () => {
      for (const [name, listener] of listeners) {
        application.ApiEvent?.RemoveApiEventListener?.(name, listener);
      }
    },
  };
}
