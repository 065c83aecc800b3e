import { cellName } from '../../src/model/grid';
import type { Table } from '../../src/model/table';
import { recogniseTables } from '../../src/recognise/recognise-tables';
import { onlyTable as only } from '../support/only-table';
import { snapshotOf, type SheetSpec } from '../support/snapshot-of';

const columnsOf = (table: Table): Record<string, string> =>
  Object.fromEntries(
    Object.entries(table.columns).map(([role, column]) => [
      role,
      cellName({ row: column.header.row, column: column.column }),
    ]),
  );

const NATIONAL: SheetSpec = {
  rows: [
    ['项目支出绩效自评表', null, null, null, null, null, null, null],
    ['（2023年度）'],
    ['项目名称', '水库维修', null, null, '主管部门', '某县水利局'],
    ['实施单位', '某县水库管理所'],
    ['项目资金（万元）', null, '年初预算数', '全年预算数', '全年执行数', '分值', '执行率', '得分'],
    [null, '年度资金总额', 100, 120, 108, 10, 0.9, 9],
    [null, '其中：当年财政拨款', 100, 120, 108, '-', null, '-'],
    [null, '上年结转资金'],
    [null, '其他资金'],
    ['年度总体目标', '预期目标', null, null, '实际完成情况'],
    [null, '完成两座水库的维修加固。', null, null, '两座水库均已完工。'],
    [
      '一级指标',
      '二级指标',
      '三级指标',
      '年度指标值',
      '实际完成值',
      '分值',
      '得分',
      '偏差原因分析及改进措施',
    ],
    ['产出指标(50分)', '数量指标', '指标1：维修水库座数', '≥2座', '2座', 20, 20, null],
    [null, null, '指标2：', null, null, null, null, null],
    [null, null, '……', null, null, null, null, null],
    [null, '质量指标', '工程验收合格率', '100%', '98%', 30, 29.4, '个别渗水点返工。'],
    [
      '效益指标（30分）',
      '社会效益指标',
      '下游群众用水保障程度',
      '明显提升',
      '明显提升',
      30,
      30,
      null,
    ],
    ['满意度指标10分)', '服务对象满意度指标', '群众满意度', '≥90%', '92%', 10, 10, null],
    ['总分', null, null, null, null, 100, 98.4, '优'],
    ['注：得分一档最高不能超过该指标分值上限。'],
  ],
  merges: ['A1:H1', 'A2:H2', 'A5:A9', 'A10:A11', 'A13:A16', 'B13:B15', 'A19:E19'],
  formats: { G6: '0%' },
};

