import fc from 'fast-check';
import { FORM_NAME, FORM_TOTAL } from '../../src/apps/wps/probe/host-cases';
import { evaluate } from '../../src/engine/evaluate';
import { DEFAULT_OPTIONS } from '../../src/engine/options';
import { planClear, planPatch } from '../../src/engine/plan';
import { createExcelHost, type ExcelHost } from '../../src/hosts/excel/excel-host';
import { createWpsHost, type WpsHost } from '../../src/hosts/wps/wps-host';
import { cellName, parseCellName, type CellRef } from '../../src/model/grid';
import type { PatchReport } from '../../src/model/patch';
import { snapshotOf } from '../support/snapshot-of';
import * as excelBook from '../support/excel-fake/fake-book';
import { recalculate } from '../support/excel-fake/fake-formulas';
import { openFakeExcel } from '../support/excel-fake/fake-excel';
import { bookOf, type SheetGiven } from '../support/wps-fake/book-of';
import * as wpsBook from '../support/wps-fake/fake-book';
import { fakeEt } from '../support/wps-fake/fake-et';
import { failureCodeOf } from '../support/failure-code';
import { FORM as SMALL } from './wps/small-form';

// Official forms are often protected with the cells to be filled in unlocked.

interface Allows {
  readonly formatCells: boolean;
  readonly editObjects: boolean;
}

/** A form open in either program, seen the same way. */
interface Opened {
  readonly host: ExcelHost | WpsHost;
  protect(open: readonly string[], allows?: Allows): void;
  unprotect(): void;
  type(address: string, value: string): void;
  valueOf(address: string): unknown;
  marked(): readonly string[];
  noted(): readonly string[];
  /** All of the form and the names of the sheets. */
  seen(): unknown;
}

/** The small form with no score filled in. */
const FORM: SheetGiven = {
  ...SMALL,
  rows: SMALL.rows.map((row, index) =>
    row.map((value, column) => {
      if (index < 4 || column !== 6 || typeof value === 'string') return value;
      return typeof value === 'object' && value !== null ? { ...value, value: 0 } : null;
    }),
  ),
};

const NOTHING: Allows = { formatCells: false, editObjects: false };
const at = (address: string): CellRef => {
  const cell = parseCellName(address);
  if (!cell) throw new Error(address);
  return cell;
};

function openExcel(): Opened {
  const rows = FORM.rows.map((row) =>
    row.map((value) =>
      typeof value === 'object' && value !== null
        ? 'value' in value
          ? value.value
          : { error: value.error }
        : value,
    ),
  );
  const book = excelBook.bookOf(
    snapshotOf([{ name: FORM_NAME, rows, merges: FORM.merges ?? [], formulas: TOTAL }]),
  );
  recalculate(book);
  const fake = openFakeExcel({ book });
  const form = () => excelBook.sheetNamed(book, FORM_NAME);
  const cells = (pick: (cell: excelBook.FakeCell) => boolean): readonly string[] =>
    [...form().cells]
      .filter(([, cell]) => pick(cell))
      .map(([key]) =>
        cellName({ row: excelBook.rowOfKey(key), column: excelBook.columnOfKey(key) }),
      );
  return {
    host: createExcelHost(fake),
    protect: (open, allows = NOTHING) => {
      for (const address of open) excelBook.changeCell(form(), address, { locked: false });
      Object.assign(form(), { isProtected: true, allows: { ...allows } });
    },
    unprotect: () => {
      form().isProtected = false;
    },
    type: (address, value) => {
      fake.type(FORM_NAME, address, value);
    },
    valueOf: (address) => excelBook.cellAt(form(), address).value,
    marked: () => cells(({ fill }) => fill !== null),
    noted: () => [...form().notes.keys()],
    seen: () => excelBook.pictureOf(book),
  };
}

