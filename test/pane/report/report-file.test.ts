import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import {
  commentedDocx,
  layoutOfFile,
  openReport,
  reportOf,
  type DocxFile,
} from '../../../src/pane/report/report-file';
import { buildOutline } from '../../../src/report/outline';
import { outlineDocx } from '../../../src/report/outline-docx';
import { OUTLINE_TEMPLATES } from '../../../src/report/outline-templates';
import { openPackage } from '../../../src/xlsx/package';
import { quantity, tableResult } from '../../report/fixtures';

const NAME = '自评报告.docx';
const DOCUMENT = 'word/document.xml';
const OF_COMMENTS = new Set([
  DOCUMENT,
  'word/comments.xml',
  '[Content_Types].xml',
  'word/_rels/document.xml.rels',
]);

const TEMPLATE = OUTLINE_TEMPLATES[0];
if (!TEMPLATE) throw new Error('no structure ships');

const ours = (): Promise<Uint8Array> =>
  outlineDocx(
    buildOutline(
      tableResult([{ name: '培训', level1: '产出指标', actual: quantity('9场') }]),
      TEMPLATE,
    ),
  );

function opened(bytes: Uint8Array): DocxFile {
  const file = openReport(bytes, NAME);
  if (file.format !== 'docx') throw new Error('no .docx');
  return file;
}

/** With the bytes of one part damaged, as a broken disk leaves them. */
function damaged(bytes: Uint8Array, part: string): Uint8Array {
  const made = zipSync(unzipSync(bytes), { level: 6 });
  const entry = openPackage(made).entries.find(({ name }) => name === part);
  const name = strToU8(part);
  const at = made.findIndex(
    (byte, index) =>
      byte === 0x50 &&
      made[index + 2] === 3 &&
      name.every((one, place) => made[index + 30 + place] === one),
  );
  if (!entry || at < 0) throw new Error(`no ${part}`);
  return made.map((byte, index) => {
    const offset = index - at - 30 - name.length;
    return offset >= 0 && offset < 40 ? byte ^ 0xff : byte;
  });
}

test('a part that only says how a report looks is damaged: it is checked, its layout is not told', async () => {
  const file = opened(damaged(await ours(), 'word/footer1.xml'));
  const report = reportOf(file, NAME);
  expect(report.paragraphs.length).toBeGreaterThan(5);
  // That its footer was not read is said.
  expect(report.margins).toEqual([{ kind: 'footer', text: '' }]);
  expect(layoutOfFile(file)).toBeNull();
});

test('how a report looked before a tracked change says nothing of how it looks', async () => {
  const parts = unzipSync(await ours());
  const before =
    '<w:rPrChange w:id="9" w:author="甲"><w:rPr><w:rFonts w:eastAsia="宋体"/><w:sz w:val="18"/></w:rPr></w:rPrChange></w:rPr>';
  const changed = strFromU8(parts[DOCUMENT] ?? new Uint8Array()).replaceAll('</w:rPr>', before);
  const layout = layoutOfFile(opened(zipSync({ ...parts, [DOCUMENT]: strToU8(changed) })));
  expect(layout?.map(({ verdict }) => verdict)).toEqual(Array(9).fill('same'));
});

test('headers are read beside the text, as far as pages show them', async () => {
  const bytes = await ours();
  // The page number of its own footer is no text.
  expect(reportOf(opened(bytes), NAME).margins).toEqual([]);
  const parts = unzipSync(bytes);
  const textOf = (name: string): string => strFromU8(parts[name] ?? new Uint8Array());
  const rels = 'word/_rels/document.xml.rels';
  const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/header';
  const header = (words: string): Uint8Array =>
    strToU8(`<w:hdr><w:p><w:r><w:t>${words}</w:t></w:r></w:p></w:hdr>`);
  const made = zipSync({
    ...parts,
    'word/h1.xml': header('某局2022年度自评'),
    'word/h2.xml': header('没有用到的首页'),
    [rels]: strToU8(
      textOf(rels).replace(
        '</Relationships>',
        `<Relationship Id="h1" Type="${type}" Target="h1.xml"/><Relationship Id="h2" Type="${type}" Target="h2.xml"/></Relationships>`,
      ),
    ),
    [DOCUMENT]: strToU8(
      textOf(DOCUMENT).replace(
        /<w:sectPr\b[^>]*>(?![\s\S]*<w:sectPr)/,
        (tag) =>
          `${tag}<w:headerReference w:type="default" r:id="h1"/><w:headerReference w:type="first" r:id="h2"/>`,
      ),
    ),
  });
  const read = reportOf(opened(made), NAME);
  expect(read.margins).toEqual([{ kind: 'header', text: '某局2022年度自评' }]);
  expect(read.paragraphs).toEqual(reportOf(opened(bytes), NAME).paragraphs);
});

