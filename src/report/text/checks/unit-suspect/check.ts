import { defineReportCheck, placeIn } from '../../check';
import { suspectUnits } from '../../facts/suspect-units';

export const unitSuspect = defineReportCheck({
  id: 'unit-suspect',
  severity: 'warning',
  texts: {
    'zh-CN': {
      title: '金额单位可能写错',
      message: '“{found}”的单位是否写错？',
      fix: '核对单位：资金一般以万元计，面积不带“元”。',
      basis: '自评表资金以万元填列',
    },
    en: {
      title: 'A unit of money that is likely wrong',
      message: 'Is the unit of “{found}” right?',
      fix: 'Check the unit: funds are in 万元 as a rule, areas are not money.',
      basis: 'Forms give money in 万元',
    },
  },
  find: ({ statements }, say) =>
    suspectUnits(statements).map(({ statement, at, found, sure }) =>
      say(placeIn(statement, at), { severity: sure ? 'warning' : 'info', found }),
    ),
});
