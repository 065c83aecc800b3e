import { bookOf } from '../wps-fake/book-of';
import { fakeEt, type FakeModes } from '../wps-fake/fake-et';

/**
 * What the stand-in holds to, each with where it is known from: (m) measured by others on a real
 * WPS and published, (d) Kingsoft's documents or declarations, (v) the object model's ancestor,
 * Excel's VBA reference, (s) stricter than WPS on purpose. All are of the notes on WPS, §2, §4, §9.
 */

function open(modes: FakeModes = {}) {
  const et = fakeEt(
    bookOf([
      {
        name: '表',
        rows: [
          ['甲', 1, { error: '#DIV/0!' }],
          ['乙', null, 3],
        ],
        merges: ['A4:B5'],
      },
    ]),
    modes,
  );
  const sheet = et.application.ActiveWorkbook?.Worksheets.Item('表');
  if (!sheet) throw new Error('no sheet');
  return { et, sheet, range: (address: string) => sheet.Range(address) };
}

test('(s) a member that is not there throws; (d) real ones answer undefined', () => {
  const loose = (modes: FakeModes): Readonly<Record<string, unknown>> =>
    open(modes).et.application as unknown as Readonly<Record<string, unknown>>;
  expect(() => loose({})['NoSuchMember']).toThrow('has no NoSuchMember');
  expect(loose({ lenient: true })['NoSuchMember']).toBeUndefined();
  const strict = open().range('A1') as unknown as Record<string, unknown>;
  expect(() => {
    strict['Vaule2'] = 1;
  }).toThrow('cannot be set');
});

test('(m) a cell answers a value, a block rows; the shape of a single row is uncertain', () => {
  expect(open().range('B1').Value2).toBe(1);
  expect(open({ squareCell: true }).range('B1').Value2).toEqual([[1]]);
  expect(open().range('A1:B1').Value2).toEqual([['甲', 1]]);
  expect(open({ oneDimension: true }).range('A1:B1').Value2).toEqual(['甲', 1]);
  expect(open({ oneDimension: true }).range('A1:A2').Value2).toEqual(['甲', '乙']);
});

test('(m) error values are CVErr integers', () => {
  expect(open().range('C1').Value2).toBe(-2146826281);
});

test('(m) an empty sheet uses A1', () => {
  const { et } = open();
  const made = et.application.ActiveWorkbook?.Worksheets.Add();
  expect(made?.UsedRange.Address(false, false)).toBe('A1');
});

test('(s) an array of another shape is refused; WPS fills it up with #N/A', () => {
  const { range } = open();
  expect(() => {
    range('A1:B2').Value2 = [[1, 2]];
  }).toThrow('another shape');
  expect(() => {
    range('A1').Value2 = undefined;
  }).toThrow('undefined');
});

test('(m) merges: true, false or null where mixed; covered cells are blank and keep nothing', () => {
  const { range } = open();
  expect(['A1:B2', 'A4:B5', 'A1:B5'].map((name) => range(name).MergeCells)).toEqual([
    false,
    true,
    null,
  ]);
  expect(range('B5').MergeArea.Address(false, false)).toBe('A4:B5');
  range('A4:B5').Value2 = [
    [1, 2],
    [3, 4],
  ];
  expect(range('A4:B5').Value2).toEqual([
    [1, null],
    [null, null],
  ]);
  range('A4:B5').UnMerge();
  expect(range('A4:B5').Value2).toEqual([
    [1, null],
    [null, null],
  ]);
});

test('(v) the merge of several cells at once is no question', () => {
  expect(() => open().range('A4:B4').MergeArea).toThrow('several');
});

