import { standingTables } from '../../engine/plan';
import { once } from '../../model/remember';
import type { TableResult } from '../../model/score';
import { tablesAbout } from '../../report/text/against/choose-table';
import type { ReportText } from '../../report/text/read-report';
import { placeOf, type OtherBook, type WorkbookRead } from './report-desk';

/** A table and where it is; `book` null: the workbook in front. */
export interface Pair {
  readonly table: TableResult;
  readonly book: OtherBook | null;
}

/** Once for each reading of a workbook: every line asks. */
const tablesIn = once(({ snapshot, result, options }: WorkbookRead): readonly TableResult[] =>
  standingTables(snapshot, result, options),
);

/** The tables of all open workbooks, those of the workbook in front first. */
export const openTables = (
  own: readonly TableResult[],
  others: readonly OtherBook[],
): readonly Pair[] => [
  ...own.map((table): Pair => ({ table, book: null })),
  ...others.flatMap((book) => tablesIn(book.workbook).map((table): Pair => ({ table, book }))),
];

/** Which of the open tables it is. */
export const keyOf = ({ table, book }: Pair): string => `${book?.id ?? ''}\n${placeOf(table)}`;

/**
 * The tables a report is held against, by their names in it. One that was brought alone, beside the
 * only table of its workbook, is taken for that table's where it names no other.
 */
export function pairsOf(
  report: ReportText,
  own: readonly TableResult[],
  others: readonly OtherBook[],
  isAlone: boolean,
): readonly Pair[] {
  const all = openTables(own, others);
  const about = new Set(
    tablesAbout(
      report,
      all.map(({ table }) => table),
    ),
  );
  if (about.size > 0) return all.filter(({ table }) => about.has(table));
  const [only, ...more] = own;
  return only && isAlone && more.length === 0 ? [{ table: only, book: null }] : [];
}

/** Open tables of which the report does not tell: those beside the ones it is held against, and of whole units. */
export const apartFrom = (
  pairs: readonly Pair[],
  own: readonly TableResult[],
  others: readonly OtherBook[],
): readonly TableResult[] =>
  openTables(own, others).flatMap(({ table, book }) => {
    const isBeside = table.table.scope === 'unit' || pairs.some((pair) => pair.book === book);
    return pairs.length > 0 && isBeside && !pairs.some((pair) => pair.table === table)
      ? [table]
      : [];
  });
