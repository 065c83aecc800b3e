import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { evaluate } from '../../src/engine/evaluate';
import { DEFAULT_OPTIONS } from '../../src/engine/options';
import { isEmptyPatch, planClear, planPatch } from '../../src/engine/plan';
import { createFileHost, type FileHost } from '../../src/hosts/file/file-host';
import { cellName } from '../../src/model/grid';
import type { PatchReport } from '../../src/model/patch';
import { CHINESE, type ResultKey } from '../../src/report/chinese';
import { ENGLISH } from '../../src/report/english';
import type { Texts } from '../../src/texts/catalogue';
import { openWorkbook } from '../../src/xlsx/open';
import { viewBook } from '../../src/xlsx/view/view-book';

/** Scored by the first release; `resaved-` by openpyxl 3.0 since, which drops the ledger. */
const fixture = (name: string): Promise<FileHost> =>
  createFileHost(readFileSync(join(__dirname, '../fixtures/first-release', `${name}.xlsx`)));

async function score(host: FileHost, texts = CHINESE): Promise<PatchReport> {
  const snapshot = await host.read();
  const result = evaluate(snapshot, DEFAULT_OPTIONS);
  return host.apply(planPatch(snapshot, result, DEFAULT_OPTIONS, texts));
}

const clear = async (host: FileHost): Promise<PatchReport> =>
  host.apply(planClear(await host.read()));

const names = async (host: FileHost): Promise<readonly string[]> =>
  (await host.read()).sheets.map(({ name }) => name);

const TONES = new Set(['#FFC7CE', '#FFEB9C', '#DDEBF7']);

/** Cells of the first sheet with a colour of ours, and with a note. */
async function marks(host: FileHost) {
  const book = viewBook(await openWorkbook(host.bytes()));
  const sheet = book.sheets[0];
  const fills = (sheet?.looks ?? []).flatMap((line, row) =>
    [...line].flatMap((look, column) =>
      TONES.has(book.looks[look]?.fill?.toUpperCase() ?? '') ? [cellName({ row, column })] : [],
    ),
  );
  return { fills, notes: (sheet?.notes ?? []).map(({ cell }) => cellName(cell)).sort() };
}

const FIXTURES: readonly [string, Texts<ResultKey>][] = [
  ['national', CHINESE],
  ['rubric', CHINESE],
  ['national-en', ENGLISH],
];

describe.each(FIXTURES)('a workbook the first release scored (%s)', (name, texts) => {
  test('is scored again without a second set of anything', async () => {
    const host = await fixture(name);
    const sheets = await names(host);
    expect((await host.read()).ledger?.recognised).toBeUndefined();
    await score(host, texts);
    expect(await names(host)).toEqual(sheets);
    // What is said has changed since, so every mark that stands is one of today's ledger.
    const { ledger } = await host.read();
    const after = await marks(host);
    expect(after.notes).toEqual([...new Set(ledger?.flags.map(({ cell }) => cell))].sort());
    expect([...after.fills].sort()).toEqual(after.notes);
    await score(host, texts);
    expect(await marks(host)).toEqual(after);
  });

  test('is cleared as before', async () => {
    const host = await fixture(name);
    const report = await clear(host);
    expect(report.degradations).toEqual([]);
    expect(await names(host)).toHaveLength(1);
    expect(await marks(host)).toEqual({ fills: [], notes: [] });
  });
});

describe.each(FIXTURES)('its ledger gone (%s)', (name, texts) => {
  test('there is no second set of sheets, and no mark twice', async () => {
    const host = await fixture(`resaved-${name}`);
    const [before, sheets] = [await marks(host), await names(host)];
    const { ledger } = await host.read();
    expect(ledger?.recognised?.withoutLedger).toBe(true);
    expect(ledger?.flags).toHaveLength(before.notes.length);
    await score(host, texts);
    expect(await names(host)).toEqual(sheets);
    const after = await marks(host);
    expect(after.fills.filter((cell) => !after.notes.includes(cell))).toEqual(
      before.fills.filter((cell) => !before.notes.includes(cell)),
    );
    const again = await host.read();
    expect(again.ledger?.recognised).toBeUndefined();
    const result = evaluate(again, DEFAULT_OPTIONS);
    expect(isEmptyPatch(planPatch(again, result, DEFAULT_OPTIONS, texts))).toBe(true);
  });

  test('clearing takes marks and sheets away, leaves the outline, and says both', async () => {
    const host = await fixture(`resaved-${name}`);
    const [form, findings, summary, outline] = await names(host);
    const report = await clear(host);
    expect(await marks(host)).toEqual({ fills: [], notes: [] });
    expect(await names(host)).toEqual([form, outline]);
    expect(report.degradations.map(({ kind, sheet }) => [kind, sheet])).toEqual([
      ['ledger-gone', form],
      ['ledger-gone', findings],
      ['ledger-gone', summary],
      ['sheet-kept', outline],
    ]);
  });
});
