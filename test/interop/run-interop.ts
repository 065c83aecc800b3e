import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { unzipSync } from 'fflate';
import type { DocumentJson, FileJson } from '../../src/report/result-json';
import { carriedWorkbooks } from './carried';
import { ROOT, writeInputs } from './inputs';
import { madeForms } from './made-forms';
import {
  readWithOpenpyxl,
  recalculatingProfile,
  resaveWithLibreOffice,
  type SeenCell,
  type SeenWorkbook,
} from './programs';
import { secondOpinions } from './second-opinion';

/**
 * What real programs make of our output. Needs LibreOffice and python3-openpyxl, so it is no jest
 * test: `npm run test:interop`, and `.ci/run`. Prints each failure, a table of parts and counts.
 */

const OUR_SHEETS = /核查清单|汇总表|提纲/;

let passed = 0;
const failures: string[] = [];

function check(what: string, holds: boolean, detail = ''): void {
  if (holds) passed += 1;
  else {
    failures.push(`${what}${detail === '' ? '' : `: ${detail}`}`);
    console.error(`✗ ${failures.at(-1) ?? ''}`);
  }
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { report: { type: 'string' } } });
  const folder = mkdtempSync(join(tmpdir(), 'jixiao-interop-'));
  try {
    await run(folder);
  } catch (reason) {
    check('the run itself', false, reason instanceof Error ? reason.message : String(reason));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  const failed = failures.length;
  if (values.report !== undefined) {
    writeFileSync(values.report, JSON.stringify({ passed, failed, failures }));
  }
  console.log(`interop: ${passed} passed, ${failed} failed`);
  process.exitCode = failed > 0 ? 1 : 0;
}

async function run(folder: string): Promise<void> {
  const inputs = writeInputs(join(folder, 'in'));
  const files = score(inputs, join(folder, 'out'));
  check('every input is scored', files.length === inputs.length, `${files.length} files`);
  const outputs = files.map((file) => file.outputs.workbook ?? '');
  const ours = readWithOpenpyxl(outputs);
  const resaved = resaveWithLibreOffice(
    outputs,
    recalculatingProfile(folder),
    join(folder, 'resaved'),
  );
  const theirs = readWithOpenpyxl(resaved);
  files.forEach((file, at) => {
    const seen = ours[at];
    const recalculated = theirs[at];
    const name = basename(file.path);
    if (!seen || !recalculated) {
      check(`${name} opens`, false);
      return;
    }
    checkScores(name, file, seen);
    checkFlags(name, file, seen);
    checkSheets(name, seen);
    checkRecalculation(name, seen, recalculated);
  });
  checkClear(files, join(folder, 'cleared'));
  for (const file of files) checkParts(file);
  const { forms, faults } = madeForms(join(folder, 'made'));
  check(
    `${String(forms)} forms of the maker are read as made`,
    faults.length === 0,
    faults.join('; '),
  );
  const carried = await carriedWorkbooks(join(folder, 'carried'), join(ROOT, 'dist', 'cli.js'));
  for (const { name, expected, found } of carried) {
    check(`scored in Excel, ${name}`, found === expected, `${found}, not ${expected}`);
  }
  for (const { name, libreOffice, standIn } of secondOpinions(join(folder, 'opinions'))) {
    check(`LibreOffice agrees: ${name}`, libreOffice === standIn, `${libreOffice}, not ${standIn}`);
  }
}

function score(inputs: readonly string[], folder: string): readonly FileJson[] {
  const program = join(ROOT, 'dist', 'cli.js');
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    [program, 'score', ...inputs, '--out', folder, '--json'],
    { encoding: 'utf8', maxBuffer: 1 << 28 },
  );
  check('score ends with 0 or 1', status === 0 || status === 1, `${String(status)} ${stderr}`);
  const document = JSON.parse(stdout) as DocumentJson;
  return document.files.flatMap((file) => {
    check(`${basename(file.path)} is processed`, file.ok, file.ok ? '' : file.error.message);
    return file.ok ? [file] : [];
  });
}

function cellOf(seen: SeenWorkbook, sheet: string, cell: string): SeenCell | undefined {
  return seen.sheets.find(({ name }) => name === sheet)?.cells[cell];
}

/** Every score the tool computed for a blank cell is there; every score of a person still is. */
function checkScores(name: string, file: FileJson, seen: SeenWorkbook): void {
  for (const table of file.tables) {
    const column = table.columns.score;
    if (column === undefined) continue;
    for (const indicator of table.indicators) {
      const cell = `${column}${indicator.row}`;
      const expected = indicator.filledScore ?? indicator.score;
      const found = cellOf(seen, table.sheet, cell)?.value ?? null;
      if (expected !== null && typeof found !== 'string') {
        check(`${name} ${table.sheet}!${cell} holds its score`, found === expected, String(found));
      }
    }
  }
}

/** Every finding's cell is filled and carries a note with the finding's code. */
function checkFlags(name: string, file: FileJson, seen: SeenWorkbook): void {
  for (const table of file.tables) {
    for (const finding of table.findings) {
      const cell = cellOf(seen, table.sheet, finding.cell);
      const place = `${name} ${table.sheet}!${finding.cell} ${finding.code}`;
      check(`${place} is filled`, cell?.fill !== null && cell?.fill !== undefined);
      const note = cell?.note ?? '';
      // Where a person's note or thread stands, ours is in the list of findings only.
      const listed = seen.sheets
        .filter((sheet) => OUR_SHEETS.test(sheet.name))
        .some((sheet) => Object.values(sheet.cells).some(({ value }) => value === finding.code));
      check(`${place} is noted or listed`, note.includes(finding.code) || listed, note);
    }
  }
}

