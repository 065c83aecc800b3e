import { deflateRawSync } from 'node:zlib';
import { unzipSync } from 'fflate';
import type { Ledger } from '../../../src/model/ledger';
import { openWorkbook, openXlsx, sniff } from '../../../src/xlsx/open';
import { applyEdits } from '../../../src/xlsx/write/apply';
import { openPackage } from '../../../src/xlsx/package';
import { writePackage } from '../../../src/xlsx/write/write-package';
import { parseLedger } from '../../../src/changes/read-ledger';
import { findLedgerPart, LEDGER_NAMESPACE } from '../../../src/xlsx/read/read-ledger';
import { failureCode, failureCodeOf } from '../../support/failure-code';
import { rawZip } from '../../support/raw-zip';
import { RICH, richParts, richWorkbook } from '../../support/rich-workbook';
import {
  buildSheet,
  buildWorkbook,
  relsXml,
  workbookParts,
  type WorkbookSpec,
  xmlText,
  zipParts,
} from '../../support/workbook-builder';

const text = (value: string): Uint8Array => new TextEncoder().encode(value);
const plain: WorkbookSpec = { sheets: [{ name: '附表', rows: [['甲', 1]] }] };
const openParts = (
  change: (parts: Map<string, Uint8Array>) => void,
): ReturnType<typeof openXlsx> => {
  const parts = workbookParts(plain);
  change(parts);
  return openXlsx(zipParts(parts));
};

describe('what a file is, by its bytes', () => {
  test.each<readonly [string, Uint8Array, string]>([
    ['nothing', new Uint8Array(0), 'file-empty'],
    [
      'a web page',
      text('<html><body><table><tr><td>1</td></tr></table></body></html>'),
      'file-html',
    ],
    ['a web page with a mark', text('\ufeff\r\n<!DOCTYPE html><html></html>'), 'file-html'],
    ['a bare table', text('<meta charset="gbk"><table border=1></table>'), 'file-html'],
    [
      'XML of 2003',
      text('<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>'),
      'file-xml-spreadsheet',
    ],
    ['CSV', text('name,score\r\na,1\r\n'), 'file-text'],
    ['CSV in GBK', Uint8Array.of(0xbc, 0xd7, 0x2c, 0x31, 0x0d, 0x0a), 'file-text'],
    ['UTF-16 text', Uint8Array.of(0xff, 0xfe, 0x31, 0, 0x09, 0), 'file-text'],
    [
      'a picture',
      Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0),
      'file-not-workbook',
    ],
    ['PDF with zeros', text('%PDF-1.7\0\0\0'), 'file-pdf'],
    ['the first bytes of a zip', text('PK\u0003\u0004'), 'file-damaged'],
    [
      'the first bytes of a compound file',
      Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1),
      'legacy-damaged',
    ],
    ['a zip of something else', zipParts(new Map([['a.txt', text('a')]])), 'file-not-workbook'],
    [
      'a Word document',
      zipParts(
        new Map([
          ['_rels/.rels', text(relsXml({ rId1: ['officeDocument', 'word/document.xml'] }))],
          ['word/document.xml', text('<document/>')],
        ]),
      ),
      'file-not-workbook',
    ],
    ['a PDF', text('%PDF-1.7'), 'file-pdf'],
    [
      'an OpenDocument workbook',
      zipParts(
        new Map([
          ['mimetype', text('application/vnd.oasis.opendocument.spreadsheet')],
          ['content.xml', text('<office:document-content/>')],
        ]),
      ),
      'file-ods',
    ],
    [
      'a binary workbook',
      zipParts(
        new Map([
          ['_rels/.rels', text(relsXml({ rId1: ['officeDocument', 'xl/workbook.bin'] }))],
          ['xl/workbook.bin', text('x')],
        ]),
      ),
      'file-xlsb',
    ],
  ])('%s', async (_name, bytes, code) => {
    expect(await failureCodeOf(openWorkbook(bytes))).toBe(code);
  });

  test('a name does not make a workbook, nor unmake one', async () => {
    const html = text('<html></html>');
    expect(await failureCodeOf(openWorkbook(html, { fileName: 'a.xls' }))).toBe('file-html');
    const opened = await openWorkbook(buildWorkbook(plain), { fileName: 'a.xls' });
    expect([opened.format, opened.converted]).toEqual(['xlsx', false]);
  });

  test('a zip whose folders are parted by backslashes is read, and written with slashes', () => {
    const parts = unzipSync(buildWorkbook(plain));
    const bytes = rawZip({
      entries: Object.entries(parts).map(([name, content]) => ({
        name: name.replaceAll('/', '\\'),
        content,
      })),
    });
    const opened = openXlsx(bytes);
    const sheet = opened.snapshot.sheets[0];
    expect(sheet?.values).toEqual(openXlsx(buildWorkbook(plain)).snapshot.sheets[0]?.values);
    const edit = {
      sheetId: sheet?.id ?? '',
      cell: { row: 0, column: 0 },
      value: '改',
      formula: null,
    };
    const written = applyEdits(opened, [edit]);
    expect(Object.keys(unzipSync(written)).sort()).toEqual(Object.keys(parts).sort());
  });

  test('macros, or being declared to have them, make .xlsm', () => {
    expect(sniff(buildWorkbook(plain))).toBe('xlsx');
    expect(sniff(buildWorkbook({ ...plain, macro: true }))).toBe('xlsm');
    expect(sniff(richWorkbook())).toBe('xlsm');
  });
});

