import type { Directions, Waiver } from '../model/ledger';
import type { Profile } from '../model/profile';
import { sameData } from '../model/same-data';
import type { ColumnMapping } from '../recognise/recognise-tables';

export interface EngineOptions {
  /** For tables of its kind. Null: the one the workbook remembers, else what the form proposes. */
  readonly profile: Profile | null;
  /** The remembered profiles are taken back: each table by what its form proposes. */
  readonly byForm?: true;
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

/** Whether two ask for the same. */
export const sameOptions = (one: EngineOptions, other: EngineOptions): boolean =>
  sameData(asPlain(one), asPlain(other));

const asPlain = ({ adopt, ...rest }: EngineOptions) => ({
  ...rest,
  adopt: [...(adopt ?? [])].sort(),
});
