import fc from 'fast-check';
import type { Profile } from '../../src/model/profile';
import { inFractions } from '../../src/profiles/fraction-profile';
import { profileById } from '../../src/profiles/load-profile';
import { scoreTable } from '../../src/scoring/score-table';
import { budget, table, type Funds } from './build';

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
  expect([120, 100, 95.01, 95, 90, 50, 0].map(score)).toEqual([3, 3, 3, 2.85, 2.7, 1.5, 0]);
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
  expect(inFractions(profileById('hb-guangshui-2021')).weightDecimals).toBe(2);
});

describe('rows that do not apply', () => {
  const form = (score: number | null) =>
    table({
      rows: [
        { target: '≥10个', actual: '8个', weight: 40, score: 32 },
        { target: '≥90%', actual: '95%', weight: 30, score: 30 },
        { target: '≥90%', actual: '不适用', weight: 20, score },
      ],
      budget: budget({ adjusted: 100, executed: 90, weight: 10, score: 9 }),
      total: { weight: 100, score: 88.75 },
    });
  const totals = (notApplicable: Profile['notApplicable'], score: number | null = null) =>
    scoreTable(form(score), { ...profileById('cn-mof-2020'), notApplicable });

  test('are left to a person', () => {
    expect(totals('ask')).toMatchObject({ totals: { score: null }, state: { weighted: 4 } });
  });
  test('have full marks where the place takes nothing off', () => {
    const { rows, totals: sums } = totals('full');
    expect(rows[2]).toMatchObject({ score: 20, status: 'met' });
    expect(sums.score).toBe(91);
  });
  test('are left out, and the rest is put on the full scale', () => {
    // (32 + 30 + 9) × 100 ÷ 80, half up.
    for (const typed of [null, 20]) {
      const { rows, totals: sums, state } = totals('rescale', typed);
      expect(rows[2]?.score).toBeNull();
      expect(sums).toMatchObject({ score: 88.75, filledScore: 88.75, weight: 100, grade: '良' });
      expect(state).toEqual({ kind: 'complete', weighted: 3, scored: 3 });
    }
  });

  test('leave a form as it is where there are none, and full where the rest is full', () => {
    const rows = fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(rows, fc.nat(4), (weights, out) => {
        const whole = weights.reduce((all, one) => all + one, 0);
        const profile = { ...profileById('research-projects'), tableTotal: whole };
        const made = (left: (at: number) => boolean) =>
          scoreTable(
            table({
              rows: weights.map((weight, at) => ({
                target: '≥1个',
                actual: left(at) ? '不适用' : '1个',
                weight,
              })),
            }),
            profile,
          ).totals.score;
        expect(made(() => false)).toBe(whole);
        const all = weights.length === 1 && out === 0;
        expect(made((at) => at === out)).toBe(all ? null : whole);
      }),
    );
  });
});

describe('what the execution rate is measured by', () => {
  const rate = (denominator: Profile['execution']['denominator'], funds: Funds) => {
    const usual = profileById('cn-mof-2020');
    const profile = { ...usual, execution: { ...usual.execution, denominator } };
    return scoreTable(table({ rows: [], budget: budget(funds) }), profile).budget?.rate;
  };
  const all = { initial: 80, adjusted: 100, received: 60, carried: 20, executed: 48 };

  test.each([
    ['adjusted', all, 0.48],
    ['initial', all, 0.6],
    ['received', all, 0.8],
    ['received', { ...all, received: null }, 0.48],
    // The adjusted budget has what was carried over.
    ['carried', all, 0.48],
    ['carried', { initial: 100, carried: 20, executed: 48 }, 0.4],
    ['carried', { initial: 100, executed: 48 }, 0.48],
    // The form's own rate says that it counts what was carried over, or that it does not.
    ['adjusted', { adjusted: 100, carried: 20, executed: 96, rate: 0.8 }, 0.8],
    ['adjusted', { initial: 100, carried: 20, executed: 96, rate: 0.8 }, 0.8],
    ['adjusted', { adjusted: 120, carried: 20, executed: 96, rate: 0.8 }, 0.8],
    ['adjusted', { adjusted: 100, carried: 20, executed: 96, rate: 0.9 }, 0.96],
  ] as const)('%s of %j', (denominator, funds, expected) => {
    expect(rate(denominator, funds)).toBe(expected);
  });
});
