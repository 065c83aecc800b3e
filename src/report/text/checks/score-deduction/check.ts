import { partPoints } from '../../facts/part-points';
import { defineReportCheck, placeIn } from '../../check';
import { sum } from '../../../../quantity/exact';
import { suspect } from '../../facts/slip';

const LOST = /(?:共|合计|总|累计)(?:计)?(?:扣(?:除|减)?分?|失分)(?:了|为|共)?$/;

const FULL = 100;

/** 折算前共扣5分，不适用的不计，得分折算成百分制: what was lost is of less than a hundred points. */
const RESCALED = /得?分[^。；]{0,12}(?:折算|换算)|(?:折算|换算)[^。；]{0,12}分/;

export const scoreDeduction = defineReportCheck({
  id: 'score-deduction',
  severity: 'error',
  byProject: true,
  texts: {
    'zh-CN': {
      title: '扣分与得分对不上',
      message: '写的是扣{found}分，得分{score}分，应扣{expected}分。',
      fix: '核对扣分和得分。',
      basis: '财预〔2020〕10号：总分 100 分，得分等于总分减扣分',
    },
    en: {
      title: 'Points lost that do not give the score',
      message: '{found} points lost beside a score of {score}: {expected} were lost.',
      fix: 'Check the points lost and the score.',
      basis: 'Caiyu [2020] No. 10: of 100 points, the score is what is left after the points lost',
    },
  },
  find: ({ report, statements, scores }, say) => {
    const ofPart = statements.flatMap((statement) =>
      partPoints(statement).flatMap(({ full, got, lost }) => {
        const expected = sum([full.value, -got.value]);
        if (lost === null || expected < 0 || lost.value === expected) return [];
        const data = { score: got.value };
        const weighed = {
          explicit: true,
          suspects: [suspect(lost, expected), suspect(got, full.value - lost.value)],
        };
        return [
          say(placeIn(statement, lost.start), { weighed, data, expected, found: lost.value }),
        ];
      }),
    );
    const [score] = scores;
    if (!score || report.sentences.some(({ text }) => RESCALED.test(text))) return ofPart;
    const ofTotal = statements.flatMap((statement) =>
      statement.figures.flatMap((figure) => {
        if (figure.kind !== 'points' || !LOST.test(figure.label)) return [];
        const expected = sum([FULL, -score.figure.value]);
        return figure.value === expected || expected < 0
          ? []
          : [
              say(placeIn(statement, figure.start), {
                weighed: {
                  explicit: true,
                  suspects: [suspect(figure, expected), suspect(score.figure, FULL - figure.value)],
                },
                data: { score: score.figure.value },
                expected,
                found: figure.value,
              }),
            ];
      }),
    );
    return [...ofPart, ...ofTotal];
  },
});
