import type { Range } from '../src/model/grid';
import { parseRangeName } from '../src/model/grid';
import type { FormCell, FormSheet, FormStyle } from './form-writer';

/** Invented projects of an invented county, laid out like real forms, with mistakes people make. */
export const EXAMPLE_FORMS: Readonly<Record<string, () => FormSheet>> = {
  '国家样式-项目支出绩效自评表.xlsx': nationalForm,
  '四川样式-部门预算项目支出绩效自评表.xlsx': sichuanForm,
  '广东样式-项目绩效自评指标评分表.xlsx': guangdongForm,
};

type Value = string | number | null;

function cells(style: FormStyle, values: readonly Value[]): FormCell[] {
  return values.map((value) => ({ value, style }));
}

/** Blank cells of a merge keep their border, as in a form made by hand. */
function wide(style: FormStyle, value: Value, columns: number): FormCell[] {
  return cells(style, [value, ...new Array<null>(columns - 1).fill(null)]);
}

function merged(names: readonly string[]): Range[] {
  return names.flatMap((name) => {
    const range = parseRangeName(name);
    return range ? [range] : [];
  });
}

/** Rows of a block as ranges of one column, for labels that span several rows. */
function spans(column: string, first: number, lengths: readonly number[]): string[] {
  let row = first;
  const names: string[] = [];
  for (const length of lengths) {
    if (length > 1) names.push(`${column}${String(row)}:${column}${String(row + length - 1)}`);
    row += length;
  }
  return names;
}

/** 财政部 layout. Wrong: funds score, a missed target with full score, a lost point without reason … */
function nationalForm(): FormSheet {
  const indicators: readonly (readonly Value[])[] = [
    ['产出指标（50分）', '数量指标', '新建集中供水工程', '≥12处', '12处', 6, 6, ''],
    [null, null, '改造供水管网长度', '≥86公里', '86.5公里', 6, 6, ''],
    [null, null, '更换智能水表数量', '≥5200只', '4836只', 5, 5, ''],
    [null, null, '开展管水员培训人次', '≥120人次', '168人次', 5, 5, ''],
    [null, '质量指标', '工程验收合格率', '100%', '100%', 6, 6, ''],
    [
      null,
      null,
      '出厂水水质达标率',
      '≥98%',
      '96.5%',
      6,
      null,
      '两处水源汛期浊度偏高，已加装净水设备',
    ],
    [null, null, '设备故障率', '≤3%', '2.1%', 4, 4, ''],
    [
      null,
      '时效指标',
      '主体工程完工时间',
      '2023年10月底前',
      '2023年11月20日',
      4,
      4,
      '雨季停工，已倒排工期',
    ],
    [null, null, '资金支付及时率', '≥95%', '95%', 4, 3, ''],
    [null, '成本指标', '工程单位造价', '≤2.4万元/公里', '2.38万元/公里', 4, 4, ''],
    ['效益指标（30分）', '经济效益指标', '户均年节约用水支出', '≥180元', '186元', 6, 6, ''],
    [null, '社会效益指标', '受益农村人口', '≥3.2万人', '3.35万人', 8, 8, ''],
    [null, null, '农村自来水普及率', '≥92%', '92.4%', 8, 8, ''],
    [null, '生态效益指标', '地下水超采情况', '有所改善', '基本达成预期指标', 4, 4, ''],
    [null, '可持续影响指标', '工程管护机制', '健全', '达成预期指标', 4, 4, ''],
    [null, null, '指标2：', '', '', null, null, ''],
    [
      '满意度指标（10分）',
      '服务对象满意度指标',
      '受益群众满意度',
      '≥95%',
      '93%',
      10,
      9.8,
      '少数边远村组水压不足，将增设加压设备',
    ],
  ];
  const first = 13;
  const last = first + indicators.length - 1;
  const total = last + 1;
  const filled = indicators.reduce(
    (sum, row) => sum + (typeof row[6] === 'number' ? row[6] : 0),
    10,
  );
  return {
    name: '自评表',
    widths: [19, 21, 25, 18, 18, 9, 10, 40],
    heights: [34, 20, 24, 24, 24, 24, 24, 24, 24, 24, 96, 30],
    landscape: false,
    rows: [
      wide('title', '项目支出绩效自评表', 8),
      wide('subtitle', '（2023年度）', 8),
      [...cells('head', ['项目名称']), ...wide('text', '农村饮水安全巩固提升项目', 7)],
      [
        ...cells('head', ['主管部门']),
        ...wide('text', '青禾县水利局', 3),
        ...cells('head', ['实施单位']),
        ...wide('text', '青禾县农村供水服务中心', 3),
      ],
      cells('head', [
        '项目资金（万元）',
        null,
        '年初预算数',
        '全年预算数',
        '全年执行数',
        '分值',
        '执行率',
        '得分',
      ]),
      fundsRow('年度资金总额', [320, 320, 294.56], [10, 0.92, 10]),
      fundsRow('其中：当年财政拨款', [280, 280, 256.56], ['-', null, '-']),
      fundsRow('上年结转资金', [40, 40, 38], ['-', null, '-']),
      fundsRow('其他资金', [0, 0, 0], ['-', null, '-']),
      [
        ...cells('head', ['年度总体目标']),
        ...wide('head', '预期目标', 3),
        ...wide('head', '实际完成情况', 4),
      ],
      [
        ...cells('head', [null]),
        ...wide(
          'text',
          '新建集中供水工程12处，改造供水管网86公里，更换智能水表5200只，农村自来水普及率达到92%以上，群众用水满意度达到95%以上。',
          3,
        ),
        ...wide(
          'text',
          '新建集中供水工程12处，改造供水管网86.5公里，更换智能水表4836只，农村自来水普及率达到92.4%，群众用水满意度93%。',
          4,
        ),
      ],
      cells('head', [
        '一级指标',
        '二级指标',
        '三级指标',
        '年度指标值',
        '实际完成值',
        '分值',
        '得分',
        '偏差原因分析及改进措施',
      ]),
      ...indicators.map((row) => [
        ...cells('middle', row.slice(0, 2)),
        ...cells('text', row.slice(2, 3)),
        ...cells('middle', row.slice(3, 7)),
        ...cells('text', row.slice(7)),
      ]),
      [
        ...wide('head', '总分', 5),
        { value: 100, style: 'head' },
        { value: filled, formula: `SUM(G${String(first)}:G${String(last)})+H6`, style: 'head' },
        { value: '', style: 'text' },
      ],
      wide('note', '注：资金使用单位按项目填报；定性指标按达成、部分达成、未达成三档给分。', 8),
    ],
    merges: merged([
      'A1:H1',
      'A2:H2',
      'B3:H3',
      'B4:D4',
      'F4:H4',
      'A5:A9',
      'A10:A11',
      'B10:D10',
      'E10:H10',
      'B11:D11',
      'E11:H11',
      ...spans('A', first, [10, 6, 1]),
      ...spans('B', first, [4, 3, 2, 1, 1, 2, 1, 2, 1]),
      `A${String(total)}:E${String(total)}`,
      `A${String(total + 1)}:H${String(total + 1)}`,
    ]),
  };
}

