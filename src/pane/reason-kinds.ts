import type { CheckId } from '../model/check-id';
import type { WorkbookResult } from '../model/score';
import type { Indicator } from '../model/table';
import { isBlank } from '../model/blank';
import type { PaneTexts } from './chinese';
import { causeOf } from './old-figures';

/**
 * What a reason has to explain: less than the target, later than its date, more than a limit, far more
 * than the target, or points taken off although it was reached.
 */
export type Deviation = 'short' | 'late' | 'exceeded' | 'over' | 'deducted';

/** The kinds of causes that reviewers accept for each, asked for the fact behind them. */
export const REASON_KINDS = {
  short: ['progress', 'price', 'demand', 'policy', 'weather', 'funds', 'staff'],
  late: ['progress', 'weather', 'policy', 'funds', 'staff'],
  exceeded: ['priceUp', 'moreWork', 'policy', 'weather'],
  over: ['demandMore', 'priceDown', 'policyWider', 'targetLow'],
  deducted: ['partial', 'papers'],
} as const satisfies Readonly<Record<Deviation, readonly string[]>>;

/** By the check that asks; others ask of what fell short, came late or went beyond a limit. */
const BY_CHECK: Readonly<Partial<Record<CheckId, Deviation>>> = {
  'over-achieved': 'over',
  'deadline-missed': 'late',
  'met-not-full': 'deducted',
};

export function deviationOf(check: CheckId, { target }: Indicator): Deviation {
  const asked = BY_CHECK[check];
  if (asked) return asked;
  if (target.kind === 'date') return 'late';
  return target.op === '<=' || target.op === '<' ? 'exceeded' : 'short';
}

/** What the rows of a line have in common; of several the most general. */
export function deviationOfAll(drafts: readonly { readonly deviation: Deviation }[]): Deviation {
  const [first] = drafts;
  const isOne = drafts.every(({ deviation }) => deviation === first?.deviation);
  return isOne && first ? first.deviation : 'short';
}

/** What a person still has to say in a suggestion stands between these. */
const GAP = /【[^】]*】/;

export const hasGap = (text: string): boolean => GAP.test(text);

const MOST_EARLIER = 6;

/**
 * Causes the unit wrote in other rows already, each once, as they stand without the figures: of rows
 * that went the same way, so that no shortfall explains what was more than asked.
 */
export function earlierCauses(
  result: WorkbookResult,
  deviation: Deviation,
  texts: PaneTexts,
): readonly string[] {
  const isMore = (one: Deviation): boolean => one === 'over';
  const written = result.tables.flatMap(({ table, rows }) =>
    table.indicators.flatMap((indicator, index) => {
      const { reason } = indicator;
      if (reason === null || isBlank(reason)) return [];
      const over = rows[index]?.status !== 'unmet' && (rows[index]?.achievement ?? 0) > 1;
      return over === isMore(deviation) ? [reason.trim()] : [];
    }),
  );
  const causes = written.map((text) => causeOf(text, texts) ?? text);
  return [...new Set(causes)].filter((cause) => cause.length > 3).slice(0, MOST_EARLIER);
}
