import type { EngineOptions } from '../../../src/engine/options';
import { createExcelHost } from '../../../src/hosts/excel/excel-host';
import type { Patch } from '../../../src/model/patch';
import type { Snapshot } from '../../../src/model/snapshot';
import { cellName } from '../../../src/model/grid';
import { openFakeExcel, type Trip } from '../../support/excel-fake/fake-excel';
import { roundTrips } from '../../bench/excel-round-trips';
import { bookOf, pictureOf, sheetNamed } from '../../support/excel-fake/fake-book';
import { formBook, formOf, planOf } from '../../support/excel-fake/form-book';
import { snapshotOf, type SheetSpec } from '../../support/snapshot-of';

const WEB_LIMIT = 5 * 1024 * 1024;

interface Cost {
  readonly trips: number;
  readonly actions: number;
  /** Bytes of the largest request, and of all. */
  readonly request: number;
  readonly sent: number;
  /** Bytes of all answers. */
  readonly received: number;
  /** Answers above the limit of Excel on the web. */
  readonly refused: number;
}

const costOf = (trips: readonly Trip[]): Cost => ({
  trips: trips.length,
  actions: trips.reduce((sum, { actions }) => sum + actions, 0),
  request: Math.max(0, ...trips.map(({ requestBytes }) => requestBytes)),
  sent: trips.reduce((sum, { requestBytes }) => sum + requestBytes, 0),
  received: trips.reduce((sum, { answerBytes }) => sum + answerBytes, 0),
  refused: trips.filter(({ answerBytes }) => answerBytes > WEB_LIMIT).length,
});

async function costs(rows: number, mostPayload: number, options: Partial<EngineOptions> = {}) {
  const fake = openFakeExcel({ book: formBook(rows), mostPayload });
  const host = createExcelHost(fake);
  const snapshot = await host.read();
  const read = costOf(fake.trips);
  const patch = planOf(snapshot, options);
  fake.forgetTrips();
  await host.apply(patch);
  return { read, write: costOf(fake.trips), patch };
}

/** The plan with a fill and a note on the score of every indicator, as bad a form as there is. */
function flaggedEverywhere(patch: Patch, snapshot: Snapshot, rows: number): Patch {
  const sheetId = snapshot.sheets.find(({ name }) => name === '附表')?.id ?? '';
  const known = new Set(patch.flags.map(({ cell }) => cellName(cell)));
  const note = patch.flags.reduce((longest, flag) => {
    const text = flag.note ?? '';
    return text.length > longest.length ? text : longest;
  }, '');
  const more = Array.from({ length: rows }, (_, index) => ({
    sheetId,
    cell: { row: FIRST_ROW + index, column: SCORE },
    tone: 'error' as const,
    note,
  })).filter(({ cell }) => !known.has(cellName(cell)));
  const ledger = patch.ledger && {
    ...patch.ledger,
    flags: [
      ...patch.ledger.flags,
      ...more.map(({ cell, tone }) => ({ sheet: '附表', cell: cellName(cell), tone, note })),
    ],
  };
  return { ...patch, flags: [...patch.flags, ...more], ledger };
}

const NO_LIMIT = Number.POSITIVE_INFINITY;

/** Where the indicators of `formOf` begin, and where their scores are. */
const FIRST_ROW = 5;
const SCORE = 6;
/** What one request may be; Excel on the web refuses 5 MB. */
const MOST_REQUEST = 4_500_000;

describe('a fill and a note on every row, in Excel on the web', () => {
  test.each([
    { rows: 60, read: 2, write: 2, again: 2, actions: 1_300, sent: 450_000 },
    { rows: 300, read: 2, write: 2, again: 2, actions: 3_100, sent: 1_700_000 },
    { rows: 3_000, read: 2, write: 5, again: 5, actions: 22_000, sent: 9_000_000 },
    { rows: 20_000, read: 8, write: 33, again: 13, actions: 130_000, sent: 35_000_000 },
  ])(
    '$rows rows: at most $read round trips to read and $write to write',
    async ({ rows, read, write, again, actions, sent }) => {
      const fake = openFakeExcel({ book: formBook(rows), mostPayload: WEB_LIMIT });
      const host = createExcelHost(fake);
      const snapshot = await host.read();
      const reading = costOf(fake.trips);
      const patch = flaggedEverywhere(planOf(snapshot), snapshot, rows);
      fake.forgetTrips();
      const report = await host.apply(patch);
      const writing = costOf(fake.trips);
      expect(report).toMatchObject({ flagsSet: patch.flags.length, degradations: [] });
      expect(patch.flags.length).toBeGreaterThan(rows);
      expect(sheetNamed(fake.book, '附表').notes.size).toBe(report.flagsSet);
      expect(reading.trips).toBeLessThanOrEqual(read);
      expect(writing.trips).toBeLessThanOrEqual(write);
      expect(writing.actions).toBeLessThanOrEqual(actions);
      expect(writing.sent).toBeLessThanOrEqual(sent);
      expect(Math.max(reading.request, writing.request)).toBeLessThan(MOST_REQUEST);
      fake.forgetTrips();
      await host.read();
      const rereading = costOf(fake.trips);
      expect(rereading.trips).toBeLessThanOrEqual(again);
      // That Excel has a limit at all is found out by being refused, once, and only when reading.
      expect(writing.refused).toBe(0);
      expect(reading.refused + rereading.refused).toBeLessThanOrEqual(1);
    },
    300_000,
  );
});