describe('a copy with comments', () => {
  const remarks = [{ words: '培训', paragraph: 1, text: '表里是 9 场' }];

  /** What another program adds: pictures, headers, properties, parts nobody knows. */
  const foreign = async (): Promise<Uint8Array> =>
    zipSync({
      ...unzipSync(await ours()),
      'word/media/image1.png': Uint8Array.from({ length: 5000 }, (_, index) => (index * 61) % 251),
      'customXml/item1.xml': strToU8('<?xml version="1.0"?>\r\n<甲 乙="1" />\r\n'),
      'word/unknown.bin': Uint8Array.from({ length: 3000 }, (_, index) => (index * 37) % 256),
    });

  it('has every part of the report that is no part of comments byte for byte, in their order', async () => {
    const bytes = await foreign();
    const made = commentedDocx(opened(bytes), remarks);
    const [was, is] = [unzipSync(bytes), unzipSync(made)];
    expect(Object.keys(is).filter((name) => name in was)).toEqual(Object.keys(was));
    expect(Object.keys(is).filter((name) => !(name in was))).toEqual(['word/comments.xml']);
    const changed = Object.keys(was).filter(
      (name) => Buffer.compare(was[name] ?? new Uint8Array(), is[name] ?? new Uint8Array()) !== 0,
    );
    expect(changed.filter((name) => !OF_COMMENTS.has(name))).toEqual([]);
    expect(changed).toContain(DOCUMENT);
  });

  it('says the same text, and once more commented changes the text of no part but those', async () => {
    const bytes = await foreign();
    const once = commentedDocx(opened(bytes), remarks);
    const twice = commentedDocx(opened(once), [{ words: '自评', paragraph: 1, text: '又一条' }]);
    const textOf = (of: Uint8Array): readonly string[] => reportOf(opened(of), NAME).paragraphs;
    expect(textOf(once)).toEqual(textOf(bytes));
    expect(textOf(twice)).toEqual(textOf(bytes));
    const [was, is] = [unzipSync(once), unzipSync(twice)];
    const changed = Object.keys(is).filter(
      (name) => Buffer.compare(was[name] ?? new Uint8Array(), is[name] ?? new Uint8Array()) !== 0,
    );
    expect(changed.sort()).toEqual(['word/comments.xml', DOCUMENT]);
  });

  /** As Word on the web names its main part, and as both standards name their types. */
  const renamed = (bytes: Uint8Array): Uint8Array =>
    zipSync(
      Object.fromEntries(
        Object.entries(unzipSync(bytes)).map(([name, content]) => [
          name
            .replace('word/document.xml', 'word/document2.xml')
            .replace('/document.xml.rels', '/document2.xml.rels'),
          /\.(?:xml|rels)$/.test(name)
            ? strToU8(strFromU8(content).replaceAll('word/document.xml', 'word/document2.xml'))
            : content,
        ]),
      ),
    );

  it('is made where the main part has another name, and goes on in the part of comments there is', async () => {
    const once = commentedDocx(opened(renamed(await ours())), remarks);
    const twice = commentedDocx(opened(once), [{ words: '自评', paragraph: 1, text: '又一条' }]);
    const parts = unzipSync(twice);
    const text = (name: string): string => strFromU8(parts[name] ?? new Uint8Array());
    expect(text('word/comments.xml').match(/<w:comment /g)).toHaveLength(2);
    expect(text('word/document2.xml').match(/<w:commentReference /g)).toHaveLength(2);
    expect(text('word/_rels/document2.xml.rels').match(/relationships\/comments"/g)).toHaveLength(
      1,
    );
    expect(text('[Content_Types].xml').match(/comments\+xml/g)).toHaveLength(1);
    expect(layoutOfFile(opened(twice))?.every(({ verdict }) => verdict === 'same')).toBe(true);
  });
});
