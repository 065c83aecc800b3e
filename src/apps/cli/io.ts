import type { Language } from '../../texts/catalogue';

/** Where text goes: `process.stdout` fits, and so does an array in a test. */
export interface Sink {
  readonly isTTY: boolean;
  write(text: string): void;
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
  /** The folder that holds `<check id>/page.md`. */
  readonly pages: string;
  /** Seconds one file may take before it is given up. */
  readonly timeLimit: number;
}

/** 0: done, no error found. 1: done, errors found. 2: wrong usage, or a file that could not be read. */
export type ExitStatus = 0 | 1 | 2;

/** Chinese unless `JIXIAO_LANG=en` asks for the English catalogue. */
export function languageOf(env: Io['env']): Language {
  return env['JIXIAO_LANG'] === 'en' ? 'en' : 'zh-CN';
}

/** Colours only on a terminal, and never against https://no-color.org. */
export function colourful(io: Io, sink: Sink): boolean {
  return sink.isTTY && !io.env['NO_COLOR'] && io.env['TERM'] !== 'dumb';
}