function openWps(): Opened {
  const et = fakeEt(bookOf([FORM]));
  const form = () => {
    const sheet = et.book.sheets.find(({ name }) => name === FORM_NAME);
    if (!sheet) throw new Error('no form');
    return sheet;
  };
  const cells = (pick: (cell: wpsBook.FakeCell) => boolean): readonly string[] =>
    [...form().cells].flatMap(([key, cell]) => {
      const [row = 0, column = 0] = key.split(',').map(Number);
      return pick(cell) ? [cellName({ row, column })] : [];
    });
  return {
    host: createWpsHost(et.application),
    protect: (open, allows = NOTHING) => {
      for (const address of open) wpsBook.cellOf(form(), at(address)).locked = false;
      form().isProtected = true;
      Object.assign(form().allows, allows);
    },
    unprotect: () => {
      form().isProtected = false;
    },
    type: (address, value) => et.type(FORM_NAME, address, value),
    valueOf: (address) => wpsBook.peek(form(), at(address))?.value ?? '',
    marked: () => cells(({ fill }) => fill !== null),
    noted: () => cells(({ note }) => note !== null),
    seen: () =>
      structuredClone({
        names: et.book.sheets.map(({ name }) => name),
        parts: et.book.parts,
        cells: [...cells(() => true)].sort().map((name) => [name, wpsBook.peek(form(), at(name))]),
      }),
  };
}

const TOTAL = { [FORM_TOTAL.cell]: FORM_TOTAL.formula };
const PROGRAMS: readonly (readonly [string, () => Opened])[] = [
  ['Excel', openExcel],
  ['WPS', openWps],
];

async function score({ host }: Opened): Promise<PatchReport> {
  const snapshot = await host.read();
  return host.apply(planPatch(snapshot, evaluate(snapshot, DEFAULT_OPTIONS), DEFAULT_OPTIONS));
}

/** Cells scoring would write on an open sheet. */
async function scoreCells(open: () => Opened): Promise<readonly string[]> {
  const opened = open();
  await score(opened);
  const { ledger } = await opened.host.read();
  return (ledger?.scores ?? []).map(({ cell }) => cell);
}

const kindsOf = ({ degradations }: PatchReport): readonly string[] => [
  ...new Set(degradations.map(({ kind }) => kind)),
];

