import type { CellRef } from './grid';
import type { Message } from './message';

export type FindingSeverity = 'error' | 'warning' | 'info';

/** One mistake, at one cell. Texts are rendered from the catalogue: `check.<id>.message` and `.fix`. */
export interface Finding {
  /** The check's id, e.g. `weight-total`. */
  readonly check: string;
  /** Stable short code, e.g. `JX201`. */
  readonly code: string;
  readonly severity: FindingSeverity;
  /** Sheet name. */
  readonly sheet: string;
  readonly cell: CellRef;
  readonly message: Message;
  readonly fix: Message | null;
  readonly expected: string | number | null;
  readonly found: string | number | null;
}
