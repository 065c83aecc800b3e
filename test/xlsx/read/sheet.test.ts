import fc from 'fast-check';
import { rangeName } from '../../../src/model/grid';
import type { CellValue, SheetSnapshot } from '../../../src/model/snapshot';
import { DEFAULT_LIMITS } from '../../../src/xlsx/limits';
import { openXlsx } from '../../../src/xlsx/open';
import { failureCode } from '../../support/failure-code';
import {
  buildSheet,
  buildWorkbook,
  STYLES,
  workbookParts,
  zipParts,
  type CellSpec,
  type SheetSpec,
} from '../../support/workbook-builder';
import { growthOf, LINEAR } from '../../support/growth';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const STRICT = 'http://purl.oclc.org/ooxml/spreadsheetml/main';

function read(bytes: Uint8Array): SheetSnapshot {
  const [sheet] = openXlsx(bytes).snapshot.sheets;
  if (!sheet) throw new Error('no sheet was read');
  return sheet;
}

/** A sheet part as it stands, with `甲` and `乙` as shared strings. */
function readRaw(worksheet: string, limits = DEFAULT_LIMITS): SheetSnapshot {
  const parts = workbookParts({ sheets: [{ name: '附表', rows: [['甲', '乙']] }] });
  parts.set('xl/worksheets/sheet1.xml', new TextEncoder().encode(worksheet));
  const [sheet] = openXlsx(zipParts(parts), { limits }).snapshot.sheets;
  if (!sheet) throw new Error('no sheet was read');
  return sheet;
}

const rows = (xml: string): SheetSnapshot =>
  readRaw(`<worksheet xmlns="${MAIN}"><sheetData>${xml}</sheetData></worksheet>`);

