import type { FindingSeverity } from '../src/model/finding';
import type { MarginLine } from '../src/report/text/document/margins';
import { drawnSheet, isSeverity, pageBlocks, type PageSheet } from './check-page';

/** A piece of a report and what must be found in it. */
export interface ReportExample {
  readonly good: boolean;
  /** The line above the block. */
  readonly title: string;
  /** The form it is held against; null without one. */
  readonly sheet: PageSheet | null;
  readonly text: string;
  /** What its pages have above and below: lines that begin with 〔页眉〕 or 〔页脚〕. */
  readonly margins: readonly MarginLine[];
  /** What the page's own check must say, by paragraph (from 1; 0: in a header or footer). */
  readonly expected: readonly { readonly paragraph: number; readonly severity: FindingSeverity }[];
  /** Findings of other checks the text cannot do without. */
  readonly also: readonly { readonly check: string; readonly paragraph: number }[];
}

export const REPORT_HEADINGS = ['什么情况', '怎样改', '依据', '正例', '反例', '不适用'];

/**
 * Reads the page of a check of reports: its headings, and the texts under 正例 and 反例.
 * @throws Error with a sentence that says what stands where it cannot and what to write.
 */
export function readReportPage(markdown: string): {
  readonly headings: readonly string[];
  readonly examples: readonly ReportExample[];
} {
  const { headings, blocks } = pageBlocks(markdown);
  return {
    headings,
    examples: blocks.map(({ good, title, lines }) => readReportExample(title, good, lines)),
  };
}

const MARGIN = /^〔页([眉脚])〕(.*)$/;
const FOUND = /^=> (\d+) (\w+)$/;
const ALSO = /^also (\S+) (\d+)$/;

function readReportExample(title: string, good: boolean, lines: readonly string[]): ReportExample {
  const wrong = (what: string): Error => new Error(`例子“${title}”${what}`);
  const bar = lines.indexOf('---');
  const told = lines.slice(bar + 1);
  const text = told.filter((line) => !/^(?:=>|also) |^〔页/.test(line)).join('\n');
  const margins = told.flatMap((line): MarginLine[] => {
    const [, sign, words = ''] = MARGIN.exec(line) ?? [];
    return sign === undefined ? [] : [{ kind: sign === '眉' ? 'header' : 'footer', text: words }];
  });
  if (text.trim() === '') throw wrong('是空的；写上报告的文字');
  const marks = told.filter((line) => /^(?:=>|also) /.test(line));
  const expected = marks.flatMap((line) => {
    if (line.startsWith('also')) return [];
    const [, paragraph, severity = ''] = FOUND.exec(line) ?? [];
    if (!isSeverity(severity)) throw wrong(`的“${line}”看不懂；写成“=> 2 error”（warning、info）`);
    return [{ paragraph: Number(paragraph), severity }];
  });
  const also = marks.flatMap((line) => {
    if (!line.startsWith('also')) return [];
    const [, check, paragraph] = ALSO.exec(line) ?? [];
    if (check === undefined) throw wrong(`的“${line}”看不懂；写成“also title-year 2”`);
    return [{ check, paragraph: Number(paragraph) }];
  });
  if (good && expected.length > 0) throw wrong('是正例，不能有“=>”；移到“反例”下或删去这一行');
  if (!good && expected.length === 0) throw wrong('是反例，要有“=> 段号 程度”；写在末行');
  return {
    good,
    title,
    sheet: bar < 0 ? null : drawnSheet(lines.slice(0, bar)),
    text,
    margins,
    expected,
    also,
  };
}