test('(v) sheets have one name each of 1 to 31 letters; the last and those of a locked book stay', () => {
  const { et, sheet } = open();
  et.application.DisplayAlerts = false;
  expect(() => {
    sheet.Delete();
  }).toThrow('last');
  const sheets = et.application.ActiveWorkbook?.Worksheets;
  const added = sheets?.Add();
  if (!added) throw new Error('no sheet added');
  for (const name of ['表', '', '长'.repeat(32)]) {
    expect(() => {
      added.Name = name;
    }).toThrow('name');
  }
  et.book.structureProtected = true;
  expect(() => sheets?.Add()).toThrow('structure');
  expect(() => {
    added.Delete();
  }).toThrow('structure');
});

test('(m) colours are BGR integers, white where there is none, null where mixed', () => {
  const { range } = open();
  expect(range('A1').Interior.Color).toBe(16777215);
  range('A1').Interior.Color = 13551615;
  expect(range('A1').Interior.Color).toBe(13551615);
  expect(range('A1:B1').Interior.Color).toBeNull();
  expect(() => {
    range('A1').Interior.Color = '#FFC7CE';
  }).toThrow('BGR');
});

test('(m) a second comment on a cell throws', () => {
  const { range } = open();
  range('A1').AddComment('一');
  expect(() => range('A1').AddComment('二')).toThrow('stands there');
  expect(range('A1').Comment?.Text()).toBe('一');
});

test('(v) an address over 255 letters throws', () => {
  const long = Array.from({ length: 80 }, (_, at) => `A${at + 1}`).join();
  expect(() => open().range(long)).toThrow('255');
});

test('(v) a protected sheet throws, or drops what is written where that is asked for', () => {
  const write = (modes: FakeModes): unknown => {
    const { et, range } = open(modes);
    const [sheet] = et.book.sheets;
    if (sheet) sheet.isProtected = true;
    range('A1').Value2 = '新';
    return range('A1').Value2;
  };
  expect(() => write({})).toThrow('protected');
  expect(write({ silentProtection: true })).toBe('甲');
});

test('(v) deleting a sheet asks unless DisplayAlerts is false', () => {
  const { et, sheet } = open();
  et.application.ActiveWorkbook?.Worksheets.Add();
  expect(() => sheet.Delete()).toThrow('dialogue');
  et.application.DisplayAlerts = false;
  sheet.Delete();
  expect(et.book.sheets).toHaveLength(1);
});

test('(v) a chart has no title to write before it is switched on', () => {
  const { sheet } = open();
  const { Chart } = sheet.Shapes.AddChart2(201, 51, 0, 0, 100, 100);
  expect(() => {
    Chart.ChartTitle.Text = '题';
  }).toThrow('without title');
  Chart.HasTitle = true;
  Chart.ChartTitle.Text = '题';
});

test.each<[string, FakeModes, readonly number[]]>([
  ['within the write', {}, [1, 1]],
  ['late', { lateEvents: true }, [0, 1]],
])('events come %s', (_, modes, expected) => {
  const { et, range } = open(modes);
  let heard = 0;
  et.application.ApiEvent?.AddApiEventListener('SheetChange', () => {
    heard += 1;
  });
  range('A1').Value2 = '新';
  const atOnce = heard;
  et.deliver();
  expect([atOnce, heard]).toEqual(expected);
});

test('EnableEvents holds events back, or does not: it is documented nowhere', () => {
  const heardBy = (modes: FakeModes): number => {
    const { et, range } = open(modes);
    let heard = 0;
    et.application.ApiEvent?.AddApiEventListener('SheetChange', () => {
      heard += 1;
    });
    et.application.EnableEvents = false;
    range('A1').Value2 = '新';
    return heard;
  };
  expect([heardBy({}), heardBy({ stubbornEvents: true })]).toEqual([0, 1]);
});

test('refuses from the call it is told to, as often as it is told to', () => {
  const { et, range } = open();
  et.bridge.throwAt = et.bridge.total + 2;
  et.bridge.throwTimes = 1;
  expect(() => range('A1').Value2).toThrow('refused at call');
  expect(range('A1').Value2).toBe('甲');
});
