import fc from 'fast-check';
import { CHECKS } from '../../src/checks/registry';
import { runChecks } from '../../src/checks/run-checks';
import { CATALOGUES, render } from '../support/texts';
import { cellName } from '../../src/model/grid';
import type { CellValue } from '../../src/model/snapshot';
import type { RowSpec, TableSpec } from '../support/table-builder';
import { contextOf } from '../support/table-builder';

const said = (spec: TableSpec): string[] =>
  runChecks(contextOf(spec)).map(({ check, cell }) => `${check} ${cellName(cell)}`);

const met: RowSpec = { target: '≥50公里', actual: '52公里', weight: 10, score: 10 };

describe('one mistake gives one finding', () => {
  const cases: readonly (readonly [string, TableSpec, readonly string[]])[] = [
    ['a sound row', { rows: [met] }, []],
    [
      'a missed target at full score has its reason',
      { rows: [{ ...met, actual: '40公里', reason: '征地滞后' }] },
      ['unmet-full-score G4'],
    ],
    [
      'a missed target at full score without a reason: the score and the reason',
      { rows: [{ ...met, actual: '40公里' }] },
      ['unmet-full-score G4', 'reason-missing H4'],
    ],
    [
      'no actual value: nothing computed from it',
      { rows: [{ ...met, actual: null, score: 5 }] },
      ['actual-missing E4'],
    ],
    ['no score', { rows: [{ ...met, score: null }] }, ['score-missing G4']],
    [
      'too high a score',
      { rows: [{ ...met, actual: '40公里', score: 12, reason: '征地' }] },
      ['score-over-weight G4'],
    ],
    [
      'a weight of 0 is not a score above the weight',
      { rows: [{ ...met, weight: 0 }] },
      ['weight-invalid F4'],
    ],
    ['a wording for a figure', { rows: [{ ...met, actual: '完成' }] }, ['kind-mismatch E4']],
    ['metres for pieces', { rows: [{ ...met, actual: '52座' }] }, ['unit-mismatch E4']],
    [
      'a sign turned round is not a missed target as well',
      { rows: [{ ...met, name: '建设成本不超过50万元', target: '≥50万元', actual: '48万元' }] },
      ['sign-conflict D4'],
    ],
    [
      'a late date at full score',
      { rows: [{ ...met, target: '2023年6月底前', actual: '2023年9月1日', reason: '雨季' }] },
      ['deadline-missed E4'],
    ],
    [
      'a zeroed rate speaks once',
      { rows: [met], funds: [100, 100, 100, 10, 0, 0] },
      ['execution-rate G2'],
    ],
  ];
  test.each(cases)('%s', (_name, spec, expected) => {
    expect(said(spec)).toEqual(expected);
  });
});

describe('one finding of several cells', () => {
  const open: RowSpec = { ...met, score: null };
  const cellsOf = (spec: TableSpec): string[] =>
    runChecks(contextOf(spec)).map(
      ({ check, cells, points }) => `${check} ${cells.map(cellName).join(' ')} ${String(points)}`,
    );

  test('where no row has a score, with the points of all of them', () => {
    expect(cellsOf({ rows: [open, open, open] })).toEqual(['score-missing G4 G5 G6 30']);
  });
  test('a row each where some have one', () => {
    expect(cellsOf({ rows: [open, met, open] })).toEqual([
      'score-missing G4 10',
      'score-missing G6 10',
    ]);
  });
  test('nothing filled in is one line', () => {
    const blank = { ...open, actual: null };
    expect(cellsOf({ rows: [blank, blank], total: [90, null] })).toEqual(['form-blank G3 null']);
  });
  test('loses the cells where another check speaks, and keeps the others', () => {
    const over = { rows: [{ ...met, score: 12 }] };
    const [first] = runChecks(contextOf(over));
    expect(first).toMatchObject({ check: 'score-over-weight', points: 2 });
    const rows = [{ ...open, actual: null }, open, { ...open, actual: null, score: 3 }];
    expect(cellsOf({ rows })).toEqual([
      'actual-missing E4 10',
      'score-missing G4 10',
      'score-missing G5 10',
      'actual-missing E6 10',
    ]);
  });
});

describe('a cut-off table', () => {
  const rows = [met, { ...met, name: '修建桥梁' }];
  test('is not held to totals', () => {
    expect(said({ rows })).toEqual([]);
  });
  test('the second page of one is not, since its total counts what stands on the first', () => {
    const header = { top: 0, bottom: 0 };
    expect(said({ rows, total: [100, 90], over: { header } })).toEqual([]);
  });
  test('a whole one is', () => {
    expect(said({ rows, total: [100, 90] })).toEqual(
      expect.arrayContaining(['weight-total F6', 'score-total G6']),
    );
  });
});

/** Without the signs that mark an unfilled place of a text. */
const plain = (text: string): string => text.replace(/[{}]/g, '');

