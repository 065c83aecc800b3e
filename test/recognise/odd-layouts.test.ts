import type { CellValue } from '../../src/model/snapshot';
import { columnName } from '../../src/model/grid';
import type { Table } from '../../src/model/table';
import { recogniseTables } from '../../src/recognise/recognise-tables';
import { onlyTable as only } from '../support/only-table';
import { snapshotOf, type SheetSpec } from '../support/snapshot-of';

type Row = readonly CellValue[];

const letters = (table: Table): Record<string, string> =>
  Object.fromEntries(
    Object.entries(table.columns).map(([role, { column }]) => [role, columnName(column)]),
  );

const HEAD: Row = [
  '一级指标',
  '二级指标',
  '三级指标',
  '目标值',
  '完成值',
  '分值',
  '得分',
  '偏差原因',
];
const BODY: readonly Row[] = [
  ['产出指标', '数量指标', '管护林地面积', '≥10公顷', '9公顷', 60, 54, '连日降雨'],
  ['效益指标', '社会效益指标', '务工人数', '≥20人', '20人', 30, 30, null],
  ['满意度指标', '服务对象满意度', '林农满意度', '≥90%', '91%', 10, 10, null],
];
const form = (head: Row, body: readonly Row[] = BODY): SheetSpec => ({
  rows: [['项目支出绩效自评表'], head, ...body],
});
const headWith = (at: number, text: string): Row => HEAD.with(at, text);

describe('heads', () => {
  it.each([
    [3, '目标', 'target', 'D'],
    [3, '计划数', 'target', 'D'],
    [3, '预期完成值', 'target', 'D'],
    [3, '年度工作目标', 'target', 'D'],
    [4, '完成', 'actual', 'E'],
    [4, '实际', 'actual', 'E'],
    [4, '完成数', 'actual', 'E'],
    [4, '执行情况', 'actual', 'E'],
    [5, '权数', 'weight', 'F'],
    [5, '应得分', 'weight', 'F'],
    [5, '分数', 'weight', 'F'],
    [6, '实得分', 'score', 'G'],
    [7, '偏差分析', 'reason', 'H'],
    [7, '自评说明', 'reason', 'H'],
    [7, '存在问题', 'reason', 'H'],
    [7, '未完成情况说明', 'reason', 'H'],
    [3, '年度任务数', 'target', 'D'],
    [3, '绩效目标设定值', 'target', 'D'],
    [3, '指标要求', 'target', 'D'],
    [4, '实际指标值', 'actual', 'E'],
    [4, '全年完成数', 'actual', 'E'],
    [4, '实际效果', 'actual', 'E'],
    [7, '完成情况说明', 'reason', 'H'],
    [7, '分析说明', 'reason', 'H'],
  ])('%i called %s is the %s', (at, text, role, letter) => {
    const table = only(form(headWith(at, text)));
    expect(table.kind).toBe('target');
    expect(letters(table)).toEqual({
      level1: 'A',
      level2: 'B',
      name: 'C',
      target: 'D',
      actual: 'E',
      weight: 'F',
      score: 'G',
      reason: 'H',
      [role]: letter,
    });
  });

  it.each(['自评意见', '自评等级', '自评备注'])('%s is no score', (text) => {
    expect(letters(only(form(headWith(7, text)))).score).toBe('G');
  });

  it.each(['上年实际值', '上年度实际完成值', '历史完成值', '前三年平均完成值'])(
    '%s is neither this year’s result nor its target',
    (text) => {
      const head = [...HEAD.slice(0, 3), text, ...HEAD.slice(3)];
      const body = BODY.map((row) => [...row.slice(0, 3), '8公顷', ...row.slice(3)]);
      expect(letters(only(form(head, body)))).toMatchObject({ target: 'E', actual: 'F' });
    },
  );

  it.each(['年度绩效指标完成情况', '绩效指标完成情况', '绩效自评', '绩效指标自评'])(
    '%s left of the levels names the block',
    (text) => {
      const merges = ['A2:A5'];
      const total = ['总分', null, null, null, null, null, 100, 94];
      const rows = [['自评表'], [text, ...HEAD], ...BODY.map((row) => [null, ...row]), total];
      const table = only({ rows, merges });
      expect(letters(table)).toMatchObject({ level1: 'B', actual: 'F', score: 'H' });
      expect(table.indicators.map(({ score }) => score?.value)).toEqual([54, 30, 10]);
    },
  );

  it.each([
    ['符号', '数值', '单位'],
    ['绩效指标性质', '绩效指标值', '绩效度量单位'],
    ['比较符', '目标数值', '单位'],
    ['关系符号', '值', '度量单位'],
  ])('年度指标值 over %s | %s | %s', (sign, value, unit) => {
    const table = only({
      rows: [
        ['自评表'],
        [
          '一级指标',
          '二级指标',
          '三级指标',
          '年度指标值',
          null,
          null,
          '实际完成值',
          '分值',
          '得分',
        ],
        [null, null, null, sign, value, unit],
        ['产出指标', '数量指标', '管护林地面积', '≥', 10, '公顷', 9, 60, 54],
      ],
      merges: ['D2:F2', ...['A', 'B', 'C', 'G', 'H', 'I'].map((at) => `${at}2:${at}3`)],
    });
    expect(table.header).toEqual({ top: 1, bottom: 2 });
    expect(letters(table)).toMatchObject({ sign: 'D', target: 'E', unit: 'F', actual: 'G' });
    expect(table.indicators.map(({ name, target }) => [name, target.op, target.unit])).toEqual([
      ['管护林地面积', '>=', '公顷'],
    ]);
  });
});

