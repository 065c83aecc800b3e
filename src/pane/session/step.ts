import type { EditFrom } from '../../hosts/port';
import { asFailure, Failure } from '../../model/failure';
import type { Settings } from '../session-state';
import { begin } from './begin';
import { isBusy, isOwed, settleDown, tryLater } from './busy';
import { conclude, onUnread } from './concluding';
import { onPlanned } from './deciding';
import type { Answer, Asked, Machine, Run, SessionEvent } from './machine';
import {
  enter,
  finish,
  forgetAdoption,
  forgetStale,
  notifyFailure,
  settle,
  SHARE,
  show,
  showFailure,
  type Move,
} from './move';
import { onRead, onScored } from './reading';
import { onApplied, onUndone, onWriteFailed } from './writing';

const nothing = (machine: Machine): Move => [machine, []];

/**
 * What a session becomes by an event, and what is to be done for it. Pure: the runner
 * (`createSession`) does what is asked and tells of it as further events.
 */
export function step(machine: Machine, event: SessionEvent): Move {
  try {
    return taken(machine, event);
  } catch (cause) {
    // An error of ours, in what is no more than a computation: nobody waits for it for ever.
    const [left, effects] = abandon(machine);
    const failed = showFailure(left, asFailure(cause));
    return [failed, [...effects, ...('id' in event ? settle([event]) : [])]];
  }
}

function taken(machine: Machine, event: SessionEvent): Move {
  const [next, effects] = machine.stopped ? afterStop(machine, event) : handle(machine, event);
  const [ready, more] = takeUp(next);
  return [ready, [...effects, ...more]];
}

/** One thing at a time: the next begins when nothing is under way. */
function takeUp(machine: Machine): Move {
  const [first, ...queue] = machine.queue;
  if (machine.run || !first) return nothing(machine);
  const [begun, effects] = begin({ ...machine, queue }, first);
  const [next, more] = takeUp(begun);
  return [next, [...effects, ...more]];
}

function handle(machine: Machine, event: SessionEvent): Move {
  switch (event.on) {
    case 'asked':
      return nothing(queued(machine, event));
    case 'opened':
      return open(machine, event.id);
    case 'agreed':
      return agree(machine, event.id);
    case 'changed':
      return change(machine, event.id, event.settings);
    case 'edited':
      return onEdited(machine, event.from);
    case 'moved':
      return isOwed(machine) ? [machine, [settleDown(machine)]] : nothing(machine);
    case 'due':
      return nothing(
        queued(
          { ...machine, guessed: false },
          { id: null, job: { kind: 'automatic', now: event.now } },
        ),
      );
    case 'cancelled':
      return cancel(machine);
    case 'dismissed':
      return nothing(show(machine, { notice: null }));
    case 'unselected':
      return nothing(notifyFailure(machine, event.failure));
    case 'stopped':
      return stop(machine);
    case 'answered':
    case 'failed':
    case 'progressed':
      return awaited(machine, event);
  }
}

const queued = (machine: Machine, { id, job }: Asked): Machine => ({
  ...machine,
  queue: [...machine.queue, { id, job }],
});

/** An answer, if it is the one waited for. */
function awaited(
  machine: Machine,
  event: SessionEvent & { on: 'answered' | 'failed' | 'progressed' },
): Move {
  const { run, turn } = machine;
  if (!run || event.turn !== turn) return nothing(machine);
  if (event.on === 'progressed') {
    return nothing(run.abandoned ? machine : showProgress(machine, event.done, event.total));
  }
  if (run.abandoned) return finish(machine);
  return event.on === 'answered'
    ? onAnswered(machine, run, event.answer)
    : onFailed(machine, run, event.failure);
}

function onAnswered(machine: Machine, run: Run, answer: Answer): Move {
  const { phase, done } = run;
  if (answer.is === 'paused') return enter(machine, run, phase);
  if (answer.is === 'read') return onRead(machine, run, answer.snapshot);
  if (answer.is === 'undone') return onUndone(machine, run, answer);
  if (answer.is === 'evaluated' && phase.at === 'scoring') {
    return onScored(machine, run, phase.asRead, answer.workbook);
  }
  if (answer.is === 'planned' && phase.at === 'planning') {
    if (done) return conclude(machine, run, done, phase.workbook, answer.patch);
    return onPlanned(machine, run, phase, answer.patch);
  }
  if (answer.is === 'applied' && phase.at === 'writing') {
    return onApplied(machine, run, phase.write, answer.report);
  }
  return nothing(machine);
}