describe('the parts of a workbook', () => {
  test('of a rich one', () => {
    const { index, package: pkg } = openXlsx(richWorkbook({ lockedStructure: true }));
    expect(pkg.entries.length).toBeGreaterThan(30);
    expect(index.sheets.map(({ id, name, state, part }) => [id, name, state, part])).toEqual([
      ['1', RICH.sheet, 'visible', 'xl/worksheets/sheet1.xml'],
      ['2', RICH.hiddenSheet, 'hidden', 'xl/worksheets/sheet2.xml'],
      ['3', RICH.veryHiddenSheet, 'veryHidden', 'xl/worksheets/sheet3.xml'],
    ]);
    expect([index.calcChain, index.vbaProject, index.theme]).toEqual([
      'xl/calcChain.xml',
      'xl/vbaProject.bin',
      'xl/theme/theme1.xml',
    ]);
    expect(index.structureProtected).toBe(true);
    expect(openXlsx(richWorkbook()).index.structureProtected).toBe(false);
  });

  test('targets may be absolute, climb, or differ by case; ids may repeat the attribute name', () => {
    const opened = openParts((parts) => {
      parts.set(
        'xl/_rels/workbook.xml.rels',
        text(
          relsXml({
            rId1: ['worksheet', '/XL/worksheets/./sheet1.xml'],
            rId2: ['sharedStrings', '../xl/sharedStrings.xml'],
            rId3: ['hyperlink', 'https://example.com/'],
          }),
        ),
      );
    });
    expect(opened.snapshot.sheets[0]?.values).toEqual([['甲', 1]]);
    expect(opened.index.sharedStrings).toBe('xl/sharedStrings.xml');
  });

  test('strict relationship types count', () => {
    const opened = openParts((parts) => {
      const strict = (name: string): void => {
        const rels = new TextDecoder().decode(parts.get(name));
        parts.set(
          name,
          text(
            rels.replaceAll(
              'http://schemas.openxmlformats.org/officeDocument/2006',
              'http://purl.oclc.org/ooxml/officeDocument',
            ),
          ),
        );
      };
      strict('_rels/.rels');
      strict('xl/_rels/workbook.xml.rels');
    });
    expect(opened.snapshot.sheets[0]?.values).toEqual([['甲', 1]]);
  });

  test('chart sheets stay in the index and out of the snapshot', () => {
    const opened = openParts((parts) => {
      const workbook = new TextDecoder().decode(parts.get('xl/workbook.xml'));
      parts.set(
        'xl/workbook.xml',
        text(workbook.replace('<sheets>', '<sheets><sheet name="图" sheetId="9" r:id="rId9"/>')),
      );
      const rels = new TextDecoder().decode(parts.get('xl/_rels/workbook.xml.rels'));
      const chart =
        '<Relationship Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/chartsheet" Target="chartsheets/sheet1.xml"/>';
      parts.set(
        'xl/_rels/workbook.xml.rels',
        text(rels.replace('</Relationships>', `${chart}</Relationships>`)),
      );
      parts.set('xl/chartsheets/sheet1.xml', text('<chartsheet/>'));
    });
    expect(opened.index.sheets.map(({ kind }) => kind)).toEqual(['chartsheet', 'worksheet']);
    expect(opened.snapshot.sheets.map(({ name }) => name)).toEqual(['附表']);
  });

  test.each<readonly [string, (parts: Map<string, Uint8Array>) => void, string]>([
    ['no workbook part', (parts) => parts.delete('xl/workbook.xml'), 'file-not-workbook'],
    ['no sheet part', (parts) => parts.delete('xl/worksheets/sheet1.xml'), 'no-sheets'],
    ['no relationships', (parts) => parts.delete('xl/_rels/workbook.xml.rels'), 'no-sheets'],
    [
      'a workbook that is no XML',
      (parts) => parts.set('xl/workbook.xml', text('no')),
      'file-not-workbook',
    ],
    ['strings cut off', (parts) => parts.set('xl/sharedStrings.xml', text('<sst><si><t>甲')), 'ok'],
    [
      'strings with a broken tag',
      (parts) => parts.set('xl/sharedStrings.xml', text('<sst><si')),
      'file-damaged',
    ],
    [
      'styles with a broken tag',
      (parts) => parts.set('xl/styles.xml', text('<styleSheet><numFmts><numFmt')),
      'file-damaged',
    ],
    [
      'styles with a DTD',
      (parts) => parts.set('xl/styles.xml', text('<!DOCTYPE a><a/>')),
      'xml-forbidden',
    ],
  ])('%s', (_name, change, code) => {
    expect(failureCode(() => openParts(change))).toBe(code);
  });

  test('a workbook without content types, strings or styles is still read', () => {
    const opened = openXlsx(
      buildWorkbook({ ...plain, strings: 'inline', parts: { 'xl/styles.xml': null } }),
    );
    expect(opened.snapshot.sheets[0]?.values).toEqual([['甲', 1]]);
    expect(opened.index.styles).toBeNull();
  });

  test('names of sheets are data, whatever they are', () => {
    const names = ['__proto__', 'constructor', '../a', 'it\'s <1> & "2"', '表😀'];
    const opened = openXlsx(
      buildWorkbook({ sheets: names.map((name) => ({ name, rows: [[name]] })) }),
    );
    expect(opened.snapshot.sheets.map((sheet) => sheet.name)).toEqual(names);
    expect(opened.snapshot.sheets.map((sheet) => sheet.values[0]?.[0])).toEqual(names);
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  test('dates count from 1904 where the workbook says so', () => {
    const dated = buildWorkbook({
      date1904: true,
      sheets: [{ name: '附表', rows: [[{ xml: '<v>1904-01-02</v>', attributes: 't="d"' }]] }],
    });
    const { snapshot } = openXlsx(dated);
    expect([snapshot.date1904, snapshot.sheets[0]?.values]).toEqual([true, [[1]]]);
  });

  test('a bomb in a part is refused without inflating it', () => {
    const bomb = deflateRawSync(new Uint8Array(64 * 1024 * 1024));
    let inflated = 0;
    const parts = workbookParts(plain);
    parts.set('xl/worksheets/sheet1.xml', new Uint8Array(64 * 1024 * 1024));
    const bytes = zipParts(parts);
    expect(bomb.length).toBeLessThan(100_000);
    const code = failureCode(() =>
      openXlsx(bytes, {
        inflate: (_raw, size) => {
          inflated += size;
          return new Uint8Array(size);
        },
      }),
    );
    expect([code, inflated]).toEqual(['zip-bomb', 0]);
  });
});

describe('revision', () => {
  test('is that of the content', () => {
    const bytes = richWorkbook();
    const { snapshot } = openXlsx(bytes);
    expect(snapshot.revision).toMatch(/^[0-9a-f]{16}$/);
    expect(openXlsx(Uint8Array.from(bytes)).snapshot.revision).toBe(snapshot.revision);
    const changed = writePackage(
      openPackage(bytes),
      new Map([['docProps/app.xml', text('<Properties/>')]]),
    );
    expect(openXlsx(changed).snapshot.revision).not.toBe(snapshot.revision);
  });
});

describe('the ledger', () => {
  const ledger: Ledger = {
    version: 1,
    profile: 'cn-mof-2020',
    mapping: { __proto__x: { score: 'I' }, 附表: { score: 'I', weight: 'H' } },
    scores: [{ sheet: '附表', cell: 'I9', wrote: 7.84, before: null }],
    flags: [{ sheet: '附表', cell: 'I9', tone: 'error', note: '得分 <与> 完成率不符' }],
    sheets: [{ role: 'summary', name: '汇总表', digest: 'abc' }],
    waivers: [{ check: 'score-total', sheet: '附表', cell: 'I25', reason: '已核对' }],
    host: { styles: { I9: 4 } },
  };
  const withItem = (xml: string, target = '../customXml/item1.xml'): Uint8Array =>
    buildWorkbook({
      ...plain,
      workbookRels: { rId7: ['customXml', '../customXml/item0.xml'], rId8: ['customXml', target] },
      parts: {
        'customXml/item0.xml': `<other xmlns="urn:other">${LEDGER_NAMESPACE}</other>`,
        'customXml/item1.xml': xml,
      },
    });
  const read = (xml: string): Ledger | null => openXlsx(withItem(xml)).snapshot.ledger;
  const wrap = (json: string): string =>
    `<ledger xmlns="${LEDGER_NAMESPACE}">${xmlText(json)}</ledger>`;

  test('comes back as it was left', () => {
    expect(read(wrap(JSON.stringify(ledger)))).toEqual(ledger);
    expect(
      read(`<x:ledger xmlns:x="${LEDGER_NAMESPACE}">${xmlText(JSON.stringify(ledger))}</x:ledger>`),
    ).toEqual(ledger);
  });

  test('is absent on the first run, and other custom parts are not it', () => {
    expect(openXlsx(richWorkbook()).snapshot.ledger).toBeNull();
    const { package: pkg, index } = openXlsx(withItem(wrap('{}')));
    expect(findLedgerPart(pkg, index)).toBe('customXml/item1.xml');
    expect(openXlsx(withItem('<a/>', '../customXml/none.xml')).snapshot.ledger).toBeNull();
  });

  test.each([
    ['no JSON', 'not json'],
    ['another shape', '[]'],
    ['another version', JSON.stringify({ ...ledger, version: 2 })],
    ['a missing list', JSON.stringify({ ...ledger, flags: undefined })],
    [
      'a flag of no tone',
      JSON.stringify({ ...ledger, flags: [{ ...ledger.flags[0], tone: 'loud' }] }),
    ],
    [
      'a score that is text',
      JSON.stringify({ ...ledger, scores: [{ ...ledger.scores[0], wrote: '9' }] }),
    ],
    ['a mapping to numbers', JSON.stringify({ ...ledger, mapping: { 附表: { score: 9 } } })],
    [
      'a sheet of no role',
      JSON.stringify({ ...ledger, sheets: [{ ...ledger.sheets[0], role: 'x' }] }),
    ],
    [
      'a waiver without reason',
      JSON.stringify({ ...ledger, waivers: [{ ...ledger.waivers[0], reason: 1 }] }),
    ],
    ['a host that is a list', JSON.stringify({ ...ledger, host: [] })],
  ])('is ignored with %s', (_name, json) => {
    expect(read(wrap(json))).toBeNull();
    expect(parseLedger(json)).toBeNull();
  });

  test('is ignored where its part is damaged, and the workbook still opens', () => {
    expect(read(`<ledger xmlns="${LEDGER_NAMESPACE}">`)).toBeNull();
    expect(read(`<!DOCTYPE a><ledger xmlns="${LEDGER_NAMESPACE}"/>`)).toBeNull();
    expect(read(`<ledger xmlns="urn:other" a="${LEDGER_NAMESPACE}">{}</ledger>`)).toBeNull();
  });

  test('cannot change what objects are', () => {
    const json = JSON.stringify(ledger).replace('"host":{', '"host":{"__proto__":{"polluted":1},');
    expect(parseLedger(json)?.profile).toBe('cn-mof-2020');
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});

test('a protected sheet of the rich workbook reads as one', () => {
  const [open] = openXlsx(richWorkbook()).snapshot.sheets;
  const [locked] = openXlsx(zipParts(richParts({ protectedSheet: true }))).snapshot.sheets;
  expect([open?.protected, locked?.protected]).toEqual([false, true]);
  expect(locked?.values).toEqual(open?.values);
});

test('one visible sheet by default', () => {
  expect(openXlsx(buildSheet([['a']])).snapshot.sheets.map(({ id }) => id)).toEqual(['1']);
});

test('sheets without a number are numbered in their order', () => {
  const spec: WorkbookSpec = { sheets: ['附表', '说明'].map((name) => ({ name, rows: [['甲']] })) };
  const parts = workbookParts(spec);
  const path = 'xl/workbook.xml';
  const xml = new TextDecoder().decode(parts.get(path));
  parts.set(path, text(xml.replaceAll(/ sheetId="\d+"/g, '')));
  expect(openXlsx(zipParts(parts)).snapshot.sheets.map(({ id }) => id)).toEqual(['1', '2']);
});
