import { EXAMPLE_FORMS } from '../../../examples/example-forms';
import { writeForm } from '../../../examples/form-writer';
import { evaluate } from '../../../src/engine/evaluate';
import { DEFAULT_OPTIONS } from '../../../src/engine/options';
import { isEmptyPatch, planClear } from '../../../src/engine/plan';
import { review } from '../../../src/engine/review';
import { createFileHost } from '../../../src/hosts/file/file-host';
import { createWpsHost } from '../../../src/hosts/wps/wps-host';
import type { Patch } from '../../../src/model/patch';
import { isCellError, type Snapshot } from '../../../src/model/snapshot';
import { fileJson } from '../../../src/report/result-json';
import { parseRangeName, rangeName } from '../../../src/model/grid';
import { EMPTY_LEDGER } from '../../../src/model/ledger';
import { xmlOfLedger } from '../../../src/hosts/ledger-xml';
import { failureCodeOf } from '../../support/failure-code';
import { bookOf, type SheetGiven } from '../../support/wps-fake/book-of';
import type { EtApplication } from '../../../src/hosts/wps/object-model';
import { FORM, plan } from './small-form';
import { fakeEt, type FakeModes } from '../../support/wps-fake/fake-et';
import {
  blankSheet,
  cellOf,
  type FakeBook,
  type FakeSheet,
} from '../../support/wps-fake/fake-book';
import { FORM_NAME } from '../../../src/apps/wps/probe/host-cases';

function open(modes: FakeModes = {}, sheets: readonly SheetGiven[] = [FORM]) {
  const et = fakeEt(bookOf(sheets), modes);
  let now = 0;
  const host = createWpsHost(et.application, { now: () => now });
  return { et, host, pass: (milliseconds: number) => (now += milliseconds) };
}

/** All that a person could see of a workbook now; blank cells nobody asked for do not count. */
const picture = ({ sheets, parts }: FakeBook): unknown =>
  structuredClone({
    parts: parts.length,
    sheets: sheets.map(({ name, cells, merges, charts }) => ({
      name,
      merges,
      charts,
      cells: [...cells]
        .filter(([, { value, error, formula, fill, note }]) =>
          [value, error, formula, fill, note].some((one) => one !== null),
        )
        .sort(),
    })),
  });

/** A patch that changes nothing. */
const nothing = ({ revision }: Snapshot): Patch => ({
  revision,
  values: [],
  flags: [],
  cached: [],
  sheets: [],
  removeSheets: [],
  ledger: undefined,
});

/** How often the bridge is crossed meanwhile. */
async function callsOf(
  { et }: ReturnType<typeof open>,
  work: () => Promise<unknown>,
): Promise<number> {
  const start = et.bridge.total;
  await work();
  return et.bridge.total - start;
}

const jsonOf = (snapshot: Snapshot): unknown => {
  const result = evaluate(snapshot, DEFAULT_OPTIONS);
  const findings = review(snapshot, result, DEFAULT_OPTIONS);
  return fileJson('附表.xlsx', 'xlsx', result, findings, { workbook: null });
};

/** The sheets of a file as WPS would open them. */
function sheetsOf({ sheets }: Snapshot): SheetGiven[] {
  return sheets.map(({ name, values, formulas, merges }) => ({
    name,
    merges: merges.map(rangeName),
    rows: values.map((line, row) =>
      line.map((value, column) => {
        const formula = formulas[row]?.[column] ?? null;
        if (formula === null) return value;
        const result = value === null || isCellError(value) ? 0 : value;
        return { formula, value: typeof result === 'boolean' ? String(result) : result };
      }),
    ),
  }));
}

describe.each(Object.entries(EXAMPLE_FORMS))('%s', (_, form) => {
  test('gives the same JSON as from a file, before and after scoring', async () => {
    const file = await createFileHost(writeForm(form()));
    const { host } = open({}, sheetsOf(await file.read()));
    for (let round = 0; round < 2; round++) {
      const [inFile, inWps] = [await file.read(), await host.read()];
      expect(jsonOf(inWps)).toEqual(jsonOf(inFile));
      await file.apply(plan(inFile));
      await host.apply(plan(inWps));
    }
    // The stand-in reckons nothing but sums, so results it should know may be left.
    expect(isEmptyPatch({ ...plan(await host.read()), cached: [] })).toBe(true);
  });
});

