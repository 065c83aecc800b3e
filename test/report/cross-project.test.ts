import {
  groupTotal,
  projectGroups,
  projectRows,
  type ProjectRow,
} from '../../src/report/cross-project';
import { fileJson } from '../../src/report/result-json';
import { finding, reviewed, tableResult, workbookResult } from './fixtures';

describe('projectRows', () => {
  it('gives one numbered line per table, over all workbooks', () => {
    const first = tableResult(
      [
        { name: '甲', status: 'unmet' },
        { name: '乙', status: 'over' },
        { name: '乙之一', status: 'unscored', parent: 1 },
        { name: '丙', status: 'judged' },
      ],
      { findings: [finding({ severity: 'error' }), finding()] },
    );
    const results = [
      ['a.xlsx', workbookResult([first])],
      ['b.xlsx', workbookResult([])],
      ['c.xlsx', workbookResult([tableResult([], {}, { budget: null }), first])],
    ] as const;
    const rows: ProjectRow[] = [];
    for (const [path, result] of results) {
      const file = fileJson(path, 'xlsx', result, reviewed(result), { workbook: null });
      rows.push(...projectRows(file, rows.length));
    }
    expect(rows.map(({ number, path }) => [number, path])).toEqual([
      [1, 'a.xlsx'],
      [2, 'c.xlsx'],
      [3, 'c.xlsx'],
    ]);
    expect(rows[0]).toEqual({
      number: 1,
      path: 'a.xlsx',
      sheet: '附表',
      year: 2023,
      project: '基层培训经费',
      department: '某市司法局',
      unit: null,
      currency: '万元',
      initial: 40,
      adjusted: 43.2,
      executed: 37.24,
      rate: 0.862,
      indicators: 3,
      met: 1,
      unmet: 1,
      weight: 100,
      filledScore: 96,
      score: 95.62,
      difference: 0.38,
      grade: '优',
      deviations: ['甲'],
      errors: 1,
      warnings: 1,
    });
    expect(rows[1]?.executed).toBeNull();
  });
});

describe('projectGroups', () => {
  const file = fileJson('a/1.xlsx', 'xlsx', workbookResult([tableResult([])]), [], {
    workbook: null,
  });
  const [row] = projectRows(file, 0);
  const rows = (['甲局', null, '甲局'] as const).map((department, index): ProjectRow => ({
    ...(row as ProjectRow),
    department,
    path: `${index % 2}/x.xlsx`,
  }));
  const sizes = (grouping: 'none' | 'department' | 'folder') =>
    projectGroups(rows, grouping).map(({ name, rows: members }) => [name, members.length]);

  it.each([
    ['none', [[null, 3]]],
    [
      'department',
      [
        ['甲局', 2],
        [null, 1],
      ],
    ],
    [
      'folder',
      [
        ['0', 2],
        ['1', 1],
      ],
    ],
  ] as const)('puts projects together by %s', (grouping, expected) => {
    expect(sizes(grouping)).toEqual(expected);
  });

  it('adds up amounts only where all projects say theirs, in one currency', () => {
    const group = { name: '甲局', rows };
    expect(groupTotal(group)).toMatchObject({
      number: null,
      currency: '万元',
      initial: 120,
      adjusted: 129.6,
      executed: 111.72,
      rate: 0.862,
      score: null,
    });
    const [first, second] = rows as [ProjectRow, ProjectRow];
    const mixed = [first, { ...second, currency: '元' as const }];
    expect(groupTotal({ name: null, rows: mixed })).toMatchObject({
      currency: null,
      initial: null,
    });
    const missing = [first, { ...second, executed: null }];
    expect(groupTotal({ name: null, rows: missing })).toMatchObject({
      initial: 80,
      executed: null,
      rate: null,
    });
  });
});
