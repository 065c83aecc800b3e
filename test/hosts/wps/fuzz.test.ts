import fc from 'fast-check';
import { FORM_NAME } from '../../../src/apps/wps/probe/host-cases';
import { planClear } from '../../../src/engine/plan';
import { createWpsHost, type WpsHost } from '../../../src/hosts/wps/wps-host';
import { cellName, parseCellName } from '../../../src/model/grid';
import { LEDGER_SHEET, ledgerCellCount } from '../../../src/xlsx/ledger-sheet';
import { bookOf } from '../../support/wps-fake/book-of';
import { peek, type FakeBook, type FakeSheet } from '../../support/wps-fake/fake-book';
import { fakeEt, type FakeEt, type FakeModes } from '../../support/wps-fake/fake-et';
import { failureCodeOf } from '../../support/failure-code';
import { fuzzRun } from '../../support/fuzz-run';
import { FORM, plan } from './small-form';

/** How long WPS refuses, from some call on: once, a while, until it is started anew. */
type Halt = { readonly at: number; readonly times: number };

type Step =
  | { readonly do: 'type'; readonly row: number; readonly value: string | number | null }
  | { readonly do: 'score' | 'undo' | 'clear'; readonly halt: Halt | null }
  | { readonly do: 'reopen' }
  | { readonly do: 'save-as' };

const halt = fc.option(
  fc.record({
    at: fc.integer({ min: 1, max: 720 }),
    times: fc.constantFrom(1, 3, Number.POSITIVE_INFINITY),
  }),
  { freq: 3 },
);
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    do: fc.constant('type' as const),
    row: fc.integer({ min: 7, max: 10 }),
    value: fc.constantFrom('49%', '≥50', '完成', 12, null),
  }),
  fc.record({
    do: fc.constantFrom('score' as const, 'score' as const, 'undo' as const, 'clear' as const),
    halt,
  }),
  fc.record({ do: fc.constant('reopen' as const) }),
  fc.record({ do: fc.constant('save-as' as const) }),
);

const MODES: readonly FakeModes[] = [
  {},
  { noParts: true },
  { deafParts: true },
  { noBlocks: true },
  { lateEvents: true, stubbornEvents: true },
];

const filled = ({ cells }: FakeSheet): number =>
  [...cells.values()].filter(({ value }) => value !== null).length;

/**
 * One that was added, or begun to hold the ledger, when WPS began to refuse everything: this session
 * takes it away at its next call, another at its next write.
 */
const isBlankStray = (sheet: FakeSheet): boolean =>
  sheet.name.startsWith(LEDGER_SHEET)
    ? filled(sheet) < (ledgerCellCount(sheet.cells.get('0,0')?.value) ?? 1)
    : /^Sheet\d+$/.test(sheet.name) && filled(sheet) === 0;

/** Whatever of ours stands, as a person would see it. */
function standing({ sheets }: FakeBook) {
  const [form] = sheets;
  const marked = [...(form?.cells ?? [])].flatMap(([key, { fill, note }]) => {
    const [row = 0, column = 0] = key.split(',').map(Number);
    return fill === null && note === null ? [] : [cellName({ row, column })];
  });
  const pages = sheets.filter((sheet) => sheet.name !== FORM_NAME && sheet.visible === -1);
  return { marked, pages: pages.filter((sheet) => !isBlankStray(sheet)).map(({ name }) => name) };
}

/** The ledger, as another session finds it, knows of all that stands. */
async function expectKnown({ et, host, unkept }: World): Promise<void> {
  const { ledger } = await (unkept ? host : createWpsHost(et.application)).read();
  const { marked, pages } = standing(et.book);
  const flags = new Set(ledger?.flags.map(({ cell }) => cell));
  const sheets = new Set(ledger?.sheets.map(({ name }) => name));
  expect({
    marked: marked.filter((cell) => !flags.has(cell)),
    pages: pages.filter((name) => !sheets.has(name)),
    recognised: ledger?.recognised,
  }).toEqual({ marked: [], pages: [], recognised: undefined });
}

class World {
  readonly et: FakeEt;
  host: WpsHost;
  readonly typed = new Map<string, unknown>();
  names = 0;
  /** It was said that the workbook keeps no ledger: only this session knows it. */
  unkept = false;

  constructor(modes: FakeModes) {
    this.et = fakeEt(bookOf([FORM]), modes);
    this.host = createWpsHost(this.et.application);
  }

  /** Does something while WPS refuses; it is a new WPS, and a new session, where it did for good. */
  async refusing(by: Halt | null, work: () => Promise<unknown>): Promise<string> {
    const { bridge } = this.et;
    bridge.throwAt = by && bridge.total + by.at;
    bridge.throwTimes = by?.times ?? 0;
    const code = await failureCodeOf(work());
    bridge.throwAt = null;
    return code;
  }
}

const KNOWN_CODES = new Set(['ok', 'wps-refused', 'wps-partly-written', 'stale-snapshot']);

async function act(world: World, one: Step): Promise<void> {
  const { et, host } = world;
  if (one.do === 'type') {
    et.type(FORM_NAME, `F${one.row}`, one.value);
    world.typed.set(`F${one.row}`, one.value);
  } else if (one.do === 'reopen') {
    if (!world.unkept) world.host = createWpsHost(et.application);
  } else if (one.do === 'save-as') et.saveAs(`附表${(world.names += 1)}.xlsx`);
  else {
    const code = await world.refusing(one.halt, async () => {
      if (one.do === 'undo') return host.undo();
      const snapshot = await host.read();
      const patch = one.do === 'clear' ? planClear(snapshot) : plan(snapshot);
      const { degradations } = await host.apply(patch);
      world.unkept ||= degradations.some(({ kind }) => kind === 'ledger-not-kept');
      return undefined;
    });
    expect(KNOWN_CODES).toContain(code);
    et.deliver();
  }
}

test('whatever is done, and wherever WPS comes to a halt, the ledger knows of all of ours and no edit is lost', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...MODES),
      fc.array(step, { minLength: 2, maxLength: 8 }),
      async (modes, steps) => {
        const world = new World(modes);
        for (const one of steps) {
          await act(world, one);
          await expectKnown(world);
          const [form] = world.et.book.sheets;
          for (const [cell, value] of world.typed) {
            const at = parseCellName(cell);
            expect([cell, (form && at && peek(form, at)?.value) ?? null]).toEqual([cell, value]);
          }
        }
        const fresh = world.unkept ? world.host : createWpsHost(world.et.application);
        const { degradations } = await fresh.apply(planClear(await fresh.read()));
        const left = standing(world.et.book);
        expect(left.marked).toEqual([]);
        // An outline half written is taken for a person's work, and named.
        const named = degradations.flatMap(({ kind, sheet }) =>
          kind === 'sheet-kept' ? [sheet] : [],
        );
        expect(left.pages).toEqual(named);
        expect(world.et.book.parts).toEqual([]);
        // One that was added and could not be named is not to be told from a person's.
        const others = world.et.book.sheets.filter(({ name }) => !/^Sheet\d+$/.test(name));
        expect(others.map(({ name }) => name)).toEqual([FORM_NAME, ...named]);
      },
    ),
    fuzzRun(40),
  );
}, 3_600_000);
