import type { WorkbookResult } from '../model/score';
import type { Deviation } from './deviation';
import { isBlank } from '../model/blank';
import type { PaneTexts } from './chinese';
import { causeOf } from './old-figures';

/** The kinds of causes that reviewers accept for each, asked for the fact behind them. */
export const REASON_KINDS = {
  short: ['progress', 'price', 'demand', 'policy', 'weather', 'funds', 'staff'],
  late: ['progress', 'weather', 'policy', 'funds', 'staff'],
  exceeded: ['priceUp', 'moreWork', 'policy', 'weather'],
  over: ['demandMore', 'priceDown', 'policyWider', 'targetLow'],
  deducted: ['partial', 'papers'],
} as const satisfies Readonly<Record<Deviation, readonly string[]>>;

/** What a person still has to say in a suggestion stands between these. */
const GAP = /【[^】]*】/;

export const hasGap = (text: string): boolean => GAP.test(text);

const MOST_EARLIER = 6;

/**
 * Causes the unit wrote in other rows already, each once, as they stand without the figures. Rows
 * that did more than asked have them from such rows alone, all others from the others, so that no
 * shortfall explains what was more than asked.
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
