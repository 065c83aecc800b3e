import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { addinsFolder, installAddin, removeAddin } from '../../build/wps-install';
import { offlineEntry, publishXml } from '../../build/wps-files';
import { withEntry, withoutEntry } from '../../build/wps-publish-list';

const ENTRY = offlineEntry({ version: '1.2.0' });
const OLD = offlineEntry({ version: '1.1.0' });
const ONLINE = '<jspluginonline name="jixiao" type="et" url="http://内网/"></jspluginonline>';

type Encoding = 'utf8' | 'utf8-mark' | 'utf16le' | 'utf16be' | 'gbk';

/** Chinese characters as GBK has them, with second bytes that are letters and signs in ASCII. */
const GBK: Readonly<Record<string, readonly number[]>> = {
  内: [0xc4, 0xda],
  网: [0xcd, 0xf8],
  插: [0xb2, 0xe5],
  件: [0xbc, 0xfe],
  乗: [0x81, 0x5c],
  丂: [0x81, 0x40],
  亐: [0x81, 0x7c],
  艜: [0xc5, 0xa0],
};

function encoded(text: string, encoding: Encoding): Uint8Array {
  switch (encoding) {
    case 'utf8':
      return Buffer.from(text);
    case 'utf8-mark':
      return Buffer.from(`\ufeff${text}`);
    case 'utf16le':
      return Buffer.from(`\ufeff${text}`, 'utf16le');
    case 'utf16be':
      return Buffer.from(`\ufeff${text}`, 'utf16le').swap16();
    case 'gbk':
      return Buffer.from(Array.from(text).flatMap((sign) => GBK[sign] ?? [sign.charCodeAt(0)]));
  }
}

const chinese = fc.string({ unit: fc.constantFrom(...Object.keys(GBK), 'a', '/'), maxLength: 6 });
const other = fc
  .record({
    tag: fc.constantFrom('jsplugin', 'jspluginonline'),
    name: chinese.map((text) => `x${text}`),
    url: chinese,
    quote: fc.constantFrom('"', "'"),
    more: fc.constantFrom(
      '',
      ' enable="enable_dev"\r\n    install="null"',
      ' note="1 &gt; 0 > -1"',
    ),
    end: fc.constantFrom('/>', ' />', '></', '>\n</'),
  })
  .map(({ tag, name, url, quote, more, end }) => {
    const open = `<${tag} name=${quote}${name}${quote} type="et" url=${quote}${url}${quote}${more}`;
    return open + (end.endsWith('</') ? `${end}${tag}>` : end);
  });
const aside = chinese.map((text) => `<!-- ${text} <jsplugin name="jixiao"/> -->`);
const own = fc.constantFrom(OLD, ONLINE, ENTRY);

interface Made {
  readonly text: string;
  readonly encoding: Encoding;
  readonly own: readonly string[];
}

/** Lists as people and other add-ins leave them, some with entries of ours. */
const list = fc
  .record({
    encoding: fc.constantFrom<Encoding>('utf8', 'utf8-mark', 'utf16le', 'utf16be', 'gbk'),
    newline: fc.constantFrom('\n', '\r\n', ''),
    indent: fc.constantFrom('', '  ', '\t'),
    head: fc.constantFrom('', '<?xml version="1.0" encoding="UTF-8"?>', '<?xml version="1.0"?>'),
    others: fc.array(fc.oneof(other, aside), { maxLength: 5 }),
    own: fc.array(fc.tuple(own, fc.nat(6)), { maxLength: 2 }),
  })
  .map((given): Made => {
    const { newline, indent, head } = given;
    const lines = [...given.others];
    for (const [entry, at] of given.own) lines.splice(at, 0, entry);
    const body = lines.map((line) => newline + indent + line).join('');
    const text = `${head}${newline}<jsplugins>${body}${newline}</jsplugins>${newline}`;
    return { text, encoding: given.encoding, own: given.own.map(([entry]) => entry) };
  });

const listOf = (edited: ReturnType<typeof withEntry>): Uint8Array => {
  if (edited.kind !== 'list') throw new Error(edited.kind);
  return edited.bytes;
};
const bytesOf = ({ text, encoding }: Made): Uint8Array => encoded(text, encoding);
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

