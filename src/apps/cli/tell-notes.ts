import type { Io } from './io';
import type { Outcome } from './outcome';

/** With JSON on stdout, what people should know besides goes to stderr. */
export function tellNotes(outcomes: readonly Outcome[], io: Io): void {
  for (const { path, error, notes } of outcomes) {
    if (error) io.stderr.write(`${path}: ${error.message} ${error.hint}\n`);
    for (const note of notes) io.stderr.write(`${path}: ${note}\n`);
  }
}
