import { strFromU8, unzipSync } from 'fflate';
import fc from 'fast-check';
import { buildOutline } from '../../../src/report/outline';
import { outlineDocx } from '../../../src/report/outline-docx';
import { OUTLINE_TEMPLATES } from '../../../src/report/outline-templates';
import {
  layoutOf,
  type LayoutItem,
  type LayoutParts,
} from '../../../src/report/text/document/layout';
import { layoutLines, VERIFIED_TEXTS } from '../../../src/report/text/verified-lines';
import { quantity, tableResult } from '../fixtures';

const EVERY: readonly LayoutItem[] = [
  'paper',
  'margins',
  'title-font',
  'title-size',
  'heading-font',
  'body-font',
  'body-size',
  'line',
  'page-number',
];

const differing = (parts: LayoutParts): LayoutItem[] =>
  layoutOf(parts).flatMap(({ item, verdict }) => (verdict === 'differs' ? [item] : []));

interface Page {
  readonly size?: string;
  readonly margins?: string;
  readonly grid?: string;
}

const sectPr = ({
  size = 'w:w="11906" w:h="16838"',
  margins = 'w:top="2098" w:bottom="1984" w:left="1587" w:right="1474"',
  grid = '',
}: Page = {}): string => `<w:sectPr><w:pgSz ${size}/><w:pgMar ${margins}/>${grid}</w:sectPr>`;

const run = (text: string, font: string, size: number): string =>
  `<w:r><w:rPr><w:rFonts w:eastAsia="${font}"/><w:sz w:val="${String(size)}"/></w:rPr><w:t>${text}</w:t></w:r>`;
const LONG = '本项目按照年度计划开展各项工作，资金按规定程序拨付，全年任务按期完成，效果较好。';
const EXACT = '<w:pPr><w:spacing w:line="570" w:lineRule="exact"/></w:pPr>';

interface Text {
  readonly font?: string;
  readonly size?: number;
  readonly heading?: string;
  readonly properties?: string;
  readonly page?: Page;
  readonly footer?: string;
}

const FOOTER = '<w:ftr><w:p><w:r><w:instrText> PAGE </w:instrText></w:r></w:p></w:ftr>';

const partsOf = ({
  font = '仿宋_GB2312',
  size = 32,
  heading = '黑体',
  properties = EXACT,
  page = {},
  footer = FOOTER,
}: Text = {}): LayoutParts => ({
  document: `<w:document><w:body><w:p><w:pPr><w:jc w:val="center"/></w:pPr>${run('自评报告', '方正小标宋简体', 44)}</w:p><w:p>${run('一、概况', heading, 32)}</w:p><w:p>${properties}${run(LONG, font, size)}</w:p>${sectPr(page)}</w:body></w:document>`,
  styles: null,
  margins: [footer],
});

test.each(OUTLINE_TEMPLATES.map((template) => [template.id, template] as const))(
  'a report of our own is laid out as an official document: %s',
  async (_, template) => {
    const outline = buildOutline(
      tableResult([{ name: '培训', level1: '产出指标', actual: quantity('9场') }]),
      template,
    );
    const parts = unzipSync(await outlineDocx(outline));
    const text = (name: string): string => strFromU8(parts[name] ?? new Uint8Array());
    const margins = Object.keys(parts).filter((name) => /footer\d+\.xml$/.test(name));
    const layout = layoutOf({
      document: text('word/document.xml'),
      styles: text('word/styles.xml'),
      margins: margins.map(text),
    });
    expect(layout.map(({ item, verdict }) => [item, verdict])).toEqual(
      EVERY.map((item) => [item, 'same']),
    );
  },
);

test.each([
  ['as it should be', {}, []],
  ['another paper', { page: { size: 'w:w="12240" w:h="15840"' } }, ['paper']],
  [
    'other margins',
    { page: { margins: 'w:top="1440" w:bottom="1440" w:left="1800" w:right="1800"' } },
    ['margins'],
  ],
  ['another font', { font: '宋体' }, ['body-font']],
  ['another size', { size: 28 }, ['body-size']],
  ['another font of headings', { heading: '仿宋' }, ['heading-font']],
  [
    'one and a half lines',
    { properties: '<w:pPr><w:spacing w:line="360" w:lineRule="auto"/></w:pPr>' },
    ['line'],
  ],
  [
    'close lines',
    { properties: '<w:pPr><w:spacing w:line="400" w:lineRule="exact"/></w:pPr>' },
    ['line'],
  ],
  [
    'a grid of 22 lines',
    { properties: '', page: { grid: '<w:docGrid w:type="lines" w:linePitch="579"/>' } },
    [],
  ],
  ['lines of nobody knows what height', { properties: '' }, []],
  ['no page number', { footer: '<w:ftr><w:p/></w:ftr>' }, ['page-number']],
] as const)('%s', (_, text, expected) => {
  expect(differing(partsOf(text))).toEqual(expected);
});

