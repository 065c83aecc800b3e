import type { OutlineTemplate } from './template';

export const gdLianjiangUnit2023: OutlineTemplate = {
  id: 'gd-lianjiang-unit-2023',
  title: '整体绩效自评报告',
  kind: 'unit',
  source:
    '湛江廉江市 2023 年度整体绩效自评报告的标题顺序（廉财绩〔2024〕4号）；原件无“存在问题和改进意见”一节，按一般了解补上',
  places: ['廉江'],
  cover: ['year', 'unit', 'department', 'date'],
  sections: [
    {
      title: '单位基本情况',
      sections: [
        { title: '单位机构设置、部门职能情况', slots: [{ fact: 'identity' }, { write: 'duties' }] },
        { title: '年度总体工作和重点工作任务', slots: [{ write: 'tasks' }] },
        { title: '部门整体支出绩效目标', slots: [{ fact: 'goal' }] },
        { title: '部门整体支出情况', slots: [{ fact: 'funds' }, { fact: 'funds-gap' }] },
      ],
    },
    {
      title: '自评工作开展情况',
      sections: [
        { title: '评价小组情况', slots: [{ write: 'group' }] },
        { title: '自评工作过程', slots: [{ write: 'process' }] },
        { title: '自评材料报送时间及质量', slots: [{ write: 'delivery' }] },
        { title: '自评材料报送及公开一致情况', slots: [{ write: 'publication' }] },
      ],
    },
    {
      title: '绩效自评情况',
      sections: [
        { title: '自评结果', slots: [{ fact: 'conclusion' }, { fact: 'level-scores' }] },
        {
          title: '部门整体支出绩效指标分析',
          sections: [
            {
              title: '预算编制情况',
              slots: [{ indicators: ['编制', '目标设置', '决策', '前期'] }],
            },
            {
              title: '预算执行情况',
              slots: [{ indicators: ['执行', '管理', '过程'] }],
              sections: [
                { title: '保障措施', slots: [{ write: 'safeguards' }] },
                { title: '支出管理', slots: [{ write: 'fundsManagement' }] },
                { title: '项目管理', slots: [{ write: 'procedure' }] },
                { title: '资产管理', slots: [{ write: 'assets' }] },
              ],
            },
            {
              title: '预算监督情况',
              slots: [{ indicators: ['监督', '公开'] }],
              sections: [
                { title: '信息公开', slots: [{ write: 'openness' }] },
                { title: '绩效自评', slots: [{ write: 'process' }] },
              ],
            },
            {
              title: '预算使用效益',
              slots: [
                { indicators: ['效益', '效果', '产出', '履职', '满意'] },
                { indicators: 'rest' },
              ],
              sections: [
                { title: '部门整体绩效目标实现情况', slots: [{ fact: 'unmet' }, { fact: 'over' }] },
                { title: '重点工作完成情况', slots: [{ write: 'keyWork' }] },
              ],
            },
          ],
        },
      ],
    },
    { title: '存在问题和改进意见', slots: [{ write: 'problems' }, { write: 'measures' }] },
  ],
};
