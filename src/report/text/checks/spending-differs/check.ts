import { defineReportCheck } from '../../check';
import { toldOtherwise } from '../../against/told-otherwise';

export const spendingDiffers = defineReportCheck({
  id: 'spending-differs',
  severity: 'error',
  texts: {
    'zh-CN': {
      title: '支出数与自评表不一致',
      message: '报告写的支出是{found}万元，自评表的全年执行数是{expected}万元。',
      fix: '核对后改成一致。',
      basis: '规则 E01–E04：报告与自评表一致',
    },
    en: {
      title: 'Spending other than the form’s',
      message: 'The report gives {found} 万元 spent, the form {expected}.',
      fix: 'Make them agree.',
      basis: 'Rules E01–E04: report and form agree',
    },
  },
  find: toldOtherwise('spending'),
});
