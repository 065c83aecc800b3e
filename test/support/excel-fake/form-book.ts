import { evaluate } from '../../../src/engine/evaluate';
import { DEFAULT_OPTIONS, type EngineOptions } from '../../../src/engine/options';
import { planClear, planPatch } from '../../../src/engine/plan';
import type { HostPort } from '../../../src/hosts/port';
import type { Patch, PatchReport } from '../../../src/model/patch';
import type { CellValue, Snapshot } from '../../../src/model/snapshot';
import { bookOf, type FakeBook } from './fake-book';
import { recalculate } from './fake-formulas';
import { snapshotOf, type SheetSpec } from '../snapshot-of';

const HEAD = [
  '一级指标',
  '二级指标',
  '三级指标',
  '年度指标值',
  '实际完成值',
  '分值',
  '得分',
  '偏差原因分析及改进措施',
];

const LEVELS = [
  ['产出指标', '数量指标'],
  ['产出指标', '质量指标'],
  ['效益指标', '社会效益指标'],
  ['满意度指标', '服务对象满意度'],
] as const;

/** An indicator: half have a blank score, some are wrong, some give no reason. */
function line(index: number, count: number): CellValue[] {
  const [level1, level2] = LEVELS[Math.floor((index * LEVELS.length) / count)] ?? LEVELS[0];
  const weight = Math.max(0.01, Math.round((90 / count) * 100) / 100);
  const met = index % 5 !== 0;
  return [
    level1,
    level2,
    `改造老旧管网第${index + 1}标段`,
    '≥10个',
    met ? '10个' : '8个',
    weight,
    index % 2 === 0 ? null : weight,
    '',
  ];
}

/** A form with so many indicators from row 6 on, and a total that sums them. */
export function formOf(count: number): SheetSpec {
  const rows: CellValue[][] = [
    ['项目支出绩效自评表'],
    ['（2023年度）'],
    ['项目资金（万元）', '年初预算数', '全年预算数', '全年执行数', '分值', '执行率', '得分'],
    ['年度资金总额', 100, 100, 90, 10, 0.9, null],
    HEAD,
    ...Array.from({ length: count }, (_, index) => line(index, count)),
    ['总分', null, null, null, null, 100, 0, null],
  ];
  const last = 5 + count;
  return {
    name: '附表',
    rows,
    merges: ['A1:H1', 'A2:H2'],
    formulas: { [`G${last + 1}`]: `SUM(G4,G6:G${last})` },
    formats: { F4: '0%' },
  };
}

/** The form in a workbook with a sheet beside it that must stay as it is. */
export const formSnapshot = (count: number): Snapshot =>
  snapshotOf([formOf(count), { name: '说明', rows: [['填表说明'], ['留着']] }]);

/** That workbook open in Excel, its formulas worked out. */
export function formBook(count: number): FakeBook {
  const book = bookOf(formSnapshot(count));
  recalculate(book);
  return book;
}

export const planOf = (snapshot: Snapshot, options: Partial<EngineOptions> = {}): Patch => {
  const all = { ...DEFAULT_OPTIONS, ...options };
  return planPatch(snapshot, evaluate(snapshot, all), all);
};

/** What the button does. */
export async function score(
  host: HostPort,
  options: Partial<EngineOptions> = {},
): Promise<PatchReport> {
  return host.apply(planOf(await host.read(), options));
}

export const clear = async (host: HostPort): Promise<PatchReport> =>
  host.apply(planClear(await host.read()));
