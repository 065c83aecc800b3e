import * as fc from 'fast-check';
import { openPackage, readPartText, type Package } from '../../src/xlsx/package';
import { rememberTexts } from '../../src/xlsx/known-parts';
import { createPackage } from '../../src/xlsx/write/write-package';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const zipOf = (parts: Readonly<Record<string, string>>): Uint8Array =>
  createPackage(new Map(Object.entries(parts).map(([name, text]) => [name, encode(text)])));

/** Opens as a thread does that works off many files, and counts what had to be inflated. */
function opener() {
  const known = rememberTexts();
  return (bytes: Uint8Array): { readonly pkg: Package; readonly inflated: () => number } => {
    const pkg = openPackage(bytes, { known });
    return { pkg, inflated: () => pkg.spent.bytes };
  };
}

const LONG = '<a>同样的样式</a>'.repeat(20);

test('a part of the workbook before is not inflated again', () => {
  const open = opener();
  const first = open(zipOf({ 'styles.xml': LONG, 'sheet.xml': `<s>1</s>${LONG}` }));
  const second = open(zipOf({ 'styles.xml': LONG, 'sheet.xml': `<s>2</s>${LONG}` }));
  expect(readPartText(first.pkg, 'styles.xml')).toBe(LONG);
  expect(readPartText(second.pkg, 'styles.xml')).toBe(LONG);
  expect(second.inflated()).toBe(0);
  expect(readPartText(second.pkg, 'sheet.xml')).toBe(`<s>2</s>${LONG}`);
  expect(second.inflated()).toBeGreaterThan(0);
});

test('few bytes that are a long text are not kept, and what is kept has an end', () => {
  const open = opener();
  const again = (text: string): number => {
    const { pkg, inflated } = open(zipOf({ 'a.xml': text }));
    expect(readPartText(pkg, 'a.xml')).toBe(text);
    return inflated();
  };
  const long = ' '.repeat(300_000);
  again(long);
  expect(again(long)).toBe(long.length);
  const parts = Array.from({ length: 30 }, (_, at) => `${String(at)}${' '.repeat(200_000)}`);
  for (const text of parts) again(text);
  expect(again(parts[29] ?? '')).toBe(0);
  expect(again(parts[0] ?? '')).toBeGreaterThan(0);
});

test('a part that only claims the checksum of a known one is read for what it is', () => {
  const open = opener();
  const good = zipOf({ 'a.xml': LONG });
  const pkg = open(good).pkg;
  readPartText(pkg, 'a.xml');
  const [entry] = pkg.entries;
  const other = zipOf({ 'a.xml': LONG.replaceAll('同', '异') });
  const forged = open(other).pkg;
  const [lying] = forged.entries;
  if (!entry || !lying) throw new Error('no entry');
  // The same checksum, other bytes: damaged, and never the text of the part before.
  const entries = [{ ...lying, crc: entry.crc }];
  const byName = new Map(entries.map((one) => [one.name, one]));
  expect(() => readPartText({ ...forged, entries, byName }, 'a.xml')).toThrow('file-damaged');
});

test('property: however many workbooks are opened, each says what it says alone', () => {
  const part = fc.constantFrom(LONG, `${LONG}<b/>`, '<c/>', '', '<d>一</d>'.repeat(9));
  const books = fc.array(fc.array(part, { minLength: 1, maxLength: 4 }), { maxLength: 60 });
  fc.assert(
    fc.property(books, (all) => {
      const open = opener();
      for (const parts of all) {
        const names = Object.fromEntries(parts.map((text, at) => [`p${String(at)}.xml`, text]));
        const { pkg } = open(zipOf(names));
        for (const [name, text] of Object.entries(names)) {
          expect(readPartText(pkg, name)).toBe(text);
        }
      }
    }),
    { numRuns: 40 },
  );
});
