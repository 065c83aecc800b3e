import fc from 'fast-check';
import { checkOf, CHECKS } from '../../src/checks/registry';
import { evaluate } from '../../src/engine/evaluate';
import { findingList } from '../../src/engine/finding-list';
import { DEFAULT_OPTIONS } from '../../src/engine/options';
import { review } from '../../src/engine/review';
import { SEVERITIES, type FindingEntry, type ReviewedFinding } from '../../src/model/finding';
import { cellName, parseCellName, type CellRef } from '../../src/model/grid';
import type { CheckId } from '../../src/model/check-id';
import { CHINESE } from '../../src/report/chinese';
import { entryText } from '../../src/report/entry-text';
import type { CellValue } from '../../src/model/snapshot';
import { render } from '../../src/texts/catalogue';
import { message } from '../../src/texts/message';
import { snapshotOf } from '../support/snapshot-of';

const found = (
  check: CheckId,
  at: string,
  more: Partial<ReviewedFinding> = {},
): ReviewedFinding => ({
  check,
  code: 'JX100',
  severity: 'warning',
  sheet: '附表',
  cell: parseCellName(at) ?? { row: 0, column: 0 },
  cells: [parseCellName(at) ?? { row: 0, column: 0 }],
  points: null,
  variant: 'plain',
  message: message(`check.${check}.message`, { name: at }),
  fix: message(`check.${check}.fix`),
  expected: null,
  found: null,
  table: 0,
  subject: '',
  status: 'open',
  reason: null,
  score: null,
  adoptable: null,
  asksReason: false,
  ...more,
});

const at = (...names: string[]): CellRef[] =>
  names.map((name) => parseCellName(name) ?? { row: 0, column: 0 });

const line = ({ lead, cells, findings }: FindingEntry): string =>
  [lead.check, cells.map(cellName).join(' '), findings.length].join(' ');

const lines = (...findings: ReviewedFinding[]): string[] => findingList(findings).map(line);

