import type { CheckId } from '../model/check-id';
import type { Finding, FindingSeverity, ProjectFinding } from '../model/finding';
import type { Profile } from '../model/profile';
import type { BudgetScore, RowScore, ScoredProject, TableState, Totals } from '../model/score';
import type { Indicator, Table, TableKind } from '../model/table';
import type { Language } from '../texts/catalogue';
import type { RowFacts, TableFacts } from './table-facts';

/** A recognised table and what scoring says of it. `rows` is parallel to `table.indicators`. */
export interface CheckContext {
  readonly table: Table;
  readonly rows: readonly RowScore[];
  readonly budget: BudgetScore | null;
  readonly totals: Totals;
  readonly state: TableState;
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

/**
 * What a check speaks of. Two of them decide what may become of its findings: `score` is settled
 * once the computed score stands in its cell, and a reason written into the row answers `reason`.
 */
export type Subject =
  | 'form'
  | 'goal'
  | 'name'
  | 'value'
  | 'weight'
  | 'score'
  | 'judged-score'
  | 'reason'
  | 'total'
  | 'funds';

/** Asked of one indicator row after another, from the first to the last. */
export type RowTest = (
  indicator: Indicator,
  score: RowScore,
  facts: RowFacts,
  index: number,
) => Finding | readonly Finding[] | null;

/** The texts of a check in one language, with `{name}` places for figures. */
export interface CheckWords<Variant extends string = string, Advice extends string = string> {
  readonly title: string;
  /** What a finding says, by its variant; `plain` is said where a finding names none. */
  readonly message: Readonly<Record<Variant, string>>;
  readonly why: string;
  readonly fix: string;
  /** What to do instead where something else helps, by the variant or by the finding's `advice`. */
  readonly fixes?: Readonly<Record<Advice, string>>;
  /** The source: a regulation, a manual, a public form. */
  readonly basis: string;
}

/** Checks that speak instead, or beside it: on its row of the sheet, or anywhere in its table. */
export interface Yielding {
  readonly onRow?: readonly CheckId[];
  readonly inTable?: readonly CheckId[];
}

/**
 * As `Yielding`; and anywhere in its table where what is said and what should be lie as far apart
 * (`sameGap`), or where one amount put right rights both (`sameSlip`, `mistypedAmount`).
 */
export interface Telling<Variant extends string = string> extends Yielding {
  readonly sameGap?: readonly CheckId[];
  readonly sameSlip?: readonly CheckId[];
  /** Its own advice is left to be done once the other's was followed; the line then says both. */
  readonly remains?: true;
  /** What goes for one of its messages alone, before what goes for all. */
  readonly of?: Readonly<Partial<Record<Variant, Yielding>>>;
}

/** One mistake to look for (`defineCheck`). It has one or more of `find`, `everyRow`, `soundRow` and `overProjects`. */
export interface Check {
  /** Also the name of its folder and the stem of its catalogue keys `check.<id>.…`. */
  readonly id: CheckId;
  /** Stable short code: JX1nn structure, JX2nn weights and totals, JX3nn funds, JX4nn rows, JX5nn several projects. */
  readonly code: string;
  /** Its usual severity; a finding may be milder. */
  readonly severity: FindingSeverity;
  readonly kinds: readonly TableKind[];
  readonly scope: CheckScope;
  readonly about: readonly Subject[];
  /** Checks that would say the same mistake once more on the same row of the sheet. */
  readonly silences: readonly CheckId[];
  /** On its cell no other check speaks. */
  readonly ownsCell: boolean;
  /** By variant, who speaks instead. */
  readonly yields: Readonly<Partial<Record<string, Yielding>>>;
  /** Of the same cause where it comes together with one of these: lists tell it in their line. */
  readonly toldWith: Telling;
  readonly texts: Readonly<Record<Language, CheckWords>>;
  /** What it says of the table apart from single rows. */
  readonly find?: (context: PreparedContext) => readonly Finding[];
  /** Made ready for a table, the test of each of its rows. */
  readonly everyRow?: (context: PreparedContext) => RowTest;
  /** The same, for rows that carry no error value. */
  readonly soundRow?: (context: PreparedContext) => RowTest;
  /** What it says of the projects of one unit, taken together. */
  readonly overProjects?: (projects: readonly ScoredProject[]) => readonly ProjectFinding[];
}

export const EVERY_KIND: readonly TableKind[] = ['target', 'rubric'];
export const TARGET_ONLY: readonly TableKind[] = ['target'];
