import { NO_FILL, readMarks, type Fill } from '../../../src/changes/fill-memory';
import { ledgersOf, type Change } from '../../../src/changes/change';
import { cellLabel } from '../../../src/model/address';
import type { AskedCell } from '../../../src/changes/standing';
import type { Prepared } from '../../../src/hosts/excel/prepare-write';
import {
  newState,
  type Answers,
  type HostEffect,
  type HostEvent,
  type HostState,
} from '../../../src/hosts/excel/queue';
import { step } from '../../../src/hosts/excel/queue-step';
import { NEW_MANNER, type Reading } from '../../../src/hosts/excel/reading';
import { revisionOf } from '../../../src/hosts/revision';
import { Failure } from '../../../src/model/failure';
import { cellName, parseCellName, type CellRef } from '../../../src/model/grid';
import type { CellValue, SheetSnapshot, Snapshot } from '../../../src/model/snapshot';
import { sheetFrom } from '../../support/apply-in-memory';
import { formSnapshot } from '../../support/excel-fake/form-book';

const ABILITIES = { merges: true, triggerSource: true, notes: true, keepsHistory: true };
export const FORM = '附表';

/** A workbook without Excel: what the host asks of it waits here, and ends when and how the test says. */
export interface World {
  state: HostState;
  sheets: readonly SheetSnapshot[];
  ledger: Snapshot['ledger'];
  fills: ReadonlyMap<string, Fill>;
  notes: ReadonlyMap<string, string>;
  areEventsOn: boolean;
  /** The one thing Excel is asked; null: nothing. */
  asked: HostEffect | null;
  /** What Excel said last that the workbook held; null once the host wrote. */
  lastRead: Reading | null;
  /** What the host wrote and nobody changed since, by cell of the form. */
  readonly wrote: Map<string, CellValue>;
  readonly calls: Map<number, Waiting>;
  sheetsMade: number;
}

export interface Waiting {
  readonly answered: (answer: Answers[keyof Answers]) => void;
  readonly failed: (failure: Failure) => void;
}

/** How what is asked of Excel ends. */
export type Outcome =
  | 'well'
  /** Turned away before anything is done. */
  | 'refused'
  /** Too much at once; of a write: all is done, but what it left is not told. */
  | 'much'
  /** A write stops in the middle. */
  | { readonly after: number };

export function newWorld(rows: number): World {
  const { sheets } = formSnapshot(rows);
  return {
    state: newState(ABILITIES),
    sheets,
    ledger: null,
    fills: new Map(),
    notes: new Map(),
    areEventsOn: true,
    asked: null,
    lastRead: null,
    wrote: new Map(),
    calls: new Map(),
    sheetsMade: 0,
  };
}

export function must(isSo: boolean, what: string): void {
  if (!isSo) throw new Error(what);
}

export function happen(world: World, event: HostEvent): void {
  const [state, effects] = step(world.state, event);
  world.state = state;
  const { known } = state;
  must(known === null || known === world.lastRead, 'the host knows what it never read');
  for (const effect of effects) {
    if (effect.kind === 'answer' || effect.kind === 'fail') settle(world, effect);
    else {
      must(world.asked === null, 'two things at a time');
      world.asked = effect;
    }
  }
  must((world.state.running === null) === (world.asked === null), 'nothing runs, or for ever');
}

function settle(world: World, effect: HostEffect & { readonly kind: 'answer' | 'fail' }): void {
  const waiting = world.calls.get(effect.call);
  must(world.calls.delete(effect.call), 'a question is answered that nobody asked, or twice');
  if (effect.kind === 'answer') waiting?.answered(effect.value);
  else waiting?.failed(effect.failure);
}

/** Nothing begins anew: the host is another, the workbook the same. */
export function reopen(world: World): void {
  world.state = newState(ABILITIES);
  world.asked = null;
  world.lastRead = null;
  world.calls.clear();
  world.areEventsOn = true;
}

export const formOf = ({ sheets }: World): SheetSnapshot => {
  const form = sheets.find(({ name }) => name === FORM);
  if (!form) throw new Error('the form is gone');
  return form;
};

