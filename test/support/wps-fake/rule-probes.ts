import type { EtRange, EtSheet, EtWorkbook } from '../../../src/hosts/wps/object-model';
import { bookOf } from './book-of';
import { cellOf } from './fake-book';
import { fakeEt, type FakeEt, type FakeModes } from './fake-et';
import type { RuleName } from './rules';

interface Opened {
  readonly et: FakeEt;
  readonly book: EtWorkbook;
  readonly sheet: EtSheet;
  readonly range: (address: string) => EtRange;
}

type Open = (modes?: FakeModes) => Opened;
/** Uses or misuses the stand-in and tells whether it behaved as the rule says. */
type Probe = (open: Open) => boolean;

/** A workbook with one sheet 表, opened with rules left out or not. */
export const openerWithout =
  (without: readonly RuleName[]): Open =>
  (modes = {}) => {
    const et = fakeEt(
      bookOf([
        {
          name: '表',
          rows: [
            ['甲', 1, { error: '#DIV/0!' }],
            ['乙', null, 3],
            [null, null, null],
            ['合', '并', null],
            ['了', null, null],
          ],
          merges: ['A4:B5'],
        },
      ]),
      modes,
      without,
    );
    const book = et.application.ActiveWorkbook;
    if (!book) throw new Error('no workbook');
    const sheet = book.Worksheets.Item(without.includes('item-from-one') ? 0 : 1);
    return { et, book, sheet, range: (address) => sheet.Range(address) };
  };

/** Whether something is refused, and for this reason. */
function isRefused(work: () => unknown, reason: string): boolean {
  try {
    work();
    return false;
  } catch (refusal) {
    return refusal instanceof Error && refusal.message.includes(reason);
  }
}

const refuses =
  (reason: string, work: (opened: Opened) => unknown): Probe =>
  (open) => {
    const opened = open();
    return isRefused(() => work(opened), reason);
  };

const loose = (given: object): Record<string, unknown> => given as Record<string, unknown>;
const same = (first: unknown, second: unknown): boolean =>
  JSON.stringify(first) === JSON.stringify(second);

/** What a cell answers after something was written to it. */
function after({ range }: Opened, address: string, value: unknown): unknown {
  range(address).Value2 = value;
  return range(address).Value2;
}

function locked(work: (opened: Opened) => unknown): Probe {
  return refuses('protected', (opened) => {
    const [sheet] = opened.et.book.sheets;
    if (sheet) sheet.isProtected = true;
    work(opened);
  });
}

function withSecondSheet({ et, book }: Opened): EtSheet {
  const made = book.Worksheets.Add();
  et.application.DisplayAlerts = false;
  return made;
}

/** How often SheetChange is heard while a cell is written to. */
function heard({ et, range }: Opened, ready: () => void = () => undefined): number {
  let count = 0;
  et.application.ApiEvent?.AddApiEventListener('SheetChange', () => {
    count += 1;
  });
  ready();
  range('A1').Value2 = '新';
  return count;
}

