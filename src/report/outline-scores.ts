import type { Finding } from '../model/finding';
import type { TableResult } from '../model/score';
import { compare, ratio, subtract, sum } from '../quantity/exact';
import { countingPoints, fullWithoutLeftOut, rescaled } from '../quantity/not-applicable';
import type { Indicator } from '../model/table';
import { doubtsOf, fundsDoubts, levelDoubts, toCheck, wronglyScored, type Telling } from './doubts';
import { rowsOf } from './outline-counts';
import { levelSummaries } from './level-summary';
import { percentOf, prompt, unnumbered } from './outline-words';
import type { Say } from './sheet-cells';

/** Whether `check` calls the total an error, or something that it adds up. */
export const isDoubted = (result: TableResult): boolean => {
  const { totals, table } = result;
  const standing = totals.printedScore ?? totals.filledScore ?? 0;
  const isAbove = standing > Math.max(FULL_MARKS, totals.weight ?? 0);
  return (
    isAbove ||
    doubtsOf(result, [table.total?.score?.cell]).length > 0 ||
    fundsDoubts(result).length > 0 ||
    wronglyScored(result, table.indicators.keys()).length > 0
  );
};

/** Whether the form has points at all: many of 转移支付 have none. */
const hasPoints = ({ table, budget }: TableResult): boolean =>
  table.total?.score != null ||
  budget?.weight != null ||
  table.indicators.length === 0 ||
  table.indicators.some(({ weight, score }) => weight !== null || score !== null);

/** What a person has to settle before a total or a grade is told as a fact; null where nothing is. */
function openTotal(result: TableResult, say: Say): string | null {
  const { totals, table, state } = result;
  const standing = totals.printedScore ?? totals.filledScore;
  const { score } = totals;
  if (standing === null) return score === null ? null : say('outline.scoreComputed', { score });
  if (state.kind !== 'complete') return say('outline.scoreStanding', { score: standing });
  const wrong = wronglyScored(result, table.indicators.keys());
  const parts: string[] = [];
  const isBlank = table.total?.score != null && totals.printedScore === null;
  if (isBlank) parts.push(say('outline.scoreBlank', { score: standing }));
  if (wrong.length > 0)
    parts.push(
      isBlank
        ? say('outline.rowsDoubted', { names: someOf(wrong, say) })
        : say('outline.sumDoubted', { score: standing, names: someOf(wrong, say) }),
    );
  else if (isDoubted(result) && parts.length === 0)
    parts.push(say('outline.scoreDoubted', { score: standing }));
  if (parts.length === 0) return null;
  if (score !== null && compare(standing, score) !== 0)
    parts.push(say('outline.recomputed', { score }));
  return parts.join(say('outline.comma'));
}

const MOST_NAMED = 3;

/** 甲、乙、丙等 */
function someOf(indicators: readonly Indicator[], say: Say): string {
  const names = indicators.slice(0, MOST_NAMED).map(({ name }) => `“${unnumbered(name)}”`);
  const told = names.join(say('outline.listComma'));
  return indicators.length > MOST_NAMED ? say('outline.andOthers', { names: told }) : told;
}

/** A total is called the self-evaluation's only where a person filled in every score and nothing speaks against it. */
export const conclusion = (result: TableResult, telling: Telling): string[] => {
  const { say } = telling;
  const { totals, table, state } = result;
  if (!hasPoints(result)) {
    const rows = rowsOf(result);
    const unmet = rows.filter(({ row }) => row.status === 'unmet').length;
    const met = rows.filter(({ row }) => row.status === 'met' || row.status === 'over').length;
    return [say('outline.noPoints', { all: rows.length, known: met + unmet, met, unmet })];
  }
  const open = openTotal(result, say);
  const standing = totals.printedScore ?? totals.filledScore;
  const check = (what: string): string => say('outline.toCheck', { what });
  const grade = state.kind === 'complete' ? (table.grade?.value ?? totals.grade) : null;
  const isOpen = open !== null || gradeDiffers(result);
  const graded =
    grade === null
      ? prompt(say, 'grade')
      : toCheck(doubtsOf(result, [table.grade?.cell]), telling) ||
        (isOpen ? check(say('outline.gradeOpen', { grade })) : say('outline.grade', { grade }));
  if (open !== null) return [check(open), graded];
  if (standing === null) return [prompt(say, 'score'), graded];
  const { score } = totals;
  const differs = score !== null && compare(standing, score) !== 0;
  return [
    say('outline.score', { score: standing }),
    graded,
    ...(differs ? [check(say('outline.scoreDiffers', { filled: standing, score }))] : []),
  ];
};

/** Whether the grade may be that of another total than the one that stands in the form. */
function gradeDiffers({ totals, table, profile }: TableResult): boolean {
  const standing = totals.printedScore ?? totals.filledScore ?? 0;
  const ends = profile.grades.map(({ from }) => from);
  const { score } = totals;
  return !table.grade && score !== null && ends.some((end) => score < end !== standing < end);
}

export const levelScores = (result: TableResult, telling: Telling): string[] => {
  const { say } = telling;
  const lines: string[] = [];
  const add = (
    level: string,
    [weight, score]: readonly (number | null)[],
    doubts: readonly Finding[],
    wrong: readonly Indicator[] = [],
  ) => {
    if (weight == null || score == null) return;
    if (doubts.length > 0) {
      lines.push(say('outline.indicator', { name: level, text: toCheck(doubts, telling) }));
      return;
    }
    if (compare(score, weight) > 0) {
      lines.push(say('outline.levelDoubted', { level, weight, score }));
      return;
    }
    if (wrong.length > 0) {
      const what = say('outline.sumDoubted', { score, names: someOf(wrong, say) });
      lines.push(say('outline.indicator', { name: level, text: say('outline.toCheck', { what }) }));
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
      [level.weight, level.filled ?? level.computed],
      levelDoubts(result, level),
      wronglyScored(result, level.rows),
    );
  }
  if (result.budget) {
    add(
      say('summary.funds'),
      [result.budget.weight, result.budget.filledScore ?? result.budget.score],
      fundsDoubts(result),
    );
  }
  return [...lines, ...lostTotal(result, say)];
};

/** 共扣1.44分：甲扣0.6分、乙扣0.84分: only where all that was lost is known and adds up. */
function lostTotal(result: TableResult, say: Say): string[] {
  const { table, budget, state, totals, profile } = result;
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
  if (isDoubted(result)) return [];
  const items = all.map((one) => say('outline.lostItem', one)).join(say('outline.listComma'));
  return [say(full === null ? 'outline.lostTotal' : 'outline.lostBeforeScale', { lost, items })];
}

const FULL_MARKS = 100;
const MOST_LOST = 12;