function fundsRow(
  label: string,
  amounts: readonly number[],
  [weight, rate, score]: readonly [Value, Value, Value],
): FormCell[] {
  return [
    ...cells('head', [null]),
    ...cells('text', [label]),
    ...cells('middle', amounts),
    ...cells('middle', [weight]),
    { value: rate, style: 'percent' },
    ...cells('middle', [score]),
  ];
}

/** 四川 layout: sign, value and unit in columns of their own. Wrong: a prompt left in, funds score … */
function sichuanForm(): FormSheet {
  const indicators: readonly (readonly Value[])[] = [
    ['产出指标', '数量指标', '新增养老服务床位', '≥', '150', '张', '150', 10, 10, ''],
    [null, null, '改造特殊困难老年人家庭', '≥', '260', '户', '231', 10, 10, '个别家庭外出务工'],
    [null, null, '培训养老护理员', '≥', '300', '人次', '312', 10, 10, ''],
    [null, '质量指标', '设施验收合格率', '＝', '100', '%', '100', 10, 10, ''],
    [null, null, '护理员持证上岗率', '≥', '90', '%', '0.93', 5, 5, ''],
    [null, '时效指标', '补贴发放时间', '定性', '每季度末前', '', '每季度末前', 5, 5, ''],
    [
      '效益指标',
      '社会效益指标',
      '失能老年人入住率',
      '≥',
      '60',
      '%',
      '58',
      15,
      14.5,
      '新建机构开业较晚，明年加强宣传',
    ],
    [
      null,
      '可持续影响指标',
      '居家社区养老服务体系',
      '定性',
      '进一步完善',
      '',
      '部分达成预期指标',
      10,
      10,
      '',
    ],
    ['满意度指标', '服务对象满意度指标', '入住老年人满意度', '≥', '90', '%', '96', 10, 10, ''],
    ['成本指标', '经济成本指标', '每张床位补助标准', '≤', '1', '万元', '1', 5, 5, ''],
  ];
  const first = 17;
  const total = first + indicators.length;
  return {
    name: '附表',
    widths: [13, 17, 24, 11, 13, 11, 13, 9, 9, 30],
    heights: [34, 22, 24, 24, 24, 60, 26, 22, 22, 22, 22, 22, 22, 70, 22, 22],
    landscape: true,
    rows: [
      wide('title', '部门预算项目支出绩效自评表（2023年度）', 10),
      [...cells('head', ['报表编号']), ...wide('text', '510000_0013zp', 9)],
      [
        ...cells('head', ['项目名称']),
        ...wide('text', '51000023T000008123456-养老服务体系建设补助', 9),
      ],
      [...cells('head', ['主管部门']), ...wide('text', '青禾县民政局本级', 9)],
      [...cells('head', ['实施单位（盖章）']), ...wide('text', '青禾县民政局', 9)],
      [
        ...cells('head', ['项目实施内容及过程概述']),
        ...wide(
          'text',
          '新增养老服务床位，改造特殊困难老年人家庭，培训养老护理员，按季度发放运营补贴。',
          9,
        ),
      ],
      [
        ...cells('head', [
          '项目资金（万元）',
          null,
          '年初预算数',
          '全年预算数',
          '全年执行数',
          '分值',
          '执行率',
        ]),
        ...wide('head', '得分', 3),
      ],
      sichuanFunds('总额', [400, 460, 386.4], [10, 0.84, 10]),
      sichuanFunds('其中：财政资金', [400, 430, 361.4], ['/', 0.8405, '/']),
      sichuanFunds('财政专户管理资金', [0, 0, 0], ['/', null, '/']),
      sichuanFunds('单位资金', [0, 30, 25], ['/', 0.8333, '/']),
      sichuanFunds('其他资金', [null, null, null], ['/', null, '/']),
      [
        ...cells('head', ['年度总体目标']),
        ...wide('head', '预期目标', 4),
        ...wide('head', '实际完成情况', 5),
      ],
      [
        ...cells('head', [null]),
        ...wide(
          'text',
          '新增养老服务床位150张，改造特殊困难老年人家庭260户，培训养老护理员300人次。',
          4,
        ),
        ...wide('text', '对照年度目标，说明相关任务目标的完成情况（100字以内）', 5),
      ],
      [
        ...cells('head', ['一级指标', '二级指标', '三级指标']),
        ...wide('head', '年度指标值', 3),
        ...cells('head', ['完成值', '权重', '得分', '未完成原因分析']),
      ],
      cells('head', [null, null, null, '指标性质', '指标值', '度量单位', null, null, null, null]),
      ...indicators.map((row) => [
        ...cells('middle', row.slice(0, 2)),
        ...cells('text', row.slice(2, 3)),
        ...cells('middle', row.slice(3, 9)),
        ...cells('text', row.slice(9)),
      ]),
      [...wide('head', '总分', 7), ...cells('head', [100, 99, null])],
      [...cells('head', ['评价结论']), ...wide('text', '项目自评总分99分，等级为优。', 9)],
      [
        ...cells('head', ['存在问题']),
        ...wide('text', '部分家庭适老化改造进度偏慢，个别机构入住率不高。', 9),
      ],
      [
        ...cells('head', ['改进措施']),
        ...wide('text', '提前摸底改造对象，分批实施；加强宣传，完善轮候机制。', 9),
      ],
    ],
    merges: merged([
      'A1:J1',
      ...['2', '3', '4', '5', '6'].map((row) => `B${row}:J${row}`),
      'A7:A12',
      ...['7', '8', '9', '10', '11', '12'].map((row) => `H${row}:J${row}`),
      'A13:A14',
      'B13:E13',
      'F13:J13',
      'B14:E14',
      'F14:J14',
      'D15:F15',
      ...['A', 'B', 'C', 'G', 'H', 'I', 'J'].map((column) => `${column}15:${column}16`),
      ...spans('A', first, [6, 2, 1, 1]),
      ...spans('B', first, [3, 2, 1, 1, 1, 1, 1]),
      `A${String(total)}:G${String(total)}`,
      ...[1, 2, 3].map((more) => `B${String(total + more)}:J${String(total + more)}`),
    ]),
  };
}

