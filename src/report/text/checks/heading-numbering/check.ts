import { defineReportCheck } from '../../check';
import { writtenNumber } from '../../facts/heading-number';
import type { ReportText } from '../../read-report';
import { headingsOutOfStep, levelled } from '../../facts/numbering';

/** The headings, with the first of a row that stands behind words of its own: 主要做法：（一）…. */
function withBegun(report: ReportText): ReturnType<typeof levelled> {
  const titled = new Set(report.headings.map(({ paragraph }) => paragraph));
  return levelled(report).flatMap((heading, index, all) => {
    const last = all.slice(0, index).findLast(({ style }) => style === heading.style);
    const before = titled.has(heading.paragraph - 1)
      ? ''
      : (report.paragraphs[heading.paragraph - 2] ?? '')
          .replaceAll('(', '（')
          .replaceAll(')', '）');
    const first = before.indexOf(writtenNumber(heading.style, 1));
    const begun = heading.number === 2 && last?.number !== 1 && first > 0;
    return begun ? [{ ...heading, number: 1 }, heading] : [heading];
  });
}

export const headingNumbering = defineReportCheck({
  id: 'heading-numbering',
  severity: 'error',
  texts: {
    'zh-CN': {
      title: '标题编号不连续',
      message: '标题编号不连续：写的是“{found}”，按顺序应为“{expected}”。',
      fix: '核对是否漏写了一节或编号写错，并按顺序重新编号。',
      basis: '规则 F01：标题编号连续、不重复',
    },
    en: {
      title: 'Headings out of order',
      message: 'A heading is numbered “{found}” where “{expected}” follows.',
      fix: 'See whether a section is missing or the number is wrong, and number in order.',
      basis: 'Rule F01: headings count on and none twice',
    },
  },
  find: ({ report }, say) =>
    headingsOutOfStep(withBegun(report)).map(({ item, expected }) => {
      const { paragraph, mark, title, style } = item;
      // A row that does not begin with one may be an extract, begun elsewhere.
      const severity = expected > 1 ? 'error' : item.number > 2 ? 'info' : 'warning';
      const details = { severity, found: mark, expected: writtenNumber(style, expected) } as const;
      return say({ paragraph, text: mark + title }, details);
    }),
});
