import { EXAMPLE_FORMS } from '../../../examples/example-forms';
import { writeForm } from '../../../examples/form-writer';
import { evaluate } from '../../../src/engine/evaluate';
import { DEFAULT_OPTIONS } from '../../../src/engine/options';
import { isEmptyPatch, planClear, planPatch } from '../../../src/engine/plan';
import { review } from '../../../src/engine/review';
import { createExcelHost } from '../../../src/hosts/excel/excel-host';
import { createFileHost } from '../../../src/hosts/file/file-host';
import type { HostPort } from '../../../src/hosts/port';
import type { Snapshot } from '../../../src/model/snapshot';
import { fileJson } from '../../../src/report/result-json';
import { bookOf, pictureOf, type FakeBook } from '../../support/excel-fake/fake-book';
import { openFakeExcel } from '../../support/excel-fake/fake-excel';
import { formOf } from '../../support/excel-fake/form-book';
import { richWorkbook } from '../../support/rich-workbook';
import { buildWorkbook, STYLES, type CellSpec } from '../../support/workbook-builder';

const spec = formOf(24);
const generated = buildWorkbook({
  sheets: [
    {
      name: '附表',
      merges: spec.merges ?? [],
      rows: spec.rows.map((row, index) =>
        row.map((value, column): CellSpec => {
          if (index === 3 && column === 5) return { value: 0.9, style: STYLES.percent };
          return typeof value === 'object' ? null : value;
        }),
      ),
    },
  ],
});

const FIXTURES: readonly (readonly [string, () => Uint8Array])[] = [
  ...Object.entries(EXAMPLE_FORMS).map(([name, form]) => [name, () => writeForm(form())] as const),
  ['everything a workbook can hold', () => richWorkbook()],
  ['a generated form', () => generated],
];

const jsonOf = (snapshot: Snapshot): unknown => {
  const result = evaluate(snapshot, DEFAULT_OPTIONS);
  const findings = review(snapshot, result, DEFAULT_OPTIONS);
  return fileJson('附表.xlsx', 'xlsx', result, findings, { workbook: null });
};

const plan = (snapshot: Snapshot) =>
  planPatch(snapshot, evaluate(snapshot, DEFAULT_OPTIONS), DEFAULT_OPTIONS);

/** The users’ sheets as far as both programs tell the same of them; merges are unknown below 1.13. */
const content = (snapshot: Snapshot, level: number): unknown =>
  snapshot.sheets
    .filter(({ name }) => !snapshot.ledger?.sheets.some((sheet) => sheet.name === name))
    .map(({ name, values, merges, visibility }) => ({
      name,
      values: values.map((row) => row.map((value) => (value === '' ? null : value))),
      merges: level < 13 ? null : merges,
      visibility,
    }));

async function opened(bytes: Uint8Array, level = 18) {
  const file = await createFileHost(bytes);
  const read = await file.read();
  const book = bookOf(read);
  return { file, book, host: createExcelHost(openFakeExcel({ book, level })), read };
}

async function scoreBoth(hosts: readonly HostPort[]): Promise<readonly Snapshot[]> {
  const after: Snapshot[] = [];
  for (const host of hosts) {
    await host.apply(plan(await host.read()));
    after.push(await host.read());
  }
  return after;
}

describe.each(FIXTURES)('%s through a file and through Excel', (_, bytes) => {
  test.each([9, 13, 14, 17, 18])(
    'the same JSON before and after scoring, at 1.%d',
    async (level) => {
      const { file, host, read } = await opened(bytes(), level);
      const first = await host.read();
      expect(JSON.stringify(jsonOf(first))).toBe(JSON.stringify(jsonOf(read)));
      const [inFile, inExcel] = await scoreBoth([file, host]);
      if (!inFile || !inExcel) throw new Error('not scored');
      expect(JSON.stringify(jsonOf(inExcel))).toBe(JSON.stringify(jsonOf(inFile)));
      expect(content(inExcel, level)).toEqual(content(inFile, level));
      expect({ ...inExcel.ledger, host: null, flags: null }).toEqual({
        ...inFile.ledger,
        host: null,
        flags: null,
      });
    },
  );

  test('scoring twice in Excel plans nothing the second time, or nothing but kept notes', async () => {
    const { host } = await opened(bytes());
    await scoreBoth([host]);
    const again = plan(await host.read());
    expect(again.values).toEqual([]);
    expect(again.sheets).toEqual([]);
    expect(again.removeSheets).toEqual([]);
  });

  test('undo gives back everything', async () => {
    const { host, book } = await opened(bytes());
    const before = pictureOf(book);
    await scoreBoth([host]);
    expect(await host.undo()).toBe(true);
    expect(withoutResults(pictureOf(book))).toEqual(withoutResults(before));
  });
});

/** Results of formulas aside: a form may come with totals nobody worked out again. */
const withoutResults = (picture: unknown): unknown =>
  JSON.parse(
    JSON.stringify(picture, (_, value: unknown) =>
      typeof value === 'object' && value !== null && 'formula' in value && value.formula !== null
        ? { ...value, value: 0, isError: false }
        : value,
    ),
  );

/** The workbook as the other program would open it: cells by what was read, and the ledger. */
function carryToExcel(snapshot: Snapshot, xml: readonly string[]): FakeBook {
  const book = bookOf(snapshot);
  for (const text of xml) book.parts.push({ id: `{part-${book.parts.length}}`, xml: text });
  return book;
}

test('what a file scored, Excel goes on with: nothing new to write, and clearing leaves nothing', async () => {
  const { ledgerXml } = await import('../../../src/xlsx/ledger-part');
  const { file } = await opened(generated);
  await scoreBoth([file]);
  const scored = await file.read();
  if (!scored.ledger) throw new Error('no ledger');
  const host = createExcelHost(
    openFakeExcel({ book: carryToExcel(scored, [ledgerXml(scored.ledger)]) }),
  );
  const read = await host.read();
  expect(read.ledger).toEqual(scored.ledger);
  const patch = plan(read);
  expect(isEmptyPatch(patch)).toBe(true);
  await host.apply(planClear(read));
  const cleared = await host.read();
  expect(cleared.ledger).toBeNull();
  expect(cleared.sheets.map(({ name }) => name)).toEqual(['附表']);
});
