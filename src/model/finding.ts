import type { CheckId } from './check-id';
import type { CellRef } from './grid';
import type { Message } from '../texts/message';
import type { CellValue } from './snapshot';

export type FindingSeverity = 'error' | 'warning' | 'info';

/** The gravest first. */
export const SEVERITIES: readonly FindingSeverity[] = ['error', 'warning', 'info'];

/** One mistake, at one cell. Texts are rendered from the catalogue: `check.<id>.message` and `.fix`. */
export interface Finding {
  readonly check: CheckId;
  /** Stable short code, e.g. `JX201`. */
  readonly code: string;
  readonly severity: FindingSeverity;
  /** Sheet name. */
  readonly sheet: string;
  /** The first of `cells`. */
  readonly cell: CellRef;
  /** Every cell it speaks of, in reading order. */
  readonly cells: readonly CellRef[];
  /** Which of the check's messages this is; `plain` where it has but one. */
  readonly variant: string;
  readonly message: Message;
  readonly fix: Message | null;
  readonly expected: string | number | null;
  readonly found: string | number | null;
  /**
   * Points at stake: by how much the score would change, or the weight of the rows where a value is
   * missing; null where there are none.
   */
  readonly points: number | null;
}

/** A cell of one of several workbooks. */
export interface ProjectPlace {
  /** The workbook, as it was named to us. */
  readonly path: string;
  /** Sheet name. */
  readonly sheet: string;
  readonly cell: CellRef;
}

/** What several projects of a unit show only together: `cells` are of the workbook `path`. */
export interface ProjectFinding extends Finding {
  readonly path: string;
  /** Every place it speaks of, in the order of the projects. */
  readonly places: readonly ProjectPlace[];
}

/**
 * What became of a finding: `filled`: a score of ours stands where there was none; `adopted`: it
 * replaced a person's; `waived`: a person set the finding aside.
 */
export type FindingStatus = 'open' | 'filled' | 'adopted' | 'waived';

/** A finding with what was decided about it, once for every list, count and status. */
export interface ReviewedFinding extends Finding {
  /** Index into `WorkbookResult.tables`; null for a finding about the workbook as a whole. */
  readonly table: number | null;
  /** The indicator its row belongs to, else the project or the title of the table. */
  readonly subject: string;
  readonly status: FindingStatus;
  /** Why a person set it aside; null unless `waived`. */
  readonly reason: string | null;
  /** The score of ours that settles it; null unless `filled` or `adopted`. */
  readonly score: SettlingScore | null;
  /** The computed score a person may put in place of what stands in the cell; null: none, or not open. */
  readonly adoptable: number | null;
  /** Open, and a reason written in its row would answer it. */
  readonly asksReason: boolean;
}

/** What has one cause, told in one line of a list with all its cells. */
export interface FindingEntry {
  /** The same for the same cause at every reading. */
  readonly key: string;
  /** What the line says; the first of those it speaks for. */
  readonly lead: ReviewedFinding;
  /** All that have this cause, the lead among them, from the top of the sheet. */
  readonly findings: readonly ReviewedFinding[];
  /** Cells of the lead's kind, from the top of the sheet; the lead's own where there is but one. */
  readonly cells: readonly CellRef[];
  readonly severity: FindingSeverity;
  readonly status: FindingStatus;
  /** Points at stake in all of them; null where there are none. */
  readonly points: number | null;
}

export interface SettlingScore {
  readonly value: number;
  readonly before: CellValue;
  /** How it came about; null where nothing computes it any more. */
  readonly why: Message | null;
}

export type FindingCounts = Readonly<Record<FindingSeverity, number>>;

/** Open findings by severity: the numbers of every list, sheet, table and exit status. */
export function openCounts(
  findings: readonly Pick<ReviewedFinding, 'status' | 'severity'>[],
): FindingCounts {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const { status, severity } of findings) if (status === 'open') counts[severity] += 1;
  return counts;
}