export const valueAt = (world: World, { row, column }: CellRef): CellValue =>
  formOf(world).values[row]?.[column] ?? null;

function put(world: World, sheet: string, { row, column }: CellRef, value: CellValue): void {
  const into = (line: readonly CellValue[]): readonly CellValue[] =>
    line.map((one, at) => (at === column ? value : one));
  world.sheets = world.sheets.map((one) =>
    one.name === sheet
      ? { ...one, values: one.values.map((line, at) => (at === row ? into(line) : line)) }
      : one,
  );
}

export function type(world: World, cell: string, value: CellValue): void {
  const place = parseCellName(cell);
  if (!place) throw new Error(cell);
  put(world, FORM, place, value);
  world.wrote.delete(cell);
}

function readingOf(world: World): Reading {
  const { sheets, ledger } = world;
  const snapshot = { date1904: false, sheets, ledger };
  const reading: Reading = {
    list: {
      sheets: sheets.map(({ id, name, visibility }) => ({ id, name, visibility })),
      structureProtected: false,
      eventsEnabled: world.areEventsOn,
      parts: ledger ? ['1'] : [],
      isManual: false,
      isStale: false,
    },
    snapshot: { ...snapshot, revision: revisionOf(snapshot) },
    notes: { notes: [], all: true },
    ...NEW_MANNER,
  };
  world.lastRead = reading;
  return reading;
}

function preparedFor(world: World, reading: Reading, cells: readonly AskedCell[]): Prepared {
  const places = cells.map(({ sheet, cell }) => cellLabel(sheet, cell));
  return {
    reading,
    standing: {
      fills: new Map(places.map((place) => [place, world.fills.get(place) ?? NO_FILL])),
      notes: new Map([...world.notes].filter(([place]) => places.includes(place))),
    },
    threads: new Set(),
    charts: new Map(),
  };
}

/** What a write does, in the host's order. */
function stepsOf(world: World, change: Change): readonly (() => void)[] {
  const { first, last } = ledgersOf(change);
  const keep = (ledger: World['ledger'] | undefined): readonly (() => void)[] =>
    ledger === undefined ? [] : [() => void (world.ledger = ledger)];
  return [
    ...keep(first),
    ...change.cells.map(({ sheet, cell, value }) => () => {
      put(world, sheet, cell, value);
      if (sheet === FORM) world.wrote.set(cellName(cell), value);
    }),
    ...change.fills.map(({ sheet, cell, fill }) => () => {
      world.fills = new Map([...world.fills, [cellLabel(sheet, cell), fill]]);
    }),
    ...change.notes.map(({ sheet, cell, text }) => () => {
      const others = [...world.notes].filter(([place]) => place !== cellLabel(sheet, cell));
      world.notes = new Map([
        ...others,
        ...(text === null ? [] : [[cellLabel(sheet, cell), text] as const]),
      ]);
    }),
    ...change.pages.map(({ name, isNew, write }) => () => {
      world.sheetsMade += 1;
      const page = { ...sheetFrom(write, `page${String(world.sheetsMade)}`), name };
      world.sheets = isNew
        ? [...world.sheets, page]
        : world.sheets.map((sheet) => (sheet.name === name ? { ...page, id: sheet.id } : sheet));
    }),
    ...change.removed.map((name) => () => {
      world.sheets = world.sheets.filter((sheet) => sheet.name !== name);
    }),
    // Who clears keeps the scores, as a person's.
    ...(last === null && change.cells.length === 0 ? [() => world.wrote.clear()] : []),
    ...keep(last),
  ];
}

const NO_ROOM = { code: 'GeneralException', message: 'no room', traceMessages: [] };
const BUSY = { code: 'ConnectionFailure', message: 'gone', traceMessages: [] };

