import type { LedgerLayout } from '../model/ledger';
import type { CellValue, SheetSnapshot } from '../model/snapshot';

type Labels = LedgerLayout['rows'];

/** Longer texts are remarks: their beginning tells them apart well enough. */
const MOST_TEXT = 60;
/** Rows looked at to find the column of names again. */
const MOST_SAMPLED = 2_000;

/** A label without what people renumber or mark: `★指标1：供水工程` and `供水 工程` are the same. */
function labelOf(value: CellValue | undefined): string {
  if (typeof value !== 'string') return '';
  return value
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .replace(/^[★☆▲△※*]+/, '')
    .replace(/^(?:指标)?\d+(?:[:、)]|\.(?!\d))/, '')
    .slice(0, MOST_TEXT);
}

function firstLabel(values: readonly CellValue[]): string {
  for (const value of values) {
    const label = labelOf(value);
    if (label !== '') return label;
  }
  return '';
}

function rowLabels({ values }: SheetSnapshot, nameColumn: number): Labels {
  return values.flatMap((line, row): [number, string][] => {
    const label = labelOf(line[nameColumn]) || firstLabel(line);
    return label === '' ? [] : [[row, label]];
  });
}

/** The lowest label of each column in the rows of the head. */
function columnLabels({ values, columnCount }: SheetSnapshot, header: readonly number[]): Labels {
  const lines = header.map((row) => values[row] ?? []).reverse();
  return Array.from({ length: columnCount }, (_, column) => column).flatMap(
    (column): [number, string][] => {
      const label = firstLabel(lines.map((line) => line[column] ?? null));
      return label === '' ? [] : [[column, label]];
    },
  );
}

/**
 * What the rows and columns of a sheet are called, so that they can be found again wherever they
 * stand at the next run.
 * @param nameColumn the column of the indicators' names
 * @param header the rows of the table's head
 */
export function layoutOf(
  sheet: SheetSnapshot,
  nameColumn: number,
  header: readonly number[],
): LedgerLayout {
  return {
    sheet: sheet.name,
    nameColumn,
    header,
    rows: rowLabels(sheet, nameColumn),
    columns: columnLabels(sheet, header),
  };
}

/** Where a row or column of an earlier run stands now. */
export interface Placed {
  readonly at: number;
  /** Found by its own label; else only by its neighbours. */
  readonly sure: boolean;
}

/** `gone`: it was deleted. `unclear`: it may be one of several. */
type Places = (index: number) => Placed | 'gone' | 'unclear';

function byLabel(labels: Labels): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, number[]>();
  for (const [index, label] of labels) {
    const list = found.get(label);
    if (list) list.push(index);
    else found.set(label, [index]);
  }
  return found;
}

/** Labels that occur as often as they did, in their order; of others nobody knows which is which. */
function sureMoves(before: Labels, now: Labels): ReadonlyMap<number, number> {
  const present = byLabel(now);
  const moves = new Map<number, number>();
  for (const [label, from] of byLabel(before)) {
    const to = present.get(label) ?? [];
    if (to.length !== from.length) continue;
    from.forEach((index, nth) => moves.set(index, to[nth] ?? index));
  }
  return moves;
}

/** What has no label of its own moved as both its neighbours did. */
function placesOf(before: Labels, now: Labels): Places {
  const moves = sureMoves(before, now);
  const claimed = new Set(moves.values());
  const known = [...moves.keys()].sort((a, b) => a - b);
  const shift = (index: number | undefined): number | null =>
    index === undefined ? null : (moves.get(index) ?? index) - index;
  return (index) => {
    const own = moves.get(index);
    if (own !== undefined) return { at: own, sure: true };
    const next = known.findIndex((one) => one > index);
    const above = shift(next < 0 ? known.at(-1) : known[next - 1]);
    const below = shift(next < 0 ? undefined : known[next]);
    const ends = [above ?? below ?? 0, below ?? above ?? 0].map((by) => index + by);
    const [first = index, last = index] = ends.sort((a, b) => a - b);
    if (first === last) return claimed.has(first) ? 'gone' : { at: first, sure: false };
    for (let at = first; at <= last; at++) if (!claimed.has(at)) return 'unclear';
    return 'gone';
  };
}

