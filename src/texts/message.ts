import type { BatchNameKey } from './zh-CN/batch-names';
import type { CliKey } from './zh-CN/cli';
import type { EngineKey } from './zh-CN/engine';
import type { ErrorKey } from './zh-CN/errors';
import type { GridKey } from './zh-CN/grid';
import type { PaneKey } from './zh-CN/pane';
import type { ReportKey } from './zh-CN/report';
import type { ReportingKey } from './zh-CN/reporting';
import type { ReportsKey } from './zh-CN/reports';
import type { ScoringKey } from './zh-CN/scoring';
import type { WorkbenchKey } from './zh-CN/workbench';
import type { WpsKey } from './zh-CN/wps';

/** What a check says of itself and of its findings: title, message, why, fix, basis. */
export type CheckKey = `check.${string}.${string}`;

/** What a check of a report's text says: title, message, fix, basis. */
export type ReportCheckKey = `report.check.${string}.${string}`;

/** Every key there is, whichever app knows its text. */
export type TextKey =
  | BatchNameKey
  | CheckKey
  | CliKey
  | EngineKey
  | ErrorKey
  | GridKey
  | PaneKey
  | ReportCheckKey
  | ReportKey
  | ReportingKey
  | ReportsKey
  | ScoringKey
  | WorkbenchKey
  | WpsKey;

/** The codes of `Failure`: each has a text of what happened and one of what to do next. */
export type FailureCode = CodeOf<TextKey>;

type CodeOf<Key> = Key extends `error.${infer Code}.message`
  ? `error.${Code}.hint` extends TextKey
    ? Code
    : never
  : never;

/** Figures and names by the `{place}` of a text they go into; several are listed as its language lists them. */
export type Data = Readonly<Record<string, Datum>>;

export type Datum = string | number | readonly (string | number)[];

/** A text in no language yet: its key and what goes into it. */
export interface Message {
  readonly key: TextKey;
  readonly data: Data;
}

export const message = (key: TextKey, data: Data = {}): Message => ({ key, data });
