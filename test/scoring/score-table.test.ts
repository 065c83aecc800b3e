import fc from 'fast-check';
import { render } from '../support/texts';
import type { Profile } from '../../src/model/profile';
import type { TableState } from '../../src/model/score';
import { cnMof2020 } from '../../src/profiles/cn-mof-2020';
import { sum } from '../../src/quantity/exact';
import { gradeOf } from '../../src/scoring/grade';
import { scoreBudget } from '../../src/scoring/score-budget';
import { scoreTable } from '../../src/scoring/score-table';
import type { Funds, Row } from './build';
import { budget, table } from './build';
import { growthOf, LINEAR } from '../support/growth';

const initial: Profile = {
  ...cnMof2020,
  execution: { ...cnMof2020.execution, denominator: 'initial' },
};

describe('the funds row', () => {
  const total = (row: Funds, profile = cnMof2020): unknown[] => {
    const { rate, weight, score } = scoreBudget(budget(row), profile);
    return [rate, weight, score];
  };

  test.each<[Funds, Profile, unknown[]]>([
    [{ initial: 43.2, adjusted: 43.2, executed: 37.24, weight: 10 }, cnMof2020, [0.862, 10, 8.62]],
    [
      { initial: 310.2, adjusted: null, executed: 154.74, weight: 10 },
      cnMof2020,
      [0.4988, 10, 4.99],
    ],
    [{ initial: 310.2, executed: 154.74, weight: 10 }, cnMof2020, [0.4988, 10, 4.99]],
    [{ initial: 164, adjusted: 93.79, executed: 93.79, weight: 10 }, cnMof2020, [1, 10, 10]],
    [{ initial: 164, adjusted: 93.79, executed: 93.79, weight: 10 }, initial, [0.5719, 10, 5.72]],
    [{ adjusted: 93.79, executed: 93.79, weight: 10 }, initial, [1, 10, 10]],
    [
      { initial: 20000, adjusted: 20000, executed: 9034, weight: 10 },
      cnMof2020,
      [0.4517, 10, 4.52],
    ],
    [{ initial: 0.32, adjusted: 0.06, executed: 0.5, weight: 10 }, cnMof2020, [8.3333, 10, 10]],
    [{ initial: 0, adjusted: 0, executed: 0, weight: 10 }, cnMof2020, [null, 10, null]],
    [{ adjusted: 100, executed: null, weight: 10 }, cnMof2020, [null, 10, null]],
    [{ adjusted: 5, executed: 5 }, cnMof2020, [1, null, null]],
    [{ adjusted: 5, executed: 5, weight: 0 }, cnMof2020, [1, 0, null]],
    [{ adjusted: 100, executed: -5, weight: 10 }, cnMof2020, [0, 10, 0]],
    [{}, cnMof2020, [null, null, null]],
  ])('%j', (row, profile, expected) => {
    expect(total(row, profile)).toEqual(expected);
  });

  test('only the total row counts, and what a person filled is kept beside it', () => {
    const scored = scoreBudget(
      budget(
        { initial: 0, adjusted: 0, executed: 0, weight: 10, rate: 0, score: 0 },
        { initial: 90, adjusted: 89.974, executed: 89.974, weight: 5, score: 5 },
      ),
      cnMof2020,
    );
    expect(scored).toMatchObject({
      rate: null,
      weight: 10,
      score: null,
      filledScore: 0,
      filledRate: 0,
    });
  });

  test('a block without a total row has no rate', () => {
    const block = budget({ adjusted: 5, executed: 5, weight: 10, isTotal: false });
    expect(scoreBudget(block, cnMof2020)).toMatchObject({ rate: null, weight: null, score: null });
  });

  test('says how the score came about', () => {
    const explain = (row: Funds): string => {
      const { explanation } = scoreBudget(budget(row), cnMof2020);
      return explanation === null ? '' : render(explanation);
    };
    expect(explain({ adjusted: 43.2, executed: 37.24, weight: 10 })).toBe(
      '执行率 37.24 ÷ 43.2 = 86.2%，10 × 86.2% = 8.62 分',
    );
    expect(explain({ adjusted: 5, executed: 6, weight: 10 })).toContain('满分封顶');
    expect(explain({ adjusted: 5, executed: 5 })).toContain('没有分值');
    expect(explain({})).toContain('不能计算执行率');
  });
});

