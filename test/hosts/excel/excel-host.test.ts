import { createExcelHost, type ExcelHost } from '../../../src/hosts/excel/excel-host';
import { isFailure } from '../../../src/model/failure';
import { planClear } from '../../../src/engine/plan';
import {
  AUTHOR,
  cellAt,
  changeCell,
  pictureOf,
  sheetNamed,
} from '../../support/excel-fake/fake-book';
import {
  openFakeExcel,
  type FakeExcel,
  type FakeOptions,
} from '../../support/excel-fake/fake-excel';
import { clear, formBook, planOf, score } from '../../support/excel-fake/form-book';
import { emptyPatch, flag, fullPatch, writes } from '../../xlsx/write/sample-patch';

interface Opened {
  readonly fake: FakeExcel;
  readonly host: ExcelHost;
}

function open(options: FakeOptions = {}, rows = 8): Opened {
  const fake = openFakeExcel({ book: formBook(rows), ...options });
  return { fake, host: createExcelHost(fake) };
}

const form = ({ fake }: Opened) => sheetNamed(fake.book, '附表');
const solid = (color: string) => ({ color, pattern: 'Solid', patternColor: '' });

async function codeOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return '';
  } catch (reason) {
    if (isFailure(reason)) return reason.code;
    throw reason;
  }
}

test('below ExcelApi 1.9 it says so at once', () => {
  expect(() => createExcelHost(openFakeExcel({ level: 8 }))).toThrow('excel-too-old');
});

describe('what is read', () => {
  test('errors, dates, hidden rows and columns, visibility, protection and the date system', async () => {
    const opened = open();
    const sheet = form(opened);
    changeCell(sheet, 'E6', { value: '#DIV/0!', isError: true });
    changeCell(sheet, 'E7', { value: 45_000, format: 'yyyy/m/d' });
    changeCell(sheet, 'E8', { value: '#N/A', isQuoted: true });
    sheet.hiddenRows.add(7);
    sheet.hiddenColumns.add(1);
    opened.fake.book.date1904 = true;
    sheetNamed(opened.fake.book, '说明').visibility = 'VeryHidden';
    sheetNamed(opened.fake.book, '说明').isProtected = true;
    const { sheets, date1904 } = await opened.host.read();
    const [read, other] = sheets;
    expect(read?.values[5]?.[4]).toEqual({ error: '#DIV/0!' });
    expect(read?.values[6]?.[4]).toBe(45_000);
    expect(read?.formats[6]?.[4]).toBe('yyyy/m/d');
    expect(read?.values[7]?.[4]).toBe('#N/A');
    expect([...(read?.hiddenRows ?? [])]).toEqual([7]);
    expect([...(read?.hiddenColumns ?? [])]).toEqual([1]);
    expect(date1904).toBe(true);
    expect(other).toMatchObject({ visibility: 'veryHidden', protected: true });
  });

  test('an empty sheet has no rows', async () => {
    const opened = open();
    sheetNamed(opened.fake.book, '说明').cells.clear();
    expect((await opened.host.read()).sheets[1]).toMatchObject({ rowCount: 0, columnCount: 0 });
  });

  test('more than 512 merged areas are all found, at the cost of more round trips', async () => {
    const opened = open({}, 1200);
    for (let row = 6; row < 1206; row++) {
      form(opened).merges.push({ top: row - 1, left: 8, bottom: row - 1, right: 9 });
      changeCell(form(opened), `I${row}`, { value: '备注' });
    }
    const snapshot = await opened.host.read();
    expect(snapshot.sheets[0]?.merges).toHaveLength(1202);
    const { length } = opened.fake.trips;
    expect((await opened.host.read()).revision).toBe(snapshot.revision);
    expect(opened.fake.trips.length - length).toBeLessThan(length);
  });

  test('below 1.13 no merges are known and everything else is', async () => {
    const { sheets } = await open({ level: 12 }).host.read();
    expect(sheets[0]?.merges).toEqual([]);
    expect(sheets[0]?.values[0]?.[0]).toBe('项目支出绩效自评表');
  });

  test('a sheet that reads as null is refused by name', async () => {
    const { host } = open({ mostRead: 50 });
    expect(await codeOf(host.read())).toBe('sheet-too-large');
  });

  test('an answer that is too large is asked for in pieces, and is the same', async () => {
    const whole = await open({}, 3000).host.read();
    const opened = open({ mostPayload: 900_000 }, 3000);
    expect((await opened.host.read()).revision).toBe(whole.revision);
    expect(opened.fake.trips.every(({ answerBytes }) => answerBytes < 3_000_000)).toBe(true);
  });

  test('the results of formulas alone do not make a plan stale', async () => {
    const opened = open();
    changeCell(form(opened), 'J1', { value: 1, formula: 'NOW()' });
    const patch = planOf(await opened.host.read());
    changeCell(form(opened), 'J1', { value: 2 });
    expect((await opened.host.apply(patch)).cellsWritten).toBeGreaterThan(0);
  });
});