describe('rows', () => {
  it('a header printed again on the next page does not end the table', () => {
    const [first = [], ...others] = BODY;
    const table = only(
      form(HEAD, [first, ['续表'], HEAD, ...others, ['总分', null, null, null, null, 100, 94]]),
    );
    expect(table.indicators).toHaveLength(3);
    expect(table.total?.weight?.value).toBe(100);
  });

  it('a level with its sum in a row of its own is no indicator, and the sum is the level’s weight', () => {
    const body = BODY.flatMap(([level1 = null, level2 = null, ...rest]): readonly Row[] => [
      [level1, null, null, null, null, rest[3] ?? null, rest[4] ?? null],
      [null, level2, ...rest],
    ]);
    const table = only(form(HEAD, body));
    expect(table.indicators.map(({ name, level1 }) => [name, level1])).toEqual([
      ['管护林地面积', '产出指标'],
      ['务工人数', '效益指标'],
      ['林农满意度', '满意度指标'],
    ]);
    const levels = table.groups.filter(({ level }) => level === 1);
    expect(levels.map(({ label, weight }) => [label, weight?.value])).toEqual([
      ['产出指标', 60],
      ['效益指标', 30],
      ['满意度指标', 10],
    ]);
    expect(table.subtotals.map(({ score }) => score?.value)).toEqual([54, 30, 10]);
  });

  it.each(['一、产出指标', '（一）产出指标', '十一．产出指标'])('%s is 产出指标', (text) => {
    const table = only(form(HEAD, [(BODY[0] ?? []).with(0, text)]));
    expect(table.indicators[0]?.level1).toBe('产出指标');
  });

  it('三公经费 is no third level', () => {
    const table = only(form(HEAD, [(BODY[0] ?? []).with(0, '三公经费')]));
    expect(table.indicators[0]?.level1).toBe('三公经费');
  });

  it.each(['最终得分', '自评得分', '综合得分', '累计'])(
    '%s below the rows is the total',
    (text) => {
      const table = only(form(HEAD, [...BODY, [text, null, null, null, null, 100, 94]]));
      expect(table.indicators).toHaveLength(3);
      expect(table.total?.score?.value).toBe(94);
    },
  );

  it('reads the total from figures beside their labels', () => {
    const table = only(form(HEAD, [...BODY, ['总分', 100, null, '自评得分', 94]]));
    expect([table.total?.weight?.value, table.total?.score?.value]).toEqual([100, 94]);
    expect(table.total?.score?.cell).toEqual({ row: 5, column: 4 });
  });

  it('评价要点 beside 评价标准 is what is scored', () => {
    const table = only({
      rows: [
        ['部门整体支出绩效自评表'],
        ['评价内容', '评价要点', '标准分', '评价标准', '自评得分', '备注'],
        ['一、预算编制（20分）', '编制完整', 10, '每缺一项扣1分', 10, null],
        [null, '目标合理', 10, '每缺一项扣1分', 9, '目标偏低'],
      ],
    });
    expect(table.indicators.map(({ name, level1 }) => [name, level1])).toEqual([
      ['编制完整', '预算编制'],
      ['目标合理', '预算编制'],
    ]);
  });

  it('a column of 数量指标, 质量指标 without a head is the second level', () => {
    const table = only(form(HEAD.with(1, null)));
    expect(letters(table)).toMatchObject({ level1: 'A', level2: 'B', name: 'C' });
    expect(table.indicators[0]?.level2).toBe('数量指标');
  });

  it('标准值 without a result to hold against it is the standard', () => {
    const table = only({
      rows: [
        ['项目绩效自评表'],
        ['一级指标', '二级指标', '三级指标', '标准值', '分值', '自评分'],
        ['业务指标', '目标设定', '依据充分性', '依据不充分的不得分', 15, 15],
      ],
    });
    expect([table.kind, letters(table).criteria]).toEqual(['rubric', 'D']);
  });

  it.each(['完成情况', '实际完成情况', '自评情况', '评分依据', '得分依据'])(
    '%s beside 评分标准 without a target is the fact that the rules are held against',
    (fact) => {
      const table = only({
        rows: [
          ['项目支出绩效自评表'],
          ['一级指标', '二级指标', '三级指标', '分值', '评分标准', fact, '得分'],
          ['过程', '资金管理', '支付合规', 10, '每发现一例扣1分', '未发现违规', 10],
        ],
      });
      const [row] = table.indicators;
      expect(table.kind).toBe('rubric');
      expect(row?.evidence ?? row?.actual.text).toBe('未发现违规');
    },
  );

  it('a target beside 评分标准 is compared with the actual', () => {
    const head = [...HEAD.slice(0, 6), '评分标准', '得分'];
    const body = BODY.map((row) => [...row.slice(0, 6), '按比例得分', row[6] ?? null]);
    expect(only(form(head, body)).kind).toBe('target');
  });

  it.each(['指标１：新栽林地', '指标1：新栽林地', '指标12新栽林地'])('%s is 新栽林地', (text) => {
    const table = only(form(HEAD, [(BODY[0] ?? []).with(2, text)]));
    expect(table.indicators[0]?.name).toBe('新栽林地');
  });

  it('an open bracket is no part of a level', () => {
    const table = only(form(HEAD, [(BODY[0] ?? []).with(0, '项目绩效（特性指标')]));
    expect(table.indicators[0]?.level1).toBe('项目绩效');
  });

  it('weights in all names stand for a column of weights', () => {
    const table = only({
      rows: [
        ['部门整体支出绩效自评表'],
        ['一级指标', '二级指标', '三级指标', '得分'],
        ['部门决策（25分）', '目标任务（25分）', '相关性（10分）', 8],
        [null, null, '明确性（15分）', 15],
      ],
    });
    expect(letters(table)).toEqual({
      level1: 'A',
      level2: 'B',
      name: 'C',
      score: 'D',
      weight: 'C',
    });
    expect(table.indicators.map(({ name, weight }) => [name, weight?.value])).toEqual([
      ['相关性', 10],
      ['明确性', 15],
    ]);
  });

  it('weights in some names only are no weights', () => {
    const table = only({
      rows: [
        ['部门整体支出绩效自评表'],
        ['一级指标', '二级指标', '三级指标', '得分'],
        ['部门决策', '目标任务', '相关性（10分）', 8],
        [null, null, '明确性', 15],
      ],
    });
    expect(letters(table)).not.toHaveProperty('weight');
    expect(table.indicators.map(({ weight }) => weight)).toEqual([null, null]);
  });

  it('what is merged downwards speaks for every row with points of its own', () => {
    const table = only({
      ...form(HEAD, [
        ['产出指标', '数量指标', '新栽林地', '≥10公顷', '9公顷', 30, 27, '连日降雨'],
        [null, null, '补栽林地', null, null, 30, 27, null],
      ]),
      merges: ['D3:D4', 'E3:E4', 'H3:H4'],
    });
    expect(
      table.indicators.map(({ target, targetCell, actual, reason }) => [
        target.value?.toString(),
        targetCell?.row,
        actual.text,
        reason,
      ]),
    ).toEqual([
      ['10', 2, '9公顷', '连日降雨'],
      ['10', 2, '9公顷', '连日降雨'],
    ]);
  });
});

