import { defineReportCheck, placeIn } from '../../check';
import { comparisonsOf } from '../../against/compare';

export const departmentDiffers = defineReportCheck({
  id: 'department-differs',
  severity: 'error',
  texts: {
    'zh-CN': {
      title: '主管部门与自评表不一致',
      message: '报告的主管部门是“{found}”，自评表是“{expected}”。',
      fix: '核对后改成一致。',
      basis: '规则 E01–E04：报告与自评表一致',
    },
    en: {
      title: 'A department other than the form’s',
      message: 'The report names the department “{found}”, the form “{expected}”.',
      fix: 'Make them agree.',
      basis: 'Rules E01–E04: report and form agree',
    },
  },
  find: (context, say) =>
    comparisonsOf(context)
      .filter(({ kind, verdict }) => kind === 'department' && verdict === 'differs')
      .flatMap(({ told, fact, expected, found, sure }) =>
        told === null
          ? []
          : [
              say(placeIn(told.statement, told.at), {
                severity: sure ? 'error' : 'info',
                data: { name: fact },
                expected,
                found,
              }),
            ],
      ),
});
