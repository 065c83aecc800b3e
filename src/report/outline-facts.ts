import type { Profile } from '../model/profile';
import type { Quantity } from '../model/quantity';
import type { RowScore, TableResult } from '../model/score';
import type { Indicator } from '../model/table';
import { compare, multiply, ratio, subtract, sum } from '../quantity/exact';
import { countingPoints, fullWithoutLeftOut, rescaled } from '../quantity/not-applicable';
import { levelSummaries } from './level-summary';
import type { CoverField, FactName } from './outline-templates/template';
import type { PromptName, Say } from './sheet-cells';

type Fact = (result: TableResult, say: Say, asked: readonly CoverField[]) => string[];

/** `0.862` → `86.2`. */
export const percentOf = (fraction: number): number => multiply(fraction, 100);
const missing = (say: Say, what: string) => say('outline.missing', { what });
const prompt = (say: Say, name: PromptName) => missing(say, say(`outline.prompt.${name}`));

/** `219-池州市…`, `51000023T000008123456-…`: the code of a list is no part of a name. */
export const withoutCode = (name: string | undefined): string | undefined =>
  name?.replace(/^\s*(?=[\dA-Za-z]*\d)[\dA-Za-z]{3,}\s*[-—_]\s*(?=\S)/, '');

const totalFunds = ({ table }: TableResult) =>
  table.budget?.rows.find((row) => row.isTotal) ?? null;

const identity: Fact = ({ table }, say, asked) => {
  const parts: [CoverField, string | number | undefined][] = [
    ['project', withoutCode(table.project?.value)],
    ['department', withoutCode(table.department?.value)],
    ['unit', withoutCode(table.unit?.value)],
    ['year', table.year?.value],
  ];
  const own = table.scope === 'unit' ? parts.slice(1) : parts;
  // What the cover asks for is not asked for again.
  const needed = own.filter(([name, value]) => value !== undefined || !asked.includes(name));
  if (needed.length === 0) return [];
  return [
    needed
      .map(([name, value]) =>
        say('outline.identity', {
          label: say(`outline.cover.${name}`),
          value: value ?? missing(say, say(`outline.cover.${name}`)),
        }),
      )
      .join(say('outline.separator')) + say('outline.stop'),
  ];
};

const goal: Fact = ({ table: { goal: facts } }, say) => [
  facts.expected
    ? say('outline.goalExpected', { text: closed(facts.expected.value, say) })
    : prompt(say, 'goalExpected'),
  facts.achieved
    ? say('outline.goalAchieved', { text: closed(facts.achieved.value, say) })
    : prompt(say, 'goalAchieved'),
];

/** With a full stop at the end, unless the person closed the sentence. */
const closed = (text: string, say: Say): string => {
  // 1.完成养护300公里; 2. 3.: numbers of the form that nobody wrote behind.
  const trimmed = text.trim().replace(/(?:(?:^|[;；。，,\s])\s?\d{1,2}[.、．])+\s*$/, '');
  return /[。！？!?.；;]$/.test(trimmed) ? trimmed : trimmed + say('outline.stop');
};

type FundsRow = NonNullable<ReturnType<typeof totalFunds>>;

/** A source that gave nothing needs no line. */
const isZero = ({ initial, adjusted, executed }: FundsRow): boolean =>
  [initial, adjusted, executed].every((cell) => (cell?.value ?? 0) === 0);

/** `年中调减10万元`, `结余1.2万元`: only where both figures are there and differ. */
function changeAndBalance({ initial, adjusted, executed }: FundsRow, currency: string, say: Say) {
  const [before, after, spent] = [initial, adjusted, executed].map((cell) => cell?.value ?? null);
  const parts: string[] = [];
  if (before != null && after != null && before !== after) {
    const key = after > before ? 'raised' : 'cut';
    const value = `${Math.abs(subtract(after, before))}${currency}`;
    parts.push(say(`outline.${key}`, { value }));
  }
  const whole = after ?? before ?? null;
  if (whole !== null && spent != null && spent < whole) {
    parts.push(say('outline.balance', { value: `${subtract(whole, spent)}${currency}` }));
  }
  return parts;
}

const funds: Fact = (result, say) => {
  const { table, budget } = result;
  if (!table.budget) return [prompt(say, 'funds')];
  const currency = table.budget.currency ?? '';
  const amounts = (row: NonNullable<ReturnType<typeof totalFunds>>): string =>
    (['initial', 'adjusted', 'executed'] as const)
      .flatMap((name) => {
        const value = row[name]?.value ?? null;
        return value === null ? [] : [say(`outline.${name}`, { value: `${value}${currency}` })];
      })
      .join(say('outline.comma'));
  const paragraphs: string[] = [];
  const total = totalFunds(result);
  if (total) {
    const parts = [amounts(total)].filter((part) => part !== '');
    if (budget && budget.rate !== null) {
      parts.push(say('outline.executionRate', { rate: percentOf(budget.rate) }));
    } else parts.push(prompt(say, 'executionRate'));
    parts.push(...changeAndBalance(total, currency, say));
    paragraphs.push(parts.join(say('outline.comma')) + say('outline.stop'));
    const printed = budget?.filledRate ?? null;
    // The form prints whole or half percents; only a real difference is worth a line.
    if (budget?.rate != null && printed !== null && Math.abs(printed - budget.rate) > 0.0005) {
      paragraphs.push(
        say('outline.toCheck', {
          what: say('outline.rateDiffers', {
            printed: percentOf(printed),
            rate: percentOf(budget.rate),
          }),
        }),
      );
    }
  }
  for (const row of table.budget.rows) {
    const text = row.isTotal || isZero(row) ? '' : amounts(row);
    if (text !== '')
      paragraphs.push(say('outline.fundsPart', { label: partLabel(row.label), text }));
  }
  return paragraphs.length > 0 ? paragraphs : [prompt(say, 'funds')];
};

