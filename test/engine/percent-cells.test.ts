import fc from 'fast-check';
import { evaluate } from '../../src/engine/evaluate';
import { fixesOf } from '../../src/engine/fixes';
import { DEFAULT_OPTIONS } from '../../src/engine/options';
import { isEmptyPatch, planPatch, standingTables } from '../../src/engine/plan';
import { cellName } from '../../src/model/grid';
import type { CellValue, Snapshot } from '../../src/model/snapshot';
import { applyInMemory } from '../support/apply-in-memory';
import { snapshotOf } from '../support/snapshot-of';

interface Style {
  readonly weight: (points: number) => CellValue;
  readonly weightFormat: string | null;
  readonly scoreFormat: string | null;
}

const STYLES = {
  'points in plain cells': { weight: (one) => one, weightFormat: null, scoreFormat: null },
  'points beside percent cells': { weight: (one) => one, weightFormat: null, scoreFormat: '0%' },
  'shares beside percent cells': {
    weight: (one) => one / 100,
    weightFormat: '0%',
    scoreFormat: '0.00%',
  },
  'shares beside plain cells': {
    weight: (one) => one / 100,
    weightFormat: '0%',
    scoreFormat: null,
  },
  'printed shares beside percent cells': {
    weight: (one) => `${String(one)}%`,
    weightFormat: null,
    scoreFormat: '0%',
  },
  'fractions in plain cells': {
    weight: (one) => one / 100,
    weightFormat: null,
    scoreFormat: null,
  },
  'fractions beside percent cells': {
    weight: (one) => one / 100,
    weightFormat: null,
    scoreFormat: '0%',
  },
} as const satisfies Record<string, Style>;

/** Two rows of 60 and 40 points, four fifths and all of it reached, the scores left blank. */
function formOf({ weight, weightFormat, scoreFormat }: Style, total: CellValue = null): Snapshot {
  const formats: Record<string, string> = {};
  for (const row of [3, 4, 5]) {
    if (weightFormat) formats[`F${String(row)}`] = weightFormat;
    if (scoreFormat) formats[`G${String(row)}`] = scoreFormat;
  }
  return snapshotOf({
    name: '附表',
    rows: [
      ['项目支出绩效自评表（2023年度）'],
      ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分'],
      ['产出指标', '数量指标', '巡查次数', '≥10次', '8次', weight(60), null],
      ['产出指标', '数量指标', '检测台数', '≥5台', '5台', weight(40), null],
      ['总分', null, null, null, null, weight(100), total],
    ],
    formats,
  });
}

const planOf = (snapshot: Snapshot) =>
  planPatch(snapshot, evaluate(snapshot, DEFAULT_OPTIONS), DEFAULT_OPTIONS);

const writtenIn = (snapshot: Snapshot): Record<string, unknown> =>
  Object.fromEntries(
    planOf(snapshot).values.map(({ top: row, left: column, values }) => [
      cellName({ row, column }),
      values[0]?.[0],
    ]),
  );

const POINTS = { G3: 48, G4: 40, G5: 88 };
const HUNDREDTHS = { G3: 0.48, G4: 0.4, G5: 0.88 };

it.each([
  ['points in plain cells', POINTS],
  ['points beside percent cells', HUNDREDTHS],
  ['shares beside percent cells', HUNDREDTHS],
  ['shares beside plain cells', POINTS],
  ['printed shares beside percent cells', HUNDREDTHS],
  ['fractions in plain cells', HUNDREDTHS],
  ['fractions beside percent cells', HUNDREDTHS],
] as const)('%s are filled as the cell shows them', (style, written) => {
  expect(writtenIn(formOf(STYLES[style]))).toEqual(written);
});

it('reads what it wrote as the same points, and writes nothing more', () => {
  fc.assert(
    fc.property(fc.constantFrom(...Object.keys(STYLES)), (name) => {
      const before = formOf(STYLES[name as keyof typeof STYLES]);
      const after = applyInMemory(before, planOf(before));
      expect(isEmptyPatch(planOf(after))).toBe(true);
      const typed = { ...after, ledger: null };
      const [table] = evaluate(typed, DEFAULT_OPTIONS).tables;
      const whole = table?.table.countsToOne ? 1 : 100;
      expect((table?.totals.filledScore ?? 0) / whole).toBeCloseTo(0.88, 9);
      expect((table?.totals.printedScore ?? 0) / whole).toBeCloseTo(0.88, 9);
      expect(table?.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    }),
  );
});

it('tells the points that stand, whatever the cells hold', () => {
  const snapshot = formOf(STYLES['shares beside percent cells']);
  const [table] = standingTables(snapshot, evaluate(snapshot, DEFAULT_OPTIONS), DEFAULT_OPTIONS);
  expect(table?.totals).toMatchObject({ printedScore: 88 });
});

it('puts a total right as its cell shows it', () => {
  const blank = formOf(STYLES['shares beside percent cells'], 0.7);
  const filled = { ...applyInMemory(blank, planOf(blank)), ledger: null };
  const fixes = fixesOf(filled, evaluate(filled, DEFAULT_OPTIONS), DEFAULT_OPTIONS);
  expect(fixes.map(({ check, after }) => [check, after])).toEqual([['score-total', 0.88]]);
});
