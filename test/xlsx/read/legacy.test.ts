import * as library from '@e965/xlsx';
import { cellName, rangeName } from '../../../src/model/grid';
import type { Snapshot } from '../../../src/model/snapshot';
import { openWorkbook, sniff, type OpenedWorkbook } from '../../../src/xlsx/open';
import { hasPart, partNames, readPartText } from '../../../src/xlsx/package';
import { attribute, findElement, nextTag } from '../../../src/xlsx/xml';
import { biff, buildBiff } from '../../support/biff-builder';
import { failureCode, failureCodeOf } from '../../support/failure-code';

type Sheet = library.WorkSheet;

function xls(
  sheets: Readonly<Record<string, Sheet>>,
  change?: (book: library.WorkBook) => void,
): Uint8Array {
  const book = library.utils.book_new();
  for (const [name, sheet] of Object.entries(sheets))
    library.utils.book_append_sheet(book, sheet, name);
  change?.(book);
  return new Uint8Array(library.write(book, { type: 'array', bookType: 'biff8' }) as ArrayBuffer);
}

const valuesOf = (snapshot: Snapshot): unknown => snapshot.sheets.map((sheet) => sheet.values);

/** The `<xf>` a cell of the first sheet points to, with the font, fill and border it names. */
function looksOf(opened: OpenedWorkbook, cell: string): Readonly<Record<string, string>> {
  const sheet = readPartText(opened.package, 'xl/worksheets/sheet1.xml');
  const styles = readPartText(opened.package, 'xl/styles.xml');
  const item = (list: string, index: number): string => {
    const inner = findElement(styles, list)?.inner;
    const found: string[] = [];
    for (let at = inner?.start ?? 0; inner && at < inner.end;) {
      const tag = nextTag(styles, at);
      const element = tag && findElement(styles, tag.name, at, inner.end);
      if (!element) break;
      found.push(styles.slice(element.outer.start, element.outer.end));
      at = element.outer.end;
    }
    return found[index] ?? '';
  };
  for (let tag = nextTag(sheet, 0); tag; tag = nextTag(sheet, tag.end)) {
    if (tag.name !== 'c' || attribute(sheet, tag, 'r') !== cell) continue;
    const xf = item('cellXfs', Number(attribute(sheet, tag, 's') ?? 0));
    const root = nextTag(xf, 0);
    const index = (name: string): number => Number(root ? attribute(xf, root, name) : 0);
    return {
      xf,
      font: item('fonts', index('fontId')),
      fill: item('fills', index('fillId')),
      border: item('borders', index('borderId')),
    };
  }
  return {};
}

describe('.xls', () => {
  const sheet = library.utils.aoa_to_sheet([
    ['标题', null, null],
    ['得分', 9.5, true],
    [-1, '', '=100%'],
  ]);
  sheet['!merges'] = [{ s: { r: 0, c: 0 }, e: { r: 0, c: 2 } }];
  sheet.D2 = { t: 'n', v: 19, f: 'B2*2' };
  sheet['!ref'] = 'A1:D3';

  test('is read by way of .xlsx', async () => {
    const opened = await openWorkbook(xls({ 附表: sheet }));
    expect([opened.format, opened.converted]).toEqual(['xls', true]);
    const [read] = opened.snapshot.sheets;
    expect(read?.name).toBe('附表');
    expect(read?.values).toEqual([
      ['标题', null, null, null],
      ['得分', 9.5, true, 19],
      [-1, '', '=100%', null],
    ]);
    expect(read?.merges.map(rangeName)).toEqual(['A1:C1']);
    expect(partNames(opened.package)[0]).toBe('[Content_Types].xml');
  });

  test('the same file always becomes the same package', async () => {
    const bytes = xls({ 附表: sheet });
    const first = await openWorkbook(bytes);
    const second = await openWorkbook(bytes);
    expect(second.package.bytes).toEqual(first.package.bytes);
    expect(second.snapshot.revision).toBe(first.snapshot.revision);
  });

  test('is called .et when its name says so, and only then', async () => {
    const bytes = xls({ 附表: sheet });
    expect((await openWorkbook(bytes, { fileName: '自评表.ET' })).format).toBe('et');
    expect((await openWorkbook(bytes, { fileName: '自评表.xlsx' })).format).toBe('xls');
    expect(sniff(bytes, { fileName: 'a.et' })).toBe('et');
  });

  test('sheets of any name come over once, in their order', async () => {
    const one = library.utils.aoa_to_sheet([[1]]);
    const names = ['乙', '__proto__x', '甲', 'constructor'];
    const opened = await openWorkbook(xls(Object.fromEntries(names.map((name) => [name, one]))));
    expect(opened.snapshot.sheets.map(({ name }) => name)).toEqual(names);
    expect(valuesOf(opened.snapshot)).toEqual([[[1]], [[1]], [[1]], [[1]]]);
  });
});

