import type { Failure } from '../../model/failure';
import type { Effect, Machine, Run } from './machine';
import { finish, show, type Move } from './move';

/** Milliseconds to the next try of an automatic run; after the last, another cell must be selected. */
const DELAYS = [1_000, 2_000, 4_000] as const;

/**
 * Somebody is typing, or typed while it was planned: whoever did not ask for a run is not told that
 * it could not be done. docs: work/delay-in-cell-edit, every request fails while a cell is open.
 */
const BUSY: ReadonlySet<string> = new Set(['excel-cell-edit', 'stale-snapshot']);

export const isBusy = ({ code }: Failure): boolean => BUSY.has(code);

export const settleDown = ({ limits }: Machine): Effect => ({
  do: 'wait',
  delay: limits.settleAfter,
});

/** An automatic run is still to be done, and nothing has begun since that would do. */
export const isOwed = ({ owed, run, shown }: Machine): boolean =>
  owed !== null && run === null && shown.settings.autoRecalculate;

/** Ends an automatic run without a word: the workbook is out of date, and it is tried again. */
export function tryLater(machine: Machine, run: Run): Move {
  const tries = machine.owed ?? 0;
  const delay = DELAYS[tries];
  const wrote = run.phase.at === 'writing' && run.done === null;
  const automatic = wrote ? machine.automatic.slice(0, -1) : machine.automatic;
  const shown = show({ ...machine, automatic }, { stage: { kind: 'ready' }, dirty: true });
  const [left, effects] = finish(shown);
  const waits = delay === undefined ? [] : [{ do: 'wait', delay } as const];
  return [{ ...left, owed: tries + 1 }, [...effects, ...waits]];
}
