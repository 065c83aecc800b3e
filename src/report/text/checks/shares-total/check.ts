import { defineReportCheck, placeIn } from '../../check';
import { sum } from '../../../../quantity/exact';
import { suspect } from '../../facts/slip';
import { ratiosOf } from '../../relations/ratios';

const FEWEST_SHARES = 3;
const TOLERANCE = 0.1;

export const sharesTotal = defineReportCheck({
  id: 'shares-total',
  severity: 'error',
  texts: {
    'zh-CN': {
      title: '各部分占比合计不是 100%',
      message: '各部分已经合成全部，占比合计却是{found}，不是100%。',
      fix: '逐项核对占比。',
      basis: '报告内部勾稽：各部分合成全部时占比合计为 100%',
    },
    en: {
      title: 'Shares of all parts that do not come to 100 %',
      message: 'The parts make up the whole, but their shares come to {found}.',
      fix: 'Check each share.',
      basis: 'Arithmetic within a report: shares of parts that make up the whole come to 100 %',
    },
  },
  find: ({ statements }, say) =>
    statements.flatMap((statement) => {
      if (!statement.text.includes('占')) return [];
      const shares = ratiosOf(statement).filter(({ isShare }) => isShare);
      const [first] = shares;
      if (!first || shares.length < FEWEST_SHARES) return [];
      const parts = sum(shares.map(({ parts: [part] }) => part?.value ?? 0));
      if (![...first.near, ...first.far].some(({ value }) => value === parts)) return [];
      const total = sum(shares.map(({ rate }) => rate.value));
      if (Math.abs(total - 100) <= TOLERANCE) return [];
      const weighed = {
        explicit: true,
        suspects: shares.map(({ rate }) => suspect(rate, rate.value + 100 - total)),
      };
      return [
        say(placeIn(statement, first.rate.start), {
          weighed,
          expected: '100%',
          found: `${total}%`,
        }),
      ];
    }),
});
