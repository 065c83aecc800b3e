import type { ColumnRole } from '../../model/table';
import { normaliseText } from '../../quantity/normalise';

/**
 * What the heads of real forms are called (domain-rules.md §4.0 and the published forms behind it).
 * A level is `levelN` until the whole header is known: the deepest one present is the name.
 */
export type HeadRole = ColumnRole | 'level4';

const EXACT: Readonly<Record<HeadRole, readonly string[]>> = {
  serial: ['序号', '编号', '行次'],
  level1: ['一级指标', '一级', '一级指标名称', '项目权重', '指标类别', '一级目录', '基本指标'],
  level1Weight: ['一级分', '一级分值', '一级权重', '一级指标分值', '一级指标权重'],
  level2: ['二级指标', '二级', '二级指标名称', '指标类型', '二级目录'],
  level2Weight: ['二级分', '二级分值', '二级权重', '二级指标分值', '二级指标权重'],
  level3: ['三级指标', '三级', '三级指标名称', '三级目录'],
  level4: ['四级指标', '四级', '四级指标名称'],
  name: [
    '指标名称',
    '具体指标',
    '指标内容',
    '评价内容',
    '评价指标',
    '考核内容',
    '考核指标',
    '评分项目',
    '评价项目',
    '评分内容',
    '考评内容',
    '考评指标',
    '指标',
    '绩效指标',
    '绩效指标名称',
    '评估内容',
    '评估指标',
    '考评要点',
    '工作内容',
    '工作任务',
    '自评指标',
    '自评内容',
    '评分指标',
  ],
  sign: ['指标性质', '计算符号', '指标符号', '运算符号', '比较符', '比较符号', '符号', '指标方向'],
  target: [
    '年度指标值',
    '指标值',
    '目标值',
    '年度目标值',
    '年初目标值',
    '年初指标值',
    '年初设定目标值',
    '年初设定指标值',
    '年初绩效目标值',
    '年度绩效目标',
    '年度绩效目标值',
    '年度绩效指标值',
    '预期指标值',
    '预期目标值',
    '预期指标',
    '预期值',
    '预期目标',
    '计划完成值',
    '计划值',
    '计划指标值',
    '计划目标值',
    '年度计划值',
    '绩效目标值',
    '绩效目标',
    '绩效指标值',
    '设定指标值',
    '预期当年实现值',
    '预期实现值',
    '全年预期目标值',
    '全年目标值',
    '全年指标值',
    '全年预期值',
    '设定目标值',
    '设定值',
    '指标目标值',
    '年度预期值',
    '年度预期指标值',
    '年度目标',
    '调整后指标值',
    '调整后目标值',
    '调整后年度指标值',
    '年度指标',
    '年度工作目标',
    '考核目标',
    '全年目标',
    '计划数',
    '标准值',
    '预期完成值',
    '应完成值',
  ],
  unit: ['度量单位', '计量单位', '单位', '指标单位'],
  actual: [
    '实际完成值',
    '完成值',
    '全年实际值',
    '全年完成值',
    '全年实际完成值',
    '年终完成值',
    '年末完成值',
    '年度完成值',
    '年度实际值',
    '年度实际完成值',
    '实际值',
    '实际完成',
    '实际完成情况',
    '实际完成指标值',
    '指标完成值',
    '指标实际值',
    '指标完成情况',
    '完成指标值',
    '完成情况',
    '全年实际完成情况',
    '全年完成情况',
    '年度完成情况',
    '自评完成值',
    '实现值',
    '实际实现值',
    '全年实现值',
    '指标实现值',
    '实际达到值',
    '目标实现情况',
    '目标完成情况',
    '实际完成结果',
    '本单位执行情况',
    '执行情况',
    '完成数',
    '实际数',
    '完成进度',
    '达成值',
  ],
  weight: [
    '分值',
    '权重',
    '标准分',
    '标准分值',
    '满分',
    '满分值',
    '指标分值',
    '指标权重',
    '指标分',
    '权重设定值',
    '分值权重',
    '权重分值',
    '权重分',
    '设定分值',
    '三级分值',
    '三级权重',
    '三级分',
    '三级指标分值',
    '三级指标权重',
    '参考分值',
    '基本分',
    '总分值',
    '权数',
    '指标总分',
    '配分',
    '赋分',
    '基准分',
    '应得分',
    '应得分值',
  ],
  criteria: [
    '评分标准',
    '评价标准',
    '评分细则',
    '评分办法',
    '评分方法',
    '评分规则',
    '评价要点',
    '评价方法',
    '指标说明',
    '指标解释',
    '指标解释及评分标准',
    '指标说明及评分标准',
    '得分计算方法',
    '计分方法',
    '计分办法',
    '计分标准',
    '扣分标准',
    '考核标准',
    '考评标准',
    '评价标准及依据',
    '评分标准及依据',
  ],
  evidence: [
    '评分依据',
    '评分依据及简要说明',
    '佐证材料',
    '数据来源',
    '自评依据',
    '得分依据',
    '自评情况',
  ],
  score: [
    '得分',
    '自评得分',
    '自评分',
    '自评分值',
    '自评分数',
    '自评',
    '指标得分',
    '实际得分',
    '评价得分',
    '单位自评',
    '单位自评得分',
    '单位自评分',
    '部门自评',
    '部门自评得分',
    '自验',
    '自验得分',
    '评分',
    '得分值',
    '实得分',
    '实得分数',
    '评定分',
    '评定得分',
    '考核得分',
    '考核分',
    '自评结果得分',
    '自评打分',
  ],
  reviewScore: [
    '专家评分',
    '专家得分',
    '专家',
    '核查得分',
    '核查分数',
    '核查分',
    '复核得分',
    '复核分',
    '复核',
    '复评得分',
    '复评分',
    '财政评分',
    '财政复核得分',
    '财政核定得分',
    '考评得分',
    '考评',
    '评审得分',
    '抽查得分',
    '第三方评分',
    '第三方得分',
    '主管部门评分',
    '主管部门审核得分',
    '主管部门复核得分',
    '审核得分',
    '核定得分',
  ],
  reason: [
    '说明',
    '备注',
    '原因',
    '评价得分分析',
    '扣分说明',
    '得分说明',
    '偏差说明',
    '情况说明',
    '扣分理由',
    '存在问题',
    '存在的问题',
    '问题及措施',
  ],
};

