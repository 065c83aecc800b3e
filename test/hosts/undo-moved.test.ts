import fc from 'fast-check';
import { readMarks } from '../../src/changes/fill-memory';
import { planClear } from '../../src/engine/plan';
import { createExcelHost, type ExcelHost } from '../../src/hosts/excel/excel-host';
import { createWpsHost, type WpsHost } from '../../src/hosts/wps/wps-host';
import { bgrOf } from '../../src/hosts/wps/colours';
import { cellName } from '../../src/model/grid';
import type { Ledger } from '../../src/model/ledger';
import type { Snapshot } from '../../src/model/snapshot';
import type { Degradation } from '../../src/model/patch';
import type { CellValue } from '../../src/model/snapshot';
import {
  bookOf,
  cellAt,
  changeCell,
  columnOfKey,
  guidOf,
  rowOfKey,
  sheetNamed,
  type FakeSheet as ExcelSheet,
} from '../support/excel-fake/fake-book';
import { openFakeExcel } from '../support/excel-fake/fake-excel';
import { recalculate } from '../support/excel-fake/fake-formulas';
import { planOf } from '../support/excel-fake/form-book';
import { rearrange } from '../support/excel-fake/rearrange';
import { fuzzRun } from '../support/fuzz-run';
import { deleted, inserted, moved, turned, type Move } from '../support/moves';
import { snapshotOf } from '../support/snapshot-of';
import { bookOf as wpsBookOf } from '../support/wps-fake/book-of';
import { cellOf as wpsCellOf, peek, type FakeCell } from '../support/wps-fake/fake-book';
import { fakeEt } from '../support/wps-fake/fake-et';
import { rearrange as rearrangeWps } from '../support/wps-fake/rearrange';

const HEAD = [
  '一级指标',
  '二级指标',
  '三级指标',
  '年度指标值',
  '实际完成值',
  '分值',
  '得分',
  '原因',
];
const [NAME, ACTUAL, SCORE, REASON] = [2, 4, 6, 7];
/** Rows of indicators, from 0; the total stands below. */
const [FIRST, COUNT] = [5, 4];
const TOTAL = FIRST + COUNT;

/** Names that occur twice, met and unmet targets, scores that are blank, right and wrong. */
function formRows(names: readonly number[], scores: readonly (number | null)[]): CellValue[][] {
  return [
    ['项目支出绩效自评表'],
    ['（2023年度）'],
    ['项目资金（万元）', '年初预算数', '全年预算数', '全年执行数', '分值', '执行率', '得分'],
    ['年度资金总额', 100, 100, 90, 10, 0.9, null],
    HEAD,
    ...names.map((name, at): CellValue[] => [
      at < COUNT / 2 ? '产出指标' : '效益指标',
      at < COUNT / 2 ? '数量指标' : '社会效益指标',
      `完成第${name}标段`,
      `≥${at + 10}个`,
      `${at % 2 === 0 ? at + 10 : at + 5}个`,
      15,
      scores[at] ?? null,
      '',
    ]),
    ['总分', null, null, null, null, 100, 0, null],
  ];
}

interface Look {
  readonly value: CellValue;
  readonly fill: string | null;
  readonly note: string | null;
}

/** A workbook open in Excel or in WPS, as the test deals with it. */
interface Bench {
  host: ExcelHost | WpsHost;
  sheet: string;
  reopen(): void;
  type(cell: string, value: string | number): void;
  move(move: Move): void;
  rename(name: string): void;
  /** Puts a copy with everything on it beside the form. */
  copy(): void;
  /** Another program saves the workbook without its notes. */
  takeNotes(): void;
  /** A person gives a cell a colour, `#rrggbb`. */
  fill(row: number, column: number, colour: string): void;
  look(row: number, column: number): Look;
  /** Cells of a sheet with a fill or a note, `附表!G5`. */
  marked(): readonly { readonly at: string; readonly look: Look }[];
}

function lookOf(sheet: ExcelSheet, name: string): Look {
  const { value, fill } = cellAt(sheet, name);
  const note = sheet.notes.get(name)?.content ?? null;
  return { value: value === '' ? null : value, fill: fill?.color ?? null, note };
}