describe('values', () => {
  const grid: readonly (readonly CellSpec[])[] = [
    ['文字', 1, -2.5, true, false, null],
    [{ value: 45000, style: STYLES.date }, 1e21, 0, '', ' 前后 空格 '],
    [],
    [null, { xml: '<v>#DIV/0!</v>', attributes: 't="e"' }],
  ];
  const expected: readonly (readonly CellValue[])[] = [
    ['文字', 1, -2.5, true, false],
    [45000, 1e21, 0, '', ' 前后 空格 '],
    [null, null, null, null, null],
    [null, { error: '#DIV/0!' }, null, null, null],
  ];

  test.each(['shared', 'inline'] as const)('are dense, with %s strings', (strings) => {
    const sheet = read(buildWorkbook({ sheets: [{ name: '附表', rows: grid }], strings }));
    expect(sheet.values).toEqual(expected);
    expect([sheet.rowCount, sheet.columnCount]).toEqual([4, 5]);
    for (const list of [sheet.values, sheet.formulas, sheet.formats]) {
      expect(list.map((row) => row.length)).toEqual([5, 5, 5, 5]);
    }
  });

  test.each<readonly [string, string, CellValue]>([
    ['shared string', '<c t="s"><v>1</v></c>', '乙'],
    ['shared string with spaces', '<c t="s"><v> 1 </v></c>', '乙'],
    ['shared string out of range', '<c t="s"><v>99</v></c>', null],
    ['shared string before the first', '<c t="s"><v>-1</v></c>', null],
    ['shared string named __proto__', '<c t="s"><v>__proto__</v></c>', null],
    [
      'rich inline string',
      '<c t="inlineStr"><is><r><rPr><b/></rPr><t>甲</t></r><r><t>乙</t></r></is></c>',
      '甲乙',
    ],
    [
      'inline string with a guide to its sound',
      '<c t="inlineStr"><is><t>汉</t><rPh sb="0" eb="1"><t>han</t></rPh></is></c>',
      '汉',
    ],
    ['inline string in CDATA', '<c t="inlineStr"><is><t><![CDATA[<甲>]]></t></is></c>', '<甲>'],
    ['empty inline string', '<c t="inlineStr"><is/></c>', ''],
    ['formula text', '<c t="str"><f>A2</f><v>a&amp;b_x000D_</v></c>', 'a&b\r'],
    ['empty formula text', '<c t="str"><f>A2</f><v></v></c>', ''],
    ['number in CDATA', '<c><v><![CDATA[12]]></v></c>', 12],
    ['number with a comment', '<c><v>1<!-- x -->2</v></c>', 12],
    ['number with exponent', '<c><v>1.5E-3</v></c>', 0.0015],
    ['sixteen digits', '<c><v>1234567890123456</v></c>', 1234567890123456],
    ['number that is none', '<c><v>abc</v></c>', 'abc'],
    ['number beyond all', '<c><v>1e999</v></c>', '1e999'],
    ['true in words', '<c t="b"><v>true</v></c>', true],
    ['ISO date', '<c t="d"><v>2023-12-31</v></c>', 45291],
    ['ISO date and time', '<c t="d"><v>2023-12-31T12:00:00</v></c>', 45291.5],
    ['ISO time', '<c t="d"><v>06:00:00</v></c>', 0.25],
    ['date that is none', '<c t="d"><v>年底</v></c>', '年底'],
    ['extension inside', '<c><v>7</v><extLst><ext uri="x"><v>8</v></ext></extLst></c>', 7],
    ['extension before', '<c><extLst><ext uri="x"><v>8</v></ext></extLst><v>7</v></c>', 7],
  ])('%s', (_name, cell, value) => {
    const sheet = rows(`<row>${cell}<c><v>0</v></c></row>`);
    expect(sheet.values[0]?.[0]).toEqual(value);
  });

  test('cells and rows without references follow one another', () => {
    const sheet = rows(
      '<row><c><v>1</v></c><c r="D1"><v>2</v></c><c><v>3</v></c></row><row r="4"><c><v>4</v></c></row><row><c><v>5</v></c></row>',
    );
    expect(sheet.values.map((row) => [...row])).toEqual([
      [1, null, null, 2, 3],
      [null, null, null, null, null],
      [null, null, null, null, null],
      [4, null, null, null, null],
      [5, null, null, null, null],
    ]);
  });

  test('rows and cells out of order stand where they say', () => {
    const sheet = rows(
      '<row r="2"><c r="B2"><v>4</v></c><c r="A2"><v>3</v></c></row><row r="1"><c r="A1"><v>1</v></c></row><row r="2"><c r="C2"><v>5</v></c></row>',
    );
    expect(sheet.values).toEqual([
      [1, null, null],
      [3, 4, 5],
    ]);
  });

  test('prefixes, strict namespaces, single quotes and line breaks in tags make no difference', () => {
    const sheet = readRaw(
      `<x:worksheet xmlns:x='${STRICT}'><x:sheetData>\n<x:row\n r='1' spans='1:2'>\n <x:c r='A1' t='s' ><x:v>0</x:v></x:c><!-- c --><x:c r = "B1"><x:f>1+1</x:f><x:v>2</x:v></x:c>\n</x:row></x:sheetData></x:worksheet>`,
    );
    expect(sheet.values).toEqual([['甲', 2]]);
    expect(sheet.formulas).toEqual([[null, '1+1']]);
  });

  test('any grid comes back as it was written', () => {
    const cell = fc.oneof(
      fc.constant(null),
      fc.boolean(),
      fc
        .double({ noNaN: true, noDefaultInfinity: true })
        .map((number) => (number === 0 ? 0 : number)),
      fc.stringMatching(/^[甲乙a-z<&"' ]{1,6}$/),
    );
    const grids = fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 6 });
    fc.assert(
      fc.property(grids, fc.constantFrom('shared' as const, 'inline' as const), (grid, strings) => {
        const bytes = buildWorkbook({
          sheets: [{ name: '附表', rows: [['角'], ...grid] }],
          strings,
        });
        const sheet = read(bytes);
        grid.forEach((row, index) =>
          row.forEach((value, column) =>
            expect(sheet.values[index + 1]?.[column] ?? null).toEqual(value),
          ),
        );
      }),
    );
  });
});

