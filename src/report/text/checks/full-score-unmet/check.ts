import type { TableResult } from '../../../../model/score';
import { unnumbered } from '../../../outline-words';
import { defineReportCheck, placeIn } from '../../check';
import { written, type Figure } from '../../facts/figure';
import type { Stated } from '../../facts/stated';
import { shortfallsOf, type Shortfall } from '../../relations/shortfalls';

const FULL_MARKS = 100;

/** Full marks of the row itself: 分值10分，得分10分 behind the shortfall. */
function fullRow({ statement, actual }: Shortfall): Stated | null {
  const points = statement.figures.filter(
    ({ kind, start, segment }) =>
      kind === 'points' && start > actual.end && segment === actual.segment,
  );
  const isFull = ({ label }: Figure): boolean => /得了?满分(?:为|：)?$/.test(label);
  const weight = points.find((one) => /分值|满分|权重/.test(one.label) && !isFull(one));
  const score = points.find(
    (one) => isFull(one) || (/得|自评/.test(one.label) && !/满分|分值/.test(one.label)),
  );
  return weight && score && weight.value === score.value ? { statement, figure: score } : null;
}

/** The form itself gives the row these points: that is told where the form is checked. */
const isOfForm = ({ statement, figure }: Stated, table: TableResult | null): boolean =>
  table?.table.indicators.some(
    ({ name, score }) => score?.value === figure.value && statement.text.includes(unnumbered(name)),
  ) === true;

export const fullScoreUnmet = defineReportCheck({
  id: 'full-score-unmet',
  severity: 'warning',
  byProject: true,
  texts: {
    'zh-CN': {
      title: '有指标没达到却得满分',
      message: '得分{score}分是满分，而第{paragraph}段目标{expected}、实际{found}，没有达到。',
      fix: '复核这项指标的得分。',
      basis: '财预〔2020〕10号：未达到指标值的按比例扣分',
    },
    en: {
      title: 'Full marks although a target was missed',
      message:
        '{score} points are full marks, but in paragraph {paragraph} {found} was reached of {expected}.',
      fix: 'Check the score of that indicator.',
      basis: 'Caiyu [2020] No. 10: what misses its target loses points',
    },
  },
  find: ({ statements, scores, table }, say) => {
    const shortfalls = shortfallsOf(statements);
    const rows = shortfalls.flatMap((shortfall) => {
      const full = fullRow(shortfall);
      return full && !isOfForm(full, table) ? [{ shortfall, full }] : [];
    });
    const total = scores.find(({ figure }) => figure.value === FULL_MARKS);
    const [first] = shortfalls;
    const told = total && first ? [...rows, { shortfall: first, full: total }] : rows;
    return told.map(({ shortfall, full }) =>
      say(placeIn(full.statement, full.figure.start), {
        severity: shortfall.sure ? 'warning' : 'info',
        data: { paragraph: shortfall.statement.paragraph, score: full.figure.value },
        expected: written(shortfall.target),
        found: written(shortfall.actual),
      }),
    );
  },
});
