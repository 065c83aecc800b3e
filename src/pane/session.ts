import { isFilled } from '../engine/filled';
import type { Fix } from '../engine/fixes';
import type { HostPort } from '../hosts/port';
import { cellLabel } from '../model/address';
import { asFailure } from '../model/failure';
import { cellName, type CellRef } from '../model/grid';
import type { ColumnRole } from '../model/table';
import type { FindingItem } from './finding-items';
import { PANE_CHINESE } from './chinese';
import { engineHere, type SessionEngine } from './session-engine';
import type { SessionState, Settings } from './session-state';
import type { Choice, Job, ReasonEdit } from './session/jobs';
import { openMachine, type SessionEvent } from './session/machine';
import { createPerformer, type Clock } from './session/perform';
import { isCalledOff, step } from './session/step';

export type { ReasonEdit } from './session/jobs';
export type { Clock } from './session/perform';

export interface SessionOptions {
  readonly host: HostPort;
  readonly clock: Clock;
  readonly settings?: Partial<Omit<Settings, 'overwriteScores'>>;
  /** This thread's where none is given. */
  readonly engine?: SessionEngine;
  /** Milliseconds without an edit before an automatic recalculation. */
  readonly settleAfter?: number;
  /** Automatic writes in twenty seconds; more mean that the sheet answers its own changes. */
  readonly automaticWrites?: number;
}

/** All a pane can show and do, without knowing what it is shown in. */
export interface Session {
  readonly state: () => SessionState;
  readonly subscribe: (listener: () => void) => () => void;
  /** Reads the workbook that is in front now and listens to edits; nothing of another one stays. */
  start(): Promise<void>;
  /** Reads again and shows what scoring would write. */
  preview(): Promise<void>;
  /** Writes what the preview shows. */
  apply(): Promise<void>;
  /** Leaves the preview, or stops a run that has not begun to write. */
  cancel(): void;
  /** Writes at once what changed in a workbook already scored; else as `preview`. */
  recalculate(): Promise<void>;
  adopt(items: readonly FindingItem[]): Promise<void>;
  writeReasons(edits: readonly ReasonEdit[]): Promise<void>;
  /** Writes corrections in one go; a cell somebody changed meanwhile is left out. */
  correct(fixes: readonly Fix[]): Promise<void>;
  waive(items: readonly FindingItem[], reason: string): Promise<void>;
  unwaive(items: readonly FindingItem[]): Promise<void>;
  /** A null letter goes back to what is recognised. */
  setColumn(sheet: string, role: ColumnRole, letter: string | null): Promise<void>;
  setDirection(
    sheet: string,
    indicator: string,
    direction: 'positive' | 'reverse' | null,
  ): Promise<void>;
  change(settings: Partial<Settings>): Promise<void>;
  clearMarks(): Promise<void>;
  undo(): Promise<void>;
  select(sheet: string, cell: CellRef): Promise<void>;
  dismiss(): void;
  stop(): void;
}

/** Edits come in bursts; the last of one counts. Long enough for typing along a row in Excel. */
const SETTLE_AFTER = 700;
const AUTOMATIC_WRITES = 5;

/** A session over a host: `step` decides what comes of each event, in the order they come. */
export function createSession(options: SessionOptions): Session {
  const { host, clock, settings = {}, engine = engineHere(() => PANE_CHINESE) } = options;
  let machine = openMachine(host.capabilities, settings, {
    settleAfter: options.settleAfter ?? SETTLE_AFTER,
    automaticWrites: options.automaticWrites ?? AUTOMATIC_WRITES,
    undoes: host.undo !== undefined,
  });
  const listeners = new Set<() => void>();
  const waiting = new Map<number, () => void>();
  const coming: SessionEvent[] = [];
  let busy = false;
  let asked = 0;
  const send = (event: SessionEvent): void => {
    coming.push(event);
    if (busy) return;
    busy = true;
    try {
      for (let next = coming.shift(); next; next = coming.shift()) take(next);
    } finally {
      busy = false;
    }
  };
  const take = (event: SessionEvent): void => {
    const { shown } = machine;
    const [after, effects] = step(machine, event);
    machine = after;
    for (const effect of effects) perform(effect);
    if (after.shown !== shown) for (const listener of listeners) listener();
  };
  const perform = createPerformer({
    host,
    engine,
    clock,
    send,
    isCalledOff: (turn) => isCalledOff(machine, turn),
    settle: (id) => {
      waiting.get(id)?.();
      waiting.delete(id);
    },
  });
  const ask = (eventOf: (id: number) => SessionEvent): Promise<void> =>
    new Promise((resolve) => {
      asked += 1;
      waiting.set(asked, resolve);
      send(eventOf(asked));
    });
  return {
    ...commands(host, ask, send),
    state: () => machine.shown,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** What can be asked of a session, as events. */
function commands(
  host: HostPort,
  ask: (eventOf: (id: number) => SessionEvent) => Promise<void>,
  send: (event: SessionEvent) => void,
): Omit<Session, 'state' | 'subscribe'> {
  const request = (job: Job) => ask((id) => ({ on: 'asked', id, job }));
  const choose = (choice: Choice) => request({ kind: 'choose', choice });
  return {
    start: () => ask((id) => ({ on: 'opened', id })),
    preview: () => request({ kind: 'preview' }),
    apply: () => ask((id) => ({ on: 'agreed', id })),
    cancel: () => send({ on: 'cancelled' }),
    recalculate: () => request({ kind: 'recalculate' }),
    adopt: (items) => {
      const adoptable = items.filter(({ finding }) => finding.adoptable !== null);
      const places = adoptable.map(({ finding }) => cellLabel(finding.sheet, finding.cell));
      return request({ kind: 'adopt', places });
    },
    writeReasons: (edits) => request({ kind: 'reasons', edits, of: 'reasons' }),
    correct: (fixes) => {
      const edits = fixes.map((fix): ReasonEdit => {
        const { sheet, cell, before, after, formula } = fix;
        return {
          ...{ sheet, cell, text: after },
          ...(formula === null ? {} : { formula }),
          ...(before === null ? {} : { instead: before }),
          ...(isFilled(fix) ? { fills: true } : {}),
        };
      });
      return request({ kind: 'reasons', edits, of: 'fixes' });
    },
    waive: (items, reason) =>
      choose({ of: 'waive', added: items.map((item) => ({ ...waiverOf(item), reason })) }),
    unwaive: (items) => choose({ of: 'unwaive', gone: items.map(waiverOf) }),
    setColumn: (sheet, role, letter) => choose({ of: 'column', sheet, role, letter }),
    setDirection: (sheet, indicator, direction) =>
      choose({ of: 'direction', sheet, indicator, direction }),
    change: (settings) => ask((id) => ({ on: 'changed', id, settings })),
    clearMarks: () => request({ kind: 'clear' }),
    undo: () => request({ kind: 'undo' }),
    select: async (sheet, cell) => {
      try {
        await host.select?.(sheet, cell);
      } catch (reason) {
        send({ on: 'unselected', failure: asFailure(reason) });
      }
    },
    dismiss: () => send({ on: 'dismissed' }),
    stop: () => send({ on: 'stopped' }),
  };
}

const waiverOf = ({ finding }: FindingItem) => ({
  check: finding.check,
  sheet: finding.sheet,
  cell: cellName(finding.cell),
});