/** `其中:本年财政拨款：…` has one colon. */
const partLabel = (label: string): string => label.trim().replace(/^其中\s*[:：]\s*/, '其中');

const fundsGap: Fact = (result, say) => {
  const rate = result.budget?.rate ?? null;
  const { explainBelow } = result.profile.execution;
  if (rate === null || compare(rate, explainBelow) >= 0) return [];
  const reason = totalFunds(result)?.reason?.value.trim() ?? '';
  const rateText = percentOf(rate);
  return [
    reason === ''
      ? missing(say, say('outline.prompt.fundsGap', { rate: rateText }))
      : say('outline.fundsReason', { rate: rateText, reason: closed(reason, say) }),
  ];
};

/** Whether `check` calls the total an error. */
export const isDoubted = ({ findings, totals, table: { total } }: TableResult): boolean =>
  (totals.printedScore ?? totals.filledScore ?? 0) > Math.max(FULL_MARKS, totals.weight ?? 0) ||
  findings.some(
    ({ severity, cell }) =>
      severity === 'error' &&
      total?.score?.cell.row === cell.row &&
      total.score.cell.column === cell.column,
  );

/** A total is called the self-evaluation's only where a person filled in every score. */
const conclusion: Fact = (result, say) => {
  const { totals, table, state } = result;
  const own = state.kind === 'complete';
  const standing = totals.printedScore ?? totals.filledScore;
  const filled = own ? standing : null;
  const grade = own ? (table.grade?.value ?? totals.grade) : null;
  const paragraphs = [
    filled === null
      ? prompt(say, 'score')
      : isDoubted(result)
        ? say('outline.toCheck', { what: say('outline.scoreDoubted', { score: filled }) })
        : say('outline.score', { score: filled }),
    grade === null ? prompt(say, 'grade') : say('outline.grade', { grade }),
  ];
  const check = (what: string): number => paragraphs.push(say('outline.toCheck', { what }));
  const { score } = totals;
  if (!own && standing !== null) check(say('outline.scoreStanding', { score: standing }));
  else if (score === null) return paragraphs;
  else if (filled === null) check(say('outline.scoreComputed', { score }));
  else if (compare(filled, score) !== 0) check(say('outline.scoreDiffers', { filled, score }));
  return paragraphs;
};