describe('a workbook stream', () => {
  const globals = [
    biff.font('宋体', 220, false, 0x7fff),
    biff.font('宋体', 220, false, 0x7fff),
    biff.font('宋体', 220, false, 0x7fff),
    biff.font('宋体', 220, false, 0x7fff),
    biff.font('黑体', 320, true, 10),
    biff.format(164, '0.0"分"'),
    biff.xf({}),
    // Font 5 is the fifth of the file: number 4 does not exist.
    biff.xf({ font: 5, horizontal: 2, vertical: 1, wrap: true, border: 1, fill: 13 }),
    biff.xf({ format: 164, border: 2 }),
    biff.xf({ format: 10 }),
  ];
  const table = {
    name: '附表',
    records: [
      biff.label(0, 0, 1, '自评表'),
      biff.number(1, 0, 2, 9.5),
      biff.number(1, 1, 3, 0.98),
      biff.blanks(2, 0, [2, 3]),
      biff.error(3, 0, 0, 0x07),
      biff.number(3, 1, 0, 1),
      biff.merge(0, 0, 0, 1),
    ],
  };
  const bytes = buildBiff(globals, [
    table,
    { name: '底稿', hidden: 2, records: [biff.number(0, 0, 0, 1)] },
  ]);

  test('gives values, errors, merges, hidden marks and formats, also of blank cells', async () => {
    const { snapshot } = await openWorkbook(bytes);
    const [first, second] = snapshot.sheets;
    expect(first?.values).toEqual([
      ['自评表', null],
      [9.5, 0.98],
      [null, null],
      [{ error: '#DIV/0!' }, 1],
    ]);
    expect(first?.formats).toEqual([
      [null, null],
      ['0.0"分"', '0.00%'],
      ['0.0"分"', '0.00%'],
      [null, null],
    ]);
    expect(first?.merges.map(rangeName)).toEqual(['A1:B1']);
    expect([second?.name, second?.visibility]).toEqual(['底稿', 'veryHidden']);
  });

  test('gives fonts, fills, borders and alignment', async () => {
    const opened = await openWorkbook(bytes);
    const title = looksOf(opened, 'A1');
    expect(title.font).toContain('<b/><sz val="16"/><color rgb="FFFF0000"/><name val="黑体"/>');
    expect(title.fill).toContain('patternType="solid"><fgColor rgb="FFFFFF00"/>');
    expect(title.border).toContain('<left style="thin">');
    expect(title.xf).toContain('<alignment horizontal="center" vertical="center" wrapText="1"/>');
    expect(looksOf(opened, 'A2').border).toContain('<bottom style="medium">');
    expect(looksOf(opened, 'B4').xf).not.toContain('alignment');
  });

  test('uses the palette of the workbook', async () => {
    const own = [
      biff.palette([
        [0, 0, 0],
        [1, 2, 3],
      ]),
      ...globals.slice(0, 7),
      biff.xf({ fill: 9 }),
    ];
    const opened = await openWorkbook(
      buildBiff(own, [{ name: '附表', records: [biff.number(0, 0, 1, 1)] }]),
    );
    expect(looksOf(opened, 'A1').fill).toContain('<fgColor rgb="FF010203"/>');
  });

  test('a font without a name is written in 宋体', async () => {
    const own = [biff.font('', 220, false, 0x7fff), ...globals.slice(1, 7), biff.xf({ font: 0 })];
    const opened = await openWorkbook(
      buildBiff(own, [{ name: '附表', records: [biff.number(0, 0, 1, 1)] }]),
    );
    expect(looksOf(opened, 'A1').font).toContain('<name val="宋体"/>');
  });

  const fillOf = async (fill: number, colours: readonly (readonly number[])[] = []) => {
    const own = colours.length > 0 ? [biff.palette(colours)] : [];
    const records = [biff.number(0, 0, 1, 1)];
    const opened = await openWorkbook(
      buildBiff([...own, ...globals.slice(0, 7), biff.xf({ fill })], [{ name: '附表', records }]),
    );
    return /rgb="FF(\w{6})"/.exec(looksOf(opened, 'A1').fill ?? '')?.[1] ?? null;
  };

  test.each([
    [0, '000000'],
    [7, '00FFFF'],
    [8, '000000'],
    [10, 'FF0000'],
    [22, 'C0C0C0'],
    [62, '333399'],
    [63, '333333'],
    [64, null],
    [65, null],
  ])('colour %i is %s', async (index, rgb) => {
    expect(await fillOf(index)).toBe(rgb);
  });

  test('the last colour may be one of the workbook’s own too', async () => {
    const own = Array.from({ length: 56 }, (_, index) => [index, 0, 1]);
    expect(await fillOf(63, own)).toBe('370001');
  });

  test('with a password is refused', async () => {
    const locked = buildBiff([biff.filePass, ...globals], [table]);
    expect(await failureCodeOf(openWorkbook(locked))).toBe('encrypted');
  });

  test('in a compound file with an encrypted package is refused', async () => {
    const reader = library.CFB as {
      utils: {
        cfb_new: () => object;
        cfb_add: (container: object, name: string, content: Uint8Array) => void;
      };
      write: (container: object, options: { type: 'array' }) => number[];
    };
    const container = reader.utils.cfb_new();
    reader.utils.cfb_add(container, 'EncryptedPackage', new Uint8Array(64));
    reader.utils.cfb_add(container, 'EncryptionInfo', new Uint8Array(64));
    const locked = Uint8Array.from(reader.write(container, { type: 'array' }));
    expect(await failureCodeOf(openWorkbook(locked))).toBe('encrypted');
    const other = reader.utils.cfb_new();
    reader.utils.cfb_add(other, 'WordDocument', new Uint8Array(64));
    const word = Uint8Array.from(reader.write(other, { type: 'array' }));
    expect(await failureCodeOf(openWorkbook(word))).toBe('file-not-workbook');
  });

  test('cut off anywhere ends in a result or a Failure', async () => {
    for (let length = 8; length < bytes.length; length += 7) {
      const code = await failureCodeOf(openWorkbook(bytes.subarray(0, length)));
      expect(code).toMatch(/^(?:ok|legacy-damaged|no-sheets|file-.*)$/);
    }
  });
});

