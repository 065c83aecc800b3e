import { defineReportCheck } from '../../check';
import { toldOtherwise } from '../../against/told-otherwise';

export const achievementDiffers = defineReportCheck({
  id: 'achievement-differs',
  severity: 'warning',
  texts: {
    'zh-CN': {
      title: '完成率与自评表算得的不一致',
      message: '“{name}”的完成率报告写{found}，按自评表是{expected}。',
      fix: '核对后改成一致。',
      basis: '规则 E01–E04：报告与自评表一致',
    },
    en: {
      title: 'A rate of completion other than the form gives',
      message: '“{name}”: a rate of {found} in the report, {expected} by the form.',
      fix: 'Make them agree.',
      basis: 'Rules E01–E04: report and form agree',
    },
  },
  find: toldOtherwise('achievement'),
});
