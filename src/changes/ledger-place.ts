import { cellName, columnName, parseCellName, parseColumnName } from '../model/grid';
import { cellLabel } from '../model/address';
import type { CellPlace, Ledger, LedgerLayout, LostMark } from '../model/ledger';
import { lostMark, readMarks } from './fill-memory';
import { mayBe, placesOfLayouts, type FoundBy, type SheetPlaces } from './ledger-layout';
import type { SheetSnapshot } from '../model/snapshot';
import { readMarkMemory } from './mark-memory';
import { adoptRecord } from './undo-record';

/** Where sheets of an earlier run stand now, by the name each had; null for one that is not found. */
export type Places = ReadonlyMap<string, SheetPlaces | null>;

/** Where a cell of an earlier run stands now, and by what its row and its column were found. */
interface Found extends CellPlace {
  readonly row: FoundBy;
  readonly column: FoundBy;
}

/**
 * Where a cell of an earlier run stands now; null where it was deleted or cannot be told any more.
 * @param sure only where the row is found by its own label
 */
function placeOf(address: CellPlace, places: Places, sure: boolean): CellPlace | null {
  const place = findPlace(address, places);
  if (typeof place === 'string' || (sure && place.row === 'neighbours')) return null;
  return { sheet: place.sheet, cell: place.cell };
}

/** The same, with what it goes by. A sheet without a layout is taken to be as it was. */
export function findPlace({ sheet, cell }: CellPlace, places: Places): Found | 'gone' | 'unclear' {
  const found = places.get(sheet);
  const at = parseCellName(cell);
  if (!found || !at) return { sheet, cell, row: 'label', column: 'label' };
  const row = found.row(at.row);
  const column = found.column(at.column);
  if (row === 'gone' || column === 'gone') return 'gone';
  if (row === 'unclear' || column === 'unclear') return 'unclear';
  const cellNow = cellName({ row: row.at, column: column.at });
  return { sheet: found.sheet.name, cell: cellNow, row: row.by, column: column.by };
}

function placed<Item extends CellPlace>(
  items: readonly Item[],
  places: Places,
  sure: boolean,
): readonly Item[] {
  return items.flatMap((item) => {
    const place = placeOf(item, places, sure);
    return place ? [{ ...item, ...place }] : [];
  });
}

/** What a person chose for a sheet, under the name it has now. */
function renamed<Choice>(
  choices: Readonly<Record<string, Choice>>,
  places: Places,
  change: (choice: Choice, place: SheetPlaces) => Choice = (choice) => choice,
): Readonly<Record<string, Choice>> {
  return Object.fromEntries(
    Object.entries(choices).map(([sheet, choice]) => {
      const place = places.get(sheet);
      return place ? [place.sheet.name, change(choice, place)] : [sheet, choice];
    }),
  );
}

type Letters = Readonly<Record<string, string>>;

const movedLetters = (letters: Letters, { column }: SheetPlaces): Letters =>
  Object.fromEntries(
    Object.entries(letters).map(([role, letter]) => {
      const index = parseColumnName(letter);
      const place = index === null ? null : column(index);
      return [role, place && typeof place !== 'string' ? columnName(place.at) : letter];
    }),
  );

/** What the file host remembers of marks, so that they are taken off where they stand. */
function placedHost(host: Ledger['host'], places: Places): Ledger['host'] {
  const { file } = host;
  const state = readMarkMemory(file);
  if (!state || typeof file !== 'object') return host;
  const marks = state.marks.flatMap((mark) => {
    const place = placeOf(mark, places, false);
    if (!place) return [];
    const fills = mark.fills.flatMap(([cell, fill]): [string, number][] => {
      const own = placeOf({ sheet: mark.sheet, cell }, places, false);
      return own ? [[own.cell, fill]] : [];
    });
    return [{ ...mark, ...place, fills }];
  });
  return { ...host, file: { ...file, marks } };
}

/** Sheets that are not found again while there is one that has some of their rows. */
function astraySheets(
  layouts: readonly LedgerLayout[],
  sheets: readonly SheetSnapshot[],
  places: Places,
  ours: ReadonlySet<string>,
): ReadonlySet<string> {
  const missing = layouts.filter(({ sheet }) => places.get(sheet) === null);
  if (missing.length === 0) return new Set();
  const taken = new Set([...places.values()].map((place) => place?.sheet.name));
  const free = sheets.filter(({ name }) => !taken.has(name) && !ours.has(name));
  const astray = missing.filter((layout) => free.some((sheet) => mayBe(sheet, layout)));
  return new Set(astray.map(({ sheet }) => sheet));
}

/** Marks nobody can tell the cell of, with all that is remembered of them. */
function lostMarks(
  ledger: Ledger,
  places: Places,
  astray: ReadonlySet<string>,
): readonly LostMark[] {
  const marks = new Map(readMarks(ledger).map((mark) => [cellLabel(mark.sheet, mark.cell), mark]));
  return ledger.flags.flatMap((flag): readonly LostMark[] => {
    if (!astray.has(flag.sheet) && findPlace(flag, places) !== 'unclear') return [];
    const { cell } = flag;
    const place = { sheet: places.get(flag.sheet)?.sheet.name ?? flag.sheet, cell };
    const mark = marks.get(cellLabel(flag.sheet, cell));
    return [mark ? lostMark({ ...mark, ...place }) : place];
  });
}

/**
 * The ledger with the addresses its cells have by now: a person inserts and deletes rows and columns
 * and renames sheets. A score whose row is not found by its own label is a person's from now on; a
 * mark goes by its neighbours too, provided that its note stands there (`withNotesFollowed`).
 */
export function ledgerInPlace(
  stored: Ledger | null,
  sheets: readonly SheetSnapshot[],
): Ledger | null {
  if (!stored?.layouts) return stored;
  const { layouts } = stored;
  const ledger = adoptRecord(stored);
  const ours = new Set(ledger.sheets.map(({ name }) => name));
  const places = placesOfLayouts(layouts, sheets, ours);
  const astray = astraySheets(layouts, sheets, places, ours);
  const stands = [...places.values()].every((place) => place === null || place.same);
  if (stands && astray.size === 0) return ledger;
  const { directions } = ledger;
  const lost = lostMarks(ledger, places, astray);
  const unsure = [...ledger.flags, ...readMarks(ledger)].flatMap((mark) => {
    const place = findPlace(mark, places);
    if (typeof place === 'string' || (place.row === 'label' && place.column === 'label')) return [];
    return [{ sheet: place.sheet, cell: place.cell }];
  });
  return {
    ...ledger,
    mapping: renamed(ledger.mapping, places, movedLetters),
    ...(directions ? { directions: renamed(directions, places) } : {}),
    scores: placed(ledger.scores, places, true),
    flags: placed(ledger.flags, places, false),
    waivers: placed(ledger.waivers, places, false),
    layouts: layouts.map((layout) => places.get(layout.sheet)?.layout ?? layout),
    host: placedHost(ledger.host, places),
    ...(lost.length > 0 ? { lost } : {}),
    ...(unsure.length > 0 ? { unsure } : {}),
  };
}
