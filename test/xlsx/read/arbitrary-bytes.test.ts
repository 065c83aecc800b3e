import fc from 'fast-check';
import * as library from '@e965/xlsx';
import { isFailure } from '../../../src/model/failure';
import { openWorkbook } from '../../../src/xlsx/open';
import { openPackage, readPart } from '../../../src/xlsx/package';
import { CATALOGUES } from '../../support/texts';
import { richParts, richWorkbook } from '../../support/rich-workbook';
import { buildSheet, workbookParts, zipParts } from '../../support/workbook-builder';

/** Opening ends in a workbook or a Failure that has words in both languages, and changes no object. */
async function opensOrFails(bytes: Uint8Array): Promise<void> {
  try {
    const { snapshot } = await openWorkbook(bytes);
    for (const sheet of snapshot.sheets) expect(sheet.values).toHaveLength(sheet.rowCount);
  } catch (reason) {
    if (!isFailure(reason)) throw reason;
    for (const catalogue of Object.values(CATALOGUES)) {
      expect(catalogue).toHaveProperty([`error.${reason.code}.message`]);
      expect(catalogue).toHaveProperty([`error.${reason.code}.hint`]);
    }
  }
  expect(Object.keys(Object.prototype)).toEqual([]);
}

const xls = new Uint8Array(
  library.write(
    {
      SheetNames: ['附表'],
      Sheets: {
        附表: library.utils.aoa_to_sheet([
          ['得分', 9.5],
          ['甲', true],
        ]),
      },
    },
    { type: 'array', bookType: 'biff8' },
  ) as ArrayBuffer,
);

beforeAll(() => {
  // The library that reads .xls reports odd records to the console.
  jest.spyOn(console, 'error').mockImplementation(() => undefined);
});

afterAll(() => {
  jest.restoreAllMocks();
});

describe('nothing but a Failure leaves the reader', () => {
  const heads = [
    [],
    [0x50, 0x4b, 0x03, 0x04],
    [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1],
    [0x09, 0x08, 0x10, 0x00, 0x00, 0x06],
    [0x09, 0x00, 0x04, 0x00],
  ];

  test('on any bytes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...heads), fc.uint8Array({ maxLength: 400 }), (head, tail) =>
        opensOrFails(Uint8Array.from([...head, ...tail])),
      ),
      { numRuns: 200 },
    );
  });

  test.each([
    ['rich .xlsm', richWorkbook()],
    ['plain .xlsx', buildSheet([['得分', 9.5, true]], { merges: ['A1:B1'] })],
    ['.xls', xls],
  ])('on a %s with flipped or missing bytes', async (_name, bytes) => {
    const change = fc.record({
      at: fc.nat({ max: bytes.length - 1 }),
      by: fc.integer({ min: 1, max: 255 }),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(change, { minLength: 1, maxLength: 4 }),
        fc.option(fc.nat({ max: bytes.length }), { freq: 4 }),
        (changes, length) => {
          const copy = Uint8Array.from(bytes);
          for (const { at, by } of changes) copy[at] = (copy[at] ?? 0) ^ by;
          return opensOrFails(length === null ? copy : copy.subarray(0, length));
        },
      ),
      { numRuns: 120 },
    );
  });

  test('on parts whose XML is changed anywhere', async () => {
    const parts = richParts();
    const names = [
      'xl/workbook.xml',
      'xl/_rels/workbook.xml.rels',
      'xl/styles.xml',
      'xl/sharedStrings.xml',
      'xl/worksheets/sheet1.xml',
      'customXml/item1.xml',
    ];
    const pieces = [
      '<',
      '>',
      '"',
      '/',
      '&',
      'r="',
      '<!--',
      ']]>',
      '\0',
      '值',
      '-1',
      'A1:XFD1048576',
    ];
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...names),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.constantFrom(...pieces),
        fc.nat({ max: 5 }),
        (name, where, piece, cut) => {
          const xml = new TextDecoder().decode(parts.get(name));
          const at = Math.floor(where * xml.length);
          const changed = xml.slice(0, at) + piece + xml.slice(at + cut);
          return opensOrFails(
            zipParts(new Map([...parts, [name, new TextEncoder().encode(changed)]])),
          );
        },
      ),
      { numRuns: 80 },
    );
  });
});

test('a flipped byte inside a part is noticed when the part is read, or changes nothing', () => {
  const name = 'xl/worksheets/sheet1.xml';
  const bytes = zipParts(workbookParts({ sheets: [{ name: '附表', rows: [['甲']] }] }));
  const original = readPart(openPackage(bytes), name);
  const entry = openPackage(bytes).byName.get(name);
  const start = entry ? entry.raw.byteOffset - bytes.byteOffset : 0;
  const length = entry?.raw.length ?? 0;
  let noticed = 0;
  for (let at = start; at < start + length; at++) {
    const copy = Uint8Array.from(bytes);
    copy[at] = (copy[at] ?? 0) ^ 0x10;
    try {
      expect(readPart(openPackage(copy), name)).toEqual(original);
    } catch (reason) {
      if (!isFailure(reason)) throw reason;
      expect(reason.code).toBe('file-damaged');
      noticed += 1;
    }
  }
  expect(noticed).toBeGreaterThan(length * 0.95);
});
