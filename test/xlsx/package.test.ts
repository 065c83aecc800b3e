import fc from 'fast-check';
import { unzipSync, zipSync } from 'fflate';
import { inflateRawSync } from 'node:zlib';
import { crc32 } from '../../src/xlsx/crc32';
import { createPackage, writePackage } from '../../src/xlsx/write/write-package';
import {
  hasPart,
  openPackage,
  partName,
  partNames,
  readPart,
  readPartText,
} from '../../src/xlsx/package';
import { encodeText } from '../../src/xlsx/part-text';
import { rawZip, slowCrc } from '../support/raw-zip';
import { richWorkbook } from '../support/rich-workbook';

const text = (value: string): Uint8Array => new TextEncoder().encode(value);
const utf16 = (value: string, bigEndian: boolean, mark: boolean): Uint8Array => {
  const codes = Array.from((mark ? '\ufeff' : '') + value, (letter) => letter.charCodeAt(0));
  return Uint8Array.from(
    codes.flatMap((code) => (bigEndian ? [code >> 8, code & 255] : [code & 255, code >> 8])),
  );
};

describe('crc32', () => {
  test('is that of the reference implementation at every length around a step', () => {
    expect(crc32(text('123456789'))).toBe(0xcbf43926);
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => crc32(bytes) === slowCrc(bytes)),
    );
  });

  test('reads a view into a larger buffer', () => {
    const bytes = text('xx123456789xx').subarray(2, 11);
    expect(crc32(bytes)).toBe(0xcbf43926);
  });
});

describe('openPackage', () => {
  test('lists parts in order and finds them whatever the case', () => {
    const bytes = rawZip({
      entries: [
        { name: '[Content_Types].xml', content: text('<Types/>') },
        { name: 'xl/' },
        { name: 'XL/Workbook.xml', content: text('<workbook/>') },
      ],
    });
    const pkg = openPackage(bytes);
    expect(partNames(pkg)).toEqual(['[Content_Types].xml', 'XL/Workbook.xml']);
    expect(hasPart(pkg, 'xl/workbook.xml')).toBe(true);
    expect(partName(pkg, 'xl/WORKBOOK.xml')).toBe('XL/Workbook.xml');
    expect(hasPart(pkg, 'xl/other.xml')).toBe(false);
    expect(readPartText(pkg, 'xl/workbook.xml')).toBe('<workbook/>');
  });

  test('reads stored, deflated, streamed and empty parts', () => {
    const content = text('内容 '.repeat(50));
    const pkg = openPackage(
      rawZip({
        entries: [
          { name: 'stored', content, method: 0 },
          { name: 'deflated', content },
          { name: 'streamed', content, descriptor: true },
          { name: 'empty', content: text('') },
        ],
        comment: 'a comment',
      }),
    );
    for (const name of ['stored', 'deflated', 'streamed']) {
      expect(readPart(pkg, name)).toEqual(content);
    }
    expect(readPart(pkg, 'empty')).toHaveLength(0);
  });

  test('takes another inflate', () => {
    const sizes: number[] = [];
    const pkg = openPackage(richWorkbook(), {
      inflate: (raw, size) => {
        sizes.push(size);
        return new Uint8Array(inflateRawSync(raw, { maxOutputLength: size + 1 }));
      },
    });
    const plain = openPackage(richWorkbook());
    for (const name of partNames(pkg)) expect(readPart(pkg, name)).toEqual(readPart(plain, name));
    expect(sizes.length).toBeGreaterThan(20);
  });

  test.each([
    ['UTF-8', text('<a>值</a>')],
    ['UTF-8 with mark', text('\ufeff<a>值</a>')],
    ['UTF-16 little endian', utf16('<a>值</a>', false, true)],
    ['UTF-16 big endian', utf16('<a>值</a>', true, true)],
    ['UTF-16 little endian without mark', utf16('<a>值</a>', false, false)],
    ['UTF-16 big endian without mark', utf16('<a>值</a>', true, false)],
  ])('decodes %s', (_name, content) => {
    const pkg = openPackage(rawZip({ entries: [{ name: 'a.xml', content }] }));
    expect(readPartText(pkg, 'a.xml')).toBe('<a>值</a>');
  });

  test('declares UTF-8 in what it decoded from UTF-16, so that it may be stored', () => {
    const content = utf16('<?xml version="1.0" encoding="utf-16"?><a>值</a>', false, true);
    const pkg = openPackage(rawZip({ entries: [{ name: 'a.xml', content }] }));
    const decoded = readPartText(pkg, 'a.xml');
    expect(decoded).toBe('<?xml version="1.0" encoding="UTF-8"?><a>值</a>');
    const again = openPackage(writePackage(pkg, new Map([['a.xml', encodeText(decoded)]])));
    expect(readPartText(again, 'a.xml')).toBe(decoded);
  });
});

