import { defineReportCheck } from '../../check';
import { toldOtherwise } from '../../against/told-otherwise';

export const unitDiffers = defineReportCheck({
  id: 'unit-differs',
  severity: 'warning',
  texts: {
    'zh-CN': {
      title: '单位名称与自评表不一致',
      message: '报告的单位名称是“{found}”，自评表是“{expected}”。',
      fix: '核对后改成一致。',
      basis: '规则 E01–E04：报告与自评表一致',
    },
    en: {
      title: 'A unit other than the form’s',
      message: 'The report names the unit “{found}”, the form “{expected}”.',
      fix: 'Make them agree.',
      basis: 'Rules E01–E04: report and form agree',
    },
  },
  find: toldOtherwise('unit'),
});
