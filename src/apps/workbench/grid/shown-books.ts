import {
  IUniverInstanceService,
  LifecycleService,
  LifecycleStages,
  UniverInstanceType,
  type IWorkbookData,
  type Injector,
  type Workbook,
} from '@univerjs/core';
import type { CellEdit } from '../../../model/edit';
import type { CellRef } from '../../../model/grid';
import type { BookView } from '../../../model/look';
import { changesOf } from './book-changes';
import { bookToUniver } from './book-to-univer';
import type { Capture } from './edit-capture';
import { fitRows } from './fit-rows';
import { drawWithoutProtection } from './lighter-drawing';
import { cellKey, createMirror, type Mirror } from './mirror';
import { selectCell } from './select-cell';
import { showChanges } from './show-changes';
import { forgetSheets } from './undo-history';

/** A book as it is shown. */
interface ShownBook {
  /** Univer's name of it; a number of ours, since formulas may say it. */
  readonly unit: string;
  view: BookView;
  mirror: Mirror;
  /** How often `onEdits` was called for it. */
  told: number;
  /** Rows without a height of their own have been made as tall as their text. */
  fitted: boolean;
  /** The call that last told of a cell. */
  readonly toldIn: Map<string, number>;
}

/** The books of one instance of Univer, by the names the page gives them. */
export interface ShownBooks {
  readonly injector: Injector;
  readonly byName: Map<string, ShownBook>;
  readonly nameOf: Map<string, string>;
  opened: number;
  /** When edits were last told, by `performance.now`. */
  lastTold: number;
}

export const noBooks = (injector: Injector): ShownBooks => ({
  injector,
  byName: new Map(),
  nameOf: new Map(),
  opened: 0,
  lastTold: -Infinity,
});

export const mirrorOf = (books: ShownBooks, unit: string): Mirror | undefined =>
  books.byName.get(books.nameOf.get(unit) ?? '')?.mirror;

/** Remembers which call tells of the cells; null where the book has gone. */
export function noteTold(
  books: ShownBooks,
  unit: string,
  edits: readonly CellEdit[],
): string | null {
  const name = books.nameOf.get(unit);
  const book = books.byName.get(name ?? '');
  if (name === undefined || !book) return null;
  book.told += 1;
  books.lastTold = performance.now();
  for (const { sheetId, cell } of edits) {
    book.toldIn.set(placeKey(sheetId, cell.row, cell.column), book.told);
  }
  return name;
}

const instancesOf = ({ injector }: ShownBooks): IUniverInstanceService =>
  injector.get(IUniverInstanceService);

const currentUnit = (books: ShownBooks): string | null =>
  instancesOf(books).getCurrentUnitOfType<Workbook>(UniverInstanceType.UNIVER_SHEET)?.getUnitId() ??
  null;

export function openBook(books: ShownBooks, capture: Capture, name: string, view: BookView): void {
  books.opened += 1;
  const unit = `book-${String(books.opened)}`;
  const mirror = createMirror(view);
  books.nameOf.set(unit, name);
  books.byName.set(name, { unit, view, mirror, told: 0, fitted: false, toldIn: new Map() });
  // What is typed goes to the current workbook: a further one must not become it unseen.
  const makeCurrent = currentUnit(books) === null;
  capture.quietly(() =>
    instancesOf(books).createUnit<IWorkbookData, Workbook>(
      UniverInstanceType.UNIVER_SHEET,
      bookToUniver(unit, view),
      { makeCurrent },
    ),
  );
  whenDrawn(books, () => drawWithoutProtection(books.injector, unit));
}

/** See `Grid.update`. */
export function updateBook(
  books: ShownBooks,
  capture: Capture,
  name: string,
  view: BookView,
  edited = Infinity,
): void {
  capture.flush();
  const book = books.byName.get(name);
  if (!book) return;
  const { mirror } = book;
  const later = (sheet: string, row: number, column: number): boolean =>
    (book.toldIn.get(placeKey(sheet, row, column)) ?? 0) > edited;
  const changes = changesOf(book.view, view, mirror.at, later);
  const next = createMirror(view);
  for (const key of book.toldIn.keys()) {
    const { sheet, row, column } = readPlace(key);
    if (later(sheet, row, column)) next.set(sheet, row, column, mirror.at(sheet, row, column));
    else book.toldIn.delete(key);
  }
  book.view = view;
  book.mirror = next;
  capture.quietly(() => {
    showChanges(books.injector, book.unit, view, changes);
    if (!book.fitted) return;
    for (const { id, cells } of changes.changed) {
      const sheet = view.sheets.find((one) => one.id === id);
      const rows = new Set(cells.flatMap(({ row, content }) => (content ? [row] : [])));
      if (sheet?.visibility === 'visible' && rows.size > 0) {
        fitRows(books.injector, book.unit, sheet, rows);
      }
    }
  });
  if (changes.removed.length > 0) forgetSheets(books.injector, book.unit, changes.removed);
}

export function activateBook(books: ShownBooks, capture: Capture, name: string): void {
  const book = books.byName.get(name);
  if (!book) return;
  const instances = instancesOf(books);
  instances.setCurrentUnitForType(book.unit);
  instances.focusUnit(book.unit);
  if (book.fitted) return;
  book.fitted = true;
  whenDrawn(books, () => {
    if (books.byName.get(name) !== book) return;
    capture.quietly(() => {
      const seen = book.view.sheets.filter(({ visibility }) => visibility === 'visible');
      for (const sheet of seen) fitRows(books.injector, book.unit, sheet);
    });
  });
}

export function closeBook(books: ShownBooks, capture: Capture, name: string): void {
  const book = books.byName.get(name);
  if (!book) return;
  capture.flush();
  books.byName.delete(name);
  books.nameOf.delete(book.unit);
  const instances = instancesOf(books);
  // Univer's bars do not bear that the workbook they show goes while there are others.
  const [other] = [...books.byName.values()];
  if (other && currentUnit(books) === book.unit) instances.setCurrentUnitForType(other.unit);
  instances.disposeUnit(book.unit);
}

export function selectInBook(books: ShownBooks, name: string, sheet: string, cell: CellRef): void {
  whenDrawn(books, () => {
    const book = books.byName.get(name);
    if (book) selectCell(books.injector, book.unit, sheet, cell);
  });
}

function whenDrawn({ injector }: ShownBooks, act: () => void): void {
  void injector.get(LifecycleService).onStage(LifecycleStages.Rendered).then(act);
}

function placeKey(sheet: string, row: number, column: number): string {
  return `${cellKey(row, column)}:${sheet}`;
}

function readPlace(key: string): { sheet: string; row: number; column: number } {
  const [row, column, ...sheet] = key.split(':');
  return { sheet: sheet.join(':'), row: Number(row), column: Number(column) };
}
