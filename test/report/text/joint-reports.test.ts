import fc from 'fast-check';
import type { TableResult } from '../../../src/model/score';
import { message } from '../../../src/texts/message';
import { chooseTables } from '../../../src/report/text/against/choose-table';
import { readReport } from '../../../src/report/text/read-report';
import { verifyAgainst } from '../../../src/report/text/verify-report';
import '../../support/property-seed';
import { fundsRow, sourced, tableResult } from '../fixtures';

const loud = (text: string, tables: readonly TableResult[] = []): string[] =>
  verifyAgainst(readReport(text), tables)
    .findings.filter(({ severity }) => severity !== 'info')
    .map(({ id, found, expected }) => `${id} ${String(found)}|${String(expected)}`);

interface Project {
  readonly name: string;
  readonly budget: number;
  readonly spent: number;
  readonly rate: string;
  readonly score: number;
  readonly lost: number;
}

const NAMES =
  '乡镇卫生院能力提升 防震减灾宣传 农村公路养护项目 城乡低保补助资金 校舍维修 机井改造 图书馆免费开放'.split(
    ' ',
  );

const project = fc
  .record({
    budget: fc.integer({ min: 100, max: 3000 }),
    left: fc.integer({ min: 0, max: 9 }),
    lost: fc.integer({ min: 1, max: 190 }),
  })
  .map(({ budget, left, lost }) => {
    const spent = Math.round(budget * (1 - left / 100));
    return {
      budget,
      spent,
      rate: ((spent / budget) * 100).toFixed(2),
      score: Number((100 - lost / 10).toFixed(1)),
      lost: lost / 10,
    };
  });
const projects = fc
  .tuple(
    fc.shuffledSubarray(NAMES, { minLength: 2, maxLength: 4 }),
    fc.array(project, { minLength: 4, maxLength: 4 }),
  )
  .map(([names, all]) =>
    names.flatMap((name, at): Project[] => (all[at] ? [{ name, ...all[at] }] : [])),
  );

const COUNT = '一二三四五六七八九';
const chapter = (at: number): string => `${COUNT.charAt(at)}、`;
const section = (at: number): string => `（${COUNT.charAt(at)}）`;
const funds = ({ budget, spent, rate }: Project): string =>
  `预算${String(budget)}万元，支出${String(spent)}万元，执行率${rate}%`;
const points = ({ score, lost }: Project): string =>
  `自评得分${String(score)}分，共扣${String(lost)}分，等级为${score >= 90 ? '优' : '良'}`;
const listed = (all: readonly Project[], tell: (one: Project) => string): string[] =>
  all.flatMap((one, at) => [`${section(at)}${one.name}`, `${tell(one)}。`]);

/** Reports over several projects, as units write them: what each of the projects has, and where. */
const SHAPES: Readonly<Record<string, (all: readonly Project[]) => readonly string[]>> = {
  'each section over all': (all) => [
    '一、资金执行情况',
    ...listed(all, funds),
    '二、自评结论',
    ...listed(all, points),
  ],
  'a section each': (all) => [
    '一、部门概况',
    '县农业农村局编制45人。',
    '二、各项目自评情况',
    ...listed(all, (one) => `${funds(one)}。${points(one)}`),
  ],
  'numbered items': (all) => [
    '一、项目自评情况',
    ...all.map((one, at) => `${String(at + 1)}.${one.name}${funds(one)}，${points(one)}。`),
  ],
  'chapters with the same sections': (all) =>
    all.flatMap((one, at) => [
      `${chapter(at)}${one.name}`,
      '（一）资金投入情况',
      `${funds(one)}。`,
      '（二）绩效目标完成情况',
      `${points(one)}。`,
    ]),
  'chapters of one section': (all) => [
    '一、部门概况',
    '县农业农村局编制45人。',
    ...all.flatMap((one, at) => [
      `${chapter(at + 1)}${one.name}`,
      `${funds(one)}。${points(one)}。`,
    ]),
  ],
};
/** The form of a project, and that of the unit where there is none. */
const formOf = (
  { budget, spent, score }: Pick<Project, 'budget' | 'spent' | 'score'>,
  name: string | null,
): TableResult => {
  const rate = Number((spent / budget).toFixed(4));
  return tableResult(
    [],
    {
      totals: {
        weight: 100,
        score,
        filledScore: score,
        printedWeight: 100,
        printedScore: score,
        grade: score >= 90 ? '优' : '良',
      },
      budget: {
        rate,
        score: null,
        weight: null,
        filledRate: rate,
        filledScore: null,
        explanation: message('scoring.no-weight-column'),
      },
    },
    {
      scope: name === null ? 'unit' : 'project',
      project: name === null ? null : sourced(name.replace(/项目$/, ''), 0),
      unit: sourced('县农业农村局', 1),
      department: null,
      year: null,
      goal: { expected: null, achieved: null },
      grade: null,
      budget: {
        range: { top: 0, left: 0, bottom: 1, right: 7 },
        currency: '万元',
        headerRow: 0,
        rows: [fundsRow(1, '年度资金总额', [budget, budget, spent, 10, rate, 10], true)],
        headerCells: {},
      },
    },
  );
};
const WHOLE = { budget: 8000, spent: 7840, score: 96.7 };
/** A report on the unit and its projects. */
const ofUnit = (lines: readonly string[]): string =>
  [
    '县农业农村局2023年度部门整体支出绩效自评报告',
    ...lines,
    `${chapter(lines.filter((line) => /^[一二三四五六七八九]、/.test(line)).length)}部门整体自评结论`,
    '全年预算数8000万元，全年执行数7840万元，执行率98%。部门整体自评得分96.7分，等级为优。',
  ].join('\n');

