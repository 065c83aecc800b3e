import { unzipSync } from 'fflate';
import type { Patch, SheetWrite } from '../../../src/model/patch';
import type { Snapshot } from '../../../src/model/snapshot';
import { renameInFormula } from '../../../src/changes/sheet-names';
import { richWorkbook } from '../../support/rich-workbook';
import { buildSheet, buildWorkbook } from '../../support/workbook-builder';
import {
  clearPatch,
  emptyPatch,
  findingsSheet,
  fullPatch,
  sheetNamed,
  summarySheet,
} from './sample-patch';
import { changedParts, write } from './written';

const bytes = buildSheet([['自评表', 1]]);
const withSheets = (input: Uint8Array, ...sheets: readonly SheetWrite[]) =>
  write(input, (snapshot) => ({ ...emptyPatch(snapshot), sheets }));
const remove =
  (...names: readonly string[]) =>
  (snapshot: Snapshot): Patch => ({
    ...emptyPatch(snapshot),
    removeSheets: names,
  });

describe('a sheet of ours', () => {
  test('reads back as it was planned', () => {
    const planned = summarySheet('附表');
    const sheet = sheetNamed(withSheets(bytes, planned).snapshot, '汇总表');
    planned.rows.forEach((row, index) =>
      row.forEach((cell, column) => {
        expect(sheet.values[index]?.[column]).toBe(cell?.value === '' ? '' : (cell?.value ?? null));
        expect(sheet.formulas[index]?.[column]).toBe(cell?.formula ?? null);
      }),
    );
    expect(sheet.merges).toEqual(planned.merges);
    expect(sheet.formats[2]?.[3]).toBe('0.00%');
  });

  test('has its links, widths, frozen rows and print setup', () => {
    const text = withSheets(bytes, findingsSheet('附表', ['B1'])).text('xl/worksheets/sheet2.xml');
    expect(text).toContain(`<hyperlink ref="B3" location="'附表'!B1"/>`);
    expect(text).toContain('<pane ySplit="2" topLeftCell="A3"');
    expect(text).toMatch(/<pageSetup paperSize="9" orientation="landscape"[^>]*fitToHeight="0"\/>/);
    expect(text.match(/<col /g)).toHaveLength(4);
  });

  test.each([
    ['字'.repeat(10), 1],
    ['字'.repeat(11), 2],
    // A word goes to the next line whole, a comma stays with its character, quotes are wide.
    ['indicators-1 indicators-2 indicators-3', 3],
    ['填“青禾县”，共计“青禾”。', 2],
    ['第一段\n第二段', 2],
  ])('is high enough for “%s” in a column of 21', (text, lines) => {
    const planned: SheetWrite = {
      ...findingsSheet('附表', ['B1']),
      widths: [21],
      rows: [[{ value: text, style: 'text' }]],
      merges: [],
      frozenRows: 0,
    };
    const part = withSheets(bytes, planned).text('xl/worksheets/sheet2.xml');
    const height = Number(/<row r="1"[^>]* ht="([\d.]+)"/.exec(part)?.[1] ?? 0);
    expect(Math.max(1, Math.floor(height / 14))).toBe(lines);
  });

  test('repeats its frozen rows on every printed page', () => {
    const text = withSheets(bytes, findingsSheet('附表', ['B1'])).text('xl/workbook.xml');
    expect(text).toContain(
      `<definedName name="_xlnm.Print_Titles" localSheetId="1">'核查清单'!$1:$2</definedName>`,
    );
  });

  test('draws a native chart with its points stored', () => {
    const after = withSheets(bytes, summarySheet('附表'));
    const chart = after.text('xl/charts/chart1.xml');
    expect(chart).toContain(`<c:f>'汇总表'!$A$3:$A$5</c:f>`);
    expect(chart).toContain('<c:v>48.5</c:v>');
    expect(chart).toContain('<a:t>各级指标得分</a:t>');
    expect(chart.match(/<c:ser>/g)).toHaveLength(2);
    expect(after.text('xl/drawings/drawing1.xml')).toContain('<xdr:to><xdr:col>4</xdr:col>');
  });

  test.each(['=100%', '+x', '-1', '@x', '_x000D_', "'", '\u0001', ' a ', '<b>&', 'a\nb', '\ud800'])(
    'text is text: %j',
    (text) => {
      const sheet: SheetWrite = {
        ...findingsSheet('附表', []),
        rows: [[{ value: text, style: 'text' }]],
        merges: [],
        chart: null,
      };
      const read = sheetNamed(withSheets(bytes, sheet).snapshot, '核查清单');
      expect(read.values[0]?.[0]).toBe(text);
      expect(read.formulas[0]?.[0]).toBeNull();
    },
  );

  test('keeps its part, number and place when it is written again', () => {
    const once = withSheets(bytes, findingsSheet('附表', ['B1']), summarySheet('附表'));
    const twice = withSheets(once.bytes, { ...summarySheet('附表'), widths: [30] });
    expect(changedParts(once.bytes, twice.bytes)).toEqual(['xl/worksheets/sheet3.xml']);
  });

  test('goes with everything it brought', () => {
    const once = withSheets(bytes, findingsSheet('附表', ['B1']), summarySheet('附表'));
    const less = write(once.bytes, remove('核查清单'));
    expect(less.snapshot.sheets.map(({ name }) => name)).toEqual(['附表', '汇总表']);
    expect(less.text('xl/workbook.xml')).toContain(`localSheetId="1">'汇总表'`);
    expect(Object.keys(unzipSync(less.bytes))).not.toContain('xl/worksheets/sheet2.xml');
    const none = write(less.bytes, (snapshot) => ({ ...remove('汇总表')(snapshot), ledger: null }));
    expect(changedParts(bytes, none.bytes)).toEqual([]);
  });
});

