import { cellsAstray, isIdle, withoutCells } from '../../changes/cells-not-kept';
import { isNoChange, NO_CHANGE, type Change } from '../../changes/change';
import { checkPatch } from '../../changes/check-patch';
import { readMarks } from '../../changes/fill-memory';
import { cellsToAsk, wantedFlags } from '../../changes/flag-edits';
import { planChange, type Planned } from '../../changes/plan-change';
import { cellsOfRecord, planUndo } from '../../changes/plan-undo';
import type { AskedCell } from '../../changes/standing';
import { readMemory } from '../../changes/undo-record';
import { Failure } from '../../model/failure';
import {
  isEmptyPatch,
  leftAlone,
  remembersOnly,
  type Degradation,
  type Patch,
  type PatchReport,
} from '../../model/patch';
import { asFailure } from './excel-failure';
import type { Prepared } from './prepare-write';
import type { HostEffect, HostEvent, HostState, Running, Stepped, Task } from './queue';
import type { Reading } from './read-book';
import type { Halted, Sent } from './send-steps';
import { isSmall, pageWeights } from './write-change';

/** Writes that can be taken back one after the other. */
const MOST_HISTORY = 20;

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

function end(state: HostState, answer: HostEffect): Stepped {
  const [now, effects] = next({ ...state, running: null });
  return [now, [answer, ...effects]];
}

/** A halted write that cannot be taken back stands as far as it came, and can still be taken back. */
function fail(state: HostState, { task, back }: Running, reason: unknown): Stepped {
  const { call } = task;
  if (!back?.halted) return end(state, { kind: 'fail', call, failure: asFailure(reason) });
  const { done, total, failure } = back.halted;
  const data = { done, total, reason: failure.code };
  const partly = new Failure('excel-partly-written', data, { cause: reason });
  return end(
    { ...state, history: [...state.history, back.record] },
    { kind: 'fail', call, failure: partly },
  );
}

const remember = (state: HostState, reading: Reading): HostState => ({
  ...state,
  known: reading,
  manner: reading,
});

