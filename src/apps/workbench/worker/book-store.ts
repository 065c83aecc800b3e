import { evaluate } from '../../../engine/evaluate';
import type { EngineOptions } from '../../../engine/options';
import { planPatch } from '../../../engine/plan';
import { Failure } from '../../../model/failure';
import type { WorkbookResult } from '../../../model/score';
import type { Snapshot } from '../../../model/snapshot';
import { isScored } from '../../../pane/session-state';
import { createBatch } from './batch-run';
import { breath } from './breath';
import { holdThings, type HeldThings } from './held-things';
import { openBook, type Book } from './open-book';
import { RESULT_TEXTS } from '../../../report/result-texts';
import type { Held, QuestionName, Questions, Reading, Scored, Usual } from './protocol';

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

/** The open books by name, and whose turn it is. */
interface Books {
  readonly open: Map<string, Book>;
  /** @throws Failure `book-closed` */
  readonly of: (name: string) => Book;
  /** One thing at a time happens to a book; others need not wait. */
  readonly inTurn: <T>(name: string, work: () => T | Promise<T>) => Promise<T>;
  readonly forget: (name: string) => void;
}

function createBooks(): Books {
  const open = new Map<string, Book>();
  const turns = new Map<string, Promise<unknown>>();
  return {
    open,
    of: (name) => {
      const book = open.get(name);
      if (!book) throw new Failure('book-closed');
      return book;
    },
    inTurn: (name, work) => {
      const turn = (turns.get(name) ?? Promise.resolve()).then(work);
      turns.set(
        name,
        turn.catch(() => undefined),
      );
      return turn;
    },
    forget: (name) => {
      open.delete(name);
      turns.delete(name);
    },
  };
}

type BookQuestions = 'open' | 'edit' | 'view' | 'apply' | 'undo' | 'save' | 'close';

const bookAnswers = ({ open, of, inTurn, forget }: Books): Pick<Answers, BookQuestions> => ({
  open: ({ book: name, fileName, bytes }, { cancelled }) =>
    inTurn(name, async () => {
      const book = await openBook(bytes, fileName);
      const view = book.view();
      await breath();
      if (cancelled()) throw new Failure('cancelled');
      open.set(name, book);
      return { format: book.format, converted: book.converted, view };
    }),
  edit: ({ book, edits }) => inTurn(book, () => of(book).edit(edits)),
  view: ({ book }) => inTurn(book, () => of(book).view()),
  apply: ({ book, patch }) =>
    inTurn(book, () => {
      const report = of(book).apply(patch);
      return { report, view: of(book).view() };
    }),
  undo: ({ book }) =>
    inTurn(book, () => {
      const undone = of(book).undo();
      return { undone, view: of(book).view() };
    }),
  // Bytes that are sent away are gone here; a copy goes.
  save: ({ book }) => inTurn(book, () => of(book).bytes().slice()),
  close: ({ book }) =>
    inTurn(book, () => {
      forget(book);
      return null;
    }),
});

type EngineQuestions = 'read' | 'evaluate' | 'planPatch';

/** What was read and scored last is kept here: it is large, and the page names it. */
function engineAnswers({ of, inTurn }: Books): Pick<Answers, EngineQuestions> {
  const snapshots = holdThings<Snapshot>(MOST_HELD);
  const results = holdThings<WorkbookResult>(MOST_HELD);
  const scoredBy = (snapshot: Snapshot, options: EngineOptions): Scored => {
    const result = evaluate(snapshot, options);
    return { result, held: results.hold(result) };
  };
  const readingOf = (book: string, { options, language }: Usual): Reading => {
    const snapshot = of(book).read();
    const held = snapshots.hold(snapshot);
    const scored = orNull(() => scoredBy(snapshot, options));
    if (!scored) return { snapshot, held, scored };
    const plan = () => planPatch(snapshot, scored.result, options, RESULT_TEXTS[language]);
    const patch = isScored(snapshot) ? orNull(plan) : null;
    return { snapshot, held, scored: { ...scored, patch } };
  };
  return {
    read: ({ book, usual }) => inTurn(book, () => readingOf(book, usual)),
    evaluate: ({ snapshot, options }) =>
      soon(() => {
        const thing = thingOf(snapshots, snapshot);
        return thing ? scoredBy(thing, options) : { notHeld: true };
      }),
    planPatch: ({ snapshot, result, options, language }) =>
      soon(() => {
        const read = thingOf(snapshots, snapshot);
        const scored = thingOf(results, result);
        return read && scored
          ? { patch: planPatch(read, scored, options, RESULT_TEXTS[language]) }
          : { notHeld: true };
      }),
  };
}

export function createBookStore(): BookStore {
  const books = createBooks();
  const batch = createBatch();
  const answers: Answers = {
    ...bookAnswers(books),
    ...engineAnswers(books),
    batch: batch.run,
    batchOutput: batch.output,
  };
  return { answer: (name, question, hooks) => answers[name](question, hooks) };
}

/** What nobody asked for yet fails for nobody. */
function orNull<T>(work: () => T): T | null {
  try {
    return work();
  } catch {
    return null;
  }
}

const thingOf = <T>(held: HeldThings<T>, named: Held<T>): T | undefined =>
  'given' in named ? named.given : held.get(named.held);

function soon<T>(work: () => T): Promise<T> {
  return new Promise((resolve) => {
    resolve(work());
  });
}
