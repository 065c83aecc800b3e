import { htmlParagraphs, isHtml } from '../../../src/report/text/document/html';
import { textParagraphs } from '../../../src/report/text/document/plain-text';
import { readReport } from '../../../src/report/text/read-report';
import { verifyReport } from '../../../src/report/text/verify-report';

const texts = (paragraphs: readonly { text: string }[]) => paragraphs.map(({ text }) => text);

describe('htmlParagraphs', () => {
  it('reads blocks and table rows, no scripts and no styles', () => {
    const page =
      '<html><head><style>p{margin:0}</style></head><body><h1>报告</h1><p>支出&nbsp;95<b>万元</b></p>' +
      '<table><tr><th>项目</th><th>金额</th></tr><tr><td>甲</td><td>3</td></tr></table><script>alert(1)</script>完</body></html>';
    expect(isHtml(page)).toBe(true);
    expect(texts(htmlParagraphs(page))).toEqual([
      '报告',
      '支出 95万元',
      '项目 | 金额',
      '甲 | 3',
      '完',
    ]);
  });

  it('is no page where tags are only spoken of', () =>
    expect(isHtml('报告里写了 <p> 标签')).toBe(false));
});

describe('textParagraphs', () => {
  it('reads rows of Markdown tables as rows', () => {
    const read = textParagraphs('标题\n\n| 来源 | 金额 |\n| --- | ---: |\n| 省级 | 20万元 |');
    expect(read.map(({ cells }) => cells)).toEqual([null, ['来源', '金额'], ['省级', '20万元']]);
  });
});

describe('rows of tables', () => {
  const ids = (text: string) =>
    verifyReport(readReport(text)).findings.map(({ id, paragraph }) => [id, paragraph]);

  it('are added up by column', () => {
    const table = (total: string) =>
      `| 来源 | 预算 | 支出 |\n| --- | --- | --- |\n| 省级 | 20.5 | 18 |\n| 县级 | 30 | 28.4 |\n| 合计 | ${total} | 46.4 |`;
    expect(ids(table('50.5'))).toEqual([]);
    expect(ids(table('55.5'))).toEqual([['parts-not-total', 4]]);
  });

  it('of two cells are fields', () => {
    const [first] = readReport('| 评价年度 | 2023 |').sentences;
    expect(first?.text).toBe('评价年度：2023');
  });
});

it('reads a sentence of any length in pieces and loses nothing of it', () => {
  const long = `${'做好各项工作，'.repeat(4000)}抽检120批次，合格118批次，合格率89.33%。`;
  const report = readReport(long);
  expect(report.sentences.map(({ text }) => text).join('')).toBe(long);
  expect(verifyReport(report).findings.map(({ id }) => id)).toContain('share-not-ratio');
});