test('notes come over with their author, without the NULs old files pad them with', async () => {
  const sheet = library.utils.aoa_to_sheet([['得分', 9]]);
  const { takeOver } = await import('../../../src/xlsx/legacy/legacy-sheets');
  const { buildLegacyPackage } = await import('../../../src/xlsx/legacy/legacy-package');
  const { DEFAULT_LIMITS } = await import('../../../src/xlsx/limits');
  const { openXlsx } = await import('../../../src/xlsx/open');
  const data = [[{ t: 's', v: '得分\0\0', c: [{ a: '张三\0', t: '以报告为准\0\0\0' }] }]];
  const book = {
    SheetNames: ['附表'],
    Sheets: { 附表: { ...sheet, '!data': data } as Sheet },
  };
  const taken = takeOver(book, { encrypted: false, beforeBiff8: true, tabs: [] }, DEFAULT_LIMITS);
  expect(taken.sheets[0]?.notes).toEqual([
    { cell: { row: 0, column: 0 }, author: '张三', text: '以报告为准' },
  ]);
  const opened = openXlsx(buildLegacyPackage(taken));
  expect(opened.snapshot.sheets[0]?.values).toEqual([['得分']]);
  const comments = readPartText(opened.package, 'xl/comments1.xml');
  expect(comments).toContain(`<comment ref="${cellName({ row: 0, column: 0 })}" authorId="0">`);
  expect(comments).toContain('以报告为准</t>');
  expect(hasPart(opened.package, 'xl/drawings/vmlDrawing1.vml')).toBe(true);
});

