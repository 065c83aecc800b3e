import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SummaryJson } from '../../../src/report/summary-json';
import { openXlsx } from '../../../src/xlsx/open';
import { buildSheet } from '../../support/workbook-builder';
import { runJixiao } from '../../support/run-jixiao';

const HEAD = [
  ...['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分'],
  '偏差原因分析及改进措施',
];

const form = (project: string, department: string, things: string, score = 100): Uint8Array =>
  buildSheet([
    ['项目支出绩效自评表（2023年度）'],
    ['项目名称', project, null, null, '主管部门', department],
    ['项目资金（万元）', '年初预算数', '全年预算数', '全年执行数', '分值', '执行率', '得分'],
    ['年度资金总额', 40.1, 50.2, 50.2, 10, '100%', 10],
    HEAD,
    [
      '产出指标',
      '数量指标',
      `${things}数量`,
      '≥10个',
      score < 100 ? '8个' : '10个',
      50,
      score - 50,
    ],
    ['效益指标', '社会效益指标', `${things}受益人数`, '≥200人', '210人', 40, 40],
    ['总分', null, null, null, null, 100, score],
  ]);

let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'jixiao-summary-'));
  const forms = {
    'a/渠道整修.xlsx': form('渠道整修工程', '水利局', '整修渠道'),
    'a/泵站更新.xlsx': form('泵站设备更新', '水利局', '更新泵站'),
    'b/校舍加固.xlsx': form('校舍加固改造', '教育局', '加固校舍', 90),
    'b/河道清淤.xlsx': form('河道清淤疏浚', '水利局', '清淤河段'),
  };
  for (const [name, bytes] of Object.entries(forms)) {
    mkdirSync(join(folder, 'forms', name, '..'), { recursive: true });
    writeFileSync(join(folder, 'forms', name), bytes);
  }
  writeFileSync(join(folder, 'bad.xlsx'), 'PK\u0003\u0004 cut off');
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const jixiao = (...argv: readonly string[]) => runJixiao(folder, argv);

const summaryOf = async (...argv: readonly string[]) => {
  const told = await jixiao('summary', ...argv, '--json');
  return { ...told, summary: JSON.parse(told.out) as SummaryJson };
};

test('a line each project, in the order of the files, and what the projects of a unit show together', async () => {
  const { status, summary, err } = await summaryOf('forms');
  expect([status, err]).toEqual([0, '']);
  expect(Object.keys(summary)).toEqual([
    'version',
    'engine',
    'group',
    'projects',
    'groups',
    'findings',
    'failed',
  ]);
  expect(summary.projects.map(({ number, project }) => [number, project])).toEqual([
    [1, '泵站设备更新'],
    [2, '渠道整修工程'],
    [3, '校舍加固改造'],
    [4, '河道清淤疏浚'],
  ]);
  expect(summary.projects[2]).toMatchObject({
    department: '教育局',
    initial: 40.1,
    executed: 50.2,
    rate: 1,
    indicators: 2,
    met: 1,
    unmet: 1,
    filledScore: 90,
    deviations: ['加固校舍数量'],
  });
  expect(summary.findings.map(({ rule, places }) => [rule, places.length])).toEqual([
    ['unit-all-full', 3],
  ]);
});

test('from results it says the same lines as from the workbooks, and what it cannot say', async () => {
  const parts = [];
  for (const shard of [0, 1, 2]) {
    const { out } = await jixiao('check', 'forms', '--ndjson', '--shard', `${shard}/3`);
    writeFileSync(join(folder, `r${shard}.ndjson`), out);
    parts.push(`r${shard}.ndjson`);
  }
  const { summary, err, status } = await summaryOf(...parts);
  const whole = await summaryOf('forms');
  const lines = ({ projects }: SummaryJson) =>
    projects.map((row) => JSON.stringify({ ...row, number: 0 })).sort();
  expect(lines(summary)).toEqual(lines(whole.summary));
  expect([status, summary.findings]).toEqual([0, []]);
  expect(err).toContain('项目之间的核查没有做全');
});

test('results of a run that was stopped say so; what is no result is refused by its line', async () => {
  const { out } = await jixiao('check', 'forms', '--ndjson');
  const lines = out.trimEnd().split('\n');
  writeFileSync(join(folder, 'stopped.ndjson'), lines.slice(0, 2).join('\r\n'));
  const stopped = await summaryOf('stopped.ndjson');
  expect(stopped.summary.projects).toHaveLength(2);
  expect(stopped.err).toContain('“stopped.ndjson”没有写完');
  for (const bad of ['{"path":"a"}', 'nothing', '[]', '{"path":"a","ok":true,"tables":[{}]}']) {
    writeFileSync(join(folder, 'bad.ndjson'), [...lines.slice(0, 2), bad].join('\n'));
    const told = await jixiao('summary', 'bad.ndjson');
    expect([told.status, told.out]).toEqual([2, '']);
    expect(told.err).toContain('“bad.ndjson”第 3 行');
  }
  expect((await jixiao('summary', 'none.ndjson')).err).toContain('找不到“none.ndjson”');
});

test('what failed is listed and counts', async () => {
  const { status, summary } = await summaryOf('forms', 'bad.xlsx');
  expect(status).toBe(2);
  expect(summary.failed.map(({ path, error }) => [path, error.code])).toEqual([
    ['bad.xlsx', 'file-damaged'],
  ]);
});

test('groups add up and stand together', async () => {
  const { summary } = await summaryOf('forms', '--group', 'department');
  expect(summary.projects.map(({ department }) => department)).toEqual([
    '水利局',
    '水利局',
    '水利局',
    '教育局',
  ]);
  expect(summary.groups.map(({ name, projects, initial }) => [name, projects, initial])).toEqual([
    ['水利局', 3, 120.3],
    ['教育局', 1, 40.1],
  ]);
  const byFolder = await summaryOf('forms', '--group', 'folder');
  expect(byFolder.summary.groups.map(({ name }) => name)).toEqual(['forms/a', 'forms/b']);
});

test('a workbook is written, and never over one that is there', async () => {
  const told = await jixiao('summary', 'forms', '--out', '汇总.xlsx', '--group', 'department');
  expect([told.status, told.err]).toEqual([0, '']);
  const first = readFileSync(join(folder, '汇总.xlsx'));
  const [sheet] = openXlsx(first).snapshot.sheets;
  expect(sheet?.values.map((row) => row[1])).toEqual(
    expect.arrayContaining(['项目名称', '泵站设备更新', '小计：水利局（3 个项目）']),
  );
  const again = await jixiao('summary', 'forms', '--out', '汇总.xlsx');
  expect([again.status, again.out]).toEqual([2, '']);
  expect(readFileSync(join(folder, '汇总.xlsx')).equals(first)).toBe(true);
  expect((await jixiao('summary', 'forms', '--out', '汇总.xlsx', '--force')).status).toBe(0);
  expect(readFileSync(join(folder, '汇总.xlsx')).equals(first)).toBe(false);
});

test.each([
  [['forms', '--group', 'town'], '--group'],
  [['forms', '--out', '汇总.csv'], '.xlsx'],
  [[], '没有说要处理哪个文件'],
])('%j is refused', async (argv, text) => {
  const { status, out, err } = await jixiao('summary', ...argv);
  expect([status, out]).toEqual([2, '']);
  expect(err).toContain(text);
});
