import type { ReportContext } from '../check';
import type { Figure } from '../facts/figure';
import { isMistyped, suspect } from '../facts/slip';
import type { Weighed } from '../facts/weigh';
import { isChange, isPlan, isPrior, periodOf, scopesOf, type Statement } from '../facts/statement';
import { headOf, type Stated } from '../facts/stated';
import type { ReportText } from '../read-report';
import { sharesPair } from './likeness';

/** One thing told twice with two figures. */
export interface RepeatedFact {
  readonly subject: string;
  readonly first: Stated;
  readonly other: Stated;
  readonly weighed: Weighed;
}

const SHORTEST = 3;

/** 总体目标：…, or under 项目绩效目标: told of what was to be. */
const GOAL = /(?:总体|绩效|年度|预期)(?:目标|任务|计划)(?:情况|设定|设置|申报)*$/;

/** What is counted: the words before the figure without time, quantity and the verbs of having done. */
const subjectOf = ({ label }: Figure): string =>
  label
    .replace(/截[至止][^，]*?[日月年底末]|(?:20\d\d|全|本|当|该)年度?|[“”"《》]/g, '')
    // 第1批设备 and 第2批设备 are two things.
    .replace(/(?<![第\d])\d+(?![\d号期批])|[^\u4e00-\u9fff\d]/g, '')
    .replace(/[为是]$/, '')
    .replace(
      /^(?:其中|[本该]项目|截至目前|目前|共|累计|已|全年|年度|实际|总|项目)+(?=[\u4e00-\u9fff]{3})/,
      '',
    )
    // Of several tables each has rows of its own, perhaps of one name.
    .replace(
      /^.*(?:指标值|目标值|完成值)$|^(?:年度|绩效)?计划数?$|^(?:年度)?目标(?:不[低少高]于|不超过)?$/,
      '',
    )
    // By law what was bid is what is signed.
    .replace(
      /(?:(?:中标|签约|签订)?合同(?:总价|价款|价|金额)|中标(?:价|金额))(?=[为是]?$)/,
      '合同价',
    )
    .replace(/(?:共计|共有|共|合计|累计|约|达到了?|达|为|是|数|的|有|分别|均|已|率(?=率))+$/, '');

/** Words that tell nothing of what a clause is about. */
const EMPTY =
  /^(?:其中|项目|资金|全年|本年|预算|支出|实际|完成|年度|经费|共|已|我局|我单位|本单位|单位|该项目|本项目|情况|管理|使用|执行|投入|落实|安排|上|中|全县|全市|全区|全省|评价|年|月|日|的|和|与|方面|按照|要求|通过|开展|工作|任务|各项|目标|指标|绩效|根据|结合|截至|目前|财政|拨款|总|收入)*$/;

/** How a figure is come by or looked at, not what it is of. */
const DISCOURSE =
  /(?:从|就)[^，。；：]{1,10}?(?:来?看|而言|来说)|(?:经|据|根据|通过)[^，。；：]{0,8}(?:调查|统计|测算|核实|审[核计]|问卷|核算|汇总|反映)/g;

interface Named extends Stated {
  readonly subject: string;
}

interface Told extends Named {
  /** What else its sentence names before it. */
  readonly context: string;
}

const GENERIC =
  /^(?:实际|财政|预算|项目)?(?:支出|完成|投入|资金|金额|费用|补助|预算|收入|拨款|金|目标|补贴|到位|下达|安排|得分|占|面积|人数|数量|增加|减少)+(?:数|金额|资金|率|额|总额)?$/;

/**
 * Figures told with the same words in different paragraphs that are not the same. Only where
 * nothing around them says of which place, item, year, source or version they are that the other
 * does not say too: a list that says 实际支出 for item after item is no contradiction.
 */
export function repeatedFacts({ report, statements, year }: ReportContext): RepeatedFact[] {
  const byKey = new Map<string, Named[]>();
  for (const statement of statements) {
    for (const figure of statement.figures) {
      const told = toldBy(report, statement, figure, year);
      if (!told) continue;
      const list = byKey.get(told.key);
      if (list) list.push(told);
      else byKey.set(told.key, [told]);
    }
  }
  const found: RepeatedFact[] = [];
  for (const named of byKey.values()) {
    if (named.length < 2) continue;
    const list = named.map((one): Told => ({ ...one, context: contextOf(one) }));
    const [first, ...others] = list;
    if (!first) continue;
    const paragraphs = new Set(list.map(({ statement }) => statement.paragraph));
    // Twice in one paragraph: the subject changes while the wording stays.
    const apart = paragraphs.size === list.length;
    const other = others.find((one) =>
      apart
        ? differs(first.figure, one.figure) && areOfOne(report.headings, first, one)
        : list.length === 2 && isMistold(first, one),
    );
    if (other) {
      // In one paragraph a bare 支出 may be of another thing each time.
      const generic = !apart && GENERIC.test(other.subject);
      const full = first.context === '' && other.context === '' && !generic;
      // 经审计，结算价为…: an audit may have found another amount.
      const isAudited = /审[计定]/.test(other.statement.text.slice(0, other.figure.start));
      const isLike = first.figure.text.length === other.figure.text.length;
      const suspects =
        isAudited || generic || !isLike ? [] : [suspect(other.figure, first.figure.value)];
      const weighed = { explicit: full && !isAudited, suspects };
      found.push({ subject: other.subject, first, other, weighed });
    }
  }
  return found;
}

function toldBy(
  report: ReportText,
  statement: Statement,
  figure: Figure,
  year: number | null,
): (Named & { key: string }) | null {
  const named =
    figure.kind === 'percent' ||
    (figure.kind === 'money' && figure.per === null) ||
    figure.kind === 'count';
  if (!named || isChange(figure) || isPrior(figure) || figure.rough || figure.depth > 0)
    return null;
  const subject = subjectOf(figure);
  if (subject.length < SHORTEST) return null;
  const heading = report.headings[statement.heading]?.title ?? '';
  const goal = GOAL.test(heading) || GOAL.test(headOf(statement, figure));
  const version = isPlan(figure) || goal ? 'plan' : 'done';
  const years = (heading + (statement.before?.text ?? '').slice(0, 30)).match(/20\d\d年/g) ?? [];
  const otherYears = years.filter((one) => one !== `${year ?? ''}年`);
  const key = [
    version,
    ...otherYears,
    headOf(statement, figure).replace(/^.*(?:情况|方面|如下)$/, ''),
    figure.unit,
    subject,
    periodOf(statement, figure, year),
    scopesOf(statement.text.slice(0, figure.start)).join(),
  ].join('|');
  return { statement, figure, subject, key };
}

const contextOf = ({ statement, figure }: Stated): string =>
  statement.text
    .slice(0, figure.start - figure.label.length)
    .replace(/20\d\d年度?/g, '')
    .replace(DISCOURSE, '')
    .split(/[，。；：、]/)
    .filter((part) => !EMPTY.test(part.replace(/[^\u4e00-\u9fff]/g, '')))
    .join('，')
    .replace(/[^\u4e00-\u9fff，]/g, '');

/** In two sentences of a paragraph, hardly apart. */
const NEARLY = 0.05;
const isMistold = (a: Told, b: Told): boolean =>
  a.statement.text !== b.statement.text &&
  a.context === '' &&
  b.context === '' &&
  a.figure.value !== b.figure.value &&
  (Math.abs(a.figure.value - b.figure.value) < NEARLY * Math.max(a.figure.value, b.figure.value) ||
    isMistyped(a.figure.text, b.figure.text) ||
    (a.figure.factor !== b.figure.factor && isMisscaled(a.figure.value, b.figure.value)));

/** 500万元 told again as 500000元 or 5300000元: a digit or a nought is wrong. */
const isMisscaled = (a: number, b: number): boolean =>
  isMistyped(String(a), String(b)) || Number.isInteger(Math.log10(a / b));

/** Far apart they are not one thing told twice. */
const differs = (a: Figure, b: Figure): boolean =>
  Math.abs(a.value - b.value) >
    Math.max(a.factor * 10 ** -a.decimals, b.factor * 10 ** -b.decimals) * 0.5001 &&
  Math.max(a.value, b.value) < 2 * Math.min(a.value, b.value) + 1e-9;

type Headings = ReportContext['report']['headings'];

function areOfOne(headings: Headings, a: Told, b: Told): boolean {
  const item = (told: Told): string => headings[told.statement.heading]?.title ?? '';
  const [one, two] = [item(a), item(b)];
  const generic = GENERIC.test(a.subject);
  if (generic && (a.context !== b.context || one !== two)) {
    const bare =
      a.context === '' &&
      b.context === '' &&
      topOf(headings, a) !== topOf(headings, b) &&
      !isListed(headings, a) &&
      !isListed(headings, b);
    return bare;
  }
  if (
    a.context !== '' &&
    b.context !== '' &&
    a.context !== b.context &&
    !sharesPair(a.context, b.context)
  )
    return false;
  if (one === two) return !isSiblings(a, b);
  const together = topOf(headings, a) === topOf(headings, b);
  return together
    ? false
    : sharesPair(one, two) || !isListed(headings, a) || !isListed(headings, b);
}

/** Paragraphs of one list tell of one item each. */
const isSiblings = (a: Told, b: Told): boolean => {
  const [one, two] = [a.statement.text, b.statement.text];
  const MARK = /^(?:[（(]?\d{1,2}[）)、.．]|[①-⑳]|[一二三四五六七八九十]是|[-—·•●])/;
  return (
    (MARK.test(one) && MARK.test(two)) ||
    (/^[^，。；]{1,12}：/.test(one) && /^[^，。；]{1,12}：/.test(two))
  );
};

/** The section 一、二、 a sentence stands in. */
function topOf(headings: Headings, { statement }: Told): number {
  for (let index = statement.heading; index >= 0; index -= 1)
    if (headings[index]?.style === 1) return index;
  return -1;
}

/** Under a numbered heading of its own, deeper than the sections: an item of a list. */
const isListed = (headings: Headings, { statement }: Told): boolean =>
  (headings[statement.heading]?.style ?? 1) >= 3;