describe('flags', () => {
  test('a fill of the user’s comes back, a cell without goes back to none', async () => {
    const opened = open();
    changeCell(form(opened), 'G6', { fill: solid('#FFFF00') });
    changeCell(form(opened), 'G8', {
      fill: { color: '#00FF00', pattern: 'Gray25', patternColor: '#0000FF' },
    });
    const before = await opened.host.read();
    const flags = ['G6', 'G7', 'G8'].map((cell) => flag(before, '附表', cell));
    await opened.host.apply(fullPatch(before, '附表', {}, ['G6', 'G7', 'G8']));
    expect(flags.map((_, index) => cellAt(form(opened), `G${index + 6}`).fill?.pattern)).toEqual([
      'Solid',
      'Solid',
      'Solid',
    ]);
    // Another session: only the workbook remembers.
    const again = createExcelHost(opened.fake);
    await again.apply(planClear(await again.read()));
    expect(cellAt(form(opened), 'G6').fill).toEqual(solid('#FFFF00'));
    expect(cellAt(form(opened), 'G7').fill).toBeNull();
    expect(cellAt(form(opened), 'G8').fill).toEqual({
      color: '#00FF00',
      pattern: 'Gray25',
      patternColor: '#0000FF',
    });
  });

  test('a fill the user changed since stays theirs', async () => {
    const opened = open();
    await opened.host.apply(fullPatch(await opened.host.read(), '附表', {}, ['G6']));
    changeCell(form(opened), 'G6', { fill: solid('#123456') });
    await clear(opened.host);
    expect(cellAt(form(opened), 'G6').fill).toEqual(solid('#123456'));
  });

  test('a gradient cannot be put back, so it is not covered', async () => {
    const opened = open();
    const gradient = { color: '#FFFFFF', pattern: 'LinearGradient', patternColor: '' };
    changeCell(form(opened), 'G6', { fill: gradient });
    await opened.host.apply(fullPatch(await opened.host.read(), '附表', {}, ['G6']));
    expect(cellAt(form(opened), 'G6').fill).toEqual(gradient);
  });

  test('notes of the user’s and threads are kept and said; ours come and go', async () => {
    const opened = open();
    const mine = { author: AUTHOR, content: '我的批注' };
    form(opened).notes.set('G6', mine);
    form(opened).threads.set('G7', '讨论');
    const report = await opened.host.apply(
      fullPatch(await opened.host.read(), '附表', {}, ['G6', 'G7', 'G8']),
    );
    expect(report.degradations.map(({ kind, cell }) => [kind, cell?.row])).toEqual([
      ['note-kept', 5],
      ['note-kept', 6],
    ]);
    expect([...form(opened).notes.keys()]).toEqual(['G6', 'G8']);
    await clear(opened.host);
    expect([...form(opened).notes]).toEqual([['G6', mine]]);
  });

  test('without notes the fill remains, and it is said once per sheet', async () => {
    const opened = open({ level: 17 });
    const report = await opened.host.apply(
      fullPatch(await opened.host.read(), '附表', {}, ['G6', 'G7']),
    );
    expect(report.degradations).toEqual([{ kind: 'notes-unsupported', sheet: '附表', cell: null }]);
    expect(cellAt(form(opened), 'G6').fill).toEqual(solid('#FFC7CE'));
  });

  test('a flag on a merged area shows on its first cell', async () => {
    const opened = open();
    form(opened).merges.push({ top: 5, left: 7, bottom: 6, right: 7 });
    const before = await opened.host.read();
    await opened.host.apply({ ...emptyPatch(before), flags: [flag(before, '附表', 'H7')] });
    expect(cellAt(form(opened), 'H6').fill).toEqual(solid('#FFC7CE'));
    expect([...form(opened).notes.keys()]).toEqual(['H6']);
  });
});

