import type { TableResult } from '../../../src/model/score';
import { readReport } from '../../../src/report/text/read-report';
import { verifyReport } from '../../../src/report/text/verify-report';
import { rowReader } from '../../../src/report/text/table-rows';
import { fundsRow, quantity, tableResult, type RowSpec } from '../fixtures';

const INDICATORS = ['一级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分'];
const FUNDS = ['资金来源', '年初预算数（万元）', '全年预算数', '全年执行数', '执行率'];

describe('a row of a table in a report', () => {
  it.each<[readonly string[], string, readonly string[], string | null]>([
    [
      INDICATORS,
      '',
      ['产出指标', '新建泵站数量', '≥14座', '15座', '20', '20'],
      '新建泵站数量年度指标值≥14座，实际完成值15座，分值20分，得分20分。',
    ],
    [
      ['指标名称', '单位', '目标值', '完成值'],
      '',
      ['清淤长度', '公里', '36.5', '37.8'],
      '清淤长度年度指标值36.5公里，实际完成值37.8公里。',
    ],
    [
      ['指标名称', '单位', '目标值', '完成值'],
      '',
      ['验收合格率', '%', '≥90', '0.93'],
      '验收合格率年度指标值≥90%，实际完成值93%。',
    ],
    [
      ['指标名称', '单位', '目标值', '完成值'],
      '',
      ['成灾率', '%', '≤12', '0.5'],
      '成灾率年度指标值≤12%，实际完成值0.5%。',
    ],
    [
      ['指标名称', '单位', '目标值', '完成值'],
      '',
      ['增长率', '%', '≥10%', '0.5%'],
      '增长率年度指标值≥10%，实际完成值0.5%。',
    ],
    [INDICATORS, '', ['产出指标', '按期完成', '按期', '已按期', '', ''], null],
    [
      ['一级指标', '二级指标', '三级指标', '分值（分）', '得分（分）', '原因说明'],
      '',
      ['投入', '项目立项', '论证决策', '6', '4', '缺少论证'],
      '论证决策分值6分，得分4分。',
    ],
    [INDICATORS, '', ['合计', '', '', '', '100', '98'], null],
    [['三级指标', '完成值', '完成值'], '', ['清淤长度', '36.5', '37.8'], null],
    [
      FUNDS,
      '',
      ['年度资金总额', '450', '432', '372.4', '86.2%'],
      '年度资金总额：年初预算数450万元，全年预算数432万元，全年执行数372.4万元，执行率86.2%。',
    ],
    [
      ['项目', '预算数', '执行数'],
      '资金情况（单位：元）',
      ['设备购置', '600000', '550000'],
      '其中：设备购置：全年预算数600000元，全年执行数550000元。',
    ],
    [['项目', '预算数', '执行数'], '资金情况', ['设备购置', '60', '55'], null],
    [FUNDS, '', ['合计', '450', '432', '372.4', '86.2%'], null],
    [
      FUNDS,
      '',
      ['年度资金总额', '450', '432', '372.4', '0.862'],
      '年度资金总额：年初预算数450万元，全年预算数432万元，全年执行数372.4万元，执行率86.2%。',
    ],
    [['资金来源', '预算数（万元）', '执行数（元）'], '', ['财政拨款', '100', '980000'], null],
    [
      ['资金来源', '预算数（万元）', '执行数（元）'],
      '单位：万元',
      ['财政拨款', '100', '980000'],
      '其中：财政拨款：全年预算数100万元，全年执行数980000元。',
    ],
    [['项目', '年份'], '', ['设备购置', '2023'], null],
  ])('%j above “%s”: %j', (heads, before, row, said) =>
    expect(rowReader(heads, before)?.(row) ?? null).toBe(said),
  );
});

