import type { OutlineTemplate } from './template';

export const cnProject: OutlineTemplate = {
  id: 'cn-project',
  title: '项目支出绩效自评报告',
  kind: 'project',
  source:
    '全国通行的项目支出绩效自评报告结构，按一般了解整理，未与财预〔2020〕10号附件逐字核对；各级标题的先后参照转移支付自评报告（汶川县公开件，https://www.chacewang.com/newsdetail/news145837.html）与红河州 2024 年公开件（https://www.hh.gov.cn/info/11481/1179592.htm）',
  cover: [],
  sections: [
    {
      title: '基本情况',
      sections: [
        { title: '项目概况', slots: [{ fact: 'identity' }, { write: 'background' }] },
        { title: '项目绩效目标', slots: [{ fact: 'goal' }] },
      ],
    },
    { title: '绩效自评工作开展情况', slots: [{ write: 'process' }] },
    { title: '综合绩效自评结论', slots: [{ fact: 'conclusion' }, { fact: 'level-scores' }] },
    {
      title: '绩效目标实现情况分析',
      sections: [
        { title: '项目资金情况分析', slots: [{ fact: 'funds' }, { fact: 'funds-gap' }] },
        {
          title: '项目绩效指标完成情况分析',
          sections: [
            { title: '产出指标完成情况分析', slots: [{ indicators: ['产出', '成本'] }] },
            { title: '效益指标完成情况分析', slots: [{ indicators: ['效益'] }] },
            { title: '满意度指标完成情况分析', slots: [{ indicators: ['满意'] }] },
            { title: '其他指标完成情况分析', slots: [{ indicators: 'rest' }] },
          ],
        },
      ],
    },
    {
      title: '偏离绩效目标的原因及下一步改进措施',
      sections: [
        { title: '偏离绩效目标的原因', slots: [{ fact: 'unmet' }, { fact: 'over' }] },
        { title: '下一步改进措施', slots: [{ write: 'measures' }] },
      ],
    },
    { title: '绩效自评结果拟应用和公开情况', slots: [{ write: 'application' }] },
    { title: '其他需要说明的问题', slots: [{ write: 'other' }] },
  ],
};