describe('totals', () => {
  const rows: readonly Row[] = [
    { target: '≥100', actual: 98, weight: 50, score: 50 },
    { target: '效果明显', actual: '达成', weight: 30, score: 27 },
    { target: '≥90%', actual: '95%', weight: 10, score: 10 },
  ];
  const funds = budget({ adjusted: 43.2, executed: 37.24, weight: 10, score: 9 });

  test('add computed scores, and a person’s where only a person can judge', () => {
    const { totals } = scoreTable(
      table({ rows, budget: funds, total: { weight: 100, score: 96 } }),
      cnMof2020,
    );
    expect(totals).toEqual({
      weight: 100,
      score: 94.62,
      filledScore: 96,
      printedWeight: 100,
      printedScore: 96,
      grade: '优',
    });
  });

  test('no grade without a total row, with weights that are not the whole, or a row without score', () => {
    const grade = (form: Parameters<typeof table>[0]): string | null =>
      scoreTable(table(form), cnMof2020).totals.grade;
    const total = { weight: 100, score: 96 };
    expect(grade({ rows, budget: funds, total })).toBe('优');
    expect(grade({ rows, budget: funds })).toBeNull();
    expect(grade({ rows, total })).toBeNull();
    const unjudged = rows.map((row) => ({ ...row, score: null }));
    expect(grade({ rows: unjudged, budget: funds, total })).toBeNull();
  });

  test.each<[string, Parameters<typeof table>[0], TableState['kind'], (number | null)[]]>([
    ['every score typed', { rows, budget: funds }, 'complete', [94.62, 96]],
    [
      'one score open that can be computed',
      { rows: [{ ...rows[0], score: null }, ...rows.slice(1)], budget: funds },
      'incomplete',
      [94.62, null],
    ],
    [
      'one score open that a person must give',
      { rows: rows.map((row) => (row.weight === 30 ? { ...row, score: null } : row)) },
      'incomplete',
      [null, null],
    ],
    [
      'targets and weights only',
      { rows: rows.map((row) => ({ ...row, actual: null, score: null })) },
      'blank',
      [null, null],
    ],
    [
      'money spent, nothing else',
      {
        rows: rows.map((row) => ({ ...row, actual: null, score: null })),
        budget: budget({ adjusted: 10, executed: 9, weight: 10, score: null }),
      },
      'incomplete',
      [null, null],
    ],
  ])('state and totals: %s', (_name, form, kind, [score, filledScore]) => {
    const { state, totals } = scoreTable(table(form), cnMof2020);
    expect(state.kind).toBe(kind);
    expect(totals).toMatchObject({ score, filledScore });
    if (kind !== 'complete') expect(totals.grade).toBeNull();
  });

  test('a form without weights still adds the scores people gave', () => {
    const form = table({
      rows: [
        { target: 6, actual: 6, weight: null, score: 20 },
        { target: '100%', actual: '100%', weight: null, score: 60 },
      ],
      budget: budget({ adjusted: 1.56, executed: 1.56, score: 20 }),
    });
    const { rows: scored, totals } = scoreTable(form, cnMof2020);
    expect([totals.weight, totals.score, totals.filledScore]).toEqual([null, 100, 100]);
    expect(scored.map(({ explanation }) => explanation.key)).toEqual([
      'scoring.no-weight-column-rate',
      'scoring.no-weight-column-rate',
    ]);
  });

  test('a form without anything to add has no totals', () => {
    const form = table({ rows: [{ target: 6, actual: 6, weight: null }] });
    expect(scoreTable(form, cnMof2020)).toMatchObject({
      budget: null,
      totals: { weight: null, score: null, filledScore: null, grade: null },
    });
  });

  test('a rubric table takes the deductions its reasons name', () => {
    const form = table({
      kind: 'rubric',
      rows: [
        { weight: 8, score: 8, reason: '' },
        { weight: 5, score: 3, reason: '报送不及时扣2分' },
      ],
    });
    expect(scoreTable(form, cnMof2020).totals).toMatchObject({
      weight: 13,
      score: 11,
      filledScore: 11,
    });
  });

  test('a deadline without a year is the table’s', () => {
    const rowsOf = [{ target: '12月底前', actual: '2022年1月' }];
    const [late] = scoreTable(table({ rows: rowsOf, year: 2021 }), cnMof2020).rows;
    expect(late?.status).toBe('unmet');
  });

  test('the order of rows changes no total', () => {
    const row = fc.record({
      target: fc.integer({ min: 1, max: 500 }),
      actual: fc.integer({ min: 0, max: 500 }),
      weight: fc.integer({ min: 1, max: 2000 }).map((value) => value / 100),
    });
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 20 }), (list) => {
        const once = scoreTable(table({ rows: list }), cnMof2020);
        const back = scoreTable(table({ rows: list.toReversed() }), cnMof2020);
        expect(back.totals).toEqual(once.totals);
        expect(back.rows.toReversed()).toEqual(once.rows);
        expect(once.totals.score).toBe(sum(once.rows.map(({ score }) => score ?? 0)));
      }),
    );
  });
});

describe('grades', () => {
  test.each([
    [100, '优'],
    [90, '优'],
    [89.99, '良'],
    [80, '良'],
    [79.99, '中'],
    [60, '中'],
    [59.99, '差'],
    [0, '差'],
  ])('%d is %s', (total, word) => {
    expect(gradeOf(total, cnMof2020)).toBe(word);
  });

  test('a total of another size is put on a scale of 100', () => {
    expect(gradeOf(81, { ...cnMof2020, tableTotal: 90 })).toBe('优');
  });
});

const manyRows = (count: number): ReturnType<typeof table> => {
  const rows = Array.from({ length: count }, (_, index): Row => {
    const kind = index % 5;
    if (kind === 0)
      return { target: '≥95%', actual: `${90 + (index % 10)}%`, name: `指标${index}` };
    if (kind === 1) return { target: '≤90万元', actual: 80 + (index % 20), name: `成本${index}` };
    if (kind === 2) return { target: '效果明显', actual: '达成预期指标', name: `效益${index}` };
    if (kind === 3) return { target: 50, actual: 48.5, name: `第${index}项事故发生数` };
    return { target: '2021年底', actual: '2021年11月', name: `时效${index}` };
  });
  return table({ rows });
};

test('the work on a table grows with its rows', () => {
  const growth = growthOf(1_000, manyRows, (form) => scoreTable(form, cnMof2020));
  expect(growth).toBeLessThan(LINEAR);
});
