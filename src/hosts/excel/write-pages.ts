import { rangeName } from '../../model/grid';
import type { SheetCell, SheetWrite } from '../../model/patch';
import { CHART_NAME, LOOKS } from '../../changes/page-looks';
import { renameInFormula } from '../../changes/sheet-names';
import { payloadBytes, payloadOf, textBytes, type Payload } from '../cell-payload';
import { rectangles } from '../cell-runs';
import type { PageChange } from '../../changes/change';
import {
  cellsByStyle,
  linkSteps,
  lookSteps,
  mergeSteps,
  sizeSteps,
  viewSteps,
} from './dress-pages';
import { allRows, changedRows, spansOf, type PageRows } from './page-rows';
import { chartStep } from './write-chart';
import { ACTION_SIZE, optional, step, type Batch, type Step } from './write-steps';

/** Characters of cells per step, so that a large sheet can be spread over requests. */
const CONTENT_SIZE = 600_000;

/** A sheet of ours while it is written. */
export interface Page {
  readonly name: string;
  readonly isNew: boolean;
  /** Charts of ours that stand on it. */
  readonly charts: readonly string[];
  readonly write: SheetWrite;
  readonly width: number;
  readonly renamed: ReadonlyMap<string, string>;
  /** Rows that are written; what stands in the others is right. */
  readonly rows: readonly number[];
  /** Everything is written anew. */
  readonly isWhole: boolean;
}

/** What a page consists of: where it fails the page stays unfinished, and scores and marks stand. */
const written = (page: Page, size: number, enqueue: (batch: Batch) => void): Step =>
  optional('sheet-unfinished', page.name, null, step(size, enqueue), [page.name]);

/** The sheet stands and is blank afterwards. It is never deleted to be made again. */
function blankStep(page: Page): Step {
  const { name, isNew, charts } = page;
  return written(page, ACTION_SIZE * 6, (batch) => {
    if (isNew) {
      batch.context.workbook.worksheets.add(name);
      return;
    }
    const sheet = batch.sheet(name);
    for (const chart of charts) sheet.charts.getItem(chart).delete();
    const all = sheet.getRange();
    all.unmerge();
    all.clear();
    sheet.freezePanes.unfreeze();
  });
}

/** The rows that are written anew, and those below the new end, are blank afterwards. */
function blankRowSteps(page: Page, { beyond, chart }: PageRows): readonly Step[] {
  const { name, charts } = page;
  const spans = [...spansOf(page.rows), ...(beyond ? [beyond] : [])];
  return [
    ...spans.map(({ top, bottom }) =>
      written(page, ACTION_SIZE * 3, (batch) => {
        const rows = batch.sheet(name).getRange(`${top + 1}:${bottom + 1}`);
        rows.unmerge();
        rows.clear();
      }),
    ),
    ...(chart ? charts : []).map((one) =>
      written(page, ACTION_SIZE, (batch) => {
        batch.sheet(name).charts.getItem(one).delete();
      }),
    ),
  ];
}

function contentOf(cell: SheetCell | null | undefined, page: Page): Payload {
  if (!cell) return '';
  if (cell.formula !== undefined) return `=${renameInFormula(cell.formula, page.renamed)}`;
  return payloadOf(cell.value);
}

const sizeOfRow = (cells: readonly (SheetCell | null)[]): number =>
  cells.reduce(
    (sum, cell) =>
      sum +
      (cell
        ? cell.formula === undefined
          ? payloadBytes(cell.value)
          : textBytes(cell.formula) + 4
        : 4),
    24,
  );

function contentStep(page: Page, top: number, bottom: number, size: number): Step {
  return written(
    page,
    size + ACTION_SIZE * (3 + Math.ceil(((bottom - top + 1) * page.width) / 500)),
    (batch) => {
      const rows = page.write.rows.slice(top, bottom + 1);
      const range = rangeName({ top, left: 0, bottom, right: page.width - 1 });
      batch.sheet(page.name).getRange(range).formulas = rows.map((cells) =>
        Array.from({ length: page.width }, (_, column) => contentOf(cells[column], page)),
      );
    },
  );
}

