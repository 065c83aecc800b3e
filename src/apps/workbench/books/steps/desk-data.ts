import type { Failure } from '../../../../model/failure';
import type { CellRef } from '../../../../model/grid';
import type { BookView } from '../../../../model/look';
import type { Notice } from '../../../../pane/session-state';
import type { SavePlace } from '../../files/file-access';
import type { Source } from '../../files/source';
import { failureNotice, type Book, type DeskState, type OpenBook } from '../desk-state';
import type { Effect } from './effects';
import type { DeskEvent } from './events';

/** A question to the desk that waits for its answer; numbered by the runner. */
export type Call = number;

/** A saving in course. */
export interface Saving {
  readonly name: string;
  /** Who asks again meanwhile gets the answer to the first. */
  readonly calls: readonly Call[];
  /** What happens when it has ended, well or badly. */
  readonly then: readonly DeskEvent[];
  /** Null while it is asked for. */
  readonly place: SavePlace | 'download' | null;
  /** The book's `change` that the bytes to be written have in them. */
  readonly change: number;
}

/** A run of the pane's, in one history with what a person does in the grid. */
export interface Written {
  /** What a person had done last in the grid by then; null: nothing. */
  readonly after: object | null;
  /** Runs since that nobody asked for: they go with it. */
  readonly followed: number;
}

/** What the desk holds of a book and nobody draws. */
export interface Held {
  readonly source: Source;
  /** Who waits until it is open, or will not be. */
  readonly opening: Call | null;
  /** Bytes of the file it came from. */
  readonly size: number;
  /** What the grid must be given when it is there. */
  readonly view: BookView | null;
  /** Where it is saved again without asking: a place a person chose for it. */
  readonly place: SavePlace | null;
  /** The draft it came from, until it is in a draft or a file of its own. */
  readonly draft: string | null;
  /** A draft is going to be kept a little later. */
  readonly draftDue: boolean;
  /** Grows with every change; a save that began before the last one leaves the mark. */
  readonly change: number;
  /** The last change that is in a draft. */
  readonly drafted: number;
  /** Lists of edits on their way to the worker. */
  readonly edits: number;
  /** What waits until none is. */
  readonly whenQuiet: readonly DeskEvent[];
  readonly saving: Saving | null;
  /** Runs of the pane's that a person asked for, the last one last. */
  readonly written: readonly Written[];
  /** A person put something into a cell; results of formulas come of themselves. */
  readonly touched: boolean;
}

export interface DeskData {
  readonly shown: DeskState;
  readonly held: ReadonlyMap<string, Held>;
  readonly dark: boolean;
  readonly language: 'zh-CN' | 'en';
  /** What is to be selected when the grid is in sight again. */
  readonly toSelect: Place | null;
  /** The batch that runs or ran last; answers to earlier ones are not heard. */
  readonly batch: number;
}

export interface Place {
  readonly id: string;
  readonly sheet: string;
  readonly cell: CellRef;
}

/** What an event makes of the desk, and what is to be done then, in this order. */
export type Stepped = readonly [DeskData, readonly Effect[]];

export const NO_DESK: DeskData = {
  shown: {
    books: [],
    active: null,
    view: 'books',
    grid: 'none',
    notice: null,
    batch: { kind: 'none' },
    selections: 0,
  },
  held: new Map(),
  dark: false,
  language: 'zh-CN',
  toSelect: null,
  batch: 0,
};

export const bookOf = ({ shown }: DeskData, id: string): Book | null =>
  shown.books.find((book) => book.id === id) ?? null;

export function openStage(data: DeskData, id: string): OpenBook | null {
  const stage = bookOf(data, id)?.stage;
  return stage?.kind === 'open' ? stage : null;
}

export const show = (data: DeskData, part: Partial<DeskState>): DeskData => ({
  ...data,
  shown: { ...data.shown, ...part },
});

export const tell = (data: DeskData, notice: Notice | null): DeskData => show(data, { notice });

export const tellFailure = (data: DeskData, failure: Failure): DeskData =>
  tell(data, failureNotice(failure));

export const changeBook = (data: DeskData, id: string, part: Partial<Book>): DeskData =>
  show(data, {
    books: data.shown.books.map((book) => (book.id === id ? { ...book, ...part } : book)),
  });

export function changeOpen(data: DeskData, id: string, part: Partial<OpenBook>): DeskData {
  const stage = openStage(data, id);
  return stage ? changeBook(data, id, { stage: { ...stage, ...part } }) : data;
}

export function hold(data: DeskData, id: string, part: Partial<Held>): DeskData {
  const one = data.held.get(id);
  return one ? { ...data, held: new Map([...data.held, [id, { ...one, ...part }]]) } : data;
}

/** Nothing changes and nothing is to be done. */
export const idle = (data: DeskData): Stepped => [data, []];

/** One step after the other. */
export function inOrder(
  data: DeskData,
  ...steps: readonly ((data: DeskData) => Stepped)[]
): Stepped {
  let now = data;
  const effects: Effect[] = [];
  for (const step of steps) {
    const [next, more] = step(now);
    now = next;
    effects.push(...more);
  }
  return [now, effects];
}

export const answers = (calls: readonly Call[], value: boolean): readonly Effect[] =>
  calls.map((call) => ({ kind: 'answer', call, value }));

export const again = (events: readonly DeskEvent[]): readonly Effect[] =>
  events.map((event) => ({ kind: 'tell', event }));

/** Does it at once, or `event` again when no edit of the book is on its way any more. */
export function whenQuiet(
  data: DeskData,
  event: DeskEvent & { readonly id: string },
  step: (data: DeskData) => Stepped,
): Stepped {
  const one = data.held.get(event.id);
  if (!one || one.edits === 0) return step(data);
  return idle(hold(data, event.id, { whenQuiet: [...one.whenQuiet, event] }));
}