describe('the funds block', () => {
  const FUNDS: Row = ['年初预算数', '全年预算数', '全年执行数', '分值', '执行率', '得分'];
  const funds = (label: string, heads: Row = FUNDS, weight: CellValue = 10): Table =>
    only({
      rows: [
        ['项目支出绩效自评表'],
        [label, null, ...heads],
        [null, '年度资金总额', 100, 100, 95, weight, '95%', 9.5],
        HEAD,
        ...BODY,
      ],
      merges: ['A2:A3'],
    });
  const row = (table: Table) => {
    const [first] = table.budget?.rows ?? [];
    return (
      first && [
        first.label,
        first.initial?.value,
        first.executed?.value,
        first.weight?.value,
        first.score?.value,
      ]
    );
  };

  it.each([
    '预算执行情况（万元）',
    '年度预算申请（万元）',
    '年度预算（万元）',
    '预算支出情况',
    '实际支出情况',
  ])('%s is what the block is called', (label) => {
    expect(row(funds(label))).toEqual(['年度资金总额', 100, 95, 10, 9.5]);
  });

  it.each([
    ['年初预算批复数', '预算批复数', '决算数'],
    ['年初预算', '到位资金', '累计支出'],
    ['年初预算', '批复预算', '全年执行'],
  ])('%s | %s | %s', (initial, adjusted, executed) => {
    const table = funds('项目资金（万元）', [initial, adjusted, executed, ...FUNDS.slice(3)]);
    expect(row(table)).toEqual(['年度资金总额', 100, 95, 10, 9.5]);
  });

  it('the head over the labels is no column where another is called the same', () => {
    const table = only({
      rows: [
        ['部门预算项目支出绩效自评表'],
        [
          '预算执行情况（10分）',
          '年度预算数（万元）',
          '年初预算',
          '调整后预算数',
          '预算执行数',
          '预算执行率',
          '权重',
          '得分',
          '原因',
        ],
        [null, '总额', 80, 100, 95, '95%', 10, 9.5, '执行率未达到90%的需说明原因（100字以内）'],
        [null, '其中：财政资金', 80, 100, 95, '95%', '/', '/'],
        HEAD,
        ...BODY,
      ],
      merges: ['A2:A4'],
    });
    expect(row(table)).toEqual(['总额', 80, 95, 10, 9.5]);
    expect(table.budget?.rows.map(({ adjusted, reason }) => [adjusted?.value, reason])).toEqual([
      [100, null],
      [100, null],
    ]);
  });

  it('amounts written as text are amounts', () => {
    const table = only({
      rows: [
        ['部门整体支出绩效自评表'],
        [null, '资金来源', '年初预算数', '全年预算数', '全年执行数', '分值', '得分'],
        [null, '年度资金总额', '100', '100', '95', '10', '9.5'],
        [null, '基本支出', '60', '60', '55', null, null],
        [null, '项目支出', '40', '40', '40', null, null],
        HEAD,
        ...BODY,
      ],
    });
    expect(table.budget?.rows.map(({ label, executed }) => [label, executed?.value])).toEqual([
      ['年度资金总额', 95],
      ['基本支出', 55],
      ['项目支出', 40],
    ]);
  });

  it('a weight of 10% is ten points', () => {
    expect(row(funds('项目资金（万元）', FUNDS, '10%'))?.[3]).toBe(10);
  });
});