/** Words inside a head that tell its role where the whole is not in the vocabulary; order matters. */
const PARTS: readonly (readonly [RegExp, HeadRole])[] = [
  [/原因|改进措施|整改措施/, 'reason'],
  [/(偏差|差异|扣分|得分|自评|未完成).{0,2}(说明|分析|备注)$/, 'reason'],
  [/^(预期|计划|年初|设定)(?!.*(完成|实际)).*值/, 'target'],
  [
    /(专家|核查|复核|复评|财政|考评|市级|评审|抽查|第三方|主管部门|审核).{0,4}(评分|得分|打分|分数?|考评)$/,
    'reviewScore',
  ],
  [/区县考评|市级评分|上级/, 'reviewScore'],
  [/(自评|自验|自查)(.{0,3}(得分|评分|打分|分值|分数?))?$/, 'score'],
  [/(县级|乡镇|单位|部门).{0,2}(评分|得分|自评|自验)$/, 'score'],
  [/得分计算|(评分|评价|计分|扣分|考核)(标准|细则|办法|方法|规则|要点)/, 'criteria'],
  [/(一级|1级).{0,4}(分值|权重|分)$/, 'level1Weight'],
  [/(二级|2级).{0,4}(分值|权重|分)$/, 'level2Weight'],
  [/分值|权重|满分|标准分/, 'weight'],
  [/得分|评分|打分/, 'score'],
  [
    /^(实际|全年|年度|本年)*(完成|实际|实现|达成|实绩)(绩效|指标值|数|值|结果|情况|业绩|效果)$/,
    'actual',
  ],
  [/完成值|实际值|实际完成|完成情况|实现值|完成指标/, 'actual'],
  [/(目标|指标|预期|计划)数?值/, 'target'],
  [/一级/, 'level1'],
  [/二级/, 'level2'],
  [/三级/, 'level3'],
  [/四级/, 'level4'],
  [/指标名称|评价内容|考核内容/, 'name'],
  [/(度量|计量)单位/, 'unit'],
  [/指标性质|符号?$/, 'sign'],
  [
    /^(年度|年初|全年|本年|预期|计划|设定|指标|绩效)*(目标|计划|任务|标准|要求|期望|预期|设定)(数|值|设定值|绩效)?$/,
    'target',
  ],
  [/(说明|分析|扣分点)$/, 'reason'],
];

/** Heads of any list; in a form of scores they name the rows all the same, with less certainty. */
const WEAK: Readonly<Record<string, HeadRole>> = {
  项目: 'name',
  内容: 'name',
  类别: 'level1',
  考核项目: 'name',
  考评项目: 'name',
  评价类别: 'level1',
  评价维度: 'level1',
  指标维度: 'level1',
  目标: 'target',
  计划: 'target',
  完成: 'actual',
  实际: 'actual',
  分数: 'weight',
};

