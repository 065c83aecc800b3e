import fc from 'fast-check';
import { reportEntries } from '../../../src/report/text/report-entries';
import type { ReportFinding } from '../../../src/report/text/report-finding';
import { readReport } from '../../../src/report/text/read-report';
import { VERIFIED_TEXTS, verifiedLines } from '../../../src/report/text/verified-lines';
import { verifyReport } from '../../../src/report/text/verify-report';

const CHINESE = VERIFIED_TEXTS['zh-CN'];

const findingsOf = (text: string): readonly ReportFinding[] =>
  verifyReport(readReport(text)).findings;

/** A report of which `count` paragraphs are still to be written. */
const unwritten = (count: number): string =>
  [
    '2023年度灌区维修项目绩效自评报告',
    ...Array.from({ length: count }, (_, at) => `【待补充：第${String(at + 1)}件事的说明】`),
    '（一）维修渠道12公里，完成率105%。……',
  ].join('\n');

describe('reportEntries', () => {
  it('tells a dozen marks left to be written over in one entry with its places', () => {
    const marks = findingsOf(unwritten(12)).filter(({ id }) => id === 'placeholder-left');
    expect(marks).toHaveLength(12);
    const [entry, ...more] = reportEntries(marks, CHINESE);
    expect(more).toEqual([]);
    expect(entry?.place).toBe('12 处：第 2、3、4、5、6、7、8、9、10、11、12、13 段');
    expect(entry?.excerpts[1]).toBe('第 3 段：“【待补充：第2件事的说明】”');
    expect(reportEntries(marks, VERIFIED_TEXTS.en)[0]?.place).toBe(
      '12 places: paragraphs 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13',
    );
  });

  it('keeps apart what a person lets be and what is still to be done', () => {
    const marks = findingsOf(unwritten(3)).filter(({ id }) => id === 'placeholder-left');
    const entries = reportEntries(marks, CHINESE, ({ paragraph }) =>
      paragraph === 3 ? '附后' : null,
    );
    expect(entries.map(({ place, reason }) => [place, reason])).toEqual([
      ['2 处：第 2、4 段', null],
      ['第 3 段', '附后'],
    ]);
  });

  it('writes it so in the document about the report', () => {
    const findings = findingsOf(unwritten(12));
    const lines = verifiedLines(
      [{ name: '报告.docx', refused: null, findings, held: [] }],
      CHINESE,
    ).map(({ text }) => text);
    expect(lines.filter((text) => text.includes('还有没写完的内容'))).toHaveLength(1);
    expect(lines.filter((text) => text.includes('按提示补写'))).toHaveLength(1);
  });

  it('tells every finding once, those that say the same together, in the order of the report', () => {
    const words = fc.constantFrom(
      '【待补充：原因】',
      '【待补充：措施】',
      '……',
      '完成率105%',
      '修渠12公里。',
    );
    fc.assert(
      fc.property(fc.array(words, { maxLength: 12 }), (paragraphs) => {
        const findings = findingsOf(paragraphs.join('\n'));
        const entries = reportEntries(findings, CHINESE);
        const told = entries.flatMap((entry) => entry.findings);
        expect(new Set(told)).toEqual(new Set(findings));
        expect(told).toHaveLength(findings.length);
        const said = entries.map(({ severity, message, fix, findings: [first] }) =>
          [first?.id, severity, message, fix].join(' '),
        );
        expect(new Set(said).size).toBe(said.length);
        const firsts = entries.map(({ findings: [first] }) =>
          findings.findIndex((one) => one === first),
        );
        expect(firsts).toEqual([...firsts].sort((a, b) => a - b));
      }),
    );
  });
});
