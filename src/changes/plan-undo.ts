import { Failure } from '../model/failure';
import { parseCellName, type CellRef } from '../model/grid';
import { isCellError, type CellValue, type SheetSnapshot } from '../model/snapshot';
import { placeOf, type AskedCell, type Standing, type StandingBook } from './standing';
import type { Change } from './change';
import { NO_FILL } from './fill-memory';
import { sameFill } from './plan-change';
import type { UndoRecord } from './undo-record';

const sameValue = (first: CellValue, second: CellValue): boolean =>
  isCellError(first) || isCellError(second)
    ? isCellError(first) && isCellError(second) && first.error === second.error
    : first === second;

const sameNote = (first: string | undefined, second: string | null): boolean =>
  (first ?? '').replace(/\r\n?/g, '\n') === (second ?? '').replace(/\r\n?/g, '\n');

/** An entry of a record with the sheet and cell it is about; those that are gone are left out. */
function located<T extends { readonly sheet: string; readonly cell: string }>(
  entries: readonly T[],
  sheets: ReadonlyMap<string, SheetSnapshot>,
): readonly { readonly entry: T; readonly sheet: SheetSnapshot; readonly cell: CellRef }[] {
  return entries.flatMap((entry) => {
    const sheet = sheets.get(entry.sheet);
    const cell = parseCellName(entry.cell);
    return sheet && cell ? [{ entry, sheet, cell }] : [];
  });
}

const byName = (sheets: readonly SheetSnapshot[]): ReadonlyMap<string, SheetSnapshot> =>
  new Map(sheets.map((sheet) => [sheet.name, sheet]));

/** The cells whose fill and note have to be known before a record can be taken back. */
export function cellsOfRecord(
  record: UndoRecord,
  sheets: readonly SheetSnapshot[],
): readonly AskedCell[] {
  const places = new Map<string, AskedCell>();
  for (const { sheet, cell } of located([...record.fills, ...record.notes], byName(sheets))) {
    places.set(placeOf(sheet.name, cell), { sheetId: sheet.id, sheet: sheet.name, cell });
  }
  return [...places.values()];
}

/**
 * What takes a write back, in whatever state it left the workbook: cells, fills and notes that
 * still are as written go back, what a person changed since stays.
 * @throws Failure `sheet-protected`
 */
export function planUndo(record: UndoRecord, reading: StandingBook, standing: Standing): Change {
  const sheets = byName(reading.snapshot.sheets);
  const cells = located(record.cells, sheets)
    .filter(({ entry, sheet, cell }) => {
      const value = sheet.values[cell.row]?.[cell.column] ?? null;
      const formula = sheet.formulas[cell.row]?.[cell.column] ?? null;
      return formula === null && sameValue(value, entry.wrote);
    })
    .map(({ entry, sheet, cell }) => ({
      sheet: sheet.name,
      cell,
      value: entry.before,
      isText: sheet.formats[cell.row]?.[cell.column] === '@',
    }));
  const fills = located(record.fills, sheets)
    .filter(({ entry, sheet, cell }) =>
      sameFill(standing.fills.get(placeOf(sheet.name, cell)) ?? NO_FILL, entry.wrote),
    )
    .map(({ entry, sheet, cell }) => ({ sheet: sheet.name, cell, fill: entry.before }));
  const notes = located(record.notes, sheets).flatMap(({ entry, sheet, cell }) => {
    const note = standing.notes.get(placeOf(sheet.name, cell));
    const isOurs = sameNote(note, entry.wrote) && !sameNote(note, entry.before);
    return isOurs
      ? [{ sheet: sheet.name, cell, text: entry.before, exists: note !== undefined }]
      : [];
  });
  const touched = new Set([...cells, ...fills, ...notes].map(({ sheet }) => sheet));
  for (const name of touched) {
    if (sheets.get(name)?.protected) throw new Failure('sheet-protected', { sheet: name });
  }
  return {
    cells,
    fills,
    notes,
    pages: record.pages.flatMap(({ name, before }) =>
      before ? [{ name, isNew: !sheets.has(name), write: before }] : [],
    ),
    removed: record.pages
      .filter(({ name, before }) => before === null && sheets.has(name))
      .map(({ name }) => name),
    ledger: record.ledger ?? (reading.snapshot.ledger === null ? undefined : null),
    renamed: new Map(),
  };
}
