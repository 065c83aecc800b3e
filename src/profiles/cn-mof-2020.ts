import type { Profile } from '../model/profile';

/** A list written with spaces between. */
const words = (text: string): readonly string[] => text.trim().split(/\s+/);

/**
 * The national form of 财政部 as its public notes state it. Values marked [R] are recalled from the
 * regulation and not read in it; [I] are judgements of reviewing practice. Neither may be shown
 * as a rule of 财政部.
 */
export const cnMof2020: Profile = {
  id: 'cn-mof-2020',
  title: '项目支出绩效自评通用口径（执行率10、产出50、效益30、满意度10）',
  kind: 'target',
  levelWeights: { 产出: 50, 效益: 30, 满意度: 10 },
  optionalLevels: [],
  weightDecimals: null,
  tableTotal: 100,
  positive: { floorRate: null },
  reverse: 'reverse-ratio',
  equal: 'as-positive',
  overAchieved: { info: 1.2, warning: 1.3, deduct: null },
  execution: {
    weight: null,
    denominator: 'adjusted',
    steps: null,
    tiers: null,
    totalCaps: null,
    explainBelow: 0.9,
    adjustmentExplainFrom: 0.1,
    scoreGap: 0.05,
  },
  qualitative: {
    bands: [
      {
        from: 0.8,
        to: 1,
        includesUpper: true,
        words: words(`
          达成年度指标 达成预期指标 达成预期 达到预期 符合预期 超额 全部完成 全面完成 按时完成
          按期完成 及时完成 已完成 完成 达成 达到 实现 达标 合格 合规 符合 显著 明显 有效 大幅
          持续 及时 按时 按期 满意 良好 较好 优秀 优良 稳定 健全 未发生 未出现 未发现 没有发生
          没有出现 无事故 无投诉 无违规 无差错 未超 是 有 高 优 良 好`),
      },
      {
        from: 0.6,
        to: 0.8,
        includesUpper: false,
        words: words(`
          部分达成年度指标并具有一定效果 部分达成 部分完成 部分实现 部分 大部分 大多数 基本达成
          基本达到 基本完成 基本实现 基本符合 基本满意 基本 有所提高 有所提升 有所改善 有所增强
          有所 一定效果 一定程度 一般 逐步完成 正在 中`),
      },
      {
        from: 0,
        to: 0.6,
        includesUpper: false,
        words: words(`
          未达成年度指标且效果较差 未达 未完 未实现 未开展 未实施 未建立 未及时 未按 未有 未见
          未能 未得 未通过 未到位 未落实 未执行 未启动 未支付 未验收 未开工 未竣工 未投入 未使用
          未形成 尚未 没有 不达标 不合格 不合规 不符合 不满意 不明显 不显著 不及时 不理想 不到位
          不完善 无法 无明显 较差 很差 效果差 否 差`),
      },
    ],
  },
  notApplicable: 'ask',
  bonusAllowed: false,
  stepRounding: null,
  rounding: { score: 2, rate: 4 },
  tolerance: { silent: 0.05, info: 0.5, error: 1 },
  heavyIndicator: 0.4,
  grades: [
    { from: 90, word: '优' },
    { from: 80, word: '良' },
    { from: 60, word: '中' },
    { from: 0, word: '差' },
  ],
  sources: {
    levelWeights:
      'TC、SC3 自评表注：产出50、效益30、满意度10、预算执行率10；财预〔2020〕10号原文未读 [R]',
    optionalLevels: '财预〔2021〕101号没有满意度的把分给效益 [R]，原文未读；以表为准',
    weightDecimals: '没有读到通行的规定；广水2021为整数，另设口径',
    tableTotal: 'TC、SC3 自评表注：各项合计100分',
    'positive.floorRate': '财预〔2020〕10号未见及格门槛；财预〔2021〕101号提及 [R]，默认不设',
    reverse: 'GEN、HD 自评表：反向指标按 目标值/完成值 × 分值 计分；线性扣分为另一种口径',
    equal: '一体化系统实务：“=”指标按正向计分、满分封顶；目标为0时完成为0得满分，否则0分',
    'overAchieved.info': '一体化系统实务：完成率达120%提示核对；只提示不扣分',
    'overAchieved.warning': '广西实务：完成率达130%须说明原因；只提示不扣分',
    'overAchieved.deduct': '没有读到按超额扣分的规定；平台手册2022有，另设口径',
    'execution.weight': '以表上所印的分值为准（多数10分）',
    'execution.totalCaps': '没有读到通行的规定；平台手册2022有，另设口径',
    'execution.steps': 'HD：执行率×分值，按比例',
    'execution.tiers': 'HD：执行率×分值，按比例，不分档',
    notApplicable: '没有读到通行的规定；科研项目折算、国土整治不扣分，各另设口径',
    bonusAllowed: '中江县2022年自评表表注：得分不超过分值',
    stepRounding: '公开的条款31段里28段没有写明，两种读法都算对',
    'execution.denominator': 'TC、SC3、HN3 自评表表头：执行率＝全年执行数(B)/全年预算数(A)',
    'execution.explainBelow': 'SC1 四川青神自评表：执行率低于90%须说明原因',
    'execution.adjustmentExplainFrom': 'SC1：年中调整应单独说明；10%为审核经验值 [I]',
    'execution.scoreGap': '一体化系统实务：(得分率−执行率)/得分率超过5%提示',
    'qualitative.bands': 'SC3 自评表注：定性指标三档 100%–80%(含)、80%–60%(含)、60%–0%',
    'rounding.score': '一体化系统实务：每行四舍五入保留两位',
    'rounding.rate': '一体化系统实务：比率保留四位（百分数两位）',
    'tolerance.silent': '审核经验值 [I]',
    'tolerance.info': '审核经验值 [I]：疑似取整',
    'tolerance.error': '审核经验值 [I]',
    heavyIndicator: '审核经验值 [I]：单个指标占总分40%及以上',
    grades: 'GRADE 咨询公司网页转述的财政部预算司等级划分（二手）：优90、良80、中60、差60以下',
  },
  marks: {
    levelWeights: 'practice',
    optionalLevels: 'house',
    weightDecimals: 'house',
    tableTotal: 'practice',
    'positive.floorRate': 'house',
    reverse: 'practice',
    equal: 'practice',
    'overAchieved.info': 'practice',
    'overAchieved.warning': 'practice',
    'overAchieved.deduct': 'house',
    'execution.denominator': 'practice',
    'execution.weight': 'practice',
    'execution.totalCaps': 'house',
    'execution.steps': 'practice',
    'execution.tiers': 'practice',
    'execution.explainBelow': 'practice',
    'execution.adjustmentExplainFrom': 'house',
    'execution.scoreGap': 'practice',
    'qualitative.bands': 'practice',
    notApplicable: 'house',
    bonusAllowed: 'practice',
    stepRounding: 'house',
    'rounding.score': 'practice',
    'rounding.rate': 'practice',
    'tolerance.silent': 'house',
    'tolerance.info': 'house',
    'tolerance.error': 'house',
    heavyIndicator: 'house',
    grades: 'practice',
  },
};
