import { createExcelHost } from '../../../src/hosts/excel/excel-host';
import { pictureOf, sheetNamed } from '../../support/excel-fake/fake-book';
import { openFakeExcel } from '../../support/excel-fake/fake-excel';
import { formBook, planOf, score } from '../../support/excel-fake/form-book';

// What only a real Excel can answer (docs/excel-probe.md), and what happens until somebody asked it.

/** A form scored in an Excel that refuses some calls, by the kind of their object and their name. */
async function scoredWithout(...refused: readonly string[]) {
  const fake = openFakeExcel({
    book: formBook(40),
    fails: (kind, name) => (refused.includes(`${kind}.${name}`) ? 'GeneralException' : null),
  });
  const host = createExcelHost(fake);
  const before = pictureOf(fake.book);
  const patch = planOf(await host.read());
  const report = await host.apply(patch);
  return { fake, host, before, patch, report };
}

const fillsOf = ({ fake }: Awaited<ReturnType<typeof scoredWithout>>) =>
  [...sheetNamed(fake.book, '附表').cells].flatMap(([key, { fill }]) =>
    fill ? [[key, fill]] : [],
  );

test('an address of several areas that is refused: fills are set one by one', async () => {
  const plain = await scoredWithout();
  const some = await scoredWithout('sheet.GetRanges');
  expect(fillsOf(plain).length).toBeGreaterThan(10);
  expect(fillsOf(some)).toEqual(fillsOf(plain));
  expect(some.report.cellsWritten).toBe(some.patch.values.length);
  expect(some.report.degradations.map(({ kind }) => kind)).not.toContain('cell-not-kept');
  expect(await some.host.undo()).toBe(true);
  expect(pictureOf(some.fake.book)).toEqual(some.before);
});

test.each([
  ['counted', 'bookNotes.GetCount'],
  ['asked for', 'notes.GetItemOrNullObject'],
])(
  'notes that cannot be %s: scores and fills are written, notes said to be missing',
  async (_, refused) => {
    const plain = await scoredWithout();
    const { report, patch, ...rest } = await scoredWithout(refused);
    expect(report.cellsWritten).toBe(patch.values.length);
    expect(fillsOf({ report, patch, ...rest })).toEqual(fillsOf(plain));
    const kinds = report.degradations.map(({ kind }) => kind);
    const isUnasked = refused === 'notes.GetItemOrNullObject';
    expect(kinds.includes('notes-unsupported')).toBe(isUnasked);
  },
);

test('a ledger that is written twice in one request is found the second time by its namespace', async () => {
  const { fake, host } = await scoredWithout();
  expect(fake.book.parts).toHaveLength(1);
  const [first] = fake.book.parts;
  expect(await host.undo()).toBe(true);
  await score(host);
  fake.type('附表', 'E6', '10个');
  await score(host);
  expect(fake.book.parts).toHaveLength(1);
  expect(fake.book.parts[0]?.id).not.toBe(first?.id);
});

test.each([
  [18, [true, 0]],
  [19, [false, 3]],
] as const)(
  'looking keeps what Ctrl+Z takes back, writing does from 1.19 on: 1.%d',
  async (level, after) => {
    const fake = openFakeExcel({ book: formBook(12), level });
    const host = createExcelHost(fake);
    await host.read();
    for (const value of ['看', '看过', '再看']) fake.type('说明', 'A2', value);
    const snapshot = await host.read();
    expect(fake.undoable()).toBe(3);
    await host.apply(planOf(snapshot));
    expect([host.capabilities.clearsHistory, fake.undoable()]).toEqual(after);
  },
);
