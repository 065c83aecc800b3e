import fc from 'fast-check';
import { evaluateTable } from '../../src/engine/evaluate';
import type { TableResult } from '../../src/model/score';
import type { CellValue } from '../../src/model/snapshot';
import { profileById } from '../../src/profiles/load-profile';
import { ratio, shareOf, sum } from '../../src/quantity/exact';
import { levelSummaries } from '../../src/report/level-summary';
import { buildOutline, walkOutline } from '../../src/report/outline';
import { outlineTemplate } from '../../src/report/outline-templates';
import { outlineMarkdown } from '../../src/report/outline-markdown';
import { readReport } from '../../src/report/text/read-report';
import { verifyReport } from '../../src/report/text/verify-report';
import { fileJson } from '../../src/report/result-json';
import { summarySheet } from '../../src/report/summary-sheet';
import { onlyTable } from '../support/only-table';
import { evaluate, reader } from './evaluate';
import { workbookResult } from './fixtures';

/** A row of ten points: left out, or with what it has of them. */
interface MadeRow {
  readonly out: boolean;
  readonly score: number;
  /** What a person typed in the 得分 of a row that is left out. */
  readonly typed: 0 | 10 | null;
  /** Whether a row that is left out says why. */
  readonly explained: boolean;
}

const LEVELS = ['产出指标', '产出指标', '产出指标', '效益指标', '效益指标', '效益指标'] as const;
const NAMES = ['采购水泵', '新建机井', '更换闸门', '受益村庄', '带动合作社', '培育示范点'];
const FUNDS = 40;
/** 实际完成值: as many pieces of ten as the row has points. */
const actualOf = ({ out, score }: MadeRow): string => (out ? '不适用' : `${score}个`);

/** 偏差原因: the same for all rows of a kind, as a hurried clerk writes it. */
function reasonOf({ out, score, explained }: MadeRow): string | null {
  if (out) return explained ? '本年没有安排这项任务，不再考核' : null;
  return score === 10 ? null : '设备到货晚，已催供货方补齐';
}

function formOf(made: readonly MadeRow[], funds: number): TableResult {
  const counting = made.filter(({ out }) => !out);
  const full = sum([FUNDS, 10 * counting.length]);
  const points = sum([funds, ...counting.map(({ score }) => score)]);
  const rows: CellValue[][] = made.map((row, at) => [
    LEVELS[at] ?? null,
    LEVELS[at] === '效益指标' ? '社会效益指标' : '数量指标',
    NAMES[at] ?? null,
    '≥10个',
    actualOf(row),
    10,
    row.out ? row.typed : row.score,
    reasonOf(row),
  ]);
  const table = onlyTable({
    rows: [
      [
        '项目资金（万元）',
        null,
        '年初预算数',
        '全年预算数',
        '全年执行数',
        '分值',
        '执行率',
        '得分',
      ],
      [null, '年度资金总额', 40, 40, funds, FUNDS, `${(funds / FUNDS) * 100}%`, funds],
      [
        '一级指标',
        '二级指标',
        '三级指标',
        '年度指标值',
        '实际完成值',
        '分值',
        '得分',
        '偏差原因分析及改进措施',
      ],
      ...rows,
      ['总分', null, null, null, null, 100, shareOf(100, points, full, 2), null],
    ],
  });
  return evaluateTable(table, profileById('research-projects'));
}

const madeRow: fc.Arbitrary<MadeRow> = fc.record({
  out: fc.boolean(),
  score: fc.integer({ min: 1, max: 10 }),
  typed: fc.constantFrom(0, 10, null),
  explained: fc.boolean(),
});
const madeForm = fc.tuple(
  fc.array(madeRow, { minLength: LEVELS.length, maxLength: LEVELS.length }),
  fc.integer({ min: 20, max: FUNDS }),
);