test('every byte of others stays, and ours is there once', () => {
  fc.assert(
    fc.property(list, (made) => {
      const after = listOf(withEntry(bytesOf(made), ENTRY));
      const without = made.own.reduce((text, entry) => text.replace(entry, ''), made.text);
      const bare = (text: string, encoding: Encoding): string =>
        hex(encoded(text.replace(/[ \t\r\n]/g, ''), encoding));
      // Text that is of others, and the place ours takes among them; white space between is free.
      const decoded = Buffer.from(after);
      const ours = Buffer.from(
        encoded(ENTRY, made.encoding === 'utf8-mark' ? 'utf8' : made.encoding),
      );
      const needle = made.encoding.startsWith('utf16') ? ours.subarray(2) : ours;
      const at = decoded.indexOf(needle);
      expect(at).toBeGreaterThan(0);
      expect(decoded.indexOf(needle, at + 1)).toBe(-1);
      const rest = Buffer.concat([decoded.subarray(0, at), decoded.subarray(at + needle.length)]);
      const width = made.encoding.startsWith('utf16') ? 2 : 1;
      const kept: number[] = [];
      for (let byte = 0; byte < rest.length; byte += width) {
        const unit = [...rest.subarray(byte, byte + width)];
        const sign = unit.length === 2 ? unit.find((one) => one !== 0) : unit[0];
        const isWide = unit.length === 2 && unit.every((one) => one !== 0);
        if (isWide || ![9, 10, 13, 32].includes(sign ?? 0)) kept.push(...unit);
      }
      expect(hex(Uint8Array.from(kept))).toBe(bare(without, made.encoding));
    }),
    { numRuns: 400 },
  );
});