test('scores, is stable, and undo brings everything back', async () => {
  const { et, host } = open();
  const before = picture(et.book);
  const report = await host.apply(plan(await host.read()));
  expect(report.degradations).toEqual([]);
  expect(et.book.parts).toHaveLength(1);
  expect(et.book.sheets.find(({ name }) => name === '汇总表')?.charts).toEqual([
    { name: 'jixiao-summary', title: '各级指标分值与复算得分' },
  ]);
  expect(isEmptyPatch(plan(await host.read()))).toBe(true);
  expect(await host.undo()).toBe(true);
  expect(picture(et.book)).toEqual(before);
  expect(await host.undo()).toBe(false);
});

test('another session, or another host, takes the last write back', async () => {
  const { et, host } = open();
  const before = picture(et.book);
  await host.apply(plan(await host.read()));
  const again = createWpsHost(et.application);
  expect(await again.undo()).toBe(true);
  expect(picture(et.book)).toEqual(before);
});

test('it does although a choice was remembered since', async () => {
  const { et, host } = open();
  const before = picture(et.book);
  await host.apply(plan(await host.read()));
  const { revision, ledger } = await host.read();
  await host.apply({
    revision,
    values: [],
    flags: [],
    cached: [],
    sheets: [],
    removeSheets: [],
    ledger: ledger && { ...ledger, directions: { 附表: { 数量: 'reverse' } } },
  });
  const again = createWpsHost(et.application);
  expect(await again.undo()).toBe(true);
  expect(picture(et.book)).toEqual(before);
});

test('the ledger left in WPS is what a file holds: a file host clears what WPS wrote', async () => {
  const { et, host } = open();
  await host.apply(plan(await host.read()));
  const snapshot = await host.read();
  expect(et.book.parts[0]).toMatch(/^<ledger xmlns="urn:jixiao:ledger:1"/);
  await host.apply(planClear(snapshot));
  expect(et.book.parts).toEqual([]);
  expect(et.book.sheets.map(({ name }) => name)).toEqual([FORM_NAME]);
  const [sheet] = et.book.sheets;
  expect([...(sheet?.cells.values() ?? [])].filter(({ fill, note }) => fill ?? note)).toEqual([]);
  expect(sheet?.cells.get('7,6')?.value).toBe(30);
});

test('a fill of the user’s comes back when the flag goes', async () => {
  const { et, host } = open();
  const cell = et.book.sheets[0]?.cells.get('6,6');
  if (!cell) throw new Error('no cell');
  cell.fill = 0x00ff00;
  await host.apply(plan(await host.read()));
  expect(cell.fill).toBe(0xcec7ff);
  await host.apply(planClear(await host.read()));
  expect(cell.fill).toBe(0x00ff00);
});

test.each<[string, FakeModes]>([
  ['', {}],
  [', where several areas answer for the first', { firstArea: true }],
])('every fill of the user’s comes back%s', async (_, modes) => {
  const rows = Array.from({ length: 40 }, (__, row) => ['甲', row]);
  const { et, host } = open(modes, [{ name: '表', rows }]);
  const fills = new Map([
    [3, 0x00ff00],
    [4, 0xff0000],
    [20, 0x00ff00],
    [39, 0x0000ff],
  ]);
  const cells = (row: number) => cellOf(sheetOf(et.book), { row, column: 1 });
  fills.forEach((fill, row) => (cells(row).fill = fill));
  const before = picture(et.book);
  const flags = (tone: 'error' | null) =>
    [0, 3, 4, 5, 9, 12, 15, 18, 19, 20, 21, 30, 39].map((row) => ({
      sheetId: '表',
      cell: { row, column: 1 },
      tone,
      note: null,
    }));
  await host.apply({ ...nothing(await host.read()), flags: flags('error') });
  expect(flags(null).map(({ cell: { row } }) => cells(row).fill)).toEqual(
    flags(null).map(() => 0xcec7ff),
  );
  await host.apply({ ...nothing(await host.read()), flags: flags(null), ledger: null });
  expect(picture(et.book)).toEqual(before);
});

