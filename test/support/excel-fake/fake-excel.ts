import { rangeName, type Range } from '../../../src/model/grid';
import type { ExcelSession } from '../../../src/hosts/excel/excel-session';
import { blankBook, keyOf, rangeIn, sheetNamed, type FakeBook, type FakeSheet } from './fake-book';
import { coerce, type Grid } from './fake-cells';
import { recalculate } from './fake-formulas';
import { hostError, isHostError, NULL_NODE, type Node } from './fake-nodes';
import { assign, follow, invoke, query, type Program } from './fake-objects';
import {
  excelClient,
  type ClientAnswer,
  type ClientArguments,
  type ClientRequest,
} from './load-client';
import type { RuleName } from './rules';
import { blankCell } from './fake-book';

/** What goes wrong with one request. */
export type Fault =
  | { readonly kind: 'refuse'; readonly code: string }
  /** After so many actions; what was done stays done. */
  | { readonly kind: 'halt'; readonly after: number; readonly code: string }
  /** Everything is done, but the answer does not arrive. */
  | { readonly kind: 'lost' };

export interface FakeOptions {
  readonly book?: FakeBook;
  /** The second figure of ExcelApi 1.x; 18 unless said. */
  readonly level?: number;
  /** Rules that are not enforced, to show that a test needs them. */
  readonly without?: readonly RuleName[];
  /** Cells a range may have to be read; Excel's 5,000,000 unless said. */
  readonly mostRead?: number;
  /** Bytes of a request or answer; 5 MB unless said. */
  readonly mostPayload?: number;
  readonly noCharts?: boolean;
  /** The code with which a call or property fails, by the kind of its object; null where it does not. */
  readonly fails?: (kind: string, name: string) => string | null;
  /** What the program makes of values it is given, row by row from the first. */
  readonly takes?: (values: Grid, range: Range) => Grid;
}

export interface Trip {
  readonly actions: number;
  readonly requestBytes: number;
  readonly answerBytes: number;
  /**
   * Microsoft's client sent it as a write, which clears the undo history of a person before
   * ExcelApi 1.19 (office-js #2802): real, for the client reckons it from what is in the request.
   */
  readonly isWrite: boolean;
}

export interface FakeExcel extends ExcelSession {
  readonly book: FakeBook;
  /** Every request so far. */
  readonly trips: readonly Trip[];
  /** Asked before each request, counted from 0 since the last `count(0)`. */
  fault: (trip: number) => Fault | null;
  /** A cell is being edited; the code differs between versions. */
  cellEdit: string | null;
  /** Something happens in the program between two requests. */
  between: ((trip: number) => void) | null;
  /** Takes events in hand instead of letting them come a turn later. */
  hold: ((fire: () => void) => void) | null;
  /** Excel tells of something, whether it happened or not. */
  readonly tell: (kind: EventKind, content: Readonly<Record<string, unknown>>) => void;
  /** A person deletes a sheet. */
  readonly remove: (sheet: string) => void;
  /** A person types into a cell. */
  readonly type: (sheet: string, address: string, value: unknown) => void;
  /** Somebody else who has the same workbook open types into a cell. */
  readonly typeElsewhere: (sheet: string, address: string, value: unknown) => void;
  /** A person selects a cell. */
  readonly pick: (sheet: string, address: string) => void;
  readonly forgetTrips: () => void;
  /** Edits of a person that Ctrl+Z would take back. */
  readonly undoable: () => number;
}

const MEGABYTES = 5 * 1024 * 1024;
type EventKind = 'changed' | 'added' | 'selected' | 'deleted';
const EVENTS: Readonly<Record<EventKind, number>> = {
  changed: 10,
  added: 13,
  selected: 14,
  deleted: 15,
};
/** Methods after which formulas have to be worked out again. */
const CHANGING: ReadonlySet<string> = new Set(['Clear', 'Delete', 'Merge', 'SetCellProperties']);
const REGISTERED: Readonly<Record<string, EventKind>> = {
  DataChanged: 'changed',
  Added: 'added',
  SelectionChanged: 'selected',
  Deleted: 'deleted',
};

function hasForbidden(value: unknown): boolean {
  if (value === undefined) return true;
  if (typeof value === 'number') return !Number.isFinite(value);
  if (typeof value !== 'object' || value === null) return false;
  if (Object.prototype.toString.call(value) === '[object Date]') return true;
  return Array.isArray(value) && value.some(hasForbidden);
}