function excelBench(rows: readonly (readonly CellValue[])[]): Bench {
  const book = bookOf(
    snapshotOf([{ name: '附表', rows, formulas: { [`G${TOTAL + 1}`]: `SUM(G4,G6:G${TOTAL})` } }]),
  );
  recalculate(book);
  const excel = openFakeExcel({ book });
  const form = () => sheetNamed(book, bench.sheet);
  const bench: Bench = {
    host: createExcelHost(excel),
    sheet: '附表',
    reopen: () => {
      bench.host = createExcelHost(excel);
    },
    type: (cell, value) => excel.type(bench.sheet, cell, value),
    move: (move) => {
      rearrange(form(), move);
      recalculate(book);
    },
    rename: (name) => {
      form().name = name;
      bench.sheet = name;
    },
    copy: () => {
      const id = guidOf(book.nextId++);
      book.sheets.push({ ...structuredClone(form()), id, name: `${bench.sheet}副本` });
    },
    takeNotes: () => {
      for (const { notes } of book.sheets) notes.clear();
    },
    fill: (row, column, color) => {
      const fill = { color, pattern: 'Solid', patternColor: '' };
      changeCell(form(), cellName({ row, column }), { fill });
    },
    look: (row, column) => lookOf(form(), cellName({ row, column })),
    marked: () =>
      book.sheets.flatMap((sheet) =>
        [...sheet.cells.keys()].flatMap((key) => {
          const cell = cellName({ row: rowOfKey(key), column: columnOfKey(key) });
          const look = lookOf(sheet, cell);
          return (look.fill ?? look.note) ? [{ at: `${sheet.name}!${cell}`, look }] : [];
        }),
      ),
  };
  return bench;
}

/** WPS counts colours blue first. */
const colourOf = ({ fill }: FakeCell): string | null =>
  fill === null
    ? null
    : `#${[fill & 255, (fill >> 8) & 255, fill >> 16]
        .map((part) => part.toString(16).padStart(2, '0'))
        .join('')
        .toUpperCase()}`;

function wpsBench(rows: readonly (readonly CellValue[])[]): Bench {
  const given = rows.map((line, row) =>
    line.map((value, column) =>
      row === TOTAL && column === SCORE ? { formula: `SUM(G4,G6:G${TOTAL})`, value: 0 } : value,
    ),
  );
  const et = fakeEt(wpsBookOf([{ name: '附表', rows: given }]));
  const form = () => {
    const sheet = et.book.sheets.find(({ name }) => name === bench.sheet);
    if (!sheet) throw new Error('no form');
    return sheet;
  };
  const bench: Bench = {
    host: createWpsHost(et.application),
    sheet: '附表',
    reopen: () => {
      bench.host = createWpsHost(et.application);
    },
    type: (cell, value) => et.type(bench.sheet, cell, value),
    move: (move) => rearrangeWps(form(), move),
    rename: (name) => {
      form().name = name;
      bench.sheet = name;
    },
    copy: () => {
      et.book.sheets.push({ ...structuredClone(form()), name: `${bench.sheet}副本` });
    },
    takeNotes: () => {
      for (const { cells } of et.book.sheets) for (const cell of cells.values()) cell.note = null;
    },
    fill: (row, column, colour) => {
      wpsCellOf(form(), { row, column }).fill = bgrOf(colour);
    },
    marked: () =>
      et.book.sheets.flatMap((sheet) =>
        [...sheet.cells].flatMap(([key, cell]) => {
          const [row = 0, column = 0] = key.split(',').map(Number);
          const look = { value: cell.value, fill: colourOf(cell), note: cell.note };
          const at = `${sheet.name}!${cellName({ row, column })}`;
          return (look.fill ?? look.note) ? [{ at, look }] : [];
        }),
      ),
    look: (row, column) => {
      const cell = peek(form(), { row, column });
      return cell
        ? { value: cell.value, fill: colourOf(cell), note: cell.note }
        : { value: null, fill: null, note: null };
    },
  };
  return bench;
}

type Step =
  | { readonly do: 'score'; readonly overwrite: boolean }
  | { readonly do: 'undo' | 'reopen' | 'sort' }
  | { readonly do: 'row+' | 'row-' | 'column+' | 'column-'; readonly at: number }
  | { readonly do: 'row' | 'column'; readonly at: number; readonly to: number }
  | { readonly do: 'copy' | 'take-notes' }
  | { readonly do: 'fill'; readonly at: number; readonly column: number; readonly colour: string }
  | { readonly do: 'edit'; readonly at: number; readonly column: number; readonly value: number }
  | { readonly do: 'rename'; readonly value: number };

