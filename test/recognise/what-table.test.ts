import type { CellValue } from '../../src/model/snapshot';
import { recogniseWorkbook } from '../../src/recognise/recognise-tables';
import { snapshotOf } from '../support/snapshot-of';

type Row = readonly CellValue[];

const LEVELS: Row = ['一级指标', '二级指标', '三级指标'];
const NAMES: readonly Row[] = [
  ['产出指标', '数量指标', '管护林地面积'],
  ['效益指标', '社会效益指标', '务工人数'],
  ['满意度指标', '服务对象满意度指标', '林农满意度'],
];
/** One text for each head, below which it stands in every row. */
const sheet = (title: string | null, columns: Readonly<Record<string, CellValue>>) => ({
  rows: [
    [title],
    [...LEVELS, ...Object.keys(columns)],
    ...NAMES.map((names) => [...names, ...Object.values(columns)]),
  ],
});
const TARGETS = { 指标值: '≥10公顷' };
const SCORED = { 年度指标值: '≥10公顷', 实际完成值: '10公顷', 分值: 30, 得分: 30 };
const what = (title: string | null, columns: Readonly<Record<string, CellValue>>): string[] => {
  const { tables, others } = recogniseWorkbook(snapshotOf(sheet(title, columns)));
  return [...tables.map(() => 'self'), ...others.map((one) => one.what)];
};

it.each([
  '项目支出绩效目标表',
  '绩效目标表',
  '项目支出绩效目标申报表',
  '部门整体支出绩效目标表',
  '专项资金区域绩效目标表',
  '绩效目标批复表',
  '项目绩效目标公开表',
  '预算项目绩效目标审核表',
  '部门预算项目支出绩效目标表（2024年度）',
  '绩效目标分解表',
  '2024年部门预算绩效目标',
  null,
])('%s with targets alone is a plan', (title) => {
  expect(what(title, TARGETS)).toEqual(['target']);
  expect(what(title, { 分值: 30, 指标值: '≥10公顷', 备注: '按年度计' })).toEqual(['target']);
});

it.each(['项目支出绩效运行监控表', '绩效目标执行监控表', '项目绩效跟踪监控情况表', '监控表'])(
  '%s is a table of monitoring',
  (title) => {
    const columns = { ...TARGETS, '1-7月执行情况': '6公顷', 全年预计完成情况: '10公顷' };
    expect(what(title, columns)).toEqual(['monitor']);
  },
);

it('monitoring is known by its heads where the title does not say', () => {
  const columns = {
    ...TARGETS,
    上半年完成情况: '6公顷',
    全年预计完成值: '10公顷',
    完成目标可能性: '有可能',
  };
  expect(what('2024年度项目情况表', columns)).toEqual(['monitor']);
});

it.each([
  ['项目支出绩效自评复核表', { ...SCORED, 复核得分: 28 }],
  ['部门整体支出绩效评价专家评分表', { 分值: 10, 评分标准: '按比例', 专家评分: 9 }],
  ['财政重点评价评分表', { 分值: 10, 评分标准: '按比例', 得分: 9 }],
  ['项目支出绩效评价指标体系', { 分值: 10, 评分标准: '按比例' }],
])('%s is another’s table of scores', (title, columns) => {
  expect(what(title, columns)).toEqual(['other-score']);
});

it.each([
  ['项目支出绩效自评表', SCORED],
  ['绩效目标自评表', { 指标值: '≥10公顷', 全年完成值: '10公顷' }],
  ['中央转移支付区域绩效目标自评表', { 指标值: '≥10公顷', 全年完成值: null }],
  ['项目绩效目标完成情况表', { 指标值: '≥10公顷', 完成值: '10公顷' }],
  ['部门整体支出绩效评价指标评分表', { 分值: 10, 评分标准: '按比例', 得分: 9 }],
  [null, SCORED],
  ['2024年度', { 分值: 10, 评分标准: '按比例', 得分: 9 }],
])('%s is a self-evaluation', (title, columns) => {
  expect(what(title, columns)).toEqual(['self']);
});

