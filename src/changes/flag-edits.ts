import { cellLabel } from '../model/address';
import type { FindingSeverity } from '../model/finding';
import { areasOf } from '../model/areas';
import { cellKey, parseCellName, type CellRef, type Range } from '../model/grid';
import { grouped } from '../model/grouped';
import type { FlagEdit } from '../model/patch';
import type { SheetSnapshot } from '../model/snapshot';
import { joinNotes } from './fit-text';
import type { AskedCell } from './standing';
import type { Mark } from './fill-memory';

/** What is to stand on the cell people see: the first of a merged area. */
export interface WantedFlag {
  readonly sheet: SheetSnapshot;
  readonly cell: CellRef;
  /** The merged area; null where the cell stands alone. */
  readonly area: Range | null;
  readonly tone: FindingSeverity | null;
  readonly note: string | null;
}

const WEIGHT: Readonly<Record<FindingSeverity, number>> = { info: 0, warning: 1, error: 2 };

/** Two findings on one visible cell: the graver colour, both texts. */
function joined(first: WantedFlag, second: WantedFlag): WantedFlag {
  if (first.tone === null) return second;
  if (second.tone === null) return first;
  return {
    ...first,
    tone: WEIGHT[second.tone] > WEIGHT[first.tone] ? second.tone : first.tone,
    note: joinNotes([first.note, second.note]),
  };
}

export interface WantedFlags {
  readonly flags: readonly WantedFlag[];
  /** Cell meant → cell seen, both as `附表!G5`, where they differ. */
  readonly moved: ReadonlyMap<string, string>;
}

/** Moves every edit to the cell that shows, and joins those that meet there. */
export function wantedFlags(
  edits: readonly FlagEdit[],
  sheets: readonly SheetSnapshot[],
): WantedFlags {
  const flags: WantedFlag[] = [];
  const moved = new Map<string, string>();
  const bySheet = grouped(edits, ({ sheetId }) => sheetId);
  for (const sheet of sheets) {
    const own = bySheet.get(sheet.id) ?? [];
    const merges = areasOf(
      sheet.merges,
      own.map(({ cell }) => cell),
    );
    const byPlace = new Map<string, WantedFlag>();
    for (const { cell, tone, note } of own) {
      const merge = merges.get(cellKey(cell));
      const seen = merge ? { row: merge.top, column: merge.left } : cell;
      const place = cellLabel(sheet.name, seen);
      if (seen.row !== cell.row || seen.column !== cell.column) {
        moved.set(cellLabel(sheet.name, cell), place);
      }
      const flag = { sheet, cell: seen, area: merge ?? null, tone, note };
      const known = byPlace.get(place);
      byPlace.set(place, known ? joined(known, flag) : flag);
    }
    flags.push(...byPlace.values());
  }
  return { flags, moved };
}

export interface FlagsAnew extends WantedFlags {
  /** Cells the edits are about, `附表!G5`: of the others all has been said before. */
  readonly edited: ReadonlySet<string>;
  readonly set: number;
  readonly cleared: number;
}

/**
 * The marks that are to stand, for a host that takes all off and lays them on again: those of earlier
 * runs, changed by the edits.
 */
export function flagsAnew(
  marks: readonly Mark[],
  edits: readonly FlagEdit[],
  sheets: readonly SheetSnapshot[],
): FlagsAnew {
  const wanted = wantedFlags(edits, sheets);
  const placeOf = ({ sheet, cell }: WantedFlag): string => cellLabel(sheet.name, cell);
  const standing = new Map(asFlags(marks, sheets).map((flag) => [placeOf(flag), flag]));
  let set = 0;
  let cleared = 0;
  for (const flag of wanted.flags) {
    if (flag.tone !== null) {
      standing.set(placeOf(flag), flag);
      set++;
    } else if (standing.delete(placeOf(flag))) cleared++;
  }
  const flags = [...standing.values()];
  return {
    flags: sheets.flatMap((sheet) => flags.filter((flag) => flag.sheet === sheet)),
    moved: wanted.moved,
    edited: new Set(wanted.flags.map(placeOf)),
    set,
    cleared,
  };
}

/** Marks of earlier runs as flags, each on the cell that shows by now. */
function asFlags(marks: readonly Mark[], sheets: readonly SheetSnapshot[]): readonly WantedFlag[] {
  const ids = new Map(sheets.map(({ id, name }) => [name, id]));
  const edits = marks.flatMap(({ sheet, cell: name, tone, note }): readonly FlagEdit[] => {
    const cell = parseCellName(name);
    const sheetId = ids.get(sheet);
    return cell && sheetId !== undefined ? [{ sheetId, cell, tone, note }] : [];
  });
  return wantedFlags(edits, sheets).flags;
}

/** A merged area beyond this many cells is coloured by its first cell alone, which is what shows. */
const MOST_MERGED = 2_000;

/** Cells of a merged area that lie hidden under its first and are coloured with it. */
export function hiddenCells(area: Range | null): readonly CellRef[] {
  if (!area) return [];
  const { top, left, bottom, right } = area;
  const [rows, columns] = [bottom - top + 1, right - left + 1];
  if (rows * columns > MOST_MERGED) return [];
  return Array.from({ length: rows * columns - 1 }, (_, index) => ({
    row: top + Math.floor((index + 1) / columns),
    column: left + ((index + 1) % columns),
  }));
}

/**
 * The cells whose fill and note have to be known: those that show, and, for their fill alone, those
 * under the same merge that a file host coloured as well.
 */
export function cellsToAsk({ flags }: WantedFlags, marks: readonly Mark[]): readonly AskedCell[] {
  const others = new Map(
    marks
      .filter((mark) => mark.others.length > 0)
      .map((mark) => [cellLabel(mark.sheet, mark.cell), mark.others]),
  );
  return flags.flatMap(({ sheet: { id, name }, cell }): readonly AskedCell[] => [
    { sheetId: id, sheet: name, cell },
    ...(others.get(cellLabel(name, cell)) ?? []).flatMap((other) => {
      const place = parseCellName(other.cell);
      return place ? [{ sheetId: id, sheet: name, cell: place, onlyFill: true as const }] : [];
    }),
  ]);
}
