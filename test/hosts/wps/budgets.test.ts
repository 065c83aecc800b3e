import { createWpsHost } from '../../../src/hosts/wps/wps-host';
import { rangeName, type Range } from '../../../src/model/grid';
import type { Patch } from '../../../src/model/patch';
import type { Snapshot } from '../../../src/model/snapshot';
import { failureCodeOf } from '../../support/failure-code';
import { bookOf } from '../../support/wps-fake/book-of';
import { fakeEt, type FakeModes } from '../../support/wps-fake/fake-et';
import { largeForm } from './large-form';

function open(isFilled = false, modes: FakeModes = {}) {
  const et = fakeEt(bookOf([largeForm(isFilled)]), { ...modes, coveredValues: isFilled });
  const counted = async <T>(work: () => Promise<T>): Promise<ReadonlyMap<string, number>> => {
    et.bridge.calls.clear();
    await work();
    return new Map(et.bridge.calls);
  };
  const sum = (calls: ReadonlyMap<string, number>, names: RegExp): number =>
    [...calls].reduce((total, [name, count]) => total + (names.test(name) ? count : 0), 0);
  return { et, host: createWpsHost(et.application), counted, sum };
}

/** 199 scores, 60 flags with fill and note. */
function scoring(snapshot: Snapshot): Patch {
  const [sheet] = snapshot.sheets;
  if (!sheet) throw new Error('no sheet');
  return {
    revision: snapshot.revision,
    values: [
      {
        sheetId: sheet.id,
        top: 1,
        left: 6,
        values: Array.from({ length: 199 }, () => [0.5]),
        before: Array.from({ length: 199 }, () => [null]),
      },
    ],
    flags: Array.from({ length: 60 }, (_, at) => ({
      sheetId: sheet.id,
      cell: { row: 1 + at * 3, column: 4 },
      tone: (['error', 'warning', 'info'] as const)[at % 3] ?? 'info',
      note: `第 ${at} 条`,
    })),
    cached: [],
    sheets: [],
    removeSheets: [],
    ledger: undefined,
  };
}

test.each([
  ['', false],
  [', whose covered cells hold values,', true],
])(
  '200 × 9 cells with 73 merges%s are read in 4 calls for values and 300 for merges',
  async (_, isFilled) => {
    const { host, counted, sum } = open(isFilled);
    const calls = await counted(() => host.read());
    const snapshot = await host.read();
    const [sheet] = snapshot.sheets;
    expect(sheet?.merges.map(rangeName).sort()).toEqual([...(largeForm().merges ?? [])].sort());
    expect(sheet?.values[3]?.[0]).toBeNull();
    expect(sum(calls, /^Range\.(?:Value2|Formula)$/)).toBeLessThanOrEqual(2);
    expect(sum(calls, /^Worksheet\.UsedRange$|^Range\.(?:Value2|Formula)$/)).toBeLessThanOrEqual(4);
    const merges = 3 * sum(calls, /^Range\.MergeArea$/) + 2 * sum(calls, /^Range\.MergeCells$/);
    expect(merges).toBeGreaterThanOrEqual(3 * 73);
    expect(merges).toBeLessThanOrEqual(300);
  },
);

test('of cells of words alone no number format is asked', async () => {
  const rows = [
    ['指标', '说明'],
    ['培训人次', '按计划'],
  ];
  const et = fakeEt(bookOf([{ name: '附表', rows }]));
  await createWpsHost(et.application).read();
  expect(et.bridge.calls.get('Range.NumberFormat') ?? 0).toBe(0);
  expect(et.bridge.calls.get('Range.Value2') ?? 0).toBeGreaterThan(0);
});

test.each<[string, FakeModes]>([
  ['', {}],
  [', where merges side by side answer as one', { mergedAlike: true }],
])(
  '199 scores, 60 fills and 60 notes take 260 calls, with all that is checked before and after%s',
  async (_, modes) => {
    const { et, host, counted, sum } = open(false, modes);
    const snapshot = await host.read();
    const calls = await counted(() => host.apply(scoring(snapshot)));
    const cells = [...(et.book.sheets[0]?.cells.values() ?? [])];
    expect(et.book.sheets[0]?.cells.get('199,6')?.value).toBe(0.5);
    expect(cells.filter(({ note }) => note !== null)).toHaveLength(60);
    expect(cells.filter(({ fill }) => fill !== null)).toHaveLength(60);
    expect(sum(calls, /./)).toBeLessThanOrEqual(260);
  },
);

test.each<[string, (merges: Range[]) => Range[]]>([
  ['those of a column are gone', (merges) => merges.filter(({ left }) => left === 0)],
  ['one has come', (merges) => [...merges, { top: 4, left: 3, bottom: 5, right: 3 }]],
  [
    'one reaches further',
    (merges) => [{ top: 1, left: 0, bottom: 4, right: 1 }, ...merges.slice(1)],
  ],
  ['all are gone', () => []],
])('of more merges than are asked for one by one, it is noticed that %s', async (_, change) => {
  const { et, host } = open();
  const snapshot = await host.read();
  const [sheet] = et.book.sheets;
  if (!sheet) throw new Error('no sheet');
  sheet.merges = change(sheet.merges);
  expect(await failureCodeOf(host.apply(scoring(snapshot)))).toBe('stale-snapshot');
  expect([...sheet.cells.values()].every(({ fill, note }) => fill === null && note === null)).toBe(
    true,
  );
});