const row = (name: string, target: number, actual: number, unit: string): RowSpec => ({
  name,
  level1: '产出指标',
  target: quantity(`≥${target}${unit}`, { op: '>=', value: target, unit }),
  actual: quantity(`${actual}${unit}`, { value: actual, unit }),
  weight: 15,
  filled: 12,
});
const ROWS: readonly [string, number, number, string][] = [
  ['新建泵站数量', 14, 15, '座'],
  ['清淤沟渠长度', 36.5, 37.8, '公里'],
  ['巡查农户', 860, 731, '户'],
];
const table = tableResult(
  ROWS.map((one) => row(...one)),
  {},
  {
    budget: {
      range: { top: 0, left: 0, bottom: 3, right: 7 },
      currency: '万元',
      headerRow: 0,
      rows: [
        fundsRow(1, '年度资金总额', [450, 432, 372.4, 10, 0.862, 8.62], true),
        fundsRow(2, '其中：当年财政拨款', [400, 382, 322.4]),
        fundsRow(3, '上年结转资金', [50, 50, 50]),
      ],
      headerCells: {},
    },
  },
);
const line = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`;
const REPORT = [
  '2023年度渠道养护项目绩效自评报告',
  '资金情况（单位：万元）',
  line(FUNDS),
  line(['年度资金总额', 450, 432, 372.4, '86.2%']),
  line(['其中：当年财政拨款', 400, 382, 322.4, '84.4%']),
  line(['上年结转资金', 50, 50, 50, '100%']),
  '执行率低于90%，因为二标段工期顺延，余款转入下年支付。',
  '指标完成情况',
  line(INDICATORS),
  ...ROWS.map(([name, target, actual, unit]) =>
    line(['产出指标', name, `≥${target}${unit}`, `${actual}${unit}`, 15, 12]),
  ),
].join('\n');

describe('tables of a report, held against the form', () => {
  const loud = (text: string): readonly string[] =>
    verifyReport(readReport(text), table)
      .findings.filter(({ severity }) => severity !== 'info')
      .map(({ id, message }) => `${id} ${JSON.stringify(message.data)}`);

  it('are right to the last figure', () => expect(loud(REPORT)).toEqual([]));

  it('are compared once for each fact, with the cell that they agree with', () => {
    const told = verifyReport(readReport(REPORT), table).comparisons.filter(
      ({ told, verdict }) => told !== null && verdict === 'same',
    );
    const keys = told.map(({ kind, fact, told: place }) =>
      [kind, fact, place?.statement.text, place?.at].join('|'),
    );
    expect(new Set(keys).size).toBe(keys.length);
    for (const { kind, expected, found } of told)
      if (kind === 'budget') expect(found).toBe(expected);
  });

  it('are not told of points that the form itself gives', () => {
    const generous = tableResult([{ ...row('巡查农户', 860, 731, '户'), filled: 15 }]);
    const text = [
      '2023年度渠道养护项目绩效自评报告',
      line(INDICATORS),
      line(['产出指标', '巡查农户', '≥860户', '731户', 15, 15]),
    ].join('\n');
    const idsFor = (form: TableResult | null): readonly string[] =>
      verifyReport(readReport(text), form).findings.map(({ id }) => id);
    expect(idsFor(generous)).not.toContain('full-score-unmet');
    expect(idsFor(null)).toContain('full-score-unmet');
    expect(idsFor(table)).toContain('full-score-unmet');
  });

  it('are of their own where two have rows of one name', () => {
    const heads = line(['指标名称', '年度指标值', '实际完成值']);
    const two = ['东片区', heads, line(['巡护人次', '3000人次', '3100人次'])].join('\n');
    const other = ['西片区', heads, line(['巡护人次', '2000人次', '2050人次'])].join('\n');
    expect(verifyReport(readReport(`${two}\n${other}`)).findings).toEqual([]);
  });

  it('have a changed digit found nine times in ten', () => {
    const missed: string[] = [];
    let all = 0;
    for (const { index, 0: digit } of REPORT.matchAll(/(?<=\|[^\n]*)\d/g)) {
      all += 1;
      const changed = `${REPORT.slice(0, index)}${(Number(digit) + 3) % 10}${REPORT.slice(index + 1)}`;
      if (loud(changed).length === 0) missed.push(`${REPORT.slice(index - 12, index)}[${digit}]`);
    }
    expect(all).toBeGreaterThan(50);
    expect(missed.slice(Math.floor(all / 10))).toEqual([]);
  });
});
