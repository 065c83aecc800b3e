import type { Finding } from '../model/finding';

/** `reason-missing` on a row that lost no points. */
const UNMET_REASON = 'reason-missing.unmet';

/**
 * Who speaks where two checks could say one mistake, on one row of the sheet. Exceptions a check can
 * see by itself (an error value in the row, a rate that follows from another mistake) are in the check.
 */
const ON_ONE_ROW: readonly (readonly [string, readonly string[]])[] = [
  ['weight-invalid', ['score-over-weight']],
  [
    'actual-missing',
    [
      'unmet-full-score',
      'score-not-computed',
      'met-not-full',
      'reason-missing',
      'qualitative-band',
    ],
  ],
  [
    'score-missing',
    ['score-over-weight', 'unmet-full-score', 'score-not-computed', 'met-not-full'],
  ],
  [
    'kind-mismatch',
    [
      'unit-mismatch',
      'unmet-full-score',
      'score-not-computed',
      'met-not-full',
      'over-achieved',
      'qualitative-band',
    ],
  ],
  ['unit-mismatch', ['unmet-full-score', 'score-not-computed', 'met-not-full', 'over-achieved']],
  ['zero-target', ['unmet-full-score', 'score-not-computed', 'met-not-full', 'over-achieved']],
  ['sign-conflict', ['unmet-full-score', 'score-not-computed', 'met-not-full', 'over-achieved']],
  ['deadline-missed', ['unmet-full-score', 'score-not-computed', 'qualitative-band']],
  [
    'score-over-weight',
    [
      'unmet-full-score',
      'score-not-computed',
      'met-not-full',
      'qualitative-band',
      'execution-score',
    ],
  ],
  ['unmet-full-score', ['score-not-computed']],
  // No points were lost; that the target was missed is only how the other mistake reads.
  ['kind-mismatch', [UNMET_REASON]],
  ['unit-mismatch', [UNMET_REASON]],
  ['zero-target', [UNMET_REASON]],
  ['sign-conflict', [UNMET_REASON]],
];

/** On one cell the first of these silences every other check. */
const ON_ONE_CELL: readonly string[] = [
  'formula-error',
  'template-text',
  'level-weight',
  'score-total',
];

/** What a check on the whole table gives up to a named row that explains it. */
const TOTAL_OF = 'score-over-weight';

const LOSERS = new Map<string, readonly string[]>();
for (const [winner, losers] of ON_ONE_ROW) {
  for (const loser of losers) LOSERS.set(loser, [...(LOSERS.get(loser) ?? []), winner]);
}

/** Takes out the findings that say a mistake a second time. Order is kept. */
export function applyPrecedence(
  findings: readonly Finding[],
  totalRow: number | null,
): readonly Finding[] {
  if (findings.length < 2) return findings;
  const onRow = new Map<number, Set<string>>();
  const onCell = new Map<string, string>();
  for (const { check, cell } of findings) {
    const row = onRow.get(cell.row);
    if (row) row.add(check);
    else onRow.set(cell.row, new Set([check]));
    const rank = ON_ONE_CELL.indexOf(check);
    if (rank === -1) continue;
    const key = `${cell.row},${cell.column}`;
    const first = onCell.get(key);
    if (first === undefined || rank < ON_ONE_CELL.indexOf(first)) onCell.set(key, check);
  }
  const totalExplained =
    totalRow !== null &&
    findings.some(
      ({ check, cell }) =>
        check === 'score-total' ||
        check === 'weight-total' ||
        (check === TOTAL_OF && cell.row !== totalRow),
    );
  return findings.filter(({ check, cell, message }) => {
    const row = onRow.get(cell.row);
    const silenced = (id: string): boolean =>
      LOSERS.get(id)?.some((winner) => row?.has(winner)) ?? false;
    if (silenced(check)) return false;
    if (check === 'reason-missing' && message.key.endsWith('.unmet') && silenced(UNMET_REASON)) {
      return false;
    }
    if (check === TOTAL_OF && cell.row === totalRow && totalExplained) return false;
    const owner = onCell.size === 0 ? undefined : onCell.get(`${cell.row},${cell.column}`);
    return owner === undefined || owner === check;
  });
}
