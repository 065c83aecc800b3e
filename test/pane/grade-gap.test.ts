import { evaluate } from '../../src/engine/evaluate';
import { DEFAULT_OPTIONS } from '../../src/engine/options';
import { gradeGap } from '../../src/pane/grade-gap';
import { FORM, openForm } from './pane-forms';

type Row = (typeof FORM.rows)[number];

const withRows = (change: (row: Row) => Row | null): Row[] =>
  FORM.rows.map(change).filter((row) => row !== null);

const put = (row: Row, column: number, value: Row[number]): Row =>
  row.map((cell, at) => (at === column ? value : cell));

const isIndicator = ([, , name, target]: Row): boolean =>
  typeof name === 'string' && typeof target === 'string' && name !== '三级指标';

const scored = (row: Row): Row => (isIndicator(row) && row[6] === null ? put(row, 6, 30) : row);

describe('gradeGap', () => {
  it.each<[string, Row[], string | null]>([
    ['a whole form has none', withRows(scored), null],
    ['one row is not scored', withRows((row) => row), 'pane.score.noGrade.unfilled'],
    [
      'no total row',
      withRows((row) => (row[0] === '总分' ? null : scored(row))),
      'pane.score.noGrade.noTotal',
    ],
    [
      'weights that do not make 100',
      withRows((row) => (row[2] === '受益人口' ? put(row, 5, 20) : scored(row))),
      'pane.score.noGrade.weights',
    ],
    [
      'not scored, and without a total row: what is to be done first',
      withRows((row) => (row[0] === '总分' ? null : row)),
      'pane.score.noGrade.unfilled',
    ],
  ])('names one cause: %s', async (_, rows, key) => {
    const host = await openForm({ ...FORM, rows });
    const [table] = evaluate(await host.read(), DEFAULT_OPTIONS).tables;
    expect(table && (gradeGap(table)?.key ?? null)).toBe(key);
  });
});