describe('whenever WPS refuses', () => {
  test('reading says so and leaves no switch turned', async () => {
    const { et, host } = open();
    await host.read();
    const most = et.bridge.total;
    for (let at = 1; at <= most; at += 1) {
      const one = open();
      one.et.bridge.throwAt = at;
      expect(await failureCodeOf(one.host.read())).toBe('wps-refused');
    }
  });

  test('writing is taken back, or said to have been halted, with every switch as it was', async () => {
    const whole = open();
    await whole.host.apply(plan(await whole.host.read()));
    const most = whole.et.bridge.total;
    const before = picture(open().et.book);
    const codes = new Set<string>();
    for (let at = 1; at <= most; at += 13) {
      const { et, host } = open();
      const patch = plan(await host.read());
      const start = et.bridge.total;
      et.bridge.throwAt = start + at;
      et.bridge.throwTimes = 1;
      const code = await failureCodeOf(host.apply(patch));
      codes.add(code);
      et.bridge.throwAt = null;
      const { ScreenUpdating, EnableEvents, DisplayAlerts } = et.application;
      expect([at, ScreenUpdating, EnableEvents, DisplayAlerts]).toEqual([at, true, true, true]);
      if (code === 'wps-refused') {
        expect([at, picture(et.book)]).toEqual([at, before]);
      }
    }
    expect([...codes].sort()).toEqual(['ok', 'wps-refused']);
  });
});

test('a WPS that refuses for good never leaves a change without saying so, and undo finds it', async () => {
  const whole = open();
  const planned = plan(await whole.host.read());
  const most = await callsOf(whole, () => whole.host.apply(planned));
  const before = picture(open().et.book);
  const codes = new Set<string>();
  for (let at = 1; at <= most; at += 13) {
    const { et, host } = open();
    const patch = plan(await host.read());
    et.bridge.throwAt = et.bridge.total + at;
    const code = await failureCodeOf(host.apply(patch));
    codes.add(code);
    et.bridge.throwAt = null;
    if (code !== 'wps-refused') expect([at, await host.undo()]).toEqual([at, true]);
    expect([at, picture(et.book)]).toEqual([at, before]);
  }
  expect([...codes].sort()).toEqual(['ok', 'wps-partly-written', 'wps-refused']);
});

describe('a switch that WPS refuses to turn back', () => {
  const SWITCH = /^Application\.(?:ScreenUpdating|EnableEvents|DisplayAlerts)=$/;
  const standing = ({ ScreenUpdating, EnableEvents, DisplayAlerts }: EtApplication) => [
    ScreenUpdating,
    EnableEvents,
    DisplayAlerts,
  ];

  /** From the start of `apply`, the crossings at which a switch is turned. */
  async function turns(): Promise<readonly number[]> {
    const { et, host } = open();
    const patch = plan(await host.read());
    const start = et.bridge.total;
    await host.apply(patch);
    return et.bridge.log.slice(start).flatMap((label, at) => (SWITCH.test(label) ? [at + 1] : []));
  }

  /** An `apply` that is refused as often, from a turn of a switch on. */
  async function refused(at: number, times: number) {
    const opened = open();
    const { et, host } = opened;
    et.application.EnableEvents = false;
    const patch = plan(await host.read());
    et.bridge.throwAt = et.bridge.total + at;
    et.bridge.throwTimes = times;
    await failureCodeOf(host.apply(patch));
    et.bridge.throwAt = null;
    return opened;
  }

  test('twice in a row stands as it was when the write is over', async () => {
    const places = await turns();
    expect(places).toHaveLength(6);
    for (const at of places) {
      const { et } = await refused(at, 2);
      expect([at, ...standing(et.application)]).toEqual([at, true, false, true]);
    }
  });

  test('ever so often is turned back by the next call at the latest', async () => {
    let late = 0;
    for (const at of await turns()) {
      for (const times of [4, 9, 30, 100, Number.POSITIVE_INFINITY]) {
        const { et, host } = await refused(at, times);
        if (standing(et.application).join() !== 'true,false,true') late += 1;
        await host.read();
        expect([at, times, ...standing(et.application)]).toEqual([at, times, true, false, true]);
      }
    }
    expect(late).toBeGreaterThan(0);
  });
});

