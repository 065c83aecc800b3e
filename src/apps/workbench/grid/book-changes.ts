import { rangeName, type Range } from '../../../model/grid';
import type { BookView, CellLook, NoteLook, SheetView } from '../../../model/look';
import { sameContent, type CellContent } from './cell-content';
import { cellKey, viewContent } from './mirror';

export interface CellChange {
  readonly row: number;
  readonly column: number;
  /** Absent: as it was. */
  readonly content?: CellContent;
  readonly look?: CellLook;
}

/** The size and the hiding of a row or column. */
export interface LineChange {
  readonly index: number;
  readonly size: number;
  readonly hidden: boolean;
}

export interface SheetChange {
  readonly id: string;
  readonly cells: readonly CellChange[];
  readonly notesRemoved: readonly NoteLook['cell'][];
  readonly notesSet: readonly NoteLook[];
  readonly rows: readonly LineChange[];
  readonly columns: readonly LineChange[];
  readonly mergesRemoved: readonly Range[];
  readonly mergesAdded: readonly Range[];
  /** Each only where it is another one now. */
  readonly name?: string;
  readonly hidden?: boolean;
  readonly gridLines?: boolean;
  readonly frozen?: { readonly rows: number; readonly columns: number };
}

/** What has to be done to a shown workbook to make it show another state of it; in this order. */
export interface BookChanges {
  readonly removed: readonly string[];
  readonly added: readonly SheetView[];
  readonly changed: readonly SheetChange[];
  /** The sheets' ids in order, where that is another one now or sheets were added. */
  readonly order: readonly string[] | null;
}

/**
 * The difference between what is shown of `from` and what `to` says. `shown` says what stands in a
 * cell now, which may be further than `from`; `keep` says of which cells the grid knows better.
 */
export function changesOf(
  from: BookView,
  to: BookView,
  shown: (sheet: string, row: number, column: number) => CellContent,
  keep: (sheet: string, row: number, column: number) => boolean = () => false,
): BookChanges {
  const before = new Map(from.sheets.map((sheet) => [sheet.id, sheet]));
  const ids = to.sheets.map((sheet) => sheet.id);
  const sameLook = looksAlike(from.looks, to.looks);
  return {
    removed: from.sheets.map((sheet) => sheet.id).filter((id) => !ids.includes(id)),
    added: to.sheets.filter((sheet) => !before.has(sheet.id)),
    changed: to.sheets.flatMap((sheet) => {
      const old = before.get(sheet.id);
      if (!old) return [];
      const change: SheetChange = {
        id: sheet.id,
        cells: cellChanges(old, sheet, to, sameLook, shown, keep),
        ...noteChanges(old.notes, sheet.notes),
        ...shapeChanges(old, sheet),
      };
      const nothing = Object.values(change).every(
        (part) => part === sheet.id || (Array.isArray(part) && part.length === 0),
      );
      return nothing ? [] : [change];
    }),
    order: from.sheets.map((sheet) => sheet.id).join('\n') === ids.join('\n') ? null : ids,
  };
}

function shapeChanges(
  old: SheetView,
  now: SheetView,
): Omit<SheetChange, 'id' | 'cells' | 'notesRemoved' | 'notesSet'> {
  const merges = new Set(now.merges.map(rangeName));
  const merged = new Set(old.merges.map(rangeName));
  const frozen =
    old.frozenRows !== now.frozenRows || old.frozenColumns !== now.frozenColumns
      ? { frozen: { rows: now.frozenRows, columns: now.frozenColumns } }
      : {};
  const hidden = now.visibility !== 'visible';
  return {
    rows: lineChanges(rowLines(old), rowLines(now)),
    columns: lineChanges(columnLines(old), columnLines(now)),
    mergesRemoved: old.merges.filter((range) => !merges.has(rangeName(range))),
    mergesAdded: now.merges.filter((range) => !merged.has(rangeName(range))),
    ...(old.name === now.name ? {} : { name: now.name }),
    ...((old.visibility !== 'visible') === hidden ? {} : { hidden }),
    ...(old.gridLines === now.gridLines ? {} : { gridLines: now.gridLines }),
    ...frozen,
  };
}

interface Lines {
  readonly count: number;
  readonly sizes: ReadonlyMap<number, number>;
  readonly usual: number;
  readonly hidden: ReadonlySet<number>;
}

function rowLines(sheet: SheetView): Lines {
  return {
    count: sheet.rowCount,
    sizes: sheet.heights,
    usual: sheet.defaultHeight,
    hidden: sheet.hiddenRows,
  };
}

function columnLines(sheet: SheetView): Lines {
  return {
    count: sheet.columnCount,
    sizes: sheet.widths,
    usual: sheet.defaultWidth,
    hidden: sheet.hiddenColumns,
  };
}

function lineChanges(old: Lines, now: Lines): readonly LineChange[] {
  const usual = old.usual === now.usual ? [] : Array.from({ length: now.count }, (_, i) => i);
  const indexes = new Set([
    ...old.sizes.keys(),
    ...now.sizes.keys(),
    ...old.hidden,
    ...now.hidden,
    ...usual,
  ]);
  return [...indexes]
    .sort((a, b) => a - b)
    .map((index) => ({
      index,
      size: now.sizes.get(index) ?? now.usual,
      hidden: now.hidden.has(index),
    }))
    .filter(
      ({ index, size, hidden }) =>
        size !== (old.sizes.get(index) ?? old.usual) || hidden !== old.hidden.has(index),
    );
}

function cellChanges(
  old: SheetView,
  sheet: SheetView,
  to: BookView,
  sameLook: (old: number, now: number) => boolean,
  shown: (sheet: string, row: number, column: number) => CellContent,
  keep: (sheet: string, row: number, column: number) => boolean,
): readonly CellChange[] {
  const changes: CellChange[] = [];
  const rows = Math.max(old.rowCount, sheet.rowCount);
  const columns = Math.max(old.columnCount, sheet.columnCount);
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const content = viewContent(sheet, row, column);
      const lookNow = sheet.looks[row]?.[column] ?? 0;
      const look = sameLook(old.looks[row]?.[column] ?? 0, lookNow) ? undefined : to.looks[lookNow];
      const changed =
        !sameContent(content, shown(sheet.id, row, column)) && !keep(sheet.id, row, column);
      if (!changed && look === undefined) continue;
      changes.push({
        row,
        column,
        ...(changed ? { content } : {}),
        ...(look === undefined ? {} : { look }),
      });
    }
  }
  return changes;
}

/** Compares looks by what they say, each pair of indexes once. */
function looksAlike(
  from: readonly CellLook[],
  to: readonly CellLook[],
): (old: number, now: number) => boolean {
  const text = (looks: readonly CellLook[]) =>
    looks.map((look) => JSON.stringify(orderedLook(look)));
  const before = text(from);
  const after = text(to);
  return (old, now) => before[old] === after[now];
}

function orderedLook(look: CellLook): readonly unknown[] {
  return Object.entries(look).sort(([a], [b]) => (a < b ? -1 : 1));
}

function noteChanges(
  old: readonly NoteLook[],
  now: readonly NoteLook[],
): Pick<SheetChange, 'notesRemoved' | 'notesSet'> {
  const key = ({ cell }: NoteLook) => cellKey(cell.row, cell.column);
  const before = new Map(old.map((note) => [key(note), note.text]));
  const after = new Set(now.map(key));
  return {
    notesRemoved: old.filter((note) => !after.has(key(note))).map((note) => note.cell),
    notesSet: now.filter((note) => before.get(key(note)) !== note.text),
  };
}
