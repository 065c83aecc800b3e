/** In characters: a narrower column breaks every word, a wider one takes the room of the others. */
const NARROWEST = 4;
const WIDEST = 16;
/** What the edges of a cell take. */
const EDGES = 2;

const FEW_COLUMNS = 5;

/** Whether so many columns stand beside one another that they are set in smaller letters. */
export const isWideTable = ([heads = []]: readonly (readonly string[])[]): boolean =>
  heads.length > FEW_COLUMNS;

/**
 * How wide the columns of a table are that is `room` wide, in its unit: as their longest texts want,
 * the root of it for long ones, which may take several lines.
 */
export function columnWidths(rows: readonly (readonly string[])[], room: number): number[] {
  const columns = Math.max(0, ...rows.map((row) => row.length));
  const wanted = Array.from({ length: columns }, (_, at) => {
    const longest = Math.max(0, ...rows.map((row) => row[at]?.length ?? 0));
    const lines = Math.max(1, Math.sqrt(longest / NARROWEST));
    return EDGES + Math.min(WIDEST, Math.max(NARROWEST, longest / lines));
  });
  const all = wanted.reduce((sum, one) => sum + one, 0);
  return wanted.map((one) => Math.floor((room * one) / all));
}
