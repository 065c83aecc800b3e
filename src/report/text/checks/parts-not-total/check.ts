import { defineReportCheck, placeIn, type ReportContext, type SayInReport } from '../../check';
import { written, writtenLike } from '../../facts/figure';
import { judgeSum, suspectsIn, type JudgedSum } from '../../relations/judged-sums';
import { scoreParts } from '../../relations/score-parts';
import { sumsOf } from '../../relations/sums';
import { linesWithTotals } from '../../relations/line-sums';

function tell(say: SayInReport, place: Parameters<SayInReport>[0], sum: JudgedSum) {
  const { total, parts, found, difference, fault } = sum;
  if (fault === null) return [];
  const unit = total.factor;
  return [
    say(place, {
      weighed: {
        // Of a list that may leave something out only what is above its total is certain.
        explicit: fault !== 'near' && (fault !== 'differs' || sum.listed === 'all'),
        suspects: suspectsIn(sum),
      },
      data: {
        total: written(total),
        parts: parts.map(written).join('+'),
        sum: writtenLike(found, total),
        difference: writtenLike(Math.abs(difference), total),
      },
      expected: Number((total.value / unit).toFixed(6)),
      found: Number((found / unit).toFixed(6)),
    }),
  ];
}

export const partsNotTotal = defineReportCheck({
  id: 'parts-not-total',
  severity: 'error',
  texts: {
    'zh-CN': {
      title: '合计与各项之和不符',
      message: '写的合计是{total}，各项{parts}={sum}，相差{difference}。',
      fix: '核对合计和各项，补上漏列的或改正写错的数；只列一部分的，写明“等”。',
      basis: '报告内部勾稽：合计等于各项之和，部分不能大于全部',
    },
    en: {
      title: 'A total that is not the sum of its parts',
      message: 'It says {total}, but {parts} = {sum}: {difference} apart.',
      fix: 'Check the total and the parts; write 等 if the list is not complete.',
      basis:
        'Arithmetic within a report: a total is the sum of its parts, a part is not above its whole',
    },
  },
  find: (context: ReportContext, say) => [
    ...context.statements.flatMap((statement) =>
      sumsOf(statement).flatMap((sum) =>
        tell(say, placeIn(statement, sum.total.start), judgeSum(sum, statement.figures)),
      ),
    ),
    ...linesWithTotals(context.report).flatMap(({ paragraph, text, at, sum }) =>
      tell(say, { paragraph, text, at }, judgeSum(sum, [])),
    ),
    ...scoreParts(context).flatMap(({ score: { statement, figure }, sum }) =>
      // In one sentence it is a sum like any other.
      sumsOf(statement).some(({ total }) => total === figure)
        ? []
        : tell(say, placeIn(statement, figure.start), judgeSum(sum, [])),
    ),
  ],
});
