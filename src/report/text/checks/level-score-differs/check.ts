import { defineReportCheck, placeIn } from '../../check';
import { comparisonsOf } from '../../against/compare';

export const levelScoreDiffers = defineReportCheck({
  id: 'level-score-differs',
  severity: 'warning',
  texts: {
    'zh-CN': {
      title: '一级指标得分与自评表不一致',
      message: '“{name}”报告写{found}，自评表是{expected}。',
      fix: '核对后改成一致。',
      basis: '规则 E01–E04：报告与自评表一致',
    },
    en: {
      title: 'Points of a level other than the form’s',
      message: '“{name}”: {found} in the report, {expected} in the form.',
      fix: 'Make them agree.',
      basis: 'Rules E01–E04: report and form agree',
    },
  },
  find: (context, say) =>
    comparisonsOf(context)
      .filter(({ kind, verdict }) => kind === 'level-score' && verdict === 'differs')
      .flatMap(({ told, fact, expected, found, sure }) =>
        told === null
          ? []
          : [
              say(placeIn(told.statement, told.at), {
                severity: sure ? 'warning' : 'info',
                data: { name: fact },
                expected,
                found,
              }),
            ],
      ),
});
