import { docxText } from '../../../src/report/text/document/docx';
import { withComments, type Remark } from '../../../src/report/text/comments/docx-comments';

const run = (text: string, properties = '') => `<w:r>${properties}<w:t>${text}</w:t></w:r>`;
const body = (...runs: string[]) => `<w:body><w:p>${runs.join('')}</w:p></w:body>`;
const between = (document: string, id: number): string => {
  const from = document.indexOf(`<w:commentRangeStart w:id="${id}"/>`);
  const to = document.indexOf(`<w:commentRangeEnd w:id="${id}"/>`);
  return docxText(`<w:p>${document.slice(from, to)}</w:p>`);
};

type Words = Pick<Remark, 'words' | 'text'>;

const commented = (document: string, comments: string | null, remarks: readonly Words[]) =>
  withComments(
    { document, comments, paragraphs: docxText(document).split('\n') },
    remarks.map((remark) => ({ ...remark, paragraph: 1 })),
    '甲',
  );

describe('withComments', () => {
  it('cuts a run at the words and keeps its looks and all of its text', () => {
    const bold = '<w:rPr><w:b/></w:rPr>';
    const document = body(run('支出8万元，执行率为90%，&lt;偏高&gt;。', bold), run('完'));
    const made = commented(document, null, [{ words: '执行率为90%', text: '应为 80%' }]);
    expect(between(made.document, 0)).toBe('执行率为90%');
    expect(docxText(made.document)).toBe(docxText(document));
    expect(made.document.split(bold)).toHaveLength(4);
    expect(made.comments).toContain('应为 80%');
  });

  it('finds words that run over several runs, and without the number that Word sets', () => {
    const document = body(
      run('总'),
      run('预算'),
      '<w:r><w:tab/><w:t>50</w:t></w:r>',
      run('万元。'),
    );
    const made = commented(document, null, [
      { words: '…总预算50万…', text: '一' },
      { words: '三、总预算', text: '二' },
    ]);
    expect(between(made.document, 0).replace(/\s/g, '')).toBe('总预算50万');
    expect(between(made.document, 1)).toBe('总预算');
  });

  it('goes on counting where there are comments, and quotes words that are nowhere', () => {
    const before = '<w:comments xmlns:w="w"><w:comment w:id="4"><w:p/></w:comment></w:comments>';
    const made = commented(body(run('正文')), before, [{ words: '没有的话', text: '问' }]);
    expect(made.comments).toContain('w:id="4"');
    expect(made.comments).toContain('w:id="5"');
    expect(made.comments).toContain('没有的话 问');
    expect(between(made.document, 5)).toBe('正文');
  });

  it('notes what is told of a row of a table at the name of the row, and quotes it', () => {
    const row = ['产出指标', '50', '49'].map((text) => `<w:p>${run(text)}</w:p>`).join('');
    const document = `<w:body><w:p>${run('概况')}</w:p>${row}</w:body>`;
    const words = '产出指标，分值50分，得分49分。';
    const made = commented(document, null, [{ words, text: '应为 48 分' }]);
    expect(between(made.document, 0)).toBe('产出指标');
    expect(made.comments).toContain(words);
  });

  it('lets words of two remarks overlap', () => {
    const made = commented(body(run('甲乙丙丁戊')), null, [
      { words: '甲乙丙', text: '一' },
      { words: '乙丙丁', text: '二' },
    ]);
    expect([between(made.document, 0), between(made.document, 1)]).toEqual(['甲乙丙', '乙丙丁']);
  });
});
