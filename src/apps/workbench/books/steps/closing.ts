import {
  again,
  answers,
  bookOf,
  idle,
  inOrder,
  openStage,
  show,
  whenQuiet,
  type DeskData,
  type Held,
  type Stepped,
} from './desk-data';
import { callOffDraft, dropFirstDraft } from './drafts';
import type { Effect } from './effects';
import type { EventOf } from './events';
import { isInGrid } from './grid-steps';
import { savedThen, saveFor } from './saving';
import type { Steps } from './step';

/** The books without it, and the next one in its place. */
function without(data: DeskData, id: string): DeskData {
  const { shown } = data;
  const at = shown.books.findIndex((book) => book.id === id);
  const books = shown.books.filter((book) => book.id !== id);
  const next = books[Math.min(at, books.length - 1)]?.id ?? null;
  const active = shown.active === id ? next : shown.active;
  // The list of a file that is gone cannot be shown.
  const view = shown.view === 'print' && active !== shown.active ? 'books' : shown.view;
  const held = new Map([...data.held].filter(([other]) => other !== id));
  const toSelect = data.toSelect?.id === id ? null : data.toSelect;
  return show({ ...data, held, toSelect }, { books, active, view });
}

/** Who waits for it is told that it is gone. */
const released = ({ opening, whenQuiet: waiting, saving }: Held): readonly Effect[] => [
  ...answers([...(opening === null ? [] : [opening]), ...(saving?.calls ?? [])], false),
  ...again([...waiting, ...(saving?.then ?? [])]),
];

/** Whatever of it is not saved is lost, drafts included. */
export function closeBook(data: DeskData, id: string): Stepped {
  const one = data.held.get(id);
  if (!one) return idle(data);
  const stage = openStage(data, id);
  return inOrder(
    data,
    (now) => [now, [{ kind: 'callOff', id }]],
    (now) => callOffDraft(now, id),
    // What could not be opened stays in its draft.
    (now) => (stage ? dropFirstDraft(now, id) : idle(now)),
    (now) => {
      const left = without(now, id);
      const { active } = left.shown;
      return [
        left,
        [
          ...(stage?.session ? [{ kind: 'stopSession', session: stage.session } as const] : []),
          ...(isInGrid(now, id) ? [{ kind: 'gridClose', id } as const] : []),
          ...(active !== null && isInGrid(left, active)
            ? [{ kind: 'gridActivate', id: active } as const]
            : []),
          { kind: 'dropDraft', id },
          { kind: 'closeBook', id },
          ...released(one),
        ],
      ];
    },
  );
}

const closed = (data: DeskData, { id, call }: EventOf<'requestClose' | 'saveAndClose'>): Stepped =>
  inOrder(
    data,
    (now) => closeBook(now, id),
    (now) => [now, answers([call], true)],
  );

const requestClose = (data: DeskData, event: EventOf<'requestClose'>): Stepped =>
  whenQuiet(data, event, (now) => {
    if (bookOf(now, event.id)?.unsaved) return [now, answers([event.call], false)];
    return savedThen(now, event, () => closed(now, event));
  });

const saveAndClose = (data: DeskData, event: EventOf<'saveAndClose'>): Stepped =>
  savedThen(data, event, () =>
    whenQuiet(data, event, (now) => {
      if (!bookOf(now, event.id)?.unsaved) return closed(now, event);
      if (event.tried) return [now, answers([event.call], false)];
      return saveFor(now, { ...event, tried: true });
    }),
  );

export const closingSteps: Steps<'close' | 'requestClose' | 'saveAndClose'> = {
  close: (data, { id }) => closeBook(data, id),
  requestClose,
  saveAndClose,
};