it('reads targets, weights, goal and funds of a plan', () => {
  const rows = [
    ['项目支出绩效目标申报表'],
    ['项目名称', '护林防火'],
    ['项目资金（万元）', '年度资金总额', 100],
    ['年度总体目标', '新建护林站两座。'],
    [...LEVELS, '指标值', '分值'],
    ...NAMES.map((names) => [...names, '≥10公顷', 30]),
  ];
  const [other] = recogniseWorkbook(snapshotOf({ rows })).others;
  expect(other?.table.project?.value).toBe('护林防火');
  expect(other?.table.goal.expected?.value).toBe('新建护林站两座。');
  expect(other?.table.indicators.map(({ target, weight }) => [target.text, weight?.value])).toEqual(
    [
      ['≥10公顷', 30],
      ['≥10公顷', 30],
      ['≥10公顷', 30],
    ],
  );
});

it('stands beside the self-evaluation of the same workbook', () => {
  const { tables, others } = recogniseWorkbook(
    snapshotOf([sheet('绩效目标表', TARGETS), sheet('绩效自评表', SCORED)]),
  );
  expect(tables.map((table) => table.sheet)).toEqual(['Sheet2']);
  expect(others.map(({ table }) => table.sheet)).toEqual(['Sheet1']);
});

it('a person who names the columns of a sheet says that it is a self-evaluation', () => {
  const snapshot = snapshotOf(sheet('绩效目标表', { 指标值: '1次', 数: '1次' }));
  const mapping = { Sheet1: { actual: 'E' } };
  expect(recogniseWorkbook(snapshot, { mapping }).tables).toHaveLength(1);
});

it.each([
  ['专家评分', 'other-score'],
  ['第三方评分', 'other-score'],
  ['自评得分', 'self'],
])('a table of weights and %s alone is %s', (head, expected) => {
  expect(what(null, { 分值: 30, [head]: 28 })).toEqual([expected]);
});

it('who still foresees a result watches over the year', () => {
  const columns = { 年度目标值: '≥10公顷', 上半年完成值: '6公顷', 预计全年完成值: '10公顷' };
  expect(what('中期绩效评估表', columns)).toEqual(['monitor']);
});

it.each(['姓名', '职务', '供应商名称', '学号'])(
  'a table of scores by %s is of no project',
  (head) => {
    expect(what('年度考核评分表', { [head]: '甲', 分值: 30, 得分: 28 })).toEqual(['other-score']);
  },
);

it('works to be done by somebody until some day are no indicators', () => {
  const rows: Row[] = [
    ['2023年重点工作任务完成情况表'],
    ['序号', '工作任务', '目标', '责任单位', '完成时限', '完成情况'],
    [1, '道路硬化', '10公里', '交通局', '10月底', '已完成10公里'],
    [2, '新增就业', '3000人', '人社局', '12月底', '3100人'],
  ];
  expect(recogniseWorkbook(snapshotOf({ rows })).tables).toEqual([]);
});

it('评分因素 names what is scored and is no score', () => {
  const rows: Row[] = [
    ['竞争性磋商评分细则'],
    ['评分项目', '评分因素', '分值', '评分标准'],
    ['商务', '资质', 20, '具备得20分'],
    ['价格', '报价', 30, '基准价/报价×30'],
  ];
  expect(recogniseWorkbook(snapshotOf({ rows })).tables).toEqual([]);
});

it('what was reached the year before is no result of this one', () => {
  const columns = { '2024年实际完成值': '9公顷', '2025年目标值': '≥10公顷' };
  expect(what('2025年绩效目标表', columns)).toEqual(['target']);
});

const scoresOf = (
  title: string,
  above: readonly CellValue[],
  classes: readonly string[],
): string[] => {
  const rows = classes.map((name): Row => ['工作', name, 30, '每少一件扣1分', 28]);
  const { tables, others } = recogniseWorkbook(
    snapshotOf({ rows: [[title], above, ['项目', '内容', '分值', '评分标准', '得分'], ...rows] }),
  );
  return [...tables.map(() => 'self'), ...others.map((one) => one.what)];
};

it('scores of a year’s work or of a person, by which no money is spent, are of no project', () => {
  const works = ['招商引资', '信访积案', '安全生产'];
  expect(scoresOf('乡镇年度目标管理考核评分表', ['被考核单位：红旗镇'], works)).toEqual([
    'other-score',
  ]);
  expect(scoresOf('员工季度考核表', ['姓名', '甲', '岗位', '会计'], works)).toEqual([
    'other-score',
  ]);
  expect(scoresOf('专项资金绩效评分表', ['项目名称', '河道清淤'], works)).toEqual(['self']);
});

