import { checkPatch } from '../../changes/check-patch';
import { readMemory } from '../../changes/undo-record';
import { Failure } from '../../model/failure';
import { isEmptyPatch, leftAlone } from '../../model/patch';
import type { HostEvent, HostState, Running, Stepped, Task } from './queue';
import { end, fail, isExpected, prepare, readBook, remember, wanted } from './queue-moves';
import { halted, prepared, reportOf, sent, written } from './queue-write';
import type { Reading } from './reading';

type Applying = Task & { readonly kind: 'apply' };

/** One thing at a time: a read in the middle of a write would see half of it. */
function next(state: HostState): Stepped {
  const [task, ...waiting] = state.waiting;
  if (!task) return [state, []];
  const running: Running = {
    task,
    reading: 'asked',
    back: null,
    prepared: null,
    planned: null,
    change: null,
    isAsked: false,
    isCorrecting: false,
    degradations: [],
  };
  const now = { ...state, waiting, running };
  switch (task.kind) {
    case 'read':
      return readBook(now, running, 'asked');
    case 'undo':
      // Anew: rows and sheets may stand elsewhere than when it was last read.
      return readBook(now, running, 'asked');
    case 'select':
      return [now, [{ kind: 'select', sheet: task.sheet, cell: task.cell }]];
    case 'apply':
      return apply(now, running, task);
  }
}

function apply(state: HostState, running: Running, { patch, call }: Applying): Stepped {
  const { known } = state;
  if (known && isEmptyPatch(patch)) {
    const { revision } = known.snapshot;
    if (revision !== patch.revision) return fail(state, running, new Failure('stale-snapshot'));
    return end(state, {
      kind: 'answer',
      to: 'apply',
      call,
      value: reportOf(null, leftAlone(patch), revision),
    });
  }
  try {
    // What is wrong with the patch itself is said before Excel is asked anything.
    if (known) checkPatch(patch, known.snapshot, () => []);
  } catch (reason) {
    return fail(state, running, reason);
  }
  return prepare(state, running);
}

function read(before: HostState, running: Running, reading: Reading): Stepped {
  const state = { ...remember(before, reading), owedEvents: null };
  const { task } = running;
  const { call } = task;
  const { snapshot } = reading;
  if (running.reading === 'after') return written(state, running, reading);
  if (running.reading === 'before') {
    if (!isExpected(running, reading)) return fail(state, running, new Failure('stale-snapshot'));
    return [state, [{ kind: 'prepare', reading, ...wanted(running, reading) }]];
  }
  if (task.kind !== 'undo') {
    return end(state, { kind: 'answer', to: 'read', call, value: snapshot });
  }
  const record = state.history.at(-1) ?? readMemory(snapshot.ledger).undo;
  if (!record) {
    return end(state, { kind: 'answer', to: 'undo', call, value: { undone: false, left: [] } });
  }
  const back = { record, expected: snapshot.revision, halted: null, left: [] };
  return prepare(state, { ...running, back });
}

/** What was to be done was not. A finished write stands whatever Excel says afterwards. */
const refused = (state: HostState, running: Running, reason: unknown): Stepped =>
  running.reading === 'after' ? written(state, running, null) : fail(state, running, reason);

/** What an event makes of what the host knows, and what is asked of Excel then. */
export function step(state: HostState, event: HostEvent): Stepped {
  const [now, effects] = taken(state, event);
  return takeUp(now, effects);
}

/** Begins what waits once nothing is under way. */
function takeUp(state: HostState, effects: Stepped[1]): Stepped {
  if (state.running || state.waiting.length === 0) return [state, effects];
  const [now, more] = next(state);
  return takeUp(now, [...effects, ...more]);
}

function taken(state: HostState, event: HostEvent): Stepped {
  if (event.kind === 'asked') {
    return [{ ...state, waiting: [...state.waiting, event.task] }, []];
  }
  const { running } = state;
  if (!running) return [state, []];
  switch (event.kind) {
    case 'read':
      return read(state, running, event.reading);
    case 'verified': {
      if (!event.prepared) return readBook(state, running, 'before');
      const { reading } = event.prepared;
      const now = { ...remember(state, reading), owedEvents: null };
      if (!isExpected(running, reading)) return fail(now, running, new Failure('stale-snapshot'));
      return prepared(now, running, event.prepared, event.isCancelled);
    }
    case 'prepared':
      return prepared(state, running, event.prepared, event.isCancelled);
    case 'sent':
      return sent(state, running, event.sent);
    case 'readAfter':
      if (!event.reading) return readBook(state, running, 'after');
      return written(remember(state, event.reading), running, event.reading);
    case 'eventsRestored':
      return halted(event.isDone ? { ...state, owedEvents: null } : state, running, event.halted);
    case 'selected': {
      const { call } = running.task;
      return end(state, { kind: 'answer', to: 'select', call, value: null });
    }
    case 'refused':
      return refused(state, running, event.reason);
  }
}
