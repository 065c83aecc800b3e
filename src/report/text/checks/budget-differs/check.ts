import { defineReportCheck } from '../../check';
import { toldOtherwise } from '../../against/told-otherwise';

export const budgetDiffers = defineReportCheck({
  id: 'budget-differs',
  severity: 'error',
  texts: {
    'zh-CN': {
      title: '预算数与自评表不一致',
      message: '报告写的预算是{found}万元，自评表是{expected}万元。',
      fix: '核对后改成一致；预算有调整的，写明年初数和调整后的数。',
      basis: '规则 E01–E04：报告与自评表一致',
    },
    en: {
      title: 'A budget other than the form’s',
      message: 'The report gives a budget of {found} 万元, the form {expected}.',
      fix: 'Make them agree; if the budget was adjusted, give both amounts.',
      basis: 'Rules E01–E04: report and form agree',
    },
  },
  find: toldOtherwise('budget'),
});
