import { evaluate } from '../../src/engine/evaluate';
import type { EngineOptions } from '../../src/engine/options';
import { planPatch } from '../../src/engine/plan';
import { Failure } from '../../src/model/failure';
import { cellName, parseCellName } from '../../src/model/grid';
import type { Ledger } from '../../src/model/ledger';
import { isEmptyPatch, remembersOnly, type Patch, type PatchReport } from '../../src/model/patch';
import type { WorkbookResult } from '../../src/model/score';
import type { CellValue, SheetSnapshot, Snapshot } from '../../src/model/snapshot';
import type { Answer, Request } from '../../src/pane/session/machine';
import { applyInMemory } from '../support/apply-in-memory';
import { snapshotOf } from '../support/snapshot-of';

const ROWS: readonly (readonly CellValue[])[] = [
  ['项目支出绩效自评表'],
  [
    '一级指标',
    '二级指标',
    '三级指标',
    '年度指标值',
    '实际完成值',
    '分值',
    '得分',
    '偏差原因分析及改进措施',
  ],
  ['产出指标', '数量指标', '新建供水工程', '≥10处', '9处', 50, 50, ''],
  ['效益指标', '社会效益指标', '受益人口', '30000', '27000', 50, null, ''],
  ['总分', null, null, null, null, 100, null, null],
];

/** Cells a person fills in. */
export const PERSONS_CELLS = ['E3', 'E4', 'G3', 'G4', 'H4'] as const;

/** What one write of ours did, so that it can be taken back cell by cell. */
interface Taken {
  readonly patch: Patch;
  readonly sheets: readonly SheetSnapshot[];
  readonly ledger: Ledger | null;
}

/** A workbook that is open in the model of a program. */
export interface Book {
  readonly name: string;
  snapshot: Snapshot;
  history: Taken[];
  /** By cell: what the person typed last. */
  readonly typed: Map<string, CellValue>;
  /** By cell and value: all that was ever written into it. */
  readonly wrote: Set<string>;
  /** All it had, from the first. */
  readonly revisions: string[];
  /** Those that came of an edit nobody was told of. */
  readonly slipped: Set<string>;
}

function change(book: Book, part: Partial<Snapshot>): void {
  const revision = `r${String(book.revisions.length)}`;
  book.revisions.push(revision);
  book.snapshot = { ...book.snapshot, ...part, revision };
}

export function openBook(name: string): Book {
  const snapshot = { ...snapshotOf([{ name, rows: ROWS }]), revision: 'r0' };
  const typed = new Map<string, CellValue>();
  const book: Book = {
    name,
    snapshot,
    history: [],
    typed,
    wrote: new Set(),
    revisions: ['r0'],
    slipped: new Set(),
  };
  for (const cell of PERSONS_CELLS) typed.set(cell, valueOf(book, cell));
  return book;
}

export function valueOf({ snapshot, name }: Book, cell: string): CellValue {
  const at = parseCellName(cell);
  const sheet = snapshot.sheets.find((one) => one.name === name);
  return (at && sheet?.values[at.row]?.[at.column]) ?? null;
}

/** Puts values into cells of the form, as a person or an undo does. */
function put(book: Book, cells: readonly (readonly [string, CellValue])[]): void {
  const wanted = new Map(cells);
  const sheets = book.snapshot.sheets.map((sheet) =>
    sheet.name !== book.name
      ? sheet
      : {
          ...sheet,
          values: sheet.values.map((line, row) =>
            line.map((value, column) => {
              const next = wanted.get(cellName({ row, column }));
              return next === undefined ? value : next;
            }),
          ),
        },
  );
  change(book, { sheets });
}

export function type(book: Book, cell: string, value: CellValue): void {
  put(book, [[cell, value]]);
  book.typed.set(cell, value);
}

/** Cells of the form that a patch writes, with what it puts there. */
export function writesOf(book: Book, patch: Patch): (readonly [string, CellValue])[] {
  const form = book.snapshot.sheets.find(({ name }) => name === book.name);
  return patch.values
    .filter(({ sheetId }) => sheetId === form?.id)
    .flatMap(({ top, left, values }) =>
      values.flatMap((line, row) =>
        line.flatMap((value, column) => {
          const cell = cellName({ row: top + row, column: left + column });
          return value === undefined ? [] : [[cell, value] as const];
        }),
      ),
    );
}

