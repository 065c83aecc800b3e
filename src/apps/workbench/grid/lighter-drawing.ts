import type { Injector } from '@univerjs/core';
import { IRenderManagerService, type Spreadsheet } from '@univerjs/engine-render';
import { SheetsNoteModel, type ISheetNote } from '@univerjs/sheets-note';

/**
 * The grid looks through all notes of a sheet for each cell that it draws (sheets-note 0.25,
 * `_getNoteByPosition`), and a scored form has one in every other row: here they are found by their place.
 * Returns what ends it.
 */
export function findNotesByPlace(injector: Injector): () => void {
  const notes = injector.get(SheetsNoteModel);
  const known = new WeakMap<SheetNotes, SheetNotes>();
  const changes = notes.change$.subscribe(({ unitId, subUnitId }) => {
    const changed = notes.getSheetNotes(unitId, subUnitId);
    if (changed) known.delete(changed);
  });
  const looked = notes.getNote.bind(notes);
  notes.getNote = (unitId, subUnitId, params) => {
    const { noteId, row, col } = params;
    if (noteId || row === undefined || col === undefined) return looked(unitId, subUnitId, params);
    const all = notes.getSheetNotes(unitId, subUnitId);
    if (!all) return undefined;
    const places = known.get(all) ?? byPlace(all);
    known.set(all, places);
    return places.get(placeKey(row, col));
  };
  return () => {
    changes.unsubscribe();
    notes.getNote = looked;
  };
}

type SheetNotes = ReadonlyMap<string, ISheetNote>;

const placeKey = (row: number, column: number): string => `${String(row)}:${String(column)}`;

function byPlace(notes: SheetNotes): SheetNotes {
  const places = new Map<string, ISheetNote>();
  for (const note of notes.values()) {
    const key = placeKey(note.row, note.col);
    // Of several at one cell the grid takes the first.
    if (!places.has(key)) places.set(key, note);
  }
  return places;
}

/** Nothing here is protected by the grid's own rules, and it asks each cell of it with every drawing. */
const UNUSED = [
  'RANGE_PROTECTION_CAN_VIEW_RENDER_EXTENSION_KEY',
  'RANGE_PROTECTION_CAN_NOT_VIEW_RENDER_EXTENSION_KEY',
];

/** Draws a book without what it never has. */
export function drawWithoutProtection(injector: Injector, unit: string): void {
  const spreadsheet = injector.get(IRenderManagerService).getRenderById(unit)?.mainComponent;
  for (const key of UNUSED) (spreadsheet as Spreadsheet | null | undefined)?.extensions.delete(key);
}