function checkSheets(name: string, seen: SeenWorkbook): void {
  const ours = seen.sheets.filter((sheet) => OUR_SHEETS.test(sheet.name));
  check(`${name} has our three sheets`, ours.length === 3, ours.map((sheet) => sheet.name).join());
  const summary = ours.find((sheet) => sheet.name.includes('汇总表'));
  check(`${name} has the chart`, summary?.charts === 1, String(summary?.charts));
  const broken = seen.sheets.flatMap((sheet) =>
    Object.entries(sheet.cells)
      .filter(
        ([, cell]) => typeof cell.value === 'string' && /^#(REF|NAME|VALUE|DIV)/.test(cell.value),
      )
      .map(([cell]) => `${sheet.name}!${cell}`),
  );
  const before = seen.sheets
    .filter((sheet) => !OUR_SHEETS.test(sheet.name))
    .map(({ name }) => name);
  const inOurs = broken.filter((place) => !before.some((sheet) => place.startsWith(`${sheet}!`)));
  check(`${name} has no error value in our sheets`, inOurs.length === 0, inOurs.join());
  const turned = ours.flatMap((sheet) =>
    Object.entries(sheet.cells)
      .filter(([, cell]) => cell.formula !== null && /^=[+@=]|受疫情|试点项目/.test(cell.formula))
      .map(([cell]) => `${sheet.name}!${cell}`),
  );
  check(`${name} keeps text as text`, turned.length === 0, turned.join());
}

/** Each formula of our sheets: the result we stored is what LibreOffice computes itself. */
function checkRecalculation(name: string, seen: SeenWorkbook, recalculated: SeenWorkbook): void {
  let formulas = 0;
  for (const sheet of seen.sheets) {
    const ours = OUR_SHEETS.test(sheet.name);
    for (const [cell, { formula, value }] of Object.entries(sheet.cells)) {
      if (formula === null || !(ours || /^=SUM\(/.test(formula))) continue;
      const other = cellOf(recalculated, sheet.name, cell)?.value ?? null;
      formulas += 1;
      check(
        `${name} ${sheet.name}!${cell} ${formula}`,
        agree(value, other),
        `stored ${String(value)}, LibreOffice ${String(other)}`,
      );
    }
  }
  check(`${name} has live formulas`, formulas > 0);
}

function agree(ours: SeenCell['value'], theirs: SeenCell['value']): boolean {
  if (typeof ours === 'number' && typeof theirs === 'number') {
    return Math.abs(ours - theirs) <= 1e-9 * Math.max(1, Math.abs(ours));
  }
  return (ours ?? '') === (theirs ?? '');
}

/** `clear` takes our sheets, fills and notes away again. */
function checkClear(files: readonly FileJson[], folder: string): void {
  const program = join(ROOT, 'dist', 'cli.js');
  const outputs = files.map((file) => file.outputs.workbook ?? '');
  const { status, stderr } = spawnSync(
    process.execPath,
    [program, 'clear', ...outputs, '--out', folder],
    { encoding: 'utf8' },
  );
  check('clear ends with 0', status === 0, stderr);
  const cleared = outputs.map((path) => join(folder, basename(path)));
  const [after, before] = [
    readWithOpenpyxl(cleared),
    readWithOpenpyxl(files.map(({ path }) => path)),
  ];
  files.forEach((file, at) => {
    const name = basename(file.path);
    const [now, then] = [after[at], before[at]];
    const names = (seen: SeenWorkbook | undefined) =>
      seen?.sheets.map((sheet) => sheet.name).join();
    check(`${name} has its own sheets again`, names(now) === names(then), names(now));
    const marks = (seen: SeenWorkbook | undefined) =>
      JSON.stringify(
        seen?.sheets.map((sheet) =>
          Object.entries(sheet.cells)
            .filter(([, { fill, note }]) => fill !== null || note !== null)
            .map(([cell, { fill, note }]) => [cell, fill, note]),
        ),
      );
    check(`${name} has its own fills and notes again`, marks(now) === marks(then), marks(now));
  });
}

/** The table of parts: what changed, what was added, and that nothing else was touched or lost. */
function checkParts(file: FileJson): void {
  const before = unzipSync(readFileSync(file.path));
  const after = unzipSync(readFileSync(file.outputs.workbook ?? ''));
  const names = Object.keys(before);
  const lost = names.filter((name) => !(name in after));
  const same = names.filter(
    (name) => after[name] && Buffer.compare(before[name] ?? new Uint8Array(), after[name]) === 0,
  );
  const changed = names.filter((name) => name in after && !same.includes(name));
  const added = Object.keys(after).filter((name) => !(name in before));
  // The chain lists formula cells by sheet; it goes, with its relationship, when it would lie.
  check(
    `${basename(file.path)} loses no part`,
    lost.every((name) => name.endsWith('calcChain.xml')),
    lost.join(),
  );
  const mayChange =
    /^(\[Content_Types\]\.xml|xl\/workbook\.xml|xl\/styles\.xml|.*\.rels|xl\/worksheets\/[^/]+\.xml|xl\/comments[^/]*\.xml|xl\/drawings\/vmlDrawing[^/]*\.vml|xl\/sharedStrings\.xml|docProps\/app\.xml)$/;
  const wrong = changed.filter((name) => !mayChange.test(name));
  check(`${basename(file.path)} changes only what it must`, wrong.length === 0, wrong.join());
  console.log(
    `${basename(file.path)}: ${names.length} parts, ${same.length} identical, changed ${changed.join(' ') || '—'}, added ${added.length}, lost ${lost.join(' ') || '—'}`,
  );
}

void main();
