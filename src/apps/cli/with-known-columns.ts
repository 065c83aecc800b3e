import { evaluate } from '../../engine/evaluate';
import { columnOffers } from '../../engine/known-columns';
import type { EngineOptions } from '../../engine/options';
import type { KnownColumns } from '../../model/known-columns';
import type { Snapshot } from '../../model/snapshot';

/**
 * The options with the columns that a profile file names for forms of the same heads: whoever gives the
 * file has chosen them. `--map`, and what was chosen in the workbook, go before.
 */
export function withKnownColumns(
  snapshot: Snapshot,
  options: EngineOptions,
  columns: readonly KnownColumns[],
): EngineOptions {
  if (columns.length === 0) return options;
  const offers = columnOffers(snapshot, evaluate(snapshot, options), columns);
  const { mapping } = options;
  const own = Object.entries(offers).map(
    ([sheet, offer]) => [sheet, { ...offer, ...mapping['*'], ...mapping[sheet] }] as const,
  );
  return { ...options, mapping: { ...mapping, ...Object.fromEntries(own) } };
}