/** @throws Failure `stale-snapshot` as every host. `partly`: a mark is left out and named. */
export function apply(book: Book, patch: Patch, partly: boolean): PatchReport {
  if (patch.revision !== book.snapshot.revision) throw new Failure('stale-snapshot');
  const { sheets, ledger } = book.snapshot;
  const flag = partly ? patch.flags.find(({ tone }) => tone !== null) : undefined;
  const left = flag ? [{ kind: 'note-kept', sheet: book.name, cell: flag.cell } as const] : [];
  if (!isEmptyPatch(patch)) {
    if (!remembersOnly(patch)) book.history.push({ patch, sheets, ledger });
    for (const one of writesOf(book, patch)) book.wrote.add(JSON.stringify(one));
    const next = applyInMemory(book.snapshot, patch);
    const said = next.ledger && flag ? withoutNote(next.ledger, cellName(flag.cell)) : next.ledger;
    change(book, { sheets: next.sheets, ledger: said });
  }
  return {
    cellsWritten: patch.values.length,
    flagsSet: patch.flags.length,
    flagsCleared: 0,
    sheetsWritten: patch.sheets.map(({ name }) => name),
    degradations: left,
    revision: book.snapshot.revision,
  };
}

const withoutNote = (ledger: Ledger, cell: string): Ledger => ({
  ...ledger,
  flags: ledger.flags.map((flag) => (flag.cell === cell ? { ...flag, note: null } : flag)),
});

/** Takes the last write back where nobody has changed anything since. */
export function undo(book: Book): boolean {
  const last = book.history.pop();
  if (!last) return false;
  const { sheets, ledger, patch } = last;
  const before: Book = { ...book, snapshot: { ...book.snapshot, sheets } };
  const back = writesOf(book, patch)
    .filter(([cell, wrote]) => valueOf(book, cell) === wrote)
    .map(([cell]) => [cell, valueOf(before, cell)] as const);
  put(book, back);
  const form = book.snapshot.sheets.filter(({ name }) => name === book.name);
  const others = sheets.filter(({ name }) => name !== book.name);
  change(book, { sheets: [...form, ...others], ledger });
  return true;
}

/** The engine, which says the same of the same: workbooks of a run of sequences are few. */
const results = new Map<string, WorkbookResult>();
const plans = new Map<string, Patch>();

function remembered<T>(known: Map<string, T>, key: string, make: () => T): T {
  const before = known.get(key);
  if (before !== undefined) return before;
  if (known.size > 5_000) known.clear();
  const made = make();
  known.set(key, made);
  return made;
}

const keyOf = ({ sheets, ledger }: Snapshot, options: EngineOptions): string =>
  JSON.stringify([
    sheets.map(({ name, values }) => [name, values]),
    ledger,
    { ...options, adopt: [...(options.adopt ?? [])] },
  ]);

export const evaluated = (snapshot: Snapshot, options: EngineOptions): WorkbookResult =>
  remembered(results, keyOf(snapshot, options), () => evaluate(snapshot, options));

export function planned(snapshot: Snapshot, options: EngineOptions): Patch {
  const patch = remembered(plans, keyOf(snapshot, options), () =>
    planPatch(snapshot, evaluated(snapshot, options), options),
  );
  return { ...patch, revision: snapshot.revision };
}

/** What the engine or the clock answers. */
export function answerOf(request: Request): Answer | null {
  if (request.ask === 'pause') return { is: 'paused' };
  if (request.ask === 'evaluate') {
    const { snapshot, options } = request;
    return {
      is: 'evaluated',
      workbook: { snapshot, options, result: evaluated(snapshot, options) },
    };
  }
  if (request.ask !== 'plan') return null;
  const { snapshot, options } = request.workbook;
  return { is: 'planned', patch: planned(snapshot, options) };
}