/** 一、产出指标 at the start of a paragraph would read as a heading of the report. */
export const unnumbered = (label: string): string =>
  label.replace(
    /^\s*(?:[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[、.．](?!\d))\s*(?=.)/,
    '',
  );

const levelScores: Fact = (result, say) => {
  const lines: string[] = [];
  const add = (level: string, weight: number | null, score: number | null) => {
    if (weight === null || score === null) return;
    if (compare(score, weight) > 0) {
      lines.push(say('outline.levelDoubted', { level, weight, score }));
      return;
    }
    const rate = ratio(score, weight, 4);
    const key = result.state.kind === 'complete' ? 'levelScore' : 'levelPoints';
    lines.push(
      rate === null
        ? say(`outline.${key}`, { level, weight, score })
        : say(`outline.${key}Rate`, { level, weight, score, rate: percentOf(rate) }),
    );
  };
  for (const level of levelSummaries(result)) {
    add(
      unnumbered(level.label ?? say('summary.noLevel')),
      level.weight,
      level.filled ?? level.computed,
    );
  }
  if (result.budget) {
    add(
      say('summary.funds'),
      result.budget.weight,
      result.budget.filledScore ?? result.budget.score,
    );
  }
  return [...lines, ...lostTotal(result, say)];
};

/** 共扣1.44分：甲扣0.6分、乙扣0.84分: only where all that was lost is known and adds up. */
function lostTotal({ table, budget, state, totals, profile }: TableResult, say: Say): string[] {
  const filled = totals.printedScore ?? totals.filledScore;
  if (state.kind !== 'complete' || filled === null) return [];
  const rows = table.indicators.map((indicator) => {
    const { weight, score } = countingPoints(indicator, profile);
    return {
      name: unnumbered(indicator.name),
      lost: subtract(weight?.value ?? 0, score?.value ?? weight?.value ?? 0),
    };
  });
  const funds = budget?.filledScore ?? budget?.score ?? budget?.weight ?? 0;
  const all = [
    ...rows,
    { name: say('summary.funds'), lost: subtract(budget?.weight ?? 0, funds) },
  ].filter(({ lost }) => lost !== 0);
  const lost = sum(all.map((one) => one.lost));
  const told = all.length > 1 && all.length <= MOST_LOST && all.every((one) => one.lost > 0);
  const full = fullWithoutLeftOut(table, profile);
  const standing = rescaled(subtract(full ?? FULL_MARKS, lost), table, profile);
  if (!told || compare(standing, filled) !== 0) return [];
  const items = all.map((one) => say('outline.lostItem', one)).join(say('outline.listComma'));
  return [say(full === null ? 'outline.lostTotal' : 'outline.lostBeforeScale', { lost, items })];
}

const FULL_MARKS = 100;
const MOST_LOST = 12;

const reasonOf = (indicator: Indicator, say: Say): string => {
  const reason = indicator.reason?.trim() ?? '';
  return reason === '' || reason === '无'
    ? missing(say, say('outline.prompt.reason'))
    : closed(reason, say);
};

const listed =
  (
    line: 'outline.unmet' | 'outline.deducted' | 'outline.over',
    fits: (indicator: Indicator, row: RowScore, profile: Profile) => boolean,
  ): Fact =>
  ({ table, rows, profile }, say): string[] =>
    table.indicators.flatMap((indicator, index) => {
      const row = rows[index];
      if (!row || !fits(indicator, row, profile)) return [];
      const reason = reasonOf(indicator, say);
      return [say(line, { sentence: shortSentence(indicator, row, say), reason })];
    });

/** Whether a row that counts has less than its 分值. */
export function lostPoints(indicator: Indicator, profile: Profile): boolean {
  const { score, weight } = countingPoints(indicator, profile);
  return score?.value != null && weight?.value != null && compare(score.value, weight.value) < 0;
}

const missed = listed('outline.unmet', (_, row) => row.status === 'unmet');
const deducted = listed('outline.deducted', (indicator, _, profile) =>
  lostPoints(indicator, profile),
);

/** Rows below target, or with deductions in a rubric; said to be none only where rows were compared. */
const unmet: Fact = (result, say) => {
  const rubric = result.table.kind === 'rubric';
  const lines = (rubric ? deducted : missed)(result, say, []);
  if (lines.length > 0) return lines;
  const compared = rubric
    ? result.table.indicators.some((indicator) => indicator.score?.value != null)
    : result.rows.some(({ status }) => status === 'met' || status === 'over');
  if (!compared) return [prompt(say, 'unmet')];
  return [say(rubric ? 'outline.noDeduction' : 'outline.noUnmet')];
};

const FACTS: Readonly<Record<FactName, Fact>> = {
  identity,
  goal,
  funds,
  'funds-gap': fundsGap,
  conclusion,
  'level-scores': levelScores,
  unmet,
  over: listed('outline.over', (_, row) => row.status === 'over'),
};

/** What the table says of one fact, as paragraphs; may be none. */
export const factParagraphs = (
  name: FactName,
  result: TableResult,
  say: Say,
  asked: readonly CoverField[] = [],
): string[] => FACTS[name](result, say, asked);

/** A unit: 100百分比 would be read as a hundred hundreds. */
const PERCENT_IN_WORDS = /^百分(?:比|率|号)$/;

/** A bare number with the unit its form keeps in a column of its own; `=100%` is said as 100%. */
export function withUnit({ text, unit }: Quantity): string {
  const said = text.trim().replace(/^[=＝]\s*/, '');
  return unit !== null && /\d$/.test(said) ? said + unit.replace(PERCENT_IN_WORDS, '%') : said;
}

/** `年度指标值≥10场，实际完成值9场` */
function comparison({ target, actual, targetCell }: Indicator, say: Say): string[] {
  const parts: string[] = [];
  if (target.kind !== 'none') parts.push(say('outline.target', { text: withUnit(target) }));
  if (actual.kind !== 'none') parts.push(say('outline.actual', { text: withUnit(actual) }));
  else if (targetCell !== null) parts.push(prompt(say, 'actual'));
  return parts;
}

function points(indicator: Indicator, row: RowScore, say: Say): string[] {
  const score = indicator.score?.value ?? row.score;
  const weight = indicator.weight?.value ?? null;
  const parts: string[] = [];
  if (weight !== null) parts.push(say('outline.weight', { weight }));
  if (score !== null) parts.push(say('outline.rowScore', { score }));
  return parts;
}

const named = ({ name }: Indicator, parts: readonly string[], say: Say): string =>
  say('outline.indicator', { name: unnumbered(name), text: parts.join(say('outline.comma')) });

/** Where the indicator's own sentence stands in the same report: not all of it a second time. */
function shortSentence(indicator: Indicator, row: RowScore, say: Say): string {
  const compared = comparison(indicator, say);
  return named(indicator, compared.length > 0 ? compared : points(indicator, row, say), say);
}
