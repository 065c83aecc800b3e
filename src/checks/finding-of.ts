import type { Finding } from '../model/finding';
import type { CellRef } from '../model/grid';
import type { Message } from '../model/message';
import { message } from '../model/message';
import { multiply, roundHalfUp } from '../quantity/exact';
import { remembering } from '../quantity/remember';
import type { Check, PreparedContext } from './check';

interface Details {
  /** Picks `check.<id>.message.<variant>`. */
  readonly variant?: string;
  readonly severity?: Finding['severity'];
  readonly data?: Message['data'];
  readonly expected?: string | number | null;
  readonly found?: string | number | null;
}

/** A finding of a check at a cell. Its texts are `check.<id>.message[.<variant>]` and `check.<id>.fix`. */
export function findingOf(
  check: Check,
  context: PreparedContext,
  cell: CellRef,
  details: Details = {},
): Finding {
  const stem = `check.${check.id}`;
  const { variant, severity = check.severity, expected = null, found = null } = details;
  const data: Record<string, string | number> = {};
  if (expected !== null) data.expected = expected;
  if (found !== null) data.found = found;
  Object.assign(data, details.data);
  return {
    check: check.id,
    code: check.code,
    severity,
    sheet: context.table.sheet,
    cell,
    message: message(
      variant === undefined ? `${stem}.message` : `${stem}.message.${variant}`,
      data,
    ),
    fix: message(`${stem}.fix`, data),
    expected,
    found,
  };
}

/** `percent(0.862)` is `86.2%`; beyond what a number can hold, a dash. */
export const percent = remembering(500, (fraction: number): string => {
  const hundredths = roundHalfUp(multiply(fraction, 100), 2);
  return Number.isFinite(hundredths) ? `${hundredths}%` : '—';
});
