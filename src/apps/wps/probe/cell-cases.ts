import {
  holds,
  known,
  shapeOf,
  shown,
  thrownBy,
  type Bench,
  type ProbeCase,
  type ProbeId,
} from './probe-case';

/** What cells do over the bridge; each case has a sheet of its own. */

const LIGHT_RED = 13551615;
const NO_FILL = 16777215;
const CVERR = { '#DIV/0!': -2146826281, '#N/A': -2146826246, '#NAME?': -2146826259 } as const;
const TEXTS = ['=1+1', '+x', '-1', '@x', '007', '1e3', 'TRUE', '2023-1-2'];

const same = (one: unknown, other: unknown): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

/** A case about the shape an answer of so many cells has. */
const shapeCase = (
  id: ProbeId,
  address: string,
  written: unknown,
  expected: readonly string[],
): ProbeCase => ({
  id,
  book: true,
  run: ({ sheet }) => {
    const range = sheet.Range(address);
    range.Value2 = written;
    const [values, formulas] = [range.Value2, range.Formula];
    const shapes = [shapeOf(values), shapeOf(formulas)];
    return holds(expected.includes(shapes[0] ?? '') && expected.includes(shapes[1] ?? ''), {
      Value2: shapes[0] ?? '',
      Formula: shapes[1] ?? '',
      values: shown(values),
      formulas: shown(formulas),
    });
  },
});