const texts: fc.Arbitrary<CellValue> = fc.oneof(
  fc.constantFrom<CellValue>(
    '≥50个',
    '≤90万元',
    '100%',
    '=0',
    '0起',
    '',
    null,
    '达成预期指标',
    '2023年12月底前',
    '2024-02-20',
    '52座',
    '≥0',
    '……',
    'XX',
    '部分完成',
    '1,234.5',
    '880000元',
    50,
    0.95,
    -3,
    0,
  ),
  fc.string({ maxLength: 12 }).map(plain),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
);
const numbers = fc.option(
  fc.oneof(fc.integer({ min: -5, max: 120 }), fc.constantFrom(0.05, 9.95, 10.3, 33.33, 1e21, 5e-7)),
);
const rowSpecs: fc.Arbitrary<RowSpec> = fc.record({
  name: fc.oneof(
    fc.constantFrom('覆盖率', '建设成本不超过9万元', '满意度', '人员伤亡事故'),
    fc.string({ maxLength: 20 }).map(plain),
  ),
  level1: fc.constantFrom('产出指标', '效益指标', '满意度指标'),
  level2: fc.constantFrom('数量指标', '质量指标', '经济效益指标', '服务对象满意度指标'),
  target: texts,
  actual: texts,
  weight: numbers,
  score: numbers,
  reason: fc.constantFrom<string | null>('', '无', '征地滞后', null),
});
const specs: fc.Arbitrary<TableSpec> = fc.record(
  {
    rows: fc.array(rowSpecs, { maxLength: 12 }),
    funds: fc.array(numbers, { minLength: 6, maxLength: 6 }),
    total: fc.tuple(numbers, numbers),
  },
  { requiredKeys: ['rows'] },
);

describe('whatever stands in the cells', () => {
  test('nothing throws, order is by position, and every text is complete', () => {
    const order = new Map(CHECKS.map(({ id }, index) => [id, index]));
    fc.assert(
      fc.property(specs, (spec) => {
        const found = runChecks(contextOf(spec));
        found.forEach(({ check, cell, message, fix, severity, code }, index) => {
          expect(order.has(check)).toBe(true);
          expect(code).toBe(CHECKS[order.get(check) ?? 0]?.code);
          expect(['error', 'warning', 'info']).toContain(severity);
          for (const text of [message, fix]) {
            expect(text === null ? '' : CATALOGUES['zh-CN'][text.key]).toBeDefined();
            for (const language of ['zh-CN', 'en'] as const) {
              expect(text === null ? '' : render(text, language)).not.toMatch(
                /\{\w+\}|NaN|undefined/,
              );
            }
          }
          const next = found[index + 1];
          if (!next) return;
          const step =
            next.cell.row - cell.row ||
            next.cell.column - cell.column ||
            (order.get(next.check) ?? 0) - (order.get(check) ?? 0);
          expect(step).toBeGreaterThanOrEqual(0);
        });
      }),
      { numRuns: 400 },
    );
  });

  test('two runs say the same', () => {
    fc.assert(
      fc.property(specs, (spec) => {
        expect(runChecks(contextOf(spec))).toEqual(runChecks(contextOf(spec)));
      }),
      { numRuns: 100 },
    );
  });

  test('no cell is told the same thing twice', () => {
    fc.assert(
      fc.property(specs, (spec) => {
        const found = said(spec);
        expect(new Set(found).size).toBe(found.length);
      }),
      { numRuns: 200 },
    );
  });
});

/** 50 / 30 / 10 and a funds row of 10, every target just met. */
const soundTables: fc.Arbitrary<TableSpec> = fc
  .tuple(
    fc.array(fc.integer({ min: 1, max: 49 }), { minLength: 1, maxLength: 3 }),
    fc.integer({ min: 1, max: 100000 }),
    fc.integer({ min: 9000, max: 9990 }),
  )
  .map(([cuts, target, executed]) => {
    const edges = [0, ...[...new Set(cuts)].sort((a, b) => a - b), 50];
    const outputs = edges.slice(1).map((edge, index) => edge - (edges[index] ?? 0));
    const row = (level1: string, level2: string, weight: number, index: number): RowSpec => ({
      name: `工程第${String(index)}项`,
      level1,
      level2,
      target: `≥${String(target + index)}个`,
      actual: String(target + index),
      weight,
      score: weight,
    });
    const rows = [
      ...outputs.map((weight, index) => row('产出指标', '数量指标', weight, index)),
      row('效益指标', '社会效益指标', 30, 90),
      row('满意度指标', '服务对象满意度指标', 10, 91),
    ];
    const score = Math.round(executed / 10) / 100;
    return { rows, funds: [10000, 10000, executed, 10, executed / 10000, score], score };
  })
  .map(({ rows, funds, score }) => ({
    rows,
    funds,
    total: [100, Number((90 + score).toFixed(2))] as const,
  }));

describe('a right table', () => {
  test('is left in peace', () => {
    const mild = new Set(['heavy-indicator', 'level-split', 'score-rate-gap']);
    fc.assert(
      fc.property(soundTables, (spec) => {
        const found = runChecks(contextOf(spec)).filter(({ check }) => !mild.has(check));
        expect(found.map(({ check }) => check)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  test('with one point too many in its total has that one mistake', () => {
    fc.assert(
      fc.property(soundTables, fc.integer({ min: 6, max: 500 }), (spec, hundredths) => {
        const printed = Number(((spec.total?.[1] ?? 0) - hundredths / 100).toFixed(2));
        const before = said(spec);
        const after = said({ ...spec, total: [100, printed] });
        expect(after.filter((text) => !before.includes(text))).toEqual([
          `score-total G${String(4 + spec.rows.length)}`,
        ]);
      }),
      { numRuns: 200 },
    );
  });
});
