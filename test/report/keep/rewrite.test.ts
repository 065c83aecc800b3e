import fc from 'fast-check';
import { CHINESE } from '../../../src/report/chinese';
import { readDocxBody } from '../../../src/report/keep/docx-report';
import { keepWritten, type KeptReport } from '../../../src/report/keep/keep-written';
import { readMarkdownReport } from '../../../src/report/keep/markdown-report';
import {
  markFor,
  restored,
  rewritten,
  sectionText,
  unwritten,
  writtenMarkdown,
} from '../../../src/report/keep/rewrite';
import type { WrittenReport } from '../../../src/report/keep/written-report';
import { buildOutline } from '../../../src/report/outline';
import { OUTLINE_TEMPLATES } from '../../../src/report/outline-templates';
import { reportLines, type ReportLine } from '../../../src/report/report-lines';
import { sayIn } from '../../../src/report/sheet-cells';
import { quantity, tableResult } from '../fixtures';

const say = sayIn(CHINESE);

function linesOf(figure: number, template = 0): ReportLine[] {
  const structure = OUTLINE_TEMPLATES[template];
  if (!structure) throw new Error('no template');
  const result = tableResult([
    {
      name: '培训场次',
      level1: '产出指标',
      actual: quantity(`${figure}场`),
      weight: 10,
      filled: 9,
      computed: 9,
      achievement: 0.9,
      status: 'unmet' as const,
    },
  ]);
  return reportLines(buildOutline(result, structure));
}

/** As the pane keeps it between two days. */
const stored = (written: WrittenReport): WrittenReport =>
  readMarkdownReport(writtenMarkdown(written, null));

describe('what a browser cannot keep of a .docx', () => {
  const part = (content: string): string =>
    `<w:document xmlns:w="w"><w:body>${content}<w:sectPr/></w:body></w:document>`;
  const text = (words: string): string => `<w:p><w:r><w:t>${words}</w:t></w:r></w:p>`;
  const picture = '<w:p><w:r><w:drawing/></w:r></w:p>';
  const mergedCells = `<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>${text('甲')}</w:tc></w:tr></w:tbl>`;
  const list = '<w:p><w:pPr><w:numPr/></w:pPr><w:r><w:t>乙</w:t></w:r></w:p>';
  const LOST = '【待补充：图】';

  test.each([
    ['a picture', picture, [LOST]],
    [
      'a picture beside words',
      picture.replace('<w:r>', '<w:r><w:t>丙</w:t></w:r><w:r>'),
      ['丙', LOST],
    ],
    ['merged cells', mergedCells, ['甲', LOST]],
    ['a list, of which the words are all', list, ['乙']],
  ])('has a place in the text that says so: %s', (_, content, expected) => {
    const { blocks } = readDocxBody(part(text('题名') + content));
    const again = readMarkdownReport(writtenMarkdown({ blocks, mark: null }, LOST));
    expect(again.blocks.map((block) => block.text).filter((words) => words !== '')).toEqual([
      '题名',
      ...expected,
    ]);
  });
});

const bodyOf = (report: KeptReport, at: number): string => {
  const section = report.sections[at];
  return section ? sectionText(section) : '';
};

