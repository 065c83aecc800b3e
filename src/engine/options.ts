import type { Directions, Waiver } from '../model/ledger';
import type { Profile } from '../model/profile';
import type { ColumnMapping } from '../recognise/recognise-tables';

export interface EngineOptions {
  /** Null: the default of each table's kind (`cn-mof-2020`, `cn-rubric`). */
  readonly profile: Profile | null;
  /** An empty letter takes a remembered choice back. */
  readonly mapping: ColumnMapping;
  /** All directions a person chose; absent: those the workbook remembers. */
  readonly directions?: Directions;
  /** All findings set aside; absent: those the workbook remembers. */
  readonly waivers?: readonly Waiver[];
  /** Cells (`附表!G7`) whose score a person agreed to have replaced, though not all others. */
  readonly adopt?: ReadonlySet<string>;
  /** Consent to replace scores a person filled. Formulas stay even then. */
  readonly overwriteScores: boolean;
  readonly flags: boolean;
  readonly summary: boolean;
  readonly outline: boolean;
}

export const DEFAULT_OPTIONS: EngineOptions = {
  profile: null,
  mapping: {},
  overwriteScores: false,
  flags: true,
  summary: true,
  outline: true,
};
