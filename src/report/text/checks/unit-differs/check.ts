import { defineReportCheck, placeIn } from '../../check';
import { comparisonsOf } from '../../against/compare';

export const unitDiffers = defineReportCheck({
  id: 'unit-differs',
  severity: 'error',
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
  find: (context, say) =>
    comparisonsOf(context)
      .filter(({ kind, verdict }) => kind === 'unit' && verdict === 'differs')
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
