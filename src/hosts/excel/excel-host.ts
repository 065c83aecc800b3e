import { Failure } from '../../model/failure';
import { cellName, type CellRef } from '../../model/grid';
import type { Ledger } from '../../model/ledger';
import {
  isEmptyPatch,
  remembersOnly,
  type Degradation,
  type Patch,
  type PatchReport,
  type SheetWrite,
} from '../../model/patch';
import type { Snapshot } from '../../model/snapshot';
import { checkPatch } from '../../changes/check-patch';
import type { ApplyHooks, HostPort, UndoHooks } from '../port';
import { pageAnswerBytes, sheetAnswerBytes } from './answer-size';
import type { AskedCell } from '../../changes/standing';
import { askMarks, threadPlaces, type AskedStanding } from './ask-marks';
import { textBytes } from '../cell-payload';
import { cellsNotKept, isIdle, withoutCells } from '../../changes/cells-not-kept';
import { isNoChange, NO_CHANGE, type Change } from '../../changes/change';
import { listenForEdits } from './edit-events';
import { asFailure, isGone, readExcelError } from './excel-failure';
import { abilitiesOf, type ExcelAbilities, type ExcelSession } from './excel-session';
import { readMarks } from '../../changes/fill-memory';
import { cellsToAsk, wantedFlags } from '../../changes/flag-edits';
import { xmlOfLedger } from '../ledger-xml';
import { createOwnWrites } from '../own-writes';
import { planChange, type Planned } from '../../changes/plan-change';
import { cellsOfRecord, planUndo } from '../../changes/plan-undo';
import {
  askList,
  askParts,
  askSheet,
  assemble,
  mayReadInPieces,
  readBook,
  sizeIfCrowded,
  type Asked,
  type BookList,
  type Manner,
  type Reading,
  type SheetEntry,
  type Size,
} from './read-book';
import { sendSteps, type Halted } from './send-steps';
import { readMemory, type UndoRecord } from '../../changes/undo-record';
import { cellSteps, fillSteps, noteSteps } from './write-cells';
import { pageSteps, removeStep } from './write-pages';
import { ACTION_SIZE, openBatch, step, type Batch, type Step } from './write-steps';

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

/** Cells with a note are asked for one by one; so many fit into one request. */
const MARKS_PER_TRIP = 5_000;
/** Writes that can be taken back one after the other. */
const MOST_HISTORY = 20;
/**
 * Bytes up to which the re-read travels with the write. Excel on the web refuses answers above 5 MB,
 * after it has done what was asked: a write whose answer is refused cannot be told from one undone.
 */
const MOST_ANSWER = 4_500_000;

/** What is known right before a write. */
interface Prepared {
  readonly reading: Reading;
  readonly standing: AskedStanding;
  /** Names of charts per sheet of ours. */
  readonly charts: ReadonlyMap<string, readonly string[]>;
}

type Charts = Prepared['charts'];

function askCharts(
  context: Excel.RequestContext,
  sheets: readonly { readonly id: string; readonly name: string }[],
): Asked<Charts> {
  const asked = sheets.map(({ id, name }) => {
    const { charts } = context.workbook.worksheets.getItem(id);
    charts.load('items/name');
    return { name, charts };
  });
  return () =>
    new Map(asked.map(({ name, charts }) => [name, charts.items.map((chart) => chart.name)]));
}

/** Our own sheets that are there, with their ids. */
const ownSheets = ({ snapshot }: Reading) => {
  const names = new Set(snapshot.ledger?.sheets.map(({ name }) => name));
  return snapshot.sheets.filter(({ name }) => names.has(name));
};

function joinStanding(parts: readonly AskedStanding[]): AskedStanding {
  return {
    fills: new Map(parts.flatMap(({ fills }) => [...fills])),
    notes: new Map(parts.flatMap(({ notes }) => [...notes])),
    threads: parts[0]?.threads ?? [],
  };
}