/** Ends what is asked of Excel. */
export function answer(world: World, outcome: Outcome): void {
  const effect = world.asked;
  world.asked = null;
  if (!effect || effect.kind === 'answer' || effect.kind === 'fail') return;
  if (effect.kind === 'send') {
    happen(world, send(world, effect, outcome));
    return;
  }
  if (effect.kind === 'restoreEvents') {
    if (outcome === 'well') world.areEventsOn = true;
    happen(world, { kind: 'eventsRestored', isDone: outcome === 'well', halted: effect.halted });
    return;
  }
  if (outcome === 'refused' || typeof outcome === 'object') {
    happen(world, { kind: 'refused', reason: BUSY });
    return;
  }
  if (world.state.owedEvents !== null) world.areEventsOn = world.state.owedEvents;
  happen(world, read(world, effect, outcome));
}

type Reads = HostEffect & {
  readonly kind: 'readBook' | 'verify' | 'prepare' | 'readAfter' | 'select';
};

function read(world: World, effect: Reads, outcome: 'well' | 'much'): HostEvent {
  switch (effect.kind) {
    case 'select':
      return { kind: 'selected' };
    case 'readBook':
      return { kind: 'read', reading: readingOf(world) };
    case 'readAfter':
      return { kind: 'readAfter', reading: outcome === 'much' ? null : readingOf(world) };
    case 'prepare': {
      const prepared = preparedFor(world, effect.reading, effect.cells);
      return { kind: 'prepared', prepared, isCancelled: false };
    }
    case 'verify': {
      const names = (sheets: readonly { readonly name: string }[]): string =>
        sheets.map(({ name }) => name).join('/');
      if (names(effect.before.list.sheets) !== names(world.sheets)) {
        return { kind: 'refused', reason: new Failure('stale-snapshot') };
      }
      const prepared =
        outcome === 'much' ? null : preparedFor(world, readingOf(world), effect.cells);
      return { kind: 'verified', prepared, isCancelled: false };
    }
  }
}

function send(
  world: World,
  { change, isAsked }: HostEffect & { readonly kind: 'send' },
  outcome: Outcome,
): HostEvent {
  const steps = stepsOf(world, change);
  const end =
    outcome === 'refused' ? 0 : typeof outcome === 'object' ? outcome.after : steps.length;
  world.lastRead = null;
  if (outcome !== 'refused') world.areEventsOn = false;
  for (const one of steps.slice(0, end)) {
    one();
    expectInLedger(world);
  }
  if (outcome === 'refused' || typeof outcome === 'object') {
    // Where the connection is lost nobody knows how much of it was done.
    const nothingDone = outcome === 'refused';
    const halted = { reason: nothingDone ? NO_ROOM : BUSY, done: 0, total: steps.length };
    const sent = {
      halted: { ...halted, nothingDone },
      degradations: [],
      answer: null,
      atOnce: false,
    };
    return { kind: 'sent', sent };
  }
  world.areEventsOn = true;
  const isTold = isAsked && outcome === 'well';
  const sent = {
    halted: null,
    degradations: [],
    answer: isTold ? readingOf(world) : null,
    atOnce: true,
  };
  return { kind: 'sent', sent };
}

/** Whatever of the workbook is ours is in its ledger, at every moment. */
export function expectInLedger(world: World): void {
  const { ledger, wrote } = world;
  const scores = (ledger?.scores ?? []).map(({ sheet, cell }) => `${sheet}!${cell}`);
  const marks = readMarks(ledger).map(({ sheet, cell }) => `${sheet}!${cell}`);
  // What is about to be taken away is in what takes that back.
  const memory = JSON.stringify(ledger?.host ?? {});
  const isKnown = (known: readonly string[], place: string): boolean =>
    known.includes(place) || memory.includes(`"${place.slice(place.indexOf('!') + 1)}"`);
  for (const [cell, value] of wrote) {
    const place = `${FORM}!${cell}`;
    must(value === null || isKnown(scores, place), `the ledger does not know of ${place}`);
  }
  for (const [place, { pattern }] of world.fills) {
    must(pattern === 'None' || isKnown(marks, place), `the ledger does not know of ${place}`);
  }
}

/** All that a person sees. */
export const pictureOf = (world: World): unknown => ({
  sheets: world.sheets.map(({ name }) => name),
  values: formOf(world).values,
  fills: [...world.fills].filter(([, { pattern }]) => pattern !== 'None').sort(),
  notes: [...world.notes].sort(),
});