/** A workbook open in Excel, behind Microsoft's own client. */
export function openFakeExcel(options: FakeOptions = {}): FakeExcel {
  const client = excelClient();
  const level = options.level ?? 18;
  const without = new Set<RuleName>(options.without ?? []);
  const enforces = (rule: RuleName): boolean => !without.has(rule);
  const book = options.book ?? blankBook();
  const limit = options.mostPayload ?? MEGABYTES;
  const trips: Trip[] = [];
  const listening = new Set<EventKind>();
  let undoable = 0;

  const raise = (kind: EventKind, content: Readonly<Record<string, unknown>>): void => {
    if (!listening.has(kind)) return;
    if (!book.eventsEnabled && enforces('events-off')) return;
    const fire = (): void => client.raise(EVENTS[kind], content);
    if (fake.hold) fake.hold(fire);
    else setTimeout(fire, 0);
  };
  const raiseChange = (sheet: FakeSheet, range: Range, by: string, from = 'Local'): void => {
    const said = level >= 14 && enforces('trigger-source') ? { triggerSource: by } : {};
    raise('changed', {
      address: rangeName(range),
      changeType: 'RangeEdited',
      source: from,
      type: 'WorksheetChanged',
      worksheetId: sheet.id,
      ...said,
    });
  };

  const program: Program = {
    book,
    enforces,
    mostRead: options.mostRead ?? 5_000_000,
    noCharts: options.noCharts ?? false,
    takes: options.takes ?? ((values) => values),
    changed: (sheet, range) => raiseChange(sheet, range, 'ThisLocalAddin'),
    listed: (kind, sheet) => raise(kind, { worksheetId: sheet.id, source: 'Local' }),
    registered: (event, on) => {
      const kind = REGISTERED[event];
      if (!kind) return;
      if (on) listening.add(kind);
      else listening.delete(kind);
    },
  };

  /** Formulas follow what they depend on, unless a person asked for it by hand. */
  const workOut = (): void => {
    if (book.isManual && enforces('manual-calculation')) book.isPending = true;
    else recalculate(book);
  };

  const mayDo = (node: Node | null, name: string): void => {
    const code = options.fails?.(node?.kind ?? 'context', name) ?? null;
    if (code !== null) throw hostError(code);
  };

  const work = (request: ClientRequest, stopAfter: number, code: string) => {
    const objects = new Map<number, Node>();
    const argumentsOf = (info: ClientArguments | undefined): readonly unknown[] =>
      (info?.Arguments ?? []).map((value, index) => {
        const id = info?.ReferencedObjectPathIds?.[index] ?? 0;
        return id > 0 ? resolve(id) : value;
      });
    const resolve = (id: number): Node => {
      const known = objects.get(id);
      if (known) return known;
      const path = request.ObjectPaths[String(id)];
      if (!path) return NULL_NODE;
      const parent = path.ParentObjectPathId ? resolve(path.ParentObjectPathId) : null;
      mayDo(parent, path.Name);
      const node = follow(program, parent, path.Name, argumentsOf(path.ArgumentInfo));
      objects.set(id, node);
      return node;
    };
    const results: { ActionId: number; Value: unknown }[] = [];
    const traces: number[] = [];
    let stale = false;
    const settle = (): void => {
      if (stale) workOut();
      stale = false;
    };
    let index = -1;
    try {
      for (const action of request.Actions) {
        index++;
        if (index >= stopAfter) throw hostError(code);
        let value: unknown = null;
        if (action.ActionType === 5) traces.push(action.Id);
        else {
          const node = resolve(action.ObjectPathId);
          if (action.ActionType === 1) value = node.kind === 'null' ? null : idOf(node);
          else if (action.ActionType === 2) {
            settle();
            value = query(program, node, action.QueryInfo?.Select ?? []);
          } else if (action.ActionType === 3) {
            mayDo(node, action.Name);
            value = invoke(program, node, action.Name, argumentsOf(action.ArgumentInfo));
            stale ||= CHANGING.has(action.Name);
          } else if (action.ActionType === 4) {
            const [raw] = argumentsOf(action.ArgumentInfo);
            if (enforces('plain-values') && hasForbidden(raw)) {
              throw hostError('StandInMisuse', 'NaN, Infinity, undefined or a Date was sent');
            }
            mayDo(node, action.Name);
            assign(program, node, action.Name, raw);
            stale = true;
          } else throw hostError('ApiNotFound', `action type ${action.ActionType}`);
        }
        results.push({ ActionId: action.Id, Value: value });
      }
    } catch (reason) {
      if (!isHostError(reason)) throw reason;
      settle();
      const failed = {
        Code: reason.code,
        Message: reason.message,
        ActionIndex: index,
        Location: '',
      };
      return { Error: failed, Results: results, TraceIds: traces };
    }
    settle();
    return { Results: results, TraceIds: traces };
  };

  const refused = (code: string): ClientAnswer => ({
    ErrorCode: code,
    ErrorMessage: code,
    Headers: {},
    Body: null,
  });

  const execute = (request: ClientRequest, text: string, flags: number): Promise<ClientAnswer> => {
    const trip = trips.length;
    fake.between?.(trip);
    const requestBytes = Buffer.byteLength(text);
    const note = (answer: ClientAnswer, answerBytes: number): Promise<ClientAnswer> => {
      const isWrite = (flags & 1) !== 0;
      if (isWrite && level < 19 && enforces('undo-cleared')) undoable = 0;
      trips.push({ actions: request.Actions.length, requestBytes, answerBytes, isWrite });
      return Promise.resolve(answer);
    };
    if (fake.cellEdit !== null && enforces('cell-edit')) return note(refused(fake.cellEdit), 0);
    if (requestBytes > limit && enforces('request-limit')) {
      return note(refused('RequestPayloadSizeLimitExceeded'), 0);
    }
    const fault = fake.fault(trip);
    if (fault?.kind === 'refuse') return note(refused(fault.code), 0);
    const before = enforces('no-rollback') ? null : structuredClone(book);
    const body = work(
      request,
      fault?.kind === 'halt' ? fault.after : Number.POSITIVE_INFINITY,
      fault?.kind === 'halt' ? fault.code : '',
    );
    if (before && 'Error' in body) Object.assign(book, before);
    if (fault?.kind === 'lost') return note(refused('ConnectionFailure'), 0);
    const said = JSON.stringify(body);
    const answerBytes = Buffer.byteLength(said);
    if (answerBytes > limit && enforces('response-limit')) {
      return note(refused('ResponsePayloadSizeLimitExceeded'), answerBytes);
    }
    // What the client gets is a copy, as over a wire.
    const copy = JSON.parse(said) as unknown;
    return note({ ErrorCode: '', ErrorMessage: '', Headers: {}, Body: copy }, answerBytes);
  };

  const fake: FakeExcel = {
    book,
    trips,
    fault: () => null,
    cellEdit: null,
    between: null,
    hold: null,
    tell: raise,
    remove: (name) => {
      const sheet = sheetNamed(book, name);
      book.sheets.splice(book.sheets.indexOf(sheet), 1);
      workOut();
      raise('deleted', { worksheetId: sheet.id, source: 'Local' });
    },
    openContext: () => {
      client.connect(execute, () => (enforces('requirement-set') ? level : 99));
      return client.openContext();
    },
    isSetSupported: (set, version) =>
      set === 'ExcelApi' && Number(version.split('.')[1] ?? 0) <= level,
    undoable: () => undoable,
    type: (name, address, value) => {
      const { sheet, range } = typed(name, address, value);
      undoable++;
      raiseChange(sheet, range, 'Unknown');
    },
    typeElsewhere: (name, address, value) => {
      const { sheet, range } = typed(name, address, value);
      raiseChange(sheet, range, 'Unknown', enforces('remote-events') ? 'Remote' : 'Local');
    },
    pick: (name, address) => {
      raise('selected', { address, worksheetId: sheetNamed(book, name).id });
    },
    forgetTrips: () => {
      trips.length = 0;
    },
  };
  const typed = (name: string, address: string, value: unknown) => {
    const sheet = sheetNamed(book, name);
    const range = rangeIn(address);
    if (!range) throw new Error(`no cell: ${address}`);
    const key = keyOf(range.top, range.left);
    const cell = sheet.cells.get(key) ?? blankCell();
    sheet.cells.set(
      key,
      value === ''
        ? { ...cell, value: '', formula: null, isError: false, isQuoted: false }
        : { ...cell, ...coerce(value, cell, enforces) },
    );
    workOut();
    return { sheet, range };
  };
  return fake;
}

const idOf = (node: Node): Record<string, unknown> => {
  if (node.kind === 'sheet') return { Id: node.sheet.id };
  return node.kind === 'part' ? { Id: node.id } : {};
};
