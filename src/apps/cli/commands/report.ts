import { extname, resolve } from 'node:path';
import { evaluate } from '../../../engine/evaluate';
import { standingTables } from '../../../engine/plan';
import { speaker } from '../../../texts/catalogue';
import { Failure, isFailure } from '../../../model/failure';
import type { TableResult } from '../../../model/score';
import { inWrittenOrder, jointOutline } from '../../../report/joint-outline';
import type { Outline } from '../../../report/outline';
import { keepWritten, type KeptReport } from '../../../report/keep/keep-written';
import { markOf } from '../../../report/keep/mark';
import { isUntouched, type WrittenReport } from '../../../report/keep/written-report';
import { outlineMarkdown, reportMarkdown } from '../../../report/outline-markdown';
import { outlineTemplate, type OutlineTemplate } from '../../../report/outline-templates';
import { templateIn } from '../../../report/outline-templates/load-template';
import { reportLines } from '../../../report/report-lines';
import { sayIn } from '../../../report/sheet-cells';
import type { Arguments } from '../arguments';
import { expandInputs, type Inputs } from '../inputs';
import { chooseProfile } from '../choose-profile';
import { withKnownColumns } from '../with-known-columns';
import { RESULT_TEXTS } from '../../../report/result-texts';
import { languageOf, type Io } from '../io';
import { textsOf } from '../texts';
import { identitiesOf, roomForIdentities, whatIsAt, type Identities } from '../identities';
import { writeWhole } from '../outputs';
import { engineOptions } from '../process-files';
import { openBook } from '../open-book';
import {
  mergedDocx,
  openReport,
  readWritten,
  type ReportFile,
} from '../../../pane/report/report-file';
import { deflate, inflate, readInput } from '../read-input';
import type { Command } from '../command';

export const command: Command = {
  options: {
    template: 'text',
    out: 'text',
    keep: 'text',
    force: 'switch',
    profile: 'text',
    map: 'texts',
    sheet: 'text',
  },
  async run(args, io) {
    if (args.words.length === 0) throw new Failure('usage-no-input');
    const id = args.texts['template'];
    if (id === undefined) throw new Failure('usage-template');
    const template = outlineTemplate(id) ?? ownTemplate(id, io);
    const out = args.texts['out'];
    if (out !== undefined && !/\.(docx|md)$/i.test(out)) {
      throw new Failure('usage-report-file', { path: out });
    }
    const inputs = await inputsOf(args.words, io);
    const tables = await standingIn(inputs, args, io);
    const say = speaker('cli', textsOf(io.env));
    const before = keptFile(args.texts['keep'], out, io);
    const ordered = before ? inWrittenOrder(tables, before.written.blocks) : tables;
    const outline = jointOutline(ordered, template, RESULT_TEXTS[languageOf(io.env)]);
    if (!outline) throw new Failure('report-no-table', { path: args.words.join(' ') });
    const kept = before && (await keptReport(before, outline, io));
    tellKept(kept, io);
    if (out === undefined) io.stdout.write(markdownOf(outline, kept));
    else {
      const force = args.switches.has('force');
      await save({ outline, kept, inputs, out, force }, io);
      io.stdout.write(say('report.written', { path: out }) + '\n');
    }
    return 0;
  },
};

/**
 * `--template FILE`: a structure of a person's own.
 * @throws Failure `template-unknown` where there is no such file, and those of `templateIn`
 */
function ownTemplate(word: string, io: Io): OutlineTemplate {
  const path = resolve(io.cwd, word);
  if (whatIsAt(path, roomForIdentities(0)) !== 'file')
    throw new Failure('template-unknown', { id: word });
  return templateIn(new TextDecoder().decode(readInput(path, word)));
}

/** @throws Failure why one of them cannot be read. */
async function inputsOf(words: readonly string[], io: Io): Promise<Inputs> {
  const inputs = await expandInputs(words, io.cwd, null);
  const failed = inputs.list.find(({ failure }) => failure !== null);
  if (failed?.failure) throw failed.failure;
  return inputs;
}

