import type { ScoredProject } from '../../model/score';
import { openCounts, type FindingCounts } from '../../model/finding';
import { findingsOf, isWithoutForm, type Outcome } from './outcome';
import { markdownOutcome, prettyOutcome } from './print-results';
import type { CliTexts } from './texts';

export type ResultFormat = 'pretty' | 'markdown' | 'json' | 'ndjson';

/** How results are told; plain data, so that a thread can be sent it. */
export interface Telling {
  readonly format: ResultFormat;
  /** Of `pretty`: whether every finding is listed, or only counted. */
  readonly findings: boolean;
  readonly colours: boolean;
}

/** Whether every finding gets a line of its own. */
export const isListed = ({ format, findings }: Telling): boolean => format === 'pretty' && findings;

/** A file's outcome as the text that is printed of it: made where the work was done, and all that is sent back. */
export interface Told {
  readonly path: string;
  readonly text: string;
  /** Lines for stderr, where stdout is read by programs. */
  readonly asides: readonly string[];
  readonly failed: boolean;
  readonly without?: boolean;
  readonly open: FindingCounts;
  readonly projects?: readonly ScoredProject[];
}

export function tellOutcome(outcome: Outcome, telling: Telling, texts: CliTexts): Told {
  const { path, error, notes, file } = outcome;
  const forPrograms = telling.format === 'json' || telling.format === 'ndjson';
  const asides = error ? [`${error.message} ${error.hint}`, ...notes] : notes;
  return {
    path,
    text: textOf(outcome, telling, texts),
    asides: forPrograms ? asides.map((aside) => `${path}: ${aside}`) : [],
    failed: error !== null,
    without: isWithoutForm(outcome),
    open: openCounts(findingsOf(file)),
    ...(outcome.projects ? { projects: outcome.projects } : {}),
  };
}

function textOf(outcome: Outcome, { format, ...how }: Telling, texts: CliTexts): string {
  switch (format) {
    case 'pretty':
      return prettyOutcome(outcome, { texts, ...how });
    case 'markdown':
      return markdownOutcome(outcome, texts);
    case 'json':
      // As it stands in the document, two levels in. No string in JSON holds a line break.
      return JSON.stringify(outcome.file, null, 2).replaceAll('\n', '\n    ');
    case 'ndjson':
      return JSON.stringify(outcome.file);
  }
}