describe('the national form', () => {
  const table = only(NATIONAL);

  it('knows its head matter', () => {
    expect(table).toMatchObject({
      kind: 'target',
      scope: 'project',
      title: { value: '项目支出绩效自评表', cell: { row: 0, column: 0 } },
      year: { value: 2023, cell: { row: 1, column: 0 } },
      project: { value: '水库维修', cell: { row: 2, column: 1 } },
      department: { value: '某县水利局', cell: { row: 2, column: 5 } },
      unit: { value: '某县水库管理所', cell: { row: 3, column: 1 } },
      goal: {
        expected: { value: '完成两座水库的维修加固。', cell: { row: 10, column: 1 } },
        achieved: { value: '两座水库均已完工。', cell: { row: 10, column: 4 } },
      },
    });
    expect(table.confidence).toBeGreaterThan(0.9);
  });

  it('reads the funds block with its parts', () => {
    const rows = table.budget?.rows ?? [];
    expect(table.budget?.currency).toBe('万元');
    expect(rows.map((row) => [row.label, row.isTotal])).toEqual([
      ['年度资金总额', true],
      ['其中：当年财政拨款', false],
      ['上年结转资金', false],
      ['其他资金', false],
    ]);
    expect(rows[0]).toMatchObject({
      initial: { value: 100 },
      adjusted: { value: 120 },
      executed: { value: 108 },
      rate: { value: 0.9 },
      weight: { value: 10 },
      score: { value: 9 },
    });
    expect(rows[1]?.weight).toMatchObject({ value: null, raw: '-' });
    expect(rows.map(({ row, labelCell }) => [labelCell.row - row, labelCell.column])).toEqual(
      rows.map(() => [0, 1]),
    );
  });

  it('takes indicator rows and leaves template rows out', () => {
    expect(table.indicators.map((one) => [one.row + 1, one.level1, one.level2, one.name])).toEqual([
      [13, '产出指标', '数量指标', '维修水库座数'],
      [16, '产出指标', '质量指标', '工程验收合格率'],
      [17, '效益指标', '社会效益指标', '下游群众用水保障程度'],
      [18, '满意度指标', '服务对象满意度指标', '群众满意度'],
    ]);
    expect(table.templateRows.map((row) => row.row + 1)).toEqual([14, 15]);
  });

  it('reads weights printed in level names, damaged brackets too', () => {
    const weights = table.groups.filter((group) => group.level === 1);
    expect(weights.map((group) => [group.label, group.weight?.value])).toEqual([
      ['产出指标', 50],
      ['效益指标', 30],
      ['满意度指标', 10],
    ]);
  });

  it('reads the total row, the grade beside it and the notes', () => {
    expect(table.total).toMatchObject({ row: 18, weight: { value: 100 }, score: { value: 98.4 } });
    expect(table.grade).toEqual({ value: '优', cell: { row: 18, column: 7 } });
    expect(table.notes).toHaveLength(1);
  });

  it('is the same a few rows and columns further in', () => {
    const shifted = only({
      rows: [[], [], ...NATIONAL.rows.map((row) => [null, null, ...row])],
      merges: ['C3:J3', 'C4:J4', 'C7:C11', 'C12:C13', 'C15:C18', 'D15:D17', 'C21:G21'],
      formats: { I8: '0%' },
    });
    expect(shifted.range).toEqual({ top: 2, left: 2, bottom: 21, right: 9 });
    expect(shifted.indicators.map((one) => one.name)).toEqual(
      table.indicators.map((one) => one.name),
    );
    expect(shifted.budget?.rows[0]?.rate?.value).toBe(0.9);
  });
});