describe('findingList', () => {
  it('tells what one check says in many places in one line', () => {
    const blank = Array.from({ length: 28 }, (_, row) => found('score-missing', `G${row + 5}`));
    expect(findingList(blank).map(({ cells }) => cells.length)).toEqual([28]);
  });

  it('keeps two tables and two fates apart', () => {
    expect(
      lines(
        found('score-missing', 'G5'),
        found('score-missing', 'G6', { table: 1 }),
        found('score-missing', 'G7', { status: 'filled' }),
      ),
    ).toEqual(['score-missing G5 1', 'score-missing G6 1', 'score-missing G7 1']);
  });

  it.each<[string, ReviewedFinding[], string[]]>([
    [
      'full marks for a missed target and its reason',
      [
        found('reason-missing', 'H7'),
        found('unmet-full-score', 'G7'),
        found('reason-missing', 'H9'),
      ],
      ['unmet-full-score G7 2', 'reason-missing H9 1'],
    ],
    [
      'a copy of the targets and the bounds copied',
      [
        found('actual-is-bound', 'E7'),
        found('copied-actual', 'E4'),
        found('actual-is-bound', 'E8'),
      ],
      ['copied-actual E4 3'],
    ],
    [
      'a row that nobody filled in',
      [found('target-missing', 'D7'), found('actual-missing', 'E7'), found('score-missing', 'G7')],
      ['actual-missing E7 3'],
    ],
    [
      'a form that nobody filled in, its funds included',
      [
        found('score-missing', 'H5', { cells: at('H5', 'H7', 'H8'), points: 100 }),
        found('actual-missing', 'E7', { cells: at('E7', 'E8'), points: 90 }),
      ],
      ['actual-missing E7 E8 2'],
    ],
    [
      'a funds score without the amount it comes from',
      [found('result-without-input', 'F6'), found('score-missing', 'I6', { points: 10 })],
      ['result-without-input F6 2'],
    ],
    [
      'weights and scores that are off by the same',
      [
        found('score-total', 'G9', { expected: 110, found: 100 }),
        found('weight-total', 'D9', { expected: 100, found: 110 }),
      ],
      ['weight-total D9 2'],
    ],
    [
      'full marks everywhere, of which one is wrong',
      [found('all-full', 'G9'), found('unmet-full-score', 'G7')],
      ['unmet-full-score G7 2'],
    ],
  ])('tells in one line %s', (_, findings, expected) => {
    expect(lines(...findings)).toEqual(expected);
  });

  it('keeps apart a total that is off otherwise than the weights', () => {
    expect(
      lines(
        found('score-total', 'G9', { expected: 98, found: 96 }),
        found('weight-total', 'D9', { expected: 100, found: 110 }),
      ),
    ).toEqual(['weight-total D9 1', 'score-total G9 1']);
  });

  it('tells a total that lacks scores in the line of what is blank, and that in its own leader’s', () => {
    const open = found('score-total', 'G9', { variant: 'open' });
    const blank = found('score-missing', 'G7');
    expect(lines(open, blank, found('weight-total', 'F9'))).toEqual([
      'score-missing G7 2',
      'weight-total F9 1',
    ]);
    expect(lines(open, blank, found('actual-missing', 'E7'))).toEqual(['actual-missing E7 3']);
    expect(lines(open)).toEqual(['score-total G9 1']);
  });

  it('counts the points of a cause once, though two checks tell it', () => {
    const [entry] = findingList([
      found('score-missing', 'H5', { cells: at('H5', 'H7', 'H8'), points: 100 }),
      found('actual-missing', 'E7', { cells: at('E7', 'E8'), points: 90 }),
    ]);
    expect(entry?.points).toBe(100);
  });

  it('puts the most points first, then the gravest, then the topmost', () => {
    const full = (at: string, expected: number): ReviewedFinding =>
      found('score-over-weight', at, { table: Number(at.slice(1)), points: 20 - expected });
    expect(
      lines(
        found('level-split', 'A3', { severity: 'info' }),
        found('goal-not-stated', 'B4'),
        full('G9', 18),
        full('G8', 5),
        found('goal-not-stated', 'B2', { table: 1 }),
      ),
    ).toEqual([
      'score-over-weight G8 1',
      'score-over-weight G9 1',
      'goal-not-stated B2 1',
      'goal-not-stated B4 1',
      'level-split A3 1',
    ]);
  });

  it('keeps what concerns one row side by side', () => {
    expect(
      lines(
        found('class-mismatch', 'C7', { severity: 'info' }),
        found('kind-mismatch', 'E8'),
        found('score-over-weight', 'G7', { points: 10 }),
      ),
    ).toEqual(['score-over-weight G7 1', 'class-mismatch C7 1', 'kind-mismatch E8 1']);
  });

  const finding = fc
    .record({
      check: fc.constantFrom(...CHECKS.map(({ id }) => id)),
      row: fc.integer({ min: 1, max: 6 }),
      column: fc.constantFrom('A', 'D', 'E', 'G'),
      severity: fc.constantFrom(...SEVERITIES),
      status: fc.constantFrom('open' as const, 'waived' as const),
      variant: fc.constantFrom('plain', 'open', 'blank'),
      table: fc.integer({ min: 0, max: 1 }),
      points: fc.option(fc.integer({ min: 0, max: 20 }), { nil: null }),
    })
    .map(({ check, row, column, table, ...more }) =>
      found(check, `${column}${row + table * 10}`, { ...more, table }),
    );
  const findings = fc.uniqueArray(finding, {
    maxLength: 30,
    selector: ({ check, cell }) => `${check} ${cellName(cell)}`,
  });

  it('tells every finding once, in whatever order they come', () => {
    fc.assert(
      fc.property(findings, fc.infiniteStream(fc.double({ min: 0, max: 1 })), (all, dice) => {
        const list = findingList(all);
        const told = list.flatMap((entry) => entry.findings);
        expect(told).toHaveLength(all.length);
        expect(new Set(told)).toEqual(new Set(all));
        const shuffled = all
          .map((one) => ({ one, at: dice.next().value as number }))
          .sort((a, b) => a.at - b.at)
          .map(({ one }) => one);
        expect(findingList(shuffled).map(({ key }) => key)).toEqual(list.map(({ key }) => key));
        expect(new Set(list.map(({ key }) => key)).size).toBe(list.length);
      }),
    );
  });

  it('puts open lines first and never a row with fewer points before one with more', () => {
    fc.assert(
      fc.property(findings, (all) => {
        const list = findingList(all);
        const open = list.map(({ status }) => status === 'open');
        expect(open).toEqual([...open].sort((a, b) => Number(b) - Number(a)));
        const rowOf = ({ findings: own, key }: FindingEntry): string => {
          const rows = new Set(own.map(({ cell }) => cell.row));
          return rows.size === 1 ? String([...rows][0]) : key;
        };
        const heads = list.filter(
          (entry, at) => at === 0 || rowOf(entry) !== rowOf(list[at - 1] ?? entry),
        );
        for (const side of ['open', 'waived']) {
          const points = heads
            .filter(({ status }) => status === side)
            .map((entry) => entry.points ?? 0);
          expect(points).toEqual([...points].sort((a, b) => b - a));
        }
      }),
    );
  });
});

