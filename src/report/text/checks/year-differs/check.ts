import { defineReportCheck } from '../../check';
import { toldOtherwise } from '../../against/told-otherwise';

export const yearDiffers = defineReportCheck({
  id: 'year-differs',
  severity: 'error',
  texts: {
    'zh-CN': {
      title: '年度与自评表不一致',
      message: '报告评价的是{found}年，自评表是{expected}年。',
      fix: '核对是不是同一年度的报告和自评表。',
      basis: '规则 E01–E04：报告与自评表一致',
    },
    en: {
      title: 'A year other than the form’s',
      message: 'The report is on {found}, the form on {expected}.',
      fix: 'See whether both are of the same year.',
      basis: 'Rules E01–E04: report and form agree',
    },
  },
  find: toldOtherwise('year'),
});
