import { compare, subtract, sum } from '../../quantity/exact';
import { figuresOf, isChange, type Figure } from './figures';
import { reportFinding, type ReportFinding } from './report-finding';
import type { ReportText, Sentence } from './read-report';

const FEWEST_PARTS = 2;
/** Parts this near to their total were meant to be all of it. */
const NEAR_SHARE = 0.02;
const NEAR_COUNT = 2;

const isNear = (total: number, parts: number): boolean =>
  Math.abs(subtract(total, parts)) <= Math.max(NEAR_COUNT, total * NEAR_SHARE);

function notTotal(sentence: Sentence, total: Figure, parts: readonly Figure[]): ReportFinding {
  const found = sum(parts.map(({ value }) => value));
  return reportFinding(
    'parts-not-total',
    'error',
    { paragraph: sentence.paragraph, text: sentence.text, at: total.start },
    {
      total: total.text + total.unitText,
      parts: parts.map(({ text }) => text).join('+'),
      sum: found,
      difference: subtract(total.value, found),
    },
    { expected: total.value, found },
  );
}

/** `129件（撤销1件，驳回2件，…）`: a list in brackets right after its total. */
function bracketed(sentence: Sentence, figures: readonly Figure[]): ReportFinding[] {
  const findings: ReportFinding[] = [];
  for (const total of figures) {
    if (total.unit === '' || total.percent || !/^[（(]/.test(sentence.text.slice(total.end)))
      continue;
    const end = closingBracket(sentence.text, total.end);
    if (end < 0) continue;
    const inside = sentence.text.slice(total.end + 1, end);
    if (/^(?:其中|含|包括|包含|如|比如)|等$|等[，,、）)]/.test(inside)) continue;
    const parts = figures.filter(
      (figure) => figure.start > total.end && figure.end <= end && figure.unit === total.unit,
    );
    if (parts.length < FEWEST_PARTS) continue;
    const found = sum(parts.map(({ value }) => value));
    if (compare(found, total.value) !== 0) findings.push(notTotal(sentence, total, parts));
  }
  return findings;
}

function closingBracket(text: string, open: number): number {
  let depth = 0;
  for (let index = open; index < text.length; index += 1) {
    const sign = text.charAt(index);
    if (sign === '（' || sign === '(') depth += 1;
    if ((sign === '）' || sign === ')') && (depth -= 1) === 0) return index;
  }
  return -1;
}

const COLUMNS: readonly RegExp[] = [
  /年初/,
  /预算/,
  /执行|支出|支付/,
  /到位|下达/,
  /目标|指标值|计划/,
  /实际|完成值/,
];
/** Which column of a table an amount is from; −1 for none. */
const columnOf = ({ label }: Figure): number => COLUMNS.findIndex((word) => word.test(label));

/** `其中：中央资金：全年预算数1000万元，全年执行数900万元` gives one part in two columns. */
function ofOneColumn(total: Figure, parts: readonly Figure[]): readonly Figure[] {
  const columns = new Set(parts.map(columnOf).filter((column) => column >= 0));
  return columns.size < 2 ? parts : parts.filter((part) => columnOf(part) === columnOf(total));
}

/**
 * `66件，其中政府规范性文件11件、部门规范性文件55件`. The first parts that come to the total close
 * the list; without such, it is wrong when the parts exceed the total or narrowly miss it.
 */
function amongThem(
  sentence: Sentence,
  figures: readonly Figure[],
  before: readonly Figure[],
): ReportFinding[] {
  const at = sentence.text.search(/其中|包括/);
  if (at < 0) return [];
  const bracket = /[（(][^（）()]*$/.test(sentence.text.slice(0, at));
  if (bracket) return [];
  const stop = sentence.text.indexOf('；其中', at + 1);
  const first = figures.find(
    (figure) => figure.start > at && !figure.percent && figure.unit !== '',
  );
  if (!first) return [];
  const same = (figure: Figure) => figure.unit === first.unit && !isChange(figure);
  const total =
    figures.filter((figure) => figure.start < at && same(figure)).at(-1) ??
    (at <= 1 ? before.filter(same).at(-1) : undefined);
  const listed = figures.filter(
    (figure) => figure.start > at && same(figure) && (stop < 0 || figure.start < stop),
  );
  const parts = total ? ofOneColumn(total, listed) : [];
  if (!total || parts.length < FEWEST_PARTS) return [];
  let running = 0;
  for (const [index, part] of parts.entries()) {
    running = sum([running, part.value]);
    if (index > 0 && compare(running, total.value) === 0) return [];
  }
  const [one, two] = [parts[0]?.value ?? 0, parts[1]?.value ?? 0];
  const exceeded = sum([one, two]) > total.value;
  if (exceeded && parts.length === FEWEST_PARTS) return [notTotal(sentence, total, parts)];
  if (parts.length > FEWEST_PARTS && isNear(total.value, running)) {
    return [notTotal(sentence, total, parts)];
  }
  return [];
}

/** `坐席13772宗，留言819宗，转派17282宗，共31873宗`: a total after its parts. */
function totalled(sentence: Sentence, figures: readonly Figure[]): ReportFinding[] {
  return figures.flatMap((total, index) => {
    if (
      total.percent ||
      total.unit === '' ||
      !/(?:^|[^一总])(?:共|共计|合计|总计)$/.test(total.label)
    )
      return [];
    if (total.label.length > 4) return [];
    const parts = figures.slice(0, index).filter((figure) => figure.unit === total.unit);
    if (parts.length <= FEWEST_PARTS) return [];
    const found = sum(parts.map(({ value }) => value));
    if (compare(found, total.value) === 0 || !isNear(total.value, found)) return [];
    return [notTotal(sentence, total, parts)];
  });
}

/** Stated totals against the parts listed with them (domain rules F05, F06). */
export function partsChecks(report: ReportText): ReportFinding[] {
  let before: readonly Figure[] = [];
  return report.sentences.flatMap((sentence) => {
    const figures = figuresOf(sentence.text);
    const findings = [
      ...bracketed(sentence, figures),
      ...amongThem(sentence, figures, before),
      ...totalled(sentence, figures),
    ];
    before = figures;
    return findings;
  });
}
