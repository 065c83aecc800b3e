import type { OutlineTemplate } from './template';

export const gdMeijiang2023: OutlineTemplate = {
  id: 'gd-meijiang-2023',
  title: '项目绩效自评报告',
  kind: 'project',
  source:
    '梅州市梅江区 2023 年度项目绩效自评报告（附件 4）的标题顺序；五华县 2023 年公开件大体相同（华财绩函〔2024〕1号）',
  places: ['梅江区'],
  cover: ['project', 'department', 'person', 'phone', 'date'],
  sections: [
    {
      title: '基本情况',
      sections: [
        { title: '项目基本情况', slots: [{ fact: 'identity' }, { write: 'background' }] },
        { title: '财政资金情况', slots: [{ fact: 'funds' }, { fact: 'funds-gap' }] },
        { title: '绩效目标', slots: [{ fact: 'goal' }] },
      ],
    },
    { title: '绩效自评工作组织情况', slots: [{ write: 'process' }] },
    { title: '绩效自评结论', slots: [{ fact: 'conclusion' }, { fact: 'level-scores' }] },
    {
      title: '绩效指标分析',
      sections: [
        {
          title: '项目管理情况',
          sections: [
            {
              title: '资金管理',
              slots: [{ indicators: ['资金', '投入'] }],
              sections: [
                { title: '资金支付', slots: [{ write: 'payment' }] },
                { title: '支出规范性', slots: [{ write: 'fundsManagement' }] },
              ],
            },
            {
              title: '监督管理',
              slots: [{ indicators: ['管理', '过程', '监督'] }],
              sections: [
                { title: '实施程序', slots: [{ write: 'procedure' }] },
                { title: '管理情况', slots: [{ write: 'supervision' }] },
              ],
            },
          ],
        },
        {
          title: '产出情况',
          sections: [
            { title: '经济性', slots: [{ indicators: ['成本', '经济性'] }] },
            { title: '效率性', slots: [{ indicators: ['产出', '效率'] }] },
          ],
        },
        {
          title: '效益情况',
          sections: [
            { title: '效果性', slots: [{ indicators: ['效益', '效果'] }] },
            { title: '公平性', slots: [{ indicators: ['满意', '公平'] }, { indicators: 'rest' }] },
          ],
        },
      ],
    },
    { title: '主要绩效', slots: [{ write: 'practice' }] },
    {
      title: '资金使用绩效存在问题及改进意见',
      slots: [{ fact: 'unmet' }, { fact: 'over' }, { write: 'problems' }, { write: 'measures' }],
    },
  ],
};
