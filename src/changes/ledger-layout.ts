import { grouped } from '../model/grouped';
import type { LedgerLayout } from '../model/ledger';
import { remembering } from '../model/remember';
import type { CellValue, SheetSnapshot } from '../model/snapshot';

type Labels = LedgerLayout['rows'];

/** Longer texts are remarks: their beginning tells them apart well enough. */
const MOST_TEXT = 60;
/** Rows looked at to find the column of names again. */
const MOST_SAMPLED = 2_000;
/** Letters of each text by which rows of one name are told apart. */
const MOST_WORDS = 20;

/** A label without what people renumber or mark: `★指标1：供水工程` and `供水 工程` are the same. */
const labelOf = (value: CellValue | undefined): string =>
  typeof value === 'string' ? labelIn(value) : '';

const labelIn = remembering(1000, (text): string =>
  text
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .replace(/^[★☆▲△※*]+/, '')
    .replace(/^(?:指标)?\d+(?:[:、)]|\.(?!\d))/, '')
    .slice(0, MOST_TEXT),
);

function firstLabel(values: readonly CellValue[]): string {
  for (const value of values) {
    const label = labelOf(value);
    if (label !== '') return label;
  }
  return '';
}

function rowLabels({ values }: SheetSnapshot, nameColumn: number): Labels {
  const labels: [number, string][] = [];
  values.forEach((line, row) => {
    const label = line.length === 0 ? '' : labelOf(line[nameColumn]) || firstLabel(line);
    if (label !== '') labels.push([row, label]);
  });
  return labels;
}

