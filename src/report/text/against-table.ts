import type { TableResult } from '../../model/score';
import type { Indicator } from '../../model/table';
import { compare, multiply, roundHalfUp } from '../../quantity/exact';
import { figuresOf, type Figure } from './figures';
import type { StatedAmount, StatedFacts } from './funds';
import { normalised, type ReportText, type Sentence } from './read-report';
import { reportFinding, type ReportFinding } from './report-finding';
import { intendedIn } from './roles';
import { firstMatch, type Match } from './wording';

const place = ({ sentence, at }: Match) => ({
  paragraph: sentence.paragraph,
  text: sentence.text,
  at,
});

/** Names without codes, seals, brackets and signs: `219-池州市…（公章）` and `池州市…` are equal. */
const plainName = (name: string): string =>
  normalised(name)
    .replace(/[（(][^（）()]*[）)]/g, '')
    .replace(/^[\dA-Za-z]+[-—_]/, '')
    .replace(/[^\u4e00-\u9fffA-Za-z\d]/g, '');

/** Shorter names are found in any text. */
const SHORTEST_NAME = 4;

const sameName = (a: string, b: string): boolean => a.includes(b) || b.includes(a);

/** The table a report is about: the one whose project it names, else the only one. */
export function tableOf(report: ReportText, tables: readonly TableResult[]): TableResult | null {
  const texts = report.sentences.map(({ text }) => plainName(text));
  const named = tables.find(({ table }) => {
    const project = plainName(table.project?.value ?? '');
    return project.length >= SHORTEST_NAME && texts.some((text) => text.includes(project));
  });
  return named ?? (tables.length === 1 ? (tables[0] ?? null) : null);
}

