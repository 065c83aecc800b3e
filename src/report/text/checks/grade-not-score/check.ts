import { defineReportCheck, placeIn } from '../../check';
import type { ScoreStated } from '../../facts/stated';
import type { Statement } from '../../facts/statement';
import { bandsOf, gradesOf, gradeFor } from '../../facts/grades';

/** 甲项目得分94.5分，等级为优；乙项目得分86.2分，等级为良: of the points right before it, else of the report's first score. */
function scoreOf(scores: readonly ScoreStated[], statement: Statement, at: number) {
  const near = statement.figures.findLast(({ kind, end }) => kind === 'points' && end <= at);
  return near ? scores.find(({ figure }) => figure === near) : scores[0];
}

export const gradeNotScore = defineReportCheck({
  id: 'grade-not-score',
  severity: 'error',
  byProject: true,
  texts: {
    'zh-CN': {
      title: '等级与得分不符',
      message: '自评得分{score}分，等级应为“{expected}”，写的是“{found}”。',
      fix: '按得分对应的档次改等级；本地档次不同的，写明档次。',
      basis:
        '财政部预算评审中心口径：90 分以上优，80 分以上良，60 分以上中，其余差；报告自己写了档次的按报告',
    },
    en: {
      title: 'A grade that the score does not give',
      message: 'A score of {score} is “{expected}”; it says “{found}”.',
      fix: 'Give the grade of the score; where local bands differ, say so.',
      basis: '90 and above 优, 80 良, 60 中, below 差; where the report gives its own bands, those',
    },
  },
  find: ({ report, statements, scores }, say) => {
    const bands = bandsOf(report.sentences);
    return gradesOf(statements).flatMap(({ statement, at, grade }) => {
      const score = scoreOf(scores, statement, at);
      // Of forms whose weights add up to 1 the score is a fraction.
      if (!score || score.figure.value > 100 || score.figure.value <= 1) return [];
      const expected = gradeFor(score.figure.value, bands);
      const distance = Math.abs(expected.rank - grade.rank);
      if (distance === 0) return [];
      const sure = distance > 1 || (expected.rank > 0 && grade.rank < expected.rank);
      return [
        say(placeIn(statement, at), {
          // Bands of a place may be others; those that the report gives are its own.
          severity: bands !== null ? 'error' : sure ? 'warning' : 'info',
          data: { score: score.figure.value },
          expected: expected.name,
          found: grade.name,
        }),
      ];
    });
  },
});
