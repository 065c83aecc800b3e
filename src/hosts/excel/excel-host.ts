import { cellName, type CellRef } from '../../model/grid';
import { Failure } from '../../model/failure';
import type { ApplyHooks, HostPort, UndoHooks } from '../port';
import { createOwnWrites, type OwnWrites } from '../own-writes';
import { editsOf, selectionsOf } from './edit-events';
import { isGone, readExcelError } from './excel-failure';
import { abilitiesOf, type ExcelAbilities, type ExcelSession } from './excel-session';
import { prepareAfter, verifyAtOnce, type Asking } from './prepare-write';
import {
  newState,
  type Answers,
  type HostEffect,
  type HostEvent,
  type HostState,
  type Task,
} from './queue';
import { step } from './queue-step';
import { readBook } from './read-book';
import { sendSteps } from './send-steps';
import { askAfter, readAfter, stepsOf, touchedBy } from './write-change';

export interface ExcelHostOptions extends ExcelSession {
  /** Milliseconds since whenever; for the echo of our own writes. */
  readonly now?: () => number;
}

export interface ExcelHost extends HostPort {
  readonly abilities: ExcelAbilities;
  select(sheet: string, cell: CellRef): Promise<void>;
  /**
   * Takes back the last `apply`, of this session or, after reopening, the one remembered in the
   * workbook; false where there is none. What a person changed since stays.
   */
  undo(hooks?: UndoHooks): Promise<boolean>;
}

type Effect<K extends HostEffect['kind']> = HostEffect & { readonly kind: K };

/** Who waits for an answer. */
interface Waiting {
  readonly resolve: { readonly [K in keyof Answers]?: (value: Answers[K]) => void };
  readonly reject: (failure: Failure) => void;
  readonly hooks: ApplyHooks;
}

/** Excel, and whoever waits for the host. */
interface Hands {
  readonly session: ExcelSession;
  readonly abilities: ExcelAbilities;
  readonly openContext: () => Excel.RequestContext;
  readonly ownWrites: OwnWrites;
  readonly waiting: Map<number, Waiting>;
  /** Begin the wait for the echo of what was written. */
  readonly echoes: (() => void)[];
}

async function select(
  { openContext }: Hands,
  { sheet, cell }: Effect<'select'>,
): Promise<HostEvent> {
  const context = openContext();
  const target = context.workbook.worksheets.getItem(sheet);
  target.activate();
  target.getRange(cellName(cell)).select();
  try {
    await context.sync();
  } catch (reason) {
    if (isGone(readExcelError(reason))) throw new Failure('sheet-gone', { sheet });
    throw reason;
  }
  return { kind: 'selected' };
}

async function send(hands: Hands, effect: Effect<'send'>): Promise<HostEvent> {
  const { session, abilities, ownWrites, waiting, echoes } = hands;
  const { change, prepared, isAsked, call } = effect;
  const { reading } = prepared;
  echoes.push(ownWrites.open(touchedBy(change, reading)));
  const onProgress = call === null ? undefined : waiting.get(call)?.hooks.onProgress;
  const sent = await sendSteps(session, {
    steps: stepsOf(change, prepared),
    eventsWere: reading.list.eventsEnabled,
    ask: isAsked ? (batch) => askAfter(batch, change, reading, abilities) : null,
    ...(onProgress ? { onProgress } : {}),
  });
  return { kind: 'sent', sent };
}

async function restoreEvents(
  { openContext }: Hands,
  { halted }: Effect<'restoreEvents'>,
): Promise<HostEvent> {
  try {
    await openContext().sync();
    return { kind: 'eventsRestored', isDone: true, halted };
  } catch {
    // Excel is not listening; the next request carries it.
    return { kind: 'eventsRestored', isDone: false, halted };
  }
}