describe('toldWith', () => {
  it('never comes back to where it began', () => {
    const leadersOf = (id: CheckId): readonly CheckId[] => {
      const {
        onRow = [],
        inTable = [],
        sameGap = [],
        sameSlip = [],
        of = {},
      } = checkOf(id).toldWith;
      const ofOne = Object.values(of).flatMap((one) => [
        ...(one?.onRow ?? []),
        ...(one?.inTable ?? []),
      ]);
      return [...onRow, ...inTable, ...sameGap, ...sameSlip, ...ofOne];
    };
    const all = (id: CheckId, on: readonly CheckId[] = []): CheckId[] =>
      leadersOf(id).flatMap((leader) =>
        on.includes(leader) ? [leader] : [leader, ...all(leader, [...on, leader])],
      );
    expect(CHECKS.map(({ id }) => id).filter((id) => all(id).includes(id))).toEqual([]);
  });
});

describe('the lines of a form', () => {
  const HEAD = ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分'];
  type Line = readonly CellValue[];
  const linesOf = (funds: Line, rows: readonly Line[], total: Line): string[] => {
    const snapshot = snapshotOf([
      {
        name: '附表',
        rows: [
          ['项目支出绩效自评表（2023年度）'],
          ['项目资金（万元）', '年初预算数', '全年预算数', '全年执行数', '分值', '执行率', '得分'],
          ['年度资金总额', ...funds],
          HEAD,
          ...rows.map((row) => [...row]),
          ['总分', null, null, null, null, ...total],
        ],
      },
    ]);
    const result = evaluate(snapshot, DEFAULT_OPTIONS);
    return findingList(review(snapshot, result, DEFAULT_OPTIONS))
      .filter(({ severity }) => severity !== 'info')
      .map(({ findings }) => findings.map(({ check, cell }) => `${check} ${cellName(cell)}`))
      .map((told) => told.sort().join(', '));
  };
  const RIGHT: Line = [100, 100, 98, 10, 0.98, 9.8];
  const row = (name: string, weight: CellValue, score: CellValue): Line => [
    ...['产出指标', '数量指标', name, '≥10个', '11个'],
    weight,
    score,
  ];
  const benefit: Line = ['效益指标', '社会效益指标', '受益村数', '≥20个', '21个', 40, 40];

  it.each<[string, Line, readonly Line[], Line, string[]]>([
    [
      'rows without a weight: both sums lack them',
      RIGHT,
      [row('修建水池', 25, 25), row('维修水渠', null, null), benefit],
      [100, 99.8],
      ['score-total G8, weight-invalid F6, weight-total F8'],
    ],
    [
      'a row without a score, and the total that counts it otherwise',
      RIGHT,
      [row('修建水池', 25, 25), row('维修水渠', 25, null), benefit],
      [100, 90],
      ['score-missing G6, score-total G8'],
    ],
    [
      'a budget with a digit lost: rate, overspending and the change rest on it',
      [100, 10, 98, 10, 0.98, 9.8],
      [row('修建水池', 25, 25), row('维修水渠', 25, 25), benefit],
      [100, 99.8],
      ['budget-adjusted C3, execution-rate F3, overspent D3'],
    ],
    [
      'two mistakes of the funds that do not rest on one amount',
      [60, 100, 98, 10, 0.88, 9.8],
      [row('修建水池', 25, 25), row('维修水渠', 25, 25), benefit],
      [100, 99.8],
      ['execution-rate F3', 'budget-adjusted C3'],
    ],
    [
      'an amount spent that got a digit too many: the rate is of the right one',
      [100, 100, 980, 10, 0.98, 9.8],
      [row('修建水池', 25, 25), row('维修水渠', 25, 25), benefit],
      [100, 99.8],
      ['execution-rate F3, overspent D3'],
    ],
    [
      'the budget of another form beside the rate of the first one',
      [120, 90, 108, 10, 0.9, 9],
      [row('修建水池', 25, 25), row('维修水渠', 25, 25), benefit],
      [100, 99],
      ['budget-adjusted C3, execution-rate F3, overspent D3'],
    ],
    [
      'neither a rate that nothing bears out nor a change: each is a mistake of its own',
      [60, 100, 105, 10, 0.95, 10],
      [row('修建水池', 25, 25), row('维修水渠', 25, 25), benefit],
      [100, 100],
      ['execution-rate F3', 'budget-adjusted C3', 'overspent D3'],
    ],
  ])('tells in one line %s', (_, funds, rows, total, expected) => {
    expect(linesOf(funds, rows, total)).toEqual(expected);
  });

  /** A figure of two places that is no tenth or hundredth of another by the way. */
  const amount = fc.integer({ min: 2_001, max: 99_999 }).map((cents) => cents / 100);
  const share = (low: number, high: number): fc.Arbitrary<number> =>
    fc.integer({ min: low * 1_000, max: high * 1_000 }).map((thousandths) => thousandths / 1_000);
  const rounded = (value: number, places: number): number => Number(value.toFixed(places));

  it('never tells two mistakes of the funds in one line that were made one without the other', () => {
    const planted = fc.record({
      budget: amount,
      changed: fc.option(fc.oneof(share(0.3, 0.85), share(1.15, 3)), { nil: null }),
      spent: fc.oneof(share(0.95, 0.99), share(1.01, 1.09)),
      rate: fc.option(share(0.01, 0.4), { nil: null }),
    });
    fc.assert(
      fc.property(planted, ({ budget, changed, spent, rate }) => {
        const initial = rounded(budget / (changed ?? 1), 2);
        const executed = rounded(budget * spent, 2);
        const right = executed / budget;
        // A rate of a kind that no amount of the row gives.
        const printed = rounded(rate === null ? right : right - rate, 4);
        fc.pre(Math.abs(printed - executed / initial) > 0.001);
        const score = rounded(10 * Math.min(1, Math.max(0, printed)), 2);
        const told = linesOf(
          [initial, budget, executed, 10, printed, score],
          [row('修建水池', 25, 25), row('维修水渠', 25, 25), benefit],
          [100, rounded(90 + score, 2)],
        );
        const funds = [
          ...(changed === null ? [] : ['budget-adjusted C3']),
          ...(rate === null ? [] : ['execution-rate F3']),
          ...(spent > 1 ? ['overspent D3'] : []),
        ];
        expect(told.filter((line) => / [A-F]3$/.test(line)).sort()).toEqual(funds);
      }),
    );
  });
});

