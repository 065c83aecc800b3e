import type { Language } from '../i18n/catalogue';
import type { Profile } from '../model/profile';
import type { ColumnMapping } from '../recognise/recognise-tables';

export interface EngineOptions {
  /** Null: the default of each table's kind (`cn-mof-2020`, `gd-rubric`). */
  readonly profile: Profile | null;
  readonly mapping: ColumnMapping;
  /** Consent to replace scores a person filled. Formulas stay even then. */
  readonly overwriteScores: boolean;
  readonly flags: boolean;
  readonly summary: boolean;
  readonly outline: boolean;
  readonly language: Language;
}

export const DEFAULT_OPTIONS: EngineOptions = {
  profile: null,
  mapping: {},
  overwriteScores: false,
  flags: true,
  summary: true,
  outline: true,
  language: 'zh-CN',
};