test('a formula that names another workbook leaves its value', async () => {
  const { takeOver } = await import('../../../src/xlsx/legacy/legacy-sheets');
  const { DEFAULT_LIMITS } = await import('../../../src/xlsx/limits');
  const data = [
    [
      { t: 'n', v: 1, f: '[1]Sheet1!A1' },
      { t: 'n', v: 2, f: 'A1*2' },
      { t: 'n', v: 3, f: 'SUM(A1:B1)', F: 'C1:C2' },
    ],
  ];
  const book = { SheetNames: ['附表'], Sheets: { 附表: { '!data': data } as unknown as Sheet } };
  const taken = takeOver(book, { encrypted: false, beforeBiff8: true, tabs: [] }, DEFAULT_LIMITS);
  const cells = taken.sheets[0]?.rows[0]?.cells.map((cell) => [
    cell.value,
    cell.formula,
    cell.arrayRange,
  ]);
  expect(cells).toEqual([
    [1, null, null],
    [2, 'A1*2', null],
    [3, 'SUM(A1:B1)', 'C1:C2'],
  ]);
});

test('names come over where they can, and formulas that use others leave their value', async () => {
  const { takeOver } = await import('../../../src/xlsx/legacy/legacy-sheets');
  const { buildLegacyPackage } = await import('../../../src/xlsx/legacy/legacy-package');
  const { DEFAULT_LIMITS } = await import('../../../src/xlsx/limits');
  const { openXlsx } = await import('../../../src/xlsx/open');
  const formulas = ['满分*2', '外部*2', "'图 1'!A1", '附表!A1&"图!"', 'SUM(#REF!)'];
  const data = [formulas.map((f, index) => ({ t: 'n', v: index, f }))];
  const book = {
    SheetNames: ['图 1', '附表'],
    Sheets: {
      '图 1': { '!type': 'chart' } as unknown as Sheet,
      附表: { '!data': data } as unknown as Sheet,
    },
    Workbook: {
      Names: [
        { Name: '满分', Ref: '附表!$A$1' },
        { Name: '外部', Ref: '[1]附表!$A$1' },
        { Name: '失效', Ref: '附表!#REF!' },
        { Name: 'TAX2010', Ref: '附表!$A$1' },
        { Name: '_xlnm.Print_Area', Ref: '附表!$A$1:$E$1', Sheet: 1 },
        { Name: '_xlnm.Print_Titles', Ref: '附表!$1:$1', Sheet: 0 },
      ],
    },
  };
  const taken = takeOver(book, { encrypted: false, beforeBiff8: true, tabs: [] }, DEFAULT_LIMITS);
  expect(taken.names).toEqual([
    { name: '满分', ref: '附表!$A$1', sheet: null },
    { name: '_xlnm.Print_Area', ref: '附表!$A$1:$E$1', sheet: 0 },
  ]);
  const opened = openXlsx(buildLegacyPackage(taken));
  expect(opened.snapshot.sheets[0]?.formulas).toEqual([
    ['满分*2', null, null, '附表!A1&"图!"', 'SUM(#REF!)'],
  ]);
  expect(readPartText(opened.package, 'xl/workbook.xml')).toContain(
    '<definedName name="_xlnm.Print_Area" localSheetId="0">附表!$A$1:$E$1</definedName>',
  );
});

test('a file too large for an old workbook is refused unread', async () => {
  const bytes = new Uint8Array(50 * 1024 * 1024);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  expect(await failureCodeOf(openWorkbook(bytes))).toBe('file-too-large');
  expect(failureCode(() => sniff(bytes))).toBe('ok');
});