/** The report of the default structure: its paragraphs, and the rows of its table of levels. */
function reportOf(result: TableResult) {
  const template = outlineTemplate('cn-project');
  if (!template) throw new Error('no default template');
  const sections = [...walkOutline(buildOutline(result, template).sections)];
  return {
    text: sections.flatMap(({ paragraphs }) => paragraphs).join('\n'),
    table: sections
      .flatMap(({ tables }) => tables.map(({ rows }) => rows))
      .filter(([heads]) => heads?.[1] === '分值')
      .flat(),
  };
}

/** The lines of the 汇总表: name, 分值, 自评得分; its formulas give what stands in them. */
function summaryOf(result: TableResult) {
  const sheet = summarySheet(workbookResult([result]), '汇总表');
  if (!sheet) throw new Error('no sheet');
  const form = new Map<string, CellValue>();
  for (const { cell, raw } of [
    ...result.table.indicators.flatMap(({ weight, score }) => [weight, score]),
    ...(result.table.budget?.rows ?? []).flatMap(({ initial, adjusted, weight, score }) => [
      initial,
      adjusted,
      weight,
      score,
    ]),
  ].filter((one) => one !== null)) {
    form.set(`${result.table.sheet}!${cell.row},${cell.column}`, raw);
  }
  const read = reader(sheet, form);
  return sheet.rows.flatMap((row) => {
    const [name, weight, score] = row;
    if (typeof name?.value !== 'string' || !weight || !score) return [];
    const [own, points] = [weight, score].map(({ formula, value }) =>
      formula === undefined ? value : evaluate(formula, read),
    );
    expect([own, points]).toEqual([weight.value, score.value]);
    return [[name.value, own, points]];
  });
}

function jsonOf(result: TableResult) {
  const [table] = fileJson('a.xlsx', 'xlsx', workbookResult([result]), [], {
    workbook: null,
  }).tables;
  if (!table) throw new Error('no table');
  return table;
}

test('the levels, what was lost and the total are the same in the report, the summary and JSON, whichever rows are left out', () => {
  fc.assert(
    fc.property(madeForm, ([made, funds]) => {
      const result = formOf(made, funds);
      const counting = made.filter(({ out }) => !out);
      const anyOut = counting.length < made.length;
      const weight = sum([FUNDS, 10 * counting.length]);
      const points = sum([funds, ...counting.map(({ score }) => score)]);
      const total = shareOf(100, points, weight, 2);
      const { text, table } = reportOf(result);
      const summary = summaryOf(result);
      const { totals, indicators } = jsonOf(result);

      expect(totals).toMatchObject({ weight: 100, filledScore: total, score: total });
      for (const level of ['产出指标', '效益指标']) {
        const own = made.filter((row, at) => LEVELS[at] === level && !row.out);
        const whole = own.length === 0 ? null : own.length * 10;
        const score = own.length === 0 ? null : sum(own.map((row) => row.score));
        expect(summary).toEqual(expect.arrayContaining([[level, whole, score]]));
        const told = table.filter(([name]) => name === level).map((row) => row.slice(1, 3));
        const several = table.length > 0;
        expect(told).toEqual(whole === null || !several ? [] : [[`${whole}`, `${score}`]]);
        if (whole === null || score === null) expect(text).not.toContain(`${level}：分值`);
        else {
          const rate = ratio(score * 100, whole, 2);
          expect(text).toContain(`${level}：分值${whole}分，自评得分${score}分，得分率${rate}%`);
        }
      }
      expect(summary).toEqual(expect.arrayContaining([['合计', weight, points]]));
      expect(summary.filter(([name]) => name === '折算后')).toEqual(
        anyOut ? [['折算后', 100, total]] : [],
      );
      if (table.length > 0) {
        expect(table.find(([name]) => name === '合计')?.slice(1, 3)).toEqual([
          `${weight}`,
          `${points}`,
        ]);
        expect(table.filter(([name]) => name === '折算后').map((row) => row.slice(1, 3))).toEqual(
          anyOut ? [['100', `${total}`]] : [],
        );
      }
      const lost = /(折算前)?共扣([\d.]+)分/.exec(text);
      if (lost)
        expect(lost.slice(1)).toEqual([anyOut ? '折算前' : undefined, `${weight - points}`]);
      expect(text).not.toContain('【待补充：实际完成值】');
      indicators.forEach(({ name, score }, at) => {
        const out = made[at]?.out === true;
        expect(text.includes(`${name}，不适用，10分不计入总分`)).toBe(out);
        if (out) expect(score).toBeNull();
      });
    }),
  );
});

