import type { Finding } from '../model/finding';
import { cellKey, type CellRef } from '../model/grid';
import { grouped } from '../model/grouped';
import { once } from '../model/remember';
import type { TableResult } from '../model/score';
import type { BudgetRow, Indicator } from '../model/table';
import { isLeftOut } from '../quantity/not-applicable';
import type { Message } from '../texts/message';
import type { LevelSummary } from './level-summary';
import type { Say } from './sheet-cells';

/** What paragraphs are told with: the report's words, and the checks'. */
export interface Telling {
  readonly say: Say;
  readonly tell: (message: Message) => string;
}

/** 满意度290%: a warning of `check`, and nothing to state as a fact. */
const IMPOSSIBLE = 'over-100-percent';

const byCell = once(({ findings }: TableResult) => {
  const doubts = findings.filter(
    ({ severity, check }) => severity === 'error' || check === IMPOSSIBLE,
  );
  return grouped(doubts.entries(), ([, { cell }]) => cellKey(cell));
});

type Cells = readonly (CellRef | null | undefined)[];

/** What `check` calls an error of any of the cells, and shares that cannot be: no fact for a report. */
export function doubtsOf(result: TableResult, cells: Cells): readonly Finding[] {
  const keys = new Set(cells.flatMap((cell) => (cell ? cellKey(cell) : [])));
  return [...keys]
    .flatMap((key) => byCell(result).get(key) ?? [])
    .sort(([a], [b]) => a - b)
    .map(([, finding]) => finding);
}

/** The same of the amounts of a source, of which one that is wrong leaves none to be told. */
export const amountDoubts = (
  result: TableResult,
  { initial, adjusted, executed }: Pick<BudgetRow, 'initial' | 'adjusted' | 'executed'>,
): readonly Finding[] =>
  doubtsOf(
    result,
    [initial, adjusted, executed].map((cell) => cell?.cell),
  );

/** The same of a row; what is blank is asked for, and states nothing. */
export const rowDoubts = (result: TableResult, indicator: Indicator): readonly Finding[] => {
  const { nameCell, targetCell, actual, actualCell, score, weight } = indicator;
  const isAsked = ({ check }: Finding): boolean =>
    check === 'actual-missing' && actual.kind === 'none' && targetCell !== null;
  return doubtsOf(result, [nameCell, targetCell, actualCell, score?.cell, weight?.cell]).filter(
    (doubt) => !isAsked(doubt),
  );
};

/** The same of what a level is worth. */
export const levelDoubts = (
  result: TableResult,
  { rows }: Pick<LevelSummary, 'rows'>,
): readonly Finding[] =>
  doubtsOf(
    result,
    rows.map((at) => result.table.indicators[at]?.level1Cell),
  );

export const totalFunds = ({ table }: TableResult): BudgetRow | null =>
  table.budget?.rows.find((row) => row.isTotal) ?? null;

/** The same of the points of the funds. */
export const fundsDoubts = (result: TableResult): readonly Finding[] => {
  const total = totalFunds(result);
  return doubtsOf(result, [total?.weight?.cell, total?.score?.cell]);
};

const LONGEST_DOUBT = 150;

/** Within the brackets of a place to check no brackets of that kind, and no more than a sentence. */
const plainly = (text: string): string =>
  text
    .replace(/[【】]/g, '')
    .replace(/[。.]$/, '')
    .slice(0, LONGEST_DOUBT);

/** One place to check for all of them; none without any. */
export function toCheck(doubts: readonly Finding[], { say, tell }: Telling): string {
  const told = new Set(doubts.map(({ message }) => plainly(tell(message))));
  return told.size === 0
    ? ''
    : say('outline.toCheck', { what: [...told].join(say('outline.separator')) });
}

/** Points above the full ones are no fact, whether a check says so or not. */
export const isAboveFull = ({ score, weight }: Pick<Indicator, 'score' | 'weight'>): boolean =>
  (score?.value ?? 0) > (weight?.value ?? Infinity);

/** The rows among these whose points something speaks against: what they add up to is no fact either. */
export const wronglyScored = (result: TableResult, rows: Iterable<number>): readonly Indicator[] =>
  [...rows].flatMap((at) => {
    const indicator = result.table.indicators[at];
    if (!indicator || isLeftOut(indicator, result.profile)) return [];
    const { score, weight } = indicator;
    const isWrong =
      isAboveFull(indicator) || doubtsOf(result, [score?.cell, weight?.cell]).length > 0;
    return isWrong ? [indicator] : [];
  });

/** What a cell says, as a place to check where something speaks against it. */
export const shownIn = (result: TableResult, cells: Cells, text: string, say: Say): string =>
  doubtsOf(result, cells).length > 0 ? say('outline.toCheck', { what: text }) : text;
