import { chineseNumeral } from '../chinese-numeral';
import { reportFinding, type ReportCheck, type ReportFinding } from './report-finding';
import type { Heading, HeadingStyle, ReportText } from './read-report';

const written = (style: HeadingStyle, count: number): string => {
  const number = style <= 2 ? chineseNumeral(count) : String(count);
  return style === 2 || style === 4 ? `（${number}）` : style === 1 ? `${number}、` : `${number}.`;
};

const wrongNumber = (heading: Heading, expected: number): ReportFinding =>
  reportFinding(
    'heading-numbering',
    'error',
    { paragraph: heading.paragraph, text: heading.mark + heading.title },
    { found: heading.mark, expected: written(heading.style, expected) },
    { found: heading.mark, expected: written(heading.style, expected) },
  );

/** Siblings count 1, 2, 3 …; one that is out of step is said once, not for all that follow. */
function outOfStep(siblings: readonly Heading[]): ReportFinding[] {
  const findings: ReportFinding[] = [];
  let expected = 1;
  siblings.forEach((heading, index) => {
    // A list of contents, or a further part, counts from one again.
    if (heading.number === 1 && index > 1) expected = 1;
    if (heading.number !== expected) {
      findings.push(wrongNumber(heading, expected));
      // When the next one is where its place says, only this one was mistyped.
      if (siblings[index + 1]?.number !== expected + 1) expected = heading.number;
    }
    expected += 1;
  });
  return findings;
}

/** `1、 2、` at the top and then `三、`: one row of headings numbered in two ways. */
function mixedStyles(headings: readonly Heading[]): Heading | null {
  const at = headings.findIndex(({ style }) => style === 1);
  const top = headings[at];
  const before = headings.slice(0, Math.max(at, 0)).filter(({ style }) => style === 3);
  const counts = before.every(({ number }, index) => number === index + 1);
  return top && before.length > 0 && counts && top.number === before.length + 1 ? top : null;
}

/** Consecutive and unique heading numbers (domain rule F01). */
export function headingNumbering({ headings }: ReportText): ReportFinding[] {
  const top = mixedStyles(headings);
  const first = headings.find(({ style }) => style === 3);
  if (top && first) {
    const at = headings.indexOf(top);
    const raised = headings.map((heading, index): Heading =>
      index < at && heading.style === 3 ? { ...heading, style: 1 } : heading,
    );
    const place = { paragraph: top.paragraph, text: top.mark + top.title };
    const values = { found: first.mark, expected: written(1, first.number) };
    const data = { first: first.mark, second: top.mark };
    return [reportFinding('heading-style', 'warning', place, data, values), ...numbered(raised)];
  }
  return numbered(headings);
}

function numbered(headings: readonly Heading[]): ReportFinding[] {
  const findings: ReportFinding[] = [];
  const open = new Map<HeadingStyle, Heading[]>();
  const close = (style: HeadingStyle) => {
    findings.push(...outOfStep(open.get(style) ?? []));
    open.delete(style);
  };
  for (const heading of headings) {
    for (const style of [4, 3, 2] as const) if (style > heading.style) close(style);
    const siblings = open.get(heading.style);
    if (siblings) siblings.push(heading);
    else open.set(heading.style, [heading]);
  }
  for (const style of [1, 2, 3, 4] as const) close(style);
  return findings;
}

const REQUIRED: readonly [ReportCheck, RegExp][] = [
  ['heading-missing-overview', /概况|基本情况|情况概述|目标分解/],
  ['heading-missing-analysis', /绩效|产出|效益/],
  ['heading-missing-problems', /问题|改进|建议|偏离/],
  ['heading-missing-conclusion', /结论|得分|结果/],
];
const FEWEST_HEADINGS = 3;

/** The parts every structure of self-evaluation reports has (domain rule F02). */
export function requiredHeadings({ headings, paragraphs }: ReportText): ReportFinding[] {
  if (headings.length < FEWEST_HEADINGS) return [];
  return REQUIRED.flatMap(([id, pattern]) => {
    if (headings.some(({ title }) => pattern.test(title))) return [];
    const last = paragraphs.length;
    const text = paragraphs[last - 1] ?? '';
    return [reportFinding(id, 'warning', { paragraph: last, text: text.trim(), at: text.length })];
  });
}