export const PROBES: Readonly<Record<RuleName, Probe>> = {
  'unknown-read': refuses('no Vaule2', ({ range }) => loose(range('A1'))['Vaule2']),
  'unknown-write': refuses('to be set', ({ range }) => (loose(range('A1'))['Vaule2'] = 1)),
  'read-only': refuses('only be read', ({ range }) => (loose(range('A1'))['MergeCells'] = true)),
  counted: (open) => {
    const { et, range } = open();
    const { total } = et.bridge;
    const cell = range('A1');
    cell.Value2 = cell.Value2 ?? '';
    return et.bridge.total - total === 3 && et.bridge.calls.get('Range.Value2=') === 1;
  },
  'item-from-one': (open) => {
    const { book } = open();
    return isRefused(() => book.Worksheets.Item(0), 'no sheet');
  },
  scalar: (open) => open().range('B1').Value2 === 1,
  block: (open) =>
    same(open().range('A1:B2').Value2, [
      ['甲', 1],
      ['乙', null],
    ]),
  'error-code': (open) => open().range('C1').Value2 === -2146826281,
  'empty-sheet': (open) => {
    const { book } = open();
    const made = book.Worksheets.Add();
    return !isRefused(() => made.UsedRange, '') && made.UsedRange.Address(false, false) === 'A1';
  },
  shape: refuses('another shape', ({ range }) => (range('A1:B2').Value2 = [[1, 2]])),
  'undefined-value': refuses('undefined', ({ range }) => (range('A1').Value2 = undefined)),
  'null-clears': (open) => after(open(), 'A1', null) === null,
  'merge-mixed': (open) => {
    const { range } = open();
    return same(
      ['A1:B2', 'A4:B5', 'A1:B5'].map((name) => range(name).MergeCells),
      [false, true, null],
    );
  },
  'merge-one': (open) => {
    const { range } = open();
    range('A6:B6').Merge();
    return same(
      ['A4:B5', 'A4:B6', 'A6:B6', 'A5:B5'].map((name) => range(name).MergeCells),
      [true, null, true, true],
    );
  },
  'merge-covered': (open) => open().range('B5').MergeCells === true,
  'merge-area': (open) => open().range('B5').MergeArea.Address(false, false) === 'A4:B5',
  'merge-area-one': refuses('several', ({ range }) => range('A4:B4').MergeArea),
  'covered-blank': (open) =>
    same(open().range('A4:B5').Value2, [
      ['合', null],
      [null, null],
    ]),
  'covered-lost': (open) => {
    const { range } = open();
    range('A4:B5').Value2 = [
      [1, 2],
      [3, 4],
    ];
    range('A4:B5').UnMerge();
    return same(range('A4:B5').Value2, [
      [1, '并'],
      ['了', null],
    ]);
  },
  'merge-keeps-first': (open) => {
    const { range } = open();
    range('A1:B1').Merge();
    range('A1:B1').UnMerge();
    return same(range('A1:B1').Value2, [['甲', null]]);
  },
  'address-length': refuses('255', ({ range }) =>
    range(Array.from({ length: 80 }, (_, at) => `A${at + 1}`).join()),
  ),
  'address-form': refuses('address', ({ range }) => range('甲一')),
  protection: locked(({ range }) => (range('A1').Value2 = '新')),
  'protected-note': locked(({ range }) => range('A1').AddComment('注')),
  'protected-fill': locked(({ range }) => (range('A1').Interior.Color = 255)),
  'locked-cells': (open) => {
    const opened = open();
    const [sheet] = opened.et.book.sheets;
    if (!sheet) return false;
    sheet.isProtected = true;
    cellOf(sheet, { row: 0, column: 0 }).locked = false;
    return !isRefused(() => after(opened, 'A1', '新'), 'protected');
  },
  'protection-options': (open) => {
    const { et, range } = open();
    const [sheet] = et.book.sheets;
    if (!sheet) return false;
    sheet.isProtected = true;
    sheet.allows.editObjects = true;
    return !isRefused(() => range('A1').AddComment('注'), 'protected');
  },
  'colour-integer': refuses('BGR', ({ range }) => (range('A1').Interior.Color = '#FFC7CE')),
  'no-fill-white': (open) => {
    const { Color, Pattern } = open().range('A1').Interior;
    return Color === 16777215 && Pattern === -4142;
  },
  'mixed-null': (open) => {
    const { range } = open();
    range('A1').Interior.Color = 13551615;
    range('B2').NumberFormat = '0%';
    const both = range('A1:B2');
    return (
      range('A1').Interior.Color === 13551615 &&
      same([both.Interior.Color, both.NumberFormat], [null, null])
    );
  },
  'second-comment': refuses('stands there', ({ range }) => {
    range('A1').AddComment('一');
    range('A1').AddComment('二');
  }),
  'comment-one-cell': refuses('several', ({ range }) => range('A1:A2').AddComment('注')),
  'no-comment-null': (open) => open().range('A1').Comment === null,
  'text-format': (open) => {
    const opened = open();
    opened.range('A1').NumberFormat = '@';
    return after(opened, 'A1', 9) === '9';
  },
  'formula-text': (open) => {
    const opened = open();
    after(opened, 'A1', '=1+1');
    return opened.range('A1').Formula === '=1+1' && opened.range('A1').Value2 !== '=1+1';
  },
  'number-text': (open) => after(open(), 'A1', '50%') === 0.5,
  apostrophe: (open) => after(open(), 'A1', "'007") === '007',
  'sheet-name': (open) => {
    const opened = open();
    const added = withSecondSheet(opened);
    return ['表', '', '长'.repeat(32)].every((name) =>
      isRefused(() => (added.Name = name), 'name'),
    );
  },
  'last-sheet': refuses('last', ({ et, sheet }) => {
    et.application.DisplayAlerts = false;
    sheet.Delete();
  }),
  'delete-asks': refuses('dialogue', (opened) => {
    const added = withSecondSheet(opened);
    opened.et.application.DisplayAlerts = true;
    added.Delete();
  }),
  'gone-sheet': refuses('gone', (opened) => {
    const added = withSecondSheet(opened);
    withSecondSheet(opened);
    added.Delete();
    added.Delete();
  }),
  structure: (open) => {
    const opened = open();
    const added = withSecondSheet(opened);
    opened.et.book.structureProtected = true;
    return (
      isRefused(() => opened.book.Worksheets.Add(), 'structure') &&
      isRefused(() => {
        added.Delete();
      }, 'structure')
    );
  },
  'chart-title': refuses('without title', ({ sheet }) => {
    sheet.Shapes.AddChart2(201, 51, 0, 0, 100, 100).Chart.ChartTitle.Text = '题';
  }),
  'filtered-block': (open) => {
    const { et, range } = open();
    const [sheet] = et.book.sheets;
    if (!sheet) return false;
    sheet.isFiltered = true;
    sheet.hiddenRows.add(1);
    range('A1:A3').Value2 = [['一'], ['二'], ['三']];
    return same(range('A1:A3').Value2, [['一'], ['乙'], ['一']]);
  },
  'save-events': (open) => {
    const { et } = open();
    const names: unknown[] = [];
    for (const event of ['WorkbookBeforeSave', 'WorkbookAfterSave']) {
      et.application.ApiEvent?.AddApiEventListener(event, (book) => {
        names.push((book as EtWorkbook).FullName);
      });
    }
    et.saveAs('另存.xlsx');
    return names.length === 2 && names[1] === '另存.xlsx';
  },
  'own-events': (open) => heard(open()) === 1,
  'events-off': (open) => {
    const opened = open();
    return (
      heard(opened, () => {
        opened.et.application.EnableEvents = false;
      }) === 0
    );
  },
};
