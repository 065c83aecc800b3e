import { grouped } from '../model/grouped';
import type { Profile } from '../model/profile';
import type { RowScore, TableResult } from '../model/score';
import type { Indicator, Sourced } from '../model/table';
import { compare, subtract } from '../quantity/exact';
import {
  amountDoubts,
  doubtsOf,
  fundsDoubts,
  rowDoubts,
  toCheck,
  totalFunds,
  type Telling,
} from './doubts';
import { footNote } from './foot-notes';
import { fundsRows } from './funds-rows';
import { lostPoints } from './outline-counts';
import { conclusion, levelScores } from './outline-scores';
import {
  closed,
  evidenceOf,
  missing,
  partLabel,
  percentOf,
  prompt,
  unnumbered,
  withoutCode,
  withUnit,
} from './outline-words';
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
  if (!table.budget) {
    const told = fundsRows(result).flatMap((at) => {
      const indicator = table.indicators[at];
      const text = indicator && evidenceOf(indicator);
      if (!indicator || !text) return [];
      return [
        say('outline.indicator', { name: unnumbered(indicator.name), text }) + say('outline.stop'),
      ];
    });
    return told.length > 0 ? told : [prompt(say, 'funds')];
  }
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

/** The row of the funds has points like an indicator of its own, and is told where 预算执行 is asked for. */
export function fundsPoints(
  result: TableResult,
  words: readonly string[] | 'rest',
  telling: Telling,
): string[] {
  const { say } = telling;
  const { rate, weight, filledScore, score } = result.budget ?? {};
  const points = filledScore ?? score;
  const isAsked = words !== 'rest' && words.some((word) => FUNDS_ROW.includes(word));
  if (!isAsked || rate == null || weight == null || points == null) return [];
  const total = totalFunds(result);
  const doubts = [...(total ? amountDoubts(result, total) : []), ...fundsDoubts(result)];
  if (doubts.length > 0) return [toCheck(doubts, telling)];
  const lost = subtract(weight, points);
  const parts = [
    say('outline.executionRate', { rate: percentOf(rate) }),
    say('outline.rowPoints', { weight, score: points }),
    ...(lost > 0 ? [say('outline.rowLost', { lost })] : []),
  ];
  return [parts.join(say('outline.comma')) + say('outline.stop')];
}

const FUNDS_ROW = '预算执行';

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

/** 无 explains nothing. Where a row has no place for a reason, what lost its points is told beside its rules. */
const reasonOf = ({ reason, evidence }: Indicator): string | null =>
  [reason, evidence]
    .map((text) => text?.trim() ?? '')
    .find((text) => text !== '' && text !== '无') ?? null;

const LINES = {
  unmet: ['outline.unmet', 'outline.unmetOnly'],
  deducted: ['outline.deducted', 'outline.deductedOnly'],
  over: ['outline.over', 'outline.over'],
} as const;

const listed =
  (
    line: keyof typeof LINES,
    fits: (indicator: Indicator, row: RowScore, profile: Profile) => boolean,
  ): Fact =>
  (result, { say }): string[] => {
    const whole = line === 'over' ? null : footNote(result.table, 'reason');
    const lines = result.table.indicators.flatMap((indicator, index) => {
      const row = result.rows[index];
      if (!row || !fits(indicator, row, result.profile)) return [];
      const isWrong = rowDoubts(result, indicator).length > 0;
      return { sentence: shortSentence(indicator, row, isWrong, say), own: reasonOf(indicator) };
    });
    const [withReason, only] = LINES[line];
    // Rows of one reason are told together, and it once.
    return [...grouped(lines, ({ own }) => own)].flatMap(([own, rows]) => {
      const sentences =
        own === null
          ? rows.map(({ sentence }) => [sentence])
          : [rows.map(({ sentence }) => sentence)];
      return sentences.map((some) => {
        const sentence = some.join(say('outline.separator'));
        if (own === null && whole !== null) return say(only, { sentence, reason: '' });
        const reason = own === null ? missing(say, say('outline.prompt.reason')) : closed(own, say);
        return say(withReason, { sentence, reason });
      });
    });
  };

const missed = listed('unmet', (_, row) => row.status === 'unmet');
const deducted = listed('deducted', (indicator, _, profile) => lostPoints(indicator, profile));

/** Rows below target, or with deductions in a rubric; said to be none only where rows were compared. */
const unmet: Fact = (result, telling) => {
  const { say } = telling;
  const rubric = result.table.kind === 'rubric';
  const whole = footNote(result.table, 'reason');
  const lines = [
    ...(rubric ? deducted : missed)(result, telling, []),
    ...(whole === null ? [] : [say('outline.reasonOfAll', { reason: closed(whole, say) })]),
  ];
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
  over: listed('over', (_, row) => row.status === 'over'),
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
