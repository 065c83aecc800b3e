import { strFromU8, strToU8, unzipSync } from 'fflate';
import { RICH, richWorkbook } from '../../support/rich-workbook';
import { buildSheet, STYLES, zipParts } from '../../support/workbook-builder';
import { clearPatch, emptyPatch, flag, fullPatch, summarySheet } from './sample-patch';
import { write } from './written';

type Edit = (text: string, name: string) => string;

/** What another program does when it saves: every part is written anew, formats are renumbered. */
function resave(bytes: Uint8Array, edit: Edit = (text) => text): Uint8Array {
  const parts = new Map<string, Uint8Array>();
  for (const [name, content] of Object.entries(unzipSync(bytes))) {
    const isText = /\.(xml|rels|vml)$/.test(name);
    parts.set(name, isText ? strToU8(edit(renumbered(strFromU8(content), name), name)) : content);
  }
  return zipParts(parts);
}

/** All formats move by one place and all fills too. */
function renumbered(text: string, name: string): string {
  if (name.startsWith('xl/worksheets/sheet')) {
    return text
      .replace(
        /(<c [^>]*?)(?: s="(\d+)")?( t="\w+")?(\/?>)/g,
        (_, start: string, style: string | undefined, type: string | undefined, end: string) =>
          `${start} s="${Number(style ?? '0') + 1}"${type ?? ''}${end}`,
      )
      .replace('</worksheet>', '\n</worksheet>');
  }
  if (name === 'xl/styles.xml') {
    return text
      .replace(
        /<cellXfs count="\d+">/,
        '<cellXfs><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>',
      )
      .replace('<fgColor rgb="FFFFC7CE"/>', '<fgColor rgb="ffffc7ce"/>');
  }
  return text;
}

