import type { Ledger } from '../../src/model/ledger';
import { xmlOfLedger } from '../../src/hosts/ledger-xml';
import { ledgerOfXml } from '../../src/xlsx/read/read-ledger';
import { createFileHost } from '../../src/hosts/file/file-host';
import { ledgerXml } from '../../src/xlsx/ledger-part';
import { packText, unpackText } from '../../src/xlsx/packed-text';
import { ledgerText } from '../../src/xlsx/read/read-ledger';
import { buildWorkbook } from '../support/workbook-builder';
import { clearPatch, fullPatch } from './write/sample-patch';

const ledgerOf = (flags: number): Ledger => ({
  version: 1,
  profile: 'cn-mof-2020',
  mapping: {},
  scores: [],
  flags: Array.from({ length: flags }, (_, index) => ({
    sheet: '附表',
    cell: `G${index + 1}`,
    tone: 'error',
    note: `JX401 第${index + 1}标段：<目标> “10”，完成 8；应得 ${index / 100} 分。\n请核对。😀`,
  })),
  sheets: [],
  waivers: [],
  host: {},
});

const LONG = ledgerOf(20_000);

describe('a long ledger', () => {
  test('is packed to a fraction, and comes back the same', () => {
    const xml = ledgerXml(LONG);
    expect(JSON.stringify(LONG).length).toBeGreaterThan(1_000_000);
    expect(xml.length).toBeLessThan(JSON.stringify(LONG).length / 4);
    expect(ledgerOfXml(xml)).toEqual(LONG);
    expect(ledgerOfXml(xmlOfLedger(LONG))).toEqual(LONG);
    expect(ledgerXml(LONG)).toBe(xml);
  });

  test('a short one stays legible', () => {
    expect(ledgerXml(ledgerOf(10))).toContain('第10标段');
  });

  test.each<[string, (xml: string) => string]>([
    ['cut off', (xml) => xml.replace(/.{2000}<\/ledger>/, '</ledger>')],
    ['no base64', (xml) => xml.replace(/>[^<]+<\/ledger>/, '>%%%%</ledger>')],
    ['longer than it says', (xml) => xml.replace(/packed="\d+"/, 'packed="100"')],
    ['shorter than it says', (xml) => xml.replace(/packed="(\d+)"/, 'packed="1$1"')],
    ['says it is endless', (xml) => xml.replace(/packed="\d+"/, 'packed="99999999999"')],
    ['says nonsense', (xml) => xml.replace(/packed="\d+"/, 'packed="-1"')],
  ])('%s: ours, but damaged', (_, damage) => {
    const xml = damage(ledgerXml(LONG));
    expect(xml).not.toBe(ledgerXml(LONG));
    expect(ledgerText(xml)).toBe('');
    expect(ledgerOfXml(xml)).toBeNull();
  });

  test('in a file: read, and cleared away with what it tells of', async () => {
    const rows = Array.from({ length: 3000 }, (_, row) => [`第${row + 1}行`, 1]);
    const bytes = buildWorkbook({ sheets: [{ name: '附表', rows }] });
    const first = await createFileHost(bytes);
    const cells = rows.flatMap((_, row) => [`A${row + 1}`, `B${row + 1}`]);
    const patch = fullPatch(await first.read(), '附表', {}, cells);
    const notes = patch.flags.map((flag) => ({
      ...flag,
      note: `${flag.note ?? ''}说明`.repeat(4),
    }));
    const ledger = patch.ledger && {
      ...patch.ledger,
      flags: patch.ledger.flags.map((flag, index) => ({
        ...flag,
        note: notes[index]?.note ?? null,
      })),
    };
    await first.apply({ ...patch, flags: notes, ledger });
    const second = await createFileHost(first.bytes());
    const scored = await second.read();
    expect(JSON.stringify(scored.ledger).length).toBeGreaterThan(1_000_000);
    expect(scored.ledger?.flags).toHaveLength(6000);
    await second.apply(clearPatch(scored));
    const cleared = await second.read();
    expect(cleared.ledger).toBeNull();
    expect(cleared.sheets.map(({ name }) => name)).toEqual(['附表']);
  });
});

test('a text comes back from its packing, whatever is in it', () => {
  for (const text of ['', 'a', '绩效\u0000\ufffe😀', 'x'.repeat(100_000)]) {
    expect(unpackText(packText(text))).toBe(text);
  }
});
