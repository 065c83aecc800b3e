import type { TableResult } from '../model/score';
import type { BudgetRow } from '../model/table';
import { compare, ratio, sum } from '../quantity/exact';
import { fullWithoutLeftOut, rescaled } from '../quantity/not-applicable';
import { levelSummaries } from './level-summary';
import { amountDoubts, fundsDoubts, levelDoubts, wronglyScored } from './doubts';
import { isDoubted } from './outline-scores';
import { percentOf, unnumbered, withoutColon } from './outline-words';
import type { FactName } from './outline-templates/template';
import type { Say } from './sheet-cells';

/** A table of a report: its heads and rows of as many cells, none of them empty. */
export interface OutlineTable {
  readonly caption: string;
  readonly rows: readonly (readonly string[])[];
}

interface Points {
  readonly name: string;
  readonly weight: number | null;
  readonly score: number | null;
  /** Whether something speaks against them. */
  readonly isWrong: boolean;
}

/** The table that belongs to a fact, where the form has what it tells; none else. */
export function factTables(name: FactName, result: TableResult, say: Say): OutlineTable[] {
  if (name === 'funds') return fundsTable(result, say);
  return name === 'level-scores' ? scoreTable(result, say) : [];
}

const AMOUNTS = ['initial', 'adjusted', 'executed'] as const;

/** The amounts of each source of funds; none in a form that does not say in what unit they are. */
function fundsTable(result: TableResult, say: Say): OutlineTable[] {
  const { budget } = result.table;
  if (!budget?.currency) return [];
  const rows = budget.rows.filter((row) =>
    AMOUNTS.some((name) => (row[name]?.value ?? 0) !== 0 || (row.isTotal && row[name])),
  );
  const columns = AMOUNTS.filter((name) => rows.some((row) => row[name] !== null));
  if (!rows.some(({ isTotal }) => isTotal) || columns.length < 2) return [];
  return [
    {
      caption: say('outline.table.funds', { currency: budget.currency }),
      rows: [
        [say('outline.table.source'), ...columns.map((name) => say(`outline.table.${name}`))],
        ...rows.map((row) => [
          withoutColon(row.label),
          ...columns.map((name) => amountIn(result, row, name, say)),
        ]),
      ],
    },
  ];
}

function amountIn(
  result: TableResult,
  row: BudgetRow,
  name: (typeof AMOUNTS)[number],
  say: Say,
): string {
  const value = row[name]?.value ?? null;
  if (value === null) return NONE;
  const isWrong = amountDoubts(result, row).length > 0;
  return isWrong ? say('outline.toCheck', { what: String(value) }) : String(value);
}

/** Points by level, of the same figures as the sentences; what is not known in the form says so. */
function scoreTable(result: TableResult, say: Say): OutlineTable[] {
  const { budget, state } = result;
  const levels = [
    ...levelSummaries(result).map((level): Points => ({
      name: unnumbered(level.label ?? say('summary.noLevel')),
      weight: level.weight,
      score: level.filled ?? level.computed,
      isWrong:
        levelDoubts(result, level).length > 0 || wronglyScored(result, level.rows).length > 0,
    })),
    ...(budget
      ? [
          {
            name: say('summary.funds'),
            weight: budget.weight,
            score: budget.filledScore ?? budget.score,
            isWrong: fundsDoubts(result).length > 0,
          },
        ]
      : []),
  ].filter(({ weight, score }) => weight !== null || score !== null);
  const known = levels.filter(({ weight, score }) => weight !== null && score !== null);
  if (known.length < 2) return [];
  const heads = (['level', 'weight', 'score', 'rate'] as const).map((head) =>
    say(`outline.table.${head}`),
  );
  const isWhole = state.kind === 'complete' && known.length === levels.length;
  return [
    {
      caption: say(isWhole ? 'outline.table.scores' : 'outline.table.scoresPartial'),
      rows: [
        heads,
        ...levels.map((level) => pointsRow(level, say)),
        ...(isWhole ? totalRows(result, levels, say) : []),
      ],
    },
  ];
}

function pointsRow({ name, weight, score, isWrong }: Points, say: Say): string[] {
  const shown = (value: number | null): string =>
    value === null ? say('outline.table.blank') : String(value);
  if (weight !== null && score !== null && compare(score, weight) > 0) {
    const what = say('outline.pointsDoubted', { weight, score });
    return [name, shown(weight), say('outline.toCheck', { what }), NONE];
  }
  if (isWrong) {
    const toCheck = (value: number | null): string =>
      say('outline.toCheck', { what: shown(value) });
    return [name, toCheck(weight), toCheck(score), NONE];
  }
  const rate = weight === null || score === null ? null : ratio(score, weight, 4);
  return [name, shown(weight), shown(score), rate === null ? NONE : `${percentOf(rate)}%`];
}

/**
 * Only where the levels come to the total that stands in the form and nothing speaks against it: what
 * they add up to, and where rows are left out what that is on the scale of the table.
 */
function totalRows(result: TableResult, levels: readonly Points[], say: Say): string[][] {
  const { totals, table, profile } = result;
  const weight = sum(levels.map((level) => level.weight ?? 0));
  const score = sum(levels.map((level) => level.score ?? 0));
  const own = totals.printedScore ?? totals.filledScore;
  const standing = rescaled(score, table, profile);
  const isWrong = isDoubted(result) || levels.some((level) => level.isWrong);
  if (isWrong || own === null || compare(own, standing) !== 0) return [];
  const rows = [pointsRow({ name: say('summary.total'), weight, score, isWrong }, say)];
  if (fullWithoutLeftOut(table, profile) === null) return rows;
  const name = say('summary.rescaled');
  const whole = { name, weight: profile.tableTotal, score: standing, isWrong };
  return [...rows, pointsRow(whole, say)];
}

const NONE = '—';