/** @throws Failure `report-no-table`, and `report-sheet-unknown` where none is on the sheet named. */
async function standingIn(
  { list }: Inputs,
  args: Arguments,
  io: Io,
): Promise<readonly TableResult[]> {
  const { profile, columns } = await chooseProfile(args.texts['profile'], io.cwd);
  const chosen = engineOptions(args, profile);
  const found: TableResult[] = [];
  for (const { path } of list) {
    const host = await openBook(readInput(resolve(io.cwd, path), path), path);
    const snapshot = await host.read();
    const options = withKnownColumns(snapshot, chosen, columns);
    const tables = standingTables(snapshot, evaluate(snapshot, options), options);
    if (tables.length === 0) throw new Failure('report-no-table', { path });
    found.push(...tables);
  }
  const sheet = args.texts['sheet'];
  const wanted = found.filter(({ table }) => sheet === undefined || table.sheet === sheet);
  if (wanted.length > 0 || sheet === undefined) return wanted;
  const sheets = [...new Set(found.map(({ table }) => table.sheet))];
  throw new Failure('report-sheet-unknown', { sheet, sheets });
}

/** A person's report as it stands. */
interface KeptFile {
  readonly file: ReportFile;
  readonly path: string;
  readonly written: WrittenReport;
}

/** A person's report and what the new one takes from it. */
interface Kept {
  readonly file: ReportFile;
  readonly report: KeptReport;
  /** Which file it is. */
  readonly itself: Identities;
}

/** @throws Failure `keep-other-format` unless both are .docx or both Markdown. */
function keptFile(keep: string | undefined, out: string | undefined, io: Io): KeptFile | null {
  if (keep === undefined) return null;
  const path = resolve(io.cwd, keep);
  const file = openReport(readInput(path, keep), keep, { inflate });
  if (formatOf(out) !== file.format) throw new Failure('keep-other-format', { path: keep });
  return { file, path, written: readWritten(file) };
}

async function keptReport(
  { file, path, written }: KeptFile,
  outline: Outline,
  io: Io,
): Promise<Kept> {
  const say = sayIn(RESULT_TEXTS[languageOf(io.env)]);
  const report = keepWritten(reportLines(outline), written, say);
  return { file, report, itself: await identitiesOf([path]) };
}

const formatOf = (out: string | undefined): ReportFile['format'] =>
  out !== undefined && extname(out).toLowerCase() === '.docx' ? 'docx' : 'text';

/** Says on stderr which sections are a person's, and what became of those that have no place. */
function tellKept(kept: Kept | null, io: Io): void {
  if (!kept) return;
  const texts = textsOf(io.env);
  const say = speaker('cli.report', texts);
  for (const name of ['kept', 'stale', 'moved', 'removed'] as const) {
    const titles = kept.report[name];
    if (titles.length === 0) continue;
    const data = {
      titles: titles.join(texts.language === 'en' ? '; ' : '；'),
      count: titles.length,
    };
    io.stderr.write(say(name, data) + '\n');
  }
}

const markdownOf = (outline: Outline, kept: Kept | null): string =>
  kept ? reportMarkdown(kept.report.lines, markOf(reportLines(outline))) : outlineMarkdown(outline);

/** A report to be written, and where. */
interface Saving {
  readonly outline: Outline;
  readonly kept: Kept | null;
  readonly inputs: Inputs;
  readonly out: string;
  readonly force: boolean;
}

/** @throws Failure `output-is-input`, `output-exists` (a folder), `output-changed` (a person's file). */
async function save({ outline, kept, inputs, out, force }: Saving, io: Io): Promise<void> {
  const path = resolve(io.cwd, out);
  const there = whatIsAt(path, inputs.identities);
  if (there === 'input') throw new Failure('output-is-input', { path: out });
  if (there === 'folder') throw new Failure('output-exists', { path: out });
  const bytes = await bytesOf(outline, kept, out);
  const known = force || (kept !== null && whatIsAt(path, kept.itself) === 'input');
  if (there === 'file' && !known) refusePersons(path, out);
  writeWhole(path, bytes);
}

async function bytesOf(outline: Outline, kept: Kept | null, out: string): Promise<Uint8Array> {
  if (formatOf(out) === 'text') return new TextEncoder().encode(markdownOf(outline, kept));
  if (kept?.file.format === 'docx') {
    return mergedDocx(kept.file, kept.report.lines, markOf(reportLines(outline)), {
      inflate,
      deflate,
    });
  }
  return (await import('../../../report/outline-docx')).outlineDocx(outline);
}

/** @throws Failure `output-changed` unless the file is as this tool wrote it. */
function refusePersons(path: string, shown: string): void {
  const bytes = readInput(path, shown);
  let ours = false;
  try {
    ours = isUntouched(readWritten(openReport(bytes, shown, { inflate })));
  } catch (cause) {
    if (!isFailure(cause)) throw cause;
  }
  if (!ours) throw new Failure('output-changed', { path: shown });
}