/** The score the table itself gives (domain rule E01), and its grade. */
function totals({ score }: StatedFacts, report: ReportText, result: TableResult): ReportFinding[] {
  const findings: ReportFinding[] = [];
  const expected = result.totals.printedScore ?? result.totals.filledScore ?? result.totals.score;
  if (score && expected !== null && compare(score.value, expected) !== 0) {
    const found = score.value;
    findings.push(
      reportFinding(
        'total-differs',
        'error',
        place(score.match),
        { expected, found },
        { expected, found },
      ),
    );
  }
  const grade = result.table.grade?.value ?? result.totals.grade;
  const said = firstMatch(
    report.sentences,
    /(?:评价|自评)?(?:等级|等次|档次)(?:为|是|：|:)?[“"「]?(优|良|中|低|差)/,
  );
  const found = said?.groups[0];
  if (said && found && grade !== null && !grade.includes(found)) {
    const values = { expected: grade, found };
    findings.push(reportFinding('grade-differs', 'error', place(said), values, values));
  }
  return findings;
}

const FIELDS: readonly (readonly ['project' | 'department' | 'unit', RegExp])[] = [
  ['project', /^(?:项目|专项资金)名称[：:](.{2,80})$/],
  ['department', /^(?:[^：:]{0,6}(?:主管部门|预算部门)[^：:]{0,8})[：:](.{2,80})$/],
  ['unit', /^(?:评价|实施|填报|项目)单位[^：:]{0,8}[：:](.{2,80})$/],
];

/** Names on the cover, and the year (domain rule E02). */
function names(report: ReportText, { table }: TableResult, year: number | null): ReportFinding[] {
  const findings: ReportFinding[] = [];
  for (const [field, pattern] of FIELDS) {
    const said = firstMatch(report.sentences, pattern);
    const found = plainName(said?.groups[0] ?? '');
    const expected = plainName(table[field]?.value ?? '');
    if (!said || found === '' || expected === '' || sameName(found, expected)) continue;
    const values = { expected: table[field]?.value ?? '', found: said.groups[0] ?? '' };
    findings.push(reportFinding(`${field}-differs`, 'error', place(said), values, values));
  }
  if (year !== null && table.year && table.year.value !== year) {
    const said = firstMatch(report.sentences, new RegExp(`${year}年`));
    const values = { expected: table.year.value, found: year };
    if (said) findings.push(reportFinding('year-differs', 'error', place(said), values, values));
  }
  return findings;
}

/** Differences below half of what two decimals of 万元 show are rounding. */
const AMOUNT_TOLERANCE = 0.005;

/** Budget, spending and rate (domain rule E03). */
function funds({ budget, spent, rates }: StatedFacts, result: TableResult): ReportFinding[] {
  const total = result.table.budget?.rows.find((row) => row.isTotal);
  if (!total) return [];
  const factor = result.table.budget?.currency === '元' ? 0.0001 : 1;
  const findings: ReportFinding[] = [];
  const against = (
    id: 'budget-differs' | 'spending-differs',
    stated: StatedAmount | null,
    cells: readonly (number | null | undefined)[],
  ) => {
    const amounts = cells.filter((value) => value != null).map((value) => multiply(value, factor));
    const [expected] = amounts;
    if (!stated || expected === undefined) return;
    if (amounts.some((amount) => Math.abs(amount - stated.value) <= AMOUNT_TOLERANCE)) return;
    const values = { expected, found: stated.value };
    findings.push(reportFinding(id, 'error', place(stated.match), values, values));
  };
  against('budget-differs', budget, [total.adjusted?.value, total.initial?.value]);
  against('spending-differs', spent, [total.executed?.value]);
  const ours = [result.budget?.rate, total.rate?.value].filter((rate) => rate != null);
  const [first] = ours;
  for (const { value, decimals, match } of rates) {
    const fits = ours.some((rate) => {
      const shown = roundHalfUp(multiply(rate, 100), decimals);
      return Math.abs(shown - multiply(value, 100)) < 10 ** -decimals / 2;
    });
    if (first === undefined || fits) continue;
    const values = { expected: `${multiply(first, 100)}%`, found: `${multiply(value, 100)}%` };
    findings.push(reportFinding('rate-differs', 'error', place(match), values, values));
  }
  return findings;
}

/** Rates a sentence derives from the figures it compares, which are not the indicator's own. */
const DERIVED = /(?:完成|达成|得分|执行|支出)[度率]?(?:情况)?(?:为|是|达到?|约|：|:)?$/;
const FALLING = /(?:下降|降低|减少|降)[^\d]{0,4}$|[-－−]$/;

/** A figure as said, with what makes it negative: `-1.2%`, `下降1.2%`. */
const signed = ({ value, label }: Figure, actual: number): number =>
  actual < 0 && FALLING.test(label) ? -value : value;

/** Where the part of a sentence that tells of one indicator ends: at the next one's name. */
function endOf(text: string, from: number, names: readonly string[]): number {
  const ends = names.map((name) => text.indexOf(name, from)).filter((at) => at >= 0);
  return Math.min(text.length, ...ends);
}

/** An indicator's figure in the text against its 完成值 (domain rule E04). */
function indicatorFigure(
  report: ReportText,
  indicator: Indicator,
  names: readonly string[],
  intended: (sentence: Sentence, figure: Figure) => boolean,
): ReportFinding | null {
  const { actual } = indicator;
  const done = actual.value;
  const name = plainName(indicator.name);
  const unit = actual.kind === 'percent' ? '%' : (actual.unit ?? indicator.target.unit ?? '');
  if (name.length < SHORTEST_NAME || done === null || unit === '') return null;
  if (actual.kind !== 'number' && actual.kind !== 'percent') return null;
  const others = names.filter((other) => !name.includes(other));
  let wrong: ReportFinding | null = null;
  for (const sentence of report.sentences) {
    const at = sentence.text.indexOf(name);
    if (at < 0) continue;
    const from = at + name.length;
    const end = endOf(sentence.text, from, others);
    const figure = figuresOf(sentence.text).find(
      (one) =>
        one.start >= from &&
        one.start < end &&
        one.unitText === unit &&
        !intended(sentence, one) &&
        !(one.percent && DERIVED.test(sentence.text.slice(from, one.start))),
    );
    if (!figure) continue;
    if (compare(signed(figure, done), done) === 0) return null;
    const values = { expected: `${done}${unit}`, found: figure.text + figure.unitText };
    wrong ??= reportFinding(
      'indicator-differs',
      'warning',
      { paragraph: sentence.paragraph, text: sentence.text, at },
      { ...values, name: indicator.name },
      values,
    );
  }
  return wrong;
}

function indicators(report: ReportText, { table }: TableResult): ReportFinding[] {
  const names = table.indicators.map(({ name }) => plainName(name));
  const told = names.filter((name) => name.length >= SHORTEST_NAME);
  const intended = intendedIn(report);
  return table.indicators.flatMap(
    (indicator) => indicatorFigure(report, indicator, told, intended) ?? [],
  );
}

/** Everything a report says that its table says too. */
export function againstTable(
  report: ReportText,
  facts: StatedFacts,
  result: TableResult,
  year: number | null,
): ReportFinding[] {
  return [
    ...totals(facts, report, result),
    ...names(report, result, year),
    ...funds(facts, result),
    ...indicators(report, result),
  ];
}
