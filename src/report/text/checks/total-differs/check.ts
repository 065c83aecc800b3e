import { defineReportCheck } from '../../check';
import { toldOtherwise } from '../../against/told-otherwise';

export const totalDiffers = defineReportCheck({
  id: 'total-differs',
  severity: 'error',
  texts: {
    'zh-CN': {
      title: '自评得分与自评表不一致',
      message: '报告写的自评得分是{found}分，自评表的总分是{expected}分。',
      fix: '以核实后的自评表为准，改成一致。',
      basis: '规则 E01–E04：报告与自评表一致',
    },
    en: {
      title: 'A score other than the form’s',
      message: 'The report gives {found} points, the form {expected}.',
      fix: 'Make them agree with the form once it is checked.',
      basis: 'Rules E01–E04: report and form agree',
    },
  },
  find: toldOtherwise('total'),
});
