import { resolve } from 'node:path';
import { parseJson } from '../../model/decode';
import { Failure } from '../../model/failure';
import type { ScoredProject } from '../../model/score';
import { projectRows, type ProjectRow } from '../../report/cross-project';
import { resultLine } from '../../report/summary-file';
import type { FailedFileJson } from '../../report/failed-file-json';
import { speaker } from '../../texts/catalogue';
import type { Arguments } from './arguments';
import type { Io, Stopped } from './io';
import { eachResult, type FileLine } from './result-lines';
import { runFiles } from './process-files';
import { textsOf } from './texts';

/** What is known of many projects: a line each, and what they are held against each other by. */
export interface Projects {
  readonly rows: readonly ProjectRow[];
  readonly failed: readonly FailedFileJson[];
  /** Of workbooks only: results of earlier runs do not say so much. */
  readonly scored: readonly ScoredProject[];
  /** Exit status, where it was stopped before all was read. */
  readonly stopped: Stopped | null;
}

const isResults = (word: string): boolean => /\.(?:ndjson|jsonl)$/i.test(word);

/** House rule: more than a person could go through anyway, and each holds a whole table in memory. */
const MOST_COMPARED = 2000;

/**
 * Reads the named workbooks, as `check` does, then the named results of earlier runs.
 * @throws Failure for a wrong command line only, or results that are not this tool's
 */
export async function collectProjects(args: Arguments, io: Io): Promise<Projects> {
  if (args.words.length === 0) throw new Failure('usage-no-input');
  const say = speaker('cli.note', textsOf(io.env));
  const rows: ProjectRow[] = [];
  const failed: FailedFileJson[] = [];
  const scored: ScoredProject[] = [];
  const take = (file: FileLine) => {
    if (file.ok) rows.push(...projectRows(file, rows.length));
    else failed.push(file);
  };
  const words = args.words.filter((word) => !isResults(word));
  if (words.length > 0) {
    const { tally } = await runFiles({ ...args, words }, io, SUMMARY, (told) => {
      for (const aside of told.asides) io.stderr.write(`${aside}\n`);
      const file = resultLine(parseJson(told.text));
      if (file && 'path' in file) take(file);
      if (scored.length <= MOST_COMPARED) scored.push(...(told.projects ?? []));
    });
    if (tally.stopped !== null) return { rows, failed, scored, stopped: tally.stopped };
  }
  for (const word of args.words.filter(isResults)) {
    const ended = await eachResult(resolve(io.cwd, word), word, take);
    if (!ended) io.stderr.write(`${say('results-unfinished', { path: word })}\n`);
  }
  if (scored.length > MOST_COMPARED || scored.length < rows.length) {
    io.stderr.write(`${say('not-compared', { most: MOST_COMPARED })}\n`);
  }
  return { rows, failed, scored: scored.length > MOST_COMPARED ? [] : scored, stopped: null };
}

const SUMMARY = { task: 'summary', outputFolder: null, format: 'ndjson' } as const;