describe('a sheet that was added, but that WPS refuses to name', () => {
  /** An `apply` refused from the naming of a sheet on. */
  async function halfway(which: number, times: number) {
    const whole = open();
    const planned = plan(await whole.host.read());
    const start = whole.et.bridge.total;
    await whole.host.apply(planned);
    const namings = whole.et.bridge.log
      .slice(start)
      .flatMap((label, at) => (label === 'Worksheet.Name=' ? [at + 1] : []));
    const opened = open();
    const { et, host } = opened;
    const before = picture(et.book);
    const patch = plan(await host.read());
    et.bridge.throwAt = et.bridge.total + (namings[which] ?? Number.NaN);
    et.bridge.throwTimes = times;
    const code = await failureCodeOf(host.apply(patch));
    et.bridge.throwAt = null;
    const strays = et.book.sheets.filter(({ name }) => /^Sheet\d/.test(name));
    return { ...opened, code, before, strays };
  }

  test.each([0, 1, 2])('is gone when the write is taken back: sheet %d', async (which) => {
    const { et, code, before } = await halfway(which, 1);
    expect(code).toBe('wps-refused');
    expect(picture(et.book)).toEqual(before);
  });

  test.each([0, 1, 2])(
    'or at the next call, where WPS refused all else: sheet %d',
    async (which) => {
      const { et, host, code, before, strays } = await halfway(which, Number.POSITIVE_INFINITY);
      expect([code, strays.length]).toEqual(['wps-partly-written', 1]);
      await host.read();
      expect(et.book.sheets).toHaveLength(1 + which);
      expect(await host.undo()).toBe(true);
      expect(picture(et.book)).toEqual(before);
    },
  );

  test('is the person’s own once they wrote on it', async () => {
    const { et, host, strays } = await halfway(0, Number.POSITIVE_INFINITY);
    const [stray] = strays;
    if (!stray) throw new Error('no sheet');
    et.type(stray.name, 'A1', '我的');
    await host.read();
    expect(et.book.sheets.map(({ name }) => name)).toEqual([FORM_NAME, stray.name]);
  });

  test('is asked for a few times only, where the person took it away', async () => {
    const opened = await halfway(0, Number.POSITIVE_INFINITY);
    const { et, host, strays } = opened;
    et.book.sheets = et.book.sheets.filter((one) => !strays.includes(one));
    const calls: number[] = [];
    for (let round = 0; round < 5; round += 1) {
      calls.push(await callsOf(opened, () => host.read()));
    }
    expect(calls[0]).toBeGreaterThan(calls[4] ?? 0);
    expect(calls[3]).toBe(calls[4]);
  });
});

describe('what a version may lack', () => {
  test('a chart that cannot be finished is taken away again, and said to be missing', async () => {
    const whole = open();
    const planned = plan(await whole.host.read());
    const start = whole.et.bridge.total;
    await whole.host.apply(planned);
    const log = whole.et.bridge.log.slice(start);
    const first = log.indexOf('Shapes.AddChart2') + 1;
    const made = log.indexOf('Shape.Name=') + 1;
    const last = log.lastIndexOf('Series.Name=') + 1;
    expect(last - made).toBeGreaterThan(5);
    for (let at = first; at <= last; at += 1) {
      const { et, host } = open();
      const patch = plan(await host.read());
      et.bridge.throwAt = et.bridge.total + at;
      // Once a chart stands there, taking it away is refused at first as well.
      et.bridge.throwTimes = at < made ? 1 : 2;
      const { degradations } = await host.apply(patch);
      const charts = et.book.sheets.flatMap((sheet) => sheet.charts);
      expect([at, charts, degradations.map(({ kind }) => kind)]).toEqual([
        at,
        [],
        ['chart-unsupported'],
      ]);
    }
  });

  test('without charts the summary is written and the chart said to be missing', async () => {
    const { host } = open({ noCharts: true });
    const report = await host.apply(plan(await host.read()));
    expect(report.degradations).toEqual([
      { kind: 'chart-unsupported', sheet: '汇总表', cell: null },
    ]);
  });

  test('without a workbook both reading and writing say so', async () => {
    const host = createWpsHost({ ...open().et.application, ActiveWorkbook: null });
    expect(await failureCodeOf(host.read())).toBe('no-workbook');
    expect(await failureCodeOf(host.undo())).toBe('no-workbook');
  });
});

