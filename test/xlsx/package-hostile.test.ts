import { DEFAULT_LIMITS } from '../../src/xlsx/limits';
import { openPackage, readPart, readPartText } from '../../src/xlsx/package';
import { failureCode } from '../support/failure-code';
import { rawZip, type RawEntry } from '../support/raw-zip';

const text = (value: string): Uint8Array => new TextEncoder().encode(value);
const small = { ...DEFAULT_LIMITS, entries: 3, partBytes: 2000, totalBytes: 3000, readBytes: 2500 };
const open = (entries: readonly RawEntry[], limits = DEFAULT_LIMITS): string =>
  failureCode(() => openPackage(rawZip({ entries }), { limits }));
const a = { name: 'a.xml', content: text('a') };

describe('a hostile zip is refused before anything is inflated', () => {
  test.each<readonly [string, string, readonly RawEntry[]]>([
    ['a name that climbs out', 'zip-unsafe-name', [{ ...a, name: '../a.xml' }]],
    ['a name that climbs out from inside', 'zip-unsafe-name', [{ ...a, name: 'xl/../../a.xml' }]],
    ['an absolute name', 'zip-unsafe-name', [{ ...a, name: '/etc/passwd' }]],
    ['a drive', 'zip-unsafe-name', [{ ...a, name: 'C:/a.xml' }]],
    ['one that climbs out by backslashes', 'zip-unsafe-name', [{ ...a, name: 'xl\\..\\..\\a' }]],
    ['a network name', 'zip-unsafe-name', [{ ...a, name: '\\\\server\\a.xml' }]],
    [
      'two names that differ by slashes only',
      'zip-duplicate',
      [
        { ...a, name: 'xl/a.xml' },
        { ...a, name: 'xl\\a.xml' },
      ],
    ],
    ['a name with a NUL', 'zip-unsafe-name', [{ ...a, name: 'a\0.xml' }]],
    ['an empty name', 'zip-unsafe-name', [{ ...a, name: '' }]],
    ['two parts of one name', 'zip-duplicate', [a, a]],
    ['two names that differ by case only', 'zip-duplicate', [a, { ...a, name: 'A.XML' }]],
    ['an encrypted part', 'encrypted', [{ ...a, flags: 1 }]],
    ['a method we do not know', 'zip-unsupported', [{ ...a, method: 14, raw: text('a') }]],
    ['zip64 sizes', 'zip-unsupported', [{ ...a, size: 0xffffffff, compressed: 0xffffffff }]],
    ['a part beyond the end', 'file-damaged', [{ ...a, compressed: 100_000 }]],
    ['a header that is none', 'file-damaged', [{ ...a, offset: 5 }]],
    ['a header of another name', 'file-damaged', [{ ...a, localName: 'b.xml' }]],
    ['a stored part of two sizes', 'file-damaged', [{ ...a, method: 0, size: 5 }]],
    [
      'two parts in the same bytes',
      'zip-overlap',
      [a, { ...a, name: 'b.xml', localName: 'b.xml' }, { ...a, name: 'c.xml', compressed: 40 }],
    ],
  ])('%s', (_name, code, entries) => {
    expect(open(entries)).toBe(code);
  });

  test('more entries than allowed, real or claimed', () => {
    const entries = ['a', 'b', 'c', 'd'].map((name) => ({ name, content: text(name) }));
    expect(open(entries.slice(0, 3), small)).toBe('ok');
    expect(open(entries, small)).toBe('zip-bomb');
    const claimed = rawZip({ entries: [a], count: 60_000 });
    expect(failureCode(() => openPackage(claimed))).toBe('zip-bomb');
    expect(failureCode(() => openPackage(rawZip({ entries: [a], count: 2 })))).toBe('file-damaged');
    expect(failureCode(() => openPackage(rawZip({ entries: [a], count: 0xffff })))).toBe(
      'zip-unsupported',
    );
  });

  test('a file larger than allowed', () => {
    expect(open([a], { ...small, fileBytes: 50 })).toBe('file-too-large');
  });

  test('a part, or all together, larger than allowed', () => {
    const noise = (length: number, seed: number): Uint8Array =>
      Uint8Array.from({ length }, (_item, index) => (index * index * 31 + index * seed) & 255);
    expect(open([{ name: 'a', content: noise(2001, 1) }], small)).toBe('too-large');
    const two = [
      { name: 'a', content: noise(1600, 1) },
      { name: 'b', content: noise(1600, 3) },
    ];
    expect(open(two, small)).toBe('too-large');
    const roomy = { ...small, totalBytes: 10_000 };
    const pkg = openPackage(rawZip({ entries: two }), { limits: roomy });
    readPart(pkg, 'a');
    expect(failureCode(() => readPart(pkg, 'b'))).toBe('too-large');
  });

  test('a compression ratio no document has, but not where a part is small', () => {
    const content = new Uint8Array(3 * 1024 * 1024);
    expect(open([{ name: 'a', content }])).toBe('ok');
    const strict = { ...DEFAULT_LIMITS, ratioGraceBytes: 2 * 1024 * 1024 };
    expect(open([{ name: 'a', content }], strict)).toBe('zip-bomb');
    expect(open([{ name: 'a', content: content.subarray(0, 1024 * 1024) }], strict)).toBe('ok');
  });

  test('bytes that are cut off anywhere', () => {
    const bytes = rawZip({ entries: [a, { ...a, name: 'b.xml' }] });
    for (let length = 0; length < bytes.length; length++) {
      const code = failureCode(() => openPackage(bytes.subarray(0, length)));
      expect(code).toBe(length === 0 ? 'file-empty' : 'file-damaged');
    }
  });
});

