import type { Finding } from '../model/finding';
import type { TableResult } from '../model/score';
import { compare, ratio, subtract, sum } from '../quantity/exact';
import { countingPoints, fullWithoutLeftOut, rescaled } from '../quantity/not-applicable';
import { doubtsOf, fundsDoubts, levelDoubts, toCheck, type Telling } from './doubts';
import { levelSummaries } from './level-summary';
import { percentOf, prompt, unnumbered } from './outline-words';
import type { Say } from './sheet-cells';

/** Whether `check` calls the total an error. */
export const isDoubted = (result: TableResult): boolean => {
  const { totals, table } = result;
  const standing = totals.printedScore ?? totals.filledScore ?? 0;
  const isAbove = standing > Math.max(FULL_MARKS, totals.weight ?? 0);
  return isAbove || doubtsOf(result, [table.total?.score?.cell]).length > 0;
};

/** A total is called the self-evaluation's only where a person filled in every score. */
export const conclusion = (result: TableResult, telling: Telling): string[] => {
  const { say } = telling;
  const { totals, table, state } = result;
  const own = state.kind === 'complete';
  const standing = totals.printedScore ?? totals.filledScore;
  const filled = own ? standing : null;
  // What follows from a total that is wrong is no fact either.
  const computed = isDoubted(result) ? null : totals.grade;
  const grade = own ? (table.grade?.value ?? computed) : null;
  const paragraphs = [
    filled === null
      ? prompt(say, 'score')
      : isDoubted(result)
        ? toCheck(doubtsOf(result, [table.total?.score?.cell]), telling) ||
          say('outline.toCheck', { what: say('outline.scoreDoubted', { score: filled }) })
        : say('outline.score', { score: filled }),
    grade === null
      ? prompt(say, 'grade')
      : toCheck(doubtsOf(result, [table.grade?.cell]), telling) || say('outline.grade', { grade }),
  ];
  if (filled !== null && isDoubted(result)) return paragraphs;
  const check = (what: string): number => paragraphs.push(say('outline.toCheck', { what }));
  const { score } = totals;
  if (!own && standing !== null) check(say('outline.scoreStanding', { score: standing }));
  else if (score === null) return paragraphs;
  else if (filled === null) check(say('outline.scoreComputed', { score }));
  else if (compare(filled, score) !== 0) check(say('outline.scoreDiffers', { filled, score }));
  return paragraphs;
};

export const levelScores = (result: TableResult, telling: Telling): string[] => {
  const { say } = telling;
  const lines: string[] = [];
  const add = (
    level: string,
    [weight, score]: readonly (number | null)[],
    doubts: readonly Finding[],
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
  const isWrong =
    fundsDoubts(result).length > 0 ||
    table.indicators.some(
      ({ score, weight }) => doubtsOf(result, [score?.cell, weight?.cell]).length > 0,
    );
  if (isWrong) return [];
  const items = all.map((one) => say('outline.lostItem', one)).join(say('outline.listComma'));
  return [say(full === null ? 'outline.lostTotal' : 'outline.lostBeforeScale', { lost, items })];
}

const FULL_MARKS = 100;
const MOST_LOST = 12;
