import { cnMof2020 } from './cn-mof-2020';
import { deriveProfile, middleBandFrom } from './derive-profile';
import type { Shipped } from './shipped';

/** Rules of places for tables of targets, found in public texts (reference: profiles-found). */
export const PLACES: readonly Shipped[] = [
  {
    profile: deriveProfile(
      cnMof2020,
      { id: 'hb-project-2020', title: '湖北项目自评表（执行率20 + 指标80，定性中档从50%起）' },
      {
        levelWeights: null,
        execution: { ...cnMof2020.execution, weight: 20, denominator: 'carried' },
        qualitative: middleBandFrom(cnMof2020, 0.5),
      },
      {
        'execution.weight': ['practice', '湖北2020年表（1wenmi 330418）：得分（20分*执行率）'],
        levelWeights: ['practice', '湖北2020：预算执行20分，其余80分由各表自定，以表为准'],
        'qualitative.bands': [
          'practice',
          '湖北2020年长江禁捕项目自评表表注（1wenmi 330418），同式样商务局2020：100–80、80–50、50–0',
        ],
        'execution.denominator': [
          'practice',
          '湖北2020年长江禁捕项目自评表表注（1wenmi 330418），同式样商务局2020：预算数为调整后财政资金总额，含上年结余结转',
        ],
        reverse: [
          'practice',
          '湖北2020年长江禁捕项目自评表表注（1wenmi 330418），同式样商务局2020：得分=权重×A/B',
        ],
      },
    ),
    english: 'Hubei projects (execution 20 + indicators 80, middle band from 50 %)',
  },
  {
    profile: deriveProfile(
      cnMof2020,
      { id: 'hb-huangshi-2022', title: '黄石市级项目自评表（20 + 产出40、效益30、满意度10）' },
      {
        levelWeights: { 产出: 40, 效益: 30, 满意度: 10 },
        execution: { ...cnMof2020.execution, weight: 20 },
        qualitative: middleBandFrom(cnMof2020, 0.5),
      },
      {
        'execution.weight': ['practice', '黄石市图书馆2022年度自评表（hsslib 72903）：20分×执行率'],
        levelWeights: ['practice', '黄石市图书馆2022年度自评表（hsslib 72903）'],
        'qualitative.bands': [
          'house',
          '黄石2023年表注与湖北2020式样逐字相同（hssedu 4301），2022年表未印',
        ],
      },
    ),
    english: 'Huangshi projects (20 + outputs 40, benefits 30, satisfaction 10)',
  },
  {
    profile: deriveProfile(
      cnMof2020,
      { id: 'hb-huangshi-2023', title: '黄石市级项目自评表2023（20 + 80，满意度可不设）' },
      {
        levelWeights: null,
        optionalLevels: ['满意度'],
        execution: { ...cnMof2020.execution, weight: 20, denominator: 'carried' },
        qualitative: middleBandFrom(cnMof2020, 0.5),
      },
      {
        optionalLevels: ['practice', '同上：满意度指标暂可不作为必评指标'],
        'execution.denominator': ['practice', '同上：调整后财政资金总额（包括上年结余结转）'],
        'execution.weight': ['practice', '黄石三中2023年度自评表（hssedu 4301）：20分×执行率'],
        levelWeights: [
          'practice',
          '黄石三中2023年度自评表（hssedu 4301）：满意度指标暂可不作为必评指标，以表为准',
        ],
        'qualitative.bands': ['practice', '黄石三中2023年度自评表（hssedu 4301）表注'],
      },
    ),
    english: 'Huangshi projects 2023 (20 + 80, satisfaction may be left out)',
  },
  {
    profile: deriveProfile(
      cnMof2020,
      { id: 'jx-2017', title: '江西省级项目支出自评表（定性中档从50%起）' },
      { levelWeights: null, qualitative: middleBandFrom(cnMof2020, 0.5) },
      {
        levelWeights: ['practice', '江西省政协2017年自评表：效益30、满意度10，其余以表为准'],
        'qualitative.bands': [
          'practice',
          '江西省政协2017年自评表表注：100–80(含80)、80–50(含50)、50–0',
        ],
        reverse: ['practice', '江西省政协2017年自评表表注：年度指标值(A)/全年实际值(B)×分值'],
      },
    ),
    english: 'Jiangxi projects 2017 (middle band from 50 %)',
  },
  {
    profile: deriveProfile(
      cnMof2020,
      { id: 'hi-2023', title: '海南项目自评表（10 + 50/30/10，无及格门槛）' },
      { levelWeights: cnMof2020.levelWeights },
      {
        'positive.floorRate': [
          'practice',
          '海南省农垦实验中学2023年公开表（nksz 7370034）：完成19.23%得3.85分，没有门槛',
        ],
        'rounding.score': ['practice', '同上：每行两位，合计46.35'],
      },
    ),
    english: 'Hainan projects (10 + 50/30/10, no pass mark)',
  },
  {
    profile: deriveProfile(
      cnMof2020,
      { id: 'cq-unit-2021', title: '重庆部门整体自评表（10 + 指标90，不分级）' },
      { levelWeights: null },
      {
        levelWeights: [
          'practice',
          '重庆科学城融媒体中心2021年表（yzwku 98587）：指标90分不分级，有得分系数列',
        ],
        'overAchieved.deduct': ['practice', '同上：完成130%得分系数100%，不加不减'],
      },
    ),
    english: 'Chongqing units (10 + 90 in a flat list)',
  },
  {
    profile: deriveProfile(
      cnMof2020,
      { id: 'cq-unit-2022', title: '重庆梁平部门整体自评表（10 + 指标90）' },
      { levelWeights: null },
      {
        levelWeights: ['practice', '重庆市梁平区林业局2022年度表（001doc 900957）：指标90分不分级'],
      },
    ),
    english: 'Chongqing Liangping units (10 + 90)',
  },
  {
    profile: deriveProfile(
      cnMof2020,
      { id: 'platform-cap-2022', title: '一体化平台减分口径（超30%减2分，地方未名）' },
      {
        overAchieved: { ...cnMof2020.overAchieved, deduct: { from: 1.3, points: 2 } },
        execution: {
          ...cnMof2020.execution,
          totalCaps: [
            { below: 0.5, most: 59 },
            { below: 0.6, most: 69 },
            { below: 0.7, most: 79 },
            { below: 0.8, most: 89 },
          ],
        },
      },
      {
        'execution.totalCaps': [
          'regulation',
          '同一手册：执行率70%–80%、60%–70%、不足60%、不足50%的，自评总分不超过89、79、69、59分',
        ],
        'overAchieved.deduct': [
          'regulation',
          '预算管理一体化平台绩效自评操作手册2022（desk33 565511，地方未名）：超过指标值30%及以上的，减2分',
        ],
      },
    ),
    english: 'Platform manual of 2022 (2 points off from 130 %, place not named)',
  },
  {
    profile: deriveProfile(
      cnMof2020,
      { id: 'sc-0013zp-2023', title: '四川部门预算项目自评表（10 + 90，每项调整都说明）' },
      { levelWeights: null, execution: { ...cnMof2020.execution, adjustmentExplainFrom: 0 } },
      {
        levelWeights: [
          'practice',
          '青神县发改局2023年表（510000_0013zp，scqs 211004）：指标90分由各表自定',
        ],
        'execution.denominator': ['practice', '同上：执行率=执行数/调整后预算数'],
        'execution.explainBelow': ['practice', '同上：预算执行率未达到90%的需说明原因'],
        'execution.adjustmentExplainFrom': [
          'practice',
          '同上：年中发生预算调整的，应单独说明理由，没有金额门槛',
        ],
      },
    ),
    english: 'Sichuan departmental projects (10 + 90, every adjustment explained)',
  },
  {
    profile: deriveProfile(
      cnMof2020,
      { id: 'sc-xianjie-2022', title: '四川衔接资金自评表（50/30/10 + 10）' },
      { levelWeights: cnMof2020.levelWeights },
      {
        levelWeights: ['practice', '中江县水利局2022年自评表表注（chacewang 242266）'],
        'qualitative.bands': ['practice', '同上：100–80(含80)、80–60(含60)、60–0'],
      },
    ),
    english: 'Sichuan cohesion funds (50/30/10 + 10)',
  },
  {
    profile: deriveProfile(
      cnMof2020,
      { id: 'ah-project-2022', title: '安徽项目支出自评表（50/30/10 + 10）' },
      { levelWeights: cnMof2020.levelWeights },
      {
        levelWeights: ['practice', '天长市水利局2022年自评表表注；宣城、池州同式样'],
        'overAchieved.deduct': ['practice', '宣城市公安局2021年表（2572090）：完成133%得满分'],
      },
    ),
    english: 'Anhui projects (50/30/10 + 10)',
  },
  {
    profile: deriveProfile(
      cnMof2020,
      { id: 'ah-xianjie-2023', title: '安徽衔接资金自评表（★为核心指标）' },
      { levelWeights: cnMof2020.levelWeights },
      {
        levelWeights: [
          'practice',
          '萧县张庄寨镇2023年表（ahxx 158998981）：产出50、效益30、执行10',
        ],
      },
    ),
    english: 'Anhui cohesion funds (★ marks core indicators)',
  },
  {
    profile: deriveProfile(
      cnMof2020,
      { id: 'nx-special-2022', title: '宁夏专项自评表（产出40、效益40、满意度20，执行率不计分）' },
      {
        levelWeights: { 产出: 40, 效益: 40, 满意度: 20 },
        execution: { ...cnMof2020.execution, weight: 0 },
      },
      {
        'execution.weight': [
          'practice',
          '原州区农技中心2022年表（bigxun 1651813）：执行率只填不计分',
        ],
        levelWeights: ['practice', '原州区农技中心2022年表（bigxun 1651813）：执行率只填不计分'],
      },
    ),
    english: 'Ningxia special funds (40/40/20, execution shown and not scored)',
  },
  {
    profile: deriveProfile(
      cnMof2020,
      { id: 'yn-2022', title: '云南公开14表（执行率10，总分旁印等级）' },
      { levelWeights: null },
      {
        levelWeights: [
          'practice',
          '永德县明朗中学2022年表（yongde 116104）：40/30/20 为一例，以表为准',
        ],
        grades: ['practice', '同上：总分 100 96 优'],
      },
    ),
    english: 'Yunnan public form 14 (execution 10, grade beside the total)',
  },
  {
    profile: deriveProfile(
      cnMof2020,
      { id: 'sh-2022', title: '上海财政项目自评表（10 + 90）' },
      { levelWeights: null },
      {
        levelWeights: ['practice', '普陀区体育事业管理中心2022年表：指标90分以表为准'],
        'rounding.score': ['practice', '同上：45.17%×10=4.52'],
      },
    ),
    english: 'Shanghai projects (10 + 90)',
  },
  {
    profile: deriveProfile(
      cnMof2020,
      { id: 'he-2021', title: '河北项目自评表（表头“调整预算数”）' },
      { levelWeights: cnMof2020.levelWeights },
      {
        'execution.denominator': [
          'practice',
          '廊坊食品工程学校（lfsp 1158053）、乐亭县（taodocs 726199079）：年初、调整、执行三列',
        ],
      },
    ),
    english: 'Hebei projects (head 调整预算数)',
  },
  {
    profile: deriveProfile(
      cnMof2020,
      { id: 'sx-2021', title: '山西项目自评表（按元、每行1–3分）' },
      { levelWeights: null },
      {
        levelWeights: ['practice', '稷山县翟店镇卫生院2021年表：分值以表为准'],
      },
    ),
    english: 'Shanxi projects (in yuan, rows of 1–3 points)',
  },
  {
    profile: deriveProfile(
      cnMof2020,
      { id: 'bj-2016', title: '北京旧表（分母为年初预算数）' },
      { levelWeights: null, execution: { ...cnMof2020.execution, denominator: 'initial' } },
      {
        levelWeights: [
          'practice',
          '海淀区学院路街道2016年表（wenku365 60761775）：产出50，其余以表为准',
        ],
        'execution.denominator': ['practice', '同上：年初预算数(A)，执行率×分值'],
        reverse: ['practice', '同上：B/A 或 A/B 乘以分值'],
      },
    ),
    english: 'Beijing, older form (initial budget as denominator)',
  },
  {
    profile: deriveProfile(
      cnMof2020,
      { id: 'gx-platform', title: '广西一体化自评（完成130%须说明）' },
      { levelWeights: cnMof2020.levelWeights },
      {
        'overAchieved.warning': ['practice', '广西一体化系统：完成率达130%须填写偏差原因'],
      },
    ),
    english: 'Guangxi platform (130 % wants a reason)',
  },
  {
    profile: deriveProfile(
      cnMof2020,
      { id: 'zj-linear', title: '反向指标线性扣分（一体化系统口径）' },
      { reverse: 'reverse-linear' },
      {
        reverse: ['practice', '一体化系统实务 PM-a：(1−(完成−目标)/目标)×分值，超一倍为0'],
      },
    ),
    english: 'Reverse targets in line (integrated system)',
  },
  {
    profile: deriveProfile(
      cnMof2020,
      { id: 'research-projects', title: '科研项目自评表（不适用的不考核，其余折算百分制）' },
      { levelWeights: null, notApplicable: 'rescale' },
      {
        levelWeights: ['practice', '科研项目支出绩效自评表表注（doczj 174893555）：分值以表为准'],
        notApplicable: ['practice', '同上：不适用指标不考核，用适用指标得分汇总后按百分制折算'],
        reverse: ['practice', '同上：年度指标值/全年实际值×该指标分值'],
      },
    ),
    english: 'Research projects (what does not apply is left out, the rest on a scale of 100)',
  },
];
