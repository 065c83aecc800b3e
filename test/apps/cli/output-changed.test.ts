import fc from 'fast-check';
import { unzipSync, zipSync } from 'fflate';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EXAMPLE_FORMS } from '../../../examples/example-forms';
import { writeForm } from '../../../examples/form-writer';
import { run } from '../../../src/apps/cli/run';
import { cellAt, formulaAt } from '../../../src/model/address';
import type { CellEdit } from '../../../src/model/edit';
import type { DocumentJson } from '../../../src/report/result-json';
import { openXlsx } from '../../../src/xlsx/open';
import { applyEdits } from '../../../src/xlsx/write/apply';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jixiao-changed-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const FORMS = Object.entries(EXAMPLE_FORMS).map(
  ([name, form]) => [name, writeForm(form())] as const,
);

const input = (bytes: Uint8Array): void => writeFileSync(join(folder, 'a.xlsx'), bytes);
const outputPath = (): string => join(folder, 'jixiao-out', 'a.xlsx');
const output = (): Buffer => readFileSync(outputPath());

/** The code of what `score` refused; null where it wrote. */
const score = (...more: readonly string[]): Promise<string | null> =>
  jixiao('score', 'a.xlsx', '--json', ...more);

async function jixiao(...words: readonly string[]): Promise<string | null> {
  let out = '';
  const silent = { isTTY: false, write: () => undefined };
  await run(words, {
    cwd: folder,
    env: {},
    stdout: { isTTY: false, write: (text) => void (out += text) },
    stderr: silent,
    terminal: null,
    worker: null,
    pages: [join(__dirname, '..', '..', '..', 'src', 'checks')],
    timeLimit: 60,
  });
  if (!words.includes('--json')) return null;
  const { files } = JSON.parse(out) as DocumentJson;
  const [file] = files as readonly { readonly error?: { readonly code: string } | null }[];
  return file?.error?.code ?? null;
}

/** Types into the output as a person does. */
function type(edits: (opened: ReturnType<typeof openXlsx>) => readonly CellEdit[]): void {
  const opened = openXlsx(output());
  writeFileSync(outputPath(), applyEdits(opened, edits(opened)));
}

const edit = (sheetId: string, row: number, column: number, value: string | number): CellEdit => ({
  sheetId,
  cell: { row, column },
  value,
  formula: null,
});

describe.each(FORMS)('%s', (_, bytes) => {
  test('a result nobody typed into is replaced, however often, and after another program saved it', async () => {
    input(bytes);
    expect(await score()).toBeNull();
    expect(await score('--no-outline')).toBeNull();
    expect(await score('--no-flags')).toBeNull();
    writeFileSync(outputPath(), zipSync(unzipSync(output())));
    expect(await score()).toBeNull();
  });

  test('one that a person typed into is not, unless it is to be', async () => {
    input(bytes);
    await score();
    type(
      ({
        snapshot: {
          sheets: [sheet],
        },
      }) => [edit(sheet?.id ?? '', 60, 2, '已与单位核对')],
    );
    const before = output();
    expect(await score('--no-outline')).toBe('output-changed');
    expect(output().equals(before)).toBe(true);
    expect(await score('--no-outline', '--force')).toBeNull();
    expect(output().equals(before)).toBe(false);
    expect(await score()).toBeNull();
  });

  test('what `clear` made of the workbook or of the result is replaced, a person’s own never', async () => {
    input(bytes);
    await score();
    const scored = output();
    await jixiao('clear', 'jixiao-out/a.xlsx', '--out', '清');
    const cleared = readFileSync(join(folder, '清', 'a.xlsx'));
    expect(await score('--out', '清')).toBeNull();
    writeFileSync(join(folder, 'a.xlsx'), scored);
    await jixiao('clear', 'a.xlsx');
    expect(output().equals(cleared)).toBe(true);
    expect(await score()).toBeNull();
    expect(output().equals(scored)).toBe(true);
    for (const own of [bytes, Buffer.from(zipSync(unzipSync(cleared)))]) {
      writeFileSync(outputPath(), own);
      expect(await score()).toBe('output-exists');
      expect(output().equals(Buffer.from(own))).toBe(true);
    }
  });
});

test('whatever cell a person changes, in the form or in our sheets, it is noticed', async () => {
  const [first] = FORMS;
  if (!first) throw new Error('no form');
  input(first[1]);
  await score();
  const scored = output();
  const { snapshot } = openXlsx(scored);
  await fc.assert(
    fc.asyncProperty(
      fc.nat({ max: snapshot.sheets.length - 1 }),
      fc.nat({ max: 30 }),
      fc.nat({ max: 8 }),
      fc.constantFrom<string | number>('改', 1.25, 88),
      async (at, row, column, value) => {
        writeFileSync(outputPath(), scored);
        const sheet = snapshot.sheets[at];
        const cell = { row, column };
        const isHidden = sheet?.merges.some(
          ({ top, left, bottom, right }) =>
            row >= top && row <= bottom && column >= left && column <= right,
        );
        fc.pre(sheet !== undefined && !isHidden && formulaAt(sheet, cell) === null);
        fc.pre(cellAt(sheet, cell) !== value);
        type(() => [edit(sheet.id, row, column, value)]);
        expect(await score('--no-outline')).toBe('output-changed');
      },
    ),
    { numRuns: 25 },
  );
});

test('a result of the first release, which remembers no digest, is replaced as before', async () => {
  mkdirSync(join(folder, 'jixiao-out'));
  const fixture = join(__dirname, '..', '..', 'fixtures', 'first-release', 'national.xlsx');
  writeFileSync(outputPath(), readFileSync(fixture));
  const [first] = FORMS;
  input(first?.[1] ?? new Uint8Array());
  expect(await score()).toBeNull();
});