describe('formulas', () => {
  test('keep their text and result', () => {
    const sheet = read(buildSheet([[1, { formula: 'A1&"<x>"', value: '1<x>' }]]));
    expect(sheet.formulas).toEqual([[null, 'A1&"<x>"']]);
    expect(sheet.values).toEqual([[1, '1<x>']]);
  });

  test('shared ones are spelled out for every cell, also before their master', () => {
    const sheet = rows(
      '<row r="1"><c r="A1"><f t="shared" si="0"/><v>1</v></c><c r="B1"><f t="shared" ref="A1:B2" si="0">C1*$D$1</f><v>2</v></c></row><row r="2"><c r="A2"><f t="shared" si="0"/></c><c r="B2"><f si="0" t="shared"></f><v>4</v></c></row>',
    );
    expect(sheet.formulas).toEqual([
      ['B1*$D$1', 'C1*$D$1'],
      ['B2*$D$1', 'C2*$D$1'],
    ]);
  });

  test('a shared group without a master leaves values alone', () => {
    const sheet = rows('<row><c><f t="shared" si="7"/><v>1</v></c></row>');
    expect([sheet.values, sheet.formulas]).toEqual([[[1]], [[null]]]);
  });

  test('members of an array formula show it, cells beside it do not', () => {
    const sheet = rows(
      '<row r="1"><c r="A1"><f t="array" ref="A1:A2">B1:B2*2</f><v>2</v></c><c r="B1"><v>1</v></c></row><row r="2"><c r="A2"><v>4</v></c><c r="B2"><v>2</v></c></row>',
    );
    expect(sheet.formulas).toEqual([
      ['B1:B2*2', null],
      ['B1:B2*2', null],
    ]);
  });

  test('a data table counts as a formula', () => {
    const sheet = rows('<row><c><f t="dataTable" ref="A1" r1="B1" r2="C1"/><v>1</v></c></row>');
    expect(sheet.formulas).toEqual([['TABLE(B1,C1)']]);
  });

  test('a formula without a result makes its cell used', () => {
    const sheet = rows('<row r="3"><c r="C3"><f>A1</f></c></row>');
    expect([sheet.rowCount, sheet.columnCount]).toEqual([3, 3]);
    expect(sheet.values[2]).toEqual([null, null, null]);
  });
});

describe('formats', () => {
  test('built-in and custom codes are spelled out, General is null, blank cells have theirs', () => {
    const row: readonly CellSpec[] = [
      { value: 0.5, style: STYLES.percent },
      { value: 1, style: STYLES.twoDecimals },
      { value: 1, style: STYLES.date },
      { value: 'a', style: STYLES.text },
      { value: 1, style: STYLES.chineseDate },
      { value: null, style: STYLES.percent },
      { value: 1, style: STYLES.plain },
      { value: 1, style: 999 },
    ];
    const sheet = read(buildSheet([row]));
    expect(sheet.formats).toEqual([
      ['0%', '0.00', 'yyyy/m/d', '@', 'yyyy"年"m"月"d"日"', '0%', null, null],
    ]);
  });

  test('a workbook without styles has none', () => {
    const bytes = buildWorkbook({
      sheets: [{ name: '附表', rows: [[{ value: 1, style: 1 }]] }],
      parts: { 'xl/styles.xml': null },
    });
    expect(read(bytes).formats).toEqual([[null]]);
  });
});

describe('merges', () => {
  test('what a merge hides is null, in values and formulas', () => {
    const sheet = read(
      buildSheet(
        [
          ['标题', '藏', { formula: '1+1', value: 2 }],
          ['藏', '藏', 3],
          [1, 2, 3],
        ],
        { merges: ['A1:B2', 'C1:C1'] },
      ),
    );
    expect(sheet.merges.map(rangeName)).toEqual(['A1:B2']);
    expect(sheet.values).toEqual([
      ['标题', null, 2],
      [null, null, 3],
      [1, 2, 3],
    ]);
  });

  test('a merge whose value is not at its corner has no value', () => {
    const sheet = read(buildSheet([[null, '值'], [1]], { merges: ['A1:B1'] }));
    expect(sheet.values).toEqual([[null], [1]]);
  });

  test('merges that all overlap are not laid over the sheet one by one', () => {
    const overlapping = (count: number): Uint8Array =>
      buildSheet(
        Array.from({ length: count }, (_item, index) => [index, 1, 2, 3]),
        { merges: Array.from({ length: count }, () => 'A1:XFD1048576') },
      );
    expect(read(overlapping(20_000)).values[0]?.[0]).toBe(0);
    expect(growthOf(200, overlapping, read)).toBeLessThan(LINEAR);
  });
});

