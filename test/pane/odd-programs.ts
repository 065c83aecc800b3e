import { FORM_NAME } from '../../src/apps/wps/probe/host-cases';
import { watchWorkbook } from '../../src/apps/wps/watch-workbook';
import { programOf } from '../../src/apps/wps/application';
import { createExcelHost } from '../../src/hosts/excel/excel-host';
import type { HostPort } from '../../src/hosts/port';
import type { EtApplication } from '../../src/hosts/wps/object-model';
import { createWpsHost } from '../../src/hosts/wps/wps-host';
import { parseCellName } from '../../src/model/grid';
import { cellAt, pictureOf, sheetNamed } from '../support/excel-fake/fake-book';
import { openFakeExcel } from '../support/excel-fake/fake-excel';
import { formBook } from '../support/excel-fake/form-book';
import { bookOf } from '../support/wps-fake/book-of';
import { peek, type FakeBook } from '../support/wps-fake/fake-book';
import { fakeEt, type FakeEt } from '../support/wps-fake/fake-et';
import { FORM } from '../hosts/wps/small-form';

/** What a program may tell of in an order nobody expects. */
export const ODDITIES = [
  /** Another cell is selected. */
  'pick',
  /** An edit is told of that nobody made: on the form, on another sheet, on one that is gone. */
  'rumour',
  'rumour-elsewhere',
  'rumour-of-gone',
  /** A person deletes a sheet: one of theirs, one of ours. */
  'remove',
  'remove-ours',
  /** Another workbook comes to the front, or the same once more; its name changes. WPS alone. */
  'activate',
  'activate-same',
  'save-as',
] as const;
export type Oddity = (typeof ODDITIES)[number];

export const DELIVERIES = ['in order', 'turned', 'twice', 'last first'] as const;
export type Delivery = (typeof DELIVERIES)[number];

type Value = string | number;
type Fire = () => void;

/** A cell that a person typed into, wherever the workbook is by now. */
export interface Typed {
  readonly place: string;
  readonly now: () => unknown;
}

/** A stand-in whose events are in the test's hands. */
export interface OddProgram {
  readonly host: HostPort;
  /** The host of another session over the same workbook. */
  readonly fresh: () => HostPort;
  /** Rows of indicators, counted as people do; the columns of actuals, scores and reasons. */
  readonly rows: readonly number[];
  readonly columns: readonly [actual: string, score: string, reason: string];
  type(cell: string, value: Value): Typed;
  odd(what: Oddity): void;
  /** Whether events are still on their way. */
  waits(): boolean;
  deliver(how: Delivery): void;
  /** The first workbook comes to the front again. */
  home(): void;
  picture(): unknown;
}

/** Events as a program may bring them: none is lost, some come twice, late, or before earlier ones. */
function arranged(fires: Fire[], how: Delivery): readonly Fire[] {
  if (how === 'last first') return fires.splice(-1);
  const all = fires.splice(0);
  if (how === 'turned') return all.reverse();
  return how === 'twice' ? all.flatMap((fire) => [fire, fire]) : all;
}

const OURS = ['核查清单', '汇总表', '自评报告提纲'];

/** @param now the clock by which the echo of a write is waited for */
export function oddExcel(now: () => number): OddProgram {
  const fires: Fire[] = [];
  const excel = openFakeExcel({ book: formBook(4) });
  const { book } = excel;
  excel.hold = (fire) => void fires.push(fire);
  const edit = (worksheetId: string): void =>
    excel.tell('changed', {
      worksheetId,
      address: 'E7',
      changeType: 'RangeEdited',
      source: 'Local',
      type: 'WorksheetChanged',
      triggerSource: 'Unknown',
    });
  const remove = (names: readonly string[]): void => {
    const there = names.find((name) => book.sheets.some((sheet) => sheet.name === name));
    if (there !== undefined) excel.remove(there);
  };
  const odd: Readonly<Record<Oddity, () => void>> = {
    pick: () => excel.pick('附表', 'A1'),
    rumour: () => edit(sheetNamed(book, '附表').id),
    'rumour-elsewhere': () => edit(book.sheets.at(-1)?.id ?? ''),
    'rumour-of-gone': () => edit('{gone}'),
    remove: () => remove(['说明']),
    'remove-ours': () => remove(OURS),
    activate: () => undefined,
    'activate-same': () => undefined,
    'save-as': () => undefined,
  };
  return {
    host: createExcelHost({ ...excel, now }),
    fresh: () => createExcelHost(excel),
    rows: [6, 7, 8, 9],
    columns: ['E', 'G', 'H'],
    type: (cell, value) => {
      excel.type('附表', cell, value);
      return { place: cell, now: () => cellAt(sheetNamed(book, '附表'), cell).value };
    },
    odd: (what) => odd[what](),
    waits: () => fires.length > 0,
    deliver: (how) => {
      for (const fire of arranged(fires, how)) fire();
    },
    home: () => undefined,
    picture: () =>
      pictureOf(
        book,
        book.sheets.map(({ name }) => name),
      ),
  };
}

