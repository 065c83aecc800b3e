import { told } from '../desk-state';
import {
  again,
  bookOf,
  changeOpen,
  hold,
  idle,
  inOrder,
  openStage,
  show,
  tell,
  tellFailure,
  type DeskData,
  type Stepped,
} from './desk-data';
import { changed } from './drafts';
import type { Effect } from './effects';
import type { EventOf } from './events';
import type { Steps } from './step';

/** The grid has it; what it was to be given is given. */
export const isInGrid = (data: DeskData, id: string): boolean =>
  data.shown.grid === 'ready' && openStage(data, id) !== null && data.held.get(id)?.view === null;

const activating = (data: DeskData, id: string): readonly Effect[] =>
  data.shown.active === id && isInGrid(data, id) ? [{ kind: 'gridActivate', id }] : [];

export function activate(data: DeskData, id: string): Stepped {
  if (!bookOf(data, id)) return idle(data);
  const now = show(data, { active: id, view: 'books' });
  return [now, activating(now, id)];
}

export function putIntoGrid(data: DeskData, id: string): Stepped {
  const view = data.held.get(id)?.view ?? null;
  if (data.shown.grid !== 'ready' || view === null) return idle(data);
  const now = hold(data, id, { view: null });
  return [now, [{ kind: 'gridOpen', id, view }, ...activating(now, id)]];
}

function gridAsked(data: DeskData, { container }: EventOf<'gridAsked'>): Stepped {
  if (data.shown.grid !== 'none') return idle(data);
  return [show(data, { grid: 'loading' }), [{ kind: 'loadGrid', container }]];
}

function gridReady(data: DeskData): Stepped {
  const { dark, language } = data;
  const { books, active } = data.shown;
  return inOrder(
    show(data, { grid: 'ready' }),
    (now) => [
      now,
      [
        { kind: 'gridLanguage', language },
        { kind: 'gridDark', dark },
      ],
    ],
    ...books.map(
      ({ id }) =>
        (now: DeskData) =>
          putIntoGrid(now, id),
    ),
    (now) => [now, active === null ? [] : activating(now, active)],
  );
}

const gridBroke = (data: DeskData, { id, view }: EventOf<'gridBroke'>): Stepped => [
  data,
  isInGrid(data, id)
    ? [{ kind: 'gridClose', id }, { kind: 'gridOpen', id, view }, ...activating(data, id)]
    : [],
];

/** The grid shows what is different now, or will when it is there. */
function showView(data: DeskData, { id, view, edited }: EventOf<'viewChanged'>): Stepped {
  const now = changeOpen(data, id, { unshown: view.unshown });
  if (!isInGrid(now, id)) return idle(hold(now, id, { view }));
  const known = edited === undefined ? {} : { edited };
  return [now, [{ kind: 'gridUpdate', id, view, ...known }]];
}

function selected(data: DeskData, event: EventOf<'selected'>): Stepped {
  const { id, sheet, cell, seen } = event;
  if (!bookOf(data, id)) return idle(data);
  const place = { id, sheet, cell };
  return inOrder(
    data,
    (now) => (now.shown.active === id ? idle(now) : activate(now, id)),
    (now) => {
      const told = show(now, { selections: now.shown.selections + 1 });
      return seen ? [told, [{ kind: 'gridSelect', ...place }]] : idle({ ...told, toSelect: place });
    },
  );
}

function gridShown(data: DeskData, { seen }: EventOf<'gridShown'>): Stepped {
  const { toSelect } = data;
  if (!seen || toSelect === null) return idle(data);
  return [{ ...data, toSelect: null }, [{ kind: 'gridSelect', ...toSelect }]];
}

function edited(data: DeskData, { id, edits }: EventOf<'edited'>): Stepped {
  const one = data.held.get(id);
  const stage = openStage(data, id);
  if (!one || !stage) return idle(data);
  const touched = one.touched || edits.some(({ formula }) => formula === null);
  return [
    hold(data, id, { touched, edits: one.edits + 1 }),
    [{ kind: 'sendEdits', id, host: stage.host, edits }],
  ];
}

function editsSent(data: DeskData, { id, failure }: EventOf<'editsSent'>): Stepped {
  const one = data.held.get(id);
  const told = failure === null ? data : tellFailure(data, failure);
  if (!one) return idle(told);
  const edits = one.edits - 1;
  const waiting = edits > 0 ? one.whenQuiet : [];
  return inOrder(
    hold(told, id, { edits, whenQuiet: waiting }),
    // The grid could not be given the book without them: they stand there and nowhere else.
    (now) => (failure?.code === 'worker-stopped' ? changed(now, id) : idle(now)),
    (now) => [now, edits > 0 ? [] : again(one.whenQuiet)],
  );
}

export const gridSteps: Steps<
  | 'gridAsked'
  | 'gridReady'
  | 'gridFailed'
  | 'gridBroke'
  | 'dark'
  | 'language'
  | 'selected'
  | 'gridShown'
  | 'refused'
  | 'edited'
  | 'editsSent'
  | 'viewChanged'
> = {
  gridAsked,
  gridReady,
  gridFailed: (data) => idle(show(data, { grid: 'failed' })),
  gridBroke,
  dark: (data, { dark }) => [
    { ...data, dark },
    data.shown.grid === 'ready' ? [{ kind: 'gridDark', dark }] : [],
  ],
  language: (data, { language }) => [
    { ...data, language },
    data.shown.grid === 'ready' ? [{ kind: 'gridLanguage', language }] : [],
  ],
  selected,
  gridShown,
  refused: (data, { reason, sheet }) =>
    idle(tell(data, told('info', `workbench.refused.${reason}`, { sheet }))),
  edited,
  editsSent,
  viewChanged: (data, event) =>
    inOrder(
      data,
      (now) => showView(now, event),
      (now) => changed(now, event.id),
    ),
};
