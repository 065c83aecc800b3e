import { bookToUniver, sheetToUniver } from '../../../../src/apps/workbench/grid/book-to-univer';
import { changesOf, type BookChanges } from '../../../../src/apps/workbench/grid/book-changes';
import { contentOf, sameContent } from '../../../../src/apps/workbench/grid/cell-content';
import { createMirror } from '../../../../src/apps/workbench/grid/mirror';
import type { BookView, SheetView } from '../../../../src/model/look';
import { LOOKS, bookView, sheetView, smallView } from './small-view';

const NOTHING: BookChanges = { removed: [], added: [], changed: [], order: null };

describe('a workbook as the grid’s data', () => {
  test('says in every cell what the workbook says', () => {
    const view = smallView();
    const data = bookToUniver('b', view);
    const mirror = createMirror(view);
    let cells = 0;
    for (const sheet of view.sheets) {
      for (let row = 0; row < sheet.rowCount; row += 1) {
        for (let column = 0; column < sheet.columnCount; column += 1) {
          const known = mirror.at(sheet.id, row, column);
          const cell = data.sheets[sheet.id]?.cellData?.[row]?.[column];
          const content = contentOf(cell, mirror.terms(sheet.id, row, column), known);
          expect(sameContent(content, known)).toBe(true);
          cells += 1;
        }
      }
    }
    expect(cells).toBe(49);
  });

  test('has its sheets in order, the hidden ones hidden', () => {
    const data = bookToUniver('b', smallView());
    expect(data.sheetOrder).toEqual(['s1', 's2', 's3']);
    expect(data.sheetOrder.map((id) => data.sheets[id]?.hidden)).toEqual([0, 0, 1]);
    expect(data.sheets['s2']?.showGridlines).toBe(0);
  });

  test('has merges, sizes, frozen rows, looks and notes', () => {
    const data = bookToUniver('b', smallView());
    const sheet = data.sheets['s1'];
    expect(sheet?.mergeData?.[1]).toEqual({ startRow: 5, startColumn: 0, endRow: 5, endColumn: 2 });
    expect(sheet?.columnData?.[0]).toEqual({ w: 180, hd: 0 });
    expect(sheet?.rowData?.[2]).toEqual({ h: 40, ia: 0, hd: 0 });
    expect(sheet?.freeze).toEqual({ xSplit: 0, ySplit: 2, startRow: 2, startColumn: -1 });
    expect(sheet?.cellData?.[3]?.[1]).toEqual({ v: 0.95, t: 2, s: '5' });
    expect(data.styles['5']).toMatchObject({ n: { pattern: '0.0%' }, ht: 2, vt: 2, tb: 3 });
    expect(data.styles['3']?.bd?.t).toEqual({ s: 1, cl: { rgb: '#000000' } });
    expect(data.styles['1']).not.toHaveProperty('bg');
    expect(JSON.parse(data.resources?.[0]?.data ?? '{}')).toMatchObject({
      s1: { 3: { 4: { note: '重新计算应为 9.47' } } },
    });
  });

  test('keeps the size of a hidden row', () => {
    const sheet = sheetView([[1], [2]], {
      with: { heights: new Map([[1, 33]]), hiddenRows: new Set([1]) },
    });
    expect(sheetToUniver(bookView([sheet]), sheet).rowData?.[1]).toEqual({ h: 33, ia: 0, hd: 1 });
  });
});

