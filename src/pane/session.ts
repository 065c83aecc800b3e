import { planClear, planMemory } from '../engine/plan-core';
import type { HostPort } from '../hosts/port';
import { isBlank } from '../model/blank';
import { Failure, isFailure } from '../model/failure';
import { cellName, type CellRef } from '../model/grid';
import type { Ledger, Waiver } from '../model/ledger';
import { message, type Message } from '../model/message';
import { isEmptyPatch, remembersOnly, type Patch, type ValueBlock } from '../model/patch';
import type { SheetSnapshot, Snapshot } from '../model/snapshot';
import type { ColumnRole } from '../model/table';
import { cellPlace, ownScores, type FindingItem } from './finding-items';
import { previewOf } from './preview';
import { engineHere, type SessionEngine } from './session-engine';
import {
  DEFAULT_SETTINGS,
  engineOptions,
  isReadOnly,
  isScored,
  NO_CHOICES,
  protectedSheets,
  type Choices,
  type Notice,
  type SessionState,
  type Settings,
  type Step,
  type Workbook,
} from './session-state';

export interface Clock {
  now(): number;
  /** Milliseconds; returns the function that calls it off. */
  after(delay: number, work: () => void): () => void;
}

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

/** A reason to be written into a cell. */
export interface ReasonEdit {
  readonly sheet: string;
  readonly cell: CellRef;
  readonly text: string;
  /** What it takes the place of; absent: nothing, the cell is blank. */
  readonly instead?: string;
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
  waive(items: readonly FindingItem[], reason: string): Promise<void>;
  unwaive(item: FindingItem): Promise<void>;
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
const BURST = { writes: 5, within: 20_000 };

interface QuietPlan {
  readonly patch: Patch;
  /** Scores of a person's would have been replaced; that is for a person to ask for. */
  readonly left: boolean;
}

/** What a session knows of a workbook it has not read. */
const NOTHING_DONE = {
  workbook: null,
  choices: NO_CHOICES,
  dirty: false,
  notice: null,
  outcome: null,
  undoable: false,
} as const;

const SHARE: Readonly<Record<Step, number>> = {
  reading: 0.1,
  scoring: 0.3,
  writing: 0.4,
  checking: 0.9,
};

export function createSession({
  host,
  clock,
  settings = {},
  engine = engineHere,
  settleAfter = SETTLE_AFTER,
  automaticWrites = BURST.writes,
}: SessionOptions): Session {
  let state: SessionState = {
    stage: { kind: 'loading' },
    settings: { ...DEFAULT_SETTINGS, ...settings },
    ...NOTHING_DONE,
    capabilities: host.capabilities,
  };
  const listeners = new Set<() => void>();
  const automatic: number[] = [];
  /** What the last write that still stands was for: the same again is the echo of that write. */
  let written: string | null = null;
  /** Runs of this session that were not taken back. */
  let writes = 0;
  /** Times a workbook was started with: what was asked of the one before is not done to the next. */
  let opened = 0;
  let cancelled = false;
  let stopListening: () => void = () => undefined;
  let callOff: () => void = () => undefined;
  let queue: Promise<void> = Promise.resolve();
  let stopped = false;

  const set = (part: Partial<SessionState>): void => {
    if (stopped) return;
    state = { ...state, ...part };
    for (const listener of listeners) listener();
  };
  const notify = (tone: Notice['tone'], told: Message, hint: Message | null = null): void =>
    set({ notice: { tone, message: told, hint } });
  const notifyFailure = ({ code, data }: Failure): void =>
    notify('error', { key: `error.${code}.message`, data }, { key: `error.${code}.hint`, data });
  /** That nothing was written is true until the next thing is done. */
  const forgetStale = (): void => {
    if (state.notice?.message.key === 'pane.notice.stale') set({ notice: null });
  };
  const pause = (): Promise<void> =>
    new Promise((resolve) => {
      clock.after(0, resolve);
    });
  const working = async (step: Step, cancellable: boolean): Promise<void> => {
    set({ stage: { kind: 'working', step, done: SHARE[step], cancellable } });
    await pause();
    if (cancelled && cancellable) throw new Failure('cancelled');
  };

  const evaluated = async (snapshot: Snapshot): Promise<Workbook> => {
    const options = engineOptions(state.settings, state.choices);
    return { snapshot, options, result: await engine.evaluate(snapshot, options) };
  };
  const planOf = ({ snapshot, result, options }: Workbook): Promise<Patch> =>
    engine.planPatch(snapshot, result, options);
  const readWorkbook = async (): Promise<Workbook> => evaluated(await host.read());

  /** One thing at a time; what goes wrong is said, and the pane stays usable. */
  const inTurn = (work: () => Promise<void>): Promise<void> => {
    const asked = opened;
    queue = queue.then(async () => {
      if (stopped || asked !== opened) return;
      cancelled = false;
      forgetStale();
      try {
        await work();
      } catch (reason) {
        settle(reason);
      }
    });
    return queue;
  };

  const settle = (reason: unknown): void => {
    const failure = asFailure(reason);
    set({ choices: NO_CHOICES });
    if (state.workbook === null) {
      set({ stage: { kind: 'failed', failure } });
      return;
    }
    set({ stage: { kind: 'ready' } });
    if (failure.code === 'cancelled') notify('info', message('pane.notice.cancelled'));
    else if (failure.code === 'stale-snapshot') {
      set({ dirty: true });
      notify('warning', message('pane.notice.stale'));
    } else notifyFailure(failure);
  };

  /** Null, said as such, where what was done stands but cannot be shown. */
  const readAfter = async (unread: Message): Promise<Workbook | null> => {
    try {
      return await readWorkbook();
    } catch {
      set({ stage: { kind: 'ready' }, dirty: true });
      notify('warning', unread, message('pane.notice.unreadHint'));
      return null;
    }
  };

  const isOutOfDate = async (workbook: Workbook): Promise<boolean> =>
    isScored(workbook.snapshot) && !isEmptyPatch(await planOf(workbook));

  const showFresh = (workbook: Workbook, dirty: boolean): void =>
    set({ stage: { kind: 'ready' }, workbook, dirty, undoable: canUndo(workbook) });

  /** A run of an earlier session may be taken back as well; whether it can only the host knows. */
  const canUndo = ({ snapshot }: Workbook): boolean =>
    host.undo !== undefined && (writes > 0 || isScored(snapshot));

  /** Writes a patch, reads the workbook again and shows what was done. */
  const write = async (workbook: Workbook, patch: Patch, told: Message): Promise<void> => {
    const preview = previewOf(patch, workbook.snapshot, workbook.result);
    await working('writing', true);
    const report = await host.apply(patch, {
      onProgress: (done, total) => {
        const share = total > 0 ? done / total : 1;
        const at = SHARE.writing + share * (SHARE.checking - SHARE.writing);
        set({ stage: { kind: 'working', step: 'writing', done: at, cancellable: false } });
      },
      cancelled: () => cancelled,
    });
    if (!remembersOnly(patch)) writes += 1;
    written = keyOf(workbook);
    set({ choices: NO_CHOICES, undoable: host.undo !== undefined });
    await working('checking', false);
    set({ outcome: { preview, report } });
    const after = await readAfter(message('pane.notice.unread'));
    if (!after) return;
    set({ stage: { kind: 'ready' }, workbook: after, dirty: false });
    const kept = report.degradations.length;
    if (kept > 0) notify('warning', told, message('pane.notice.degraded', { count: kept }));
    else notify('success', told);
  };

  const remember = async (workbook: Workbook, told: Message): Promise<void> => {
    await host.apply(planMemory(workbook.snapshot, workbook.result, workbook.options));
    set({ choices: NO_CHOICES });
    const after = await readAfter(message('pane.notice.unread'));
    if (!after) return;
    set({ stage: { kind: 'ready' }, workbook: after, dirty: isScored(after.snapshot) });
    notify('success', told);
  };

  const fresh = async (): Promise<Workbook> => {
    await working('reading', true);
    const snapshot = await host.read();
    await working('scoring', true);
    const workbook = await evaluated(snapshot);
    set({ workbook });
    return workbook;
  };

  /** What may be written without being shown first: it leaves every score of a person's alone. */
  const quietPlan = async (workbook: Workbook): Promise<QuietPlan> => {
    const patch = await planOf(workbook);
    if (!replacesFilled(patch, workbook)) return { patch, left: false };
    const options = { ...workbook.options, overwriteScores: false };
    return { patch: await planOf({ ...workbook, options }), left: true };
  };
  const writeQuietly = async (workbook: Workbook, plan: QuietPlan, told: Message) => {
    await write(workbook, plan.patch, told);
    if (plan.left) set({ dirty: true });
  };

  /** Commands of the ribbon come here whatever the pane's own button says. */
  const freshToWrite = async (): Promise<Workbook> => {
    const workbook = await fresh();
    if (!isReadOnly(workbook)) return workbook;
    throw new Failure('sheet-protected', { sheet: protectedSheets(workbook).join('、') });
  };

  const openPreview = async (): Promise<void> => {
    const workbook = await freshToWrite();
    const patch = await planOf(workbook);
    if (isEmptyPatch(patch)) {
      set({ stage: { kind: 'ready' }, dirty: false });
      notify('info', message('pane.notice.nothing'));
      return;
    }
    showPreview(workbook, patch);
  };

  const showPreview = ({ snapshot, result }: Workbook, patch: Patch): void =>
    set({
      stage: { kind: 'preview', preview: previewOf(patch, snapshot, result), patch },
      notice: null,
    });

  const recalculateNow = async (told: Message, quiet = false): Promise<void> => {
    const workbook = await freshToWrite();
    if (!isScored(workbook.snapshot)) {
      await openPreview();
      return;
    }
    const plan = quiet ? await quietPlan(workbook) : { patch: await planOf(workbook), left: false };
    if (isEmptyPatch(plan.patch)) {
      set({ stage: { kind: 'ready' }, dirty: plan.left, choices: NO_CHOICES });
      notify('info', message('pane.notice.upToDate'));
      return;
    }
    if (!quiet && replacesFilled(plan.patch, workbook)) showPreview(workbook, plan.patch);
    else await writeQuietly(workbook, plan, told);
  };

  /**
   * A choice is made of what the workbook remembers at its turn, so that one made meanwhile stands;
   * what comes of it is shown once it is written.
   */
  const choose = (
    choice: (ledger: Ledger | null) => Partial<Choices>,
    write: (workbook: Workbook) => Promise<void>,
  ): Promise<void> =>
    inTurn(async () => {
      const choosing = (ledger: Ledger | null | undefined): void =>
        set({ choices: { ...NO_CHOICES, ...choice(ledger ?? null) } });
      choosing(state.workbook?.snapshot.ledger);
      await working('reading', true);
      const snapshot = await host.read();
      choosing(snapshot.ledger);
      await working('scoring', true);
      await write(await evaluated(snapshot));
    });

  /** A workbook already scored is brought up to date; in another only the choice is remembered. */
  const afterChoice =
    (told: Message) =>
    async (workbook: Workbook): Promise<void> => {
      if (!isScored(workbook.snapshot)) await remember(workbook, told);
      else await writeQuietly(workbook, await quietPlan(workbook), told);
    };

  const onEdit = (): void => {
    forgetStale();
    set({ dirty: true });
    callOff();
    if (!state.settings.autoRecalculate) return;
    callOff = clock.after(settleAfter, () => void inTurn(automaticRun));
  };

  const automaticRun = async (): Promise<void> => {
    if (state.stage.kind !== 'ready' || !state.settings.autoRecalculate) return;
    const workbook = await readWorkbook();
    if (!isScored(workbook.snapshot)) {
      set({ workbook, dirty: false });
      return;
    }
    if (isReadOnly(workbook)) {
      set({ workbook });
      return;
    }
    const plan = await quietPlan(workbook);
    if (keyOf(workbook) === written || isEmptyPatch(plan.patch)) {
      set({ workbook, dirty: plan.left });
      return;
    }
    const now = clock.now();
    while ((automatic[0] ?? now) < now - BURST.within) automatic.shift();
    if (automatic.length >= automaticWrites) {
      set({ workbook, settings: { ...state.settings, autoRecalculate: false } });
      notify('warning', message('pane.notice.burst'));
      return;
    }
    automatic.push(now);
    await writeQuietly(workbook, plan, message('pane.notice.recalculated'));
  };

  const remembering = (workbook: Workbook): Promise<void> =>
    remember(workbook, message('pane.notice.remembered'));

  return {
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    start: () => {
      cancelled = true;
      opened += 1;
      callOff();
      stopListening();
      stopListening = host.onEdit(onEdit);
      return inTurn(async () => {
        callOff();
        automatic.length = 0;
        written = null;
        writes = 0;
        set({
          stage: { kind: 'loading' },
          settings: { ...state.settings, overwriteScores: DEFAULT_SETTINGS.overwriteScores },
          ...NOTHING_DONE,
        });
        showFresh(await readWorkbook(), false);
      });
    },
    preview: () => inTurn(openPreview),
    apply: () => {
      const { stage, workbook } = state;
      if (stage.kind !== 'preview' || !workbook) return Promise.resolve();
      const { patch } = stage;
      return inTurn(() => write(workbook, patch, message('pane.notice.scored')));
    },
    cancel: () => {
      cancelled = true;
      if (state.stage.kind === 'preview') {
        set({ stage: { kind: 'ready' }, choices: { ...state.choices, adopt: new Set() } });
      }
    },
    recalculate: () => inTurn(() => recalculateNow(message('pane.notice.recalculated'))),
    adopt: (items) => {
      const places = items
        .filter(({ adoptable }) => adoptable !== null)
        .map(({ finding }) => cellPlace(finding.sheet, finding.cell));
      const told = message('pane.notice.adopted', { count: places.length });
      return inTurn(() => {
        set({ choices: { ...NO_CHOICES, adopt: new Set([...state.choices.adopt, ...places]) } });
        return recalculateNow(told, true);
      });
    },
    writeReasons: (edits) =>
      inTurn(async () => {
        await working('reading', true);
        const snapshot = await host.read();
        const blocks = edits.flatMap((edit) => reasonBlock(snapshot, edit));
        if (blocks.length === 0) throw new Failure('stale-snapshot');
        const workbook = await evaluated(withValues(snapshot, blocks));
        const plan = isScored(snapshot)
          ? await quietPlan(workbook)
          : { patch: { revision: snapshot.revision, ...NOTHING, ledger: undefined }, left: false };
        const patch = { ...plan.patch, values: [...blocks, ...plan.patch.values] };
        const count = blocks.length;
        const told = message('pane.notice.reasons', { count });
        await writeQuietly({ ...workbook, snapshot }, { ...plan, patch }, told);
      }),
    waive: (items, reason) => {
      const added = items.map(({ finding }): Waiver => ({
        check: finding.check,
        sheet: finding.sheet,
        cell: cellName(finding.cell),
        reason,
      }));
      return choose(
        (ledger) => ({ waivers: [...(ledger?.waivers ?? []), ...added] }),
        afterChoice(message('pane.notice.waived', { count: added.length })),
      );
    },
    unwaive: ({ finding }) => {
      const isOther = (waiver: Waiver): boolean =>
        waiver.check !== finding.check ||
        waiver.sheet !== finding.sheet ||
        waiver.cell !== cellName(finding.cell);
      return choose(
        (ledger) => ({ waivers: (ledger?.waivers ?? []).filter(isOther) }),
        afterChoice(message('pane.notice.unwaived')),
      );
    },
    setColumn: (sheet, role, letter) =>
      choose(() => ({ mapping: { [sheet]: { [role]: letter ?? '' } } }), remembering),
    setDirection: (sheet, indicator, direction) =>
      choose((ledger) => {
        const directions = ledger?.directions ?? {};
        const others = Object.entries(directions[sheet] ?? {}).filter(
          ([name]) => name !== indicator,
        );
        const rows = Object.fromEntries(
          direction === null ? others : [...others, [indicator, direction] as const],
        );
        return { directions: { ...directions, [sheet]: rows } };
      }, remembering),
    change: (part) => {
      set({ settings: { ...state.settings, ...part } });
      const shows = Object.keys(part).some((name) => name !== 'autoRecalculate');
      if (!shows) return Promise.resolve();
      return inTurn(async () => {
        const { workbook } = state;
        if (!workbook) return;
        // The preview it leaves was all that showed an adoption.
        set({ choices: NO_CHOICES });
        await pause();
        const again = await evaluated(workbook.snapshot);
        const dirty = (await isOutOfDate(again)) || state.dirty;
        set({ workbook: again, dirty, stage: { kind: 'ready' } });
      });
    },
    clearMarks: () =>
      inTurn(async () => {
        const workbook = await fresh();
        await write(workbook, planClear(workbook.snapshot), message('pane.notice.cleared'));
        written = null;
        set({ outcome: null });
      }),
    undo: () =>
      inTurn(async () => {
        await working('writing', false);
        const undone = (await host.undo?.()) ?? false;
        written = null;
        writes = undone ? Math.max(0, writes - 1) : 0;
        if (undone) set({ outcome: null, choices: NO_CHOICES });
        const workbook = undone
          ? await readAfter(message('pane.notice.undoneUnread'))
          : await readWorkbook();
        if (!workbook) return;
        showFresh(workbook, await isOutOfDate(workbook));
        if (undone) notify('success', message('pane.notice.undone'));
        else {
          set({ undoable: false });
          notify('info', message('pane.notice.nothingToUndo'));
        }
      }),
    select: async (sheet, cell) => {
      try {
        await host.select?.(sheet, cell);
      } catch (reason) {
        notifyFailure(asFailure(reason));
      }
    },
    dismiss: () => set({ notice: null }),
    stop: () => {
      stopped = true;
      callOff();
      stopListening();
      listeners.clear();
    },
  };
}

const keyOf = ({ result }: Workbook): string => JSON.stringify(result);

/** Whether a patch changes a filled cell that is not ours and not named by the person. */
function replacesFilled(patch: Patch, { snapshot, options }: Workbook): boolean {
  const sheets = new Map(snapshot.sheets.map((sheet) => [sheet.id, sheet]));
  const own = ownScores(snapshot);
  return patch.values.some(({ sheetId, top, left, values }) =>
    values.some((line, row) =>
      line.some((value, column) => {
        const sheet = sheets.get(sheetId);
        const cell = { row: top + row, column: left + column };
        const before = sheet?.values[cell.row]?.[cell.column] ?? null;
        if (!sheet || value === undefined || isBlank(before)) return false;
        const place = cellPlace(sheet.name, cell);
        return !own.has(place) && options.adopt?.has(place) !== true;
      }),
    ),
  );
}

const NOTHING = { flags: [], cached: [], sheets: [], removeSheets: [], values: [] } as const;

function asFailure(reason: unknown): Failure {
  return isFailure(reason) ? reason : new Failure('unexpected', {}, { cause: reason });
}

/** Nothing where the sheet is gone or somebody wrote into the cell meanwhile. */
function reasonBlock(snapshot: Snapshot, edit: ReasonEdit): ValueBlock[] {
  const sheet = snapshot.sheets.find((one) => one.name === edit.sheet);
  const before = sheet?.values[edit.cell.row]?.[edit.cell.column] ?? null;
  const isAsExpected =
    edit.instead === undefined
      ? isBlank(before)
      : typeof before === 'string' && before.trim() === edit.instead;
  if (!sheet || !isAsExpected) return [];
  const { row, column } = edit.cell;
  return [{ sheetId: sheet.id, top: row, left: column, values: [[edit.text]], before: [[before]] }];
}

/** The snapshot as it will be once single-cell blocks stand. */
function withValues(snapshot: Snapshot, blocks: readonly ValueBlock[]): Snapshot {
  const changed = (sheet: SheetSnapshot): SheetSnapshot => {
    const own = blocks.filter(({ sheetId }) => sheetId === sheet.id);
    if (own.length === 0) return sheet;
    const values = [...sheet.values];
    for (const { top, left, values: block } of own) {
      const line = [...(values[top] ?? [])];
      line[left] = block[0]?.[0] ?? null;
      values[top] = line;
    }
    return { ...sheet, values };
  };
  return { ...snapshot, sheets: snapshot.sheets.map(changed) };
}
