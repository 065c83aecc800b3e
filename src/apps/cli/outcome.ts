import type { ListedEntry } from './listed-entries';
import { failedFileJson, type FailedFileJson } from '../../report/failed-file-json';
import type { FileJson, FindingJson } from '../../report/result-json';
import type { ScoredProject } from '../../model/score';
import type { Failure } from '../../model/failure';
import type { CliTexts } from './texts';

/** What became of a file. */
export interface Outcome {
  readonly path: string;
  /** Null where a command has no JSON of its own. */
  readonly file: FileJson | FailedFileJson | null;
  /** Its findings as every list has them. */
  readonly entries: readonly ListedEntry[];
  readonly error: FailedFileJson['error'] | null;
  /** Path of the file written, as people know it. */
  readonly output: string | null;
  /** Of `summary`: its tables, to be held against those of other files. */
  readonly projects?: readonly ScoredProject[];
  /** There was nothing to do, so nothing was: no tick. */
  readonly idle?: true;
  /** Things to know that are no findings: a converted format, a kept note, a doubtful table. */
  readonly notes: readonly string[];
}

export function failedOutcome(path: string, failure: Failure, texts: CliTexts): Outcome {
  const file = failedFileJson(path, failure, texts);
  return { path, file, error: file.error, output: null, entries: [], notes: [] };
}

/** Whether a file was read and has nothing to score: plans, other people's tables, or no table at all. */
export const isWithoutForm = ({ file, projects }: Outcome): boolean =>
  file?.ok === true && file.tables.length === 0 && projects === undefined;

export function findingsOf(file: Outcome['file']): readonly FindingJson[] {
  return file?.ok ? [...file.tables.flatMap((table) => table.findings), ...file.findings] : [];
}
