import { saveName } from '../../files/file-names';
import { savingFailure, told } from '../desk-state';
import {
  again,
  answers,
  bookOf,
  changeBook,
  hold,
  idle,
  inOrder,
  openStage,
  tell,
  tellFailure,
  whenQuiet,
  type Call,
  type DeskData,
  type Saving,
  type Stepped,
} from './desk-data';
import { settle } from './drafts';
import type { DeskEvent, EventOf } from './events';
import type { Steps } from './step';

const savingOf = (data: DeskData, id: string): Saving | null => data.held.get(id)?.saving ?? null;

const change = (data: DeskData, id: string, saving: Saving, part: Partial<Saving>): DeskData =>
  hold(data, id, { saving: { ...saving, ...part } });

/** A place is chosen in answer to a key or a click: nothing may come before it. */
function begin(
  data: DeskData,
  id: string,
  as: boolean,
  calls: readonly Call[],
  then: readonly DeskEvent[],
): Stepped {
  const book = bookOf(data, id);
  const stage = openStage(data, id);
  const one = data.held.get(id);
  if (!book || !stage || !one) return [data, [...answers(calls, false), ...again(then)]];
  const others = data.shown.books.filter((other) => other.id !== id).map((other) => other.name);
  const name = saveName(book.name, stage.format, others);
  const saving: Saving = { name, calls, then, place: null, change: one.change };
  const now = hold(data, id, { saving });
  const place = as ? null : one.place;
  return place ? placeChosen(now, { id, place }) : [now, [{ kind: 'choosePlace', id, name }]];
}

/** One at a time: who asks again meanwhile gets the answer to the first, unless more is to be saved. */
function save(data: DeskData, event: EventOf<'save'>): Stepped {
  const { id, as, call } = event;
  const one = data.held.get(id);
  if (!one?.saving) return begin(data, id, as, [call], []);
  const { saving } = one;
  const isMore = one.change !== saving.change || one.edits > 0;
  return idle(
    change(
      data,
      id,
      saving,
      isMore ? { then: [...saving.then, event] } : { calls: [...saving.calls, call] },
    ),
  );
}

/** Saves it, and then goes on with `event`, saved or not. */
export const saveFor = (data: DeskData, event: EventOf<'saveAndClose'>): Stepped =>
  begin(data, event.id, false, [], [event]);

/** Does it at once, or `event` again when the saving in course has ended. */
export function savedThen(
  data: DeskData,
  event: DeskEvent & { readonly id: string },
  step: (data: DeskData) => Stepped,
): Stepped {
  const saving = savingOf(data, event.id);
  if (!saving) return step(data);
  return idle(change(data, event.id, saving, { then: [...saving.then, event] }));
}

function end(data: DeskData, id: string, answer: boolean): Stepped {
  const saving = savingOf(data, id);
  if (!saving) return idle(data);
  const now = changeBook(hold(data, id, { saving: null }), id, { saving: false });
  return [now, [...answers(saving.calls, answer), ...again(saving.then)]];
}

function placeChosen(data: DeskData, { id, place }: Omit<EventOf<'placeChosen'>, 'kind'>): Stepped {
  const saving = savingOf(data, id);
  if (!saving) return idle(data);
  if (place === null) return end(data, id, false);
  const now = change(data, id, saving, { place });
  return [changeBook(now, id, { saving: true }), [{ kind: 'commitTyping', id }]];
}

const typingCommitted = (data: DeskData, event: EventOf<'typingCommitted'>): Stepped =>
  whenQuiet(data, event, (now) => {
    const one = now.held.get(event.id);
    if (!one?.saving) return idle(now);
    return [
      change(now, event.id, one.saving, { change: one.change }),
      [{ kind: 'readBytes', id: event.id }],
    ];
  });

function bytesRead(data: DeskData, { id, bytes }: EventOf<'bytesRead'>): Stepped {
  const saving = savingOf(data, id);
  if (!saving || saving.place === null) return idle(data);
  const { name, place } = saving;
  return [data, [{ kind: 'write', id, name, place, bytes }]];
}

function written(data: DeskData, { id, place, name }: EventOf<'written'>): Stepped {
  const one = data.held.get(id);
  const said = tell(data, savedNotice(place, name));
  // Of a file closed meanwhile there is nothing else to know.
  if (!one) return idle(said);
  return inOrder(
    place === 'download' ? said : hold(said, id, { place }),
    (now) => (one.saving?.change === one.change ? settle(now, id) : idle(now)),
    (now) => end(now, id, true),
  );
}

function notSaved(data: DeskData, { id, failure }: EventOf<'notSaved'>): Stepped {
  const name = savingOf(data, id)?.name;
  if (name === undefined) return idle(data);
  // A place that refused is not written to again without asking.
  const now = hold(data, id, { place: null });
  return end(tellFailure(now, savingFailure(failure, name)), id, false);
}

const savedNotice = (place: EventOf<'written'>['place'], name: string) =>
  place === 'download'
    ? told('success', 'workbench.saved.download', { name })
    : told('success', 'workbench.saved.file', { name: place.name });

export const savingSteps: Steps<
  'save' | 'placeChosen' | 'typingCommitted' | 'bytesRead' | 'written' | 'notSaved'
> = { save, placeChosen, typingCommitted, bytesRead, written, notSaved };