describe('writePackage', () => {
  const rich = richWorkbook();

  test('gives the very bytes back without changes', () => {
    const pkg = openPackage(rich);
    expect(writePackage(pkg, new Map())).toBe(rich);
  });

  test('keeps every other part, its compressed bytes and its place', () => {
    const pkg = openPackage(rich);
    const changes = new Map([
      ['xl/workbook.xml', text('<workbook/>')],
      ['xl/calcChain.xml', null],
      ['xl/new.xml', text('<new/>')],
    ]);
    const written = openPackage(writePackage(pkg, changes));
    const expected = partNames(pkg).filter((name) => name !== 'xl/calcChain.xml');
    expect(partNames(written)).toEqual([...expected, 'xl/new.xml']);
    expect(partNames(written)[0]).toBe('[Content_Types].xml');
    for (const entry of pkg.entries) {
      if (changes.has(entry.name)) continue;
      const kept = written.byName.get(entry.name.toLowerCase());
      expect(kept?.raw).toEqual(entry.raw);
      expect(kept?.date).toBe(entry.date);
    }
    expect(readPartText(written, 'xl/workbook.xml')).toBe('<workbook/>');
  });

  test('is understood by another reader and depends on nothing but its input', () => {
    const pkg = openPackage(rich);
    const changes = new Map([['xl/new.xml', text('新的部件'.repeat(30))]]);
    const bytes = writePackage(pkg, changes);
    expect(writePackage(openPackage(rich), changes)).toEqual(bytes);
    const files = unzipSync(bytes);
    for (const name of partNames(pkg)) expect(files[name]).toEqual(readPart(pkg, name));
    expect(new TextDecoder().decode(files['xl/new.xml'])).toBe('新的部件'.repeat(30));
  });

  test('turns streamed entries into ones that state their sizes', () => {
    const content = text('streamed '.repeat(40));
    const bytes = rawZip({
      entries: [
        { name: 'a.xml', content, descriptor: true },
        { name: 'b.xml', content },
      ],
      comment: 'kept',
    });
    const written = writePackage(openPackage(bytes), new Map([['b.xml', text('b')]]));
    const pkg = openPackage(written);
    expect(pkg.entries.map((entry) => entry.flags & 8)).toEqual([0, 0]);
    expect(readPart(pkg, 'a.xml')).toEqual(content);
    expect(new TextDecoder().decode(pkg.comment)).toBe('kept');
  });

  test('replaces a part under the name the zip spells', () => {
    const bytes = zipSync({ 'XL/Workbook.xml': text('old') });
    const written = openPackage(
      writePackage(openPackage(bytes), new Map([['xl/workbook.xml', text('new')]])),
    );
    expect(partNames(written)).toEqual(['XL/Workbook.xml']);
    expect(readPartText(written, 'xl/workbook.xml')).toBe('new');
  });

  test('takes another deflate, and stores what does not shrink', () => {
    const pkg = openPackage(zipSync({ a: text('a') }));
    let calls = 0;
    const bytes = writePackage(pkg, new Map([['b', text('b')]]), {
      deflate: (content) => {
        calls += 1;
        return content;
      },
    });
    expect(calls).toBe(1);
    expect(openPackage(bytes).byName.get('b')?.method).toBe(0);
  });

  test('what is written is read back', () => {
    const names = fc.stringMatching(/^[a-z]{1,8}(?:\/[a-z]{1,8})?\.xml$/);
    const parts = fc.uniqueArray(fc.tuple(names, fc.uint8Array({ maxLength: 300 })), {
      selector: ([name]) => name,
      maxLength: 8,
    });
    fc.assert(
      fc.property(parts, parts, (before, after) => {
        const pkg = openPackage(createPackage(new Map(before)));
        const written = openPackage(writePackage(pkg, new Map(after)));
        const expected = new Map([...before, ...after]);
        expect(new Set(partNames(written))).toEqual(new Set(expected.keys()));
        for (const [name, content] of expected) expect(readPart(written, name)).toEqual(content);
      }),
    );
  });
});
