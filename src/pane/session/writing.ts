import type { Failure } from '../../model/failure';
import { remembersOnly, type PatchReport } from '../../model/patch';
import { previewOf } from '../preview';
import { NO_CHOICES } from '../session-state';
import type { Answer, Done, Machine, Run, Write } from './machine';
import { enter, enterAfterPause, finish, show, showFailure, showWorking, type Move } from './move';

export function startWriting(machine: Machine, run: Run, write: Write): Move {
  return enterAfterPause(showWorking(machine, 'writing', true), run, { at: 'writing', write });
}

/** What was done is told once it is seen how the workbook stands. */
function readAgain(machine: Machine, run: Run, done: Done): Move {
  const next = { ...run, done };
  return enterAfterPause(showWorking(machine, 'checking', false), next, { at: 'reading' });
}

export function onApplied(machine: Machine, run: Run, write: Write, report: PatchReport): Move {
  const { of, workbook, patch } = write;
  const noted = show(machine, { choices: NO_CHOICES });
  const done: Done = { kind: 'written', write, report };
  if (of === 'memory') return readAgain(noted, run, done);
  const partly = report.degradations.length > 0;
  // Of a clearing only what was found without a ledger, or could not be done, is listed.
  const isListed = of !== 'clearing' || partly;
  const counted: Machine = {
    ...noted,
    writes: machine.writes + (remembersOnly(patch) ? 0 : 1),
    written: of === 'clearing' ? null : { result: workbook.result, patch, partly },
  };
  const preview = previewOf(patch, workbook.snapshot, workbook.result);
  const outcome = isListed ? { preview, report } : null;
  return readAgain(show(counted, { outcome, undoable: machine.limits.undoes }), run, done);
}

export function onUndone(
  machine: Machine,
  run: Run,
  { undone, left }: Answer & { is: 'undone' },
): Move {
  const writes = undone ? Math.max(0, machine.writes - 1) : 0;
  const back: Machine = { ...machine, written: null, writes };
  const shown = undone ? show(back, { outcome: null, choices: NO_CHOICES }) : back;
  return readAgain(shown, run, { kind: 'undone', undone, left });
}

/** These say that no cell was touched. */
const UNTOUCHED: ReadonlySet<string> = new Set(['cancelled', 'stale-snapshot']);

/** A write that failed may have left something behind: what stands then is read, not assumed. */
export function onWriteFailed(machine: Machine, run: Run, failure: Failure): Move {
  if (UNTOUCHED.has(failure.code) || machine.shown.workbook === null) {
    return finish(showFailure(machine, failure));
  }
  const next = { ...run, done: { kind: 'failed', failure } as const };
  const unsaid = show(machine, { choices: NO_CHOICES });
  return enter(showWorking(unsaid, 'checking', false), next, { at: 'reading' });
}
