import type { HostPort } from '../../hosts/port';
import { asFailure, type Failure } from '../../model/failure';

/** What went wrong lately, without a word of what is in the workbook. */
export interface ErrorLog {
  readonly note: (when: number, failure: Failure) => void;
  readonly list: () => readonly NotedError[];
}

export interface NotedError {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly code: string;
  /** The program's own code, such as `AccessDenied`; null where it gave none. */
  readonly cause: string | null;
}

const MOST_ERRORS = 10;

const codeIn = (cause: unknown): string | null => {
  const code: unknown =
    typeof cause === 'object' && cause !== null && 'code' in cause ? cause.code : null;
  return typeof code === 'string' ? code : null;
};

export function createErrorLog(): ErrorLog {
  let errors: readonly NotedError[] = [];
  return {
    note: (at, { code, cause }) => {
      errors = [...errors, { at, code, cause: codeIn(cause) }].slice(-MOST_ERRORS);
    },
    list: () => errors,
  };
}

/** The host with what it refuses written down. */
export function noting<Host extends HostPort>(host: Host, log: ErrorLog, now: () => number): Host {
  const noted = async <T>(work: Promise<T>): Promise<T> => {
    try {
      return await work;
    } catch (reason) {
      log.note(now(), asFailure(reason));
      throw reason;
    }
  };
  return {
    ...host,
    read: () => noted(host.read()),
    apply: (patch, hooks) => noted(host.apply(patch, hooks)),
    ...(host.undo ? { undo: (hooks) => noted(Promise.resolve(host.undo?.(hooks) ?? false)) } : {}),
  };
}

const SETS = [
  ['ExcelApi', 21],
  ['ExcelApiDesktop', 4],
  ['SharedRuntime', 2],
  ['CustomFunctionsRuntime', 5],
  ['KeyboardShortcuts', 1],
] as const;

/** What there is to know of the program, as Office tells it. */
export interface ProgramFacts {
  readonly version: string;
  readonly userAgent: string;
  /** Host, platform and build. */
  readonly office: { readonly host: string; readonly platform: string; readonly version: string };
  readonly isSetSupported: (set: string, version: string) => boolean;
  readonly officeJs: string;
}

/** Of each requirement set the newest version there is; null: none. */
export const newestSets = (
  isSetSupported: ProgramFacts['isSetSupported'],
): Readonly<Record<string, string | null>> =>
  Object.fromEntries(
    SETS.map(([set, most]) => {
      const minors = Array.from({ length: most }, (_, index) => `1.${String(most - index)}`);
      return [set, minors.find((version) => isSetSupported(set, version)) ?? null];
    }),
  );

/** JSON to be sent to whoever looks after the add-in: no name, text or figure of the workbook. */
export const diagnosticsText = (
  { isSetSupported, ...facts }: ProgramFacts,
  errors: readonly NotedError[],
): string =>
  `${JSON.stringify(
    { format: 'jixiao-diagnostics-1', ...facts, sets: newestSets(isSetSupported), errors },
    null,
    1,
  )}\n`;