test('the checks of scores beside money see only the rows that count', () => {
  fc.assert(
    fc.property(madeForm, ([made, funds]) => {
      const counting = made.filter(({ out }) => !out);
      const { findings, table } = formOf(made, funds);
      const said = findings.map(({ check }) => check);
      const rowsOut = table.indicators.filter((_, at) => made[at]?.out).map(({ row }) => row);
      expect(findings.filter(({ cell }) => rowsOut.includes(cell.row))).toEqual([]);
      const score = sum(counting.map((row) => row.score));
      const [full, rate] = [counting.length * 10, funds / FUNDS];
      const away = (share: number): boolean => Math.abs(share - rate) > 1e-9;
      if (full > 0 && away(score / full / 0.8)) {
        expect(said.includes('money-ahead')).toBe(score / full < rate * 0.8);
      }
      if (full > 0 && away((score / full) * 0.95)) {
        expect(said.includes('score-rate-gap')).toBe(rate < (score / full) * 0.95);
      }
      const allFull = full > 0 && score === full && funds === FUNDS;
      expect(said.includes('all-full')).toBe(allFull);
    }),
  );
});

test('the report is right when it is held against its own form', () => {
  const template = outlineTemplate('cn-project');
  if (!template) throw new Error('no default template');
  fc.assert(
    fc.property(madeForm, ([made, funds]) => {
      const result = formOf(made, funds);
      const text = outlineMarkdown(buildOutline(result, template)).replace(/<!--[^]*/, '');
      const { findings } = verifyReport(readReport(text), result, 'markdown');
      expect(
        findings.filter(({ severity, id }) => severity !== 'info' && id !== 'placeholder-left'),
      ).toEqual([]);
    }),
    { numRuns: 30 },
  );
});

/** Of 效益指标 one row of three is left out; all else is full but a piece of the first row. */
const oneOut = () =>
  formOf(
    LEVELS.map((_, at) => ({
      out: at === 5,
      score: at === 0 ? 9 : 10,
      typed: null,
      explained: false,
    })),
    FUNDS,
  );

test.each([
  '效益指标设3项，分值30分，得20分，得分率66.67%。',
  '效益指标设2项，分值20分，得20分，得分率100%。',
])('a report may tell of all rows or of those that count: %s', (told) => {
  const text = `项目自评得分98.89分，适用指标得分折算为百分制，共扣1分。${told}`;
  const { findings } = verifyReport(readReport(text), oneOut(), 'text');
  expect(findings.filter(({ id }) => /^(?:level|score)-/.test(id))).toEqual([]);
});

test('a row that has full marks because it does not apply is not asked what was done', () => {
  const { table } = oneOut();
  const profile = { ...profileById('research-projects'), notApplicable: 'full' as const };
  const { text } = reportOf(evaluateTable(table, profile));
  expect(text).toContain('培育示范点，不适用。');
  expect(text).not.toContain('【待补充：实际完成值】');
});

test('a level of which no row counts has no points of its own', () => {
  const row = (out: boolean): MadeRow => ({ out, score: 9, typed: 10, explained: false });
  const made = LEVELS.map((level) => row(level === '效益指标'));
  expect(levelSummaries(formOf(made, FUNDS))).toMatchObject([
    { label: '产出指标', weight: 30, filled: 27, computed: 27, leftOut: 0 },
    { label: '效益指标', weight: null, filled: null, computed: null, leftOut: 3, count: 3 },
  ]);
});
