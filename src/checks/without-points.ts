import { isBlank } from '../model/blank';
import type { CellRef } from '../model/grid';
import type { NumberCell } from '../model/table';
import { isLeftOut } from '../quantity/not-applicable';
import type { PreparedContext } from './check';
import { brief } from './wording';

/** A row that a sum cannot count: its name, and its place. */
export interface UncountedRow {
  readonly name: string;
  readonly cell: CellRef;
  /** What it would score; null where that cannot be computed. */
  readonly score: number | null;
}

/** Rows with a name and no 分值: rows that hold nothing else, and rows whose 分值 is blank. */
export function withoutWeight({ table, facts }: PreparedContext): readonly UncountedRow[] {
  const named = table.nameOnly.map(({ value, cell }) => ({ name: value, cell, score: null }));
  const blank = table.indicators.flatMap(({ name, nameCell, weight, score, parent, row }, index) =>
    parent === null &&
    isOwnBlank(weight, row) &&
    score?.value == null &&
    facts.rows[index]?.broken === false
      ? [{ name, cell: nameCell, score: null }]
      : [],
  );
  return inOrder([...named, ...blank]);
}

/** Those, rows with a 分值 and no 得分 (the funds row too), and rows with an error value. */
export function withoutPoints(context: PreparedContext): readonly UncountedRow[] {
  const { table, facts, rows, budget, profile } = context;
  const unscored = table.indicators.flatMap((indicator, index) => {
    if (isLeftOut(indicator, profile)) return [];
    const { name, nameCell } = indicator;
    const { weight = null, filled = null, broken = false } = facts.rows[index] ?? {};
    if (!broken && (weight === null || filled !== null)) return [];
    return [{ name, cell: nameCell, score: broken ? null : (rows[index]?.score ?? null) }];
  });
  const { scored } = facts.funds;
  const funds =
    (scored?.weight?.value ?? 0) > 0 && scored?.score?.value == null && scored
      ? [{ name: scored.label, cell: scored.labelCell, score: budget?.score ?? null }]
      : [];
  return inOrder([...funds, ...unscored, ...withoutWeight(context)]);
}

const isOwnBlank = (weight: NumberCell | null, row: number): boolean =>
  weight !== null && weight.value === null && isBlank(weight.raw) && weight.cell.row === row;

const inOrder = (rows: readonly UncountedRow[]): readonly UncountedRow[] =>
  [...rows].sort((a, b) => a.cell.row - b.cell.row);

const MOST_NAMED = 3;

/** The rows by name as a message lists them, each in quotes: “甲”; of many the first. */
export const namesOf = (rows: readonly UncountedRow[]): readonly string[] =>
  rows
    .slice(0, MOST_NAMED)
    .map(
      ({ name }, index) =>
        `“${brief(name)}”${index + 1 === MOST_NAMED && rows.length > MOST_NAMED ? '…' : ''}`,
    );
