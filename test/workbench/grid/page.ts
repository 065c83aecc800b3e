import type { CellEdit } from '../../../src/model/edit';
import type { BookView } from '../../../src/model/look';
import { createGrid } from '../../../src/apps/workbench/grid/create-grid';
import type { Grid, RefusedEdit } from '../../../src/apps/workbench/grid/grid';
import { bookView, sheetView, smallView } from './small-view';

/** What the page of the browser test offers to the test: the grid, and what it told. */
export interface TestPage {
  readonly grid: Grid;
  readonly edits: CellEdit[];
  readonly refused: RefusedEdit[];
  readonly small: () => BookView;
  readonly tall: (rows: number) => BookView;
}

/** A form of so many rows, each with a formula, and one over all of them. */
function tall(rows: number): BookView {
  const lines = Array.from({ length: rows }, (_, row) => [
    `指标 ${String(row + 1)}`,
    100,
    row % 100,
    10,
    `=ROUND(MIN(1,C${String(row + 1)}/B${String(row + 1)})*D${String(row + 1)},2)`,
  ]);
  const results = Object.fromEntries(
    lines.map((_, row) => [`${String(row)}:4`, Math.round((row % 100) * 10) / 100]),
  );
  const total = `=SUM(E1:E${String(rows)})`;
  const looks = lines.map(() => [3, 3, 3, 4, 4]);
  return bookView([
    sheetView([...lines, ['合计', null, null, null, total]], {
      looks: [...looks, [2, 3, 3, 4, 4]],
      results: { ...results, [`${String(rows)}:4`]: 0 },
      with: { widths: new Map([[0, 220]]) },
    }),
  ]);
}

async function begin(): Promise<void> {
  const container = document.getElementById('grid');
  if (!container) return;
  const edits: CellEdit[] = [];
  const refused: RefusedEdit[] = [];
  const grid = await createGrid(container, {
    onEdits: (_, list) => edits.push(...list),
    onRefused: (one) => refused.push(one),
  });
  const page: TestPage = { grid, edits, refused, small: smallView, tall };
  Object.assign(window, { page });
}

void begin();