/** Asks Excel. @throws what Excel throws */
async function perform(
  hands: Hands,
  effect: Exclude<HostEffect, Effect<'answer' | 'fail'>>,
): Promise<HostEvent> {
  const { abilities, openContext, waiting } = hands;
  switch (effect.kind) {
    case 'readBook':
      return { kind: 'read', reading: await readBook(openContext(), abilities, effect.manner) };
    case 'verify':
    case 'prepare': {
      const { cells, values, texts, withThreads, call } = effect;
      const asking: Asking = { openContext, abilities, cells, values, texts, withThreads };
      const isCancelled = (): boolean => waiting.get(call)?.hooks.cancelled?.() === true;
      if (effect.kind === 'prepare') {
        const prepared = await prepareAfter(asking, effect.reading);
        return { kind: 'prepared', prepared, isCancelled: isCancelled() };
      }
      const prepared = await verifyAtOnce(asking, effect.before);
      return { kind: 'verified', prepared, isCancelled: isCancelled() };
    }
    case 'send':
      return send(hands, effect);
    case 'readAfter': {
      const reading = await readAfter(openContext(), effect.change, effect.before, abilities);
      return { kind: 'readAfter', reading };
    }
    case 'restoreEvents':
      return restoreEvents(hands, effect);
    case 'select':
      return select(hands, effect);
  }
}

function settle(hands: Hands, effect: Effect<'answer' | 'fail'>): void {
  const { waiting, echoes } = hands;
  const one = waiting.get(effect.call);
  waiting.delete(effect.call);
  for (const begin of echoes.splice(0)) begin();
  if (!one) return;
  if (effect.kind === 'fail') one.reject(effect.failure);
  else answer(one.resolve, effect);
}

function answer<K extends keyof Answers>(
  resolve: Waiting['resolve'],
  { to, value }: { readonly to: K; readonly value: Answers[K] },
): void {
  resolve[to]?.(value);
}

/**
 * The open workbook of Excel as a host. Reads in two round trips and writes in two or three at any
 * number of rows; more only where one request or answer would be above Excel's limit.
 * @throws Failure `excel-too-old` below ExcelApi 1.9. Reading and writing throw `excel-cell-edit`,
 *   `excel-too-large`, `excel-refused`, `sheet-too-large`; writing also what `checkPatch` throws,
 *   `sheet-protected`, `cancelled`, and `excel-partly-written` where a write came to a halt and
 *   could not be taken back.
 */
export function createExcelHost(options: ExcelHostOptions): ExcelHost {
  const abilities = abilitiesOf(options);
  const ownWrites = createOwnWrites(options.now ?? Date.now);
  let state: HostState = newState(abilities);
  let calls = 0;
  const hands: Hands = {
    session: options,
    abilities,
    openContext: () => {
      const context = options.openContext();
      if (state.owedEvents !== null) context.runtime.enableEvents = state.owedEvents;
      return context;
    },
    ownWrites,
    waiting: new Map(),
    echoes: [],
  };
  const tell = (event: HostEvent): void => {
    const [now, effects] = step(state, event);
    state = now;
    for (const effect of effects) {
      if (effect.kind === 'answer' || effect.kind === 'fail') settle(hands, effect);
      else {
        perform(hands, effect).then(tell, (reason: unknown) => tell({ kind: 'refused', reason }));
      }
    }
  };
  const ask = <K extends keyof Answers>(
    task: (call: number) => Task & { readonly kind: K },
    hooks: ApplyHooks = {},
  ): Promise<Answers[K]> =>
    new Promise((resolve, reject) => {
      calls += 1;
      const made = task(calls);
      hands.waiting.set(calls, { resolve: { [made.kind]: resolve }, reject, hooks });
      tell({ kind: 'asked', task: made });
    });
  return {
    abilities,
    capabilities: {
      notes: abilities.notes,
      editEvents: true,
      merges: abilities.merges,
      clearsHistory: !abilities.keepsHistory,
    },
    read: () => ask((call) => ({ call, kind: 'read' })),
    apply: (patch, hooks) => ask((call) => ({ call, kind: 'apply', patch }), hooks),
    undo: async ({ onLeft } = {}) => {
      const { undone, left } = await ask((call) => ({ call, kind: 'undo' }));
      if (left.length > 0) onLeft?.(left);
      return undone;
    },
    onEdit: editsOf(options, abilities, ownWrites),
    onSelect: selectionsOf(options),
    select: async (sheet, cell) => {
      await ask((call) => ({ call, kind: 'select', sheet, cell }));
    },
  };
}