describe('headers of real forms', () => {
  const header = (rows: SheetSpec['rows'], merges: readonly string[] = []) =>
    columnsOf(only({ rows: [['项目支出绩效自评表'], ...rows], merges }));

  it('reads 指标性质 | 指标值 | 度量单位 under a merged 年度指标值', () => {
    const columns = header(
      [
        [
          '一级指标',
          '二级指标',
          '三级指标',
          '年度指标值',
          null,
          null,
          '完成值',
          '权重',
          '得分',
          '未完成原因分析',
        ],
        [null, null, null, '指标性质', '指标值', '度量单位', null, null, null, null],
        ['产出指标', '数量指标', '培训人次', '≥', 95, '人次', 96, 90, 90, null],
      ],
      ['D2:F2', 'A2:A3', 'B2:B3', 'C2:C3', 'G2:G3', 'H2:H3', 'I2:I3', 'J2:J3'],
    );
    expect(columns).toEqual({
      level1: 'A2',
      level2: 'B2',
      name: 'C2',
      sign: 'D3',
      target: 'E3',
      unit: 'F3',
      actual: 'G2',
      weight: 'H2',
      score: 'I2',
      reason: 'J2',
    });
  });

  it('reads 分值 standing before 年度指标值', () => {
    const columns = header([
      [
        '绩效指标',
        '一级指标',
        '二级指标',
        '三级指标',
        '分值',
        '年度指标值(A)',
        '全年实际值(B)',
        '得分计算方法',
        '得分',
        '未完成原因分析',
      ],
      [null, '产出指标', '数量指标', '清扫道路', 12.5, '50条', '50条', '按比例', 12.5, null],
    ]);
    expect(columns).toMatchObject({
      level1: 'B2',
      name: 'D2',
      weight: 'E2',
      target: 'F2',
      actual: 'G2',
      criteria: 'H2',
      score: 'I2',
    });
  });

  it('reads level names with their weights beside them', () => {
    const columns = header([
      ['一级指标', '分值', '二级指标', '分值', '三级指标', '分值', '评价标准', '得分'],
      ['投入', 10, '预算配置', 10, '在职人员控制率', 5, '不超编得满分', 5],
    ]);
    expect(columns).toEqual({
      level1: 'A2',
      level1Weight: 'B2',
      level2: 'C2',
      level2Weight: 'D2',
      name: 'E2',
      weight: 'F2',
      criteria: 'G2',
      score: 'H2',
    });
  });

  it('reads 名称 | 权重 under merged level heads', () => {
    const columns = header(
      [
        [
          '一级指标',
          null,
          '二级指标',
          null,
          '三级指标',
          null,
          '指标说明',
          '评分标准',
          '扣分原因',
          '得分',
        ],
        ['名称', '权重%', '名称', '权重%', '名称', '权重%', null, null, null, null],
        ['前期准备', 30, '自评工作', 18, '组织建立', 8, '成立小组', '未成立扣5分', '', 8],
      ],
      ['A2:B2', 'C2:D2', 'E2:F2', 'G2:G3', 'H2:H3', 'I2:I3', 'J2:J3'],
    );
    expect(columns).toMatchObject({
      level1: 'A3',
      level1Weight: 'B3',
      level2: 'C3',
      level2Weight: 'D3',
      name: 'E3',
      weight: 'F3',
      reason: 'I2',
      score: 'J2',
    });
  });

  it('takes the self score, not the reviewer’s', () => {
    expect(
      header([
        ['一级指标', '二级指标', '三级指标', '评分标准', '分值', '专家评分', '自评得分'],
        ['过程', '资金管理', '支付合规', '不合规扣分', 10, null, 9],
      ]),
    ).toMatchObject({ score: 'G2', reviewScore: 'F2', weight: 'E2' });
  });

  it('does not take 自评扣分 for a score', () => {
    const columns = header([
      ['一级指标', '二级指标', '三级指标', '分值', '评分标准', '自评扣分', '自评得分', '扣分原因'],
      ['投入', '目标设定', '目标合理性', 5, '不合理扣2分', 2, 3, '目标不够细化扣2分'],
    ]);
    expect(columns).toMatchObject({ weight: 'D2', score: 'G2', reason: 'H2' });
  });

  it('reads a flat list with the unit first', () => {
    expect(
      header([
        [
          '指标名称',
          '计量单位',
          '指标性质',
          '指标值',
          '指标权重(分)',
          '全年完成值',
          '指标得分(分)',
          '说明',
        ],
        ['管护任务完成率', '%', '≥', 90, 10, 100, 10, null],
      ]),
    ).toEqual({
      name: 'A2',
      unit: 'B2',
      sign: 'C2',
      target: 'D2',
      weight: 'E2',
      actual: 'F2',
      score: 'G2',
      reason: 'H2',
    });
  });

  it('prefers the adjusted target where both are filled', () => {
    expect(
      header([
        [
          '一级指标',
          '二级指标',
          '三级指标',
          '年初指标值',
          '调整后指标值',
          '实际完成值',
          '分值',
          '得分',
        ],
        ['产出指标', '数量指标', '修路', '10公里', '8公里', '8公里', 50, 50],
      ]),
    ).toMatchObject({ target: 'E2' });
  });

  it('takes the last of several name-like columns for the name', () => {
    expect(
      header([
        ['评价项目', '评价内容', '标准分', '评分标准', '实得分', '扣分原因'],
        ['组织管理', '领导重视', 5, '有分管领导得5分', 5, null],
      ]),
    ).toEqual({
      level1: 'A2',
      name: 'B2',
      weight: 'C2',
      criteria: 'D2',
      score: 'E2',
      reason: 'F2',
    });
  });

  it('reads 预期当年实现值 as the target and 全年实际值 as the actual', () => {
    expect(
      header([
        ['一级指标', '二级指标', '三级指标', '预期当年实现值', '全年实际值', '分值', '自评得分'],
        ['产出指标', '数量指标', '修路', '10公里', '8公里', 50, 40],
      ]),
    ).toMatchObject({ target: 'D2', actual: 'E2', score: 'G2' });
  });

  it('names the fourth level where the form has one', () => {
    expect(
      header([
        ['一级指标', '二级指标', '三级指标', '四级指标', '分值', '评分依据及简要说明', '得分'],
        ['履职效能(35分)', '工作目标(5分)', '目标设定(4分)', '目标依据充分性', 2, '已完成', 2],
      ]),
    ).toMatchObject({ level1: 'A2', level2: 'B2', level3: 'C2', name: 'D2', evidence: 'F2' });
  });
});

