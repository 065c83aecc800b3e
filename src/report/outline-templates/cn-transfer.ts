import type { OutlineTemplate } from './template';

export const cnTransfer: OutlineTemplate = {
  id: 'cn-transfer',
  title: '转移支付绩效自评报告',
  kind: 'transfer',
  source:
    '标题先后取自四川汶川县转移支付绩效自评报告公开件（https://www.chacewang.com/newsdetail/news145837.html）；第四部分以后按一般了解整理',
  cover: [],
  // 云南省应急管理厅 2022 年度: 一、<资金名称>, each fund with the sections below it.
  each: 'chapter',
  sections: [
    {
      title: '绩效目标分解下达情况',
      slots: [{ fact: 'identity' }, { fact: 'goal' }, { write: 'allocation' }],
    },
    {
      title: '绩效目标完成情况分析',
      sections: [
        {
          title: '资金投入情况分析',
          sections: [
            { title: '项目资金到位情况分析', slots: [{ write: 'received' }] },
            { title: '项目资金执行情况分析', slots: [{ fact: 'funds' }, { fact: 'funds-gap' }] },
            { title: '项目资金管理情况分析', slots: [{ write: 'fundsManagement' }] },
          ],
        },
        {
          title: '总体绩效目标完成情况分析',
          slots: [{ fact: 'conclusion' }, { fact: 'level-scores' }],
        },
        {
          title: '绩效指标完成情况分析',
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
      title: '偏离绩效目标的原因和下一步改进措施',
      slots: [{ fact: 'unmet' }, { fact: 'over' }, { write: 'measures' }],
    },
    { title: '绩效自评结果拟应用和公开情况', slots: [{ write: 'application' }] },
    { title: '其他需要说明的问题', slots: [{ write: 'other' }] },
  ],
};
