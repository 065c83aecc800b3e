import type { CellSpec, SheetSpec } from '../support/workbook-builder';

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

interface Row {
  readonly level: readonly [string, string];
  readonly name: string;
  readonly target: string;
  readonly actual: string;
  readonly weight: CellSpec;
  readonly score: CellSpec;
}

const OUTPUT = ['产出指标', '数量指标'] as const;
const QUALITY = ['产出指标', '质量指标'] as const;
const BENEFIT = ['效益指标', '社会效益指标'] as const;

const times = (count: number, make: (at: number) => Row): Row[] =>
  Array.from({ length: count }, (_, at) => make(at + 1));

/** Missed and given full marks, without a reason: two findings each. */
const missed = times(15, (at) => ({
  level: OUTPUT,
  name: `维修第${String(at)}段渠道`,
  target: '≥20公里',
  actual: '18公里',
  weight: 3,
  score: 3,
}));
const blank = times(8, (at) => ({
  level: BENEFIT,
  name: `受益第${String(at)}村人数`,
  target: '≥100人',
  actual: '100人',
  weight: 2.5,
  score: null,
}));
/** A rate under 数量指标. */
const misplaced = times(5, (at) => ({
  level: OUTPUT,
  name: `第${String(at)}批工程验收合格率`,
  target: '≥95%',
  actual: '96%',
  weight: '2',
  score: '2',
}));
const lost = times(3, (at) => ({
  level: QUALITY,
  name: `第${String(at)}期培训合格率`,
  target: '≥90%',
  actual: '81%',
  weight: 5,
  score: 4.5,
}));

const rowsOf = (rows: readonly Row[]): CellSpec[][] =>
  rows.map(({ level, name, target, actual, weight, score }) => [
    ...level,
    name,
    target,
    actual,
    weight,
    score,
    '',
  ]);

/** A form as a hurried person hands it in: 51 findings of seven causes. */
export const FAULTY_FORM: SheetSpec = {
  name: '附表',
  rows: [
    ['项目支出绩效自评表'],
    ['（2023年度）'],
    ['项目名称', '灌区维修项目'],
    ['项目资金（万元）', '年初预算数', '全年预算数', '全年执行数', '分值', '执行率', '得分'],
    ['年度资金总额', 100, 100, 95, 10, '90%', 9.5],
    HEAD,
    ...rowsOf([...missed, ...misplaced, ...lost, ...blank]),
    ['总分', null, null, null, null, 100, 99, null],
  ],
};
