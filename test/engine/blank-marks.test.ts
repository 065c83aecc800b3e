import fc from 'fast-check';
import { evaluate } from '../../src/engine/evaluate';
import { DEFAULT_OPTIONS } from '../../src/engine/options';
import { isEmptyPatch, planPatch } from '../../src/engine/plan';
import { cellName } from '../../src/model/grid';
import type { Patch } from '../../src/model/patch';
import type { WorkbookResult } from '../../src/model/score';
import type { CellValue, Snapshot } from '../../src/model/snapshot';
import { applyInMemory } from '../support/apply-in-memory';
import { dashText } from '../support/dash-text';
import { snapshotOf } from '../support/snapshot-of';

interface Row {
  readonly target: string;
  readonly actual: string;
  readonly score: CellValue;
}

const FIRST = 3;
const formOf = (rows: readonly Row[], total: CellValue): Snapshot =>
  snapshotOf([
    {
      name: '附表',
      rows: [
        ['项目支出绩效自评表（2023年度）'],
        [
          ...['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分'],
          '偏差原因分析及改进措施',
        ],
        ...rows.map(({ target, actual, score }, index) => [
          '产出指标',
          '数量指标',
          `修建第${index + 1}段道路`,
          target,
          actual,
          20,
          score,
          '征地滞后',
        ]),
        ['总分', null, null, null, null, 20 * rows.length, total, null],
      ],
    },
  ]);

const plan = (snapshot: Snapshot): Patch =>
  planPatch(snapshot, evaluate(snapshot, DEFAULT_OPTIONS), DEFAULT_OPTIONS);

const writtenBy = ({ values }: Patch): Record<string, unknown> =>
  Object.fromEntries(
    values.map(({ top: row, left: column, values: block }) => [
      cellName({ row, column }),
      block[0]?.[0],
    ]),
  );

const findingsIn = ({ tables }: WorkbookResult): readonly string[] =>
  tables.flatMap(({ findings }) => findings.map(({ check, cell }) => `${check} ${cellName(cell)}`));

const row = (over: Partial<Row> = {}): Row => ({
  target: '≥50公里',
  actual: '45公里',
  score: null,
  ...over,
});

it('a dash in 得分 is missing, filled, and remembered as it was', () => {
  const snapshot = formOf([row({ score: '—' }), row({ score: 18 })], '/');
  const patch = plan(snapshot);
  expect(findingsIn(evaluate(snapshot, DEFAULT_OPTIONS))).toContain('score-missing G3');
  expect(writtenBy(patch)).toEqual({ G3: 18, G5: 36 });
  expect(patch.ledger?.scores.map(({ cell, before }) => [cell, before])).toEqual([
    ['G3', '—'],
    ['G5', '/'],
  ]);
});

it('a word in 得分 stands, and the total waits for it', () => {
  const snapshot = formOf([row({ score: '满分' }), row({ score: '无' }), row()], null);
  expect(writtenBy(plan(snapshot))).toEqual({ G5: 18 });
});

it.each([
  ['目标值', { target: '—' }],
  ['完成值', { actual: '/' }],
  ['both', { target: '／', actual: '不适用' }],
])('a dash in %s means 不适用: no score, and nothing is missing', (_, over) => {
  const result = evaluate(formOf([row(over), row()], null), DEFAULT_OPTIONS);
  expect(result.tables[0]?.rows[0]).toMatchObject({
    score: null,
    achievement: null,
    status: 'unscored',
    explanation: { key: 'scoring.not-applicable' },
  });
  const said = findingsIn(result).filter((finding) => /missing .3$/.test(finding));
  expect(said).toEqual(['score-missing G3']);
});

const rowOf: fc.Arbitrary<Row> = fc.record({
  target: fc.oneof({ weight: 5, arbitrary: fc.constantFrom('≥50公里', '100公里') }, dashText),
  actual: fc.oneof({ weight: 5, arbitrary: fc.constantFrom('45公里', '60公里', '') }, dashText),
  score: fc.oneof(fc.constantFrom<CellValue>(null, 20, 15, '满分'), dashText),
});

const isMark = (value: CellValue): boolean =>
  value === null || (typeof value === 'string' && value !== '满分');

it('whatever dashes stand where: blanks are filled, all else stays, and a second run agrees', () => {
  fc.assert(
    fc.property(fc.array(rowOf, { minLength: 1, maxLength: 5 }), dashText, (rows, total) => {
      const snapshot = formOf(rows, total);
      const result = evaluate(snapshot, DEFAULT_OPTIONS);
      const patch = plan(snapshot);
      const written = writtenBy(patch);
      for (const [index, { score }] of rows.entries()) {
        const cell = `G${index + FIRST}`;
        const computed = result.tables[0]?.rows[index]?.score ?? null;
        expect([cell, written[cell]]).toEqual([
          cell,
          isMark(score) && computed !== null ? computed : undefined,
        ]);
      }
      const after = applyInMemory(snapshot, patch);
      expect(isEmptyPatch(plan(after))).toBe(true);
      expect(evaluate(after, DEFAULT_OPTIONS)).toEqual(result);
      for (const { cell, before } of after.ledger?.scores ?? []) {
        const place = Number(cell.slice(1)) - FIRST;
        expect(before).toBe(place === rows.length ? total : rows[place]?.score);
      }
    }),
  );
});