describe('bodies of real forms', () => {
  const HEAD = [
    '一级指标',
    '二级指标',
    '三级指标',
    '年度指标值',
    '实际完成值',
    '分值',
    '得分',
    '偏差原因',
  ];
  const body = (...rows: SheetSpec['rows']) =>
    only({ rows: [['项目支出绩效自评表'], HEAD, ...rows] });

  it('hangs unweighted 其中 rows under the row they detail', () => {
    const table = body(
      ['产出指标', '数量指标', '补助种植面积', '30亩', '30亩', 20, 20, null],
      [null, null, '其中桃树种植面积', '10亩', '10亩', null, null, null],
      [null, null, '其中苹果树种植面积', '20亩', '20亩', null, null, null],
      [null, null, '鱼塘面积', '3亩', '3亩', 10, 10, null],
    );
    expect(table.indicators.map((one) => one.parent)).toEqual([null, 0, 0, null]);
  });

  it('inherits levels through blanks and starts level 2 anew under a new level 1', () => {
    const table = body(
      ['产出指标', '数量指标', '甲', '1', '1', 10, 10, null],
      [null, null, '乙', '1', '1', 10, 10, null],
      ['效益指标', null, '丙', '1', '1', 10, 10, null],
    );
    expect(table.indicators.map((one) => [one.level1, one.level2])).toEqual([
      ['产出指标', '数量指标'],
      ['产出指标', '数量指标'],
      ['效益指标', null],
    ]);
  });

  it('leaves out a named row without weight, value or score and marks its groups open', () => {
    const table = body(
      ['产出指标(50分)', '数量指标', '甲', '1', '1', 25, 25, null],
      [null, null, '乙', null, null, null, null, null],
    );
    expect(table.indicators).toHaveLength(1);
    expect(table.groups.every((group) => !group.complete)).toBe(true);
  });

  it('keeps two level names apart of which only the weights are left', () => {
    const table = body(
      ['(50分)', '数量指标', '甲', '1', '1', 50, 50, null],
      ['(30分)', '社会效益', '乙', '1', '1', 30, 30, null],
    );
    const outer = table.groups.filter((group) => group.level === 1);
    expect(outer.map((group) => [group.weight?.value, group.indicators])).toEqual([
      [50, [0]],
      [30, [1]],
    ]);
    expect(table.indicators[0]?.level1).toBeNull();
  });

  it('keeps sub-totals apart', () => {
    const table = body(
      ['产出指标', '数量指标', '甲', '1', '1', 50, 50, null],
      [null, null, '小计', null, null, 50, 50, null],
      ['效益指标', '社会效益', '乙', '1', '1', 40, 40, null],
      ['合计', null, null, null, null, 90, 90, null],
    );
    expect(table.indicators).toHaveLength(2);
    expect(table.subtotals).toMatchObject([{ row: 3, weight: { value: 50 } }]);
    expect(table.total?.row).toBe(5);
  });

  it('calls a row by its level where the name is a dash', () => {
    const table = only({
      rows: [
        ['绩效评价表'],
        ['一级指标', '二级指标', '三级指标', '分值', '评价标准', '自评'],
        ['种植情况(40分)', '种植面积(20分)', '——', 20, '达到得20分', 20],
      ],
    });
    expect(table.indicators[0]).toMatchObject({ name: '种植面积', level1: '种植情况' });
  });

  it('reads a level path in one cell', () => {
    const table = only({
      rows: [
        ['财政支出项目绩效自评表'],
        ['项目权重', '评价内容', '年初指标值', '年终完成值', '分值', '自评分', '评价标准及依据'],
        [
          '项目绩效 85 分/产出指标 40 分/数量指标 15 分',
          '修路里程',
          '300 公里',
          '300 公里',
          15,
          15,
          null,
        ],
        ['质量指标 12 分', '验收合格率', '100%', '100%', 12, 12, null],
      ],
    });
    expect(table.groups.map((group) => [group.level, group.label, group.weight?.value])).toEqual([
      [1, '项目绩效', 85],
      [2, '产出指标', 40],
      [3, '数量指标', 15],
      [3, '质量指标', 12],
    ]);
    expect(table.groups[1]?.indicators).toEqual([0, 1]);
  });

  it('says that a form without weights cannot be rescored', () => {
    const table = only({
      rows: [
        ['2020年度项目自评表'],
        ['一级指标', '二级指标', '三级指标', '年初目标值(A)', '实际完成值(B)', '得分'],
        ['产出指标', '数量指标', '补贴渔船数', '6艘', '6艘', 20],
        ['总分', null, null, null, null, 100],
      ],
    });
    expect(table.remarks.map((remark) => remark.key)).toEqual(['engine.remark.no-weight']);
    expect(table.indicators[0]?.weight).toBeNull();
  });

  it('counts weights written as shares in points of a hundred', () => {
    const table = only({
      rows: [
        ['项目支出绩效自评表'],
        ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '权重（%）', '得分'],
        ['产出指标', '数量指标', '甲', '1', '1', '60%', 60],
        ['效益指标', '社会效益', '乙', '1', '1', 0.4, 40],
        ['总分', null, null, null, null, 1, 100],
      ],
      formats: { F4: '0%', F5: '0%' },
    });
    expect(table.indicators.map((one) => one.weight?.value)).toEqual([60, 40]);
    expect(table.total?.weight?.value).toBe(100);
  });

  it('collects error values of the cells it needs', () => {
    const table = body(['产出指标', '数量指标', '甲', '1', '1', 50, { error: '#DIV/0!' }, null]);
    expect(table.indicators[0]?.errors).toEqual([
      { value: '#DIV/0!', cell: { row: 2, column: 6 } },
    ]);
  });
});

