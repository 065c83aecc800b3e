import { projectRows } from '../../src/report/cross-project';
import { finding, tableResult, workbookResult } from './fixtures';

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
    const rows = projectRows([
      { path: 'a.xlsx', result: workbookResult([first]) },
      { path: 'b.xlsx', result: workbookResult([]) },
      { path: 'c.xlsx', result: workbookResult([tableResult([], {}, { budget: null }), first]) },
    ]);
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
