import { holds, known, same, shown, thrownBy, type ProbeCase } from './probe-case';

/** What merged cells answer and keep. */
export const MERGE_CASES: readonly ProbeCase[] = [
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
];