test('a protected sheet is refused', async () => {
  const { et, host } = open();
  const [sheet] = et.book.sheets;
  if (!sheet) throw new Error('no sheet');
  sheet.isProtected = true;
  expect(await failureCodeOf(host.apply(plan(await host.read())))).toBe('sheet-protected');
});

test('what is dropped without a word is noticed by reading back, and all of it taken back', async () => {
  const { et, host } = open({ silentProtection: true });
  const [sheet] = et.book.sheets;
  if (!sheet) throw new Error('no sheet');
  sheet.isProtected = true;
  const before = picture(et.book);
  expect(await failureCodeOf(host.apply(plan(await host.read())))).toBe('wps-not-kept');
  expect(picture(et.book)).toEqual(before);
});

/** Ways WPS may put down something else than it was given. */
const TAKES: readonly (readonly [string, (value: number) => unknown])[] = [
  ['another number', (value) => value + 0.01],
  ['the number as text', (value) => `'${value}`],
  ['a blank', () => null],
];

test.each(TAKES)('%s instead of what was written: all of it is taken back', async (_, other) => {
  const takes = (given: unknown): unknown => {
    if (typeof given === 'number') return other(given);
    return Array.isArray(given) ? given.map(takes) : given;
  };
  const { et, host } = open({ takes });
  const [sheet] = et.book.sheets;
  if (!sheet) throw new Error('no sheet');
  const before = picture(et.book);
  const patch = plan(await host.read());
  expect(patch.values.length).toBeGreaterThan(0);
  expect(await failureCodeOf(host.apply(patch))).toBe('wps-not-kept');
  expect(picture(et.book)).toEqual(before);
});

test('a cell between two written ones that did not stay is named, and put back by undo', async () => {
  const rows = FORM.rows.map((row, at) =>
    row.map((value, column) => (at === 9 && column === 6 ? null : value)),
  );
  let isOdd = true;
  const modes: FakeModes = {
    takes: (given) => {
      const [sheet] = et.book.sheets;
      if (sheet && isOdd) cellOf(sheet, { row: 8, column: 6 }).value = 1;
      return given;
    },
  };
  const { et, host } = open(modes, [{ ...FORM, rows }]);
  const report = await host.apply(plan(await host.read()));
  isOdd = false;
  expect(report.degradations).toContainEqual({
    kind: 'cell-otherwise',
    sheet: FORM_NAME,
    cell: { row: 8, column: 6 },
  });
  expect(await host.undo()).toBe(true);
  expect(cellOf(sheetOf(et.book), { row: 8, column: 6 }).value).toBe(27);
});

const sheetOf = ({ sheets: [sheet] }: FakeBook): FakeSheet => {
  if (!sheet) throw new Error('no sheet');
  return sheet;
};