describe('totals and funds in other places', () => {
  const HEAD = ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分'];

  it('goes on after a total row at the top', () => {
    const table = only({
      rows: [
        ['项目支出绩效自评表'],
        HEAD,
        ['总分', null, null, null, null, 100, 95],
        ['产出指标', '数量指标', '甲', '1', '1', 60, 60],
        ['效益指标', '社会效益', '乙', '高', '高', 40, 35],
      ],
    });
    expect(table.indicators.map((one) => one.name)).toEqual(['甲', '乙']);
    expect(table.total).toMatchObject({ score: { value: 95 } });
  });

  it('takes 合计 of a block for a sub-total when rows follow', () => {
    const table = only({
      rows: [
        ['项目支出绩效自评表'],
        HEAD,
        ['产出指标', '数量指标', '甲', '1', '1', 60, 60],
        ['合计', null, null, null, null, 60, 60],
        ['效益指标', '社会效益', '乙', '高', '高', 40, 35],
        ['项目总分', null, null, null, null, 100, 95],
      ],
    });
    expect(table.indicators.map((one) => one.name)).toEqual(['甲', '乙']);
    expect(table.subtotals).toMatchObject([{ row: 3, score: { value: 60 } }]);
    expect(table.total).toMatchObject({ row: 5, score: { value: 95 } });
  });

  it('reads funds whose heads and figures alternate in a row', () => {
    const table = only({
      rows: [
        ['专项资金绩效自评表'],
        ['项目名称', '甲项目'],
        ['预算执行情况（万元）', '预算数：', 100, '执行数：', 95],
        [null, '其中：财政拨款', 80, '其中：财政拨款', 75],
        [null, '其他资金', 20, '其他资金', 20],
        HEAD,
        ['产出指标', '数量指标', '甲', '1', '1', 90, 90],
      ],
      merges: ['A3:A5'],
    });
    expect(
      table.budget?.rows.map((row) => [row.isTotal, row.adjusted?.value, row.executed?.value]),
    ).toEqual([
      [true, 100, 95],
      [false, 80, 75],
      [false, 20, 20],
    ]);
    expect(table.budget?.currency).toBe('万元');
  });
});

