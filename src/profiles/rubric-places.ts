import { cnRubric } from './cn-rubric';
import { deriveProfile } from './derive-profile';
import type { Shipped } from './shipped';

/** Rules of places for tables of 评分标准, found in public texts (reference: profiles-found). */
export const RUBRIC_PLACES: readonly Shipped[] = [
  {
    profile: deriveProfile(
      cnRubric,
      { id: 'hb-guangshui-2021', title: '湖北广水评分表（项目决策2、管理13、绩效85）' },
      { levelWeights: { 决策: 2, 管理: 13, 绩效: 85 }, weightDecimals: 0 },
      {
        weightDecimals: ['practice', '同上：15分÷三级指标个数，四舍五入保留整数'],
        levelWeights: [
          'practice',
          '广水市交通运输局2021年度乡村道路项目自评表：复核分另列，不计入合计',
        ],
      },
    ),
    english: 'Hubei Guangshui scoring form (2 / 13 / 85)',
  },
  {
    profile: deriveProfile(
      cnRubric,
      { id: 'ah-tongling-2021', title: '安徽铜陵农村公益事业评分表（可加分）' },
      { bonusAllowed: true },
      {
        bonusAllowed: [
          'practice',
          '铜陵市郊区2021年表（tljq 580793）：批示一个加1最多加2，分值1得2',
        ],
      },
    ),
    english: 'Anhui Tongling scoring form (bonus allowed)',
  },
  {
    profile: deriveProfile(
      cnRubric,
      { id: 'nx-yinchuan-2021', title: '银川市本级评分表（10/25/30/35）' },
      { levelWeights: { 决策: 10, 管理: 25, 产出: 30, 效益: 35 } },
      {
        levelWeights: [
          'practice',
          '银川市教育局2021年表（yzwku 476505）：预算执行率10分在管理之内，财政审核评分另列',
        ],
      },
    ),
    english: 'Yinchuan scoring form (10/25/30/35)',
  },
  {
    profile: deriveProfile(
      cnRubric,
      { id: 'gx-rubric-2021', title: '广西评分细则（支出进度≥90%满分，每少1个百分点扣1分）' },
      { execution: { ...cnRubric.execution, steps: { fullFrom: 0.9, lossPerPoint: 1 } } },
      {
        'execution.steps': [
          'practice',
          '财政支出绩效目标申报表2021（gxglmes）：90%以上(含90%)得15分，每少1个百分点扣1分',
        ],
      },
    ),
    english: 'Guangxi rules (full from 90 %, 1 point off per point below)',
  },
  {
    profile: deriveProfile(
      cnRubric,
      { id: 'fj-ningde-2023', title: '福建宁德评分表（资金使用率95%以上满分）' },
      {
        levelWeights: null,
        execution: {
          ...cnRubric.execution,
          tiers: [
            { from: 0.9501, share: 1 },
            { from: 0, share: null },
          ],
        },
      },
      {
        'execution.tiers': [
          'practice',
          '宁德人才驿站补助资金2023年自评（0477ly 661681，转述）：资金使用率大于95%的得满分（算到万分位）；不到的没有写，按比例',
        ],
        levelWeights: ['practice', '同上：立项、目标、投入、管理等，分值以表为准'],
      },
    ),
    english: 'Fujian Ningde scoring form (full marks from 95 % of the funds used)',
  },
  {
    profile: deriveProfile(
      cnRubric,
      { id: 'nf-agri-2011', title: '国家农发办评分表（不足一个百分点按一个计）' },
      { stepRounding: 'started' },
      {
        stepRounding: [
          'regulation',
          '国家农业综合开发项目资金绩效评价办法（试行）2011修订附表1：不足一个百分点的按照一个百分点计算',
        ],
      },
    ),
    english: 'National agricultural development office 2011 (a started point counts)',
  },
  {
    profile: deriveProfile(
      cnRubric,
      { id: 'hn-unit-2017', title: '湖南整体支出评分表（投入、过程、产出、效果）' },
      { levelWeights: null },
      {
        levelWeights: [
          'practice',
          '湖南样式部门整体支出绩效评价指标表2017：各单位分值不同，以表为准',
        ],
      },
    ),
    english: 'Hunan unit-wide scoring form',
  },
  {
    profile: deriveProfile(
      cnRubric,
      {
        id: 'sc-dazhou-unit',
        title: '四川达州整体支出得分表（部门决策25、综合管理30、部门绩效45）',
      },
      { levelWeights: { 部门决策: 25, 综合管理: 30, 部门绩效: 45 } },
      {
        levelWeights: ['practice', '达州市 SC4（nyj.dazhou 16453）'],
      },
    ),
    english: 'Sichuan Dazhou unit-wide form (25 / 30 / 45)',
  },
  {
    profile: deriveProfile(
      cnRubric,
      { id: 'land-consolidation', title: '国土综合整治评分表（另有附加分5分）' },
      {
        bonusAllowed: true,
        notApplicable: 'full',
        execution: { ...cnRubric.execution, denominator: 'received' },
      },
      {
        notApplicable: ['regulation', '同上：实施方案没有该项建设任务的，不扣分'],
        'execution.denominator': ['regulation', '同上：支出使用资金占到位资金的比例×分值'],
        bonusAllowed: [
          'regulation',
          '国土综合整治项目绩效评价指标表（1wenmi 1001044）：目标完成情况50分，附加分5分',
        ],
      },
    ),
    english: 'Land consolidation (5 bonus points)',
  },
];
