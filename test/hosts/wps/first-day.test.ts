import { FORM_NAME } from '../../../src/apps/wps/probe/host-cases';
import { isEmptyPatch, planClear } from '../../../src/engine/plan';
import { createWpsHost } from '../../../src/hosts/wps/wps-host';
import { LEDGER_SHEET } from '../../../src/xlsx/ledger-sheet';
import { bookOf } from '../../support/wps-fake/book-of';
import { peek, type FakeBook } from '../../support/wps-fake/fake-book';
import { fakeEt, type FakeModes } from '../../support/wps-fake/fake-et';
import { failureCodeOf } from '../../support/failure-code';
import { FORM, plan } from './small-form';

// What would break on the first day in a real WPS, each as the source in the stand-in's rules says.

function open(modes: FakeModes = {}) {
  const et = fakeEt(bookOf([FORM]), modes);
  return { et, host: createWpsHost(et.application) };
}

/** What a person sees in the form and of our sheets. */
const seen = ({ sheets, parts }: FakeBook): unknown =>
  structuredClone({
    parts: parts.length,
    sheets: sheets.map(({ name, visible, cells, merges }) => ({
      name,
      visible,
      merges,
      cells: [...cells].flatMap(([at, { value, error, formula, fill, note }]) =>
        [value, error, formula, fill, note].some((one) => one !== null)
          ? [{ at, value, error, formula, fill, note }]
          : [],
      ),
    })),
  });

const bySight = (book: FakeBook) =>
  book.sheets.filter(({ visible }) => visible === -1).map(({ name }) => name);

describe.each<[string, FakeModes]>([
  ['has no custom XML parts', { noParts: true }],
  ['takes a part without keeping it', { deafParts: true }],
])('a WPS that %s', (_, modes) => {
  test('keeps the ledger in a very hidden sheet, and goes on from there in another session', async () => {
    const { et, host } = open(modes);
    const report = await host.apply(plan(await host.read()));
    expect(report.degradations).toEqual([]);
    const [ledger] = et.book.sheets.filter(({ visible }) => visible !== -1);
    expect([ledger?.name, ledger?.visible]).toEqual([LEDGER_SHEET, 2]);
    const again = createWpsHost(et.application);
    const snapshot = await again.read();
    expect(snapshot.sheets.map(({ name }) => name)).toEqual(bySight(et.book));
    expect(snapshot.ledger?.recognised).toBeUndefined();
    expect(isEmptyPatch(plan(snapshot))).toBe(true);
    expect(report.revision).toBe(snapshot.revision);
  });

  test('takes everything back, and the ledger with it', async () => {
    const { et, host } = open(modes);
    const before = seen(et.book);
    await host.apply(plan(await host.read()));
    expect(await createWpsHost(et.application).undo()).toBe(true);
    expect(seen(et.book)).toEqual(before);
  });

  test('clears everything, and never has two ledgers', async () => {
    const { et, host } = open(modes);
    for (const value of ['49%', '97%', '12%']) {
      et.type(FORM_NAME, 'F8', value);
      await host.apply(plan(await host.read()));
      expect(et.book.sheets.filter(({ visible }) => visible === 2)).toHaveLength(1);
    }
    await host.apply(planClear(await host.read()));
    expect(et.book.sheets.map(({ name }) => name)).toEqual([FORM_NAME]);
  });

  test('a refusal as the old ledger goes leaves none to be seen, and the next write takes it away', async () => {
    const { et, host } = open(modes);
    await host.apply(plan(await host.read()));
    const visible = bySight(et.book);
    et.type(FORM_NAME, 'F8', '49%');
    const next = plan(await host.read());
    et.bridge.fails = (label) => label === 'Worksheet.Delete';
    expect(await failureCodeOf(host.apply(next))).toBe('wps-partly-written');
    et.bridge.fails = null;
    expect(bySight(et.book)).toEqual(visible);
    await host.apply(plan(await host.read()));
    expect(et.book.sheets.filter((sheet) => sheet.visible === 2)).toHaveLength(1);
    expect(bySight(et.book)).toEqual(visible);
  });

  test('one that a person has shown is still the ledger, and no sheet of theirs', async () => {
    const { et, host } = open(modes);
    await host.apply(plan(await host.read()));
    const scores = (await host.read()).ledger?.scores;
    for (const sheet of et.book.sheets) if (sheet.name === LEDGER_SHEET) sheet.visible = -1;
    const { sheets, ledger } = await createWpsHost(et.application).read();
    expect(sheets.map(({ name }) => name)).not.toContain(LEDGER_SHEET);
    expect([ledger?.scores, ledger?.recognised]).toEqual([scores, undefined]);
  });

  test('a person’s sheet of that name stays theirs', async () => {
    const { et, host } = open(modes);
    const [own] = bookOf([{ name: LEDGER_SHEET, rows: [['我的']] }]).sheets;
    if (own) et.book.sheets.push({ ...own, visible: 2 });
    const before = seen(et.book);
    await host.apply(plan(await host.read()));
    expect((await host.read()).sheets.map(({ name }) => name)).toContain(LEDGER_SHEET);
    expect(await createWpsHost(et.application).undo()).toBe(true);
    expect(seen(et.book)).toEqual(before);
  });
});

