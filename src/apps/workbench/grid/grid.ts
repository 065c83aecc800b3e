import type { CellEdit } from '../../../model/edit';
import type { CellRef } from '../../../model/grid';
import type { BookView } from '../../../model/look';

/** A cell a person tried to change in a way the workbench does not keep. */
export interface RefusedEdit {
  readonly reason: 'structure' | 'format' | 'protected-sheet' | 'merged-part';
  readonly sheet: string;
}

export interface GridEvents {
  /** What a person changed, and results the grid's own calculation changed after it; in order. */
  readonly onEdits: (book: string, edits: readonly CellEdit[]) => void;
  readonly onRefused: (refused: RefusedEdit) => void;
}

/** The spreadsheet on the page. Books are open in it under the names the page gives them. */
export interface Grid {
  open(book: string, view: BookView): void;
  /**
   * Shows what is different now; nothing of it comes back as an edit or can be undone in the grid.
   * `edited`: how many calls of `onEdits` for this book the view already has in it; absent: all. A
   * cell edited in a later call keeps what the grid shows, since the view does not know of it yet.
   */
  update(book: string, view: BookView, edited?: number): void;
  activate(book: string): void;
  close(book: string): void;
  select(book: string, sheet: string, cell: CellRef): void;
  /**
   * The last of what a person did in the book that `undo` takes back, the same object for as long as
   * it is the last; null: nothing.
   */
  lastDone(book: string): object | null;
  undo(book: string): void;
  setDark(dark: boolean): void;
  setLanguage(language: 'zh-CN' | 'en'): void;
  /** A cell is open for typing. */
  isTyping(): boolean;
  /** What is being typed stands in its cell and has been told. */
  endTyping(): Promise<void>;
  /** As `endTyping`, and the results of recent edits have been told too. */
  commitTyping(): Promise<void>;
  dispose(): void;
}

export type CreateGrid = (container: HTMLElement, events: GridEvents) => Promise<Grid>;
