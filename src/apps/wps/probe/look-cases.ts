import { holds, shown, thrownBy, type ProbeCase } from './probe-case';

/** Fills, notes and formats: what of them reads back, alone and mixed. */

const LIGHT_RED = 13551615;
const NO_FILL = 16777215;

export const LOOK_CASES: readonly ProbeCase[] = [
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
];
