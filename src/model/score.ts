import type { Message } from '../texts/message';
import type { Finding } from './finding';
import type { OtherTable, Table } from './table';
import type { Profile } from './profile';

export type ScoringMethod =
  | 'positive-ratio'
  | 'reverse-ratio'
  | 'reverse-linear'
  | 'reverse-zero'
  | 'equal'
  | 'range'
  | 'deadline'
  | 'qualitative-band'
  | 'rubric'
  | 'none';

export type ScoreStatus = 'met' | 'unmet' | 'over' | 'judged' | 'unscored';

/** What the engine says of one indicator. Parallel to `Table.indicators`. */
export interface RowScore {
  readonly method: ScoringMethod;
  /** Fraction, four decimals, not capped for positive targets; null where it cannot be computed. */
  readonly achievement: number | null;
  /** Null where a person must judge. Two decimals, half up. */
  readonly score: number | null;
  readonly status: ScoreStatus;
  /** Where two readings of a 评分标准 are right: the least and the most points; `score` is null then. */
  readonly scoreRange: readonly [low: number, high: number] | null;
  /** Scores the wording admits, in points; only for `qualitative-band`. Ends included unless said. */
  readonly band: {
    readonly from: number;
    readonly to: number;
    readonly includesTo: boolean;
  } | null;
  readonly explanation: Message;
}

export interface BudgetScore {
  /** executed / budget by the profile's denominator, four decimals; null where it cannot be computed. */
  readonly rate: number | null;
  readonly weight: number | null;
  readonly score: number | null;
  readonly filledScore: number | null;
  readonly filledRate: number | null;
  readonly explanation: Message | null;
}

export interface Totals {
  readonly weight: number | null;
  /**
   * Computed where it can be, a person's score where only a person can judge; null while a row with
   * a weight has neither, and with no score at all.
   */
  readonly score: number | null;
  /** What a person filled in; null unless the table is complete. */
  readonly filledScore: number | null;
  readonly printedWeight: number | null;
  readonly printedScore: number | null;
  /** The band of `score`; null unless the table is complete. */
  readonly grade: string | null;
}

/**
 * How far a form has been filled in. `complete`: every row with a weight, the funds row too, has a
 * 得分. `blank`: nothing has an actual or a score, and nothing has been executed.
 */
export interface TableState {
  readonly kind: 'blank' | 'incomplete' | 'complete';
  /** Rows with a weight. */
  readonly weighted: number;
  /** Those of them with a 得分. */
  readonly scored: number;
}

export interface TableResult {
  readonly table: Table;
  /** The profile this table was scored by. */
  readonly profile: Profile;
  readonly budget: BudgetScore | null;
  readonly rows: readonly RowScore[];
  readonly totals: Totals;
  readonly state: TableState;
  readonly findings: readonly Finding[];
}

/** One project of a unit: its table as scored, and the workbook it stands in. */
export interface ScoredProject {
  readonly path: string;
  readonly result: TableResult;
}

export interface WorkbookResult {
  readonly profile: Profile;
  readonly tables: readonly TableResult[];
  /** Tables found with too little certainty to be scored unasked. */
  readonly offered: readonly Table[];
  /** Tables in which nobody evaluates himself: read, never marked, scored or summed. */
  readonly others: readonly OtherTable[];
  readonly findings: readonly Finding[];
}