describe('values', () => {
  test('a number in a cell formatted as text stays a number, and the format stays', async () => {
    const opened = open();
    changeCell(form(opened), 'G6', { format: '@' });
    await score(opened.host);
    expect(cellAt(form(opened), 'G6')).toMatchObject({ value: 9, format: '@' });
  });

  test('nothing but plain values is ever sent', async () => {
    const { host } = open();
    const before = await host.read();
    const values = writes(before, '附表', { G6: Number.POSITIVE_INFINITY });
    expect(await codeOf(host.apply({ ...emptyPatch(before), values }))).toBe('patch-number');
  });
});

describe('sheets', () => {
  test('our sheets carry their look, links, chart and view', async () => {
    const opened = open();
    await score(opened.host);
    const summary = sheetNamed(opened.fake.book, '汇总表');
    const findings = sheetNamed(opened.fake.book, '核查清单');
    const [chart] = summary.charts;
    expect(chart).toMatchObject({ type: 'ColumnClustered', name: 'jixiao-summary' });
    expect(chart?.series).toHaveLength(2);
    expect(
      chart?.series.every(({ values, categories }) => values !== '' && categories !== ''),
    ).toBe(true);
    expect(summary.frozenRows).toBeGreaterThan(0);
    expect(summary.layout.Orientation).toBe('Landscape');
    expect(cellAt(summary, 'A1').look['font.Bold']).toBe(true);
    expect([...findings.cells.values()].some(({ link }) => link?.startsWith("'附表'!"))).toBe(true);
    expect(summary.widths.size).toBeGreaterThan(0);
  });

  test('are written anew in place: same sheet, one chart, a chart of the user’s stays', async () => {
    const opened = open();
    await score(opened.host);
    const { id, charts } = sheetNamed(opened.fake.book, '汇总表');
    charts.push({ name: '我的图', type: 'Pie', title: '', position: [], series: [] });
    changeCell(form(opened), 'E6', { value: '7个' });
    await score(opened.host);
    const after = sheetNamed(opened.fake.book, '汇总表');
    expect(after.id).toBe(id);
    expect(after.charts.map(({ name }) => name).sort()).toEqual(
      ['jixiao-summary', '我的图'].sort(),
    );
  });

  test('a sheet of the user’s of that name stays; ours takes another', async () => {
    const opened = open();
    opened.fake.type('说明', 'B1', 'x');
    sheetNamed(opened.fake.book, '说明').name = '汇总表';
    const before = await opened.host.read();
    const report = await opened.host.apply(fullPatch(before, '附表', {}, ['G6']));
    expect(report.sheetsWritten).toEqual(['核查清单', '汇总表(2)']);
    expect(cellAt(sheetNamed(opened.fake.book, '汇总表'), 'A1').value).toBe('填表说明');
    expect((await opened.host.read()).ledger?.sheets.map(({ name }) => name)).toContain(
      '汇总表(2)',
    );
  });

  test('where charts cannot be drawn everything else is done, and it is said', async () => {
    const opened = open({ noCharts: true });
    const report = await score(opened.host);
    expect(report.degradations.map(({ kind }) => kind)).toEqual(['chart-unsupported']);
    expect(sheetNamed(opened.fake.book, '汇总表').charts).toEqual([]);
    expect(opened.fake.book.eventsEnabled).toBe(true);
    expect((await opened.host.read()).ledger?.sheets).not.toHaveLength(0);
  });

  test('a locked structure keeps our sheets out, by name', async () => {
    const opened = open();
    opened.fake.book.isProtected = true;
    const report = await score(opened.host);
    expect(new Set(report.degradations.map(({ kind }) => kind))).toEqual(
      new Set(['structure-protected']),
    );
    expect(opened.fake.book.sheets.map(({ name }) => name)).toEqual(['附表', '说明']);
    expect((await opened.host.read()).ledger?.sheets).toEqual([]);
    expect(report.cellsWritten).toBeGreaterThan(0);
  });
});