/** What is written in the rows whose label is not theirs alone; numbers and results change too easily. */
function twinTexts({ values, formulas }: SheetSnapshot, rows: Labels): Labels {
  const several = new Set(
    [...byLabel(rows).values()].flatMap((own) => (own.length > 1 ? own : [])),
  );
  return [...several]
    .sort((a, b) => a - b)
    .map((row): [number, string] => {
      const words = (values[row] ?? []).flatMap((value, column) =>
        typeof value === 'string' && /\p{L}/u.test(value) && !formulas[row]?.[column]
          ? [labelOf(value).slice(0, MOST_WORDS)]
          : [],
      );
      return [row, words.join('|')];
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
  const rows = rowLabels(sheet, nameColumn);
  const twins = twinTexts(sheet, rows);
  return {
    sheet: sheet.name,
    nameColumn,
    header,
    rows,
    columns: columnLabels(sheet, header),
    ...(twins.length > 0 ? { twins } : {}),
  };
}

/** The layout of a sheet nobody recognised a table in: its rows and columns by any text they have. */
export const layoutOfAny = (sheet: SheetSnapshot): LedgerLayout =>
  layoutOf(sheet, 0, [...sheet.values.keys()]);

/**
 * By what a row or column was found again: by what only it is called, as one of several called the
 * same that still are in their order, or because both its neighbours moved so.
 */
export type FoundBy = 'label' | 'order' | 'neighbours';

/** Where a row or column of an earlier run stands now. */
export interface Placed {
  readonly at: number;
  readonly by: FoundBy;
}

/** `gone`: it was deleted. `unclear`: it may be one of several. */
type Places = (index: number) => Placed | 'gone' | 'unclear';

function byLabel(labels: Labels): ReadonlyMap<string, readonly number[]> {
  const found = grouped(labels, ([, label]) => label);
  return new Map([...found].map(([label, own]) => [label, own.map(([index]) => index)]));
}

/** What is called what, and what those of one name say besides. */
type Named = Pick<LedgerLayout, 'rows' | 'twins'>;

/**
 * Those of one name by all their words, then the last one left by that; the others by their order.
 * Of rows that say the same in everything nobody can tell which is which, nor needs to.
 */
function pairTwins(
  from: readonly number[],
  to: readonly number[],
  before: ReadonlyMap<number, string>,
  now: ReadonlyMap<number, string>,
): readonly (readonly [number, Placed])[] {
  const words = (rows: readonly number[], texts: ReadonlyMap<number, string>) =>
    byLabel(rows.flatMap((row): [number, string][] => [[row, texts.get(row) ?? '']]));
  const present = words(to, now);
  const pairs = new Map<number, Placed>();
  for (const [text, rows] of before.size === 0 ? [] : words(from, before)) {
    const same = present.get(text) ?? [];
    if (same.length !== rows.length) continue;
    rows.forEach((row, nth) => pairs.set(row, { at: same[nth] ?? row, by: 'label' }));
  }
  const taken = new Set([...pairs.values()].map(({ at }) => at));
  const free = to.filter((row) => !taken.has(row));
  const open = from.filter((row) => !pairs.has(row));
  const by = open.length === 1 && before.size > 0 ? 'label' : 'order';
  open.forEach((row, nth) => pairs.set(row, { at: free[nth] ?? row, by }));
  return [...pairs];
}

/** Labels that occur as often as they did; of others nobody knows which is which. */
function sureMoves(before: Named, now: Named): ReadonlyMap<number, Placed> {
  const present = byLabel(now.rows);
  const [wordsBefore, wordsNow] = [new Map(before.twins), new Map(now.twins)];
  const moves = new Map<number, Placed>();
  for (const [label, from] of byLabel(before.rows)) {
    const to = present.get(label) ?? [];
    const [only, there] = [from[0], to[0]];
    if (to.length !== from.length || only === undefined || there === undefined) continue;
    if (from.length === 1) moves.set(only, { at: there, by: 'label' });
    else
      for (const [row, place] of pairTwins(from, to, wordsBefore, wordsNow)) moves.set(row, place);
  }
  return moves;
}

const isFilled = (value: CellValue | undefined): boolean => (value ?? '') !== '';

/** Rows with anything in them, whatever they are called. */
const filledRows = ({ values }: SheetSnapshot): readonly number[] =>
  values.flatMap((line, row) => (line.some(isFilled) ? [row] : []));

const filledColumns = ({ values, columnCount }: SheetSnapshot): readonly number[] =>
  Array.from({ length: columnCount }, (_, column) => column).filter((column) =>
    values.some((line) => isFilled(line[column])),
  );

/**
 * What has no label of its own moved as both its neighbours did.
 * @param filled those with anything in them: once others changed places, it may be any of these
 */
function placesOf(before: Named, now: Named, filled: () => readonly number[]): Places {
  const moves = sureMoves(before, now);
  const claimed = new Set([...moves.values()].map(({ at }) => at));
  const known = [...moves.keys()].sort((a, b) => a - b);
  // It may be one of these, moved and given another name.
  const order = known.map((index) => moves.get(index)?.at ?? index);
  const inOrder = order.every((at, nth) => at > (order[nth - 1] ?? -1));
  const present = inOrder ? now.rows.map(([index]) => index) : filled();
  const hasStrangers = present.some((index) => !claimed.has(index));
  const shift = (index: number | undefined): number | null =>
    index === undefined ? null : (moves.get(index)?.at ?? index) - index;
  return (index) => {
    const own = moves.get(index);
    if (own !== undefined) return own;
    const next = known.findIndex((one) => one > index);
    const above = shift(next < 0 ? known.at(-1) : known[next - 1]);
    const below = shift(next < 0 ? undefined : known[next]);
    const ends = [above ?? below ?? 0, below ?? above ?? 0].map((by) => index + by);
    const [first = index, last = index] = ends.sort((a, b) => a - b);
    if (first === last && !claimed.has(first)) return { at: first, by: 'neighbours' };
    for (let at = first; at <= last; at++) if (!claimed.has(at)) return 'unclear';
    return hasStrangers ? 'unclear' : 'gone';
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

const stay: Places = (index) => ({ at: index, by: 'label' });

function placesIn(sheet: SheetSnapshot, before: LedgerLayout): SheetPlaces {
  const present = layoutOf(sheet, before.nameColumn, before.header);
  const called = sameLabels(before.rows, present.rows);
  const stands = called && (!before.twins || sameLabels(before.twins, present.twins ?? []));
  if (stands && sameLabels(before.columns, present.columns)) {
    const same = sheet.name === before.sheet;
    return { sheet, row: stay, column: stay, layout: present, same };
  }
  const nameColumn = called ? before.nameColumn : nameColumnIn(sheet, before);
  const row = stands
    ? stay
    : placesOf(before, layoutOf(sheet, nameColumn, []), () => filledRows(sheet));
  const header = before.header.flatMap((index) => {
    const place = row(index);
    return typeof place === 'string' ? [] : [place.at];
  });
  const layout = layoutOf(sheet, nameColumn, header);
  const column = sameLabels(before.columns, layout.columns)
    ? stay
    : placesOf({ rows: before.columns }, { rows: layout.columns }, () => filledColumns(sheet));
  return { sheet, row, column, layout, same: false };
}

/** How many of the rows' labels a sheet has. */
function likeness(sheet: SheetSnapshot, layout: LedgerLayout): number {
  const present = byLabel(rowLabels(sheet, nameColumnIn(sheet, layout)));
  return [...byLabel(layout.rows).keys()].filter((label) => present.has(label)).length;
}

/** Whether a sheet has any of the rows of another that is not found again: it may be that one. */
export const mayBe = (sheet: SheetSnapshot, layout: LedgerLayout): boolean =>
  likeness(sheet, layout) > 0;

/** Whether a sheet has more than half of the rows of another, as its copy has. */
export const readsLike = (sheet: SheetSnapshot, layout: LedgerLayout): boolean =>
  likeness(sheet, layout) * 2 > byLabel(layout.rows).size;

/**
 * The sheet a person gave another name: the one that reads most like it, more than half of it. Where
 * more sheets read so than are looked for, one is a copy, and nobody can tell which.
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
  if (rated.length > lookedFor) return null;
  const most = Math.max(...rated.map((one) => one.likeness));
  return rated.find((one) => one.likeness === most)?.sheet ?? null;
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
