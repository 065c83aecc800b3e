import { defineReportCheck, placeIn } from '../../check';
import { written, writtenLike } from '../../facts/figure';
import { suspect } from '../../facts/slip';
import { changesOf } from '../../relations/changes';
import { balancesOf, judgeBalance } from '../../relations/balances';

/** Of more the words leave open which of them it is the balance of. */
const FEW = 3;

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
        // 年初320万元，追加54.5万元，调整后365.5万元: a change, and told as one.
        if (went.length === 0 && changesOf(statement).some(({ now }) => now.includes(left)))
          return [];
        const lacking = expected - left.value;
        return [
          say(placeIn(statement, left.start), {
            weighed: {
              explicit: came.length + went.length <= FEW,
              suspects: [
                suspect(left, expected),
                ...came.map((one) => suspect(one, one.value - lacking)),
                ...went.map((one) => suspect(one, one.value + lacking)),
              ],
            },
            data: { came: came.map(written).join('+'), went: went.map(written).join('+') },
            expected: writtenLike(expected, left),
            found: written(left),
          }),
        ];
      }),
    ),
});
