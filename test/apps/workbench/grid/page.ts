import {
  CellValueType,
  UniverInstanceService,
  UniverInstanceType,
  type Workbook,
} from '@univerjs/core';
import { createGrid } from '../../../../src/apps/workbench/grid/create-grid';
import type { Grid, RefusedEdit } from '../../../../src/apps/workbench/grid/grid';
import type { CellEdit } from '../../../../src/model/edit';
import { cellName } from '../../../../src/model/grid';
import type { BookView } from '../../../../src/model/look';
import type { CellValue } from '../../../../src/model/snapshot';
import { bookView, sheetView, smallView } from './small-view';

type Contents = Record<string, { readonly value: CellValue; readonly formula: string | null }>;

/** What the page of the browser test offers to the test: the grid, and what it told. */
export interface TestPage {
  readonly grid: Grid;
  readonly edits: CellEdit[];
  /** Whose they were. */
  readonly edited: string[];
  readonly refused: RefusedEdit[];
  /** Opens the small workbook anew, under the name `a`, with nothing told yet. */
  readonly begin: () => void;
  /** The cells of the small workbook, and of the grid's own model of it, by sheet and address. */
  readonly original: () => Contents;
  readonly shown: () => Contents;
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

function contentsOf(view: BookView): Contents {
  const contents: Contents = {};
  for (const sheet of view.sheets) {
    for (const [row, line] of sheet.values.entries()) {
      for (const [column, value] of line.entries()) {
        const formula = sheet.formulas[row]?.[column] ?? null;
        if (value === null && formula === null) continue;
        contents[`${sheet.id}!${cellName({ row, column })}`] = { value, formula };
      }
    }
  }
  return contents;
}

/** Read from the grid's model in the plainest way, so as not to trust the code under test. */
function modelContents(workbook: Workbook): Contents {
  const contents: Contents = {};
  for (const sheet of workbook.getSheets()) {
    sheet.getCellMatrix().forValue((row, column, cell) => {
      if (!cell) return;
      const formula = cell.f ? cell.f.slice(1) : null;
      const held = cell.v ?? null;
      if ((held === null || held === '') && formula === null) return;
      const value: CellValue =
        held === '' || held === null
          ? null
          : cell.t === CellValueType.BOOLEAN
            ? Number(held) === 1
            : cell.t === CellValueType.NUMBER
              ? Number(held)
              : cell.t !== CellValueType.FORCE_STRING &&
                  /^#[A-Z/0]+[!?]$|^#N\/A$/.test(String(held))
                ? { error: String(held) }
                : String(held);
      contents[`${sheet.getSheetId()}!${cellName({ row, column })}`] = { value, formula };
    });
  }
  return contents;
}

async function begin(): Promise<void> {
  const container = document.getElementById('grid');
  if (!container) return;
  const edits: CellEdit[] = [];
  const edited: string[] = [];
  const refused: RefusedEdit[] = [];
  const workbooks: Workbook[] = [];
  const instances = UniverInstanceService.prototype;
  const createUnit = Reflect.get(instances, 'createUnit') as (...args: unknown[]) => unknown;
  instances.createUnit = function keep(this: UniverInstanceService, ...args: unknown[]) {
    const unit = createUnit.apply(this, args);
    if (args[0] === UniverInstanceType.UNIVER_SHEET) workbooks.splice(0, 1, unit as Workbook);
    return unit as never;
  };
  const grid = await createGrid(container, {
    onEdits: (book, list) => {
      edits.push(...list);
      edited.push(book);
    },
    onRefused: (one) => refused.push(one),
  });
  // As the workbench does: what React draws first comes after it.
  grid.open('a', smallView());
  grid.activate('a');
  const page: TestPage = {
    grid,
    edits,
    edited,
    refused,
    begin: () => {
      grid.close('a');
      edits.length = 0;
      edited.length = 0;
      grid.open('a', smallView());
      grid.activate('a');
    },
    original: () => contentsOf(smallView()),
    shown: () => (workbooks[0] ? modelContents(workbooks[0]) : {}),
    small: smallView,
    tall,
  };
  Object.assign(window, { page });
}

void begin();
