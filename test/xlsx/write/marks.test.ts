import { strFromU8 } from 'fflate';
import { RICH, richWorkbook } from '../../support/rich-workbook';
import { buildSheet, buildWorkbook, STYLES } from '../../support/workbook-builder';
import { clearPatch, emptyPatch, flag } from './sample-patch';
import { changedParts, write, type Written } from './written';

const styleOf = (written: Written, cell: string, part = 'xl/worksheets/sheet1.xml'): number =>
  Number(new RegExp(`<c r="${cell}"[^>]* s="(\\d+)"`).exec(written.text(part))?.[1] ?? '0');

const listOf = (written: Written, name: string): readonly string[] => {
  const text = written.text('xl/styles.xml');
  const list = new RegExp(`<${name}[ >][\\s\\S]*?</${name}>`).exec(text)?.[0] ?? '';
  const item = { cellXfs: 'xf', fills: 'fill', fonts: 'font' }[name] ?? '';
  return (
    list.match(new RegExp(`<${item}(?: [^>]*)?/>|<${item}(?: [^>]*)?>[\\s\\S]*?</${item}>`, 'g')) ??
    []
  );
};

const formatOf = (written: Written, cell: string): string =>
  listOf(written, 'cellXfs')[styleOf(written, cell)] ?? '';

const fillOf = (written: Written, cell: string): string => {
  const id = Number(/fillId="(\d+)"/.exec(formatOf(written, cell))?.[1]);
  return listOf(written, 'fills')[id] ?? '';
};

const marked = (bytes: Uint8Array, cells: readonly string[], sheet = '附表') =>
  write(bytes, (snapshot) => ({
    ...emptyPatch(snapshot),
    flags: cells.map((cell, index) =>
      flag(snapshot, sheet, cell, (['error', 'warning', 'info'] as const)[index % 3]),
    ),
  }));

describe('colours', () => {
  const bytes = buildSheet([
    [{ value: 0.5, style: STYLES.percent }, { value: 1, style: STYLES.marked }, 3],
    [{ value: 0.7, style: STYLES.percent }],
  ]);

  test('a flagged cell keeps everything but its fill', () => {
    const after = marked(bytes, ['A1', 'B1']);
    expect(fillOf(after, 'A1')).toContain('rgb="FFFFC7CE"');
    expect(formatOf(after, 'A1')).toMatch(/numFmtId="9" fontId="0" fillId="\d+" borderId="1"/);
    expect(formatOf(after, 'A1')).toContain('applyFill="1"');
    expect(fillOf(after, 'B1')).toContain('rgb="FFFFEB9C"');
    expect(formatOf(after, 'B1')).toContain('fontId="1"');
  });

  test('equal formats are made once and counted', () => {
    const after = marked(bytes, ['A1', 'B1', 'C1', 'A2']);
    expect(styleOf(after, 'A2')).toBe(styleOf(after, 'A1'));
    for (const name of ['cellXfs', 'fills']) {
      const count = new RegExp(`<${name} count="(\\d+)"`).exec(after.text('xl/styles.xml'))?.[1];
      expect(Number(count)).toBe(listOf(after, name).length);
    }
  });

  test('taking a flag away gives the very parts back', () => {
    const after = marked(bytes, ['A1', 'B1', 'Q50']);
    const off = write(after.bytes, (snapshot) => ({
      ...emptyPatch(snapshot),
      flags: ['A1', 'B1', 'Q50'].map((cell) => flag(snapshot, '附表', cell, null)),
      ledger: null,
    }));
    expect(off.report.flagsCleared).toBe(3);
    expect(changedParts(bytes, off.bytes)).toEqual([]);
  });

  test('a merged area is coloured whole, and a flag on its hidden part shows on its first cell', () => {
    const merged = buildSheet(
      [
        ['a', { style: STYLES.percent }, 1],
        [{ style: STYLES.percent }, null, 2],
      ],
      {
        merges: ['A1:B2'],
      },
    );
    const after = marked(merged, ['B2']);
    for (const cell of ['A1', 'B1', 'A2']) expect(fillOf(after, cell)).toContain('FFFFC7CE');
    expect(after.text('xl/comments1.xml')).toContain('ref="A1"');
    expect(changedParts(merged, write(after.bytes, clearPatch).bytes)).toEqual([]);
  });

  test('two findings on one cell show the graver colour and both texts', () => {
    const after = write(bytes, (snapshot) => ({
      ...emptyPatch(snapshot),
      flags: [
        flag(snapshot, '附表', 'A1', 'info', '甲'),
        flag(snapshot, '附表', 'A1', 'error', '乙'),
      ],
    }));
    expect(fillOf(after, 'A1')).toContain('FFFFC7CE');
    expect(after.text('xl/comments1.xml')).toMatch(/甲\n\n乙/);
  });
});

