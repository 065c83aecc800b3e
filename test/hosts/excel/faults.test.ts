import { createExcelHost, type ExcelHost } from '../../../src/hosts/excel/excel-host';
import { isFailure } from '../../../src/model/failure';
import { changeCell, pictureOf, sheetNamed } from '../../support/excel-fake/fake-book';
import { openFakeExcel, type FakeExcel, type Fault } from '../../support/excel-fake/fake-excel';
import { formBook, planOf, score } from '../../support/excel-fake/form-book';

interface Opened {
  readonly fake: FakeExcel;
  readonly host: ExcelHost;
}

/** A workbook that was scored once and has changed since: values, flags and all sheets are to change. */
async function scoredOnce(level: number): Promise<Opened> {
  const fake = openFakeExcel({ book: formBook(8), level });
  const host = createExcelHost(fake);
  await score(host);
  const form = sheetNamed(fake.book, '附表');
  changeCell(form, 'E6', { value: '7个' });
  changeCell(form, 'E7', { value: '6个' });
  await host.read();
  return { fake, host };
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

/** How many requests a write takes, and how many actions each has. */
async function tripsOfWrite(level: number): Promise<readonly number[]> {
  const { fake, host } = await scoredOnce(level);
  const patch = planOf(await host.read());
  fake.forgetTrips();
  await host.apply(patch);
  return fake.trips.map(({ actions }) => actions);
}

/** One fault at request `at` of the write; afterwards Excel works again. */
async function writeWith(level: number, at: number, fault: Fault) {
  const { fake, host } = await scoredOnce(level);
  const patch = planOf(await host.read());
  const before = pictureOf(fake.book);
  fake.forgetTrips();
  fake.fault = (trip) => (trip === at ? fault : null);
  const code = await codeOf(host.apply(patch));
  return { fake, host, patch, before, code };
}

describe.each([9, 14, 17, 18])('one fault in a write, ExcelApi 1.%d', (level) => {
  test.each([0, 1])(
    'request %d turned away: nothing is changed, and it works again',
    async (at) => {
      const { fake, host, before, code } = await writeWith(level, at, {
        kind: 'refuse',
        code: 'ServiceUnavailable',
      });
      expect(code).toBe('excel-refused');
      expect(pictureOf(fake.book)).toEqual(before);
      expect((await score(host)).cellsWritten).toBeGreaterThan(0);
    },
  );

  test.each([0, 1])('the answer to request %d lost: all or nothing', async (at) => {
    const { fake, before, code } = await writeWith(level, at, { kind: 'lost' });
    expect(code).toBe('excel-refused');
    expect(pictureOf(fake.book)).toEqual(before);
    expect(fake.book.eventsEnabled).toBe(true);
  });

  test('a halt at any action of the write is taken back entirely', async () => {
    const trips = await tripsOfWrite(level);
    const actions = trips[1] ?? 0;
    expect(actions).toBeGreaterThan(100);
    // More places for the newest level: all levels write by the same steps.
    const stride = Math.max(1, Math.floor(actions / (level === 18 ? 12 : 4)));
    for (let after = 1; after < actions; after += stride) {
      const { fake, before, code } = await writeWith(level, 1, {
        kind: 'halt',
        after,
        code: 'GeneralException',
      });
      const complete = code === '';
      if (!complete) {
        expect(code).toBe('excel-refused');
        expect(pictureOf(fake.book)).toEqual(before);
      }
      expect(fake.book.eventsEnabled).toBe(true);
    }
  });
});

test('where it cannot be taken back it says how far it came, and undo does it later', async () => {
  const { fake, host } = await scoredOnce(18);
  const patch = planOf(await host.read());
  const before = pictureOf(fake.book);
  fake.forgetTrips();
  fake.fault = (trip) => {
    if (trip === 1) return { kind: 'halt', after: 60, code: 'GeneralException' };
    return trip > 1 ? { kind: 'refuse', code: 'InvalidOperationInCellEditMode' } : null;
  };
  await expect(host.apply(patch)).rejects.toMatchObject({ code: 'excel-partly-written' });
  expect(pictureOf(fake.book)).not.toEqual(before);
  fake.fault = () => null;
  expect(await host.undo()).toBe(true);
  expect(pictureOf(fake.book)).toEqual(before);
  expect(fake.book.eventsEnabled).toBe(true);
});

test('events that could not be switched on again are, with the next request', async () => {
  const { fake, host } = await scoredOnce(18);
  const patch = planOf(await host.read());
  fake.forgetTrips();
  fake.fault = (trip) => {
    if (trip === 1) return { kind: 'halt', after: 60, code: 'GeneralException' };
    return trip > 1 ? { kind: 'refuse', code: 'InvalidOperationInCellEditMode' } : null;
  };
  await codeOf(host.apply(patch));
  expect(fake.book.eventsEnabled).toBe(false);
  fake.fault = () => null;
  await host.read();
  expect(fake.book.eventsEnabled).toBe(true);
});

test('a user who keeps events off keeps them off', async () => {
  const { fake, host } = await scoredOnce(18);
  fake.book.eventsEnabled = false;
  await score(host);
  expect(fake.book.eventsEnabled).toBe(false);
});