export const CELL_CASES: readonly ProbeCase[] = [
  {
    id: 'empty-sheet',
    book: true,
    run: ({ sheet: { UsedRange: used } }) =>
      holds(used.Rows.Count === 1 && used.Columns.Count === 1 && used.Value2 === null, {
        address: shown(used.Address(false, false)),
        value: shown(used.Value2),
      }),
  },
  shapeCase('shape-cell', 'B2', 7, ['scalar']),
  shapeCase('shape-row', 'B2:D2', [[1, 2, 3]], ['1-D 3', '2-D 1x3']),
  shapeCase('shape-column', 'B2:B4', [[1], [2], [3]], ['1-D 3', '2-D 3x1']),
  shapeCase(
    'shape-block',
    'B2:D3',
    [
      [1, '二', true],
      [4, null, 6],
    ],
    ['2-D 2x3'],
  ),
  {
    id: 'null-clears',
    book: true,
    run: ({ sheet }) => {
      const range = sheet.Range('A1:B1');
      range.Value2 = [[1, 2]];
      range.Value2 = [[null, 3]];
      const left = sheet.Range('A1').Value2;
      return holds(left === null && sheet.Range('B1').Value2 === 3, shown(left));
    },
  },
  {
    id: 'text-stays',
    book: true,
    run: ({ sheet }) => {
      const range = sheet.Range(`A1:A${TEXTS.length}`);
      range.NumberFormat = '@';
      range.Value2 = TEXTS.map((text) => [text]);
      const back = TEXTS.map((_, at) => sheet.Range(`A${at + 1}`).Value2);
      const plain = sheet.Range('C1');
      plain.Value2 = '007';
      return holds(same(back, TEXTS), { back: back.map(shown), unformatted: shown(plain.Value2) });
    },
  },
  {
    id: 'apostrophe',
    book: true,
    run: ({ sheet }) => {
      const texts = ["'=1+1", "'007", "''x"];
      sheet.Range('A1:A3').Value2 = texts.map((text) => [text]);
      const back = texts.map((_, at) => sheet.Range(`A${at + 1}`).Value2);
      const inText = sheet.Range('C1');
      inText.NumberFormat = '@';
      inText.Value2 = "'x";
      return holds(same(back, ['=1+1', '007', "'x"]), {
        back: back.map(shown),
        inTextCell: shown(inText.Value2),
      });
    },
  },
  {
    id: 'error-values',
    book: true,
    run: ({ sheet }) => {
      const range = sheet.Range('A1:C1');
      range.Formula = [['=1/0', '=NA()', '=NoSuchName']];
      const back = ['A1', 'B1', 'C1'].map((name) => sheet.Range(name).Value2);
      return holds(same(back, Object.values(CVERR)), {
        back: back.map(shown),
        texts: ['A1', 'B1', 'C1'].map((name) => shown(sheet.Range(name).Text)),
      });
    },
  },
  {
    id: 'merge-mixed',
    book: true,
    run: ({ sheet }) => {
      sheet.Range('A1:B2').Value2 = [
        ['甲', '乙'],
        ['丙', '丁'],
      ];
      sheet.Range('D1:E1').Merge();
      const answers = ['A1:B2', 'A1:E2', 'D1:E1', 'E1'].map(
        (address) => sheet.Range(address).MergeCells,
      );
      return holds(same(answers, [false, null, true, true]), answers.map(shown));
    },
  },
  {
    id: 'merge-side-by-side',
    book: true,
    run: ({ sheet }) => {
      sheet.Range('A1:B1').Merge();
      sheet.Range('A2:B2').Merge();
      const answers = ['A1:B2', 'A1:B1'].map((address) => sheet.Range(address).MergeCells);
      return holds(answers[0] !== false && answers[1] === true, answers.map(shown));
    },
  },
  {
    id: 'merge-hidden',
    book: true,
    run: ({ sheet }) => {
      sheet.Range('A1').Value2 = '甲';
      sheet.Range('A1:B2').Merge();
      const hidden = sheet.Range('B2');
      return holds(hidden.Value2 === null, {
        value: shown(hidden.Value2),
        area: shown(hidden.MergeArea.Address(false, false)),
      });
    },
  },
  {
    id: 'merge-written',
    book: true,
    run: ({ sheet }) => {
      const range = sheet.Range('A1:B1');
      range.Merge();
      const thrown = thrownBy(() => {
        range.Value2 = [['甲', '乙']];
      });
      range.UnMerge();
      return known({ thrown, hidden: shown(sheet.Range('B1').Value2) });
    },
  },
  {
    id: 'colour',
    book: true,
    run: ({ sheet }) => {
      const cell = sheet.Range('A1');
      const none = [cell.Interior.Color, cell.Interior.ColorIndex, cell.Interior.Pattern];
      cell.Interior.Color = LIGHT_RED;
      const back = cell.Interior.Color;
      const mixed = sheet.Range('A1:B1').Interior.Color;
      return holds(Number(back) === LIGHT_RED && Number(none[0]) === NO_FILL, {
        none: none.map(shown),
        back: shown(back),
        mixed: shown(mixed),
      });
    },
  },
  {
    id: 'many-areas',
    book: true,
    run: ({ sheet }) => {
      sheet.Range('A1,B3,C5:D6').Interior.Color = LIGHT_RED;
      const reached = ['A1', 'B3', 'D6'].every(
        (name) => Number(sheet.Range(name).Interior.Color) === LIGHT_RED,
      );
      const long = Array.from({ length: 80 }, (_, at) => `A${at * 2 + 1}`).join(',');
      return holds(reached, { long: thrownBy(() => sheet.Range(long).Interior.Color) });
    },
  },
  {
    id: 'areas-pattern',
    book: true,
    run: ({ sheet }) => {
      sheet.Range('B3').Interior.Color = LIGHT_RED;
      const [bare, painted, mixed] = ['A1', 'B3', 'A1:B3'].map(
        (address) => sheet.Range(address).Interior.Pattern,
      );
      const areas = sheet.Range('A1,B3').Interior.Pattern;
      // What is not bare must not answer as what is.
      return holds(painted !== bare && mixed !== bare, {
        bare: shown(bare),
        painted: shown(painted),
        mixed: shown(mixed),
        areas: shown(areas),
      });
    },
  },
  {
    id: 'note-twice',
    book: true,
    run: ({ sheet }) => {
      const cell = sheet.Range('A1');
      const before = cell.Comment;
      cell.AddComment('第一条\n第二行');
      const text = cell.Comment?.Text();
      const again = thrownBy(() => cell.AddComment('再来'));
      cell.Comment?.Delete();
      return holds(before === null && text === '第一条\n第二行' && again !== null, {
        before: shown(before),
        text: shown(text),
        again,
        after: shown(cell.Comment),
      });
    },
  },
  {
    id: 'formats-mixed',
    book: true,
    run: ({ sheet }) => {
      sheet.Range('A1').NumberFormat = '0.00%';
      const [one, mixed, general] = ['A1', 'A1:B1', 'B1'].map(
        (name) => sheet.Range(name).NumberFormat,
      );
      return holds(one === '0.00%' && mixed === null, [one, mixed, general].map(shown));
    },
  },
  {
    id: 'protected-write',
    book: true,
    run: ({ sheet }) => {
      const cell = sheet.Range('A1');
      cell.Value2 = 1;
      sheet.Protect();
      const thrown = thrownBy(() => {
        cell.Value2 = 2;
      });
      const after = cell.Value2;
      sheet.Unprotect();
      return holds(after === 1, { thrown, after: shown(after) });
    },
  },
  {
    id: 'hidden-rows',
    book: true,
    run: ({ sheet }) => {
      sheet.Range('A2').EntireRow.Hidden = true;
      const answers = ['A2', 'A1', 'A1:A3'].map((name) => sheet.Range(name).EntireRow.Hidden);
      return holds(answers[0] === true && answers[1] === false, answers.map(shown));
    },
  },
  {
    id: 'filtered-block',
    book: true,
    run: ({ sheet }) => {
      sheet.Range('A1:A4').Value2 = [['单位'], ['甲'], ['乙'], ['甲']];
      const thrown = thrownBy(() => sheet.Range('A1:A4').AutoFilter?.(1, '甲'));
      const hidden = sheet.Range('A3').EntireRow.Hidden;
      sheet.Range('B2:B4').Value2 = [[1], [2], [3]];
      const back = ['B2', 'B3', 'B4'].map((name) => sheet.Range(name).Value2);
      const alone = sheet.Range('C3');
      alone.Value2 = 5;
      const seen = {
        thrown,
        hidden: shown(hidden),
        back: back.map(shown),
        one: shown(alone.Value2),
      };
      sheet.AutoFilterMode = false;
      return hidden === true ? holds(same(back, [1, 2, 3]), seen) : known(seen);
    },
  },
  {
    id: 'value-11',
    book: true,
    run: ({ sheet }) => {
      const range = sheet.Range('A1:C2');
      range.Value2 = [
        ['甲', 1, true],
        ['乙', 2, null],
      ];
      sheet.Range('A1:B1').Merge();
      sheet.Range('A2').AddComment('批注');
      const xml = range.Value(11);
      const text = typeof xml === 'string' ? xml : '';
      return known({
        kind: shapeOf(xml),
        workbook: text.includes('<Workbook'),
        merges: text.includes('MergeAcross'),
        comments: text.includes('<Comment'),
        length: text.length,
      });
    },
  },
  {
    id: 'chart',
    book: true,
    run: ({ sheet }) => {
      const range = sheet.Range('A1:B3');
      range.Value2 = [
        ['指标', '得分'],
        ['产出', 48],
        ['效益', 27],
      ];
      const made = sheet.Shapes.AddChart2?.(201, 51, 200, 10, 240, 160);
      if (!made) return holds(false, { AddChart2: typeof sheet.Shapes.AddChart2 });
      made.Chart.SetSourceData(range);
      made.Chart.HasTitle = true;
      made.Chart.ChartTitle.Text = '各级指标得分';
      const title = made.Chart.ChartTitle.Text;
      const count = sheet.ChartObjects().Count;
      return holds(title === '各级指标得分' && count === 1, { title, count: shown(count) });
    },
  },
  { id: 'speed', book: true, run: speed },
];

function speed({ sheet, now }: Bench): ReturnType<ProbeCase['run']> {
  const rows = Array.from({ length: 200 }, (_, row) =>
    Array.from({ length: 9 }, (__, column) => `第${row}行${column}`),
  );
  const range = sheet.Range('A1:I200');
  const started = now();
  range.Value2 = rows;
  const written = now();
  const back = range.Value2;
  const read = now();
  const cells = Array.from({ length: 200 }, (_, at) => sheet.Range(`A${at + 1}`).Value2);
  const ended = now();
  return holds(shapeOf(back) === '2-D 200x9' && cells[199] === '第199行0', {
    writeBlock: Math.round(written - started),
    readBlock: Math.round(read - written),
    read200Cells: Math.round(ended - read),
  });
}