const report = (lines: readonly string[]): string =>
  ['县农业农村局2023年度项目绩效自评报告', ...lines].join('\n');
const isOfProject = (finding: string): boolean => !finding.startsWith('heading-missing');

describe.each(Object.entries(SHAPES))('a report over several projects: %s', (_, shape) => {
  it('holds no figure of one against that of another', () => {
    fc.assert(
      fc.property(projects, (all) => {
        expect(loud(report(shape(all))).filter(isOfProject)).toEqual([]);
      }),
    );
  });

  it('holds each table against what is told of its project, one alone and all with the unit’s', () => {
    fc.assert(
      fc.property(projects, fc.nat(), (all, which) => {
        const forms = all.map((one) => formOf(one, one.name));
        const at = which % all.length;
        const [own, form] = [all[at], forms[at]];
        if (!own || !form) return;
        expect(loud(report(shape(all)), [form]).filter(isOfProject)).toEqual([]);
        const whole = [formOf(WHOLE, null), ...forms];
        const text = ofUnit(shape(all));
        const about = chooseTables(readReport(text), whole, null);
        expect(about).toEqual(whole);
        expect(loud(text, about).filter(isOfProject)).toEqual([]);
        expect(loud(text, [formOf(WHOLE, null)]).filter(isOfProject)).toEqual([]);
        const other = formOf({ ...own, spent: own.spent + 13 }, own.name);
        const wrong = `spending-differs ${String(own.spent)}|${String(own.spent + 13)}`;
        expect(loud(report(shape(all)), [other])).toContain(wrong);
        expect(
          loud(
            text,
            whole.map((one, index) => (index === at + 1 ? other : one)),
          ),
        ).toContain(wrong);
        expect(loud(text, [formOf({ ...WHOLE, score: 97.6 }, null), ...forms])).toContain(
          'total-differs 96.7|97.6',
        );
      }),
      { numRuns: 20 },
    );
  });

  it('has what is wrong in one of them found', () => {
    fc.assert(
      fc.property(projects, fc.nat(), (all, which) => {
        const at = which % all.length;
        const off = (change: Partial<Project>): string =>
          report(shape(all.map((one, index) => (index === at ? { ...one, ...change } : one))));
        const own = all[at];
        if (!own) return;
        const lost = Number((own.lost + 0.7).toFixed(1));
        expect(loud(off({ lost }))).toContain(
          `score-deduction ${String(lost)}|${String(own.lost)}`,
        );
        const told = loud(off({ spent: own.spent - 11 })).map((one) => one.split(' ')[0]);
        expect(told).toContain('share-not-ratio');
      }),
    );
  });
});

test('what is told of the whole unit is not that of its projects, and is held against itself', () => {
  const text = (last: string): string =>
    report([
      '一、资金情况',
      '全年预算数1638.5万元，全年执行数1589.3万元，执行率97%。',
      '二、项目自评情况',
      '（一）乡镇卫生院能力提升',
      '预算680万元，支出673.2万元，执行率99%。自评得分99.9分。',
      '（二）防震减灾宣传',
      '预算20万元，支出19.6万元，执行率98%。自评得分99.8分。',
      '三、部门整体自评结论',
      `部门整体执行率${last}%，自评得分96.7分，等级为优。`,
    ]);
  expect(loud(text('97')).filter(isOfProject)).toEqual([]);
  expect(loud(text('79'))).toContain('two-denominators 79%|97%');
});
