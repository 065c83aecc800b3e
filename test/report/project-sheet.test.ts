import { unzipSync } from 'fflate';
import { projectGroups, projectRows } from '../../src/report/cross-project';
import { fileJson } from '../../src/report/result-json';
import { projectSheet } from '../../src/report/project-sheet';
import { newWorkbook } from '../../src/xlsx/write/new-workbook';
import { printScale } from '../../src/xlsx/write/page-breaks';
import { TEXTS } from '../support/texts';
import { reviewed, tableResult, workbookResult } from './fixtures';

const result = workbookResult([tableResult([{ name: '场次', weight: 10, filled: 9 }])]);
const FILE = fileJson('甲 & 乙/甲.xlsx', 'xlsx', result, reviewed(result), { workbook: null });
const ROWS = projectRows(FILE, 0);
const FAILED = [{ path: '乙.xlsx', reason: '有密码' }];

describe.each(['zh-CN', 'en'] as const)('the sheet over many workbooks in %s', (language) => {
  const sheet = projectSheet(projectGroups(ROWS, 'none'), {
    texts: TEXTS[language],
    date: '2026-03-02',
    failed: FAILED,
  });

  it('is printed in letters of 8 points at least, without what only its maker needs', () => {
    expect((printScale(sheet, 11) * 11) / 100).toBeGreaterThanOrEqual(8);
    const texts = (row: number) => sheet.rows[row]?.map((one) => one?.value) ?? [];
    const printed = texts(3).slice(0, sheet.printedColumns);
    expect(texts(3)).toContain('甲 & 乙/甲.xlsx');
    expect(printed).not.toContain('甲 & 乙/甲.xlsx');
    expect(printed).toContain('基层培训经费');
  });

  it('has its title and its notes over what is printed, and its heads on every page', () => {
    const last = (sheet.printedColumns ?? 0) - 1;
    expect(sheet.merges.map(({ right }) => right)).toEqual([last, last, last]);
    const workbook = new TextDecoder().decode(
      unzipSync(newWorkbook([sheet]))['xl/workbook.xml'] ?? new Uint8Array(),
    );
    const names = [...workbook.matchAll(/<definedName name="_xlnm\.(\w+)"[^>]*>([^<]*)</g)];
    expect(names.map(([, name, place]) => [name, place?.replace(/^.*!/, '')])).toEqual([
      ['Print_Area', '$A$1:$R$5'],
      ['Print_Titles', '$1:$3'],
    ]);
  });

  it('tells below each of several groups what it comes to', () => {
    const [row] = ROWS;
    if (!row) throw new Error('no project');
    const grouped = projectSheet(
      [
        { name: '甲局', rows: [row, { ...row, number: 2 }] },
        { name: null, rows: [{ ...row, number: 3 }] },
      ],
      { texts: TEXTS[language], date: '2026-03-02', failed: FAILED },
    );
    const numbers = grouped.rows.slice(3).map((cells) => cells[0]?.value);
    expect(numbers.slice(0, 5)).toEqual([1, 2, null, 3, null]);
    expect(grouped.rows[5]?.[1]?.value).toContain('甲局');
    expect(grouped.rows[5]?.map((cell) => cell?.value)).toContain((row.initial ?? 0) * 2);
    expect(grouped.merges.map(({ top }) => top)).toEqual([0, 1, 8]);
  });
});
