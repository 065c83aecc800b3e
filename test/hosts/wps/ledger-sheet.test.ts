import { planClear } from '../../../src/engine/plan';
import { createFileHost, type FileHost } from '../../../src/hosts/file/file-host';
import { createWpsHost } from '../../../src/hosts/wps/wps-host';
import { LEDGER_SHEET } from '../../../src/xlsx/ledger-sheet';
import { emptyPatch } from '../../../src/model/patch';
import { bookOf } from '../../support/wps-fake/book-of';
import type { FakeSheet } from '../../support/wps-fake/fake-book';
import { fakeEt } from '../../support/wps-fake/fake-et';
import { buildWorkbook, type CellSpec, type SheetSpec } from '../../support/workbook-builder';
import { unzipSync, strFromU8 } from 'fflate';
import { FORM, plan } from './small-form';

const STATES = new Map<number, 'visible' | 'veryHidden'>([
  [-1, 'visible'],
  [2, 'veryHidden'],
]);

/** A sheet as WPS saves it, without looks. */
function savedSheet({ name, visible, cells }: FakeSheet): SheetSpec {
  const rows: (CellSpec[] | undefined)[] = [];
  for (const [key, { value, formula }] of cells) {
    const [row = 0, column = 0] = key.split(',').map(Number);
    const line = (rows[row] ??= []);
    line[column] = formula === null ? value : { formula: formula.slice(1), value };
  }
  return {
    name,
    state: STATES.get(visible) ?? 'hidden',
    rows: Array.from(rows, (line) => Array.from(line ?? [], (cell) => cell ?? null)),
  };
}

/** What a WPS without custom XML parts scored, opened as a file. */
async function scoredInWps(): Promise<FileHost> {
  const et = fakeEt(bookOf([FORM]), { noParts: true });
  const host = createWpsHost(et.application);
  await host.apply(plan(await host.read()));
  const bytes = buildWorkbook({ sheets: et.book.sheets.map(savedSheet) });
  return createFileHost(bytes);
}

const partsOf = (host: FileHost) =>
  Object.entries(unzipSync(host.bytes())).map(([name, bytes]) => [name, strFromU8(bytes)] as const);

test('a file goes on from the ledger such a WPS left, and keeps it in its part from then on', async () => {
  const host = await scoredInWps();
  const { sheets, ledger } = await host.read();
  expect(sheets.map(({ name }) => name)).not.toContain(LEDGER_SHEET);
  expect(ledger?.recognised).toBeUndefined();
  expect(ledger?.scores.length).toBeGreaterThan(0);
  const { revision } = await host.read();
  const directions = { [FORM.name]: { 数量: 'reverse' as const } };
  await host.apply({
    ...emptyPatch(revision),
    ledger: ledger && { ...ledger, directions },
  });
  const again = await host.read();
  expect(again.ledger).toMatchObject({ scores: ledger?.scores, directions });
  expect(again.sheets.map(({ name }) => name)).toEqual(sheets.map(({ name }) => name));
  expect(partsOf(host).filter(([, text]) => text.includes(LEDGER_SHEET))).toEqual([]);
});

test('clearing takes that sheet away with all else', async () => {
  const host = await scoredInWps();
  const before = partsOf(host).length;
  await host.apply(planClear(await host.read()));
  expect((await host.read()).sheets.map(({ name }) => name)).toEqual([FORM.name]);
  expect(partsOf(host).filter(([, text]) => text.includes(LEDGER_SHEET))).toEqual([]);
  expect(partsOf(host).length).toBeLessThan(before);
});
