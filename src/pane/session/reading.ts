import { withValues } from '../../changes/with-values';
import { planClear } from '../../engine/plan/clear';
import { planMemory } from '../../engine/plan/ledger';
import { Failure } from '../../model/failure';
import { message } from '../../texts/message';
import type { Snapshot } from '../../model/snapshot';
import { isReadOnly, isScored, NO_CHOICES, protectedSheets, type Workbook } from '../session-state';
import { conclude, needsPlan } from './concluding';
import { writeReasons } from './deciding';
import { choicesOf, toldOfChoice, type Choice } from './jobs';
import type { Machine, Run } from './machine';
import {
  enter,
  enterAfterPause,
  finish,
  isMissed,
  show,
  showFailure,
  showFresh,
  showWorking,
  type Move,
} from './move';
import { filledByScoring, filledPatch, reasonBlocks } from './reasons';
import { startWriting } from './writing';

/** Shows a reading no plan was made of: only if it is the one known is it as up to date as that. */
function showUnplanned(machine: Machine, workbook: Workbook): Machine {
  const { dirty, workbook: known } = machine.shown;
  const isKnown = known?.snapshot.revision === workbook.snapshot.revision;
  return show(machine, { workbook, dirty: dirty || !isKnown });
}

/** A choice is shown as made of what the workbook remembers. */
export const choosing = (machine: Machine, choice: Choice, snapshot: Snapshot | null): Machine =>
  show(machine, { choices: { ...NO_CHOICES, ...choicesOf(choice, snapshot?.ledger ?? null) } });

export function onRead(machine: Machine, run: Run, snapshot: Snapshot): Move {
  const scoring = { at: 'scoring', asRead: snapshot, snapshot } as const;
  const { job, done } = run;
  if (done || job.kind === 'open' || job.kind === 'automatic') return enter(machine, run, scoring);
  if (job.kind === 'reasons') {
    const blocks = reasonBlocks(snapshot, job.edits);
    const isStale = blocks.length + filledByScoring(snapshot, job.edits) === 0;
    if (isStale) return finish(showFailure(machine, new Failure('stale-snapshot')));
    return enter(machine, run, { ...scoring, snapshot: withValues(snapshot, blocks) });
  }
  const chosen = job.kind === 'choose' ? choosing(machine, job.choice, snapshot) : machine;
  return enterAfterPause(showWorking(chosen, 'scoring', true), run, scoring);
}

export function onScored(machine: Machine, run: Run, asRead: Snapshot, workbook: Workbook): Move {
  const { done } = run;
  if (!done) return goOn(machine, run, asRead, workbook);
  if (!needsPlan(done, workbook)) return conclude(machine, run, done, workbook, null);
  const quiet = done.kind === 'written' && done.write.left;
  return enter(machine, run, { at: 'planning', asRead, workbook, quiet });
}

/** What a job does with the workbook it had read. */
function goOn(machine: Machine, run: Run, asRead: Snapshot, workbook: Workbook): Move {
  const { job } = run;
  const plan = (shown: Machine): Move =>
    enter(shown, run, { at: 'planning', asRead, workbook, quiet: false });
  const scored = isScored(asRead);
  switch (job.kind) {
    case 'open': {
      const shown = showFresh(machine, workbook, isMissed(machine, run));
      if (!scored || isReadOnly(workbook)) return finish(shown);
      const opened = { ...run, done: { kind: 'opened' } as const };
      return enter(shown, opened, { at: 'planning', asRead, workbook, quiet: false });
    }
    case 'clear':
      return clear(showUnplanned(machine, workbook), run, workbook);
    case 'choose':
      // A column or a direction waits for 重新计算; so does all else where nothing is scored yet.
      if (scored && ['waive', 'unwaive'].includes(job.choice.of)) return plan(machine);
      return remember(machine, run, workbook, job.choice);
    case 'reasons': {
      if (scored) return plan(machine);
      const patch = filledPatch(asRead, workbook, job.edits);
      return writeReasons(machine, run, asRead, { workbook, patch, left: false }, job);
    }
    case 'automatic':
      if (!scored) return finish(show(machine, { workbook, dirty: isMissed(machine, run) }));
      return isReadOnly(workbook) ? finish(showUnplanned(machine, workbook)) : plan(machine);
    default:
      // Commands of the ribbon come here whatever the pane's own button says.
      if (!isReadOnly(workbook)) return plan(showUnplanned(machine, workbook));
      return finish(showFailure(showUnplanned(machine, workbook), locked(workbook)));
  }
}

const locked = (workbook: Workbook): Failure =>
  new Failure('sheet-protected', { sheet: protectedSheets(workbook).closed });

const clear = (machine: Machine, run: Run, workbook: Workbook): Move =>
  startWriting(machine, run, {
    of: 'clearing',
    workbook,
    patch: planClear(workbook.snapshot),
    told: message('pane.notice.cleared'),
    left: false,
  });

const remember = (machine: Machine, run: Run, workbook: Workbook, choice: Choice): Move =>
  startWriting(machine, run, {
    of: 'memory',
    workbook,
    patch: planMemory(workbook.snapshot, workbook.result, workbook.options),
    told: toldOfChoice(choice),
    left: false,
  });
