import { sheetsById } from '../model/address';
import type { KnownColumns } from '../model/known-columns';
import { columnName, parseColumnName } from '../model/grid';
import type { WorkbookResult } from '../model/score';
import type { SheetSnapshot, Snapshot } from '../model/snapshot';
import type { ColumnRole, Table } from '../model/table';
import { normaliseText } from '../quantity/normalise';
import { asText } from '../recognise/sheet-view';

/** Column letters by role, by the name of the sheet: as `EngineOptions.mapping` takes them. */
type ChosenColumns = Readonly<Record<string, Readonly<Partial<Record<ColumnRole, string>>>>>;

interface Head {
  readonly column: number;
  readonly text: string;
}

/** The heads of a table, those in several rows one above the other in one text. */
function headsOf({ values, columnCount }: SheetSnapshot, { header }: Table): readonly Head[] {
  const heads: Head[] = [];
  for (let column = 0; column < columnCount; column++) {
    let head = '';
    for (let at = header.top; at <= header.bottom; at++)
      head += normaliseText(asText(values[at]?.[column] ?? null).slice(0, 60));
    if (head !== '') heads.push({ column, text: head });
  }
  return heads;
}

const tablesOf = ({ tables, offered }: WorkbookResult): readonly Table[] => [
  ...tables.map(({ table }) => table),
  ...offered,
];

/** What a person said of the columns of the sheets of a workbook, for other forms with the same heads. */
export function knownColumns(snapshot: Snapshot, result: WorkbookResult): readonly KnownColumns[] {
  const sheets = sheetsById(snapshot);
  return tablesOf(result).flatMap((table) => {
    const sheet = sheets.get(table.sheetId);
    const chosen = Object.entries(snapshot.ledger?.mapping[table.sheet] ?? {});
    if (!sheet || chosen.length === 0) return [];
    const heads = headsOf(sheet, table);
    const columns = chosen.flatMap(([role, letter]) => {
      const column = parseColumnName(letter) ?? -1;
      const head = heads.findLastIndex((one) => one.column <= column);
      const from = heads[head];
      return from ? [[role, [head, column - from.column]] as const] : [];
    });
    return columns.length === 0
      ? []
      : [{ heads: heads.map((one) => one.text), columns: Object.fromEntries(columns) }];
  });
}

/**
 * The columns that were once chosen for a form with the same heads, for sheets whose columns nobody
 * has chosen yet; only what differs from what was read. To take an offer is to give it as
 * `EngineOptions.mapping`. Of several the last one known counts.
 * @param kept what is known from other workbooks
 */
export function columnOffers(
  snapshot: Snapshot,
  result: WorkbookResult,
  kept: readonly KnownColumns[] = [],
): ChosenColumns {
  const known = [...kept, ...knownColumns(snapshot, result)];
  const sheets = sheetsById(snapshot);
  const offers: Record<string, Partial<Record<ColumnRole, string>>> = {};
  for (const table of tablesOf(result)) {
    const sheet = sheets.get(table.sheetId);
    if (!sheet || Object.keys(snapshot.ledger?.mapping[table.sheet] ?? {}).length > 0) continue;
    const heads = headsOf(sheet, table);
    const alike = known.findLast(
      (one) =>
        one.heads.length === heads.length &&
        one.heads.every((head, index) => head === heads[index]?.text),
    );
    const offer = alike ? offerFor(table, alike, heads) : {};
    if (Object.keys(offer).length > 0) offers[table.sheet] = { ...offers[table.sheet], ...offer };
  }
  return offers;
}

function offerFor(
  table: Table,
  { columns }: KnownColumns,
  heads: readonly Head[],
): Partial<Record<ColumnRole, string>> {
  const offer: Partial<Record<ColumnRole, string>> = {};
  for (const [role, [head, right]] of Object.entries(columns)) {
    const from = heads[head];
    const as = role as ColumnRole;
    if (from && table.columns[as]?.column !== from.column + right)
      offer[as] = columnName(from.column + right);
  }
  return offer;
}