function sichuanFunds(
  label: string,
  amounts: readonly Value[],
  [weight, rate, score]: readonly [Value, Value, Value],
): FormCell[] {
  return [
    ...cells('head', [null]),
    ...cells('text', [label]),
    ...cells('middle', amounts),
    ...cells('middle', [weight]),
    { value: rate, style: 'percent' },
    ...wide('middle', score, 3),
  ];
}

/** 广东 layout: scores by deduction. Wrong: a score above its weight, points lost without a reason … */
function guangdongForm(): FormSheet {
  const indicators: readonly (readonly Value[])[] = [
    [
      '投入（20分）',
      '项目立项',
      '论证决策',
      6,
      '论证充分、程序完整得6分；缺一项材料扣2分，扣完为止。',
      '',
      6,
    ],
    [
      null,
      null,
      '目标设置',
      6,
      '目标完整、明确、可衡量得6分；一项不符扣2分。',
      '个别目标未量化，扣2分',
      4,
    ],
    [null, '资金落实', '资金到位率', 8, '得分＝资金到位率×8分。', '', 8],
    ['过程（30分）', '资金管理', '资金支付', 10, '得分＝资金支付率×10分。', '', 8.6],
    [null, null, '支出规范性', 8, '制度健全、支出合规、核算规范得8分；一项不符扣2分。', '', 8],
    [null, '事项管理', '实施程序', 6, '招投标、变更、验收程序规范得6分；一项不符扣2分。', '', 6],
    [
      null,
      null,
      '管理情况',
      6,
      '有检查、有记录、有整改得6分；缺一项扣2分。',
      '缺少一次季度检查记录，扣2分',
      4,
    ],
    ['产出（25分）', '经济性', '成本控制', 10, '不超预算得10分；每超1%扣1分。', '', 12],
    [
      null,
      '效率性',
      '完成进度与质量',
      15,
      '按期保质完成得15分；逾期或返工每项扣3分。',
      '一个标段逾期，扣3分',
      12,
    ],
    [
      '效益（25分）',
      '效果性',
      '社会效益',
      15,
      '法律援助覆盖率、受援人数达到目标得15分；按比例扣分。',
      '',
      15,
    ],
    [
      null,
      '公平性',
      '公众满意度',
      10,
      '满意度≥90%得10分；低于90%按比例得分。',
      '满意度88%，扣0.22分',
      9.78,
    ],
  ];
  const first = 5;
  const total = first + indicators.length;
  return {
    name: '评分表',
    widths: [14, 13, 18, 9, 46, 30, 11],
    heights: [34, 22, 24, 28],
    landscape: true,
    rows: [
      wide('title', '项目绩效自评指标评分表', 7),
      wide('subtitle', '（2023年度）', 7),
      [
        ...cells('head', ['项目名称']),
        ...wide('text', '公共法律服务体系建设经费', 3),
        ...cells('text', ['主管部门：青禾县司法局']),
        ...wide('text', '填报日期：2024年3月20日', 2),
      ],
      cells('head', [
        '一级指标',
        '二级指标',
        '三级指标',
        '分值',
        '评分标准',
        '扣分原因',
        '自评得分',
      ]),
      ...indicators.map((row) => [
        ...cells('middle', row.slice(0, 3)),
        ...cells('middle', row.slice(3, 4)),
        ...cells('text', row.slice(4, 6)),
        ...cells('middle', row.slice(6)),
      ]),
      [
        ...wide('head', '合计', 3),
        ...cells('head', [100, null, null]),
        {
          value: indicators.reduce((sum, row) => sum + Math.round(Number(row[6]) * 100), 0) / 100,
          formula: `SUM(G${String(first)}:G${String(total - 1)})`,
          style: 'head',
        },
      ],
    ],
    merges: merged([
      'A1:G1',
      'A2:G2',
      'B3:D3',
      'F3:G3',
      ...spans('A', first, [3, 4, 2, 2]),
      ...spans('B', first, [2, 1, 2, 2, 1, 1, 1, 1]),
      `A${String(total)}:C${String(total)}`,
    ]),
  };
}
