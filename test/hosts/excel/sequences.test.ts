import fc from 'fast-check';
import { createExcelHost, type ExcelHost } from '../../../src/hosts/excel/excel-host';
import { isFailure } from '../../../src/model/failure';
import { parseCellName } from '../../../src/model/grid';
import { cellAt, pictureOf, sheetNamed, type FakeBook } from '../../support/excel-fake/fake-book';
import { openFakeExcel, type FakeExcel } from '../../support/excel-fake/fake-excel';
import { clear, formBook, score } from '../../support/excel-fake/form-book';

type Action =
  | { readonly kind: 'edit'; readonly cell: string; readonly value: string | number }
  | { readonly kind: 'score' | 'undo' | 'clear' | 'reopen' }
  | { readonly kind: 'fail'; readonly after: number };

const ROWS = 6;
const CELLS = Array.from({ length: ROWS }, (_, index) => index + 6).flatMap((row) => [
  `E${row}`,
  `G${row}`,
  `H${row}`,
]);

const action: fc.Arbitrary<Action> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('edit' as const),
      cell: fc.constantFrom(...CELLS),
      value: fc.constantFrom<string | number>('', '10个', '8个', 15, 7.5, '正在完善', '=1+1'),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constantFrom<'score' | 'undo' | 'clear' | 'reopen'>(
        'score',
        'score',
        'undo',
        'clear',
        'reopen',
      ),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('fail' as const),
      after: fc.integer({ min: 1, max: 400 }),
    }),
  },
);

/** What a person typed and no one else may touch. */
const OWN = ['说明'];
const OURS = ['核查清单', '汇总表', '自评报告提纲'];

interface World {
  readonly fake: FakeExcel;
  host: ExcelHost;
  /** Texts and numbers people typed into 完成值 and 原因. */
  readonly typed: Map<string, unknown>;
  /** A page of ours was left without its looks; the next write, taken back or not, may give it them. */
  undressed: boolean;
}

async function act(world: World, step: Action): Promise<void> {
  const { fake } = world;
  switch (step.kind) {
    case 'edit':
      fake.type('附表', step.cell, step.value);
      world.typed.set(step.cell, cellAt(sheetNamed(fake.book, '附表'), step.cell).value);
      return;
    case 'score':
      await score(world.host);
      await expectAtRest(world);
      return;
    case 'clear':
      await clear(world.host);
      return;
    case 'undo':
      await expectUndone(world);
      return;
    case 'reopen':
      world.host = createExcelHost(fake);
      return;
    case 'fail':
      await expectNothingLost(world, step.after);
  }
}

/** Scoring comes to rest, and then writes nothing at all. */
async function expectAtRest({ fake, host }: World): Promise<void> {
  for (let again = 0; again < 2; again++) await score(host);
  const once = pictureOf(fake.book);
  const { length } = fake.trips;
  await score(host);
  expect(pictureOf(fake.book)).toEqual(once);
  // Read only: what there is, what is in it, and at most the check before writing nothing.
  expect(fake.trips.length - length).toBeLessThanOrEqual(3);
}

/** What is in the workbook, without the looks of pages that were left without them. */
function shown({ fake: { book }, undressed }: World): unknown {
  const sheets = book.sheets.map((sheet) => {
    if (!undressed || !OURS.includes(sheet.name)) return sheet;
    const cells = new Map(
      [...sheet.cells].map(([key, cell]) => [key, { ...cell, look: {}, fill: null, link: null }]),
    );
    return { ...sheet, cells, frozenRows: 0 };
  });
  return pictureOf({ ...book, sheets });
}

/** Scores, and takes it back to exactly what was there. */
async function expectUndone(world: World): Promise<void> {
  const { fake, host } = world;
  const [before, picture] = [shown(world), JSON.stringify(pictureOf(fake.book))];
  const report = await score(host);
  const changed = JSON.stringify(pictureOf(fake.book)) !== picture;
  expect(report.revision).toBe((await host.read()).revision);
  if (!changed) return;
  expect(await host.undo()).toBe(true);
  expect(shown(world)).toEqual(before);
}

async function expectNothingLost(world: World, after: number): Promise<void> {
  const { fake, host } = world;
  const before = shown(world);
  await host.read();
  const { length } = fake.trips;
  // The two requests of `read` inside `score`, the check, then the write.
  fake.fault = (trip) =>
    trip === length + 3 ? { kind: 'halt', after, code: 'GeneralException' } : null;
  try {
    const { degradations } = await score(host);
    if (degradations.some(({ kind }) => kind === 'looks-left' || kind === 'sheet-unfinished'))
      world.undressed = true;
  } catch (reason) {
    if (!isFailure(reason)) throw reason;
    expect(reason.code).toBe('excel-refused');
    expect(shown(world)).toEqual(before);
  } finally {
    fake.fault = () => null;
  }
}

function expectKept(book: FakeBook, typed: ReadonlyMap<string, unknown>): void {
  for (const [cell, value] of typed) {
    const place = parseCellName(cell);
    if (!place || place.column === 6) continue;
    expect([cell, cellAt(sheetNamed(book, '附表'), cell).value]).toEqual([cell, value]);
  }
}

test.each([9, 14, 17, 18])(
  'edits, scorings, undos, clears, reopenings and faults in any order lose nothing, at 1.%d',
  async (level) => {
    await fc.assert(
      fc.asyncProperty(fc.array(action, { minLength: 2, maxLength: 6 }), async (steps) => {
        const fake = openFakeExcel({ book: formBook(ROWS), level });
        const world: World = {
          fake,
          host: createExcelHost(fake),
          typed: new Map(),
          undressed: false,
        };
        const theirs = pictureOf(fake.book, OWN);
        for (const step of steps) {
          await act(world, step);
          expect(pictureOf(fake.book, OWN)).toEqual(theirs);
          expect(fake.book.eventsEnabled).toBe(true);
          expectKept(fake.book, world.typed);
        }
        const { degradations } = await clear(world.host);
        const kept = degradations.filter(({ kind }) => kind === 'sheet-kept');
        // An outline that was left half-written is not told from one a person wrote on in: it stays, and is named.
        const left = world.undressed ? kept.map(({ sheet }) => sheet) : [];
        expect(fake.book.sheets.map(({ name }) => name)).toEqual(['附表', '说明', ...left]);
        expect(fake.book.parts).toEqual([]);
        const form = sheetNamed(fake.book, '附表');
        expect(form.notes.size).toBe(0);
        expect([...form.cells.values()].filter(({ fill }) => fill !== null)).toEqual([]);
      }),
      { numRuns: 5 },
    );
  },
);