function onFailed(machine: Machine, run: Run, failure: Failure): Move {
  if (run.job.kind === 'automatic' && isBusy(failure)) return tryLater(machine, run);
  if (run.done) return onUnread(machine, run.done, failure);
  return isTouching(run)
    ? onWriteFailed(machine, run, failure)
    : finish(showFailure(machine, failure));
}

/** The workbook may be changing right now; that is never left to itself. */
const isTouching = ({ phase, pausing }: Run): boolean =>
  !pausing && (phase.at === 'writing' || phase.at === 'undoing');

function showProgress(machine: Machine, done: number, total: number): Machine {
  const share = total > 0 ? done / total : 1;
  const at = SHARE.writing + share * (SHARE.checking - SHARE.writing);
  return show(machine, {
    stage: { kind: 'working', step: 'writing', done: at, cancellable: false },
  });
}

/** Nothing that was asked for is done any more; a write under way ends by itself. */
function abandon(machine: Machine): Move {
  const { run, queue } = machine;
  const left = { ...machine, queue: [] };
  if (!run) return [left, settle(queue)];
  if (!isTouching(run)) return [{ ...left, run: null }, settle([run, ...queue])];
  return [{ ...left, run: { ...run, calledOff: true, abandoned: true } }, settle(queue)];
}

function open(machine: Machine, id: number): Move {
  const [left, effects] = abandon(machine);
  const next = queued(left, { id, job: { kind: 'open' } });
  return [next, [...effects, { do: 'call-off' }, { do: 'listen' }]];
}

function agree(machine: Machine, id: number): Move {
  const { stage, workbook } = machine.shown;
  if (stage.kind !== 'preview' || !workbook) return [machine, [{ do: 'settle', id }]];
  return nothing(queued(machine, { id, job: { kind: 'apply', workbook, patch: stage.patch } }));
}

function change(machine: Machine, id: number, part: Partial<Settings>): Move {
  const next = show(machine, { settings: { ...machine.shown.settings, ...part } });
  const shows = Object.keys(part).some((name) => name !== 'autoRecalculate');
  if (!shows) return [next, [{ do: 'settle', id }]];
  return nothing(queued(next, { id, job: { kind: 'reconsider' } }));
}

function onEdited(machine: Machine, from: EditFrom): Move {
  const heard = forgetStale({ ...machine, edits: machine.edits + 1 });
  const next = show(heard, { dirty: true });
  // What others write their own panes answer; two panes answering each other would never end.
  if (from === 'elsewhere') {
    const theirs = { ...next, elsewhere: machine.elsewhere + 1, guessed: false };
    return machine.guessed ? [theirs, [{ do: 'call-off' }]] : nothing(theirs);
  }
  const fresh = { ...next, owed: null, guessed: false };
  return machine.shown.settings.autoRecalculate
    ? [fresh, [settleDown(fresh)]]
    : [fresh, [{ do: 'call-off' }]];
}

/** Leaves the preview, or what is under way and has not begun to write. */
function cancel(machine: Machine): Move {
  const { run, shown } = machine;
  const { stage } = shown;
  if (stage.kind === 'preview') {
    return nothing(show(forgetAdoption(machine), { stage: { kind: 'ready' } }));
  }
  if (!run || stage.kind !== 'working' || !stage.cancellable) return nothing(machine);
  if (isTouching(run)) return nothing({ ...machine, run: { ...run, calledOff: true } });
  return finish(showFailure(machine, new Failure('cancelled')));
}

function stop(machine: Machine): Move {
  const [left, effects] = abandon(machine);
  return [{ ...left, stopped: true }, [...effects, { do: 'call-off' }, { do: 'leave' }]];
}

/** Nobody is left hanging by what comes too late. */
function afterStop(machine: Machine, event: SessionEvent): Move {
  if ('id' in event) return [machine, [{ do: 'settle', id: event.id }]];
  const ends = (event.on === 'answered' || event.on === 'failed') && event.turn === machine.turn;
  return ends ? finish(machine) : nothing(machine);
}

/** Whether the host may still be told to stop before it touches a cell. */
export const isCalledOff = ({ run, turn }: Machine, asked: number): boolean =>
  asked !== turn || run === null || run.calledOff;