const pictureOfWps = ({ sheets }: FakeBook): unknown =>
  sheets.map(({ name, visible, cells, merges }) => [
    name,
    visible,
    [...cells]
      .filter(([, { value, formula, fill, note }]) => (value ?? formula ?? fill ?? note) !== null)
      .map(([key, { value, formula, fill, note }]) => [key, value, formula, fill, note])
      .sort(),
    [...merges].map((merge) => JSON.stringify(merge)).sort(),
  ]);

/** One WPS with several workbooks open. */
function oneApplication(ets: readonly FakeEt[], front: () => FakeEt): EtApplication {
  const all = ets.map(({ application }) => application.ApiEvent);
  const ApiEvent: EtApplication['ApiEvent'] = {
    AddApiEventListener: (name, listener) => {
      for (const one of all) one?.AddApiEventListener(name, listener);
    },
    RemoveApiEventListener: (name, listener) => {
      for (const one of all) one?.RemoveApiEventListener(name, listener);
    },
  };
  const [first] = ets;
  if (!first) throw new Error('no workbook');
  return new Proxy(first.application, {
    get: (_, key): unknown =>
      key === 'ApiEvent' ? ApiEvent : Reflect.get(front().application, key),
    set: (_, key, value: unknown) => Reflect.set(front().application, key, value),
  });
}

/** A sheet that was deleted while its event was on the way: whatever is asked of it fails. */
const GONE: unknown = new Proxy(
  {},
  {
    get: () => {
      throw new Error('0x800a01a8');
    },
  },
);

/**
 * @param now the clock by which the echo of a write is waited for
 * @param activated as the pane of WPS listens: another workbook came to the front
 */
export function oddWps(now: () => number, activated: () => void): OddProgram {
  const fires: Fire[] = [];
  const ets = ['甲.xlsx', '乙.xlsx'].map((name) => {
    const book = bookOf([FORM, { name: '说明', rows: [['留着']] }]);
    book.name = name;
    return fakeEt(book, { lateEvents: true });
  });
  let [et] = ets as [FakeEt, FakeEt];
  const [home] = ets as [FakeEt, FakeEt];
  let names = 0;
  const application = oneApplication(ets, () => et);
  const host = createWpsHost(application, { now });
  const program = programOf({ Application: application });
  if (program) watchWorkbook(program, host.isInFront, activated);
  const collect = (): void => {
    for (const one of ets) {
      one.deliver((late) => {
        fires.push(...late);
        return [];
      });
    }
  };
  const front = (to: FakeEt): void => {
    et = to;
    et.raise('WorkbookActivate', et.application.ActiveWorkbook);
  };
  const remove = (wanted: readonly string[]): void => {
    const there = wanted.find((name) => et.book.sheets.some((sheet) => sheet.name === name));
    if (there !== undefined) et.remove(there);
  };
  const range = (): unknown => et.application.ActiveWorkbook?.ActiveSheet.Range('F7');
  const odd: Readonly<Record<Oddity, () => void>> = {
    pick: () => et.raise('SheetSelectionChange', et.application.ActiveWorkbook?.ActiveSheet),
    rumour: () => et.raise('SheetChange', et.application.ActiveWorkbook?.ActiveSheet, range()),
    'rumour-elsewhere': () => et.raise('SheetChange', { Name: '说明' }, range()),
    'rumour-of-gone': () => {
      et.raise('SheetChange', GONE, GONE);
      et.raise('SheetChange', GONE, range());
    },
    remove: () => remove(['说明']),
    'remove-ours': () => remove(OURS),
    activate: () => front(ets.find((one) => one !== et) ?? et),
    'activate-same': () => front(et),
    'save-as': () => {
      const { ActiveWorkbook: book } = et.application;
      et.raise('WorkbookBeforeSave', book);
      et.book.name = `另存${(names += 1)}.xlsx`;
      et.raise('WorkbookAfterSave', book);
    },
  };
  return {
    host,
    fresh: () => createWpsHost(application),
    rows: [7, 8, 9, 10],
    columns: ['F', 'G', 'H'],
    type: (cell, value) => {
      const here = et;
      here.type(FORM_NAME, cell, value === '' ? null : value);
      const at = parseCellName(cell);
      return {
        place: `${ets.indexOf(here)}!${cell}`,
        now: () => {
          const sheet = here.book.sheets.find(({ name }) => name === FORM_NAME);
          return (sheet && at && peek(sheet, at)?.value) ?? '';
        },
      };
    },
    odd: (what) => odd[what](),
    waits: () => {
      collect();
      return fires.length > 0;
    },
    deliver: (how) => {
      collect();
      for (const fire of arranged(fires, how)) fire();
    },
    home: () => {
      if (et !== home) front(home);
    },
    picture: () => pictureOfWps(home.book),
  };
}
