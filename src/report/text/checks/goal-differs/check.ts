import { defineReportCheck } from '../../check';
import { toldOtherwise } from '../../against/told-otherwise';

export const goalDiffers = defineReportCheck({
  id: 'goal-differs',
  severity: 'warning',
  texts: {
    'zh-CN': {
      title: '总体目标的数与自评表不一致',
      message: '“{name}”报告写的数是{found}，自评表是{expected}。',
      fix: '核对后改成一致。',
      basis: '规则 E01–E04：报告与自评表一致',
    },
    en: {
      title: 'A figure of the goal other than the form’s',
      message: '“{name}”: the report says {found}, the form {expected}.',
      fix: 'Make them agree.',
      basis: 'Rules E01–E04: report and form agree',
    },
  },
  find: toldOtherwise('goal'),
});
