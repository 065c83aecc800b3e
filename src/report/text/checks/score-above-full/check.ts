import { defineReportCheck, placeIn } from '../../check';
import { partPoints } from '../../facts/part-points';

const FULL = /(?:满分|总分|分值)(?:共|合计|为|是|：)?(\d{2,3})分/;
const USUAL = 100;

export const scoreAboveFull = defineReportCheck({
  id: 'score-above-full',
  severity: 'error',
  texts: {
    'zh-CN': {
      title: '得分大于满分',
      message: '自评得分写的是{found}分，满分是{expected}分。',
      fix: '核对得分；另有加分的，写明加分项。',
      basis: '财预〔2020〕10号：自评满分一般为 100 分',
    },
    en: {
      title: 'A score above full marks',
      message: 'The score is given as {found}, full marks are {expected}.',
      fix: 'Check the score; say which points were added.',
      basis: 'Caiyu [2020] No. 10: full marks are 100 as a rule',
    },
  },
  find: ({ statements, scores }, say) => {
    const stated = statements.map(({ text }) => FULL.exec(text)?.[1]).find((full) => full);
    const full = Math.max(USUAL, Number(stated ?? USUAL));
    const ofParts = statements.flatMap((statement) =>
      partPoints(statement).flatMap((part) =>
        part.got.value > part.full.value
          ? [{ statement, figure: part.got, most: part.full.value }]
          : [],
      ),
    );
    const ofTotal = scores.flatMap(({ statement, figure }) =>
      figure.value > full ? [{ statement, figure, most: full }] : [],
    );
    return [...ofTotal, ...ofParts].map(({ statement, figure, most }) =>
      say(placeIn(statement, figure.start), { expected: most, found: figure.value }),
    );
  },
});
