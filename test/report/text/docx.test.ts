import { strFromU8, unzipSync } from 'fflate';
import { buildOutline } from '../../../src/report/outline';
import { outlineDocx } from '../../../src/report/outline-docx';
import { OUTLINE_TEMPLATES } from '../../../src/report/outline-templates';
import { docxParagraphs, docxText } from '../../../src/report/text/document/docx';
import { readReport } from '../../../src/report/text/read-report';
import { verifyReport } from '../../../src/report/text/verify-report';
import { tableResult } from '../fixtures';

const paragraph = (...runs: string[]) =>
  `<w:p>${runs.map((run) => `<w:r><w:t xml:space="preserve">${run}</w:t></w:r>`).join('')}</w:p>`;

describe('docxParagraphs', () => {
  it('gives a paragraph a line, with runs joined and entities read', () => {
    expect(
      docxText(`<w:body>${paragraph('自评', '得分 &lt;100&#x3e;')}${paragraph('二')}</w:body>`),
    ).toBe('自评得分 <100>\n二');
  });

  it('reads tables cell by cell and leaves deleted words and field codes out', () => {
    const xml =
      `<w:tbl><w:tr><w:tc>${paragraph('得分')}</w:tc><w:tc>${paragraph('96')}</w:tc></w:tr></w:tbl>` +
      '<w:p><w:del><w:r><w:delText>旧</w:delText></w:r></w:del><w:r><w:instrText>PAGE</w:instrText></w:r>' +
      '<w:r><w:t>新</w:t><w:br/><w:t>行</w:t></w:r></w:p>';
    expect(docxText(xml)).toBe('得分\n96\n新\n行');
  });

  const styles =
    '<w:styles><w:style w:type="paragraph" w:styleId="a1"><w:name w:val="heading 1"/></w:style>' +
    '<w:style w:type="paragraph" w:styleId="b2"><w:basedOn w:val="a1"/><w:name w:val="小节"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style></w:styles>';
  const numbering =
    '<w:numbering><w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl>' +
    '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%2."/></w:lvl></w:abstractNum>' +
    '<w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num></w:numbering>';
  const read = (document: string, footnotes: string | null = null) =>
    docxParagraphs({ document, styles, numbering, footnotes });
  const styled = (properties: string, text: string) =>
    `<w:p><w:pPr>${properties}</w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`;

  it('knows headings by style, what a style is based on, and outline level', () => {
    const xml =
      styled('<w:pStyle w:val="a1"/>', '基本情况') +
      styled('<w:pStyle w:val="b2"/>', '资金') +
      styled('<w:outlineLvl w:val="2"/>', '到位') +
      styled('<w:outlineLvl w:val="9"/>', '正文');
    expect(read(xml).map(({ level }) => level)).toEqual([1, 2, 3, null]);
  });

  it('writes out the numbers that Word sets, deeper ones anew under each', () => {
    const numbered = (depth: number, text: string) =>
      styled(`<w:numPr><w:ilvl w:val="${depth}"/><w:numId w:val="3"/></w:numPr>`, text);
    const xml = [numbered(0, '甲'), numbered(1, '子'), numbered(1, '丑'), numbered(0, '乙')];
    const again = numbered(1, '寅');
    expect(read(xml.join('') + again).map(({ text }) => text)).toEqual([
      '一、甲',
      '1.子',
      '2.丑',
      '二、乙',
      '1.寅',
    ]);
  });

  it('leaves out what is deleted, moved away or hidden, and keeps no-break hyphens', () => {
    const run = (text: string, properties = '') =>
      `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t>${text}</w:t></w:r>`;
    const xml =
      `<w:p>${run('1')}<w:r><w:noBreakHyphen/></w:r>${run('10月')}<w:moveFrom>${run('旧')}</w:moveFrom>` +
      `<w:del><w:r><w:delText>删</w:delText></w:r></w:del>${run('藏', '<w:vanish/>')}` +
      `${run('显', '<w:vanish w:val="0"/>')}<w:ins>${run('新')}</w:ins></w:p>`;
    expect(read(xml).map(({ text }) => text)).toEqual(['1-10月显新']);
  });

  it('reads a row of a table as one, a table in a cell as text of that cell, footnotes last', () => {
    const cell = (inner: string) => `<w:tc>${inner}</w:tc>`;
    const inner = `<w:tbl><w:tr>${cell(paragraph('内'))}${cell(paragraph('表'))}</w:tr></w:tbl>`;
    const xml = `<w:tbl><w:tr>${cell(paragraph('合计'))}${cell(paragraph('96') + inner)}</w:tr></w:tbl>`;
    const notes = `<w:footnotes>${paragraph('注')}</w:footnotes>`;
    expect(read(xml, notes).map(({ text, cells }) => [text, cells])).toEqual([
      ['合计 | 96\n内 表', ['合计', '96\n内 表']],
      ['注', null],
    ]);
  });

  it('refuses a document type', () => {
    expect(() => docxText('<!DOCTYPE w [<!ENTITY a "b">]><w:p/>')).toThrow('xml-forbidden');
  });

  it.each(['', '<', '<w:p><w:t>没有结尾', '</w:p></w:p>', '<w:p/>'])(
    'answers damaged text %j',
    (xml) => expect(typeof docxText(xml)).toBe('string'),
  );

  it.each(OUTLINE_TEMPLATES.map((template) => [template.id, template] as const))(
    'reads back the outline %s, whose numbering is in order',
    async (_, template) => {
      const outline = buildOutline(tableResult([{ name: '场次', weight: 1, filled: 1 }]), template);
      const parts = unzipSync(await outlineDocx(outline));
      const xml = parts['word/document.xml'];
      if (!xml) throw new Error('no document part');
      const report = readReport(docxText(strFromU8(xml)));
      expect(report.paragraphs[0]).toBe(outline.title);
      const ids = new Set(verifyReport(report).findings.map(({ id }) => id));
      // 86.2 % spent, and the outline asks for the reason: said once, as the place left open.
      expect([...ids]).toEqual(['placeholder-left']);
    },
  );
});
