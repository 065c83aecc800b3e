import fc from 'fast-check';
import { strFromU8, strToU8, unzipSync } from 'fflate';
import { openXlsx } from '../../../src/xlsx/open';
import { applyPatch } from '../../../src/xlsx/write/apply';
import { buildWorkbook, relsXml, XML_HEAD, zipParts } from '../../support/workbook-builder';
import { clearPatch, fullPatch, writes } from './sample-patch';
import { changedParts, write } from './written';

/** The titles of sheets in docProps/app.xml keep step with our sheets, and go back to the byte. */

const APP = 'docProps/app.xml';
const TYPE = 'application/vnd.openxmlformats-officedocument.extended-properties+xml';

interface Group {
  readonly heading: string;
  readonly titles: readonly string[];
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll("'", '&apos;');

interface Spelling {
  /** Prefix of the elements of the properties and of the vectors. */
  readonly own: string;
  readonly vt: string;
  readonly space: string;
}

function appXml(groups: readonly Group[], { own, vt, space }: Spelling): string {
  const p = own === '' ? '' : `${own}:`;
  const titles = groups.flatMap((group) => group.titles);
  const pairs = groups.map(
    ({ heading, titles: all }) =>
      `<${vt}:variant><${vt}:lpstr>${heading}</${vt}:lpstr></${vt}:variant>${space}<${vt}:variant><${vt}:i4>${all.length}</${vt}:i4></${vt}:variant>`,
  );
  const parts = titles.map((title) => `<${vt}:lpstr>${escaped(title)}</${vt}:lpstr>`);
  return `${XML_HEAD}<${p}Properties xmlns${own === '' ? '' : `:${own}`}="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties" xmlns:${vt}="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">${space}<${p}Application>WPS 表格</${p}Application><${p}HeadingPairs>${space}<${vt}:vector size="${groups.length * 2}" baseType="variant">${pairs.join(space)}</${vt}:vector></${p}HeadingPairs><${p}TitlesOfParts><${vt}:vector size="${titles.length}" baseType="lpstr">${space}${parts.join(space)}</${vt}:vector>${space}</${p}TitlesOfParts></${p}Properties>`;
}

/** A workbook of these worksheets, with the properties as they are given; null: none. */
function workbookWith(sheets: readonly string[], app: string | null): Uint8Array {
  return buildWorkbook({
    sheets: sheets.map((name) => ({
      name,
      rows: [
        ['指标', '得分'],
        ['渠道', 9],
      ],
    })),
    ...(app === null
      ? {}
      : {
          parts: {
            [APP]: app,
            '_rels/.rels': relsXml({
              rId1: ['officeDocument', 'xl/workbook.xml'],
              rId2: ['extended-properties', APP],
            }),
          },
          contentTypes: { [`/${APP}`]: TYPE },
        }),
  });
}

const partOf = (bytes: Uint8Array, part: string): string =>
  strFromU8(unzipSync(bytes)[part] ?? new Uint8Array());

const withPart = (bytes: Uint8Array, part: string, text: string): Uint8Array =>
  zipParts(new Map(Object.entries({ ...unzipSync(bytes), [part]: strToU8(text) })));

const sheetNames = (bytes: Uint8Array): readonly string[] =>
  openXlsx(bytes).snapshot.sheets.map(({ name }) => name);

const name = fc.constantFrom('附表', '说明', '附表 2', 'A&B', "县'区", '资金<表', 'Sheet1');
const spelling: fc.Arbitrary<Spelling> = fc.record({
  own: fc.constantFrom('', 'ap'),
  vt: fc.constantFrom('vt', 'x'),
  space: fc.constantFrom('', '\r\n  '),
});
const heading = fc.constantFrom('工作表', 'Worksheets', '', 'Arbeitsblätter', 'ワークシート');
const given = fc.record({
  sheets: fc.uniqueArray(name, { minLength: 1, maxLength: 4 }),
  heading,
  ranges: fc.uniqueArray(fc.constantFrom('附表!Print_Area', '合计', '预算数'), { maxLength: 3 }),
  charts: fc.boolean(),
  spelling,
});

const groupsOf = (
  { heading: said, ranges, charts }: { heading: string; ranges: string[]; charts: boolean },
  sheets: readonly string[],
): readonly Group[] => [
  { heading: said, titles: sheets },
  ...(charts ? [{ heading: '图表', titles: ['图 1'] }] : []),
  ...(ranges.length > 0 ? [{ heading: '命名范围', titles: ranges }] : []),
];

const plan = (sheet: string) => (snapshot: Parameters<typeof fullPatch>[0]) =>
  fullPatch(snapshot, sheet, {}, ['B2']);

test('list our sheets while they stand, and are as they were once they are gone', () => {
  fc.assert(
    fc.property(given, (one) => {
      const { sheets } = one;
      const first = sheets[0] ?? '';
      const before = workbookWith(sheets, appXml(groupsOf(one, sheets), one.spelling));
      const after = write(before, plan(first)).bytes;
      const names = sheetNames(after);
      expect(names).toHaveLength(sheets.length + 2);
      const space = /\s+/g;
      const tight = (text: string): string => text.replace(space, '');
      expect(tight(partOf(after, APP))).toBe(tight(appXml(groupsOf(one, names), one.spelling)));
      const again = write(after, plan(first));
      expect(partOf(again.bytes, APP)).toBe(partOf(after, APP));
      expect(changedParts(before, write(again.bytes, clearPatch).bytes)).toEqual([]);
    }),
    { numRuns: 25 },
  );
});

test('are rid of our sheets alone where another program wrote into the properties since', () => {
  fc.assert(
    fc.property(given, (one) => {
      const first = one.sheets[0] ?? '';
      const app = appXml(groupsOf(one, one.sheets), one.spelling);
      const before = workbookWith(one.sheets, app);
      const after = write(before, plan(first)).bytes;
      const manager = (text: string): string => text.replace('WPS 表格', '张三 的表格');
      const touched = withPart(after, APP, manager(partOf(after, APP)));
      const cleared = write(touched, clearPatch).bytes;
      expect(changedParts(before, cleared)).toEqual([APP]);
      expect(partOf(cleared, APP).replace(/\s+/g, '')).toBe(manager(app).replace(/\s+/g, ''));
    }),
    { numRuns: 12 },
  );
});

test('follow the workbook where another program saved all of it', () => {
  const app = appXml([{ heading: '工作表', titles: ['附表'] }], { own: '', vt: 'vt', space: '' });
  const after = write(workbookWith(['附表'], app), plan('附表')).bytes;
  const workbook = partOf(after, 'xl/workbook.xml').replace('</workbook>', '\n</workbook>');
  const saved = withPart(after, 'xl/workbook.xml', workbook);
  expect(partOf(write(saved, clearPatch).bytes, APP)).toBe(app);
});

const odd: Readonly<Record<string, string | null>> = {
  'none at all': null,
  'without titles': `${XML_HEAD}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>WPS 表格</Application></Properties>`,
  'stale before us': appXml([{ heading: '工作表', titles: ['旧名'] }], {
    own: '',
    vt: 'vt',
    space: '',
  }),
  'numbers that do not fit': appXml([{ heading: '工作表', titles: ['附表'] }], {
    own: '',
    vt: 'vt',
    space: '',
  }).replace('<vt:i4>1<', '<vt:i4>7<'),
  'no numbers': appXml([{ heading: '工作表', titles: ['附表'] }], {
    own: '',
    vt: 'vt',
    space: '',
  }).replace('<vt:i4>1</vt:i4>', '<vt:i4/>'),
  'titles without headings': `${XML_HEAD}<Properties><TitlesOfParts><vector size="1"><lpstr>附表</lpstr></vector></TitlesOfParts></Properties>`,
  'not closed': `${XML_HEAD}<Properties><HeadingPairs>`,
  empty: '',
  'a document type': '<!DOCTYPE a><Properties/>',
};

test.each(Object.entries(odd))('are left as they are: %s', (_, app) => {
  const opened = openXlsx(workbookWith(['附表'], app));
  const { snapshot } = opened;
  const { bytes } = applyPatch(opened, {
    ...fullPatch(snapshot, '附表', {}, ['B2']),
    values: writes(snapshot, '附表', { B2: 8 }),
  });
  expect(sheetNames(bytes)).toEqual(['附表', '核查清单', '汇总表']);
  expect(partOf(bytes, APP)).toBe(app ?? '');
});