/** Where the cells of a sheet of an earlier run stand now. */
export interface SheetPlaces {
  readonly sheet: SheetSnapshot;
  readonly row: Places;
  readonly column: Places;
  /** The layout as it is now. */
  readonly layout: LedgerLayout;
  /** Nothing has moved and nothing is called otherwise. */
  readonly same: boolean;
}

/** The column by which most rows are called what they were; where it was, unless another has more. */
function nameColumnIn(sheet: SheetSnapshot, { nameColumn, rows }: LedgerLayout): number {
  const wanted = new Set(rows.map(([, label]) => label));
  const sampled = { ...sheet, values: sheet.values.slice(0, MOST_SAMPLED) };
  const hits = (column: number): number =>
    rowLabels(sampled, column).filter(([, label]) => wanted.has(label)).length;
  let best = { column: nameColumn, hits: hits(nameColumn) };
  for (let column = 0; column < sheet.columnCount; column++) {
    const found = hits(column);
    if (found > best.hits) best = { column, hits: found };
  }
  return best.column;
}

const sameLabels = (first: Labels, second: Labels): boolean =>
  first.length === second.length &&
  first.every(([index, label], nth) => {
    const other = second[nth];
    return other?.[0] === index && other[1] === label;
  });

function placesIn(sheet: SheetSnapshot, before: LedgerLayout): SheetPlaces {
  const present = layoutOf(sheet, before.nameColumn, before.header);
  const stands = sameLabels(before.rows, present.rows);
  if (stands && sameLabels(before.columns, present.columns)) {
    const stay: Places = (index) => ({ at: index, sure: true });
    const same = sheet.name === before.sheet;
    return { sheet, row: stay, column: stay, layout: present, same };
  }
  const nameColumn = stands ? before.nameColumn : nameColumnIn(sheet, before);
  const row = placesOf(before.rows, rowLabels(sheet, nameColumn));
  const layout = layoutOf(
    sheet,
    nameColumn,
    before.header.flatMap((index) => {
      const place = row(index);
      return typeof place === 'string' ? [] : [place.at];
    }),
  );
  const column = placesOf(before.columns, layout.columns);
  return { sheet, row, column, layout, same: false };
}

/** How many of the rows' labels a sheet has. */
function likeness(sheet: SheetSnapshot, layout: LedgerLayout): number {
  const present = byLabel(rowLabels(sheet, nameColumnIn(sheet, layout)));
  return [...byLabel(layout.rows).keys()].filter((label) => present.has(label)).length;
}

/**
 * The sheet a person gave another name: the one that reads most like it, more than half of it.
 * Of sheets that read the same it is the first, while as many are looked for.
 */
function renamedSheet(
  layout: LedgerLayout,
  sheets: readonly SheetSnapshot[],
  lookedFor: number,
): SheetSnapshot | null {
  const labels = byLabel(layout.rows).size;
  const rated = sheets
    .map((sheet) => ({ sheet, likeness: likeness(sheet, layout) }))
    .filter((one) => one.likeness * 2 > labels);
  const most = Math.max(...rated.map((one) => one.likeness));
  const best = rated.filter((one) => one.likeness === most);
  return best.length <= lookedFor ? (best[0]?.sheet ?? null) : null;
}

/**
 * Where sheets, rows and columns of an earlier run stand now, by the name each sheet had; null for
 * a sheet that is not found.
 * @param ours names of the tool's own sheets
 */
export function placesOfLayouts(
  layouts: readonly LedgerLayout[],
  sheets: readonly SheetSnapshot[],
  ours: ReadonlySet<string>,
): ReadonlyMap<string, SheetPlaces | null> {
  const byName = new Map(sheets.map((sheet) => [sheet.name, sheet]));
  const known = new Set(layouts.map(({ sheet }) => sheet));
  const free = new Set(sheets.filter(({ name }) => !known.has(name) && !ours.has(name)));
  let lookedFor = [...known].filter((name) => !byName.has(name)).length;
  const places = new Map<string, SheetPlaces | null>();
  for (const layout of layouts) {
    const standing = byName.get(layout.sheet);
    const sheet = standing ?? renamedSheet(layout, [...free], lookedFor);
    if (!standing) lookedFor--;
    if (sheet) free.delete(sheet);
    places.set(layout.sheet, sheet && placesIn(sheet, layout));
  }
  return places;
}