function contentSteps(page: Page): readonly Step[] {
  const steps: Step[] = [];
  for (const span of spansOf(page.rows)) {
    let { top } = span;
    let size = 0;
    for (let row = top; row <= span.bottom; row++) {
      const cells = page.write.rows[row] ?? [];
      const own = sizeOfRow(cells) + (page.width - cells.length) * 4;
      if (row > top && size + own > CONTENT_SIZE) {
        steps.push(contentStep(page, top, row - 1, size));
        top = row;
        size = 0;
      }
      size += own;
    }
    steps.push(contentStep(page, top, span.bottom, size));
  }
  return steps;
}

/** Number formats go first: what is written afterwards is read by them. */
function formatSteps(page: Page): readonly Step[] {
  return [...cellsByStyle(page)].flatMap(([style, cells]) => {
    const { format } = LOOKS[style];
    if (format === null) return [];
    return rectangles(cells).map((range) => {
      const height = range.bottom - range.top + 1;
      const width = range.right - range.left + 1;
      return written(page, ACTION_SIZE * 2 + height * width * 12, (batch) => {
        batch.sheet(page.name).getRange(rangeName(range)).numberFormat = Array.from(
          { length: height },
          () => Array.from({ length: width }, () => format),
        );
      });
    });
  });
}

/**
 * Everything it takes to write a sheet of ours, in the order Excel needs. Where it is known how it
 * stands, only what differs is written.
 */
export function pageSteps(
  { name, isNew, write, standing }: PageChange,
  renamed: ReadonlyMap<string, string>,
  charts: readonly string[],
): readonly Step[] {
  const width = Math.max(
    1,
    ...[write, standing ?? write].flatMap(({ rows }) => rows.map((cells) => cells.length)),
  );
  const own = charts.filter((chart) => chart === CHART_NAME);
  const part = standing && !isNew && renamed.size === 0 ? changedRows(standing, write) : null;
  const { rows, chart } = part ?? allRows(write);
  const page: Page = {
    name,
    isNew,
    charts: own,
    write,
    width,
    renamed,
    rows,
    isWhole: part === null,
  };
  return [
    ...(part ? blankRowSteps(page, part) : [blankStep(page)]),
    ...formatSteps(page),
    ...contentSteps(page),
    ...linkSteps(page),
    ...lookSteps(page),
    ...mergeSteps(page),
    ...sizeSteps(page),
    ...(part ? [] : viewSteps(page)),
    ...(chart && write.chart ? [chartStep(name, write.chart)] : []),
  ];
}

/**
 * Shows all rows of a page of ours again that a person filtered or folded away: nothing may be
 * written over hidden rows (office-js #224).
 */
export const showAllSteps = (name: string): readonly Step[] => [
  optional(
    'looks-left',
    name,
    null,
    step(ACTION_SIZE, (batch) => {
      batch.sheet(name).autoFilter.clearCriteria();
    }),
    [name, 'filter'],
  ),
  optional(
    'sheet-unfinished',
    name,
    null,
    step(ACTION_SIZE, (batch) => {
      batch.sheet(name).getRange().rowHidden = false;
    }),
    [name],
  ),
];

export const removeStep = (name: string): Step =>
  step(ACTION_SIZE, (batch: Batch) => {
    batch.sheet(name).delete();
  });

/** Excel deletes no sheet that is very hidden. */
export const removeHiddenStep = (name: string): Step =>
  step(ACTION_SIZE * 2, (batch: Batch) => {
    const sheet = batch.sheet(name);
    sheet.visibility = 'Hidden';
    sheet.delete();
  });

/** What stands on a sheet that cannot be deleted is taken away. */
export const emptyStep = (name: string): Step =>
  step(ACTION_SIZE, (batch: Batch) => {
    batch.sheet(name).getUsedRange().clear('Contents');
  });
