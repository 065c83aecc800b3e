import type { Profile } from '../model/profile';
import type { RowScore, TableResult } from '../model/score';
import type { Indicator, Sourced } from '../model/table';
import { compare, subtract } from '../quantity/exact';
import { countingPoints } from '../quantity/not-applicable';
import { amountDoubts, doubtsOf, rowDoubts, toCheck, totalFunds, type Telling } from './doubts';
import { conclusion, levelScores } from './outline-scores';
import { missing, percentOf, prompt, unnumbered, withoutCode, withUnit } from './outline-words';
import type { CoverField, FactName } from './outline-templates/template';
import type { Say } from './sheet-cells';

type Fact = (result: TableResult, telling: Telling, asked: readonly CoverField[]) => string[];

const identity: Fact = ({ table }, { say }, asked) => {
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

const goal: Fact = (result, telling) => {
  const { say } = telling;
  const { expected, achieved } = result.table.goal;
  const told = (fact: Sourced<string>): string => {
    const doubts = doubtsOf(result, [fact.cell]);
    return doubts.length > 0 ? toCheck(doubts, telling) : closed(fact.value, say);
  };
  return [
    expected ? say('outline.goalExpected', { text: told(expected) }) : prompt(say, 'goalExpected'),
    achieved ? say('outline.goalAchieved', { text: told(achieved) }) : prompt(say, 'goalAchieved'),
  ];
};

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

const funds: Fact = (result, telling) => {
  const { say } = telling;
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
  const doubts = total ? amountDoubts(result, total) : [];
  if (doubts.length > 0) paragraphs.push(toCheck(doubts, telling));
  else if (total) {
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
    if (row.isTotal || isZero(row)) continue;
    const text = toCheck(amountDoubts(result, row), telling) || amounts(row);
    if (text !== '')
      paragraphs.push(say('outline.fundsPart', { label: partLabel(row.label), text }));
  }
  return paragraphs.length > 0 ? paragraphs : [prompt(say, 'funds')];
};

/** `其中:本年财政拨款：…` has one colon. */
const partLabel = (label: string): string => label.trim().replace(/^其中\s*[:：]\s*/, '其中');

const fundsGap: Fact = (result, { say }) => {
  const total = totalFunds(result);
  const isKnown = total !== null && amountDoubts(result, total).length === 0;
  const rate = isKnown ? (result.budget?.rate ?? null) : null;
  const { explainBelow } = result.profile.execution;
  if (rate === null || compare(rate, explainBelow) >= 0) return [];
  const reason = total?.reason?.value.trim() ?? '';
  const rateText = percentOf(rate);
  return [
    reason === ''
      ? missing(say, say('outline.prompt.fundsGap', { rate: rateText }))
      : say('outline.fundsReason', { rate: rateText, reason: closed(reason, say) }),
  ];
};

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
  (result, { say }): string[] =>
    result.table.indicators.flatMap((indicator, index) => {
      const row = result.rows[index];
      if (!row || !fits(indicator, row, result.profile)) return [];
      const reason = reasonOf(indicator, say);
      const isWrong = rowDoubts(result, indicator).length > 0;
      return [say(line, { sentence: shortSentence(indicator, row, isWrong, say), reason })];
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
const unmet: Fact = (result, telling) => {
  const { say } = telling;
  const rubric = result.table.kind === 'rubric';
  const lines = (rubric ? deducted : missed)(result, telling, []);
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
  telling: Telling,
  asked: readonly CoverField[] = [],
): string[] => FACTS[name](result, telling, asked);

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
function shortSentence(indicator: Indicator, row: RowScore, isWrong: boolean, say: Say): string {
  const compared = comparison(indicator, say);
  const parts = compared.length > 0 ? compared : points(indicator, row, say);
  const what = parts.join(say('outline.comma'));
  return named(indicator, isWrong ? [say('outline.toCheck', { what })] : parts, say);
}