describe('what a person wrote in a report', () => {
  const count = unwritten(linesOf(9)).sections.length;

  test('stays through three changes of figures, in whichever section and structure', () => {
    const word = fc.stringMatching(/^[一-龥A-Za-z0-9#*_|<>`.、（）%-]{1,30}$/);
    fc.assert(
      fc.property(
        fc.nat(OUTLINE_TEMPLATES.length - 1),
        fc.uniqueArray(
          fc.tuple(fc.nat(count - 1), fc.array(word, { minLength: 1, maxLength: 3 })),
          {
            minLength: 1,
            maxLength: 4,
            selector: ([at]) => at,
          },
        ),
        (template, edits) => {
          let fresh = linesOf(9, template);
          let report = unwritten(fresh);
          let written: WrittenReport | null = null;
          const said = new Map<number, string>();
          for (const [wanted, words] of edits) {
            const at = wanted % report.sections.length;
            const text = words.join('\n');
            written = stored(rewritten(fresh, report, written?.mark ?? null, at, text));
            report = keepWritten(fresh, written, say);
            said.set(at, text);
          }
          for (const figure of [8, 12, 31]) {
            fresh = linesOf(figure, template);
            if (!written) throw new Error('nothing was written');
            report = keepWritten(fresh, written, say);
            written = stored(rewritten(fresh, report, written.mark, 0, bodyOf(report, 0)));
            report = keepWritten(fresh, written, say);
            for (const [at, text] of said) expect(bodyOf(report, at)).toBe(text);
            expect(report.sections).toHaveLength(unwritten(fresh).sections.length);
          }
        },
      ),
    );
  });

  test('is told to be out of date until it is written anew or taken back', () => {
    const [first, second, third] = [linesOf(9), linesOf(8), linesOf(7)];
    const at = first
      .filter(({ role }) => role === 'heading')
      .findIndex(({ text }) => text.includes('产出指标完成情况'));
    const place = at + 1;
    let written = stored(rewritten(first, unwritten(first), null, place, '我写的。'));
    expect(keepWritten(first, written, say).stale).toEqual([]);
    let report = keepWritten(second, written, say);
    expect(report.sections[place]).toMatchObject({ kept: true, stale: true });
    // Writing elsewhere says nothing of this one.
    written = stored(rewritten(second, report, written.mark, 2, '别处。'));
    report = keepWritten(third, written, say);
    expect(report.sections[place]).toMatchObject({ kept: true, stale: true });
    written = stored(rewritten(third, report, written.mark, place, '我又写的。'));
    report = keepWritten(third, written, say);
    expect(report.sections[place]).toMatchObject({ kept: true, stale: false });
    const section = report.sections[place];
    if (!section) throw new Error('no section');
    written = stored(restored(third, report, written.mark, place));
    report = keepWritten(second, written, say);
    expect(report.sections[place]).toMatchObject({ kept: false, stale: false });
    expect(bodyOf(report, place)).toContain('8场');
  });

  test('goes to the end where the next structure has no such section, and stays there', () => {
    const [one, other] = [linesOf(9, 0), linesOf(9, 5)];
    const at = one
      .filter(({ role }) => role === 'heading')
      .findIndex(({ text }) => text.includes('下一步改进措施'));
    const written = stored(rewritten(one, unwritten(one), null, at + 1, '我写的措施。'));
    let report = keepWritten(other, written, say);
    const ends = (): string[] => report.sections.slice(-2).map(sectionText);
    expect(report.moved).toHaveLength(1);
    expect(ends()).toEqual(['', '我写的措施。']);
    for (const figure of [8, 7, 6]) {
      const again = stored(rewritten(linesOf(figure, 5), report, null, 1, '开头。'));
      report = keepWritten(linesOf(figure, 5), again, say);
      expect(ends()).toEqual(['', '我写的措施。']);
    }
  });

  test('keeps tables and pictures that stood in the section', () => {
    const fresh = linesOf(9);
    const kept = unwritten(fresh);
    const sections = kept.sections.map((section, index) =>
      index === 2
        ? {
            ...section,
            body: [
              ...section.body,
              {
                line: { role: 'body', text: '表头\n表中' } as const,
                source: '<w:tbl/>',
                more: true as const,
              },
            ],
          }
        : section,
    );
    const report = { ...kept, sections };
    const table = { text: '表头\n表中', level: null, source: '<w:tbl/>', more: true };
    const { blocks } = rewritten(fresh, report, null, 2, '只有一句。');
    expect(blocks).toContainEqual(table);
    const section = sections[2];
    const shown = section ? sectionText(section) : '';
    expect(shown).toContain('表头 表中');
    const again = rewritten(fresh, report, null, 2, `${shown}\n又一句。`).blocks;
    expect(again.filter(({ text }) => /表头\s表中/.test(text))).toEqual([table]);
  });

  test('leaves the mark of a report as it is where nothing is out of date', () => {
    const fresh = linesOf(9);
    expect(markFor(fresh, unwritten(fresh), null, null).sections).toHaveLength(count);
  });
});
