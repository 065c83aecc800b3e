import type { FailedFileJson, FileJson } from '../../report/result-json';
import { failedFileJson } from '../../report/result-json';
import type { Language } from '../../texts/catalogue';
import { Failure, isFailure } from '../../model/failure';
import { describe } from './thrown';

/** What became of a file; plain data, so that a thread can send it. */
export interface Outcome {
  readonly path: string;
  /** Null where a command has no JSON of its own. */
  readonly file: FileJson | FailedFileJson | null;
  readonly error: FailedFileJson['error'] | null;
  /** Path of the file written, as people know it. */
  readonly output: string | null;
  /** There was nothing to do, so nothing was: no tick. */
  readonly idle?: true;
  /** Things to know that are no findings: a converted format, a kept note, a doubtful table. */
  readonly notes: readonly string[];
}

export function failedOutcome(path: string, failure: Failure, language: Language): Outcome {
  const file = failedFileJson(path, failure, language);
  return { path, file, error: file.error, output: null, notes: [] };
}

/** Anything that is not a `Failure` is a bug of ours; it is told as one, in one sentence. */
export function asFailure(reason: unknown): Failure {
  if (isFailure(reason)) return reason;
  return new Failure('internal', { cause: describe(reason) }, { cause: reason });
}

export function filesOf(outcomes: readonly Outcome[]): readonly (FileJson | FailedFileJson)[] {
  return outcomes.flatMap(({ file }) => (file ? [file] : []));
}
