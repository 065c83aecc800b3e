import { profileById } from '../../src/profiles/load-profile';
import { scoreTable } from '../../src/scoring/score-table';
import { budget, table } from './build';

test('a platform takes points from 130 % on and none below', () => {
  const profile = profileById('platform-cap-2022');
  const rows = [
    { target: '≥10个', actual: '12个' },
    { target: '≥10个', actual: '13个' },
    { target: '≥10个', actual: '30个', weight: 1 },
  ];
  const scores = scoreTable(table({ rows }), profile).rows.map(({ score }) => score);
  expect(scores).toEqual([10, 8, 0]);
  const usual = scoreTable(table({ rows }), profileById('cn-mof-2020'));
  expect(usual.rows.map(({ score }) => score)).toEqual([10, 10, 1]);
});

test('广西: full marks from 90 % on, a point less for every point below', () => {
  const profile = profileById('gx-rubric-2021');
  const funds = (executed: number) => budget({ adjusted: 100, executed, weight: 15, score: null });
  const score = (executed: number) =>
    scoreTable(table({ kind: 'rubric', rows: [], budget: funds(executed) }), profile).budget?.score;
  expect([100, 90, 88.5, 80, 70].map(score)).toEqual([15, 15, 13.5, 5, 0]);
});