test('once more changes nothing, and taking it out gives back what was there', () => {
  fc.assert(
    fc.property(list, (made) => {
      const once = listOf(withEntry(bytesOf(made), ENTRY));
      expect(hex(listOf(withEntry(once, ENTRY)))).toBe(hex(once));
      if (made.own.length > 0 || !/<jsplugin(?:online)? name=["']x/.test(made.text)) return;
      expect(hex(listOf(withoutEntry(once)))).toBe(hex(bytesOf(made)));
    }),
    { numRuns: 400 },
  );
});

describe('lists that are none', () => {
  test.each([
    ['nothing', ''],
    ['words', '已经装过了'],
    ['a list cut off', '<jsplugins><jsplugin name="a" />'],
    ['an entry cut off', '<jsplugins><jsplugin name="a"'],
    ['elements that cross', '<jsplugins><a><b></a></b></jsplugins>'],
    ['two roots', '<jsplugins/><jsplugins/>'],
    ['words in front', 'x<jsplugins/>'],
    ['words behind', '<jsplugins/>x'],
    ['a name twice', '<jsplugins><jsplugin name="a" name="b"/></jsplugins>'],
    ['a value without quotes', '<jsplugins><jsplugin name=a/></jsplugins>'],
    ['a comment that goes on', '<jsplugins/><!-- '],
  ])('%s is left alone', (_, text) => {
    expect(withEntry(Buffer.from(text), ENTRY)).toEqual({ kind: 'damaged' });
    expect(withoutEntry(Buffer.from(text))).toEqual({ kind: 'damaged' });
  });

  test.each(['<html><body/></html>', '<?xml version="1.0"?>\n<plugins/>'])(
    '%s is another’s',
    (text) => {
      expect(withEntry(Buffer.from(text), ENTRY)).toEqual({ kind: 'foreign' });
    },
  );

  test('half a character of UTF-16 is no text', () => {
    const bytes = encoded('<jsplugins/>', 'utf16le').slice(0, -1);
    expect(withEntry(bytes, ENTRY)).toEqual({ kind: 'damaged' });
  });
});

describe('on a computer', () => {
  let home = '';
  let folder = '';
  let from = '';
  const FILES = ['index.html', 'main.js', 'ribbon.xml', 'manifest.xml', 'images/score.svg'];
  const OTHERS = ['publish.html', 'jsplugins.xml', 'offline/jixiao.7z', 'LICENSE'];

  beforeEach(() => {
    home = mkdtempSync(join(tmpdir(), 'wps-'));
    folder = addinsFolder({ platform: 'linux', home, appData: undefined }) ?? '';
    from = join(home, 'package');
    for (const path of [...FILES, ...OTHERS]) {
      mkdirSync(join(from, path, '..'), { recursive: true });
      writeFileSync(join(from, path), path);
    }
  });
  afterEach(() => rmSync(home, { recursive: true, force: true }));

  const wpsRan = (): void => {
    mkdirSync(join(folder, '..'), { recursive: true });
  };
  const list = (): string => readFileSync(join(folder, 'publish.xml'), 'utf8');
  const backups = (): string[] => readdirSync(folder).filter((name) => name.endsWith('.bak'));
  const put = (text: string): void => {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'publish.xml'), text);
  };

  test('without a list it makes one, and removing leaves nothing', () => {
    wpsRan();
    expect(installAddin(folder, from, '1.2.0')).toEqual({ outcome: 'added', backup: null });
    expect(list()).toBe(publishXml({ version: '1.2.0' }));
    const placed = readdirSync(join(folder, 'jixiao_1.2.0'), { recursive: true });
    expect(placed.sort()).toEqual([...FILES, 'images'].sort());
    expect(installAddin(folder, from, '1.2.0').outcome).toBe('same');
    expect(backups()).toEqual([]);
    expect(removeAddin(folder).outcome).toBe('removed');
    expect(removeAddin(folder).outcome).toBe('nothing');
    expect(readdirSync(folder).filter((name) => !name.endsWith('.bak'))).toEqual([]);
  });

  test('a list of others keeps them, is kept as it was, and comes back', () => {
    wpsRan();
    const theirs = '<jsplugins>\r\n\t<jsplugin name="OA" type="wps" url="OA_1"/>\r\n</jsplugins>';
    put(theirs);
    const { outcome, backup } = installAddin(folder, from, '1.2.0');
    expect(outcome).toBe('added');
    expect(readFileSync(backup ?? '', 'utf8')).toBe(theirs);
    expect(list()).toBe(theirs.replace('\r\n</', `\r\n\t${ENTRY}\r\n</`));
    expect(removeAddin(folder).outcome).toBe('removed');
    expect(list()).toBe(theirs);
    expect(backups()).toHaveLength(2);
  });

  test('a new version takes the place of the old one', () => {
    wpsRan();
    put('<jsplugins>\n  <jsplugin name="OA" url="OA_1"/>\n</jsplugins>\n');
    installAddin(folder, from, '1.1.0');
    mkdirSync(join(folder, 'jixiao_own-work'));
    expect(installAddin(folder, from, '1.2.0').outcome).toBe('updated');
    expect(list()).toContain(`\n  ${ENTRY}\n`);
    expect(list()).not.toContain('1.1.0');
    expect(existsSync(join(folder, 'jixiao_1.1.0'))).toBe(false);
    removeAddin(folder);
    expect(existsSync(join(folder, 'jixiao_own-work'))).toBe(true);
  });

  test.each([
    ['damaged', '<jsplugins>'],
    ['foreign', '<oem/>'],
  ])('a list that is %s is not touched, nor anything else', (outcome, text) => {
    wpsRan();
    put(text);
    expect(installAddin(folder, from, '1.2.0')).toEqual({ outcome, backup: null });
    expect(removeAddin(folder)).toEqual({ outcome, backup: null });
    expect(readdirSync(folder)).toEqual(['publish.xml']);
    expect(list()).toBe(text);
  });

  test('where WPS never ran, and where there is nothing to put in, nothing is made', () => {
    expect(installAddin(folder, from, '1.2.0').outcome).toBe('no-wps');
    expect(existsSync(join(home, '.local'))).toBe(false);
    wpsRan();
    expect(installAddin(folder, join(home, 'elsewhere'), '1.2.0').outcome).toBe('no-package');
    expect(existsSync(folder)).toBe(false);
  });

  test('the folder is where Kingsoft keeps it', () => {
    const at = (platform: string, appData?: string): string | undefined =>
      addinsFolder({ platform, home: '/h', appData })?.replaceAll('\\', '/');
    expect(at('win32', 'C:/U/王/AppData/Roaming')).toBe(
      'C:/U/王/AppData/Roaming/kingsoft/wps/jsaddons',
    );
    expect(at('win32')).toBe('/h/AppData/Roaming/kingsoft/wps/jsaddons');
    expect(at('linux')).toBe('/h/.local/share/Kingsoft/wps/jsaddons');
    expect(at('darwin')).toContain('com.kingsoft.wpsoffice.mac');
    expect(at('aix')).toBeUndefined();
  });
});