describe('marks of a sheet', () => {
  test('hidden rows and columns inside the used range', () => {
    const spec: Partial<SheetSpec> = { hiddenRows: [1, 2], hiddenColumns: [0, 9] };
    const sheet = read(buildSheet([[1, 2], [3, 4], []], spec));
    expect([...sheet.hiddenRows]).toEqual([1]);
    expect([...sheet.hiddenColumns]).toEqual([0]);
  });

  test('rows hidden by default are those the file does not mention', () => {
    const sheet = readRaw(
      `<worksheet xmlns="${MAIN}"><sheetFormatPr zeroHeight="1"/><sheetData><row r="1"><c><v>1</v></c></row><row r="4"><c><v>1</v></c></row></sheetData></worksheet>`,
    );
    expect([...sheet.hiddenRows]).toEqual([1, 2]);
  });

  test.each([
    ['<sheetProtection sheet="1"/>', true],
    ['<sheetProtection sheet="true" password="CC1A"/>', true],
    ['<sheetProtection objects="1"/>', false],
    ['', false],
  ])('protection %s', (middle, expected) => {
    expect(read(buildSheet([[1]], { middle })).protected).toBe(expected);
  });

  test('visibility', () => {
    const bytes = buildWorkbook({
      sheets: [
        { name: '甲', rows: [[1]] },
        { name: '乙', rows: [[1]], state: 'hidden' },
        { name: '丙', rows: [[1]], state: 'veryHidden' },
      ],
    });
    const { sheets } = openXlsx(bytes).snapshot;
    expect(sheets.map(({ name, visibility }) => [name, visibility])).toEqual([
      ['甲', 'visible'],
      ['乙', 'hidden'],
      ['丙', 'veryHidden'],
    ]);
  });
});

describe('the used range', () => {
  test('ends at the last value or formula, whatever is styled or said beyond', () => {
    const sheet = read(
      buildSheet([[1, { value: null, style: STYLES.percent }], [{ value: '', style: 5 }]], {
        head: '<dimension ref="A1:XFD1048576"/>',
      }),
    );
    expect([sheet.rowCount, sheet.columnCount]).toEqual([1, 1]);
    expect(sheet.formats).toEqual([[null]]);
  });

  test('an empty sheet has no rows', () => {
    const sheet = readRaw(`<worksheet xmlns="${MAIN}"><sheetData/></worksheet>`);
    expect([sheet.rowCount, sheet.columnCount, sheet.values]).toEqual([0, 0, []]);
  });

  test('a million rows with few cells share one blank row', () => {
    const sheet = rows(
      '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row>',
    );
    expect([sheet.rowCount, sheet.columnCount]).toEqual([1048576, 16384]);
    expect(sheet.values[5]).toBe(sheet.values[500_000]);
    expect(sheet.values[5]).toBe(sheet.formulas[0]);
    expect(Object.isFrozen(sheet.values[5])).toBe(true);
    expect(sheet.values[1048575]?.[16383]).toBe(2);
  });

  test('a million empty rows leave nothing', () => {
    const empty = Array.from({ length: 100_000 }, (_item, index) => `<row r="${index + 1}"/>`);
    expect(rows(empty.join('')).rowCount).toBe(0);
  });

  test.each(['<row r="1048577"><c><v>1</v></c></row>', '<row><c r="XFE1"><v>1</v></c></row>'])(
    '%s is outside every sheet',
    (xml) => {
      expect(failureCode(() => rows(xml))).toBe('file-damaged');
    },
  );

  test('more cells than allowed are refused by name of the part', () => {
    const limits = { ...DEFAULT_LIMITS, cells: 100 };
    const diagonal = Array.from(
      { length: 20 },
      (_item, index) =>
        `<row r="${index + 1}"><c r="${'ABCDEFGHIJKLMNOPQRST'[index]}${index + 1}"><v>1</v></c></row>`,
    );
    const xml = `<worksheet xmlns="${MAIN}"><sheetData>${diagonal.join('')}</sheetData></worksheet>`;
    expect(failureCode(() => readRaw(xml, limits))).toBe('sheet-too-large');
    expect(readRaw(xml).columnCount).toBe(20);
  });
});

describe('damaged sheets', () => {
  test.each([
    ['cut off in a row', '<worksheet><sheetData><row><c><v>1</v></c>'],
    ['cut off in a tag', '<worksheet><sheetData><row><c r="A1"'],
    ['cut off in a value', '<worksheet><sheetData><row><c><v>1'],
    [
      'an attribute without quotes',
      '<worksheet><sheetData><row r=1></row></sheetData></worksheet>',
    ],
    [
      'an attribute without value',
      '<worksheet><sheetData><row><c s></c></row></sheetData></worksheet>',
    ],
    ['not closed at all', '<worksheet><sheetData>'],
  ])('%s', (_name, xml) => {
    expect(failureCode(() => readRaw(xml))).toBe('file-damaged');
  });

  test('elements nested without end', () => {
    const deep = `<worksheet><sheetData><row><c>${'<x>'.repeat(5000)}`;
    expect(failureCode(() => readRaw(deep))).toBe('xml-too-deep');
  });
});
