import { findingList } from '../../engine/finding-list';
import type { FindingSeverity, FindingStatus, ReviewedFinding } from '../../model/finding';
import type { ResultKey } from '../../report/chinese';
import { entryText, type EntryText } from '../../report/entry-text';
import type { Texts } from '../../texts/catalogue';

/** A line of the list of findings, as text; plain data like the outcome it is in. */
export interface ListedEntry extends EntryText {
  readonly severity: FindingSeverity;
  readonly code: string;
  readonly rule: string;
  readonly sheet: string;
  readonly points: number | null;
  readonly status: FindingStatus;
  readonly reason?: string;
}

/** The list of findings as it is printed. */
export function listedEntries(
  reviewed: readonly ReviewedFinding[],
  texts: Texts<ResultKey>,
): ListedEntry[] {
  return findingList(reviewed).map((entry) => {
    const { lead, severity, points, status } = entry;
    return {
      ...entryText(entry, texts),
      severity,
      code: lead.code,
      rule: lead.check,
      sheet: lead.sheet,
      points,
      status,
      ...(lead.reason === null ? {} : { reason: lead.reason }),
    };
  });
}