describe('beside the user’s sheets', () => {
  test('a sheet of the same name stays the user’s, ours takes another name', () => {
    const taken = buildWorkbook({
      sheets: [
        { name: '附表', rows: [[1]] },
        { name: '汇总表', rows: [['user']] },
      ],
    });
    const plan = (snapshot: Snapshot) => {
      const patch = fullPatch(snapshot, '附表', {}, ['A1']);
      const linked = {
        value: '去',
        style: 'link' as const,
        link: { sheet: '汇总表', cell: { row: 0, column: 0 } },
      };
      return {
        ...patch,
        sheets: patch.sheets.map((sheet) =>
          sheet.role === 'findings' ? { ...sheet, rows: [...sheet.rows, [linked]] } : sheet,
        ),
      };
    };
    const after = write(taken, plan);
    expect(after.report.sheetsWritten).toEqual(['核查清单', '汇总表(2)']);
    expect(after.snapshot.ledger?.sheets.map(({ name }) => name)).toEqual([
      '核查清单',
      '汇总表(2)',
    ]);
    expect(after.text('xl/charts/chart1.xml')).toContain(`'汇总表(2)'!$A$3`);
    expect(after.text('xl/worksheets/sheet3.xml')).toContain(`location="'汇总表(2)'!A1"`);
    expect(write(after.bytes, plan).bytes).toEqual(after.bytes);
    expect(changedParts(taken, write(after.bytes, clearPatch).bytes)).toEqual([]);
  });

  test('only our own sheets can be removed', () => {
    const two = buildWorkbook({
      sheets: [
        { name: '甲', rows: [[1]] },
        { name: '乙', rows: [[1]] },
      ],
    });
    const after = write(two, remove('乙'));
    expect(after.report.degradations).toEqual([{ kind: 'sheet-kept', sheet: '乙', cell: null }]);
    expect(after.snapshot.sheets).toHaveLength(2);
  });

  test('local names of the user keep their sheets', () => {
    const rich = richWorkbook();
    const after = withSheets(rich, summarySheet('附表'));
    expect(after.text('xl/workbook.xml')).toContain(
      '<definedName name="_xlnm.Print_Area" localSheetId="0">附表!$A$1:$H$14</definedName>',
    );
    expect(after.text('xl/workbook.xml')).toContain(`localSheetId="3">'汇总表'!$1:$2`);
    expect(after.text('xl/worksheets/sheet1.xml').match(/<drawing /g)).toHaveLength(1);
  });

  test('a locked structure and a protected sheet are said', () => {
    const after = write(richWorkbook({ lockedStructure: true, protectedSheet: true }), (snapshot) =>
      fullPatch(snapshot, '附表', {}, ['C9']),
    );
    expect(after.report.degradations.map(({ kind }) => kind)).toEqual([
      'sheet-protected',
      'structure-protected',
    ]);
    expect(after.report.sheetsWritten).toHaveLength(2);
  });
});

test.each([
  ["SUM('汇总表'!A1)", "SUM('汇总表(2)'!A1)"],
  ['汇总表!A1+1', "'汇总表(2)'!A1+1"],
  ['"汇总表!A1"&T(汇总表!A1)', `"汇总表!A1"&T('汇总表(2)'!A1)`],
  ["'附表 汇总表'!A1", "'附表 汇总表'!A1"],
  ['我的汇总表!A1', '我的汇总表!A1'],
])('names in a formula: %s', (formula, expected) => {
  expect(renameInFormula(formula, new Map([['汇总表', '汇总表(2)']]))).toBe(expected);
});
