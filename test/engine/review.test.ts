import { evaluate } from '../../src/engine/evaluate';
import { DEFAULT_OPTIONS, type EngineOptions } from '../../src/engine/options';
import { planPatch } from '../../src/engine/plan';
import { review } from '../../src/engine/review';
import { cellName } from '../../src/model/grid';
import type { CheckId } from '../../src/model/check-id';
import { openCounts, type FindingStatus, type ReviewedFinding } from '../../src/model/finding';
import type { CellValue, Snapshot } from '../../src/model/snapshot';
import { applyInMemory } from '../support/apply-in-memory';
import { snapshotOf } from '../support/snapshot-of';

interface Given {
  readonly actual?: string;
  readonly score?: CellValue;
  readonly reason?: string;
  readonly funds?: CellValue;
  readonly total?: CellValue;
  readonly formulas?: Readonly<Record<string, string>>;
}

/** Two rows of 45 points and the funds of 10: G6 is the one that is varied, the others are right. */
const formOf = ({
  actual = '9个',
  score = 40.5,
  reason = '一个未完工',
  funds = 9,
  total = null,
  formulas = {},
}: Given): Snapshot =>
  snapshotOf({
    name: '附表',
    rows: [
      ['项目支出绩效自评表'],
      ['（2023年度）'],
      ['项目资金（万元）', '年初预算数', '全年预算数', '全年执行数', '分值', '执行率', '得分'],
      ['年度资金总额', 100, 100, 90, 10, 0.9, funds, '尾款未支付'],
      [
        ...['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分'],
        '偏差原因分析及改进措施',
      ],
      ['产出指标', '数量指标', '修建水池', '≥10个', actual, 45, score, reason],
      ['效益指标', '社会效益指标', '受益村庄', '≥20个', '20个', 45, 45, ''],
      ['总分', null, null, null, null, 100, total, null],
    ],
    formats: { F4: '0%' },
    formulas,
  });

const reviewed = (
  snapshot: Snapshot,
  options: Partial<EngineOptions> = {},
  when: 'now' | 'planned' = 'now',
): ReviewedFinding[] => {
  const all = { ...DEFAULT_OPTIONS, ...options };
  return review(snapshot, evaluate(snapshot, all), all, when);
};

const written = (snapshot: Snapshot, options: Partial<EngineOptions> = {}): Snapshot => {
  const all = { ...DEFAULT_OPTIONS, ...options };
  return applyInMemory(snapshot, planPatch(snapshot, evaluate(snapshot, all), all));
};

const at = (findings: readonly ReviewedFinding[], check: CheckId): ReviewedFinding => {
  const found = findings.find((finding) => finding.check === check);
  if (!found) throw new Error(`${check} was not found`);
  return found;
};

/** Check, what makes it, its cell, the score to adopt, and its status after a run and after consent. */
const CASES: readonly (readonly [
  CheckId,
  Given,
  string,
  number | null,
  FindingStatus,
  FindingStatus,
])[] = [
  ['score-missing', { score: null }, 'G6', null, 'filled', 'filled'],
  ['score-missing', { score: '—' }, 'G6', null, 'filled', 'filled'],
  ['score-missing', { score: '满分' }, 'G6', 40.5, 'open', 'adopted'],
  ['score-missing', { score: null, actual: '' }, 'G6', null, 'open', 'open'],
  ['score-missing', { funds: null }, 'G4', null, 'filled', 'filled'],
  ['unmet-full-score', { score: 45 }, 'G6', 40.5, 'open', 'adopted'],
  ['unmet-full-score', { score: 45, formulas: { G6: 'F6' } }, 'G6', null, 'open', 'open'],
  ['score-not-computed', { score: 30 }, 'G6', 40.5, 'open', 'adopted'],
  ['met-not-full', { score: 30, actual: '10个', reason: '' }, 'G6', 45, 'open', 'adopted'],
  ['score-over-weight', { score: 50 }, 'G6', 40.5, 'open', 'adopted'],
  ['execution-score', { funds: 7 }, 'G4', 9, 'open', 'adopted'],
  ['score-total', { total: 96 }, 'G8', 94.5, 'open', 'adopted'],
  ['score-total', { total: 96, formulas: { G8: 'G4+96-9' } }, 'G8', null, 'open', 'open'],
  ['reason-missing', { reason: '' }, 'H6', null, 'open', 'open'],
];