const BY_LABEL: ReadonlyMap<string, HeadRole> = new Map(
  (Object.entries(EXACT) as [HeadRole, readonly string[]][]).flatMap(([role, labels]) =>
    labels.map((label): [string, HeadRole] => [label, role]),
  ),
);

const LONGEST_HEAD = 30;
const HEAD_HINT = /[标值分级重成况质号位因注明准则法点依序编评考验核自项内类务数划际题施度符]/;
/** Figures of other years stand beside those of the year; they are neither its target nor its result. */
const OTHER_YEARS = /上一?年|去年|往年|历年|历史|前[一二三四五两\d]年|基期|基数|上期/;

/**
 * A head without what varies: white space, `(A)`, `(万元)`, `（分）`, trailing marks.
 * `年初目标值(A)` and `年初 目标值` are one head.
 */
export function headLabel(text: string): string {
  return normaliseText(text)
    .replace(/\([^()]*\)?/g, '')
    .replace(/^[\d.、)]+/, '')
    .replace(/[:;,.。*★%)]+$/, '')
    .replace(/[A-Z]$/, '');
}

export interface HeadMatch {
  readonly role: HeadRole;
  readonly label: string;
  /** 1 for a term of the vocabulary, 0.8 for a part of one. */
  readonly confidence: number;
}

/** A head broken over two rows, 一级 above 指标: both together are a term of the vocabulary. */
export const isBrokenHead = (above: string, text: string): boolean =>
  above !== '' && text.length <= 4 && BY_LABEL.has(headLabel(`${above}${text}`));

/** Reads one head cell. Null where it is no head of an indicator table. */
export function matchHead(text: string): HeadMatch | null {
  if (text.length > LONGEST_HEAD || !HEAD_HINT.test(text)) return null;
  const label = headLabel(text);
  if (label === '') return null;
  const exact = BY_LABEL.get(label);
  if (exact) return { role: exact, label, confidence: 1 };
  const weak = Object.hasOwn(WEAK, label) ? WEAK[label] : undefined;
  if (weak) return { role: weak, label, confidence: 0.7 };
  if (label.length > 18 || /^(注|总|合计|小计|项目名称|项目资金)/.test(label)) return null;
  // 自评扣分 counts the points taken off; it is no score.
  if (/扣分(情况|数|值)?$/.test(label) || OTHER_YEARS.test(label)) return null;
  for (const [pattern, role] of PARTS) {
    if (pattern.test(label)) return { role, label, confidence: 0.8 };
  }
  return null;
}

/** Words of columns that no role takes, whatever stands below: other years, points taken off, sources, numbers. */
const NO_ROLE =
  /上一?年|去年|往年|历[年史]|基期|扣分(情况|数|值)?$|折算|占比|来源|设定依据|联系|电话|责任|附件|序号|编号|代码|(半|季|月)(年|度)?目标|实施期|中长期|阶段|权限|类型|属性|日期$/;

/** A head whose words say that the column is none of the indicator block's. */
export const saysNoRole = (text: string): boolean =>
  text.length > LONGEST_HEAD || NO_ROLE.test(normaliseText(text));

export type BudgetColumn =
  'initial' | 'adjusted' | 'executed' | 'rate' | 'weight' | 'score' | 'reason';

/** Heads of the funds block (domain-rules.md §4.0: initial, adjusted, executed, rate). */
export function matchBudgetHead(text: string): BudgetColumn | null {
  if (text.length > LONGEST_HEAD) return null;
  const label = headLabel(text);
  if (/原因|说明/.test(label)) return 'reason';
  if (/(执行|支出|支付|使用|完成)(率|进度)/.test(label)) return 'rate';
  if (/^(年初|期初).{0,4}(预算|批复|安排|指标|资金)/.test(label)) return 'initial';
  // 预算执行情况 names the block; its columns are named beside or below.
  if (/情况$|申请$/.test(label)) return null;
  if (
    /执行数|实际支出|支出数|支出金额|实际执行|实际使用|执行金额|使用金额|预算支出|全年执行$|决算数|累计支出/.test(
      label,
    )
  ) {
    return 'executed';
  }
  if (
    /预算数|调整后|全年预算|当年预算|年度预算|下达数|预算安排|预算金额|到位数|到位资金|批复数|批复预算/.test(
      label,
    )
  ) {
    return 'adjusted';
  }
  if (/^(分值|权重|满分|标准分)$/.test(label)) return 'weight';
  if (/^(自评)?(得分|评分)$/.test(label)) return 'score';
  return null;
}