test('a style says what its paragraphs do not, and a theme’s font is no font', () => {
  const styles = (font: string): string =>
    `<w:styles><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts ${font}/><w:sz w:val="21"/></w:rPr></w:rPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style><w:style w:type="paragraph" w:styleId="b"><w:basedOn w:val="a"/><w:rPr><w:sz w:val="32"/></w:rPr></w:style></w:styles>`;
  const document = (style: string): string =>
    `<w:document><w:body><w:p><w:r><w:t>题</w:t></w:r></w:p><w:p><w:pPr>${style}</w:pPr><w:r><w:t>${LONG}</w:t></w:r></w:p></w:body></w:document>`;
  const given = (font: string, style: string): LayoutParts => ({
    document: document(style),
    styles: styles(font),
    margins: [FOOTER],
  });
  const STYLED = '<w:pStyle w:val="b"/>';
  expect(differing(given('w:eastAsia="宋体"', ''))).toEqual(['body-font', 'body-size']);
  expect(differing(given('w:eastAsia="宋体"', STYLED))).toEqual(['body-font']);
  expect(differing(given('w:eastAsiaTheme="minorEastAsia"', STYLED))).toEqual([]);
});

const looked = (document: string) => layoutOf({ document, styles: null, margins: [FOOTER] });

/** A box of text as Word hangs it on a paragraph, and as older programs read it. */
const box = (inside: string): string =>
  `<w:r><mc:AlternateContent><mc:Choice><wps:txbx><w:txbxContent>${inside}</w:txbxContent></wps:txbx></mc:Choice><mc:Fallback><v:textbox><w:txbxContent>${inside}</w:txbxContent></v:textbox></mc:Fallback></mc:AlternateContent></w:r>`;

test('a text box ends neither the paragraph it hangs on nor its looks, whatever stands in it', () => {
  const plain = partsOf().document;
  const inside = fc.array(
    fc.constantFrom(
      `<w:p>${run(LONG, '宋体', 18)}</w:p>`,
      '<w:p><w:pPr><w:jc w:val="left"/></w:pPr></w:p>',
      '<w:p/>',
      `<w:tbl><w:tr><w:tc><w:p>${run('甲', '黑体', 20)}</w:p></w:tc></w:tr></w:tbl>`,
    ),
    { minLength: 1, maxLength: 4 },
  );
  const starts = [...plain.matchAll(/<w:r>/g)].map(({ index }) => index);
  fc.assert(
    fc.property(inside, fc.constantFrom(...starts), (contents, at) => {
      const boxed = plain.slice(0, at) + box(contents.join('')) + plain.slice(at);
      expect(looked(boxed)).toEqual(looked(plain));
    }),
  );
});

test('lines that grow with what stands in them are of no certain height', () => {
  const properties = '<w:pPr><w:spacing w:line="400" w:lineRule="atLeast"/></w:pPr>';
  expect(differing(partsOf({ properties }))).toEqual([]);
});

test.each([
  ['方正小标宋简体', '黑体', '仿宋_GB2312'],
  ['FZXiaoBiaoSong-B05S', 'SimHei', 'FangSong_GB2312'],
  ['方正小标宋_GBK', 'STHeiti', 'STFangsong'],
])('a font is known by whatever name a program gave it: %s', (title, heading, body) => {
  const document = partsOf({ font: body, heading }).document.replace('方正小标宋简体', title);
  expect(differing({ document, styles: null, margins: [FOOTER] })).toEqual([]);
});

test('text of several sizes is not judged by one of them', () => {
  const mixed = partsOf().document.replace(
    '</w:body>',
    `<w:p>${run(LONG, '宋体', 24)}</w:p><w:p>${run(LONG, '黑体', 28)}</w:p></w:body>`,
  );
  const items = layoutOf({ document: mixed, styles: null, margins: [] }).map(({ item }) => item);
  expect(items).not.toContain('body-size');
  expect(items).not.toContain('body-font');
});

test('whatever a part holds is read or refused, and told in both languages', () => {
  const piece = fc.constantFrom(
    '<w:p>',
    '</w:p>',
    '<w:r>',
    '<w:t>',
    '甲',
    '</w:t>',
    '<w:tbl>',
    '</w:tbl>',
    '<w:sz w:val="x"/>',
    '<w:sectPr>',
    '</w:sectPr>',
    '<w:pgSz w:w="0"/>',
    '<',
  );
  fc.assert(
    fc.property(fc.array(piece), fc.array(piece), (document, styles) => {
      const layout = layoutOf({
        document: document.join(''),
        styles: styles.join(''),
        margins: [],
      });
      for (const language of ['zh-CN', 'en'] as const) {
        const lines = layoutLines(layout, VERIFIED_TEXTS[language]);
        expect(lines.join('\n')).not.toMatch(/[{}]|reports\./);
      }
    }),
  );
});
