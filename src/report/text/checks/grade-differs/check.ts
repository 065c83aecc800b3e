import { defineReportCheck } from '../../check';
import { toldOtherwise } from '../../against/told-otherwise';

export const gradeDiffers = defineReportCheck({
  id: 'grade-differs',
  severity: 'warning',
  texts: {
    'zh-CN': {
      title: '等级与自评表不一致',
      message: '报告写的等级是“{found}”，自评表是“{expected}”。',
      fix: '按自评总分对应的等级改成一致。',
      basis: '规则 E01–E04：报告与自评表一致',
    },
    en: {
      title: 'A grade other than the form’s',
      message: 'The report gives the grade “{found}”, the form “{expected}”.',
      fix: 'Use the grade of the total.',
      basis: 'Rules E01–E04: report and form agree',
    },
  },
  find: toldOtherwise('grade'),
});
