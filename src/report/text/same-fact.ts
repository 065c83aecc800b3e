import { compare } from '../../quantity/exact';
import { figuresOf, type Figure } from './figures';
import { reportFinding, type ReportFinding } from './report-finding';
import type { ReportText, Sentence } from './read-report';
import { intendedIn } from './roles';

interface Stated {
  readonly figure: Figure;
  readonly sentence: Sentence;
}

const SHORTEST_LABEL = 3;
const REACH = 200;

/** What is counted: the clause before the figure without the year and words of quantity. */
const subject = (label: string): string =>
  label
    .replace(/(?:20\d\d|全|本|当)年度?/g, '')
    .replace(/[^\u4e00-\u9fff]/g, '')
    .replace(/^(?:年度|绩效)?(?:指标值|目标值|计划数?)$|^(?:实际)?完成值$/, '')
    .replace(/^(?:其中|截至目前|目前|共|累计)+/, '')
    .replace(/(?:共计|共有|共|合计|累计|约|达到|达|为|是|数|的)+$/, '');

const SOURCE = /([^，。；：:]{0,16}(?:资金|拨款|补助|收入|经费)[^，。；：:]{0,8})[：:]/g;

/** The source of money a list tells of: `其中：中央财政资金：全年预算数1000万元，全年执行数900万元`. */
const sourceOf = (before: string): string => [...before.matchAll(SOURCE)].at(-1)?.[1] ?? '';

/**
 * One thing counted twice with two results (domain rule F07). Only where the whole wording before
 * the figure is the same, in different paragraphs, and the figures are near: a list that says
 * 实际支出 for item after item is not a contradiction, nor is a goal beside what was done.
 */
export function sameFactTwoValues(report: ReportText): ReportFinding[] {
  const bySubject = new Map<string, Stated[]>();
  const intended = intendedIn(report);
  for (const sentence of report.sentences) {
    for (const figure of figuresOf(sentence.text)) {
      if (figure.percent || figure.unit === '') continue;
      const name = subject(figure.label);
      if (name.length < SHORTEST_LABEL) continue;
      const kind = intended(sentence, figure) ? 'goal' : 'done';
      const source = sourceOf(sentence.text.slice(Math.max(0, figure.start - REACH), figure.start));
      const key = [kind, source, figure.unit, name].join('|');
      const list = bySubject.get(key);
      if (list) list.push({ figure, sentence });
      else bySubject.set(key, [{ figure, sentence }]);
    }
  }
  const findings: ReportFinding[] = [];
  for (const list of bySubject.values()) {
    const paragraphs = new Set(list.map(({ sentence }) => sentence.paragraph));
    // Twice in one paragraph: the subject changes while the wording stays.
    if (list.length < 2 || paragraphs.size < list.length) continue;
    const [first, ...others] = list;
    if (!first) continue;
    const other = others.find(({ figure }) => differs(figure.value, first.figure.value));
    if (other) findings.push(twoValues(first, other));
  }
  return findings;
}

const differs = (a: number, b: number): boolean =>
  compare(a, b) !== 0 && Math.max(a, b) < 2 * Math.min(a, b);

function twoValues(first: Stated, other: Stated): ReportFinding {
  const [expected, found] = [first.figure, other.figure].map(
    ({ text, unitText }) => text + unitText,
  );
  return reportFinding(
    'same-fact-two-values',
    'error',
    { paragraph: other.sentence.paragraph, text: other.sentence.text, at: other.figure.start },
    {
      subject: subject(other.figure.label),
      first: expected ?? '',
      second: found ?? '',
      paragraph: first.sentence.paragraph,
    },
    { expected: expected ?? '', found: found ?? '' },
  );
}
