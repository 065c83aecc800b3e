import { defineReportCheck } from '../../check';
import { toldOtherwise } from '../../against/told-otherwise';

export const targetDiffers = defineReportCheck({
  id: 'target-differs',
  severity: 'warning',
  texts: {
    'zh-CN': {
      title: '指标值与自评表不一致',
      message: '“{name}”报告写的指标值是{found}，自评表是{expected}。',
      fix: '核对后改成一致。',
      basis: '规则 E01–E04：报告与自评表一致',
    },
    en: {
      title: 'A target other than the form’s',
      message: '“{name}”: the report gives the target as {found}, the form as {expected}.',
      fix: 'Make them agree.',
      basis: 'Rules E01–E04: report and form agree',
    },
  },
  find: toldOtherwise('target'),
});
