import { defineReportCheck, placeIn } from '../../check';
import { written, writtenLike } from '../../facts/figure';
import { isMistyped } from '../../facts/slip';
import { balancesOf, judgeBalance } from '../../relations/balances';

export const balanceDiffers = defineReportCheck({
  id: 'balance-differs',
  severity: 'error',
  texts: {
    'zh-CN': {
      title: '收支相抵不等于结余',
      message: '{came}减去{went}是{expected}，写的结余是{found}。',
      fix: '核对预算（收入）、支出和结余；另有调减或收回的，写明。',
      basis: '报告内部勾稽：预算（收入）减支出等于结余',
    },
    en: {
      title: 'What is left is not what came less what went',
      message: '{came} less {went} is {expected}; what is left is given as {found}.',
      fix: 'Check budget or income, spending and balance; say what was cut or taken back.',
      basis: 'Arithmetic within a report: budget or income less spending is what is left',
    },
  },
  find: ({ statements }, say) =>
    statements.flatMap((statement) =>
      balancesOf(statement).flatMap((balance) => {
        const expected = judgeBalance(balance);
        if (expected === null) return [];
        const { came, went, left } = balance;
        const meant = writtenLike(expected, left);
        const simple = came.length + went.length <= 3 || isMistyped(meant, written(left));
        return [
          say(placeIn(statement, left.start), {
            severity: simple ? 'error' : 'info',
            data: { came: came.map(written).join('+'), went: went.map(written).join('+') },
            expected: meant,
            found: written(left),
          }),
        ];
      }),
    ),
});