describe.each(PROGRAMS)('a protected sheet in %s', (_, open) => {
  test('gets its scores in the cells that are not locked; marks are left out and named', async () => {
    const [plain, opened] = [open(), open()];
    await score(plain);
    const cells = await scoreCells(open);
    opened.protect(cells);
    const report = await score(opened);
    expect(report.cellsWritten).toBe(cells.length);
    expect(cells.map((cell) => opened.valueOf(cell))).toEqual(
      cells.map((cell) => plain.valueOf(cell)),
    );
    expect([...opened.marked(), ...opened.noted()]).toEqual([]);
    expect(kindsOf(report)).toEqual(['mark-protected']);
    expect(report.sheetsWritten).toContain('核查清单');
  });

  test('a locked score cell is left and named, the others written', async () => {
    const opened = open();
    const [locked = '', ...others] = await scoreCells(open);
    opened.protect(others);
    const before = opened.valueOf(locked);
    const report = await score(opened);
    expect(opened.valueOf(locked)).toEqual(before);
    expect(report.cellsWritten).toBe(others.length);
    expect(report.degradations).toContainEqual({
      kind: 'cell-locked',
      sheet: FORM_NAME,
      cell: at(locked),
    });
    const { ledger } = await opened.host.read();
    expect(ledger?.scores.map(({ cell }) => cell)).toEqual(others);
  });

  test('all locked: refused by name, and the pane knows it beforehand', async () => {
    const opened = open();
    opened.protect([]);
    const before = opened.seen();
    expect((await opened.host.read()).sheets[0]?.hasOpenCells).toBe(false);
    expect(await failureCodeOf(score(opened))).toBe('sheet-protected');
    expect(opened.seen()).toEqual(before);
  });

  test.each<[string, Allows, boolean, boolean]>([
    ['fills', { formatCells: true, editObjects: false }, true, false],
    ['notes', { formatCells: false, editObjects: true }, false, true],
    ['both', { formatCells: true, editObjects: true }, true, true],
  ])('permits %s: they are set', async (__, allows, fills, notes) => {
    const [plain, opened] = [open(), open()];
    await score(plain);
    opened.protect(await scoreCells(open), allows);
    await score(opened);
    expect(opened.marked()).toEqual(fills ? plain.marked() : []);
    expect([...opened.noted()].sort()).toEqual(notes ? [...plain.noted()].sort() : []);
  });

  test('is taken back and cleared like any other', async () => {
    const opened = open();
    opened.protect(await scoreCells(open));
    const before = opened.seen();
    await score(opened);
    expect(await opened.host.undo()).toBe(true);
    expect(opened.seen()).toEqual(before);
    await score(opened);
    await opened.host.apply(planClear(await opened.host.read()));
    expect((await opened.host.read()).sheets.map(({ name }) => name)).toEqual([FORM_NAME]);
  });

  test('protected after it was marked: the marks stay, are remembered, and go once it is open', async () => {
    const opened = open();
    const cells = await scoreCells(open);
    await score(opened);
    const [marked, noted] = [opened.marked(), opened.noted()];
    opened.protect(cells);
    opened.type('F8', '97%');
    await score(opened);
    expect([opened.marked(), opened.noted()]).toEqual([marked, noted]);
    expect(await failureCodeOf(opened.host.apply(planClear(await opened.host.read())))).toBe(
      'sheet-protected',
    );
    opened.unprotect();
    await opened.host.apply(planClear(await opened.host.read()));
    expect([...opened.marked(), ...opened.noted()]).toEqual([]);
  });

  test('open again, it gets the marks that were left out', async () => {
    const [plain, opened] = [open(), open()];
    await score(plain);
    opened.protect(await scoreCells(open));
    await score(opened);
    opened.unprotect();
    await score(opened);
    expect(opened.marked()).toEqual(plain.marked());
    expect([...opened.noted()].sort()).toEqual([...plain.noted()].sort());
  });
});

const step = fc.constantFrom('score', 'undo', 'clear', 'protect', 'unprotect', 'type');

/** Whatever is locked and permitted, in whatever order: nothing locked changes, nothing is lost. */
test.each(PROGRAMS)('any protection at any time in %s', async (_, open) => {
  const cells = await scoreCells(open);
  await fc.assert(
    fc.asyncProperty(
      fc.subarray([...cells]),
      fc.record({ formatCells: fc.boolean(), editObjects: fc.boolean() }),
      fc.array(step, { minLength: 2, maxLength: 8 }),
      async (unlocked, allows, steps) => {
        const opened = open();
        let isProtected = false;
        for (const one of steps) {
          const before = cells.map((cell) => [cell, opened.valueOf(cell)]);
          const marks = [opened.marked(), opened.noted()];
          if (one === 'protect') {
            opened.protect(unlocked, allows);
            isProtected = true;
          } else if (one === 'unprotect') {
            opened.unprotect();
            isProtected = false;
          } else if (one === 'type') opened.type('F8', `${before.length}%`);
          else {
            const work = {
              score: () => score(opened),
              undo: () => opened.host.undo(),
              clear: async () => opened.host.apply(planClear(await opened.host.read())),
            }[one];
            expect(['ok', 'sheet-protected']).toContain(await failureCodeOf(work()));
          }
          if (!isProtected) continue;
          const locked = before.filter(([cell]) => !unlocked.includes(String(cell)));
          expect(locked.map(([cell]) => [cell, opened.valueOf(String(cell))])).toEqual(locked);
          if (!allows.formatCells) expect(opened.marked()).toEqual(marks[0]);
          if (!allows.editObjects) expect(opened.noted()).toEqual(marks[1]);
        }
        // Open at last, all of ours can go.
        opened.unprotect();
        await opened.host.apply(planClear(await opened.host.read()));
        expect([...opened.marked(), ...opened.noted()]).toEqual([]);
      },
    ),
    { numRuns: 30 },
  );
});
