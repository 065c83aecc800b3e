import { count, listOf, mapOf, record, row, text } from './decode';

/** Which columns a person said a form has whose heads read so. Plain JSON, to be kept anywhere. */
export interface KnownColumns {
  /** The heads of the form from left to right, without white space. */
  readonly heads: readonly string[];
  /** Role → the head (0-based) at or left of its column, and how many columns right of it that is. */
  readonly columns: Readonly<Record<string, readonly [head: number, right: number]>>;
}

/** For what was kept outside the workbook: a list of what `knownColumns` gave. */
export const KNOWN_COLUMNS = listOf(
  record<KnownColumns>({
    heads: listOf(text({ most: 200 }), { most: 200 }),
    columns: mapOf(row<readonly [number, number]>(count, count)),
  }),
);
