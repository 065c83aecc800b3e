import { evaluate } from '../../../engine/evaluate';
import { planPatch } from '../../../engine/plan';
import { Failure } from '../../../model/failure';
import type { WorkbookResult } from '../../../model/score';
import type { Snapshot } from '../../../model/snapshot';
import { createBatch } from './batch-run';
import { breath } from './breath';
import { holdThings, type HeldThings } from './held-things';
import { openBook, type Book } from './open-book';
import { RESULT_TEXTS } from '../../../report/result-texts';
import type { Held, QuestionName, Questions } from './protocol';

/** What whoever asks wants to see meanwhile and may stop. */
export interface StoreHooks {
  readonly onProgress: (done: number, total: number) => void;
  readonly cancelled: () => boolean;
}

export type Answer<K extends QuestionName> = Promise<Questions[K][1]>;

type Answers = {
  readonly [K in QuestionName]: (question: Questions[K][0], hooks: StoreHooks) => Answer<K>;
};

/** All open books and the last batch; it answers what the page may ask. */
export interface BookStore {
  /** @throws Failure */
  answer<K extends QuestionName>(name: K, question: Questions[K][0], hooks: StoreHooks): Answer<K>;
}

/** A session looks back at one reading at most; books are several. */
const MOST_HELD = 12;

export function createBookStore(): BookStore {
  const books = new Map<string, Book>();
  const turns = new Map<string, Promise<unknown>>();
  const snapshots = holdThings<Snapshot>(MOST_HELD);
  const results = holdThings<WorkbookResult>(MOST_HELD);
  const batch = createBatch();

  const bookOf = (name: string): Book => {
    const book = books.get(name);
    if (!book) throw new Failure('book-closed');
    return book;
  };
  /** One thing at a time happens to a book; others need not wait. */
  const inTurn = <T>(name: string, work: () => T | Promise<T>): Promise<T> => {
    const turn = (turns.get(name) ?? Promise.resolve()).then(work);
    turns.set(
      name,
      turn.catch(() => undefined),
    );
    return turn;
  };

  const answers: Answers = {
    open: ({ book: name, fileName, bytes }, { cancelled }) =>
      inTurn(name, async () => {
        const book = await openBook(bytes, fileName);
        const view = book.view();
        await breath();
        if (cancelled()) throw new Failure('cancelled');
        books.set(name, book);
        return { format: book.format, converted: book.converted, view };
      }),
    edit: ({ book, edits }) => inTurn(book, () => bookOf(book).edit(edits)),
    view: ({ book }) => inTurn(book, () => bookOf(book).view()),
    read: ({ book }) =>
      inTurn(book, () => {
        const snapshot = bookOf(book).read();
        return { snapshot, held: snapshots.hold(snapshot) };
      }),
    evaluate: ({ snapshot, options }) =>
      soon(() => {
        const thing = thingOf(snapshots, snapshot);
        if (!thing) return { notHeld: true };
        const result = evaluate(thing, options);
        return { result, held: results.hold(result) };
      }),
    planPatch: ({ snapshot, result, options, language }) =>
      soon(() => {
        const read = thingOf(snapshots, snapshot);
        const scored = thingOf(results, result);
        return read && scored
          ? { patch: planPatch(read, scored, options, RESULT_TEXTS[language]) }
          : { notHeld: true };
      }),
    apply: ({ book, patch }) =>
      inTurn(book, () => {
        const report = bookOf(book).apply(patch);
        return { report, view: bookOf(book).view() };
      }),
    undo: ({ book }) =>
      inTurn(book, () => {
        const undone = bookOf(book).undo();
        return { undone, view: bookOf(book).view() };
      }),
    // Bytes that are sent away are gone here; a copy goes.
    save: ({ book }) => inTurn(book, () => bookOf(book).bytes().slice()),
    close: ({ book }) =>
      inTurn(book, () => {
        books.delete(book);
        turns.delete(book);
        return null;
      }),
    batch: batch.run,
    batchOutput: batch.output,
  };

  return { answer: (name, question, hooks) => answers[name](question, hooks) };
}

const thingOf = <T>(held: HeldThings<T>, named: Held<T>): T | undefined =>
  'given' in named ? named.given : held.get(named.held);

function soon<T>(work: () => T): Promise<T> {
  return new Promise((resolve) => {
    resolve(work());
  });
}