describe('the difference of two states of a workbook', () => {
  const between = (from: BookView, to: BookView, keep?: Parameters<typeof changesOf>[3]) =>
    changesOf(from, to, createMirror(from).at, keep);

  const withFirst = (
    view: BookView,
    change: (sheet: SheetView) => Partial<SheetView>,
  ): BookView => ({
    ...view,
    sheets: view.sheets.map((sheet, index) =>
      index === 0 ? { ...sheet, ...change(sheet) } : sheet,
    ),
  });

  const replaced = <T>(rows: readonly (readonly T[])[], row: number, column: number, item: T) =>
    rows.map((line, r) => line.map((old, c) => (r === row && c === column ? item : old)));

  test('is nothing between a state and itself', () => {
    expect(between(smallView(), smallView())).toEqual(NOTHING);
  });

  test('is one cell where one value is another', () => {
    const to = withFirst(smallView(), ({ values }) => ({ values: replaced(values, 2, 4, 9) }));
    expect(between(smallView(), to).changed[0]?.cells).toEqual([
      { row: 2, column: 4, content: { value: 9, formula: null } },
    ]);
  });

  test('does not touch a cell the grid knows better', () => {
    const to = withFirst(smallView(), ({ values }) => ({ values: replaced(values, 2, 4, 9) }));
    expect(between(smallView(), to, (_, row, column) => row === 2 && column === 4)).toEqual(
      NOTHING,
    );
  });

  test('compares looks by what they say, not by their numbers', () => {
    const looks = [...LOOKS].reverse();
    const last = LOOKS.length - 1;
    const turned: BookView = {
      ...smallView(),
      looks,
      sheets: smallView().sheets.map((sheet) => ({
        ...sheet,
        looks: sheet.looks.map((row) => row.map((look) => last - look)),
      })),
    };
    expect(between(smallView(), turned)).toEqual(NOTHING);
  });

  test('gives a cell its new look', () => {
    const red = { ...LOOKS[4], fill: '#ffc7ce' } as (typeof LOOKS)[number];
    const to = {
      ...withFirst(smallView(), ({ looks }) => ({ looks: replaced(looks, 2, 4, LOOKS.length) })),
      looks: [...LOOKS, red],
    };
    expect(between(smallView(), to).changed[0]?.cells).toEqual([{ row: 2, column: 4, look: red }]);
  });

  test('sets and takes away notes', () => {
    const note = { cell: { row: 0, column: 0 }, text: '新' };
    const [change] = between(
      smallView(),
      withFirst(smallView(), () => ({ notes: [note] })),
    ).changed;
    expect(change?.notesSet).toEqual([note]);
    expect(change?.notesRemoved).toEqual([{ row: 3, column: 4 }]);
  });

  test('adds, removes and reorders sheets', () => {
    const view = smallView();
    const added = sheetView([['汇总']], { id: 's9', name: '汇总表' });
    const to = { ...view, sheets: [added, ...view.sheets.slice(1).reverse()] };
    const changes = between(view, to);
    expect(changes.added).toEqual([added]);
    expect(changes.removed).toEqual(['s1']);
    expect(changes.order).toEqual(['s9', 's3', 's2']);
  });

  test('tells sizes, merges, names, hiding and freezing apart', () => {
    const [change] = between(
      smallView(),
      withFirst(smallView(), ({ merges }) => ({
        merges: merges.slice(1),
        widths: new Map([[0, 200]]),
        name: '改名',
        visibility: 'hidden',
        frozenRows: 0,
      })),
    ).changed;
    expect(change).toMatchObject({
      name: '改名',
      hidden: true,
      frozen: { rows: 0, columns: 0 },
      mergesRemoved: [{ top: 0, left: 0, bottom: 0, right: 5 }],
      mergesAdded: [],
      rows: [],
      cells: [],
    });
    expect(change?.columns).toEqual([
      { index: 0, size: 200, hidden: false },
      { index: 1, size: 72, hidden: false },
      { index: 2, size: 72, hidden: false },
      { index: 5, size: 72, hidden: false },
    ]);
  });

  test('sets back a cell the grid shows otherwise than both states', () => {
    const changes = changesOf(smallView(), smallView(), (sheet, row, column) =>
      sheet === 's1' && row === 2 && column === 2
        ? { value: 7, formula: null }
        : createMirror(smallView()).at(sheet, row, column),
    );
    expect(changes.changed[0]?.cells).toEqual([
      { row: 2, column: 2, content: { value: 120, formula: null } },
    ]);
  });
});