describe('what changed between reading and writing is noticed before anything is written', () => {
  const mergesOf = (...names: string[]) => names.flatMap((name) => parseRangeName(name) ?? []);
  const SMALL: SheetGiven = {
    name: '表',
    rows: [
      ['题', null, null],
      ['甲', '一', 10],
      [null, '二', 20],
      ['乙', '三', 30],
    ],
    merges: ['A1:C1', 'A2:A3'],
  };
  const cell = (book: FakeBook, row: number, column: number) =>
    cellOf(sheetOf(book), { row, column });

  test.each<[string, string, (book: FakeBook) => void]>([
    ['nothing', 'ok', () => undefined],
    ['a value', 'stale-snapshot', (book) => (cell(book, 2, 1).value = '改')],
    ['a formula', 'stale-snapshot', (book) => (cell(book, 2, 2).formula = '=1+19')],
    ['a format', 'stale-snapshot', (book) => (cell(book, 2, 2).format = '0%')],
    ['a hidden row, which is no content', 'ok', (book) => sheetOf(book).hiddenRows.add(2)],
    ['a hidden column', 'ok', (book) => sheetOf(book).hiddenColumns.add(1)],
    ['a merge taken away', 'stale-snapshot', (book) => (sheetOf(book).merges = mergesOf('A1:C1'))],
    [
      'a merge made larger',
      'stale-snapshot',
      (book) => (sheetOf(book).merges = mergesOf('A1:C1', 'A2:A4')),
    ],
    [
      'a merge made smaller',
      'stale-snapshot',
      (book) => (sheetOf(book).merges = mergesOf('A1:B1', 'A2:A3')),
    ],
    [
      'a merge of blank cells, to be seen by its cells only',
      'stale-snapshot',
      (book) => (sheetOf(book).merges = mergesOf('A1:C1', 'A2:A3', 'D2:D3')),
    ],
    ['a row at the end', 'stale-snapshot', (book) => (cell(book, 4, 0).value = '新')],
    ['the protection', 'stale-snapshot', (book) => (sheetOf(book).isProtected = true)],
    ['the name', 'stale-snapshot', (book) => (sheetOf(book).name = '另一张')],
    ['the sheet itself', 'stale-snapshot', (book) => book.sheets.shift()],
    ['another sheet', 'stale-snapshot', (book) => book.sheets.push(blankSheet('新'))],
    ['the visibility', 'stale-snapshot', (book) => (sheetOf(book).visible = 0)],
    ['the ledger', 'stale-snapshot', (book) => book.parts.push(xmlOfLedger(EMPTY_LEDGER))],
  ])('%s: %s', async (_, code, change) => {
    const { et, host } = open({}, [SMALL, { name: '说明', rows: [['留着']] }]);
    const snapshot = await host.read();
    change(et.book);
    const before = picture(et.book);
    const values = [{ sheetId: '表', top: 1, left: 2, values: [[1]], before: [[10]] }];
    expect(await failureCodeOf(host.apply({ ...nothing(snapshot), values }))).toBe(code);
    if (code !== 'ok') expect(picture(et.book)).toEqual(before);
  });
});

test('after a write the revision is that of a fresh reading, merges of our sheets included', async () => {
  const { et, host } = open();
  const report = await host.apply(plan(await host.read()));
  expect(report.revision).toBe((await createWpsHost(et.application).read()).revision);
  expect((await host.read()).sheets.flatMap(({ merges }) => merges).length).toBeGreaterThan(3);
});

describe('when another workbook came to the front', () => {
  async function openTwo() {
    const first = open();
    const second = open();
    Object.assign(second.et.book, { name: '/表/另一本.xlsx' });
    let front = first.et.application;
    const host = createWpsHost(
      new Proxy(first.et.application, {
        get: (_, name) => Reflect.get(front, name) as unknown,
        set: (_, name, value) => Reflect.set(front, name, value),
      }),
    );
    for (const { book, application } of [second.et, first.et]) {
      front = application;
      await host.apply(plan(await host.read()));
      expect(book.parts).toHaveLength(1);
    }
    return {
      host,
      first: first.et.book,
      second: second.et.book,
      bring: (which: 'first' | 'second') => {
        front = which === 'first' ? first.et.application : second.et.application;
      },
    };
  }

  test('a plan is not written into it', async () => {
    const { host, second, bring } = await openTwo();
    const cleared = planClear(await host.read());
    bring('second');
    const before = picture(second);
    expect(await failureCodeOf(host.apply(cleared))).toBe('stale-snapshot');
    expect(picture(second)).toEqual(before);
  });

  test('undo says so and takes nothing back, until the right one is in front again', async () => {
    const { host, first, second, bring } = await openTwo();
    bring('second');
    const before = [picture(first), picture(second)];
    await expect(host.undo()).rejects.toMatchObject({
      code: 'other-workbook',
      data: { workbook: '附表.xlsx' },
    });
    expect([picture(first), picture(second)]).toEqual(before);
    bring('first');
    expect(await host.undo()).toBe(true);
    expect(first.parts).toEqual([]);
    expect(second.parts).toHaveLength(1);
  });

  test('undo is for the one that was read since', async () => {
    const { host, first, second, bring } = await openTwo();
    bring('second');
    await host.read();
    expect(await host.undo()).toBe(true);
    expect(second.parts).toEqual([]);
    expect(first.parts).toHaveLength(1);
    bring('first');
    await expect(host.undo()).rejects.toMatchObject({ data: { workbook: '另一本.xlsx' } });
  });

  test('no cell of it is shown', async () => {
    const { host, second, bring } = await openTwo();
    bring('second');
    second.active = null;
    expect(await failureCodeOf(host.select(FORM_NAME, { row: 0, column: 0 }))).toBe(
      'other-workbook',
    );
    bring('first');
    expect(await failureCodeOf(host.select(FORM_NAME, { row: 0, column: 0 }))).toBe('ok');
    expect(second.active).toBeNull();
  });
});

