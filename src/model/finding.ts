import type { CheckId } from './check-id';
import type { CellRef } from './grid';
import type { Message } from './message';

export type FindingSeverity = 'error' | 'warning' | 'info';

/** One mistake, at one cell. Texts are rendered from the catalogue: `check.<id>.message` and `.fix`. */
export interface Finding {
  readonly check: CheckId;
  /** Stable short code, e.g. `JX201`. */
  readonly code: string;
  readonly severity: FindingSeverity;
  /** Sheet name. */
  readonly sheet: string;
  readonly cell: CellRef;
  /** Which of the check's messages this is; `plain` where it has but one. */
  readonly variant: string;
  readonly message: Message;
  readonly fix: Message | null;
  readonly expected: string | number | null;
  readonly found: string | number | null;
}