describe.each(CASES)('%s of %j', (check, given, cell, adoptable, afterRun, afterConsent) => {
  const snapshot = formOf(given);
  const before = at(reviewed(snapshot), check);

  it(`is open at ${cell}, and ${String(adoptable)} can be adopted`, () => {
    expect({ ...before, cell: cellName(before.cell) }).toMatchObject({
      cell,
      adoptable,
      status: 'open',
      reason: null,
      score: null,
      table: 0,
    });
  });

  it.each([
    ['a run', {}, afterRun],
    ['a run that replaces scores', { overwriteScores: true }, afterConsent],
    [
      'adopting it',
      { adopt: new Set([`附表!${cell}`]) },
      adoptable === null ? afterRun : afterConsent,
    ],
  ] as const)('is after %s what was foretold: %#', (_, options, status) => {
    expect(at(reviewed(snapshot, options, 'planned'), check).status).toBe(status);
    const after = written(snapshot, options);
    expect(at(reviewed(after), check).status).toBe(status);
    expect(at(reviewed(after, {}, 'planned'), check).status).toBe(status);
  });

  it('is set aside with a reason, which goes before a score of ours', () => {
    const waivers = [{ check, sheet: '附表', cell, reason: '已请示' }];
    const waived = { status: 'waived', reason: '已请示', score: null, adoptable: null };
    const chosen = { waivers, overwriteScores: true };
    expect(at(reviewed(snapshot, { waivers }), check)).toMatchObject(waived);
    expect(at(reviewed(written(snapshot, chosen)), check)).toMatchObject(waived);
    const others = reviewed(snapshot, { waivers }).filter((one) => one.status === 'waived');
    expect(others.every((one) => cellName(one.cell) === cell)).toBe(true);
  });
});

it('the adopted value is what adopting writes, a total among rows that stay as they are', () => {
  const snapshot = formOf({ score: 45, total: 90 });
  const { adoptable } = at(reviewed(snapshot), 'score-total');
  const after = written(snapshot, { adopt: new Set(['附表!G8']) });
  expect(adoptable).toBe(99);
  expect(after.sheets[0]?.values[7]?.[6]).toBe(99);
});

it('a score a person has changed since settles nothing', () => {
  const after = written(formOf({ score: null }));
  const edited: Snapshot = {
    ...after,
    sheets: after.sheets.map((sheet) =>
      sheet.name === '附表'
        ? {
            ...sheet,
            values: sheet.values.map((row, index) =>
              index === 5 ? row.map((value, column) => (column === 6 ? '不知道' : value)) : row,
            ),
          }
        : sheet,
    ),
  };
  expect(at(reviewed(edited), 'score-missing')).toMatchObject({ status: 'open', adoptable: 40.5 });
});

it('what a written reason answers asks for one while it is open', () => {
  const findings = reviewed(formOf({ score: 30, actual: '10个', reason: '' }));
  expect(at(findings, 'met-not-full').asksReason).toBe(true);
  expect(findings.filter(({ asksReason }) => asksReason).map(({ check }) => check)).toEqual([
    'met-not-full',
  ]);
});

it('open findings alone are counted', () => {
  const snapshot = formOf({ score: null, reason: '' });
  const open = openCounts(reviewed(snapshot));
  const after = openCounts(reviewed(written(snapshot)));
  expect(after).toEqual({ ...open, error: open.error - 1 });
});

test('of a finding of several cells, what is settled is no longer spoken of', () => {
  const form = snapshotOf({
    name: '附表',
    rows: [
      ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分'],
      ['产出指标', '数量指标', '修建水池', '≥10个', '10个', 60, null],
      ['效益指标', '社会效益指标', '受益村庄', '有所改善', '有所改善', 40, null],
    ],
  });
  const before = at(reviewed(form), 'score-missing');
  expect(before).toMatchObject({ points: 100, status: 'open' });
  expect(before.cells.map(cellName)).toEqual(['G2', 'G3']);
  const after = at(reviewed(written(form)), 'score-missing');
  expect([after.status, cellName(after.cell), after.cells.map(cellName)]).toEqual([
    'open',
    'G3',
    ['G3'],
  ]);
});
