import { cellsAstray, isIdle, withoutCells } from '../../changes/cells-not-kept';
import { isNoChange, NO_CHANGE, type Change } from '../../changes/change';
import { checkPatch } from '../../changes/check-patch';
import { wantedFlags } from '../../changes/flag-edits';
import { planChange, type Planned } from '../../changes/plan-change';
import { planUndo } from '../../changes/plan-undo';
import { Failure } from '../../model/failure';
import { remembersOnly, type Degradation, type PatchReport } from '../../model/patch';
import { asFailure } from './excel-failure';
import type { Prepared } from './prepare-write';
import type { HostState, Running, Stepped, Task } from './queue';
import { end, fail, prepare, readBook, remember } from './queue-moves';
import type { Reading } from './reading';
import type { Halted, Sent } from './send-steps';
import { isSmall, pageWeights } from './write-change';

/** A write from the moment everything is known to what it left, and the way back. */

/** Writes that can be taken back one after the other. */
const MOST_HISTORY = 20;

type Applying = Task & { readonly kind: 'apply' };

export function prepared(
  state: HostState,
  running: Running,
  ready: Prepared,
  isCancelled: boolean,
) {
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
    abilities: { notes: state.abilities.notes && !ready.withoutNotes },
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

export function sent(before: HostState, running: Running, outcome: Sent<Reading>): Stepped {
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

export function halted(
  state: HostState,
  running: Running,
  { reason, done, total, nothingDone }: Halted,
) {
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
export function written(
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

export function reportOf(
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
