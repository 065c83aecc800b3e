import type { OutlineTemplate } from './template';

const INPUT = ['投入', '决策', '立项', '前期'];
const PROCESS = ['过程', '管理', '实施'];
const EFFECT = ['效益', '效果', '满意'];

/** The city and what it is divided into (民政部行政区划代码 4407). */
const JIANGMEN = ['江门', '蓬江区', '江海区', '新会区', '台山市', '开平市', '鹤山市', '恩平市'];

export const gdJiangmen2024: OutlineTemplate = {
  id: 'gd-jiangmen-2024',
  title: '项目支出绩效自评报告',
  kind: 'project',
  source:
    '江门市司法局 2024 年度项目支出绩效自评报告（附件 2）的标题顺序；原件缺“三”，此处重新连续编号',
  places: JIANGMEN,
  cover: ['project', 'amount', 'department', 'person', 'phone', 'date'],
  sections: [
    { title: '项目概况', slots: [{ fact: 'identity' }, { write: 'background' }, { fact: 'goal' }] },
    {
      title: '绩效自评情况和主要做法',
      sections: [
        {
          title: '决策分析',
          slots: [{ indicators: [...INPUT, ...PROCESS] }, { fact: 'funds' }, { fact: 'funds-gap' }],
        },
        { title: '产出指标分析', slots: [{ indicators: ['产出', '成本'] }] },
        { title: '效益指标分析', slots: [{ indicators: EFFECT }, { indicators: 'rest' }] },
      ],
    },
    {
      title: '存在问题及建议',
      sections: [
        { title: '存在问题', slots: [{ fact: 'unmet' }, { fact: 'over' }, { write: 'problems' }] },
        { title: '改进措施', slots: [{ write: 'measures' }] },
      ],
    },
    { title: '项目自评结论及得分', slots: [{ fact: 'conclusion' }, { fact: 'level-scores' }] },
  ],
};

export const gdJiangmen2021: OutlineTemplate = {
  id: 'gd-jiangmen-2021',
  title: '项目支出绩效自评报告',
  kind: 'project',
  source: '江门市司法局 2021 年度项目绩效自评报告的标题顺序',
  places: JIANGMEN,
  cover: [],
  sections: [
    {
      title: '项目基本情况',
      slots: [{ fact: 'identity' }, { write: 'background' }, { fact: 'goal' }],
    },
    {
      title: '项目组织实施情况',
      sections: [
        { title: '投入', slots: [{ fact: 'funds' }, { indicators: INPUT }] },
        {
          title: '过程',
          slots: [{ fact: 'funds-gap' }, { indicators: PROCESS }, { write: 'fundsManagement' }],
        },
      ],
    },
    {
      title: '项目绩效情况和主要做法',
      slots: [
        { indicators: ['产出', '成本'] },
        { indicators: EFFECT },
        { indicators: 'rest' },
        { write: 'practice' },
      ],
    },
    {
      title: '存在问题和建议',
      slots: [{ fact: 'unmet' }, { fact: 'over' }, { write: 'problems' }, { write: 'measures' }],
    },
    { title: '项目自评结论及得分', slots: [{ fact: 'conclusion' }, { fact: 'level-scores' }] },
  ],
};

export const gdJiangmen2023: OutlineTemplate = {
  id: 'gd-jiangmen-2023',
  title: '项目支出绩效自评报告',
  kind: 'project',
  source: '江门市司法局 2023 年度项目绩效自评报告的标题顺序',
  places: JIANGMEN,
  cover: [],
  sections: [
    {
      title: '项目概况',
      sections: [
        { title: '项目立项背景和依据', slots: [{ write: 'background' }] },
        { title: '项目完成情况', slots: [{ fact: 'identity' }, { fact: 'goal' }] },
      ],
    },
    {
      title: '项目组织实施情况',
      sections: [
        { title: '投入', slots: [{ fact: 'funds' }, { indicators: INPUT }] },
        { title: '过程', slots: [{ fact: 'funds-gap' }, { indicators: ['过程', '实施'] }] },
        { title: '管理', slots: [{ indicators: ['管理'] }, { write: 'fundsManagement' }] },
      ],
    },
    {
      title: '项目绩效情况',
      sections: [
        { title: '产出指标分析', slots: [{ indicators: ['产出', '成本'] }] },
        { title: '效果指标分析', slots: [{ indicators: EFFECT }, { indicators: 'rest' }] },
      ],
    },
    { title: '项目主要做法和经验', slots: [{ write: 'practice' }] },
    {
      title: '存在问题及建议',
      slots: [{ fact: 'unmet' }, { fact: 'over' }, { write: 'problems' }, { write: 'measures' }],
    },
    { title: '项目自评结论及得分', slots: [{ fact: 'conclusion' }, { fact: 'level-scores' }] },
  ],
};