const row = fc.integer({ min: 0, max: COUNT - 1 });
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant('score' as const), overwrite: fc.boolean() }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constantFrom('undo' as const, 'undo' as const, 'reopen' as const, 'sort' as const),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({ do: fc.constantFrom('row+' as const, 'row-' as const), at: row }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constantFrom('column+' as const, 'column-' as const),
      at: fc.integer({ min: 0, max: 7 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('column' as const),
      at: fc.integer({ min: 0, max: 7 }),
      to: fc.integer({ min: 0, max: 7 }),
    }),
  },
  { weight: 1, arbitrary: fc.constant({ do: 'copy' as const }) },
  { weight: 1, arbitrary: fc.constant({ do: 'take-notes' as const }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('fill' as const),
      at: row,
      column: fc.constantFrom(NAME, ACTUAL, SCORE, REASON),
      colour: fc.constantFrom('#00FF00', '#FFC7CE', '#DDEBF7'),
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('row' as const), at: row, to: row }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('edit' as const),
      at: row,
      column: fc.constantFrom(NAME, ACTUAL, SCORE, REASON),
      value: fc.integer({ min: 1, max: 9 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('rename' as const),
      value: fc.integer({ min: 1, max: 9 }),
    }),
  },
);

interface Write {
  readonly before: CellValue;
  readonly wrote: CellValue;
}

/** The workbook with what the test knows of it: cells keep a name of their own wherever they go. */
class World {
  rows = Array.from({ length: TOTAL + 1 }, (_, at) => at);
  columns = Array.from({ length: HEAD.length }, (_, at) => at);
  fresh = 100;
  /** Every write of each cell, by the tool. */
  readonly writes = new Map<string, Write[]>();
  /** What a person typed last, as long as the tool has not written over it. */
  readonly typed = new Set<string>();
  /** Cells of the write that is taken back next; null where that is not known. */
  last: ReadonlyMap<string, Write> | null = null;
  named: Degradation[] = [];
  copies = 0;
  /** Marks that the ledger could not place at once: two may be named by one address, of before and of now. */
  mostLost = 0;
  /** Which of a sheet and its copy was the first nobody can tell once no note says so. */
  isTakenForCopy = false;
  /** Fills a person set, of cells that had no mark then. */
  readonly fills = new Map<string, string>();

  constructor(readonly bench: Bench) {}

  cells(): ReadonlyMap<string, Look & { readonly at: string }> {
    return new Map(
      this.rows.flatMap((rowTag, row) =>
        this.columns.map((columnTag, column) => [
          `${rowTag}:${columnTag}`,
          { ...this.bench.look(row, column), at: cellName({ row, column }) },
        ]),
      ),
    );
  }

  move(move: Move): void {
    const tags = move.axis === 'row' ? this.rows : this.columns;
    const after = new Map(
      tags.flatMap((tag, index) => {
        const to = move.to(index);
        return to === null ? [] : [[to, tag] as const];
      }),
    );
    const length = Math.max(...after.keys()) + 1;
    const next = Array.from({ length }, (_, index) => after.get(index) ?? this.fresh++);
    if (move.axis === 'row') this.rows = next;
    else this.columns = next;
    this.bench.move(move);
  }

  /** Where an indicator row of the form stands now. */
  rowOf(at: number): number {
    const inside = this.rows.flatMap((tag, index) =>
      (tag >= FIRST && tag < TOTAL) || tag >= 100 ? [index] : [],
    );
    return inside[at % Math.max(1, inside.length)] ?? FIRST;
  }
}

