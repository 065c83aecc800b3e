import { strFromU8, strToU8 } from 'fflate';
import { RICH, richParts, richWorkbook } from '../../support/rich-workbook';
import { buildSheet, buildWorkbook, workbookParts, zipParts } from '../../support/workbook-builder';
import { clearPatch, emptyPatch, flag, fullPatch, valueIn, writes } from './sample-patch';
import { changedParts, write } from './written';

const FLAGS = ['C9', 'G10', 'B4', RICH.threadedCell, RICH.noteCell, 'J40'];
const rich = richWorkbook();
const marked = (bytes: Uint8Array, sheet: string = RICH.sheet, flags = FLAGS) =>
  write(bytes, (snapshot) => fullPatch(snapshot, sheet, {}, flags));
const cleared = (bytes: Uint8Array) => write(bytes, clearPatch);

describe('which parts change in a workbook with everything', () => {
  test('a score changes its sheet, and the wish to calculate the workbook part', () => {
    const after = write(rich, (snapshot) => ({
      ...emptyPatch(snapshot),
      values: writes(snapshot, RICH.sheet, { G10: 9.5 }),
    }));
    expect(changedParts(rich, after.bytes)).toEqual([
      'xl/workbook.xml',
      'xl/worksheets/sheet1.xml',
    ]);
    expect(after.text('xl/workbook.xml')).toContain('fullCalcOnLoad="1"');
    expect(valueIn(after.snapshot, RICH.sheet, 'G10')).toBe(9.5);
    expect(after.report.cellsWritten).toBe(1);
  });

  test('flags, sheets and ledger change only what they must', () => {
    expect(changedParts(rich, marked(rich).bytes)).toEqual([
      '[Content_Types].xml',
      'customXml/_rels/item2.xml.rels',
      'customXml/item2.xml',
      'customXml/itemProps2.xml',
      'xl/_rels/workbook.xml.rels',
      'xl/charts/chart3.xml',
      'xl/comments1.xml',
      'xl/drawings/_rels/drawing3.xml.rels',
      'xl/drawings/drawing3.xml',
      'xl/drawings/vmlDrawing1.vml',
      'xl/styles.xml',
      'xl/workbook.xml',
      'xl/worksheets/_rels/sheet5.xml.rels',
      'xl/worksheets/sheet1.xml',
      'xl/worksheets/sheet4.xml',
      'xl/worksheets/sheet5.xml',
    ]);
  });

  test('nothing to change gives the very input', () => {
    expect(write(rich, emptyPatch).bytes).toBe(rich);
    const same = write(rich, (snapshot) => ({
      ...emptyPatch(snapshot),
      values: writes(snapshot, RICH.sheet, { G10: valueIn(snapshot, RICH.sheet, 'G10') }),
    }));
    expect(same.bytes).toBe(rich);
    expect(same.report).toMatchObject({ cellsWritten: 0, degradations: [] });
  });

  test('the calculation chain stays, with formulas of ours in the workbook', () => {
    expect(changedParts(rich, marked(rich).bytes)).not.toContain('xl/calcChain.xml');
  });
});

describe('twice is once', () => {
  test('for flags, sheets, scores and ledger', () => {
    const plan = (bytes: Uint8Array) =>
      write(bytes, (snapshot) => fullPatch(snapshot, RICH.sheet, { G10: 9.5, J50: 1 }, FLAGS));
    const once = plan(rich);
    expect(plan(once.bytes).bytes).toEqual(once.bytes);
  });

  test('one mark more and one less leaves what one run would have left', () => {
    const first = marked(rich, RICH.sheet, ['C9', 'G10']);
    const second = write(first.bytes, (snapshot) => ({
      ...emptyPatch(snapshot),
      flags: [flag(snapshot, RICH.sheet, 'C9', null), flag(snapshot, RICH.sheet, 'G11', 'info')],
    }));
    expect(second.report).toMatchObject({ flagsSet: 1, flagsCleared: 1 });
    const comments = second.text('xl/comments1.xml');
    expect(comments).not.toContain('ref="C9"');
    expect(comments).toContain('ref="G10"');
    expect(comments).toContain('ref="G11"');
    expect(cleared(second.bytes).bytes.length).toBeGreaterThan(0);
    expect(changedParts(rich, cleared(second.bytes).bytes)).toEqual([]);
  });

  test('a sheet left as it is keeps its parts while another is written again', () => {
    const first = marked(rich);
    const second = write(first.bytes, (snapshot) => {
      const plan = fullPatch(snapshot, RICH.sheet, {}, FLAGS);
      const only = plan.sheets.filter(({ role }) => role === 'findings');
      return { ...plan, sheets: only.map((sheet) => ({ ...sheet, widths: [9, 9, 9, 9] })) };
    });
    expect(changedParts(first.bytes, second.bytes)).toEqual(['xl/worksheets/sheet4.xml']);
    expect(changedParts(rich, cleared(second.bytes).bytes)).toEqual([]);
  });
});