it('marks of its own, or rows about money, make a table of scores the unit’s', () => {
  const read = (heads: Row, names: readonly string[]): number =>
    recogniseWorkbook(
      snapshotOf({
        rows: [['义务教育能力提升考核评分表'], heads, ...names.map((name): Row => [name, 30, 28])],
      }),
    ).tables.length;
  expect(read(['评价内容', '分值', '自评分'], ['组织管理', '校舍建设'])).toBe(1);
  expect(read(['评价内容', '分值', '得分'], ['资金管理', '校舍建设'])).toBe(1);
  expect(read(['评价内容', '分值', '得分'], ['组织管理', '校舍建设'])).toBe(0);
});

it.each([
  ['项目绩效自评及复核表', 'self'],
  ['项目绩效自评表及核查表', 'self'],
  ['项目绩效自评复核表', 'other-score'],
])('%s: one form may hold both', (title, expected) => {
  expect(what(title, { ...SCORED, 审核得分: 28 })).toEqual([expected]);
});

it('until when the year’s result was counted makes it no result of another year', () => {
  const columns = { '2023年目标值': '≥10公顷', 截至2024年1月完成值: '10公顷', 得分: 30 };
  const { tables } = recogniseWorkbook(snapshotOf(sheet('绩效自评表', columns)));
  expect(tables.map(({ columns: { target, actual } }) => [target?.column, actual?.column])).toEqual(
    [[3, 4]],
  );
});

describe('a unit that marks itself for something else than money spent', () => {
  const criteria = { 分值: 30, 评分标准: '每缺一次扣2分', 自评得分: 28, 扣分原因: '缺一次' };
  const marks = (title: string, above: Row, names: readonly string[]) => ({
    rows: [
      [title],
      above,
      ['一级指标', '考核内容', ...Object.keys(criteria)],
      ...names.map((name) => [`${name}建设`, name, ...Object.values(criteria)]),
    ],
  });
  const read = (title: string, above: Row, names: readonly string[]): string[] => {
    const { tables, others } = recogniseWorkbook(snapshotOf(marks(title, above, names)));
    return [...tables.map(() => 'self'), ...others.map((one) => one.what)];
  };

  it.each([
    ['基层党建述职评议自评打分表', ['理论学习', '组织生活', '联系群众']],
    ['文明单位创建测评自评表', ['道德讲堂', '窗口服务', '志愿服务']],
    ['安全生产标准化自评扣分表', ['目标制定', '机构设置', '现场巡查']],
    ['预算绩效管理工作考核自查表', ['目标管理', '运行监控', '结果应用']],
    ['平安建设责任制自评表', ['矛盾调处', '群防群治', '经费保障']],
    ['小学办学水平督导评估自评表', ['办学方向', '课程教学', '教师发展']],
  ])('%s is another score table', (title, names) => {
    expect(read(title, ['单位：机关第二支部'], names)).toEqual(['other-score']);
  });

  it('so it is without a column of rules', () => {
    const { rows } = marks('小学办学水平督导评估自评表', [], ['办学方向', '教师发展']);
    const bare = rows.map((row) => row.filter((_, at) => at !== 3));
    expect(recogniseWorkbook(snapshotOf({ rows: bare })).tables).toEqual([]);
  });

  it.each<[string, Row, readonly string[]]>([
    ['单位绩效自评表', [], ['制度建设', '队伍建设', '工作落实']],
    ['专项资金自评表', [], ['制度建设', '队伍建设', '工作落实']],
    ['年度自评表', ['项目名称', '河道清淤'], ['制度建设', '队伍建设', '工作落实']],
    ['年度自评表', [], ['产出数量', '社会效益', '群众满意度']],
    ['年度自评表', [], ['资金到位', '资金使用', '制度健全']],
    ['2023年度单位自评表', [], ['制度建设', '队伍建设', '工作落实']],
    ['部门预算执行自评表', [], ['组织管理', '实施情况', '实施成效']],
    ['政府购买服务自评评分表', [], ['组织管理', '实施情况', '实施成效']],
    ['高标准农田自评评分表', [], ['组织管理', '实施情况', '实施成效']],
  ])('%s %p with %p evaluates money', (title, above, names) => {
    expect(read(title, above, names)).toEqual(['self']);
  });
});