function ledgerSteps(change: Change, list: BookList): readonly Step[] {
  const { ledger } = change;
  if (ledger === undefined) return [];
  const xml = ledger === null ? null : xmlOfLedger(ledger);
  const [first, ...others] = list.parts;
  return [
    step(
      ACTION_SIZE * (1 + list.parts.length) + (xml === null ? 0 : textBytes(xml)),
      ({ context }) => {
        const parts = context.workbook.customXmlParts;
        for (const id of xml === null ? list.parts : others) parts.getItem(id).delete();
        if (xml === null) return;
        if (first === undefined) parts.add(xml);
        else parts.getItem(first).setXml(xml);
      },
    ),
  ];
}

/** The ledger first: whatever happens afterwards, it says what of the workbook is ours. */
function stepsOf(change: Change, list: BookList, charts: Charts): readonly Step[] {
  return [
    ...ledgerSteps(change, list),
    ...cellSteps(change.cells),
    ...fillSteps(change.fills),
    ...noteSteps(change.notes),
    ...change.pages.flatMap((page) => pageSteps(page, change.renamed, charts.get(page.name) ?? [])),
    ...change.removed.map(removeStep),
  ];
}

/** Whether what stands after the change can be asked for in the request that makes it. */
function isSmall(change: Change, { snapshot }: Reading): boolean {
  const written = new Set(change.pages.map(({ name }) => name));
  const pages = change.pages.map(({ write }) => pageAnswerBytes(write));
  const sheets = snapshot.sheets
    .filter(({ name }) => !written.has(name))
    .map((sheet) => sheetAnswerBytes(sheet));
  return [...pages, ...sheets].reduce((sum, bytes) => sum + bytes, 0) <= MOST_ANSWER;
}

const sizeOfPage = ({ rows }: SheetWrite): Size => ({
  rowCount: rows.length,
  columnCount: rows.reduce((most, row) => Math.max(most, row.length), 1),
});

/** Bytes a cell of each page takes in an answer, so that it is asked for in pieces that fit. */
const pageWeights = (change: Change): readonly (readonly [string, number])[] =>
  change.pages.map(({ name, write }) => {
    const { rowCount, columnCount } = sizeOfPage(write);
    return [name, pageAnswerBytes(write) / Math.max(1, rowCount * columnCount)];
  });

/** What is known of the merged areas of each sheet, by name, once the change is made. */
function crowdedAfter(change: Change, before: Reading): ReadonlyMap<string, Size | null> {
  const sheets = before.list.sheets.map(
    ({ id, name }) => [name, before.crowded.get(id) ?? null] as const,
  );
  const pages = change.pages.map(
    ({ name, write }) => [name, sizeIfCrowded(write.merges.length, sizeOfPage(write))] as const,
  );
  return new Map([...sheets, ...pages]);
}

/** Asks for the whole workbook as the change leaves it. */
function askAfter(
  batch: Batch,
  change: Change,
  reading: Reading,
  abilities: ExcelAbilities,
): Asked<Reading> {
  const before = reading.list;
  const crowded = crowdedAfter(change, reading);
  const gone = new Set(change.removed);
  const entries: SheetEntry[] = [
    ...before.sheets.filter(({ name }) => !gone.has(name)),
    ...change.pages
      .filter(({ isNew }) => isNew)
      .map(({ name }): SheetEntry => ({ id: '', name, visibility: 'visible' })),
  ];
  const list = askList(batch.context);
  const sheets = new Map(
    entries.map((entry) => [
      entry.name,
      askSheet(batch.sheet(entry.name), entry, abilities, crowded.get(entry.name) ?? null),
    ]),
  );
  const parts =
    change.ledger === undefined
      ? askParts(batch.context, before.parts)
      : (): readonly string[] => (change.ledger ? [xmlOfLedger(change.ledger)] : []);
  return () => {
    const now = list();
    const raw = now.sheets.flatMap((entry) => {
      const sheet = sheets.get(entry.name);
      return sheet ? [{ ...sheet(), ...entry }] : [];
    });
    return assemble(now, raw, parts(), false);
  };
}

