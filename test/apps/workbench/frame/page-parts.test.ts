import fc from 'fast-check';
import {
  failureOf,
  figuresOf,
  filtered,
  ordered,
  BATCH_COLUMNS,
} from '../../../../src/apps/workbench/batch/batch';
import { looksLikeWorkbook, saveName } from '../../../../src/apps/workbench/files/file-names';
import { barsWidth, shortened } from '../../../../src/apps/workbench/books/level-chart';
import { readWorkbenchPreferences } from '../../../../src/apps/workbench/frame/preferences';
import { nextRegion, regionsOf, type Region } from '../../../../src/apps/workbench/frame/regions';
import { SHORTCUTS, shortcutOf } from '../../../../src/apps/workbench/frame/shortcuts';
import { paneWidthIn } from '../../../../src/apps/workbench/frame/splitter';
import type { BatchRow } from '../../../../src/apps/workbench/worker/protocol';
import { CATALOGUES } from '../../../support/texts';

const row = (part: Partial<BatchRow>): BatchRow => ({
  name: '附表.xlsx',
  project: null,
  table: 0,
  score: null,
  weight: null,
  executionRate: null,
  grade: null,
  errors: 0,
  warnings: 0,
  infos: 0,
  failure: null,
  ...part,
});

describe('names of saved files', () => {
  test.each([
    ['附表.xlsx', 'xlsx', [], '附表.xlsx'],
    ['附表.XLSX', 'xlsx', ['附表.xls'], '附表.xlsx'],
    ['附表.xls', 'xls', [], '附表.xlsx'],
    ['附表.et', 'et', ['说明.xlsx'], '附表.xlsx'],
    ['附表.xls', 'xls', ['附表.xlsx'], '附表.xls.xlsx'],
    ['附表.xlsm', 'xlsm', [], '附表.xlsm'],
    // Macros hidden in an .xlsx would not open under that name.
    ['附表.xlsx', 'xlsm', [], '附表.xlsm'],
    ['2023.附表', 'xls', [], '2023.xlsx'],
  ] as const)('%s (%s) beside %j is saved as %s', (name, format, others, expected) => {
    expect(saveName(name, format, others)).toBe(expected);
  });

  test('workbooks are told by their names, lock files left out', () => {
    const names = ['a.xlsx', 'b/附表.XLS', 'c.et', 'd.xlsm', '~$a.xlsx', 'b/~$c.xls', 'e.docx'];
    expect(names.filter(looksLikeWorkbook)).toEqual(['a.xlsx', 'b/附表.XLS', 'c.et', 'd.xlsm']);
  });
});

describe('rows of a batch', () => {
  test('are sorted by numbers as numbers and by grades as grades, empty ones last both ways', () => {
    const rows = [
      row({ score: 9.5, grade: '中' }),
      row({ score: 100, grade: '优' }),
      row({}),
      row({ score: 88, grade: '良' }),
    ];
    const scores = (descending: boolean) =>
      ordered(rows, { column: 'score', descending }).map(({ score }) => score);
    expect(scores(false)).toEqual([9.5, 88, 100, null]);
    expect(scores(true)).toEqual([100, 88, 9.5, null]);
    expect(ordered(rows, { column: 'grade', descending: false }).map(({ grade }) => grade)).toEqual(
      ['优', '良', '中', null],
    );
    expect(ordered(rows, null)).toBe(rows);
  });

  test('sorting neither loses nor invents a row, whatever the column', () => {
    const some = fc.record({
      score: fc.option(fc.integer({ min: 0, max: 100 })),
      grade: fc.option(fc.constantFrom('优', '良', '中', '差', '甲')),
      project: fc.option(fc.string()),
      errors: fc.nat(5),
    });
    fc.assert(
      fc.property(
        fc.array(some),
        fc.constantFrom(...BATCH_COLUMNS),
        fc.boolean(),
        (parts, column, descending) => {
          const rows = parts.map(row);
          const sorted = ordered(rows, { column, descending });
          expect(new Set(sorted)).toEqual(new Set(rows));
          expect(sorted).toHaveLength(rows.length);
        },
      ),
    );
  });

  test('are found by file and project, and by what is wrong with them', () => {
    const failed = row({ name: '坏.xls', failure: { code: 'file-damaged', data: { part: 'x' } } });
    const wrong = row({ project: '饮水 A', errors: 2, score: 80 });
    const rows = [failed, wrong, row({ project: '其他' })];
    expect(filtered(rows, { text: ' 饮水 a ', only: 'all' })).toEqual([wrong]);
    expect(filtered(rows, { text: '坏', only: 'all' })).toEqual([failed]);
    expect(filtered(rows, { text: '', only: 'errors' })).toEqual([wrong]);
    expect(filtered(rows, { text: '', only: 'failed' })).toEqual([failed]);
    expect(filtered(rows, { text: '', only: 'incomplete' })).toEqual([rows[2]]);
    expect(failureOf(failed)).toMatchObject({ code: 'file-damaged', data: { part: 'x' } });
    expect(failureOf(wrong)).toBeNull();
  });

  test('are summed up', () => {
    const rows = [
      row({ score: 90, grade: '优', errors: 1 }),
      row({ score: 95.25, grade: '优' }),
      // A part of a table: its points are no score out of a hundred.
      row({ score: 18, weight: 20 }),
      row({}),
      row({ name: '坏.xls', failure: { code: 'file-empty', data: {} } }),
    ];
    expect(figuresOf(rows)).toEqual({
      projects: 4,
      files: 2,
      failed: 1,
      withErrors: 1,
      graded: 2,
      meanScore: 92.63,
    });
    expect(figuresOf([]).meanScore).toBeNull();
  });
});

