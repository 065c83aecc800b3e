import { readFile } from 'node:fs/promises';
import { evaluate } from '../../engine/evaluate';
import type { EngineOptions } from '../../engine/options';
import { isEmptyPatch, planClear, planPatch } from '../../engine/plan';
import { review } from '../../engine/review';
import { createFileHost, type FileHost } from '../../hosts/file/file-host';
import { render, speaker, type Language } from '../../texts/catalogue';
import { asFailure, Failure } from '../../model/failure';
import { cellLabel } from '../../model/address';
import type { Degradation, PatchReport } from '../../model/patch';
import type { WorkbookResult } from '../../model/score';
import type { Snapshot } from '../../model/snapshot';
import { rangeName } from '../../model/grid';
import type { Table } from '../../model/table';
import { fileJson } from '../../report/result-json';
import { RESULT_TEXTS } from '../../report/result-texts';
import { listedEntries } from './listed-entries';
import type { Outcome } from './outcome';
import { failedOutcome } from './outcome';
import { whatIsAt, writeWhole } from './outputs';
import { deflate, inflate, readInput } from './read-input';
import { TEXTS } from './texts';

/** One file's work, as plain data that a worker thread can be sent. */
export interface Job {
  readonly task: 'score' | 'check' | 'clear';
  /** As people know it. */
  readonly path: string;
  readonly absolute: string;
  /** Output path without extension: absolute, and as people know it. Null writes nothing. */
  readonly output: { readonly absolute: string; readonly shown: string } | null;
  /** `device:inode` of every input of the run; none of them is ever written to. */
  readonly inputs: readonly string[];
  readonly options: EngineOptions;
  readonly language: Language;
}

/** Does one job. Never rejects: what went wrong is in the outcome. */
export async function runJob(job: Job): Promise<Outcome> {
  try {
    return await attempt(job);
  } catch (reason) {
    return failedOutcome(job.path, asFailure(reason), TEXTS[job.language]);
  }
}

async function attempt(job: Job): Promise<Outcome> {
  const { language } = job;
  const texts = RESULT_TEXTS[language];
  const say = speaker('cli', TEXTS[language]);
  const host = await createFileHost(await readInput(job.absolute, job.path), {
    fileName: job.path,
    inflate,
    deflate,
  });
  const snapshot = await host.read();
  if (job.task === 'clear') return clear(job, host, snapshot);
  const result = evaluate(snapshot, job.options);
  let report: PatchReport | null = null;
  let output: string | null = null;
  if (job.task === 'score' && result.tables.length > 0) {
    report = await host.apply(planPatch(snapshot, result, job.options, texts));
    output = await writeOutput(job, host.format, host.bytes());
  }
  const reviewed = review(snapshot, result, job.options, report ? 'planned' : 'now');
  return {
    path: job.path,
    file: fileJson(job.path, host.format, result, reviewed, { workbook: output }, texts),
    entries: listedEntries(reviewed, texts),
    error: null,
    output,
    notes: [
      ...(host.converted && output !== null
        ? [say('note.converted', { format: host.format, output })]
        : []),
      ...tableNotes(result, language),
      ...degradationNotes(report?.degradations ?? [], language),
    ],
  };
}

/** Takes away what is ours, and says what that was; or that there is nothing. */
async function clear(job: Job, host: FileHost, snapshot: Snapshot): Promise<Outcome> {
  const { language } = job;
  const say = speaker('cli', TEXTS[language]);
  const patch = planClear(snapshot);
  const { flagsCleared: marks, degradations } = await host.apply(patch);
  const output = await writeOutput(job, host.format, host.bytes());
  const idle = isEmptyPatch(patch);
  const sheets = patch.removeSheets.length;
  const done = idle ? say('note.nothing-ours') : say('note.cleared', { marks, sheets });
  return {
    path: job.path,
    file: null,
    entries: [],
    error: null,
    output,
    ...(idle ? { idle } : {}),
    notes: [done, ...degradationNotes(degradations, language)],
  };
}

async function writeOutput(job: Job, format: string, bytes: Uint8Array): Promise<string | null> {
  if (!job.output) return null;
  // A macro-enabled workbook named .xlsx would be refused by Excel.
  const extension = format === 'xlsm' ? '.xlsm' : '.xlsx';
  const path = job.output.absolute + extension;
  const shown = job.output.shown + extension;
  const there = await whatIsAt(path, new Set(job.inputs));
  if (there === 'input') throw new Failure('output-is-input', { path: shown });
  if (there === 'folder') throw new Failure('output-exists', { path: shown });
  if (there === 'file' && !(await mayReplace(path, bytes))) {
    throw new Failure('output-exists', { path: shown });
  }
  await writeWhole(path, bytes);
  return shown;
}

/** Only a file that this tool wrote is replaced: it carries the ledger, or is what we would write. */
async function mayReplace(path: string, bytes: Uint8Array): Promise<boolean> {
  try {
    const present = await readFile(path);
    if (Buffer.compare(present, bytes) === 0) return true;
    const host = await createFileHost(present, { fileName: path, inflate });
    const { ledger } = await host.read();
    return ledger !== null && ledger.recognised?.withoutLedger !== true;
  } catch {
    return false;
  }
}

/** What a form cannot give, and tables that are offered because nobody can be sure of them. */
function tableNotes(result: WorkbookResult, language: Language): readonly string[] {
  const say = speaker('cli', TEXTS[language]);
  const place = (table: Table) => cellLabel(table.sheet, rangeName(table.range));
  const remarks = (table: Table) =>
    table.remarks.map((remark) => `${place(table)} ${render(remark, RESULT_TEXTS[language])}`);
  const others = result.others.map(({ what, table }) =>
    say(`note.other.${what}`, { place: place(table) }),
  );
  if (result.tables.length + result.offered.length === 0) return [...others, say('note.no-table')];
  return [
    ...others,
    ...result.tables.flatMap(({ table }) => remarks(table)),
    ...result.offered.flatMap((table) => {
      const data = { place: place(table), sheet: table.sheet };
      return [say('note.doubtful-table', data), ...remarks(table)];
    }),
  ];
}

function degradationNotes(
  degradations: readonly Degradation[],
  language: Language,
): readonly string[] {
  const say = speaker('cli.degradation', TEXTS[language]);
  return degradations.map(({ kind, sheet, cell }) => say(kind, { place: cellLabel(sheet, cell) }));
}
