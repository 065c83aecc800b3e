import { defineReportCheck } from '../../check';
import { toldOtherwise } from '../../against/told-otherwise';

export const rateDiffers = defineReportCheck({
  id: 'rate-differs',
  severity: 'error',
  texts: {
    'zh-CN': {
      title: '执行率与自评表不一致',
      message: '报告写的执行率是{found}，自评表是{expected}。',
      fix: '按自评表的预算数和执行数改成一致。',
      basis: '规则 E01–E04：报告与自评表一致',
    },
    en: {
      title: 'A rate other than the form’s',
      message: 'The report gives an execution rate of {found}, the form {expected}.',
      fix: 'Make it agree with the amounts of the form.',
      basis: 'Rules E01–E04: report and form agree',
    },
  },
  find: toldOtherwise('rate'),
});