test.each([300, 3_000])(
  '%d rows flagged in Excel on the web are taken back after the workbook was closed and opened',
  async (rows) => {
    const fake = openFakeExcel({ book: formBook(rows), mostPayload: WEB_LIMIT });
    const before = pictureOf(fake.book);
    const host = createExcelHost(fake);
    const snapshot = await host.read();
    await host.apply(flaggedEverywhere(planOf(snapshot), snapshot, rows));
    expect(await createExcelHost(fake).undo()).toBe(true);
    expect(pictureOf(fake.book)).toEqual(before);
  },
  60_000,
);

describe('what reading and writing a form costs', () => {
  test.each([
    [60, 300_000],
    [300, 1_000_000],
  ])('%d rows: two round trips to read, two to write, below %d bytes', async (rows, bytes) => {
    const { read, write } = await costs(rows, WEB_LIMIT);
    expect(read.trips).toBe(2);
    expect(read.actions).toBeLessThanOrEqual(40);
    expect(write.trips).toBe(2);
    expect(write.request).toBeLessThan(bytes);
  });

  test('3,000 rows: two to read; three to write and one for each 4.5 MB sent or received', async () => {
    const { read, write } = await costs(3000, WEB_LIMIT);
    expect(read.trips).toBe(2);
    expect(read.actions).toBeLessThanOrEqual(40);
    const more = Math.floor((write.sent + write.received) / MOST_REQUEST);
    expect(write.trips).toBeLessThanOrEqual(3 + more);
    expect(write.request).toBeLessThanOrEqual(MOST_REQUEST);
  });

  test('20,000 rows: two to read and three to write the scores where Excel has no limit', async () => {
    const { read, write, patch } = await costs(20_000, NO_LIMIT, {
      flags: false,
      summary: false,
      outline: false,
    });
    expect(patch.values.length).toBeGreaterThan(9_000);
    expect(read.trips).toBe(2);
    expect(read.actions).toBeLessThanOrEqual(40);
    expect(write.trips).toBeLessThanOrEqual(3);
    expect(write.actions).toBeLessThan(300);
  });

  test('20,000 rows on the web: in pieces, because the answer would be above 5 MB', async () => {
    const web = openFakeExcel({ book: formBook(20_000), mostPayload: WEB_LIMIT });
    const host = createExcelHost(web);
    await host.read();
    expect(web.trips.length).toBeLessThanOrEqual(8);
  });

  test('small sheets before a large one on the web share a round trip', async () => {
    const small = Array.from({ length: 9 }, (_, at) => ({ name: `小表${at}`, rows: [['甲', at]] }));
    const tripsFor = async (sheets: readonly SheetSpec[]): Promise<number> => {
      const web = openFakeExcel({
        book: bookOf(snapshotOf([...sheets, formOf(20_000)])),
        mostPayload: WEB_LIMIT,
      });
      await createExcelHost(web).read();
      return web.trips.length;
    };
    expect(await tripsFor(small)).toBeLessThanOrEqual((await tripsFor([])) + 1);
  });

  test('actions to write grow with what has a note, not with the cells', async () => {
    const [small, large] = [await costs(60, NO_LIMIT), await costs(300, NO_LIMIT)];
    expect(large.read.actions).toBe(small.read.actions);
    const more = large.write.actions - small.write.actions;
    expect(more / (large.patch.flags.length - small.patch.flags.length)).toBeLessThan(8);
  });

  test('cell by cell, 300 rows take more than a hundred times the round trips', async () => {
    const { ours, cellByCell } = await roundTrips(300);
    expect(ours).toBe(4);
    expect(cellByCell / ours).toBeGreaterThan(100);
  });
});