describe('entryText', () => {
  const told = (...findings: ReviewedFinding[]) =>
    findingList(findings).map((entry) => entryText(entry, CHINESE));

  it('says a single finding as the check does', () => {
    expect(
      told(
        found('copied-actual', 'E4', {
          message: message('check.copied-actual.message', { count: 8 }),
        }),
      ),
    ).toEqual([
      {
        place: 'E4',
        problem: '8 个定量指标的实际完成值都与年度指标值一字不差。',
        fix: '请逐项填写实际统计的数；确实完全一致的，请备好佐证材料。',
        subject: '',
      },
    ]);
  });

  it('names the cells of several, and counts what is more than six', () => {
    const texts = Array.from({ length: 8 }, (_, at) => found('number-as-text', `G${at + 5}`));
    expect(told(...texts)[0]).toMatchObject({
      place: 'G5 等 8 格',
      problem: '数字存成了文本：8 格（G5、G6、G7、G8、G9、G10 等）。',
      fix: '请把单元格转换为数字后再求和。',
    });
  });

  it('says what to do cell by cell where it differs, and what else has the same cause', () => {
    const over = (at: string, expected: number): ReviewedFinding =>
      found('unmet-full-score', at, {
        fix: message('check.execution-score.fix', { expected }),
        expected,
      });
    const [first] = told(over('G5', 8), over('G6', 9), found('reason-missing', 'H6'));
    expect(first?.fix).toBe(
      'G5：请把得分改为 8。\nG6：请把得分改为 9。\nH6：请在偏差原因一栏写明原因和改进措施，不要只写“无”。',
    );
    expect(first?.problem).toContain('同时：偏差原因未填。');
  });

  const pairs = CHECKS.flatMap(({ id, toldWith: { onRow = [], remains } }) =>
    onRow.map((leader) => [id, leader, remains === true] as const),
  );

  it.each(pairs)(
    'of %s told with %s says both advices where the second does not do',
    (id, leader, remains) => {
      const [first] = told(found(leader, 'E7'), found(id, 'H7'));
      expect(first?.place).toBe('E7');
      const own = render(message(`check.${id}.fix`), CHINESE);
      expect(first?.fix?.includes(`H7：${own}`)).toBe(remains);
    },
  );

  it('says once what is to be done with several cells alike', () => {
    const blank = (at: string, advice: string): ReviewedFinding =>
      found('score-missing', at, { fix: message(`check.score-missing.fix${advice}`) });
    const [first] = told(blank('G5', ''), blank('G6', '.computed'), blank('G7', ''));
    expect(first?.fix).toBe(
      'G5、G7：请填写得分；表上有评分标准的，按标准评。\nG6：请填写得分，可以填入算出的得分。',
    );
  });
});
