import { LOOK_CASES } from './look-cases';
import { MERGE_CASES } from './merge-cases';
import {
  holds,
  known,
  same,
  shapeOf,
  shown,
  thrownBy,
  type Bench,
  type ProbeCase,
} from './probe-case';
import type { ProbeRange } from './probe-model';
import { VALUE_CASES } from './value-cases';

/** What cells do over the bridge; each case has a sheet of its own. */
export const CELL_CASES: readonly ProbeCase[] = [
  ...VALUE_CASES,
  ...MERGE_CASES,
  ...LOOK_CASES,
  {
    id: 'protected-write',
    book: true,
    run: ({ sheet }) => {
      const [locked, open] = [sheet.Range('A1'), sheet.Range('B1')];
      locked.Value2 = 1;
      open.Locked = false;
      sheet.Protect();
      const write = (cell: ProbeRange): string | null => thrownBy(() => (cell.Value2 = 2));
      const seen = {
        thrown: [write(locked), write(open)],
        after: [locked, open].map(({ Value2 }) => shown(Value2)),
        locked: ['A1', 'B1', 'A1:B1'].map((name) => shown(sheet.Range(name).Locked)),
        allows: [sheet.Protection?.AllowFormattingCells, sheet.ProtectDrawingObjects].map(shown),
        fill: thrownBy(() => (open.Interior.Color = 13551615)),
        note: thrownBy(() => open.AddComment('核对')),
      };
      sheet.Unprotect();
      return holds(same(seen.after, [1, 2]), seen);
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