describe('above the rows', () => {
  const head = (...rows: readonly Row[]): Table => only({ rows: [...rows, HEAD, ...BODY] });
  const fields = ({ project, department, unit }: Table) =>
    [project, department, unit].map((field) => field?.value ?? null);

  it.each(['转移支付（项目）名称', '转移支付名称', '项目（政策）名称', '政策（项目）名称'])(
    '%s is the project',
    (label) => {
      const table = head(['绩效自评表'], [label, '护林防火', '主管部门', '某县林业局']);
      expect(fields(table)).toEqual(['护林防火', '某县林业局', null]);
    },
  );

  it.each(['资金使用单位', '评价部门', '市直部门名称'])('%s is the unit', (label) => {
    expect(fields(head(['绩效自评表'], [label, '某县林场']))[2]).toBe('某县林场');
  });

  it('a value stands one column further where the label is as wide as two', () => {
    const table = head(
      ['绩效自评表'],
      ['项目名称', null, '护林防火', null, '主管部门', null, '某县林业局'],
    );
    expect(fields(table)).toEqual(['护林防火', '某县林业局', null]);
  });

  it.each(['某县司法局部门', '某县宣传部门'])('%s is a department, not the next label', (name) => {
    const table = head(['绩效自评表'], ['主管部门', name, null, '实施单位', '某县司法局']);
    expect(fields(table)).toEqual([null, name, '某县司法局']);
  });

  it('问题和措施 beside 情况说明 is a head', () => {
    const table = head(
      ['转移支付绩效自评表'],
      ['资金管理情况', null, '情况说明', '存在问题和改进措施'],
      [null, '分配科学性', '按规定分配', null],
    );
    expect(table.meta.map(({ label, value }) => [label, value])).toContainEqual(['情况说明', '']);
  });

  it('a transfer form is known by its labels', () => {
    const table = head(
      ['某项目绩效自评表'],
      ['中央主管部门', '农业农村部', '地方主管部门', '某省农业农村厅'],
    );
    expect(table.scope).toBe('transfer');
  });

  it('reads the goal of a transfer form', () => {
    const table = head(
      ['绩效自评表'],
      ['总体目标完成情况', '总体目标', null, '全年实际完成情况'],
      [null, '新建护林站两座。', null, '两座均已建成。'],
    );
    expect([table.goal.expected?.value, table.goal.achieved?.value]).toEqual([
      '新建护林站两座。',
      '两座均已建成。',
    ]);
  });

  it('a blank value is not taken from the next label', () => {
    const table = head(['绩效自评表'], ['项目名称', null, '主管部门', '某县林业局']);
    expect(fields(table)).toEqual([null, '某县林业局', null]);
  });

  it('reads a year inside brackets of its own', () => {
    expect(head(['绩效自评表'], ['（ 2023 ）年度']).year?.value).toBe(2023);
  });

  it.each([
    ['2023', 2023],
    [' ２０２３ ', 2023],
    ['12023', null],
    ['20231', null],
    ['20', null],
    ['20年', null],
  ])('预算年度 %s is the year %s', (said, year) => {
    expect(head(['绩效自评表'], ['预算年度', said]).year?.value ?? null).toBe(year);
  });

  it.each(['项目支出绩效目标申报表', '绩效运行监控表'])('%s is no self-evaluation', (title) => {
    const rows = [[title], HEAD.slice(0, 5), ...BODY.map((row) => row.slice(0, 5))];
    expect(recogniseTables(snapshotOf({ rows }))).toEqual([]);
  });

  it('an empty form with the weights of its levels has no indicators', () => {
    const body = BODY.map(([level1 = null, level2 = null, , , , weight = null]): Row => [
      level1,
      level2,
      null,
      null,
      null,
      weight,
    ]);
    const table = only(form(HEAD, [...body, ['总分', null, null, null, null, 100]]));
    expect(table.indicators).toEqual([]);
    expect(table.templateRows.map(({ row }) => row)).toEqual([2, 3, 4]);
  });
});