describe('clear gives back the original', () => {
  test('part for part', () => {
    const after = cleared(marked(rich).bytes);
    expect(changedParts(rich, after.bytes)).toEqual([]);
    expect(after.snapshot.ledger).toBeNull();
    expect(after.report.flagsCleared).toBe(FLAGS.length);
  });

  test('except for the scores, which are the user’s now', () => {
    const scored = write(rich, (snapshot) => fullPatch(snapshot, RICH.sheet, { G10: 9.5 }, FLAGS));
    const only = write(rich, (snapshot) => ({
      ...emptyPatch(snapshot),
      values: writes(snapshot, RICH.sheet, { G10: 9.5 }),
    }));
    expect(changedParts(only.bytes, cleared(scored.bytes).bytes)).toEqual([]);
  });

  test.each([
    [
      'a plain sheet',
      buildSheet([
        ['a', 1],
        [null, 2],
      ]),
    ],
    ['an empty sheet', buildSheet([])],
    [
      'no styles',
      buildWorkbook({
        sheets: [{ name: '附表', rows: [[1, 2]] }],
        parts: {
          'xl/styles.xml': null,
          'xl/_rels/workbook.xml.rels':
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="/xl/worksheets/sheet1.xml"/></Relationships>',
        },
      }),
    ],
    [
      'an empty style part',
      buildWorkbook({
        sheets: [{ name: '附表', rows: [[1]] }],
        styles: '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>',
      }),
    ],
    ['a locked structure', richWorkbook({ lockedStructure: true })],
  ])('of %s', (_, bytes) => {
    const after = marked(bytes, '附表', ['A1', 'B2', 'D9']);
    expect(changedParts(bytes, after.bytes)).not.toEqual([]);
    expect(changedParts(bytes, cleared(after.bytes).bytes)).toEqual([]);
  });

  test('when the zip spells a relationship part in another case', () => {
    const parts = workbookParts({
      sheets: [
        { name: '附表', rows: [[1]], rels: { rId1: ['hyperlink', 'https://example.com/'] } },
      ],
    });
    const rels = 'xl/worksheets/_rels/sheet1.xml.rels';
    const content = parts.get(rels);
    parts.delete(rels);
    if (content) parts.set('xl/worksheets/_rels/Sheet1.xml.rels', content);
    const bytes = zipParts(parts);
    const once = marked(bytes, '附表', ['A1']);
    expect(marked(once.bytes, '附表', ['A1']).bytes).toEqual(once.bytes);
    expect(changedParts(bytes, cleared(once.bytes).bytes)).toEqual([]);
  });
});

const utf16 = (text: string): Uint8Array => {
  const bytes = new Uint8Array(2 + text.length * 2);
  const view = new DataView(bytes.buffer);
  view.setUint16(0, 0xfeff, true);
  for (let index = 0; index < text.length; index++) {
    view.setUint16(2 + index * 2, text.charCodeAt(index), true);
  }
  return bytes;
};

describe('other ways to write the same', () => {
  test.each<[string, (text: string) => Uint8Array]>([
    ['UTF-16', (text) => utf16(text.replace('encoding="UTF-8"', 'encoding="UTF-16"'))],
    ['a byte order mark', (text) => strToU8(`\ufeff${text}`)],
  ])('%s: written, and given back byte for byte', (_, encode) => {
    const parts = richParts();
    for (const name of ['xl/workbook.xml', 'xl/styles.xml', 'xl/worksheets/sheet1.xml']) {
      const part = parts.get(name);
      if (part) parts.set(name, encode(strFromU8(part)));
    }
    const bytes = zipParts(parts);
    const after = marked(bytes);
    expect(after.report.flagsSet).toBe(FLAGS.length);
    expect(marked(after.bytes).bytes).toEqual(after.bytes);
    expect(changedParts(bytes, cleared(after.bytes).bytes)).toEqual([]);
  });

  test('prefixed names stay prefixed', () => {
    const parts = workbookParts({
      sheets: [{ name: '附表', rows: [['a', 1]] }],
      strings: 'inline',
    });
    for (const name of ['xl/workbook.xml', 'xl/styles.xml', 'xl/worksheets/sheet1.xml']) {
      const text = strFromU8(parts.get(name) ?? new Uint8Array());
      const prefixed = text.replace(/<(\/?)(\w)/g, '<$1x:$2').replace('xmlns="', 'xmlns:x="');
      parts.set(name, strToU8(prefixed));
    }
    const bytes = zipParts(parts);
    const after = write(bytes, (snapshot) =>
      fullPatch(snapshot, '附表', { B1: 2.5, C4: 3 }, ['A1', 'C9']),
    );
    expect(after.text('xl/worksheets/sheet1.xml')).toContain('<x:c r="B1"');
    expect(after.text('xl/worksheets/sheet1.xml')).not.toMatch(/<(?:c|row|legacyDrawing)[ >]/);
    expect(after.text('xl/styles.xml')).not.toMatch(/<(?:xf|fill|font|border)[ >]/);
    expect(after.text('xl/workbook.xml')).toContain('<x:sheet name="核查清单"');
    expect(valueIn(after.snapshot, '附表', 'C4')).toBe(3);
    expect(changedParts(bytes, cleared(marked(bytes, '附表', ['A1', 'C9']).bytes).bytes)).toEqual(
      [],
    );
  });

  test('strict addresses are used in a strict workbook', () => {
    const parts = workbookParts({ sheets: [{ name: '附表', rows: [['a', 1]] }] });
    for (const [name, content] of parts) {
      const text = strFromU8(content)
        .replaceAll(
          'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
          'http://purl.oclc.org/ooxml/officeDocument/relationships',
        )
        .replaceAll(
          'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
          'http://purl.oclc.org/ooxml/spreadsheetml/main',
        );
      parts.set(name, strToU8(text));
    }
    const bytes = zipParts(parts);
    const after = marked(bytes, '附表', ['A1']);
    for (const [name, part] of Object.entries(after.parts)) {
      if (!name.startsWith('xl/')) continue;
      expect(strFromU8(part)).not.toMatch(
        /schemas\.openxmlformats\.org\/(?:spreadsheetml|drawingml|officeDocument)/,
      );
    }
    expect(after.snapshot.sheets.map(({ name }) => name)).toEqual(['附表', '核查清单', '汇总表']);
    expect(changedParts(bytes, cleared(after.bytes).bytes)).toEqual([]);
  });
});
