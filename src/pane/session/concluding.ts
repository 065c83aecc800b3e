import { cellLabel } from '../../model/address';
import type { Failure } from '../../model/failure';
import { message, type Message } from '../../texts/message';
import type { Patch } from '../../model/patch';
import { isScored, type Workbook } from '../session-state';
import { settleDown } from './busy';
import type { Done, Machine, Run } from './machine';
import {
  finish,
  isMissed,
  isOnlyElsewhere,
  notify,
  show,
  showFailure,
  showFresh,
  type Move,
} from './move';
import { isChangedSince, isOutOfDate } from './out-of-date';

/** Whether a plan has to tell if the workbook is up to date; one not scored has nothing to be so. */
export const needsPlan = (done: Done, { snapshot }: Workbook): boolean =>
  isScored(snapshot) && !isApart(done);

/** A choice, or words and corrections before any scoring: marks and sheets are for a person to ask for. */
const isApart = (done: Done): boolean =>
  done.kind === 'written' && ['memory', 'reasons'].includes(done.write.of);

/** Shows the workbook as it stands after something was done, and tells of it. */
export function conclude(
  machine: Machine,
  run: Run,
  done: Done,
  workbook: Workbook,
  plan: Patch | null,
): Move {
  const outOfDate = plan !== null && isOutOfDate(plan, machine.written);
  const missed = isMissed(machine, run);
  switch (done.kind) {
    case 'written': {
      const waits = isApart(done) && isScored(workbook.snapshot);
      const dirty = outOfDate || missed || waits || done.write.left;
      const shown = show(machine, { stage: { kind: 'ready' }, workbook, dirty });
      const told = tellWritten(shown, done);
      const again = outOfDate && !isOnlyElsewhere(machine, run);
      return again ? recalculateLater(told, missed) : finish(told);
    }
    case 'undone':
      return finish(tellUndone(showFresh(machine, workbook, outOfDate || missed), done));
    case 'failed':
      return finish(showFailure(showFresh(machine, workbook, outOfDate || missed), done.failure));
    case 'opened': {
      const changed = plan !== null && isChangedSince(plan, workbook.snapshot);
      return finish(changed ? show(machine, { dirty: true }) : machine);
    }
    case 'reconsidered': {
      const dirty = outOfDate || machine.shown.dirty;
      return finish(show(machine, { stage: { kind: 'ready' }, workbook, dirty }));
    }
  }
}

/** Somebody edited the workbook while it was written: told of or not, it is another edit. */
function recalculateLater(machine: Machine, isHeard: boolean): Move {
  const [left, effects] = finish(machine);
  if (!left.shown.settings.autoRecalculate) return [left, effects];
  return [{ ...left, guessed: !isHeard }, [...effects, settleDown(left)]];
}

function tellWritten(machine: Machine, { write, report }: Done & { kind: 'written' }): Machine {
  const count = report.degradations.length;
  if (count === 0) return notify(machine, 'success', write.told);
  return notify(machine, 'warning', write.told, message('pane.notice.degraded', { count }));
}

/** Cells named one by one; more are only counted. */
const MOST_NAMED = 8;

function tellUndone(machine: Machine, { undone, left }: Done & { kind: 'undone' }): Machine {
  if (undone && left.length > 0) {
    const places = left
      .slice(0, MOST_NAMED)
      .map(({ sheet, cell }) => cellLabel(sheet, cell))
      .join(' ');
    const told = message('pane.notice.undoneLeft', { count: left.length, places });
    return notify(machine, 'warning', told, message('pane.notice.undoneLeftHint'));
  }
  if (undone) return notify(machine, 'success', message('pane.notice.undone'));
  const nothing = show(machine, { undoable: false });
  return notify(nothing, 'info', message('pane.notice.nothingToUndo'));
}

/** The workbook could not be read again: what was done stands all the same and is said. */
export function onUnread(machine: Machine, done: Done, failure: Failure): Move {
  const unread = (told: Message): Move => {
    const shown = show(machine, { stage: { kind: 'ready' }, dirty: true });
    return finish(notify(shown, 'warning', told, message('pane.notice.unreadHint')));
  };
  switch (done.kind) {
    case 'written':
      return unread(message('pane.notice.unread'));
    case 'undone':
      if (done.undone) return unread(message('pane.notice.undoneUnread'));
      return finish(showFailure(machine, failure));
    case 'failed':
      return finish(show(showFailure(machine, done.failure), { dirty: true }));
    case 'reconsidered':
      return finish(showFailure(machine, failure));
    case 'opened':
      return finish(machine);
  }
}
