import { extname, resolve } from 'node:path';
import { evaluate } from '../../../engine/evaluate';
import { DEFAULT_OPTIONS } from '../../../engine/options';
import { standingTables } from '../../../engine/plan';
import { Failure, isFailure } from '../../../model/failure';
import type { TableResult } from '../../../model/score';
import { chooseTables } from '../../../report/text/against/choose-table';
import { VERIFIED_TEXTS, remarksOf } from '../../../report/text/verified-lines';
import { verifyAgainst } from '../../../report/text/verify-report';
import { readCount, type Arguments } from '../arguments';
import type { Command } from '../command';
import { languageOf, type ExitStatus, type Io } from '../io';
import { identitiesOf, whatIsAt } from '../identities';
import { writeWhole } from '../outputs';
import { openBook } from '../open-book';
import {
  commentedDocx,
  layoutOfFile,
  openReport,
  reportOf,
} from '../../../pane/report/report-file';
import { deflate, inflate, readInput } from '../read-input';
import { jsonOf, markdownOf, prettyOf, wordOf, type VerifiedReport } from '../tell-verified';

const FORMATS = ['pretty', 'json', 'markdown', 'docx'] as const;

export const command: Command = {
  options: {
    with: 'texts',
    sheet: 'text',
    json: 'switch',
    format: 'text',
    comments: 'text',
    'max-warnings': 'text',
    out: 'text',
  },
  async run(args, io) {
    if (args.words.length === 0) throw new Failure('usage-no-input');
    const format = formatOf(args);
    const out = outOf(args, format);
    const limit = args.texts['max-warnings'];
    const most = limit === undefined ? Infinity : readCount('--max-warnings', limit);
    const comments = commentsFile(args);
    const workbooks = args.lists['with'] ?? [];
    const tables: TableResult[] = [];
    for (const word of workbooks) tables.push(...(await tablesOf(word, io)));
    const sheet = args.texts['sheet'];
    const read = args.words.map((word) => verified(word, { workbooks, tables, sheet }, io));
    // Of a sheet that was named the others are not asked about.
    const apart = sheet === undefined ? toldByNone(read, tables) : [];
    const reports = read.map((report) => (report.failure ? report : { ...report, apart }));
    const [only] = reports;
    if (reports.length === 1 && only?.failure) throw only.failure;
    if (comments !== null && only) await writeComments(only, comments, io);
    if (format === 'docx') await writeNew(await wordOf(reports, io), out ?? '', args.words, io);
    else io.stdout.write(textOf(format, reports, io));
    return statusOf(reports, most);
  },
};

/** Tables that were given and that no report tells of. */
const toldByNone = (
  reports: readonly VerifiedReport[],
  tables: readonly TableResult[],
): readonly TableResult[] =>
  tables.filter((one) => !reports.some(({ held }) => held.some(({ table }) => table === one)));

type Format = (typeof FORMATS)[number];

function textOf(
  format: Exclude<Format, 'docx'>,
  reports: readonly VerifiedReport[],
  io: Io,
): string {
  if (format === 'json') return JSON.stringify(jsonOf(reports, io), null, 2) + '\n';
  return format === 'markdown' ? markdownOf(reports, io) : prettyOf(reports, io);
}

/** @throws Failure `usage-format` */
function formatOf(args: Arguments): Format {
  const named = args.switches.has('json') ? 'json' : (args.texts['format'] ?? 'pretty');
  const format = FORMATS.find((one) => one === named);
  if (!format) throw new Failure('usage-verify-format', { format: named });
  return format;
}

/** @throws Failure `usage-verify-out` where a .docx has no name. */
function outOf(args: Arguments, format: Format): string | null {
  const out = args.texts['out'] ?? null;
  if (format === 'docx' && (out === null || !/\.docx$/i.test(out)))
    throw new Failure('usage-verify-out');
  return out;
}

/** @throws Failure `usage-comments` unless it is a copy, as .docx, of one report. */
function commentsFile(args: Arguments): string | null {
  const file = args.texts['comments'] ?? null;
  if (file !== null && (args.words.length !== 1 || !/\.docx$/i.test(file)))
    throw new Failure('usage-comments', { path: file });
  return file;
}

interface Against {
  readonly workbooks: readonly string[];
  readonly tables: readonly TableResult[];
  readonly sheet: string | undefined;
}

/** A report read and checked; a file that cannot be is told and does not keep others from it. */
function verified(word: string, against: Against, io: Io): VerifiedReport {
  const base = { path: word, workbooks: against.workbooks };
  try {
    const file = openReport(readInput(resolve(io.cwd, word), word), word, { inflate });
    const report = reportOf(file, word);
    const tables =
      against.workbooks.length === 0
        ? []
        : chooseTables(report, against.tables, against.sheet ?? null);
    const format = extname(word).toLowerCase() === '.md' ? 'markdown' : 'text';
    const layout = layoutOfFile(file);
    const found = verifyAgainst(report, tables, format);
    return { ...base, file, failure: null, layout, apart: [], ...found };
  } catch (cause) {
    if (!isFailure(cause)) throw cause;
    return { ...base, file: null, failure: cause, layout: null, apart: [], findings: [], held: [] };
  }
}

async function tablesOf(word: string, io: Io): Promise<readonly TableResult[]> {
  const bytes = readInput(resolve(io.cwd, word), word);
  const host = await openBook(bytes, word);
  const snapshot = await host.read();
  const tables = standingTables(snapshot, evaluate(snapshot, DEFAULT_OPTIONS), DEFAULT_OPTIONS);
  if (tables.length === 0) throw new Failure('report-no-table', { path: word });
  return tables;
}

/** @throws Failure `comments-not-docx` for a report that is no Word document. */
async function writeComments(report: VerifiedReport, out: string, io: Io): Promise<void> {
  if (report.file?.format !== 'docx') throw new Failure('comments-not-docx', { path: report.path });
  const remarks = remarksOf(report.findings, VERIFIED_TEXTS[languageOf(io.env)]);
  await writeNew(commentedDocx(report.file, remarks, { deflate }), out, [report.path], io);
}

/** @throws Failure `output-is-input`, `output-changed` for a file that is there already. */
async function writeNew(
  bytes: Uint8Array,
  out: string,
  inputs: readonly string[],
  io: Io,
): Promise<void> {
  const path = resolve(io.cwd, out);
  const known = await identitiesOf(inputs.map((input) => resolve(io.cwd, input)));
  const there = whatIsAt(path, known);
  if (there === 'input') throw new Failure('output-is-input', { path: out });
  if (there !== 'nothing') throw new Failure('verify-out-exists', { path: out });
  writeWhole(path, bytes);
}

/** As of `check`; 2 where a report could not be read. */
function statusOf(reports: readonly VerifiedReport[], mostWarnings: number): ExitStatus {
  if (reports.some(({ failure }) => failure !== null)) return 2;
  const found = reports.flatMap(({ findings }) => findings);
  const warnings = found.filter(({ severity }) => severity === 'warning').length;
  return found.some(({ severity }) => severity === 'error') || warnings > mostWarnings ? 1 : 0;
}
