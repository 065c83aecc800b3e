import type { FindingSeverity } from '../../model/finding';
import type { TableResult } from '../../model/score';
import type { Language } from '../../texts/catalogue';
import type { Data, Datum } from '../../texts/message';
import { message } from '../../texts/message';
import type { MarginLine } from './document/margins';
import type { ScoreStated, StatedFunds } from './facts/stated';
import type { Statement } from './facts/statement';
import { milder, weigh, type Weighed } from './facts/weigh';
import type { ReportText } from './read-report';
import { excerptOf, type Place, type ReportCheck, type ReportFinding } from './report-finding';

/** A report read once for all checks, and the table it is about where one is given. */
export interface ReportContext {
  readonly report: ReportText;
  readonly statements: readonly Statement[];
  /** The year evaluated; null where neither report nor table names one. */
  readonly year: number | null;
  readonly funds: StatedFunds;
  /** The total scores stated, in reading order. */
  readonly scores: readonly ScoreStated[];
  readonly format: 'text' | 'markdown';
  readonly table: TableResult | null;
}

/** The texts of a check in one language, with `{name}` places for figures. */
export interface ReportCheckWords {
  readonly title: string;
  readonly message: string;
  readonly fix: string;
  /** The source: a regulation, a manual, a rule of the field, or `house rule` with its reason. */
  readonly basis: string;
}

interface Details {
  /** Of what is no matter of figures; a question, or milder than usual. */
  readonly severity?: FindingSeverity;
  /** Of figures: how sure it is, whence its severity, at most the check's own. */
  readonly weighed?: Weighed;
  readonly data?: Data;
  readonly expected?: string | number;
  readonly found?: string | number;
}

/** Makes a finding of the check; `{expected}` and `{found}` of its texts are those of the details. */
export type SayInReport = (place: Place, details?: Details) => ReportFinding;

/** One mistake to look for in a report; its page with the executed examples stands beside it. */
export interface ReportTextCheck {
  readonly id: ReportCheck;
  /** Its usual severity; a finding may be milder. `info` asks, it does not accuse. */
  readonly severity: FindingSeverity;
  /** Holds what is told of a project in one place against another: of several, each by itself. */
  readonly byProject?: true;
  readonly texts: Readonly<Record<Language, ReportCheckWords>>;
  readonly find: (context: ReportContext) => readonly ReportFinding[];
}

interface Definition extends Omit<ReportTextCheck, 'find'> {
  readonly find: (context: ReportContext, say: SayInReport) => readonly ReportFinding[];
}

export function defineReportCheck({ find, ...facts }: Definition): ReportTextCheck {
  const { id, severity: usual } = facts;
  const say: SayInReport = (place, details = {}) => {
    const { weighed, expected = null, found = null } = details;
    const severity = weighed ? milder(usual, weigh(weighed)) : (details.severity ?? usual);
    const data: Record<string, Datum> = {};
    if (expected !== null) data.expected = expected;
    if (found !== null) data.found = found;
    Object.assign(data, details.data);
    return {
      id,
      severity,
      paragraph: place.paragraph,
      ...(place.margin && { margin: place.margin }),
      excerpt: excerptOf(place),
      message: message(`report.check.${id}.message`, data),
      fix: message(`report.check.${id}.fix`, data),
      expected,
      found,
    };
  };
  return { ...facts, find: (context) => find(context, say) };
}

/** Where a sentence says something. */
export const placeIn = ({ paragraph, text }: Statement, at: number): Place => ({
  paragraph,
  text,
  at,
});

/** Where a header or footer says something. */
export const placeInMargin = ({ kind, text }: MarginLine, at: number): Place => ({
  paragraph: 0,
  margin: kind,
  text,
  at,
});