describe.each<[string, FakeModes]>([
  ['events within the write', {}],
  ['late events', { lateEvents: true }],
  ['events all the same', { stubbornEvents: true }],
  ['late events all the same', { lateEvents: true, stubbornEvents: true }],
])('with %s', (_, modes) => {
  test('own writes call nobody, a person’s edit does', async () => {
    const { et, host, pass } = open(modes);
    let heard = 0;
    const stop = host.onEdit(() => {
      heard += 1;
    });
    await host.apply(plan(await host.read()));
    et.deliver();
    expect(heard).toBe(0);
    pass(10_000);
    et.type(FORM_NAME, 'E8', '97%');
    et.deliver();
    expect(heard).toBe(1);
    stop();
    et.type(FORM_NAME, 'E8', '96%');
    et.deliver();
    expect(heard).toBe(1);
  });
});

test('a merge without content is found before anything is written over it', async () => {
  const { et, host } = open({}, [
    {
      name: '表',
      rows: [
        ['甲', 'x'],
        ['乙', null],
        ['丙', null],
      ],
      merges: ['B2:B3'],
    },
  ]);
  const snapshot = await host.read();
  const patch: Patch = {
    revision: snapshot.revision,
    values: [{ sheetId: '表', top: 2, left: 1, values: [[1]], before: [[null]] }],
    flags: [],
    cached: [],
    sheets: [],
    removeSheets: [],
    ledger: undefined,
  };
  const before = picture(et.book);
  expect(await failureCodeOf(host.apply(patch))).toBe('patch-merge-hidden');
  expect(picture(et.book)).toEqual(before);
});

test('a number goes into a text cell as a number, and the cell stays a text cell', async () => {
  const { et, host } = open({}, [{ name: '表', rows: [['甲', 'x']] }]);
  const cell = et.book.sheets[0]?.cells.get('0,1');
  if (!cell) throw new Error('no cell');
  cell.format = '@';
  const snapshot = await host.read();
  await host.apply({
    revision: snapshot.revision,
    values: [{ sheetId: '表', top: 0, left: 1, values: [[9.5]], before: [['x']] }],
    flags: [],
    cached: [],
    sheets: [],
    removeSheets: [],
    ledger: undefined,
  });
  expect([cell.value, cell.format]).toEqual([9.5, '@']);
});

test('every merge is read: with content or without, and whatever its covered cells hold', async () => {
  const merges = ['A1:C1', 'A2:A4', 'B3:C4', 'D2:D3', 'C6:D7'];
  const rows = Array.from({ length: 7 }, (_, row) =>
    ['甲', '乙', '丙', '丁'].map((text) => (row === 5 || row === 6 ? null : `${text}${row}`)),
  );
  const { host } = open({ coveredValues: true }, [{ name: '表', rows, merges }]);
  const [sheet] = (await host.read()).sheets;
  expect(sheet?.merges.map(rangeName)).toEqual(['A1:C1', 'A2:A4', 'D2:D3', 'B3:C4', 'C6:D7']);
  expect(sheet?.values).toEqual([
    ['甲0', null, null, '丁0'],
    ['甲1', '乙1', '丙1', '丁1'],
    [null, '乙2', null, null],
    [null, null, null, '丁3'],
    ['甲4', '乙4', '丙4', '丁4'],
  ]);
});