it.each([
  ['营商环境评价指标自评表', ['开办企业时间', '用电报装环节', '纳税次数'], 0],
  ['营商环境改善项目自评表', ['开办企业时间', '用电报装环节', '纳税次数'], 1],
  ['营商环境自评表', ['资金到位', '开办企业时间', '纳税次数'], 1],
])('targets reached: %s with %p', (title, names, count) => {
  const rows: Row[] = [
    [title],
    ['指标', '目标值', '完成值', '分值', '自评分', '佐证材料'],
    ...names.map((name, at): Row => [
      name,
      `≤${String(at + 2)}个`,
      `${String(at + 1)}个`,
      30,
      30,
      '截图',
    ]),
  ];
  expect(recogniseWorkbook(snapshotOf({ rows })).tables).toHaveLength(count);
});

it('funds that were spent outweigh a title about persons', () => {
  const rows: readonly Row[] = [
    ['干部教育培训经费考评表'],
    ['资金（万元）', '预算数', '执行数', '执行率', '分值', '得分'],
    ['年度资金总额', 50, 49, '98%', 10, 9.8],
    [...LEVELS, ...Object.keys(SCORED)],
    ...NAMES.map((names): Row => [...names, ...Object.values(SCORED)]),
  ];
  expect(recogniseWorkbook(snapshotOf({ rows })).tables).toHaveLength(1);
});

it('leaves marks alone that are given for something else than money', () => {
  const rows: readonly Row[] = [
    ['监理工作综合评分表'],
    ['序号', '项目', '评定内容', '应得分', '实得分'],
    ['一', '履行合同', '是否按合同条款履行职责', 50, 47],
    ['二', '人员组成', '监理人员数量、资质', 50, 48],
    ['合计', null, null, 100, 95],
  ];
  expect(recogniseWorkbook(snapshotOf({ rows })).tables).toEqual([]);
});

describe('what other people score', () => {
  const tables = (rows: readonly Row[]): number =>
    recogniseWorkbook(snapshotOf({ rows })).tables.length;

  it.each<[string, readonly Row[]]>([
    [
      'bids',
      [
        ['政府采购项目综合评分表'],
        ['评审因素', '评分项', '分值', '评分标准', '投标人A得分', '投标人B得分'],
        ['价格部分', '投标报价', 30, '评标基准价/投标报价×30', 30, 28.4],
        ['商务部分', '类似业绩', 10, '每提供一个得2分，最高10分', 8, 10],
        ['技术部分', '实施方案', 40, '优30-40分，良20-29分，一般0-19分', 36, 33],
        [null, '售后服务', 20, '优15-20分，良10-14分', 17, 16],
        ['合计', null, 100, null, 91, 87.4],
      ],
    ],
    [
      'a lesson',
      [
        ['课堂教学质量评价表（学生用）'],
        ['评价项目', '评价内容', '分值', '得分'],
        ['教学态度', '备课充分，精神饱满', 20, 18],
        ['教学内容', '重点突出，联系实际', 30, 27],
        ['教学方法', '启发引导，互动良好', 30, 26],
        ['教学效果', '掌握知识，能力提升', 20, 18],
        ['总分', null, 100, 89],
      ],
    ],
    [
      'a subsidiary',
      [
        ['子公司经营业绩考核计分表'],
        ['指标类别', '指标名称', '单位', '目标值', '完成值', '完成率', '权重', '得分'],
        ['效益类', '利润总额', '万元', 2600, 2730, '105%', 40, 40],
        [null, '营业收入', '亿元', 3.2, 3.04, '95%', 30, 28.5],
        ['运营类', '应收账款周转率', '次', 6, 5.7, '95%', 15, 14.25],
        ['分类', '安全生产事故', '起', 0, 0, '100%', 15, 15],
        ['合计', null, null, null, null, null, 100, 97.75],
      ],
    ],
  ])('%s', (_, rows) => {
    expect(tables(rows)).toBe(0);
  });
});