describe('what happens between read and write', () => {
  test.each<[string, string, (opened: Opened) => void]>([
    ['a sheet deleted', 'stale-snapshot', ({ fake }) => fake.book.sheets.splice(0, 1)],
    ['a sheet renamed', 'stale-snapshot', (opened) => (form(opened).name = '改名')],
    [
      'a cell edited',
      'stale-snapshot',
      (opened) => {
        changeCell(form(opened), 'E6', { value: '9个' });
      },
    ],
    [
      'a merge made',
      'stale-snapshot',
      (opened) => form(opened).merges.push({ top: 5, left: 6, bottom: 6, right: 6 }),
    ],
    ['a sheet protected', 'stale-snapshot', (opened) => (form(opened).isProtected = true)],
  ])('%s: %s, and nothing is written', async (_, code, happen) => {
    const opened = open();
    const patch = planOf(await opened.host.read());
    happen(opened);
    const before = pictureOf(opened.fake.book);
    expect(await codeOf(opened.host.apply(patch))).toBe(code);
    expect(pictureOf(opened.fake.book)).toEqual(before);
  });

  test('a protected sheet is refused by name before anything is written', async () => {
    const opened = open();
    form(opened).isProtected = true;
    const before = pictureOf(opened.fake.book);
    await expect(score(opened.host)).rejects.toMatchObject({
      code: 'sheet-protected',
      data: { sheet: '附表' },
    });
    expect(pictureOf(opened.fake.book)).toEqual(before);
  });

  test.each(['InvalidOperation', 'InvalidOperationInCellEditMode'])(
    'a cell being edited (%s) is said, and later it works',
    async (code) => {
      const opened = open();
      const patch = planOf(await opened.host.read());
      const before = pictureOf(opened.fake.book);
      opened.fake.cellEdit = code;
      expect(await codeOf(opened.host.read())).toBe('excel-cell-edit');
      expect(await codeOf(opened.host.apply(patch))).toBe('excel-cell-edit');
      expect(pictureOf(opened.fake.book)).toEqual(before);
      opened.fake.cellEdit = null;
      expect((await opened.host.apply(patch)).cellsWritten).toBeGreaterThan(0);
    },
  );

  test('editing that starts right before the write leaves everything as it was', async () => {
    const opened = open();
    const patch = planOf(await opened.host.read());
    const before = pictureOf(opened.fake.book);
    const { length } = opened.fake.trips;
    opened.fake.between = (trip) => {
      opened.fake.cellEdit = trip > length ? 'InvalidOperationInCellEditMode' : null;
    };
    expect(await codeOf(opened.host.apply(patch))).toBe('excel-cell-edit');
    expect(pictureOf(opened.fake.book)).toEqual(before);
  });

  test('stopping is possible until the first cell, and nothing is written then', async () => {
    const opened = open();
    const patch = planOf(await opened.host.read());
    const before = pictureOf(opened.fake.book);
    expect(await codeOf(opened.host.apply(patch, { cancelled: () => true }))).toBe('cancelled');
    expect(pictureOf(opened.fake.book)).toEqual(before);
  });

  test('progress only grows and ends at the total', async () => {
    const opened = open();
    const seen: number[] = [];
    let total = 0;
    await opened.host.apply(planOf(await opened.host.read()), {
      onProgress: (done, all) => {
        seen.push(done);
        total = all;
      },
    });
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
    expect(seen.at(-1)).toBe(total);
  });
});

describe('undo', () => {
  test.each([9, 14, 17, 18])('takes a first scoring back entirely, at 1.%d', async (level) => {
    const opened = open({ level });
    const before = pictureOf(opened.fake.book);
    await score(opened.host);
    expect(pictureOf(opened.fake.book)).not.toEqual(before);
    expect(await opened.host.undo()).toBe(true);
    expect(pictureOf(opened.fake.book)).toEqual(before);
    expect(await opened.host.undo()).toBe(false);
  });

  test('takes a second scoring back to the first, our sheets included', async () => {
    const opened = open();
    await score(opened.host);
    changeCell(form(opened), 'E6', { value: '7个' });
    const before = pictureOf(opened.fake.book);
    await score(opened.host);
    expect(pictureOf(opened.fake.book)).not.toEqual(before);
    expect(await opened.host.undo()).toBe(true);
    expect(pictureOf(opened.fake.book)).toEqual(before);
  });

  test('works after the workbook was closed and opened again', async () => {
    const opened = open();
    const before = pictureOf(opened.fake.book);
    await score(opened.host);
    const again = createExcelHost(opened.fake);
    expect(await again.undo()).toBe(true);
    expect(pictureOf(opened.fake.book)).toEqual(before);
  });

  test('works then although a choice was remembered since', async () => {
    const opened = open();
    const before = pictureOf(opened.fake.book);
    await score(opened.host);
    for (const host of [opened.host, createExcelHost(opened.fake)]) {
      const { revision, ledger } = await host.read();
      const waiver = { check: 'reason-missing', sheet: '附表', cell: 'G6', reason: '已说明' };
      await host.apply({
        values: [],
        flags: [],
        cached: [],
        sheets: [],
        removeSheets: [],
        revision,
        ledger: ledger && { ...ledger, waivers: [...ledger.waivers, waiver] },
      });
    }
    const again = createExcelHost(opened.fake);
    expect(await again.undo()).toBe(true);
    expect(pictureOf(opened.fake.book)).toEqual(before);
  });

  test('leaves what a person changed since', async () => {
    const opened = open();
    await score(opened.host);
    opened.fake.type('附表', 'G6', 5);
    expect(await opened.host.undo()).toBe(true);
    expect(cellAt(form(opened), 'G6').value).toBe(5);
    expect(cellAt(form(opened), 'G8').value).toBe('');
  });

  test('a clear can be taken back in the same session', async () => {
    const opened = open();
    await score(opened.host);
    const before = pictureOf(opened.fake.book);
    await clear(opened.host);
    expect(await opened.host.undo()).toBe(true);
    expect(pictureOf(opened.fake.book)).toEqual(before);
  });
});