async function act(world: World, one: Step): Promise<void> {
  const { bench } = world;
  switch (one.do) {
    case 'score':
      await scored(world, one.overwrite);
      return;
    case 'undo':
      await undone(world);
      return;
    case 'reopen':
      bench.reopen();
      return;
    case 'sort':
      world.move(turned(world.rowOf(0), world.rowOf(COUNT - 1)));
      return;
    case 'row+':
      world.move(inserted('row', world.rowOf(one.at)));
      return;
    case 'row-':
      if (world.rows.length > TOTAL - 1) world.move(deleted('row', world.rowOf(one.at)));
      return;
    case 'column+':
      if (world.columns.length < 10) world.move(inserted('column', one.at));
      return;
    case 'column-':
      if (world.columns.length > 7 && one.at !== NAME) world.move(deleted('column', one.at));
      return;
    case 'row':
      world.move(moved('row', world.rowOf(one.at), world.rowOf(one.to)));
      return;
    case 'column':
      world.move(moved('column', one.at, Math.min(one.to, world.columns.length - 1)));
      return;
    case 'copy':
      if (world.copies++ === 0) bench.copy();
      return;
    case 'take-notes':
      bench.takeNotes();
      return;
    case 'fill':
      coloured(world, one);
      return;
    case 'rename':
      bench.rename(`附表${one.value}`);
      return;
    case 'edit':
      edited(world, one);
  }
}

function edited(world: World, { at, column, value }: Extract<Step, { do: 'edit' }>): void {
  const row = world.rowOf(at);
  const now = world.columns.indexOf(column);
  if (now < 0) return;
  // A name typed is one there never was, a score none the tool would give.
  const typed =
    column === SCORE
      ? value + 0.125
      : column === NAME
        ? `另一件事${world.fresh++}`
        : column === ACTUAL
          ? `${value + 6}个`
          : `第${value}条原因`;
  world.bench.type(cellName({ row, column: now }), typed);
  world.typed.add(`${world.rows[row] ?? ''}:${column}`);
}

/** A person's fill is only told from ours where none of ours stands. */
function coloured(world: World, { at, column, colour }: Extract<Step, { do: 'fill' }>): void {
  const row = world.rowOf(at);
  const now = world.columns.indexOf(column);
  if (now < 0) return;
  const { fill, note } = world.bench.look(row, now);
  const tag = `${world.rows[row] ?? ''}:${column}`;
  if (note !== null || (fill !== null && world.fills.get(tag) !== fill)) return;
  world.bench.fill(row, now, colour);
  world.fills.set(tag, colour);
}

/** Only the list of findings is written: three sheets take most of the time. */
const SMALL = { summary: false, outline: false };

async function scored(world: World, overwriteScores: boolean): Promise<void> {
  const before = world.cells();
  const snapshot = await world.bench.host.read();
  const ledger = JSON.stringify(snapshot.ledger);
  const patch = planOf(snapshot, { ...SMALL, overwriteScores });
  const report = await world.bench.host.apply(patch);
  world.named.push(...report.degradations);
  const after = await world.bench.host.read();
  expectKnown(world, after.ledger);
  if (JSON.stringify(after.ledger) === ledger) return;
  const last = new Map<string, Write>();
  for (const [tag, { value }] of world.cells()) {
    const stood = before.get(tag)?.value ?? null;
    // The total is a formula.
    if (value === stood || tag.startsWith(`${TOTAL}:`)) continue;
    const write = { before: stood, wrote: value };
    last.set(tag, write);
    world.writes.set(tag, [...(world.writes.get(tag) ?? []), write]);
    world.typed.delete(tag);
  }
  world.last = last;
}

const TONES = new Set(['#FFC7CE', '#FFEB9C', '#DDEBF7']);

/** No mark of ours stands that the ledger does not know of, unless it was named. */
function expectKnown(world: World, ledger: Ledger | null): void {
  const { bench } = world;
  const known = new Set(
    [...(ledger?.flags ?? []), ...readMarks(ledger)].map(({ sheet, cell }) => `${sheet}!${cell}`),
  );
  const ours = new Set((ledger?.sheets ?? []).map(({ name }) => name));
  const persons = new Set(
    world.rows.flatMap((rowTag, row) =>
      world.columns.flatMap((columnTag, column) =>
        world.fills.has(`${rowTag}:${columnTag}`)
          ? [`${bench.sheet}!${cellName({ row, column })}`]
          : [],
      ),
    ),
  );
  if (world.isTakenForCopy) return;
  const unknown = bench.marked().filter(({ at, look }) => {
    const sheet = at.slice(0, at.lastIndexOf('!'));
    const isOurs = look.note !== null || TONES.has(look.fill ?? '');
    const isPersons = look.note === null && (persons.has(at) || sheet !== bench.sheet);
    return isOurs && !isPersons && !known.has(at) && !ours.has(sheet);
  });
  const named = new Set([
    ...world.named.map(({ sheet, cell }) => `${sheet} ${cell ? cellName(cell) : ''}`),
    ...(ledger?.lost ?? []).map(({ sheet, cell }) => `${sheet} ${cell}`),
  ]);
  if (unknown.length > Math.max(named.size, world.mostLost)) expect(unknown).toEqual([]);
}

