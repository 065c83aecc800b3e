import type { Language } from '../../texts/catalogue';

/** Where text goes: `process.stdout` fits, and so does an array in a test. */
export interface Sink {
  readonly isTTY: boolean;
  write(text: string): void;
  /** Until what was written has been taken by whoever reads; absent where nothing waits. */
  drained?(): Promise<void>;
}

/** All a command may know of the process it runs in. */
export interface Io {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdout: Sink;
  readonly stderr: Sink;
  /** Where a progress bar may be drawn; null without a terminal. */
  readonly terminal: NodeJS.WritableStream | null;
  /** The worker's file; null runs every job in this thread (tests, or a single process by choice). */
  readonly worker: string | null;
  /** The folders that hold `<check id>/page.md`. */
  readonly pages: readonly string[];
  /** Seconds one file may take before it is given up. */
  readonly timeLimit: number;
  /** Does work that ends well when the user or the system stops the program; absent: nobody does. */
  readonly stoppable?: <T>(work: (stop: AbortSignal) => Promise<T>) => Promise<T>;
}

/**
 * 0: done, no error found. 1: done, errors found. 2: wrong usage, or a file that could not be read.
 * 130, 143: stopped by SIGINT, SIGTERM; 141: nobody reads the results any more.
 */
export type ExitStatus = 0 | 1 | 2 | Stopped;

export const STOPPED = [130, 141, 143] as const;

export type Stopped = (typeof STOPPED)[number];

/** Chinese unless `JIXIAO_LANG=en` asks for the English catalogue. */
export function languageOf(env: Io['env']): Language {
  return env['JIXIAO_LANG'] === 'en' ? 'en' : 'zh-CN';
}

/** Colours only on a terminal, and never against https://no-color.org. */
export function colourful(io: Io, sink: Sink): boolean {
  return sink.isTTY && !io.env['NO_COLOR'] && io.env['TERM'] !== 'dumb';
}