describe.each([9, 14, 18])('edit events at 1.%d', (level) => {
  const soon = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 5));

  test('a person’s edit counts, our own writes do not', async () => {
    const opened = open({ level });
    let edits = 0;
    const stop = opened.host.onEdit(() => edits++);
    await soon();
    await score(opened.host);
    await soon();
    expect(edits).toBe(0);
    opened.fake.type('附表', 'E6', '9个');
    await soon();
    expect(edits).toBe(1);
    stop();
    await soon();
    opened.fake.type('附表', 'E6', '8个');
    await soon();
    expect(edits).toBe(1);
  });

  test.each([['at once'], ['a moment later'], ['while Excel is busy']])(
    'whoever begins to listen as another leaves hears of edits: %s',
    async (when) => {
      const opened = open({ level });
      const stop = opened.host.onEdit(() => undefined);
      if (when !== 'while Excel is busy') await soon();
      stop();
      if (when === 'a moment later') await Promise.resolve();
      let edits = 0;
      opened.host.onEdit(() => edits++);
      await soon();
      opened.fake.type('附表', 'E6', '9个');
      await soon();
      expect(edits).toBe(1);
    },
  );

  test('who fails as it hears of an edit keeps nobody else from hearing', async () => {
    const opened = open({ level });
    opened.host.onEdit(() => {
      throw new Error('deaf');
    });
    let edits = 0;
    opened.host.onEdit(() => edits++);
    await soon();
    opened.fake.type('附表', 'E6', '9个');
    await soon();
    expect(edits).toBe(1);
  });

  test('a registration that Excel refused is asked for again', async () => {
    const opened = open({ level });
    opened.fake.fault = () => ({ kind: 'refuse', code: 'ServiceUnavailable' });
    opened.host.onEdit(() => undefined)();
    await soon();
    opened.fake.fault = () => null;
    let edits = 0;
    opened.host.onEdit(() => edits++);
    await soon();
    opened.fake.type('附表', 'E6', '9个');
    await soon();
    expect(edits).toBe(1);
  });

  test('rescoring on every edit never feeds itself', async () => {
    const opened = open({ level, without: ['events-off'] });
    let runs = 0;
    const stop = opened.host.onEdit(() => {
      if (++runs < 40) void score(opened.host);
    });
    await soon();
    opened.fake.type('附表', 'E6', '7个');
    for (let wait = 0; wait < 10; wait++) await soon();
    expect(runs).toBe(1);
    stop();
    await soon();
  });
});

test('select shows a cell, or says that its sheet is gone', async () => {
  const opened = open();
  await opened.host.select('说明', { row: 1, column: 0 });
  expect(opened.fake.book.active).toBe('说明');
  expect(await codeOf(opened.host.select('无', { row: 0, column: 0 }))).toBe('sheet-gone');
});

test('two things at once happen one after the other', async () => {
  const opened = open();
  const patch = planOf(await opened.host.read());
  const [report, snapshot] = await Promise.all([opened.host.apply(patch), opened.host.read()]);
  expect(snapshot.revision).toBe(report.revision);
});

test('values alone leave no ledger in a workbook that has none', async () => {
  const { fake, host } = open({}, 6);
  const snapshot = await host.read();
  const sheet = snapshot.sheets.find(({ name }) => name === '附表');
  await host.apply({
    ...emptyPatch(snapshot),
    values: [{ sheetId: sheet?.id ?? '', top: 5, left: 6, values: [[9]], before: [[null]] }],
  });
  expect(cellAt(sheetNamed(fake.book, '附表'), 'G6').value).toBe(9);
  expect(fake.book.parts).toEqual([]);
});
