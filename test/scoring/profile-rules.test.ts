import { inFractions } from '../../src/profiles/fraction-profile';
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
  const score = (executed: number, by = profile) =>
    scoreTable(table({ kind: 'rubric', rows: [], budget: funds(executed) }), by).budget?.score;
  expect([100, 90, 88, 80, 70].map((executed) => score(executed))).toEqual([15, 15, 13, 5, 0]);
  // Half a point below: the text does not say how it counts.
  expect(score(88.5)).toBeNull();
  const roundings = ['started', 'full', 'share'] as const;
  expect(roundings.map((stepRounding) => score(88.5, { ...profile, stepRounding }))).toEqual([
    13, 14, 13.5,
  ]);
});

test('宁德: full marks from 95 % on, in proportion below', () => {
  const score = (executed: number) =>
    scoreTable(
      table({
        kind: 'rubric',
        rows: [],
        budget: budget({ adjusted: 100, executed, weight: 3, score: null }),
      }),
      profileById('fj-ningde-2023'),
    ).budget?.score;
  expect([120, 100, 95, 90, 50, 0].map(score)).toEqual([3, 3, 3, 2.7, 1.5, 0]);
});

describe('the points of the funds row', () => {
  const scoreOf = (id: string, weight: number | null, adjusted = 100) =>
    scoreTable(
      table({ rows: [], budget: budget({ adjusted, executed: 90, weight, score: 9 }) }),
      profileById(id),
    ).budget;

  test('湖北: 20 where the form prints none', () => {
    expect(scoreOf('hb-project-2020', null)).toMatchObject({ weight: null, score: 18 });
    expect(scoreOf('hb-project-2020', 10)).toMatchObject({ weight: 10, score: 9 });
    expect(scoreOf('cn-mof-2020', null)?.score).toBeNull();
  });

  test('宁夏: shown and not scored, whatever is printed', () => {
    const funds = scoreOf('nx-special-2022', 10);
    expect(funds).toMatchObject({ rate: 0.9, weight: null, score: null, filledScore: null });
  });
});

test('a form in fractions has its ceilings and funds in fractions', () => {
  const { execution } = inFractions(profileById('platform-cap-2022'));
  expect(execution.totalCaps?.[0]).toEqual({ below: 0.5, most: 0.59 });
  expect(inFractions(profileById('hb-project-2020')).execution.weight).toBe(0.2);
});
