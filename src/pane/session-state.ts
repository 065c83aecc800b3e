import { DEFAULT_OPTIONS, type EngineOptions } from '../engine/options';
import type { Language } from '../texts/catalogue';
import type { HostCapabilities } from '../hosts/port';
import type { Failure } from '../model/failure';
import type { Directions, Waiver } from '../model/ledger';
import type { Message } from '../texts/message';
import type { Profile } from '../model/profile';
import type { Patch, PatchReport } from '../model/patch';
import type { WorkbookResult } from '../model/score';
import type { Snapshot } from '../model/snapshot';
import type { ColumnMapping } from '../recognise/recognise-tables';
import { PROFILES } from '../profiles/load-profile';
import type { Preview } from './preview';

export interface Settings {
  /** A profile's id; null: the one the workbook remembers, else what each form proposes. */
  readonly profile: string | null;
  /** What the workbook remembers is taken back: each table by what its form proposes. */
  readonly byForm: boolean;
  /** Profiles of a person's own, beside the shipped ones. */
  readonly ownProfiles: readonly Profile[];
  /** Consent for the workbook it was given for alone; it is never kept. */
  readonly overwriteScores: boolean;
  readonly autoRecalculate: boolean;
  readonly language: Language;
  readonly summary: boolean;
  readonly outline: boolean;
}

export const DEFAULT_SETTINGS: Settings = {
  profile: null,
  byForm: false,
  ownProfiles: [],
  overwriteScores: false,
  autoRecalculate: false,
  language: 'zh-CN',
  summary: true,
  outline: true,
};

/** What a person said in the pane that the workbook does not remember yet. */
export interface Choices {
  readonly mapping: ColumnMapping;
  readonly directions?: Directions;
  readonly waivers?: readonly Waiver[];
  readonly adopt: ReadonlySet<string>;
}

export const NO_CHOICES: Choices = { mapping: {}, adopt: new Set() };

export interface Workbook {
  readonly snapshot: Snapshot;
  readonly result: WorkbookResult;
  readonly options: EngineOptions;
}

export type Step = 'reading' | 'scoring' | 'writing' | 'checking';

export type Stage =
  | { readonly kind: 'loading' }
  /** The workbook could not be read; nothing can be shown. */
  | { readonly kind: 'failed'; readonly failure: Failure }
  | { readonly kind: 'ready' }
  | { readonly kind: 'preview'; readonly preview: Preview; readonly patch: Patch }
  | {
      readonly kind: 'working';
      readonly step: Step;
      /** 0…1 */
      readonly done: number;
      readonly cancellable: boolean;
    };

export interface Notice {
  readonly tone: 'success' | 'info' | 'warning' | 'error';
  readonly message: Message;
  readonly hint: Message | null;
}

/** What the last write did. */
export interface Outcome {
  readonly preview: Preview;
  readonly report: PatchReport;
}

export interface SessionState {
  readonly stage: Stage;
  readonly workbook: Workbook | null;
  readonly settings: Settings;
  readonly choices: Choices;
  /** The workbook or a choice changed since the result shown was written. */
  readonly dirty: boolean;
  readonly notice: Notice | null;
  readonly outcome: Outcome | null;
  readonly undoable: boolean;
  readonly capabilities: HostCapabilities;
}

export function engineOptions(settings: Settings, choices: Choices): EngineOptions {
  return {
    ...DEFAULT_OPTIONS,
    profile:
      [...PROFILES, ...settings.ownProfiles].find(({ id }) => id === settings.profile) ?? null,
    ...(settings.byForm ? { byForm: true as const } : {}),
    mapping: choices.mapping,
    ...(choices.directions ? { directions: choices.directions } : {}),
    ...(choices.waivers ? { waivers: choices.waivers } : {}),
    adopt: choices.adopt,
    overwriteScores: settings.overwriteScores,
    summary: settings.summary,
    outline: settings.outline,
  };
}

/** Whether the tool has already written into the workbook, not only remembered a choice. */
export function isScored(snapshot: Snapshot): boolean {
  const { ledger } = snapshot;
  return ledger !== null && ledger.scores.length + ledger.flags.length + ledger.sheets.length > 0;
}

/** Protected sheets with a table: `closed` can only be read, of `partly` some cells can be written. */
export function protectedSheets({ snapshot, result }: Workbook): {
  readonly closed: readonly string[];
  readonly partly: readonly string[];
} {
  const withTable = new Set(result.tables.map(({ table }) => table.sheet));
  const locked = snapshot.sheets.filter((sheet) => sheet.protected && withTable.has(sheet.name));
  const names = (isOpen: boolean): string[] =>
    locked.filter((sheet) => (sheet.hasOpenCells === true) === isOpen).map(({ name }) => name);
  return { closed: names(false), partly: names(true) };
}

/** No table's sheet can be written: the pane shows and checks, and offers no scoring. */
export function isReadOnly(workbook: Workbook): boolean {
  const sheets = new Set(workbook.result.tables.map(({ table }) => table.sheet));
  return sheets.size > 0 && protectedSheets(workbook).closed.length === sheets.size;
}