describe('what is known only by where it stands', () => {
  const named = (rows: SheetSpec['rows'], more: Partial<SheetSpec> = {}): Table =>
    only({ rows, ...more });

  it('takes a text with the words of a title for one, beside other texts too', () => {
    const title = { value: '项目支出绩效自评表', cell: { row: 0, column: 2 } };
    expect(named([['附件2', null, '项目支出绩效自评表', '一式两份'], HEAD, ...BODY]).title).toEqual(
      title,
    );
  });

  it('takes a lone text merged across the sheet for a title, not for a label without a value', () => {
    const rows = [['项目支出绩效自评表'], ['主管部门'], HEAD, ...BODY];
    const labels = (merges: readonly string[]): string[] =>
      named(rows, { merges }).meta.map(({ label }) => label);
    expect(labels([])).toEqual(['主管部门']);
    expect(labels(['A2:C2'])).toEqual(['主管部门']);
    expect(labels(['A2:D2'])).toEqual([]);
  });
});

it('a result whose head is gone is told by the targets beside it', () => {
  const head = HEAD.map((text) => (text === '完成值' ? null : text));
  const table = only({ rows: [['项目支出绩效自评表'], head, ...BODY] });
  expect(letters(table)).toMatchObject({ target: 'D', actual: 'E', weight: 'F', score: 'G' });
  expect(table.columns.actual?.confidence).toBeLessThan(1);
});

it('a value may stand several columns right of its label, but not past the next label', () => {
  const rows = (...meta: Row): Row[] => [['项目支出绩效自评表'], meta, HEAD, ...BODY];
  const projectOf = (...meta: Row) => only({ rows: rows(...meta) }).project?.value;
  expect(projectOf('项目名称', null, null, null, '水利维养')).toBe('水利维养');
  expect(projectOf('项目名称', null, null, '主管部门', '水利局')).toBeUndefined();
  expect(projectOf('项目名称', null, null, null, '单位：万元')).toBeUndefined();
});
