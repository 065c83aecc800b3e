import {
  answers,
  bookOf,
  changeBook,
  hold,
  idle,
  inOrder,
  type Call,
  type DeskData,
  type Stepped,
} from './desk-data';
import type { Effect } from './effects';
import type { EventOf } from './events';
import type { Steps } from './step';

/** How long after a change a draft is kept; a large book takes a while to write. */
const DRAFT_AFTER = { small: 400, large: 5_000 };
const LARGE = 4 * 1024 * 1024;

const isUnsaved = (data: DeskData, id: string): boolean => bookOf(data, id)?.unsaved === true;

const answered = (call: Call | null, value: boolean): readonly Effect[] =>
  call === null ? [] : answers([call], value);

/** The book became another: it is marked, and will be in a draft. */
export function changed(data: DeskData, id: string): Stepped {
  const one = data.held.get(id);
  if (!one) return idle(data);
  const marked = isUnsaved(data, id) ? data : changeBook(data, id, { unsaved: true });
  const now = hold(marked, id, { change: one.change + 1, draftDue: true });
  // Later changes do not put it off: who types on and on would never have a draft.
  if (one.draftDue) return idle(now);
  const after = one.size > LARGE ? DRAFT_AFTER.large : DRAFT_AFTER.small;
  return [now, [{ kind: 'startDraft', id, after }]];
}

export function callOffDraft(data: DeskData, id: string): Stepped {
  if (!data.held.get(id)?.draftDue) return idle(data);
  return [hold(data, id, { draftDue: false }), [{ kind: 'stopDraft', id }]];
}

/** Puts the book into a draft now, unless all of it is in one. */
export function keepDraft(data: DeskData, id: string, call: Call | null): Stepped {
  const one = data.held.get(id);
  // What is on its way to the worker arrives there before the question for the bytes.
  const isMissing = one && (one.edits > 0 || (isUnsaved(data, id) && one.drafted < one.change));
  if (!isMissing) return [data, answered(call, true)];
  return inOrder(
    data,
    (now) => callOffDraft(now, id),
    (now) => [now, [{ kind: 'readDraft', id, change: one.change, call }]],
  );
}

export function dropFirstDraft(data: DeskData, id: string): Stepped {
  const draft = data.held.get(id)?.draft ?? null;
  if (draft === null) return idle(data);
  return [hold(data, id, { draft: null }), [{ kind: 'dropDraft', id: draft }]];
}

/** All of it is where the person wants it. */
export const settle = (data: DeskData, id: string): Stepped =>
  inOrder(
    data,
    (now) => callOffDraft(now, id),
    (now) => dropFirstDraft(changeBook(now, id, { unsaved: false }), id),
    (now) => [now, [{ kind: 'dropDraft', id }]],
  );

function draftRead(data: DeskData, event: EventOf<'draftRead'>): Stepped {
  const { id, change, call, bytes } = event;
  const name = bookOf(data, id)?.name;
  // Where the worker did not give the bytes the next change tries again; saving says what is wrong.
  if (bytes === null || name === undefined || !isUnsaved(data, id)) {
    return [data, answered(call, false)];
  }
  return [data, [{ kind: 'storeDraft', id, name, bytes, change, call }]];
}

function draftStored(data: DeskData, { id, change, call, kept }: EventOf<'draftStored'>): Stepped {
  const one = data.held.get(id);
  if (!one || !kept) return [data, answered(call, false)];
  return inOrder(
    hold(data, id, { drafted: Math.max(one.drafted, change) }),
    (now) => dropFirstDraft(now, id),
    (now) => [now, answered(call, true)],
  );
}

export const draftSteps: Steps<'changed' | 'draftDue' | 'keepDraft' | 'draftRead' | 'draftStored'> =
  {
    changed: (data, { id }) => changed(data, id),
    draftDue: (data, { id }) => keepDraft(hold(data, id, { draftDue: false }), id, null),
    keepDraft: (data, { id, call }) => keepDraft(data, id, call),
    draftRead,
    draftStored,
  };
