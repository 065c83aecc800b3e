import { createExcelHost } from '../../../src/hosts/excel/excel-host';
import { isFailure } from '../../../src/model/failure';
import { pictureOf } from '../../support/excel-fake/fake-book';
import { openFakeExcel, type Fault } from '../../support/excel-fake/fake-excel';
import { formBook, planOf } from '../../support/excel-fake/form-book';

/** So little that a small form takes several requests, as a very large one does. */
const MOST_REQUEST = 120_000;

async function opened() {
  const fake = openFakeExcel({ book: formBook(6) });
  const host = createExcelHost({ ...fake, mostRequest: MOST_REQUEST });
  const patch = planOf(await host.read());
  fake.forgetTrips();
  return { fake, host, patch, before: pictureOf(fake.book) };
}

async function codeOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return '';
  } catch (reason) {
    if (isFailure(reason)) return reason.code;
    throw reason;
  }
}

/** Request 0 checks, the others write; what was written is asked for in the last. */
async function tripsOfWrite(): Promise<number> {
  const { fake, host, patch } = await opened();
  await host.apply(patch);
  return fake.trips.length;
}

test('the same is written in several requests as in one', async () => {
  const { fake, host, patch } = await opened();
  await host.apply(patch);
  const whole = openFakeExcel({ book: formBook(6) });
  const other = createExcelHost(whole);
  await other.apply(planOf(await other.read()));
  expect(fake.trips.length).toBeGreaterThanOrEqual(4);
  expect(pictureOf(fake.book)).toEqual(pictureOf(whole.book));
});

test('texts too long to come back with the write are read in pieces behind it', async () => {
  const fake = openFakeExcel({ book: formBook(6) });
  const host = createExcelHost(fake);
  const patch = planOf(await host.read());
  const longest = '绩'.repeat(32_000);
  const lines = Array.from({ length: 30 }, () => [{ value: longest, style: 'text' as const }]);
  const sheets = patch.sheets
    .map((page) => ({ ...page, rows: [...page.rows, ...lines] }))
    .slice(0, 1);
  const report = await host.apply({ ...patch, sheets });
  expect(report.revision).toBe((await host.read()).revision);
  const answers = fake.trips.map(({ answerBytes }) => answerBytes);
  expect(Math.max(...answers)).toBeGreaterThan(2_000_000);
});

test('a write that is done stays done when Excel cannot be asked what it left', async () => {
  const write = async (refusedFrom: number) => {
    const fake = openFakeExcel({ book: formBook(6) });
    const host = createExcelHost(fake);
    const patch = planOf(await host.read());
    const before = pictureOf(fake.book);
    const lines = Array.from({ length: 30 }, () => [
      { value: '绩'.repeat(32_000), style: 'text' as const },
    ]);
    const sheets = patch.sheets
      .slice(0, 1)
      .map((page) => ({ ...page, rows: [...page.rows, ...lines] }));
    fake.forgetTrips();
    fake.fault = (trip) =>
      trip >= refusedFrom ? { kind: 'refuse', code: 'ServiceUnavailable' } : null;
    const code = await codeOf(host.apply({ ...patch, sheets }));
    const trips = fake.trips.length;
    fake.fault = () => null;
    return { fake, host, before, code, trips };
  };
  const { trips } = await write(Number.POSITIVE_INFINITY);
  const { fake, host, before, code } = await write(trips - 1);
  expect(code).toBe('');
  expect(pictureOf(fake.book)).not.toEqual(before);
  expect(await host.undo()).toBe(true);
  expect(pictureOf(fake.book)).toEqual(before);
});

describe('a write that takes several requests', () => {
  test.each<Fault>([{ kind: 'refuse', code: 'ServiceUnavailable' }, { kind: 'lost' }])(
    '$kind at each of them: all is taken back',
    async (fault) => {
      const trips = await tripsOfWrite();
      for (let at = 1; at < trips; at++) {
        const { fake, host, patch, before } = await opened();
        fake.fault = (trip) => (trip === at ? fault : null);
        expect([at, await codeOf(host.apply(patch))]).toEqual([at, 'excel-refused']);
        expect(pictureOf(fake.book)).toEqual(before);
        expect(fake.book.eventsEnabled).toBe(true);
      }
    },
  );

  test('a halt at each of them is taken back, or leaves a sheet of ours unfinished and says so', async () => {
    const trips = await tripsOfWrite();
    const kinds = new Set<string>();
    for (let at = 1; at < trips; at++) {
      const { fake, host, patch, before } = await opened();
      const halt: Fault = { kind: 'halt', after: 8, code: 'GeneralException' };
      fake.fault = (trip) => (trip === at ? halt : null);
      const report = await host.apply(patch).catch(() => null);
      expect(fake.book.eventsEnabled).toBe(true);
      if (report === null) kinds.add('taken back');
      if (report === null) {
        expect(pictureOf(fake.book)).toEqual(before);
        continue;
      }
      for (const { kind } of report.degradations) kinds.add(kind);
      expect(report.cellsWritten).toBe(patch.values.length);
      expect(await host.undo()).toBe(true);
      expect(pictureOf(fake.book)).toEqual(before);
    }
    expect(kinds).toContain('taken back');
    expect(kinds.has('sheet-unfinished') || kinds.has('looks-left')).toBe(true);
  });

  test('editing a cell from any of them on is said as it is, and undo takes it back', async () => {
    const trips = await tripsOfWrite();
    for (let at = 2; at < trips; at++) {
      const { fake, host, patch, before } = await opened();
      fake.between = (trip) => {
        fake.cellEdit = trip >= at ? 'InvalidOperationInCellEditMode' : null;
      };
      await expect(host.apply(patch)).rejects.toMatchObject({
        code: 'excel-partly-written',
        data: { reason: 'excel-cell-edit' },
      });
      fake.between = null;
      fake.cellEdit = null;
      expect(await host.undo()).toBe(true);
      expect(pictureOf(fake.book)).toEqual(before);
      expect(fake.book.eventsEnabled).toBe(true);
    }
  });
});
