import { findingList } from '../../src/engine/finding-list';
import { findingsSheet } from '../../src/report/findings-sheet';
import { finding, reviewed, tableResult, workbookResult } from './fixtures';

const at = (row: number, column: number) => ({ row, column });

describe('findingsSheet', () => {
  const findings = reviewed(
    workbookResult([
      tableResult([{ name: '场次' }, { name: '合格率' }], {
        findings: [
          finding({ severity: 'info', cell: at(13, 6), check: 'class-mismatch' }),
          finding({ severity: 'error', cell: at(13, 6), check: 'reason-missing' }),
          finding({ severity: 'error', cell: at(12, 7), check: 'over-achieved' }),
          finding({ severity: 'warning', cell: at(2, 1), check: 'goal-not-stated' }),
          finding({ severity: 'error', cell: at(12, 6), check: 'met-not-full' }),
        ],
      }),
    ]),
  );

  it('puts errors first, keeps a row together, and says the severity in words', () => {
    const sheet = findingsSheet(findingList(findings), '核查清单');
    const lines = sheet.rows.slice(3).map((row) => row.map((cell) => cell?.value ?? null));
    expect(lines.map((line) => [line[0], line[1], line[4], line[5]])).toEqual([
      [1, '错误', 'G13', '场次'],
      [2, '错误', 'H13', '场次'],
      [3, '错误', 'G14', '合格率'],
      [4, '提示', 'G14', '合格率'],
      [5, '警告', 'B3', '基层培训经费'],
    ]);
    expect(sheet.rows[1]?.[0]?.value).toBe('共 5 项：错误 3 项，警告 1 项，提示 1 项。');
    expect(sheet.rows[3]?.[4]?.link).toEqual({ sheet: '附表', cell: at(12, 6) });
    expect(sheet.frozenRows).toBe(3);
  });

  it('shows the reason of a finding that was set aside, and only there', () => {
    const waived = { status: 'waived', reason: '尾款次年支付' } as const;
    const sheet = findingsSheet(
      findingList(
        findings.map((one) => (one.check === 'reason-missing' ? { ...one, ...waived } : one)),
      ),
      '核查清单',
    );
    const handled = sheet.rows.slice(3).map((row) => row[9]?.value ?? null);
    expect(handled).toEqual([null, null, null, null, '尾款次年支付']);
  });

  it('prints on A4 in letters of 9 points at least', () => {
    const { widths } = findingsSheet(findingList(findings), '核查清单');
    // A digit of 宋体 11 is 8 pixels, 6 points; 770 points lie between the margins.
    const points = widths.reduce((sum, width) => sum + (width + 0.71) * 6, 0);
    expect((11 * 770) / points).toBeGreaterThanOrEqual(9);
  });

  it('says so when nothing was found', () => {
    const sheet = findingsSheet([], '核查清单');
    expect(sheet.rows.map((row) => row[0]?.value)).toEqual(['核查清单', '没有发现问题。']);
  });
});