/** What the ledger says before something is taken back. */
function remembered(world: World, { ledger }: Snapshot): void {
  const { bench, copies } = world;
  const flags = ledger?.flags ?? [];
  world.mostLost = Math.max(world.mostLost, ledger?.lost?.length ?? 0);
  world.isTakenForCopy =
    copies > 0 && flags.length > 0 && flags.every(({ sheet }) => sheet !== bench.sheet);
}

async function undone(world: World): Promise<void> {
  remembered(world, await world.bench.host.read());
  const before = world.cells();
  const left: Degradation[] = [];
  const did = await world.bench.host.undo({ onLeft: (named) => left.push(...named) });
  world.named.push(...left);
  const after = world.cells();
  for (const [tag, { value, at }] of after) {
    const stood = before.get(tag)?.value ?? null;
    if (value === stood || tag.startsWith(`${TOTAL}:`)) continue;
    // Only an old value of this very cell, over what the tool had put there.
    const own = world.writes.get(tag) ?? [];
    const isBack = own.some((write) => write.wrote === stood && write.before === value);
    expect([at, stood, value, isBack && !world.typed.has(tag)]).toEqual([at, stood, value, true]);
  }
  const { last } = world;
  if (did) world.last = null;
  if (!did || !last) return;
  const names = new Set(left.flatMap(({ cell }) => (cell ? [cellName(cell)] : [])));
  const whole = left.some(({ cell }) => cell === null);
  const open = [...last].filter(([tag, { wrote }]) => {
    const now = after.get(tag);
    return now?.value === wrote && !world.typed.has(tag) && before.get(tag)?.value === wrote;
  });
  const unnamed = open.filter(([tag]) => !names.has(after.get(tag)?.at ?? ''));
  // What cannot be placed at all is named by the cell it was written to.
  if (unnamed.length > names.size && !whole) expect(unnamed).toEqual([]);
}

/** The workbook after all that and a clearing. */
async function cleared(bench: Bench, steps: readonly Step[]): Promise<World> {
  const world = new World(bench);
  await bench.host.read();
  for (const one of steps) {
    await act(world, one);
  }
  const snapshot = await bench.host.read();
  remembered(world, snapshot);
  const report = await bench.host.apply(planClear(snapshot));
  world.named.push(...report.degradations);
  expectKnown(world, null);
  return world;
}

/** A person's fills stand; under a mark that was not found again, and was named, there may be one. */
function expectFills(world: World): void {
  const cells = world.cells();
  const isLost = world.named.some(({ kind }) => LOST.has(kind));
  const isLedgerGone = world.named.some(({ kind }) => kind === 'ledger-gone');
  for (const [tag, colour] of world.fills) {
    const now = cells.get(tag);
    // A mark known by its note alone was over nobody knows what; that the ledger is gone was said.
    const isUnder = (isLost && TONES.has(now?.fill ?? '')) || (isLedgerGone && now?.fill === null);
    if (now && !isUnder) expect([now.at, now.fill]).toEqual([now.at, colour]);
  }
}

async function live(bench: Bench, steps: readonly Step[]): Promise<void> {
  expectFills(await cleared(bench, steps));
}

/** What was not found again may have had a person's fill under it. */
const LOST: ReadonlySet<Degradation['kind']> = new Set(['mark-lost', 'undo-left', 'ledger-gone']);

const scenario = fc.record({
  names: fc.array(fc.integer({ min: 1, max: 5 }), { minLength: COUNT, maxLength: COUNT }),
  scores: fc.array(fc.constantFrom(null, null, 15, 10), { minLength: COUNT, maxLength: COUNT }),
  steps: fc.array(step, { minLength: 3, maxLength: 12 }),
});

const AGAIN: Step = { do: 'score', overwrite: false };

