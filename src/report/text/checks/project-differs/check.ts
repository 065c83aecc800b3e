import { defineReportCheck } from '../../check';
import { toldOtherwise } from '../../against/told-otherwise';

export const projectDiffers = defineReportCheck({
  id: 'project-differs',
  severity: 'warning',
  texts: {
    'zh-CN': {
      title: '项目名称与自评表不一致',
      message: '报告的项目名称是“{found}”，自评表是“{expected}”。',
      fix: '核对是不是同一个项目，改成一致。',
      basis: '规则 E01–E04：报告与自评表一致',
    },
    en: {
      title: 'A project name other than the form’s',
      message: 'The report names the project “{found}”, the form “{expected}”.',
      fix: 'See whether they are of one project, and make them agree.',
      basis: 'Rules E01–E04: report and form agree',
    },
  },
  find: toldOtherwise('project'),
});