describe('notes', () => {
  const bytes = buildSheet([[1, 2]]);

  test('have a comment, a shape, a relationship and a content type each', () => {
    const after = marked(bytes, ['A1', 'B1']);
    expect(after.text('xl/comments1.xml')).toContain('<author>绩效自评助手</author>');
    const drawing = after.text('xl/drawings/vmlDrawing1.vml');
    expect(drawing.match(/<v:shape /g)).toHaveLength(2);
    expect(drawing).toContain('visibility:hidden');
    expect(drawing).toContain('<x:Row>0</x:Row><x:Column>1</x:Column>');
    expect(drawing).toContain('<o:idmap v:ext="edit" data="1"/>');
    expect(new Set(drawing.match(/_x0000_s\d+/g)).size).toBe(2);
    expect(after.text('[Content_Types].xml')).toContain('Extension="vml"');
    expect(after.text('xl/worksheets/sheet1.xml')).toMatch(
      /<legacyDrawing [^>]*r:id="[^"]+"\/><\/worksheet>/,
    );
  });

  test('a user’s note and thread stay, ours is left out and said so', () => {
    const rich = richWorkbook();
    const after = marked(rich, [RICH.threadedCell, RICH.noteCell, 'C9'], RICH.sheet);
    expect(after.report.degradations.filter(({ kind }) => kind === 'note-kept')).toHaveLength(2);
    expect(fillOf(after, RICH.threadedCell)).toContain('FFFFC7CE');
    const comments = after.text('xl/comments1.xml');
    expect(comments.match(/<comment /g)).toHaveLength(3);
    expect(comments).toContain('tc={');
    expect(after.snapshot.ledger?.flags.map(({ cell, note }) => [cell, note === null])).toEqual([
      [RICH.threadedCell, true],
      [RICH.noteCell, true],
      ['C9', false],
    ]);
    expect(changedParts(rich, after.bytes)).not.toContain(
      'xl/threadedComments/threadedComment1.xml',
    );
  });

  test('legacyDrawing comes before what must follow it', () => {
    const tail =
      '<pageMargins left="1" right="1" top="1" bottom="1" header="0" footer="0"/><tableParts count="0"/><extLst><ext uri="x"/></extLst>';
    const after = marked(buildSheet([[1]], { tail }), ['A1']);
    expect(after.text('xl/worksheets/sheet1.xml')).toMatch(
      /<pageMargins[^>]*\/><legacyDrawing[^>]*\/><tableParts/,
    );
  });

  test('shapes of several sheets do not share numbers', () => {
    const two = buildWorkbook({
      sheets: [
        { name: '甲', rows: [[1]] },
        { name: '乙', rows: [[2]] },
      ],
    });
    const after = write(two, (snapshot) => ({
      ...emptyPatch(snapshot),
      flags: [flag(snapshot, '甲', 'A1'), flag(snapshot, '乙', 'A1')],
    }));
    expect(after.text('xl/drawings/vmlDrawing1.vml')).toContain('data="1"');
    expect(after.text('xl/drawings/vmlDrawing2.vml')).toContain('data="2"');
    expect(after.text('xl/drawings/vmlDrawing2.vml')).toContain('_x0000_s2049');
    expect(changedParts(two, write(after.bytes, clearPatch).bytes)).toEqual([]);
  });

  test('more notes than one block of numbers holds take a second', () => {
    const cells = Array.from({ length: 1100 }, (_, row) => `A${row + 1}`);
    const drawing = marked(bytes, cells).text('xl/drawings/vmlDrawing1.vml');
    const ids = drawing.match(/id="_x0000_s\d+"/g) ?? [];
    expect(new Set(ids).size).toBe(1100);
    expect(drawing).toContain('data="1,2"');
  });

  test.each([
    '=1+1',
    '+x',
    '@x',
    '_x0041_',
    'a\u0001b',
    'a\r\nb',
    ' <&> ',
    '\ud800',
    '"quoted"',
    ']]>',
  ])('any text can be said: %j', (text) => {
    const after = write(bytes, (snapshot) => ({
      ...emptyPatch(snapshot),
      flags: [flag(snapshot, '附表', 'A1', 'error', text)],
    }));
    expect(after.snapshot.ledger?.flags[0]?.note).toBe(text);
    expect(changedParts(bytes, write(after.bytes, clearPatch).bytes)).toEqual([]);
  });

  test('a drawing of other shapes is shared, and left when the notes go', () => {
    const form = buildWorkbook({
      sheets: [
        {
          name: '附表',
          rows: [[1]],
          tail: '<legacyDrawing r:id="rId1"/>',
          rels: { rId1: ['vmlDrawing', '../drawings/vmlDrawing1.vml'] },
        },
      ],
      parts: {
        'xl/drawings/vmlDrawing1.vml':
          '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout><v:shape id="_x0000_s1030" type="#_x0000_t201"><x:ClientData ObjectType="Button"/></v:shape></xml>',
      },
      contentTypes: { vml: 'application/vnd.openxmlformats-officedocument.vmlDrawing' },
    });
    const after = marked(form, ['A1']);
    expect(after.text('xl/drawings/vmlDrawing1.vml')).toContain('_x0000_s1031');
    expect(after.text('xl/worksheets/sheet1.xml').match(/<legacyDrawing/g)).toHaveLength(1);
    expect(changedParts(form, write(after.bytes, clearPatch).bytes)).toEqual([]);
  });
});

test('every relationship leads to a part that is there', () => {
  const after = marked(richWorkbook(), ['C9', 'B4'], RICH.sheet);
  for (const [name, content] of Object.entries(after.parts)) {
    if (!name.endsWith('.rels')) continue;
    const folder = name.replace(/_rels\/[^/]+$/, '');
    for (const [, attributes = ''] of strFromU8(content).matchAll(/<Relationship ([^>]*)>/g)) {
      if (attributes.includes('External')) continue;
      const target = /Target="([^"]*)"/.exec(attributes)?.[1] ?? '';
      const path = target.startsWith('/')
        ? target.slice(1)
        : new URL(target, `zip:///${folder}`).pathname.slice(1);
      expect(Object.keys(after.parts)).toContain(path);
    }
  }
});