/** Another program took all notes: a mark is only ours where its row is told by what it is called. */
const WITHOUT_NOTES: readonly { readonly what: string; readonly steps: readonly Step[] }[] = [
  {
    what: 'rows of one name changed places and words',
    steps: [
      { do: 'row', at: 0, to: 1 },
      { do: 'edit', at: 0, column: ACTUAL, value: 1 },
      { do: 'edit', at: 1, column: ACTUAL, value: 2 },
      { do: 'take-notes' },
      { do: 'fill', at: 1, column: REASON, colour: '#FFC7CE' },
    ],
  },
  {
    what: 'a blank row came in place of another',
    steps: [
      { do: 'row-', at: 1 },
      { do: 'row+', at: 1 },
      { do: 'take-notes' },
      { do: 'fill', at: 1, column: REASON, colour: '#FFC7CE' },
    ],
  },
];

/** What undo brings back is not ours where a person has coloured the cell, or nobody can tell the cell. */
const PERSONS_FILLS: readonly {
  readonly what: string;
  readonly names: readonly number[];
  readonly steps: readonly Step[];
  /** Whether a mark is said not to be found. */
  readonly named: boolean;
}[] = [
  {
    what: 'undo brings back a mark whose row was deleted',
    names: [5, 1, 5, 1],
    steps: [
      { do: 'row+', at: 1 },
      AGAIN,
      { do: 'row', at: 0, to: 2 },
      { do: 'fill', at: 0, column: NAME, colour: '#DDEBF7' },
      { do: 'sort' },
      { do: 'row-', at: 0 },
      { do: 'undo' },
    ],
    named: true,
  },
  ...['#DDEBF7', '#FFC7CE'].map((colour) => ({
    what: `undo took a mark back and had to leave its score, on ${colour}`,
    names: [1, 1, 1, 1],
    steps: [
      { do: 'column' as const, at: 1, to: 0 },
      { do: 'undo' as const },
      { do: 'fill' as const, at: 0, column: SCORE, colour },
    ],
    named: true,
  })),
  ...['#DDEBF7', '#FFC7CE'].map((colour) => ({
    what: `undo brings back the note of a mark, on ${colour}`,
    names: [1, 2, 1, 1],
    steps: [
      { do: 'column-' as const, at: 3 },
      AGAIN,
      { do: 'fill' as const, at: 1, column: REASON, colour },
      { do: 'undo' as const },
    ],
    named: false,
  })),
  ...WITHOUT_NOTES.flatMap(({ what, steps }) =>
    [[], [AGAIN], [{ do: 'undo' as const }]].map((then) => ({
      what: `notes were taken, ${what}, and ${then[0]?.do ?? 'nothing'} followed`,
      names: [1, 1, 2, 3],
      steps: [...steps, ...then],
      named: true,
    })),
  ),
];

for (const { program, benchOf } of [
  { program: 'Excel', benchOf: excelBench },
  { program: 'WPS', benchOf: wpsBench },
]) {
  for (const { what, names, steps, named } of PERSONS_FILLS) {
    test(`in ${program}, a person’s fill of our colour stays where ${what}`, async () => {
      const world = await cleared(benchOf(formRows(names, [])), [
        { do: 'score', overwrite: true },
        ...steps,
      ]);
      expect(world.fills.size).toBe(1);
      expectFills(world);
      expect(world.named.some(({ kind }) => LOST.has(kind))).toBe(named);
    });
  }

  test(`in ${program}, marks of a row that lost its name are said once rows changed places and notes were taken`, async () => {
    const world = await cleared(benchOf(formRows([1, 2, 1, 1], [])), [
      { do: 'score', overwrite: true },
      { do: 'sort' },
      { do: 'row', at: 3, to: 0 },
      { do: 'column-', at: 0 },
      { do: 'take-notes' },
      AGAIN,
    ]);
    const lost = world.named.filter(({ kind }) => kind === 'mark-lost');
    expect(lost.map(({ cell }) => cell && cellName(cell))).toContain('F10');
  });

  test(`in ${program}, undo puts values into the very cells they came from, whatever became of rows and columns`, async () => {
    await fc.assert(
      fc.asyncProperty(scenario, ({ names, scores, steps }) =>
        live(benchOf(formRows(names, scores)), [{ do: 'score', overwrite: true }, ...steps]),
      ),
      fuzzRun(10),
    );
  }, 3_600_000);
}
