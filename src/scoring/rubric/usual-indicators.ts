/**
 * Indicators that unit-wide forms everywhere have, with their usual formulas: used where a sheet gives
 * no other. `printed`: the formula stands so in the source; else the source words it, or it is the
 * common one of the framework of 2013 and was not read in print [R].
 */
export interface UsualIndicator {
  readonly name: string;
  /** What the form calls it; matched as a part of the name. */
  readonly called: RegExp;
  /** A fraction; names as the rows that tell them are labelled. */
  readonly formula: string;
  readonly better: 'more' | 'less';
  readonly source: string;
  readonly printed: boolean;
}

const HUNAN = '湖南样式部门整体支出绩效评价指标表（2017年度，文库页）';
const ASSESSMENT = '一般公共预算支出管理考核表（2019年刊载）';
const FRAMEWORK = '财预〔2013〕53号共性指标框架，公式凭记忆 [R]';
const SPECIAL = '财政专项资金绩效评价共性指标（文库页）';

const indicator = (
  name: string,
  called: RegExp,
  formula: string,
  better: UsualIndicator['better'],
  source: string,
): UsualIndicator => ({ name, called, formula, better, source, printed: !source.endsWith('[R]') });

/** The first whose name fits speaks, so the longer names come first. */
const USUAL_INDICATORS: readonly UsualIndicator[] = [
  indicator('在职人员控制率', /(?:在职|财政供养)人员控制率/, '在职人员数/编制数', 'less', HUNAN),
  indicator(
    '三公经费变动率',
    /三公经费变动率/,
    '(本年度预算数-上年度预算数)/上年度预算数',
    'less',
    HUNAN,
  ),
  indicator(
    '三公经费控制率',
    /三公经费(?:支出)?控制率/,
    '实际支出数/预算安排数',
    'less',
    FRAMEWORK,
  ),
  indicator(
    '公务招待费变动率',
    /招待费变动率/,
    '(本年度总额-上年度总额)/上年度总额',
    'less',
    HUNAN,
  ),
  indicator(
    '公用经费控制率',
    /公用经费控制率/,
    '实际支出公用经费/预算安排公用经费',
    'less',
    FRAMEWORK,
  ),
  indicator(
    '预算调剂率',
    /调剂率/,
    '预算调剂金额/年初部门预算数',
    'less',
    '县级部门决算公开的整体支出评价表（2020年度）',
  ),
  indicator('预算调整率', /预算(?:调整|追加)率/, '预算调整数/年初预算数', 'less', HUNAN),
  indicator('预算控制率', /预算控制率/, '本年追加预算/年初预算', 'less', HUNAN),
  indicator('预算完成率', /预算完成率/, '预算完成数/预算数', 'more', FRAMEWORK),
  indicator('预算执行率', /(?:预算|资金)执行率/, '实际支出数/预算数', 'more', FRAMEWORK),
  indicator('支付进度率', /支付进度/, '实际支付进度/既定支付进度', 'more', FRAMEWORK),
  indicator(
    '结转结余变动率',
    /结转结余变动率/,
    '(本年结转结余总额-上年结转结余总额)/上年结转结余总额',
    'less',
    ASSESSMENT,
  ),
  indicator(
    '应付账款变动率',
    /(?:应付账款|暂存款)[^率]{0,6}变动率/,
    '(本年期末应付账款总额-上年期末应付账款总额)/上年期末应付账款总额',
    'less',
    ASSESSMENT,
  ),
  indicator(
    '应付账款率',
    /(?:应付账款|暂存款)[^率]{0,6}率/,
    '应付账款总额/支出完成数',
    'less',
    ASSESSMENT,
  ),
  indicator('结转结余率', /结转结余率|结余率/, '结转结余总额/支出预算数', 'less', ASSESSMENT),
  indicator('政府采购执行率', /政府采购执行率/, '实际采购金额/采购预算数', 'more', FRAMEWORK),
  indicator('重点支出安排率', /重点支出安排率/, '重点项目支出/项目总支出', 'more', HUNAN),
  indicator('固定资产利用率', /(?:固定)?资产利用率/, '实际在用资产/资产总额', 'more', FRAMEWORK),
  indicator('楼堂馆所面积控制率', /面积控制率/, '实际建设面积/批准建设面积', 'less', HUNAN),
  indicator(
    '投资概算控制率',
    /概算控制率|投资控制率/,
    '实际投资/批准投资概算',
    'less',
    `${HUNAN} [R]`,
  ),
  indicator('配套资金到位率', /配套资金到位率/, '实际到位配套资金/计划配套资金', 'more', SPECIAL),
  indicator('到位及时率', /到位及时率/, '及时到位资金/应到位资金', 'more', SPECIAL),
  indicator('资金到位率', /资金到位率|到位率/, '实际到位资金/计划投入资金', 'more', SPECIAL),
  indicator('成本节约率', /成本节约率/, '(计划成本-实际成本)/计划成本', 'more', FRAMEWORK),
  indicator('开工率', /开工率/, '开工项目/签约项目', 'more', '招商考核办法（公开代码里的算式）'),
  indicator('质量达标率', /(?:质量达标|验收合格|合格)率/, '达标数/实际产出数', 'more', FRAMEWORK),
  indicator('实际完成率', /完成率/, '实际完成数/计划数', 'more', FRAMEWORK),
  indicator('信息公开率', /信息公开率|公开率/, '已公开数/应公开数', 'more', FRAMEWORK),
];

/** The usual indicator of a name; null for any other. */
export const usualIndicator = (name: string): UsualIndicator | null =>
  USUAL_INDICATORS.find(({ called }) => called.test(name)) ?? null;