describe('a part that is not what the directory says is refused when read', () => {
  const content = text('<a>'.repeat(100));
  test.each<readonly [string, Partial<RawEntry>]>([
    ['shorter than declared', { size: 400 }],
    ['longer than declared', { size: 200 }],
    ['another checksum', { crc: 1 }],
    ['no deflate data', { raw: text('not deflate'), size: 300 }],
    ['no data at all', { raw: new Uint8Array(0), size: 300 }],
  ])('%s', (_name, change) => {
    const pkg = openPackage(rawZip({ entries: [{ name: 'a.xml', content, ...change }] }));
    expect(failureCode(() => readPart(pkg, 'a.xml'))).toBe('file-damaged');
  });

  test('a part that is not there', () => {
    expect(failureCode(() => readPart(openPackage(rawZip({ entries: [a] })), 'b.xml'))).toBe(
      'part-missing',
    );
  });

  test.each([
    ['a DTD', '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', 'xml-forbidden'],
    ['a lower-case DTD', '<!doctype a><a/>', 'xml-forbidden'],
    ['an entity alone', '<a><!ENTITY b "c"></a>', 'xml-forbidden'],
    ['comments and CDATA', '<a><!-- ! --><![CDATA[<b>!]]></a>', 'ok'],
    ['an exclamation mark in text', '<a>好!</a>', 'ok'],
  ])('%s', (_name, xml, code) => {
    const pkg = openPackage(rawZip({ entries: [{ name: 'a.xml', content: text(xml) }] }));
    expect(failureCode(() => readPartText(pkg, 'a.xml'))).toBe(code);
  });

  test('a DTD in UTF-16 is seen too', () => {
    const codes = Array.from('\ufeff<!DOCTYPE a><a/>', (letter) => letter.charCodeAt(0));
    const hidden = Uint8Array.from(codes.flatMap((code) => [code & 255, code >> 8]));
    const pkg = openPackage(rawZip({ entries: [{ name: 'a.xml', content: hidden }] }));
    expect(failureCode(() => readPartText(pkg, 'a.xml'))).toBe('xml-forbidden');
  });

  test('bytes that are not UTF-8 are not read as if they were', () => {
    const pkg = openPackage(
      rawZip({ entries: [{ name: 'a.xml', content: Uint8Array.of(0x3c, 0x61, 0xff, 0x3e) }] }),
    );
    expect(failureCode(() => readPartText(pkg, 'a.xml'))).toBe('file-damaged');
  });
});
