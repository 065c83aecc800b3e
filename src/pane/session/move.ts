import { toldOf, type Failure } from '../../model/failure';
import { message, type Message } from '../../texts/message';
import {
  engineOptions,
  isScored,
  NO_CHOICES,
  type Notice,
  type SessionState,
  type Step,
  type Workbook,
} from '../session-state';
import type { Effect, Machine, Phase, Request, Run } from './machine';

/** What comes of an event: the session as it is then, and what has to be done outside it. */
export type Move = readonly [Machine, readonly Effect[]];

/** How far a run is when a step of it begins. */
export const SHARE: Readonly<Record<Step, number>> = {
  reading: 0.1,
  scoring: 0.3,
  writing: 0.4,
  checking: 0.9,
};

export const show = (machine: Machine, part: Partial<SessionState>): Machine => ({
  ...machine,
  shown: { ...machine.shown, ...part },
});

export const notify = (
  machine: Machine,
  tone: Notice['tone'],
  told: Message,
  hint: Message | null = null,
): Machine => show(machine, { notice: { tone, message: told, hint } });

export function notifyFailure(machine: Machine, failure: Failure): Machine {
  const { message, hint } = toldOf(failure);
  return notify(machine, 'error', message, hint);
}

/** That nothing was written is true until the next thing is done. */
export const forgetStale = (machine: Machine): Machine =>
  machine.shown.notice?.message.key === 'pane.notice.stale'
    ? show(machine, { notice: null })
    : machine;

export const showWorking = (machine: Machine, step: Step, cancellable: boolean): Machine =>
  show(machine, { stage: { kind: 'working', step, done: SHARE[step], cancellable } });

/** Goes into a phase and sends its request at once. */
export function enter(machine: Machine, run: Run, phase: Phase): Move {
  const turn = machine.turn + 1;
  const { edits, elsewhere } = machine;
  const since = phase.at === 'reading' ? edits : run.since;
  const isFirst = phase.at === 'reading' && run.done === null;
  const begun = isFirst ? { edits, elsewhere } : run.begun;
  const now = { ...run, phase, since, begun, pausing: false };
  const next = { ...machine, turn, run: now };
  return [next, [{ do: 'ask', turn, request: requestOf(machine, phase) }]];
}

/** Goes into a phase once what is shown has been drawn. */
export function enterAfterPause(machine: Machine, run: Run, phase: Phase): Move {
  const turn = machine.turn + 1;
  const next = { ...machine, turn, run: { ...run, phase, pausing: true } };
  return [next, [{ do: 'ask', turn, request: { ask: 'pause' } }]];
}

function requestOf({ shown, run }: Machine, phase: Phase): Request {
  switch (phase.at) {
    case 'reading':
      return { ask: 'read' };
    case 'scoring':
      return {
        ask: 'evaluate',
        snapshot: phase.snapshot,
        options: engineOptions(shown.settings, shown.choices),
      };
    case 'planning': {
      const { workbook, quiet } = phase;
      const { language } = shown.settings;
      if (!quiet) return { ask: 'plan', workbook, language };
      const options = { ...workbook.options, overwriteScores: false };
      return { ask: 'plan', workbook: { ...workbook, options }, language };
    }
    case 'writing':
      return { ask: 'apply', patch: phase.write.patch, unasked: run?.job.kind === 'automatic' };
    case 'undoing':
      return { ask: 'undo' };
  }
}

/** The run is over, and whoever waits for it is told. */
export const finish = (machine: Machine): Move => [
  { ...machine, run: null, owed: machine.run?.job.kind === 'automatic' ? null : machine.owed },
  machine.run ? settle([machine.run]) : [],
];

export const settle = (asked: readonly { readonly id: number | null }[]): readonly Effect[] =>
  asked.flatMap(({ id }) => (id === null ? [] : [{ do: 'settle', id } as const]));

/** Only others edited the workbook since the run first read it. */
export const isOnlyElsewhere = ({ edits, elsewhere }: Machine, { begun }: Run): boolean =>
  edits > begun.edits && edits - begun.edits === elsewhere - begun.elsewhere;

/** An edit was heard of that the reading of this run need not have in it. */
export const isMissed = ({ edits }: Machine, { since }: Run): boolean => edits > since;

export const showFresh = (machine: Machine, workbook: Workbook, dirty: boolean): Machine =>
  show(machine, {
    stage: { kind: 'ready' },
    workbook,
    dirty,
    undoable: canUndo(machine, workbook),
  });

/** A run of an earlier session may be taken back as well; whether it can only the host knows. */
const canUndo = ({ limits, writes }: Machine, { snapshot }: Workbook): boolean =>
  limits.undoes && (writes > 0 || isScored(snapshot));

/**
 * What was to be adopted and was not, with the preview gone that showed it: the workbook shown is
 * meant without it.
 */
export function forgetAdoption(machine: Machine): Machine {
  const { choices, workbook } = machine.shown;
  const { adopt } = NO_CHOICES;
  const left = show(machine, { choices: { ...choices, adopt } });
  if (!workbook?.options.adopt?.size) return left;
  return show(left, { workbook: { ...workbook, options: { ...workbook.options, adopt } } });
}

/** What went wrong is said, and the pane stays usable. */
export function showFailure(machine: Machine, failure: Failure): Machine {
  const left = show(forgetAdoption(machine), { choices: NO_CHOICES });
  if (left.shown.workbook === null) return show(left, { stage: { kind: 'failed', failure } });
  const ready = show(left, { stage: { kind: 'ready' } });
  if (failure.code === 'cancelled') return notify(ready, 'info', message('pane.notice.cancelled'));
  if (failure.code !== 'stale-snapshot') return notifyFailure(ready, failure);
  return notify(show(ready, { dirty: true }), 'warning', message('pane.notice.stale'));
}