describe('several tables', () => {
  const form = (title: string, name: string): SheetSpec['rows'] => [
    [title],
    ['项目名称', name],
    ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分'],
    ['产出指标', '数量指标', '甲', '1', '1', 60, 60],
    ['效益指标', '社会效益', '乙', '高', '高', 40, 40],
    ['总分', null, null, null, null, 100, 100],
  ];

  it('finds two forms below one another', () => {
    const tables = recogniseTables(
      snapshotOf({
        rows: [...form('绩效自评表一', '甲项目'), [], ...form('绩效自评表二', '乙项目')],
      }),
    );
    expect(tables.map((table) => [table.project?.value, table.indicators.length])).toEqual([
      ['甲项目', 2],
      ['乙项目', 2],
    ]);
    expect(tables[1]?.range.top).toBe(7);
  });

  it('finds forms on every sheet, hidden ones too, but not on sheets of its own', () => {
    const snapshot = snapshotOf([
      { name: '附表1', rows: form('绩效自评表', '甲项目') },
      { name: '汇总表', rows: form('绩效自评表', '甲项目') },
      { name: '附表2', rows: form('绩效自评表', '乙项目'), hiddenRows: [3] },
    ]);
    const tables = recogniseTables(snapshot, { ownSheets: ['汇总表'] });
    expect(tables.map((table) => table.sheet)).toEqual(['附表1', '附表2']);
  });

  it('sees no table in an ordinary list', () => {
    const tables = recogniseTables(
      snapshotOf({
        rows: [
          ['序号', '姓名', '单位', '金额', '备注'],
          [1, '张三', '一科', 300, null],
          [2, '李四', '二科', 500, null],
          ['合计', null, null, 800, null],
        ],
      }),
    );
    expect(tables.filter((table) => table.confidence >= 0.6)).toEqual([]);
  });
});

describe('what is not certain', () => {
  const headless: SheetSpec = {
    rows: [
      ['2022年度项目'],
      ['产出指标', '数量指标', '甲', '≥10个', '9个', 50, 45],
      [null, '质量指标', '乙', '100%', '100%', 40, 40],
    ],
  };

  it('offers a table whose header is missing instead of assuming it', () => {
    const [table] = recogniseTables(snapshotOf(headless));
    expect(table?.confidence).toBeLessThan(0.6);
    expect(table?.remarks.map((remark) => remark.key)).toContain('engine.remark.uncertain');
  });

  it('reads it once a person says which column is which', () => {
    const mapping = { '*': { target: 'D', actual: 'E', weight: 'F', score: 'G' } };
    const [table] = recogniseTables(snapshotOf(headless), { mapping });
    expect(table?.confidence).toBe(1);
    expect(table?.indicators).toMatchObject([
      { name: '甲', weight: { value: 50 }, score: { value: 45 }, target: { op: '>=', value: 10 } },
      { name: '乙', weight: { value: 40 }, score: { value: 40 } },
    ]);
  });
});

test('days of a workbook that counts from 1904 are not read four years early', () => {
  const serial = 45_291;
  const spec: SheetSpec = {
    rows: [
      ['项目支出绩效自评表'],
      ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分'],
      ['产出指标', '时效指标', '完工时间', '2023年12月底前', serial, 10, 10],
    ],
    formats: { E3: 'yyyy-mm-dd' },
  };
  const dayOf = (date1904: boolean): string | undefined =>
    recogniseTables({ ...snapshotOf(spec), date1904 })[0]?.indicators[0]?.actual.date?.to;
  expect(dayOf(false)).toBe('2023-12-31');
  expect(dayOf(true)).toBe('2028-01-01');
});
