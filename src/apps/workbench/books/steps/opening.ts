import { asFailure } from '../../../../model/failure';
import type { Book } from '../desk-state';
import { wasCalledOff } from '../../batch/batch';
import { closeBook } from './closing';
import {
  answers,
  bookOf,
  changeBook,
  changeOpen,
  hold,
  idle,
  inOrder,
  openStage,
  show,
  type DeskData,
  type Held,
  type Stepped,
} from './desk-data';
import { changed, keepDraft, settle } from './drafts';
import type { EventOf } from './events';
import { activate, putIntoGrid } from './grid-steps';
import type { Steps } from './step';
import type { Source } from '../../files/source';

const newHeld = (source: Source): Held => ({
  source,
  opening: null,
  size: 0,
  view: null,
  place: null,
  draft: source.draft ?? null,
  draftDue: false,
  change: 0,
  drafted: 0,
  edits: 0,
  whenQuiet: [],
  saving: null,
  written: [],
  touched: false,
});

const newBook = (id: string, { name, example }: Source): Book => ({
  id,
  name,
  stage: { kind: 'opening' },
  unsaved: false,
  saving: false,
  example: example === true,
});

function open(data: DeskData, { books }: EventOf<'open'>): Stepped {
  const first = books[0]?.id;
  if (first === undefined) return idle(data);
  const added = books.map(({ id, source }) => newBook(id, source));
  const held = new Map([
    ...data.held,
    ...books.map(({ id, source }) => [id, newHeld(source)] as const),
  ]);
  const shown = { books: [...data.shown.books, ...added], active: first, notice: null };
  return idle(show({ ...data, held }, { ...shown, view: 'books' }));
}

function openOne(data: DeskData, { id, call }: EventOf<'openOne'>): Stepped {
  const one = data.held.get(id);
  if (!one) return [data, answers([call], false)];
  return [hold(data, id, { opening: call }), [{ kind: 'openBook', id, source: one.source }]];
}

function opened(data: DeskData, event: EventOf<'opened'>): Stepped {
  const { id, size, host, engine } = event;
  const { view, format, converted } = event.opened;
  const one = data.held.get(id);
  if (!one) return idle(data);
  const { handle, name } = one.source;
  const calls = one.opening === null ? [] : [one.opening];
  const { unshown } = view;
  const stage = { kind: 'open', format, converted, unshown, host, engine, session: null } as const;
  const now = changeBook(hold(data, id, { size, view, opening: null }), id, { stage });
  return inOrder(
    now,
    (before) => putIntoGrid(before, id),
    (before) => (handle === null ? idle(before) : [before, [{ kind: 'remember', name, handle }]]),
    // It waits for no other change: the draft it came from belongs to a window that is gone.
    (before) =>
      one.draft === null
        ? [before, answers(calls, true)]
        : inOrder(
            before,
            (draft) => changed(draft, id),
            (draft) => keepDraft(draft, id, one.opening),
          ),
  );
}

function notOpened(data: DeskData, { id, failure }: EventOf<'notOpened'>): Stepped {
  const one = data.held.get(id);
  if (!one) return idle(data);
  const calls = one.opening === null ? [] : [one.opening];
  const now = hold(data, id, { opening: null });
  if (wasCalledOff(failure)) return [now, answers(calls, false)];
  return [
    changeBook(now, id, { stage: { kind: 'failed', failure: asFailure(failure) } }),
    answers(calls, false),
  ];
}

function sessionStarted(data: DeskData, { id, session }: EventOf<'sessionStarted'>): Stepped {
  const stage = openStage(data, id);
  if (!stage) return [data, [{ kind: 'stopSession', session }]];
  const now = changeOpen(data, id, { session });
  // An example is scored as a person would do it.
  return [now, bookOf(data, id)?.example ? [{ kind: 'scoreExample', id, session }] : []];
}

export const openingSteps: Steps<
  | 'open'
  | 'openOne'
  | 'opened'
  | 'notOpened'
  | 'cancelOpening'
  | 'activate'
  | 'show'
  | 'notice'
  | 'sessionStarted'
  | 'exampleScored'
> = {
  open,
  openOne,
  opened,
  notOpened,
  // It may have come to be open just before.
  cancelOpening: (data, { id }) =>
    bookOf(data, id)?.stage.kind === 'opening' ? closeBook(data, id) : idle(data),
  activate: (data, { id }) => activate(data, id),
  show: (data, { view }) => idle(show(data, { view })),
  notice: (data, { notice }) => idle(show(data, { notice })),
  sessionStarted,
  // That is no work that could be lost, unless a person put something into it meanwhile.
  exampleScored: (data, { id }) =>
    openStage(data, id) && data.held.get(id)?.touched === false ? settle(data, id) : idle(data),
};