const sameList = (first: BookList, second: BookList): boolean =>
  JSON.stringify({ ...first, eventsEnabled: true }) ===
  JSON.stringify({ ...second, eventsEnabled: true });

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
  const history: UndoRecord[] = [];
  let pages: readonly SheetWrite[] = [];
  let known: Reading | null = null;
  /** How the workbook was last read, also where what was read is out of date by now. */
  let manner: Manner = { crowded: new Map(), inPieces: false, weights: new Map() };
  /** Events are off since a write that could not switch them on again; what they were before. */
  let owedEvents: boolean | null = null;
  let queue: Promise<unknown> = Promise.resolve();

  /** One thing at a time: a read in the middle of a write would see half of it. */
  const alone = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = queue.then(work).catch((reason: unknown) => {
      throw asFailure(reason);
    });
    queue = turn.catch(() => undefined);
    return turn;
  };

  const remember = (reading: Reading): Reading => {
    known = reading;
    manner = reading;
    return reading;
  };

  const openContext = (): Excel.RequestContext => {
    const context = options.openContext();
    if (owedEvents !== null) context.runtime.enableEvents = owedEvents;
    return context;
  };

  const readAll = async (): Promise<Reading> => {
    const reading = await readBook(openContext(), abilities, manner);
    owedEvents = null;
    return remember(reading);
  };

  const marksOf = async (
    context: Excel.RequestContext,
    cells: readonly AskedCell[],
  ): Promise<readonly AskedStanding[]> => {
    const parts: AskedStanding[] = [];
    for (let from = 0; from < cells.length; from += MARKS_PER_TRIP) {
      const asked = askMarks(context, cells.slice(from, from + MARKS_PER_TRIP), abilities);
      await context.sync();
      parts.push(asked());
    }
    return parts;
  };

  /** Everything again in one round trip, with what stands on the cells; null where that is too much. */
  const verifyAtOnce = async (
    context: Excel.RequestContext,
    before: Reading,
    cells: readonly AskedCell[],
  ): Promise<Prepared | null> => {
    const list = askList(context);
    const { worksheets } = context.workbook;
    const sheets = before.list.sheets.map((entry) =>
      askSheet(
        worksheets.getItem(entry.id),
        entry,
        abilities,
        before.crowded.get(entry.id) ?? null,
      ),
    );
    const parts = askParts(context, before.list.parts);
    const charts = askCharts(context, ownSheets(before));
    const marks = askMarks(context, cells.slice(0, MARKS_PER_TRIP), abilities);
    try {
      await context.sync();
    } catch (reason) {
      if (isGone(readExcelError(reason))) throw new Failure('stale-snapshot');
      if (mayReadInPieces(reason)) return null;
      throw reason;
    }
    owedEvents = null;
    if (!sameList(list(), before.list)) throw new Failure('stale-snapshot');
    const raw = sheets.map((sheet) => sheet());
    const reading = remember(assemble(list(), raw, parts(), false));
    const rest = await marksOf(context, cells.slice(MARKS_PER_TRIP));
    return { reading, standing: joinStanding([marks(), ...rest]), charts: charts() };
  };

  /** Reads again right before a write, with everything the write has to know. */
  const prepare = async (
    cellsIn: (reading: Reading) => readonly AskedCell[],
    expected: string | null,
  ): Promise<Prepared> => {
    const isExpected = ({ snapshot }: Reading): boolean =>
      expected === null || snapshot.revision === expected;
    const check = (reading: Reading): void => {
      if (!isExpected(reading)) throw new Failure('stale-snapshot');
    };
    const before = known;
    if (before && !manner.inPieces) {
      check(before);
      const prepared = await verifyAtOnce(openContext(), before, cellsIn(before));
      if (prepared) {
        check(prepared.reading);
        return prepared;
      }
    }
    const reading = await readAll();
    check(reading);
    const context = openContext();
    const charts = askCharts(context, ownSheets(reading));
    const cells = cellsIn(reading);
    const marks = askMarks(context, cells.slice(0, MARKS_PER_TRIP), abilities);
    await context.sync();
    const rest = await marksOf(context, cells.slice(MARKS_PER_TRIP));
    return { reading, standing: joinStanding([marks(), ...rest]), charts: charts() };
  };

  /** What a change left, in a request of its own; null where that is too much for one. */
  const readAfter = async (change: Change, before: Reading): Promise<Reading | null> => {
    const batch = openBatch(openContext());
    const asked = askAfter(batch, change, before, abilities);
    try {
      await batch.context.sync();
      return asked();
    } catch (reason) {
      if (!mayReadInPieces(reason)) throw reason;
      return null;
    }
  };

  /** What a finished write left. A refusal now is none of the write: it stands, and can be undone. */
  const readDone = async (
    change: Change,
    before: Reading,
    wasAsked: boolean,
  ): Promise<Reading | null> => {
    try {
      const after = wasAsked || manner.inPieces ? null : await readAfter(change, before);
      if (after) remember(after);
      return after ?? (await readAll());
    } catch {
      return null;
    }
  };

  const restoreEvents = async (were: boolean): Promise<void> => {
    owedEvents = were;
    const context = openContext();
    try {
      await context.sync();
      owedEvents = null;
    } catch {
      // Excel is not listening; the next request carries it.
    }
  };

  interface Written {
    readonly degradations: readonly Degradation[];
    /** Null: all is written, but Excel could not be asked what it left. */
    readonly reading: Reading | null;
  }

  const touchedBy = (change: Change, { snapshot }: Reading) => {
    const ids = new Map(snapshot.sheets.map(({ name, id }) => [name, id]));
    const cells = new Map<string, CellRef[] | null>();
    for (const { sheet, cell } of change.cells) {
      const id = ids.get(sheet) ?? sheet;
      const list = cells.get(id);
      if (list) list.push(cell);
      else cells.set(id, [cell]);
    }
    for (const { name } of change.pages) cells.set(ids.get(name) ?? name, null);
    return cells;
  };

  /** Makes a change; a halted one comes out as what `onHalt` makes of it. */
  const write = async (
    change: Change,
    { reading, charts }: Prepared,
    hooks: ApplyHooks,
    onHalt: (halted: Halted) => Promise<Failure>,
  ): Promise<Written> => {
    const steps = stepsOf(change, reading.list, charts);
    const isAsked = !manner.inPieces && isSmall(change, reading);
    const close = ownWrites.open(
      touchedBy(change, reading),
      new Set(reading.snapshot.sheets.map(({ id }) => id)),
    );
    const eventsWere = reading.list.eventsEnabled;
    try {
      const sent = await sendSteps(options, {
        steps,
        eventsWere,
        ask: isAsked ? (batch) => askAfter(batch, change, reading, abilities) : null,
        ...(hooks.onProgress ? { onProgress: hooks.onProgress } : {}),
      });
      if (sent.halted) {
        known = null;
        await restoreEvents(eventsWere);
        throw await onHalt(sent.halted);
      }
      known = null;
      manner = { ...manner, weights: new Map([...manner.weights, ...pageWeights(change)]) };
      const { answer, degradations } = sent;
      if (answer) remember(answer);
      return { degradations, reading: answer ?? (await readDone(change, reading, isAsked)) };
    } finally {
      close();
    }
  };

  /** Writes the ledger alone: what the last write put into it turned out not to be so. */
  const correctLedger = async (
    ledger: Ledger,
    prepared: Prepared,
    onHalt: (halted: Halted) => Promise<Failure>,
  ): Promise<Reading | null> => {
    const change: Change = { ...NO_CHANGE, ledger };
    // Turned away as a whole it is still a halt: the write before it was done.
    const written = await write(change, prepared, {}, (halted) =>
      onHalt({ ...halted, nothingDone: false }),
    );
    return written.reading;
  };

  /** Takes a write back, in whatever state it left the workbook. */
  const takeBack = async (
    record: UndoRecord,
    expected: string | null,
  ): Promise<readonly Degradation[]> => {
    const prepared = await prepare((reading) => cellsOfRecord(record, reading), expected);
    const { change, degradations } = planUndo(record, prepared.reading, prepared.standing, pages);
    if (!isNoChange(change)) {
      await write(change, prepared, {}, ({ reason }) => Promise.resolve(asFailure(reason)));
    }
    return degradations;
  };

  const apply = async (patch: Patch, hooks: ApplyHooks): Promise<PatchReport> => {
    if (isEmptyPatch(patch) && known) {
      if (known.snapshot.revision !== patch.revision) throw new Failure('stale-snapshot');
      return reportOf(null, [], known.snapshot.revision);
    }
    const cellsIn = ({ snapshot }: Reading): readonly AskedCell[] =>
      cellsToAsk(wantedFlags(patch.flags, snapshot.sheets), readMarks(snapshot.ledger));
    // What is wrong with the patch itself is said before Excel is asked anything.
    if (known) checkPatch(patch, known.snapshot, () => []);
    const prepared = await prepare(cellsIn, patch.revision);
    const { reading, standing } = prepared;
    const threads = await threadPlaces(standing.threads);
    const planned = planChange({
      patch,
      reading,
      writes: checkPatch(patch, reading.snapshot, () => []),
      flags: wantedFlags(patch.flags, reading.snapshot.sheets),
      standing,
      threads,
      pages,
      abilities,
    });
    if (hooks.cancelled?.()) throw new Failure('cancelled');
    if (isNoChange(planned.change)) {
      return reportOf(planned, [], reading.snapshot.revision);
    }
    const giveUp = async (halted: Halted): Promise<Failure> => {
      const failure = asFailure(halted.reason);
      if (halted.nothingDone) return failure;
      const record = { ...planned.undo, halted: true as const };
      try {
        await takeBack(record, null);
        return failure;
      } catch (reason) {
        history.push(record);
        return new Failure(
          'excel-partly-written',
          { done: halted.done, total: halted.total, reason: failure.code },
          { cause: reason },
        );
      }
    };
    const written = await write(planned.change, prepared, hooks, giveUp);
    const after = written.reading;
    const lost = after ? cellsNotKept(planned.change.cells, reading.snapshot, after.snapshot) : [];
    const kept = lost.length === 0 ? planned : withoutCells(planned, lost);
    const idle = lost.length > 0 && isIdle(kept);
    const ledger = idle ? kept.undo.ledger : kept.change.ledger;
    const last =
      after === null || lost.length === 0 || !ledger
        ? after
        : await correctLedger(ledger, { ...prepared, reading: after }, giveUp);
    pages = kept.pages;
    if (!idle && !remembersOnly(patch)) history.push(kept.undo);
    if (history.length > MOST_HISTORY) history.shift();
    // The revision before, stale by now, where Excel could not be asked.
    return reportOf(kept, written.degradations, (last ?? reading).snapshot.revision);
  };

  const undo = async ({ onLeft }: UndoHooks): Promise<boolean> => {
    const last = history.at(-1);
    // Anew: rows and sheets may stand elsewhere than when it was last read.
    const { snapshot } = await readAll();
    const record = last ?? readMemory(snapshot.ledger).undo;
    if (!record) return false;
    const left = await takeBack(record, snapshot.revision);
    if (last) history.pop();
    pages = [];
    if (left.length > 0) onLeft?.(left);
    return true;
  };

  return {
    abilities,
    capabilities: {
      notes: abilities.notes,
      editEvents: true,
      merges: abilities.merges,
    },
    read: (): Promise<Snapshot> => alone(async () => (await readAll()).snapshot),
    apply: (patch, hooks = {}) => alone(() => apply(patch, hooks)),
    undo: (hooks = {}) => alone(() => undo(hooks)),
    onEdit: (callback) => listenForEdits(options, abilities, ownWrites, callback),
    select: (sheet, cell) =>
      alone(async () => {
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
      }),
  };
}

function reportOf(
  planned: Planned | null,
  more: readonly Degradation[],
  revision: string,
): PatchReport {
  return {
    cellsWritten: planned?.cellsWritten ?? 0,
    flagsSet: planned?.flagsSet ?? 0,
    flagsCleared: planned?.flagsCleared ?? 0,
    sheetsWritten: planned?.sheetsWritten ?? [],
    degradations: [...(planned?.degradations ?? []), ...more],
    revision,
  };
}
