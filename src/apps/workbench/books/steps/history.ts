import { hold, idle, openStage, type DeskData, type Stepped } from './desk-data';
import type { EventOf } from './events';
import type { Steps } from './step';

/** What follows an edit unasked is no step of its own: who takes the edit back has it again. */
function wrote(data: DeskData, { id, unasked, after }: EventOf<'wrote'>): Stepped {
  const one = data.held.get(id);
  if (!one) return idle(data);
  const last = one.written.at(-1);
  if (!unasked) return idle(hold(data, id, { written: [...one.written, { after, followed: 0 }] }));
  if (!last) return idle(data);
  const followed = { ...last, followed: last.followed + 1 };
  return idle(hold(data, id, { written: [...one.written.slice(0, -1), followed] }));
}

function takenBack(data: DeskData, { id }: EventOf<'takenBack'>): Stepped {
  const written = data.held.get(id)?.written ?? [];
  const last = written.at(-1);
  const before = written.slice(0, -1);
  if (!last) return idle(data);
  const left = last.followed > 0 ? [{ ...last, followed: last.followed - 1 }] : [];
  return idle(hold(data, id, { written: [...before, ...left] }));
}

/** The pane's run, where nothing was done in the grid since; else what was done there last. */
function undo(data: DeskData, { id, last }: EventOf<'undo'>): Stepped {
  const run = data.held.get(id)?.written.at(-1);
  const session = openStage(data, id)?.session ?? null;
  if (run && session && (last === null || run.after === last)) {
    return [data, [{ kind: 'takeBack', session, runs: run.followed + 1 }]];
  }
  return [data, last === null ? [] : [{ kind: 'gridUndo', id }]];
}

export const historySteps: Steps<'wrote' | 'takenBack' | 'undo'> = { wrote, takenBack, undo };