const fillNear = (bytes: Uint8Array, cell: string): string => {
  const parts = unzipSync(bytes);
  const sheet = strFromU8(parts['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
  const styles = strFromU8(parts['xl/styles.xml'] ?? new Uint8Array());
  const style = Number(new RegExp(`<c r="${cell}"[^>]* s="(\\d+)"`).exec(sheet)?.[1] ?? '0');
  const xfs = /<cellXfs[^>]*>([\s\S]*?)<\/cellXfs>/.exec(styles)?.[1] ?? '';
  const xf = xfs.match(/<xf [^>]*?(?:\/>|>[\s\S]*?<\/xf>)/g)?.[style] ?? '';
  const fills = styles.match(/<fill>[\s\S]*?<\/fill>/g) ?? [];
  return fills[Number(/fillId="(\d+)"/.exec(xf)?.[1] ?? '0')] ?? '';
};

const bytes = buildSheet([['a', { value: 1, style: STYLES.marked }], [2]]);
const plan = (names: readonly string[]) => (snapshot: Parameters<typeof fullPatch>[0]) =>
  fullPatch(snapshot, '附表', {}, names);

describe('a file another program saved since', () => {
  const saved = resave(write(bytes, plan(['A1', 'B1', 'D7'])).bytes);

  test('is cleared: fills as they were, notes, sheets and ledger gone', () => {
    const after = write(saved, clearPatch);
    expect(fillNear(saved, 'B1')).toContain('FFFFEB9C');
    expect(fillNear(after.bytes, 'B1')).toContain('FFFFFF00');
    expect(fillNear(after.bytes, 'A1')).toContain('patternType="none"');
    expect(after.snapshot.sheets.map(({ name }) => name)).toEqual(['附表']);
    expect(after.snapshot.ledger).toBeNull();
    const names = Object.keys(after.parts);
    expect(
      names.filter((name) => /comments|vml|chart|drawing|customXml|sheet[23]/.test(name)),
    ).toEqual([]);
    expect(after.text('xl/worksheets/sheet1.xml')).not.toContain('legacyDrawing');
    expect(after.text('[Content_Types].xml')).not.toMatch(/comments|sheet2|chart|customXml/);
    expect(after.text('xl/workbook.xml')).not.toContain('definedName');
  });

  test('is written again with the same sheets, and then cleared exactly', () => {
    const again = write(saved, plan(['A1', 'B1', 'D7']));
    expect(again.snapshot.sheets.map(({ name }) => name)).toEqual(['附表', '核查清单', '汇总表']);
    expect(again.text('xl/comments1.xml').match(/<comment /g)).toHaveLength(3);
    expect(write(again.bytes, plan(['A1', 'B1', 'D7'])).bytes).toEqual(again.bytes);
    expect(fillNear(write(again.bytes, clearPatch).bytes, 'B1')).toContain('FFFFFF00');
  });

  test('a colour and a note the user changed are the user’s now', () => {
    const edited = resave(write(bytes, plan(['A1', 'B1'])).bytes, (text, name) =>
      name === 'xl/styles.xml'
        ? text.replaceAll('FFFFEB9C', 'FF00FF00')
        : name === 'xl/comments1.xml'
          ? text.replace('JX201 A1', '已核对')
          : text,
    );
    const after = write(edited, clearPatch);
    expect(fillNear(after.bytes, 'B1')).toContain('FF00FF00');
    expect(after.text('xl/comments1.xml')).toContain('已核对');
    expect(after.text('xl/comments1.xml').match(/<comment /g)).toHaveLength(1);
  });

  test('a sheet the user moved behind ours stays there, its names with it', () => {
    const added = resave(write(bytes, plan(['A1'])).bytes, (text, name) => {
      if (name !== 'xl/workbook.xml') return text;
      return text
        .replace(/(<sheet name="附表"[^>]*>)([\s\S]*)<\/sheets>/, '$2$1</sheets>')
        .replace(
          '<definedNames>',
          '<definedNames><definedName name="我的" localSheetId="2">附表!$A$1</definedName>',
        )
        .replace('<workbookView/>', '<workbookView activeTab="2"/>')
        .replace(/localSheetId="1"/, 'localSheetId="0"')
        .replace(/localSheetId="2">'/, `localSheetId="1">'`);
    });
    const again = write(added, plan(['A1']));
    expect(again.snapshot.sheets.map(({ name }) => name)).toEqual(['核查清单', '汇总表', '附表']);
    expect(again.text('xl/workbook.xml')).toContain('name="我的" localSheetId="2"');
    expect(again.text('xl/workbook.xml')).toContain(`localSheetId="1">'汇总表'`);
    const off = write(again.bytes, clearPatch);
    expect(off.text('xl/workbook.xml')).toContain('name="我的" localSheetId="0"');
    expect(off.text('xl/workbook.xml')).toContain('activeTab="0"');
  });

  test('its calculation chain goes as a whole when sheets of ours change', () => {
    const rich = write(richWorkbook(), (snapshot) => fullPatch(snapshot, RICH.sheet, {}, ['C9']));
    const resaved = resave(rich.bytes, (text, name) =>
      name === 'xl/calcChain.xml'
        ? text.replace('</calcChain>', '<c r="D3" i="5"/></calcChain>')
        : text,
    );
    const after = write(resaved, (snapshot) => ({
      ...emptyPatch(snapshot),
      sheets: [{ ...summarySheet(RICH.sheet), rows: [], merges: [], chart: null }],
    }));
    expect(Object.keys(after.parts)).not.toContain('xl/calcChain.xml');
    expect(after.text('[Content_Types].xml')).not.toContain('calcChain');
    expect(after.text('xl/_rels/workbook.xml.rels')).not.toContain('calcChain');
  });

  test('LibreOffice relates our memory to the package', () => {
    const parts = unzipSync(write(bytes, plan(['A1', 'B1'])).bytes);
    const move = (name: string, edit: (text: string) => string): void => {
      parts[name] = strToU8(edit(strFromU8(parts[name] ?? new Uint8Array())));
    };
    move('xl/_rels/workbook.xml.rels', (text) =>
      text.replace(/<Relationship [^>]*customXml[^>]*>/, ''),
    );
    move('_rels/.rels', (text) =>
      text.replace(
        '</Relationships>',
        '<Relationship Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXml" Target="../customXml/item1.xml"/></Relationships>',
      ),
    );
    const after = write(zipParts(new Map(Object.entries(parts))), clearPatch);
    expect(after.report.flagsCleared).toBe(2);
    expect(after.text('_rels/.rels')).not.toContain('customXml');
    expect(Object.keys(after.parts).some((name) => name.startsWith('customXml'))).toBe(false);
  });

  test('a memory that makes no sense is not trusted', () => {
    const broken = resave(write(bytes, plan(['A1', 'B1'])).bytes, (text, name) =>
      name === 'customXml/item1.xml' ? text.replace(/"fills":\[/, '"fills":[7,') : text,
    );
    const after = write(broken, clearPatch);
    expect(fillNear(after.bytes, 'A1')).toContain('patternType="none"');
    expect(after.snapshot.ledger).toBeNull();
    expect(after.snapshot.sheets.map(({ name }) => name)).toEqual(['附表']);
  });
});

test('a flag set by hand where nothing of ours is known is no error', () => {
  const after = write(bytes, (snapshot) => ({
    ...emptyPatch(snapshot),
    flags: [flag(snapshot, '附表', 'A1', null)],
  }));
  expect(after.report.flagsCleared).toBe(0);
  expect(after.bytes).toBe(bytes);
});