describe('a WPS that keeps a ledger nowhere', () => {
  /** Our sheets are not wanted: this workbook takes none. */
  const scoresOnly = async (host: ReturnType<typeof createWpsHost>) => ({
    ...plan(await host.read()),
    sheets: [],
  });

  test('writes all the same, and says that it cannot be taken back once closed', async () => {
    const { et, host } = open({ noPlaces: true });
    const before = seen(et.book);
    const report = await host.apply(await scoresOnly(host));
    expect(report.cellsWritten).toBeGreaterThan(0);
    expect(report.degradations).toEqual([
      { kind: 'ledger-not-kept', sheet: FORM_NAME, cell: null },
    ]);
    expect((await host.read()).ledger?.scores.length).toBeGreaterThan(0);
    expect(await host.undo()).toBe(true);
    expect(seen(et.book)).toEqual(before);
  });
});

describe('a WPS that takes no blocks, as on a Mac', () => {
  test('is written cell by cell, our sheets too', async () => {
    const [mac, other] = [open({ noBlocks: true }), open()];
    for (const { host } of [mac, other]) await host.apply(plan(await host.read()));
    expect(seen(mac.et.book)).toEqual(seen(other.et.book));
    expect(await mac.host.undo()).toBe(true);
    expect(seen(mac.et.book)).toEqual(seen(open().et.book));
  });
});

describe('a filtered sheet', () => {
  test('gets every score in its own row, hidden or not', async () => {
    const [filtered, other] = [open(), open()];
    const [sheet] = filtered.et.book.sheets;
    if (!sheet) throw new Error('no sheet');
    sheet.isFiltered = true;
    for (const row of [7, 9]) sheet.hiddenRows.add(row);
    for (const { host } of [filtered, other]) await host.apply(plan(await host.read()));
    const scores = ({ et }: ReturnType<typeof open>) =>
      Array.from({ length: 12 }, (_, row) => {
        const [form] = et.book.sheets;
        return form && (peek(form, { row, column: 6 })?.value ?? null);
      });
    expect(scores(filtered)).toEqual(scores(other));
  });
});

describe('after 另存为', () => {
  test('what was written is taken back, and a plan still holds', async () => {
    const { et, host } = open();
    const before = seen(et.book);
    await host.apply(plan(await host.read()));
    et.saveAs('/新/附表 终稿.xlsx');
    expect(await host.undo()).toBe(true);
    expect(seen(et.book)).toEqual(before);
    const patch = plan(await host.read());
    et.saveAs('/新/附表 终稿2.xlsx');
    expect(await failureCodeOf(host.apply(patch))).toBe('ok');
  });

  test('another workbook that comes to the front is another one', async () => {
    const { et, host } = open();
    await host.apply(plan(await host.read()));
    et.book.name = '另一本.xlsx';
    expect(await failureCodeOf(host.undo())).toBe('other-workbook');
  });

  test('what was known of a workbook of that name is forgotten', async () => {
    const { et, host } = open();
    const { name } = et.book;
    await host.apply(plan(await host.read()));
    et.saveAs('另一本.xlsx');
    et.book.parts.splice(0);
    et.saveAs(name);
    expect(await host.undo()).toBe(true);
  });
});
