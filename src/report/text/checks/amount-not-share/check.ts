import { defineReportCheck, placeIn } from '../../check';
import { written, writtenLike } from '../../facts/figure';
import { amountsByShare } from '../../relations/shares-of';

export const amountNotShare = defineReportCheck({
  id: 'amount-not-share',
  severity: 'error',
  texts: {
    'zh-CN': {
      title: '百分比与它后面的金额对不上',
      message: '{whole}的{share}应为{expected}，写的是{found}。',
      fix: '核对总额、百分比和金额，改正不对的一个。',
      basis: '保费补贴、配套资金的写法：中央补贴 47.5% 为某数，金额等于总额乘百分比',
    },
    en: {
      title: 'An amount that is not the share written before it',
      message: '{share} of {whole} is {expected}; it says {found}.',
      fix: 'Check the total, the share and the amount.',
      basis:
        'The way premiums and matching funds are told: an amount is its total times the share before it',
    },
  },
  find: ({ statements }, say) =>
    statements.flatMap((statement) =>
      amountsByShare(statement).map(({ share, amount, whole, weighed }) => {
        const expected = writtenLike((whole.value * share.value) / 100, amount);
        return say(placeIn(statement, share.start), {
          weighed,
          data: { whole: written(whole), share: `${share.text}%` },
          expected,
          found: written(amount),
        });
      }),
    ),
});
