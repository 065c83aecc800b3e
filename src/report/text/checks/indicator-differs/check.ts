import { defineReportCheck } from '../../check';
import { toldOtherwise } from '../../against/told-otherwise';

export const indicatorDiffers = defineReportCheck({
  id: 'indicator-differs',
  severity: 'warning',
  texts: {
    'zh-CN': {
      title: '指标完成值与自评表不一致',
      message: '“{name}”报告写{found}，自评表写的是{expected}。',
      fix: '核对后改成一致。',
      basis: '规则 E01–E04：报告与自评表一致',
    },
    en: {
      title: 'A value other than the form’s',
      message: '“{name}” is {found} in the report and {expected} in the form.',
      fix: 'Make them agree.',
      basis: 'Rules E01–E04: report and form agree',
    },
  },
  find: toldOtherwise('indicator'),
});
