import { readMarks } from '../../changes/fill-memory';
import { cellsToAsk, wantedFlags } from '../../changes/flag-edits';
import { cellsOfLongTexts } from '../../changes/long-texts';
import { cellsOfRecord, cellsToUnlockFor } from '../../changes/plan-undo';
import { cellsToUnlock } from '../../changes/protection';
import type { AskedCell } from '../../changes/standing';
import { Failure } from '../../model/failure';
import type { Patch } from '../../model/patch';
import { asFailure } from './excel-failure';
import type { HostEffect, HostState, Running, Stepped } from './queue';
import { afresh, type Reading } from './reading';

/** What every task of the host is made of: asking, expecting, ending, failing. */

/** What is done now is over; the next begins once it has been told. */
export const end = (state: HostState, answer: HostEffect): Stepped => [
  { ...state, running: null },
  [answer],
];

/** A halted write that cannot be taken back stands as far as it came, and can still be taken back. */
export function fail(state: HostState, { task, back }: Running, reason: unknown): Stepped {
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

export const remember = (state: HostState, reading: Reading): HostState => ({
  ...state,
  known: reading,
  manner: reading,
});

export function readBook(state: HostState, running: Running, reading: Running['reading']): Stepped {
  // What is taken for granted while somebody only looks is asked again before anything is written.
  const onlyLooks = reading === 'asked' && running.task.kind === 'read';
  const manner = onlyLooks ? state.manner : afresh(state.manner);
  return [{ ...state, running: { ...running, reading } }, [{ kind: 'readBook', manner }]];
}

const expectedBy = ({ task, back }: Running): string | null => {
  if (back) return back.expected;
  return task.kind === 'apply' ? task.patch.revision : null;
};

export const isExpected = (running: Running, { snapshot }: Reading): boolean => {
  const expected = expectedBy(running);
  return expected === null || snapshot.revision === expected;
};

/** What a write has to know of the workbook besides its values. */
export function wanted({ task, back }: Running, reading: Reading) {
  const ofPatch = ({ flags }: Patch): readonly AskedCell[] =>
    cellsToAsk(wantedFlags(flags, reading.snapshot.sheets), readMarks(reading.snapshot.ledger));
  if (back) {
    const { record } = back;
    return {
      cells: cellsOfRecord(record, reading),
      values: cellsToUnlockFor(record, reading),
      texts: [],
      withThreads: false,
      call: task.call,
    };
  }
  const patch = task.kind === 'apply' ? task.patch : null;
  return {
    cells: patch ? ofPatch(patch) : [],
    values: patch ? cellsToUnlock(patch, reading.snapshot) : [],
    texts: patch ? cellsOfLongTexts(patch, reading.snapshot) : [],
    withThreads: true,
    call: task.call,
  };
}

/** Reads again right before a write, with everything the write has to know. */
export function prepare(state: HostState, running: Running): Stepped {
  const { known, manner } = state;
  if (!known || manner.inPieces) return readBook(state, running, 'before');
  if (!isExpected(running, known)) return fail(state, running, new Failure('stale-snapshot'));
  return [
    { ...state, running: { ...running, reading: 'before' } },
    [{ kind: 'verify', before: known, ...wanted(running, known) }],
  ];
}