function readBook(state: HostState, running: Running, reading: Running['reading']): Stepped {
  const { manner } = state;
  return [{ ...state, running: { ...running, reading } }, [{ kind: 'readBook', manner }]];
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

const expectedBy = ({ task, back }: Running): string | null => {
  if (back) return back.expected;
  return task.kind === 'apply' ? task.patch.revision : null;
};

const isExpected = (running: Running, { snapshot }: Reading): boolean => {
  const expected = expectedBy(running);
  return expected === null || snapshot.revision === expected;
};

/** What a write has to know of the workbook besides its values. */
function wanted({ task, back }: Running, reading: Reading) {
  const ofPatch = ({ flags }: Patch): readonly AskedCell[] =>
    cellsToAsk(wantedFlags(flags, reading.snapshot.sheets), readMarks(reading.snapshot.ledger));
  const own = task.kind === 'apply' ? ofPatch(task.patch) : [];
  return {
    cells: back ? cellsOfRecord(back.record, reading) : own,
    withThreads: back === null,
    call: task.call,
  };
}

/** Reads again right before a write, with everything the write has to know. */
function prepare(state: HostState, running: Running): Stepped {
  const { known, manner } = state;
  if (!known || manner.inPieces) return readBook(state, running, 'before');
  if (!isExpected(running, known)) return fail(state, running, new Failure('stale-snapshot'));
  return [
    { ...state, running: { ...running, reading: 'before' } },
    [{ kind: 'verify', before: known, ...wanted(running, known) }],
  ];
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

function prepared(state: HostState, running: Running, ready: Prepared, isCancelled: boolean) {
  try {
    if (running.back) return takeBack(state, running, ready);
    if (running.task.kind === 'apply') {
      return writePatch(state, running, running.task, ready, isCancelled);
    }
    return fail(state, running, new Failure('unexpected'));
  } catch (reason) {
    return fail(state, running, reason);
  }
}

/** @throws Failure as `checkPatch` and `planChange` */
function writePatch(
  state: HostState,
  running: Running,
  { patch, call }: Applying,
  ready: Prepared,
  isCancelled: boolean,
): Stepped {
  const { reading, standing, threads } = ready;
  const { snapshot } = reading;
  const planned = planChange({
    patch,
    reading,
    writes: checkPatch(patch, snapshot, () => []),
    flags: wantedFlags(patch.flags, snapshot.sheets),
    standing,
    threads,
    pages: state.pages,
    abilities: state.abilities,
  });
  if (isCancelled) return fail(state, running, new Failure('cancelled'));
  if (!isNoChange(planned.change)) {
    return send(state, { ...running, planned }, planned.change, ready);
  }
  const value = reportOf(planned, [], snapshot.revision);
  return end(state, { kind: 'answer', to: 'apply', call, value });
}

/** Takes a write back, in whatever state it left the workbook. */
function takeBack(state: HostState, running: Running, ready: Prepared): Stepped {
  const { back } = running;
  if (!back) return fail(state, running, new Failure('unexpected'));
  const { reading, standing } = ready;
  const { change, degradations } = planUndo(back.record, reading, standing, state.pages);
  const now = { ...running, back: { ...back, left: degradations } };
  return isNoChange(change) ? tookBack(state, now) : send(state, now, change, ready);
}

function tookBack(state: HostState, running: Running): Stepped {
  const { task, back } = running;
  if (!back) return fail(state, running, new Failure('unexpected'));
  const { call } = task;
  if (back.halted) return end(state, { kind: 'fail', call, failure: back.halted.failure });
  const history = state.history.filter((record) => record !== back.record);
  const value = { undone: true, left: [...back.left, ...running.degradations] };
  return end({ ...state, history, pages: [] }, { kind: 'answer', to: 'undo', call, value });
}

function send(state: HostState, running: Running, change: Change, ready: Prepared): Stepped {
  const isAsked = !state.manner.inPieces && isSmall(change, ready.reading);
  const call = running.back || running.isCorrecting ? null : running.task.call;
  return [
    { ...state, running: { ...running, reading: 'before', change, prepared: ready, isAsked } },
    [{ kind: 'send', change, prepared: ready, isAsked, call }],
  ];
}

function sent(before: HostState, running: Running, outcome: Sent<Reading>): Stepped {
  const { change, prepared: ready } = running;
  const { halted, answer, degradations, atOnce } = outcome;
  const state = { ...before, known: null };
  if (!change || !ready) return fail(state, running, new Failure('unexpected'));
  if (halted) {
    const owedEvents = ready.reading.list.eventsEnabled;
    return [{ ...state, owedEvents }, [{ kind: 'restoreEvents', halted }]];
  }
  const weights = new Map([...state.manner.weights, ...pageWeights(change)]);
  const manner = { ...state.manner, weights };
  const now = running.isCorrecting ? running : { ...running, degradations };
  if (answer) return written(remember({ ...state, manner }, answer), now, answer, atOnce);
  if (manner.inPieces || running.isAsked) {
    return readBook({ ...state, manner }, now, 'after');
  }
  return [
    { ...state, manner, running: { ...now, reading: 'after' } },
    [{ kind: 'readAfter', change, before: ready.reading }],
  ];
}

function halted(state: HostState, running: Running, { reason, done, total, nothingDone }: Halted) {
  const { planned, isCorrecting } = running;
  // Turned away as a whole a correction is still a halt: the write before it was done.
  if (running.back || !planned || (nothingDone && !isCorrecting)) {
    return fail(state, running, reason);
  }
  const record = { ...planned.undo, halted: true as const };
  const why = { failure: asFailure(reason), done, total };
  const back = { record, expected: null, halted: why, left: [] };
  return prepare(state, { ...running, back });
}

/**
 * All is written.
 * @param after null where Excel could not be asked what it left
 * @param atOnce it was asked in the very request that wrote
 */
function written(
  state: HostState,
  running: Running,
  after: Reading | null,
  atOnce = false,
): Stepped {
  const { planned, prepared: ready, isCorrecting } = running;
  if (running.back) return tookBack(state, running);
  if (!planned || !ready) return fail(state, running, new Failure('unexpected'));
  const { snapshot } = ready.reading;
  const astray =
    !after || isCorrecting ? [] : cellsAstray(planned.change.cells, snapshot, after.snapshot);
  if (!after || astray.length === 0) return applied(state, running, planned, after);
  const kept = withoutCells(planned, astray, atOnce);
  const ledger = isIdle(kept) ? kept.undo.ledger : kept.change.ledger;
  if (!ledger) return applied(state, running, kept, after);
  const change: Change = { ...NO_CHANGE, ledger };
  const now = { ...running, planned: kept, isCorrecting: true };
  return send(state, now, change, { ...ready, reading: after });
}

function applied(
  state: HostState,
  running: Running,
  planned: Planned,
  after: Reading | null,
): Stepped {
  const { task, prepared: ready, degradations, isCorrecting } = running;
  if (task.kind !== 'apply' || !ready) return fail(state, running, new Failure('unexpected'));
  const isNothing = (isCorrecting || planned !== running.planned) && isIdle(planned);
  const isStep = !isNothing && !remembersOnly(task.patch);
  const history = isStep ? [...state.history, planned.undo].slice(-MOST_HISTORY) : state.history;
  // The revision before, stale by now, where Excel could not be asked.
  const { revision } = (after ?? ready.reading).snapshot;
  const value = reportOf(planned, degradations, revision);
  const now = { ...state, history, pages: planned.pages };
  return end(now, { kind: 'answer', to: 'apply', call: task.call, value });
}

/** What was to be done was not. A finished write stands whatever Excel says afterwards. */
const refused = (state: HostState, running: Running, reason: unknown): Stepped =>
  running.reading === 'after' ? written(state, running, null) : fail(state, running, reason);

/** What an event makes of what the host knows, and what is asked of Excel then. */
export function step(state: HostState, event: HostEvent): Stepped {
  if (event.kind === 'asked') {
    const now = { ...state, waiting: [...state.waiting, event.task] };
    return state.running ? [now, []] : next(now);
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

function reportOf(
  planned: Planned | null,
  more: readonly Degradation[],
  revision: string,
): PatchReport {
  return {
    cellsWritten: planned?.cellsWritten ?? 0,
    flagsSet: planned?.flagsSet ?? 0,
    flagsCleared: planned?.flagsCleared ?? 0,
    sheetsWritten: planned?.sheetsWritten ?? [],
    degradations: [...(planned?.degradations ?? []), ...more],
    revision,
  };
}
