import type { ListedEntry } from './listed-entries';
import type { FailedFileJson, FileJson } from '../../report/result-json';
import { failedFileJson } from '../../report/result-json';
import type { Failure } from '../../model/failure';
import type { CliTexts } from './texts';

/** What became of a file; plain data, so that a thread can send it. */
export interface Outcome {
  readonly path: string;
  /** Null where a command has no JSON of its own. */
  readonly file: FileJson | FailedFileJson | null;
  /** Its findings as every list has them. */
  readonly entries: readonly ListedEntry[];
  readonly error: FailedFileJson['error'] | null;
  /** Path of the file written, as people know it. */
  readonly output: string | null;
  /** There was nothing to do, so nothing was: no tick. */
  readonly idle?: true;
  /** Things to know that are no findings: a converted format, a kept note, a doubtful table. */
  readonly notes: readonly string[];
}

export function failedOutcome(path: string, failure: Failure, texts: CliTexts): Outcome {
  const file = failedFileJson(path, failure, texts);
  return { path, file, error: file.error, output: null, entries: [], notes: [] };
}

export function filesOf(outcomes: readonly Outcome[]): readonly (FileJson | FailedFileJson)[] {
  return outcomes.flatMap(({ file }) => (file ? [file] : []));
}
