import { fitting, parseJson } from '../model/decode';
import { KNOWN_COLUMNS, type KnownColumns } from '../model/known-columns';

/** Forms of so many kinds are remembered; the oldest goes. */
const MOST_KEPT = 40;

/** What is kept with what this workbook adds; of the same heads the latest counts. */
export function keptColumns(
  kept: readonly KnownColumns[],
  added: readonly KnownColumns[],
): readonly KnownColumns[] {
  const headsOf = ({ heads }: KnownColumns): string => JSON.stringify(heads);
  const all = [...kept, ...added];
  const latest = new Map(all.map((one) => [headsOf(one), one]));
  const order = all.map(headsOf);
  return [...latest]
    .sort(([one], [other]) => order.lastIndexOf(one) - order.lastIndexOf(other))
    .map(([, known]) => known)
    .slice(-MOST_KEPT);
}

/** What was kept as JSON; nothing of it where it is damaged. */
export const readKnownColumns = (stored: string | null): readonly KnownColumns[] =>
  fitting(KNOWN_COLUMNS, parseJson(stored ?? '[]')) ?? [];
