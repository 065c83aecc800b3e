import type { Finding, FindingSeverity } from '../model/finding';
import type { Profile } from '../model/profile';
import type { BudgetScore, RowScore, Totals } from '../model/score';
import type { Indicator, Table, TableKind } from '../model/table';
import type { RowFacts, TableFacts } from './table-facts';

/** A recognised table and what scoring says of it. `rows` is parallel to `table.indicators`. */
export interface CheckContext {
  readonly table: Table;
  readonly rows: readonly RowScore[];
  readonly budget: BudgetScore | null;
  readonly totals: Totals;
  readonly profile: Profile;
}

/** The same, with the facts several checks share worked out once. */
export interface PreparedContext extends CheckContext {
  readonly facts: TableFacts;
}

/**
 * What a check needs to be whole. `row`: one indicator row. `block`: the header, the goal, the
 * funds block or one level, so it also runs on a table that was cut off below. `table`: only a
 * table with its total row.
 */
export type CheckScope = 'row' | 'block' | 'table';

/** Asked of one indicator row after another, from the first to the last. */
export type RowTest = (
  indicator: Indicator,
  score: RowScore,
  facts: RowFacts,
  index: number,
) => Finding | readonly Finding[] | null;

/** One mistake to look for. It has one or more of `find`, `everyRow` and `soundRow`. */
export interface Check {
  /** Also the name of its folder and the stem of its catalogue keys `check.<id>.…`. */
  readonly id: string;
  /** Stable short code: JX1nn structure, JX2nn weights and totals, JX3nn funds, JX4nn rows. */
  readonly code: string;
  /** Its usual severity; a finding may be milder. */
  readonly severity: FindingSeverity;
  /** Catalogue key of the source. */
  readonly basis: string;
  readonly kinds: readonly TableKind[];
  readonly scope: CheckScope;
  /** What it says of the table apart from single rows. */
  readonly find?: (context: PreparedContext) => readonly Finding[];
  /** Made ready for a table, the test of each of its rows. */
  readonly everyRow?: (context: PreparedContext) => RowTest;
  /** The same, for rows that carry no error value. */
  readonly soundRow?: (context: PreparedContext) => RowTest;
}

export const EVERY_KIND: readonly TableKind[] = ['target', 'rubric'];
export const TARGET_ONLY: readonly TableKind[] = ['target'];
