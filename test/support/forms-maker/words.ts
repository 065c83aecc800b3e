/** What a form's heads may be called: as real forms have them, and as none of the vocabulary's does. */
export type HeadOf =
  | 'level1'
  | 'level2'
  | 'name'
  | 'target'
  | 'actual'
  | 'weight'
  | 'score'
  | 'reason'
  | 'criteria'
  | 'evidence';

type Words = readonly [string, ...string[]];

export const HEADS: Readonly<Record<HeadOf, Words>> = {
  level1: ['一级指标', '一级', '一级指标名称', '一级目录', '一 级 指 标'],
  level2: ['二级指标', '二级', '二级指标名称', '二级目录', '二级\n指标'],
  name: ['三级指标', '指标名称', '三级指标名称', '具体指标', '指标内容'],
  target: [
    '年度指标值',
    '指标值',
    '年初目标值（A）',
    '年度目标值',
    '预期指标值',
    '计划值',
    '年初设定目标值',
    '全年目标值',
    '绩效目标值',
    '预 期 值',
  ],
  actual: [
    '实际完成值',
    '全年完成值',
    '完成值',
    '实际完成值（B）',
    '全年实际完成值',
    '实际值',
    '完成情况',
    '实际完成情况',
    '年度实际完成值',
  ],
  weight: ['分值', '权重', '标准分', '满分', '指标分值', '分值（100分）', '权重分', '应得分'],
  score: ['得分', '自评得分', '自评分', '实际得分', '指标得分', '自评得分（分）', '评分'],
  reason: [
    '偏差原因分析及改进措施',
    '偏差原因',
    '未完成原因分析',
    '未完成原因及改进措施',
    '扣分原因',
    '备注',
    '说明',
  ],
  criteria: ['评分标准', '评价标准', '评分细则', '扣分标准', '评分办法'],
  evidence: ['评分依据', '完成情况', '自评情况', '实际完成情况', '得分依据'],
};

/** Heads that no list has: what stands below must say what they are. */
export const UNKNOWN_HEADS: Readonly<Partial<Record<HeadOf, Words>>> = {
  target: ['拟达到的水平', '年内任务', '期望水平'],
  actual: ['实施进度', '落实结果', '推进成效', '年终成果'],
  weight: ['占分', '分数配置', '赋值'],
  score: ['打分', '自我评定', '本栏计分'],
  reason: ['差异缘由', '补充', '其他事项'],
};

export const CLASSES: readonly (readonly [string, string])[] = [
  ['产出指标', '数量指标'],
  ['产出指标', '质量指标'],
  ['产出指标', '时效指标'],
  ['效益指标', '社会效益指标'],
  ['效益指标', '可持续影响指标'],
  ['满意度指标', '服务对象满意度指标'],
];

/** Things that are counted, each with its unit. Their names say nothing of a direction. */
export const THINGS: readonly (readonly [name: string, unit: string])[] = [
  ['改造老旧管网长度', '公里'],
  ['开展入户走访', '户'],
  ['购置检测设备', '台'],
  ['举办业务培训', '场'],
  ['新建便民服务点', '个'],
  ['发放宣传手册', '份'],
  ['维护绿化面积', '亩'],
  ['巡查河道', '次'],
  ['服务企业家数', '家'],
  ['补助困难学生人数', '人'],
];
export const RATES: readonly string[] = ['验收合格率', '任务完成率', '资金到位率', '覆盖率'];
/** What is done by a day. */
export const DEEDS: readonly string[] = [
  '工程完工时间',
  '竣工验收时间',
  '设备到货时间',
  '补助发放时间',
];
export const QUALITIES: readonly (readonly [name: string, target: string])[] = [
  ['群众安全意识', '提高'],
  ['营商环境改善程度', '明显改善'],
  ['长效管护机制', '健全'],
];
/** What is not to happen, not to grow, to fall or to be done by then, and that it was so. */
export const NONES: readonly (readonly [name: string, target: string, actual: string])[] = [
  ['群众投诉情况', '零投诉', '未发生投诉'],
  ['施工安全', '无安全事故', '全年未发生安全事故'],
  ['工作差错', '零差错', '无差错'],
  ['信访情况', '不发生越级上访', '未发生越级上访'],
  ['“三公”经费支出', '不高于上年', '较上年下降3.6%'],
  ['治安案件情况', '下降', '同比下降5.1%'],
  ['慰问金发放', '春节前', '春节前发放到位'],
  ['配餐送达', '每日7:30前', '每日7:20前'],
  ['群众跑动次数', '最多跑一次', '平均0.4次'],
  ['村庄覆盖', '全覆盖', '100%'],
];
export const SCALES: readonly (readonly [most: number, note: string])[] = [
  [5, '5分制'],
  [100, '百分制'],
  [10, '满分10分'],
];
export const REASONS = [
  '因连续降雨，部分路段推迟到下年一季度施工，已调整计划。',
  '供货商交货推迟，已督促其在年底前补齐。',
] as const;
/** The last is on no list: what it is its figures tell. */
export const TOTALS: Words = ['总分', '合计', '总计', '自评总分', '合 计', '总得分', '本表得分'];
