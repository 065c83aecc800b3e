import '../../support/property-seed';
import * as fc from 'fast-check';
import { withComments } from '../../../src/report/text/comments/docx-comments';
import { docxText } from '../../../src/report/text/document/docx';
import { madeParagraph, RUN_LOOKS, textBox, type MadeParagraph } from '../../support/word-maker';

const bare = (text: string): string => text.replace(/\s+/g, '');

/** What a reader sees between the marks of a comment. */
function noted(document: string, id: number): string {
  const from = document.indexOf(`<w:commentRangeStart w:id="${id}"/>`);
  const to = document.indexOf(`<w:commentRangeEnd w:id="${id}"/>`);
  expect(from).toBeGreaterThan(-1);
  expect(to).toBeGreaterThan(from);
  // Elements that began before the mark may end after it, and the other way round.
  const within = document
    .slice(from, to)
    .replace(/<\/?w:(?:smartTag|sdt|sdtContent|ins|hyperlink|fldSimple)(?=[\s>])[^>]*>/g, '')
    .replace(/<w:r><mc:AlternateContent>[\s\S]*?<\/mc:AlternateContent><\/w:r>/g, '');
  return bare(docxText(`<w:p>${within}</w:p>`));
}

const withoutMarks = (document: string, id: number): string =>
  document
    .replace(`<w:commentRangeStart w:id="${id}"/>`, '')
    .replace(`<w:commentRangeEnd w:id="${id}"/><w:r><w:commentReference w:id="${id}"/></w:r>`, '');

const LOOKS = [...RUN_LOOKS]
  .sort((a, b) => b.length - a.length)
  .map((looks) => looks.replace(/[/]/g, '\\/'))
  .join('|');
const ALIKE = new RegExp(
  `(<w:r(?:\\s[^>]*)?>(?:${LOOKS}))((?:(?!<w:r[\\s>]|<\\/w:r>)[\\s\\S])+)<\\/w:r>\\1(?!<w:rPr)`,
  'g',
);

/** Runs of the same looks, and texts in a run, that stand beside each other joined: as if none had been cut. */
function rejoined(document: string): string {
  let before = '';
  let after = document;
  while (before !== after) {
    before = after;
    after = before.replace(/<\/w:t><w:t xml:space="preserve">/g, '').replace(ALIKE, '$1$2');
  }
  return after;
}

const commented = (document: string, words: string, paragraph = 1): string =>
  withComments(
    { document, comments: null, paragraphs: docxText(document).split('\n') },
    [{ words, paragraph, text: '看' }],
    '甲',
  ).document;

describe('comments in a document as Word writes it', () => {
  const paragraphs = fc.array(madeParagraph, { minLength: 1, maxLength: 3 });
  const places = fc.tuple(fc.nat(), fc.nat(), fc.nat());

  const wordsAt = (made: readonly MadeParagraph[], [at, from, size]: readonly number[]): string => {
    const all = made.map(({ text }) => Array.from(bare(text))).filter(({ length }) => length > 1);
    const chosen = all[(at ?? 0) % Math.max(1, all.length)] ?? [];
    const start = (from ?? 0) % Math.max(1, chosen.length - 1);
    return chosen.slice(start, start + 2 + ((size ?? 0) % 10)).join('');
  };

  it('stand at exactly the words, and change nothing but what they cut', () => {
    fc.assert(
      fc.property(paragraphs, places, (made, place) => {
        const words = wordsAt(made, place);
        fc.pre(words.length > 1);
        const document = `<w:body>${made.map(({ xml }) => xml).join('')}</w:body>`;
        const after = commented(document, words);
        expect(noted(after, 0)).toBe(words);
        expect(docxText(after)).toBe(docxText(document));
        expect(rejoined(withoutMarks(after, 0))).toBe(rejoined(document));
      }),
      { numRuns: 300 },
    );
  });

  const paragraph = (text: string): string => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;
  const body = (...xml: string[]): string => `<w:body>${xml.join('')}</w:body>`;

  it('stand at the paragraph meant where the same words come more than once', () => {
    const document = body(...['基本情况', '支出80万元。', '基本情况', '完。'].map(paragraph));
    const after = commented(document, '基本情况', 3);
    expect(after.indexOf('<w:commentRangeStart')).toBeGreaterThan(after.indexOf('80'));
  });

  it('stand at the cells of a row, whole or cut off', () => {
    const cell = (text: string): string => `<w:tc>${paragraph(text)}</w:tc>`;
    const rows = ['项目资金', '产出'].map(
      (name) => `<w:tr>${[name, '【待补充】', '50万元'].map(cell).join('')}</w:tr>`,
    );
    const document = body(paragraph('概况'), `<w:tbl>${rows.join('')}</w:tbl>`);
    expect(noted(commented(document, '产出 | 【待补充】 | 50万元', 3), 0)).toBe(
      '产出【待补充】50万元',
    );
    expect(noted(commented(document, '产出|【待补充】|50万元', 3), 0)).toBe('产出【待补充】50万元');
    expect(noted(commented(document, '…出 | 【待补充】 | 50…', 3), 0)).toBe('出【待补充】50');
  });

  it('stand at the box whose words are meant, as Word lets nobody comment inside', () => {
    const anchor = `<w:p>${textBox('执行率为90%')}<w:r><w:t>正文</w:t></w:r></w:p>`;
    const after = commented(body(paragraph('概况'), anchor), '执行率为90%', 2);
    expect(after).toMatch(/<w:p><w:commentRangeStart w:id="0"\/><w:r><mc:AlternateContent>/);
    expect(after).toMatch(/<\/mc:AlternateContent><\/w:r><w:commentRangeEnd w:id="0"\/>/);
    expect(after.match(/<w:commentRangeStart/g)).toHaveLength(1);
  });

  it('stand over two paragraphs where a sentence goes on in the next, in a box, too', () => {
    const lines = body(...['支出80万', '元，执行率90%。'].map(paragraph));
    expect(noted(commented(lines, '支出80万元，执行率90%。'), 0)).toBe('支出80万元，执行率90%。');
    const anchor = `<w:p>${textBox('执行率为90%')}</w:p>`;
    const after = commented(body(paragraph('详见附件'), anchor), '详见附件执行率为90%');
    expect(after).toMatch(/<w:p><w:commentRangeStart w:id="0"\/><w:r><mc:AlternateContent>/);
  });

  it('stand around a control that holds one text: nothing else may stand in it', () => {
    const control =
      '<w:sdt><w:sdtPr><w:id w:val="5"/><w:text/></w:sdtPr><w:sdtContent><w:r><w:t>得分102分</w:t></w:r></w:sdtContent></w:sdt>';
    const after = commented(body(`<w:p>${control}<w:r><w:t>，优。</w:t></w:r></w:p>`), '102分，优');
    expect(after).toContain(`<w:commentRangeStart w:id="0"/>${control}`);
    expect(after).toContain('<w:t xml:space="preserve">，优</w:t></w:r><w:commentRangeEnd');
  });

  it('stand around an equation that the words go through', () => {
    const equation = '<m:oMath><m:r><m:t>80/100</m:t></m:r></m:oMath>';
    const document = body(
      `<w:p><w:r><w:t>即</w:t></w:r>${equation}<w:r><w:t>=90%。</w:t></w:r></w:p>`,
    );
    const after = commented(document, '即80/100=90%');
    expect(noted(after, 0)).toBe('即80/100=90%');
    expect(after).toContain(equation);
  });
});
