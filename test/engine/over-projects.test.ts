import fc from 'fast-check';
import { evaluate } from '../../src/engine/evaluate';
import { DEFAULT_OPTIONS } from '../../src/engine/options';
import { findingsOverProjects, scoredProjects } from '../../src/engine/over-projects';
import type { CellValue } from '../../src/model/snapshot';
import { snapshotOf } from '../support/snapshot-of';

interface Project {
  readonly name: string;
  readonly goal: string;
  /** Name, target, actual, weight, score. */
  readonly rows: readonly (readonly [string, string, string, number, number])[];
}

function workbookOf({ name, goal, rows }: Project, index: number) {
  const sheet: CellValue[][] = [
    ['项目支出绩效自评表'],
    ['项目名称', name],
    ['年度总体目标', goal],
    ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分'],
    ...rows.map((row) => ['产出指标', '数量指标', ...row]),
    ['总分', null, null, null, null, 100, rows.reduce((all, row) => all + row[4], 0)],
  ];
  const snapshot = snapshotOf({ name: '附表', rows: sheet });
  return { path: `${String(index)}.xlsx`, result: evaluate(snapshot, DEFAULT_OPTIONS) };
}

const overProjects = (projects: readonly Project[]) =>
  findingsOverProjects(scoredProjects(projects.map(workbookOf)));

const said = (projects: readonly Project[]) =>
  overProjects(projects).map(({ check, variant, places }) => [
    check,
    variant,
    ...places.map(({ path }) => path),
  ]);

const THINGS = ['道路', '桥梁', '水渠', '校舍', '路灯', '公园', '机房', '食堂', '展厅', '船闸'];
const own = (thing: string, score = 90): Project => ({
  name: `${thing}修缮${thing}养护`,
  goal: `把全县的${thing}都修好养好，${thing}完好率不低于百分之九十。`,
  rows: [
    [`修缮${thing}`, '≥12处', '12处', 40, 40],
    [`养护${thing}`, '≥30处', '30处', 30, 30],
    ['群众满意度', '≥90%', '92%', 30, score - 70],
  ],
});

test('projects of their own are not spoken of, however many', () => {
  expect(said(THINGS.map((thing) => own(thing)))).toEqual([]);
});

test('of many alike in two rows nothing is said, for it is the habit of the unit', () => {
  const projects = THINGS.map((thing) => ({
    ...own(thing),
    rows: [
      ['开展检查', '≥12次', '12次', 40, 40],
      ['印发资料', '≥500份', '500份', 30, 30],
      ['群众满意度', '≥90%', '92%', 30, 20],
    ] as const,
  }));
  expect(said(projects)).toEqual([]);
});

test('the same project once more, of another year, is no copy', () => {
  const project = own('道路');
  expect(said([project, { ...project, name: `2023年度${project.name}` }])).toEqual([]);
});

test('a finding tells its workbook and every place, and has the shape of any other', () => {
  const [finding] = overProjects(THINGS.slice(0, 3).map((thing) => own(thing, 100)));
  expect(finding).toMatchObject({
    check: 'unit-all-full',
    code: 'JX501',
    severity: 'info',
    path: '0.xlsx',
    sheet: '附表',
    cell: { row: 7, column: 6 },
    found: 3,
    message: { key: 'check.unit-all-full.message.every', data: { count: 3, full: 3 } },
  });
  expect(finding?.places.map(({ path }) => path)).toEqual(['0.xlsx', '1.xlsx', '2.xlsx']);
  expect(finding?.cells).toHaveLength(1);
});

test('a form not filled to the end is not counted among the full ones', () => {
  const full = THINGS.slice(0, 2).map((thing) => own(thing, 100));
  const begun: Project = { ...own('水渠'), rows: [['修缮水渠', '≥12处', '', 100, 0]] };
  const blank = workbookOf(begun, 2);
  const projects = scoredProjects([...full.map(workbookOf), blank]).map((project, index) =>
    index < 2
      ? project
      : {
          ...project,
          result: {
            ...project.result,
            state: { kind: 'incomplete', weighted: 1, scored: 0 } as const,
          },
        },
  );
  expect(findingsOverProjects(projects)).toEqual([]);
});

test('one copied goal or one copied table among others is found, and only it, wherever it stands', () => {
  fc.assert(
    fc.property(
      fc.shuffledSubarray(THINGS, { minLength: 3 }),
      fc.nat(),
      fc.constantFrom('goal', 'rows', 'name'),
      (things, at, what) => {
        const projects = things.map((thing) => own(thing));
        const [from, ...others] = projects;
        const to = 1 + (at % others.length);
        const target = projects[to];
        if (!from || !target) return;
        projects[to] = {
          ...target,
          ...(what === 'goal' && { goal: from.goal }),
          ...(what === 'rows' && { rows: from.rows }),
          ...(what === 'name' && { goal: `按计划实施${from.name}` }),
        };
        const places = what === 'goal' ? [`${String(to)}.xlsx`, '0.xlsx'] : [`${String(to)}.xlsx`];
        const found = said(projects).map(([check, variant, ...paths]) => [
          check,
          variant,
          ...new Set(paths),
        ]);
        expect(found).toEqual([
          ['copied-between-projects', what === 'goal' ? 'text' : what, ...places],
        ]);
      },
    ),
  );
});
