import { defineReportCheck, placeIn } from '../../check';
import { writtenLike, written } from '../../facts/figure';
import { changesOf } from '../../relations/changes';
import { judgeChange, suspectsIn, type ChangeFault } from '../../relations/judged-changes';

const WHAT = {
  by: '增减额',
  share: '增减幅度',
  direction: '增减方向',
} as const;

const expectedOf = ({ what, expected, figure, now }: ChangeFault): string => {
  if (what === 'share') return `${Number(expected.toFixed(Math.max(figure.decimals, 1)))}%`;
  const like = now ?? figure;
  const amount = writtenLike(Math.abs(expected), {
    ...like,
    unitText: like.kind === 'percent' ? '个百分点' : like.unitText,
  });
  return what === 'by' ? amount : expected > 0 ? `+${amount}` : `-${amount}`;
};

export const changeNotFigures = defineReportCheck({
  id: 'change-not-figures',
  severity: 'error',
  texts: {
    'zh-CN': {
      title: '增减数与前后两数对不上',
      message: '写的增减是{found}，按前后两个数算是{expected}。',
      fix: '核对本年数、上年数和增减数；比率的增减用“个百分点”。',
      basis: '报告内部勾稽：增减额等于两数之差，增减幅等于差除以基数',
    },
    en: {
      title: 'A change that its own figures do not give',
      message: 'It says {found}; by the figures before and after it is {expected}.',
      fix: 'Check the figures of both years and the change; rates change by percentage points.',
      basis:
        'Arithmetic within a report: a change is the difference, its rate the difference over the base',
    },
  },
  find: ({ statements }, say) =>
    statements.flatMap((statement) =>
      changesOf(statement).flatMap((change) => {
        const fault = judgeChange(change);
        if (!fault) return [];
        return [
          say(placeIn(statement, fault.figure.start), {
            weighed: { explicit: !fault.asked, suspects: suspectsIn(change, fault) },
            data: { what: WHAT[fault.what] },
            expected: expectedOf(fault),
            found: written(fault.figure),
          }),
        ];
      }),
    ),
});