describe('preferences', () => {
  test('what is damaged or unknown is that of a first visit', () => {
    for (const stored of [
      null,
      'x',
      '[]',
      '7',
      '{"theme":"pink","paneWidth":-1,"language":"fr"}',
    ]) {
      expect(readWorkbenchPreferences(stored)).toMatchObject({
        theme: 'system',
        language: 'zh-CN',
        autoRecalculate: true,
        example: true,
        paneWidth: 380,
        chart: null,
      });
    }
  });

  test('what was kept is read again', () => {
    const kept = {
      introduced: true,
      language: 'en',
      autoRecalculate: false,
      theme: 'dark',
      chart: false,
      example: false,
      paneWidth: 500,
    } as const;
    expect(readWorkbenchPreferences(JSON.stringify(kept))).toEqual(kept);
  });
});

describe('shortcuts', () => {
  const keys = (code: string, mode = '', key = '') => ({
    code,
    key,
    ctrlKey: mode.includes('c'),
    metaKey: mode.includes('m'),
    altKey: mode.includes('a'),
    shiftKey: mode.includes('s'),
  });

  test('keys mean what the list says', () => {
    expect(shortcutOf(keys('KeyS', 'c'))?.name).toBe('save');
    expect(shortcutOf(keys('KeyS', 'm'))?.name).toBe('save');
    expect(shortcutOf(keys('KeyS', 'cs'))?.name).toBe('saveAs');
    expect(shortcutOf(keys('KeyJ', 'cas'))?.name).toBe('score');
    expect(shortcutOf(keys('F6', '', 'F6'))?.name).toBe('regions');
    expect(shortcutOf(keys('F6', 's', 'F6'))?.name).toBe('regionsBack');
    expect(shortcutOf(keys('KeyZ', 'c'))?.name).toBe('undo');
    expect(shortcutOf(keys('F8', '', 'F8'))?.name).toBe('nextFinding');
    expect(shortcutOf(keys('F8', 's', 'F8'))?.name).toBe('previousFinding');
    expect(shortcutOf(keys('Digit3', 'a'))).toEqual({ name: 'file', file: 2 });
  });

  test('other keys stay with the grid and the browser', () => {
    for (const other of [
      keys('KeyS'),
      keys('KeyZ', 'cs'),
      keys('KeyC', 'c'),
      keys('Digit1', 'c'),
      keys('KeyS', 'ca'),
      keys('F6', 'a', 'F6'),
    ]) {
      expect(shortcutOf(other)).toBeNull();
    }
  });

  test('every one has its words', () => {
    expect(SHORTCUTS.map(({ name }) => `workbench.shortcut.${name}`)).toEqual(
      expect.arrayContaining(
        Object.keys(CATALOGUES['zh-CN']).filter((key) => key.startsWith('workbench.shortcut.')),
      ),
    );
  });
});

test('F6 goes round the page and back', () => {
  const round = (back: boolean, first: Region | null): (Region | null)[] => {
    const regions = regionsOf(true);
    const seen: (Region | null)[] = [];
    for (let at = nextRegion(regions, first, back); seen.length < 4;) {
      seen.push(at);
      at = nextRegion(regions, at, back);
    }
    return seen;
  };
  expect(round(false, 'sheet')).toEqual(['pane', 'top', 'sheet', 'pane']);
  expect(round(true, 'sheet')).toEqual(['top', 'pane', 'sheet', 'top']);
  expect(round(false, null)[0]).toBe('sheet');
  expect(round(true, null)[0]).toBe('top');
  expect(nextRegion(regionsOf(false), 'top', false)).toBe('main');
});

test('the bars of the drawing take what letters of one size leave, and are always there', () => {
  expect([200, 350, 760, 2000].map(barsWidth)).toEqual([64, 134, 544, 544]);
});

it.each([
  ['预算执行', '预算执行'],
  ['Budget execution', 'Budget execution'],
  ['服务对象满意度指标', '服务对象满意度指标'],
  ['社会公众或服务对象满意度', '社会公众或服务对…'],
])('names a bar of the chart in its column: %s', (label, shown) => {
  expect(shortened(label)).toBe(shown);
});

test('the pane is never narrower than 320 px and leaves the sheet its room', () => {
  expect(paneWidthIn(380, 1366)).toBe(380);
  expect(paneWidthIn(100, 1366)).toBe(320);
  expect(paneWidthIn(2000, 1366)).toBe(966);
  expect(paneWidthIn(500, 600)).toBe(320);
});
