import { grouped } from '../../model/grouped';
import { bySheet } from '../../model/address';
import { cellName, rangeName, type Range } from '../../model/grid';
import { contentOf, payloadBytes, textBytes, type Payload } from '../cell-payload';
import { addressLists, columnRuns, rangeOfRun, rectangles, type ColumnRun } from '../cell-runs';
import type { CellChange, FillChange, NoteChange } from '../../changes/change';
import type { SheetSnapshot } from '../../model/snapshot';
import { isPattern, type Fill } from '../../changes/fill-memory';
import { ACTION_SIZE, optional, step, type Step } from './write-steps';

/** Rows a block may leap over: null there means “leave as it is” and is shorter than a new action. */
const BRIDGE = 48;
/** Rows of one block, so that a long column can be spread over requests. */
const MOST_ROWS = 20_000;
const TEXT = '@';
const GENERAL = 'General';

/** A column of a run: the item's content on its row, null (keep) on the rows between. */
function columnOf<T extends { readonly cell: { readonly row: number } }>(
  run: ColumnRun<T>,
  content: (item: T) => Payload | null,
): (Payload | null)[][] {
  const rows = Array.from({ length: run.bottom - run.top + 1 }, (): [Payload | null] => [null]);
  for (const item of run.items) rows[item.cell.row - run.top] = [content(item)];
  return rows;
}

function valueStep(sheet: string, run: ColumnRun<CellChange>): Step {
  const values = columnOf(run, contentOf);
  // A number put into a text cell would become text: the format steps aside while it is written.
  const aside = run.items.some(({ isText, value }) => isText && typeof value === 'number')
    ? columnOf(run, ({ isText, value }) => (isText && typeof value === 'number' ? GENERAL : null))
    : null;
  const back = aside?.map(([format]) => [format === null ? null : TEXT]) ?? null;
  const size =
    run.items.reduce((sum, { value, formula }) => sum + payloadBytes(formula ?? value), 0) +
    values.length * (aside ? 32 : 8) +
    ACTION_SIZE * (2 + Math.ceil(values.length / 1000));
  return step(size, (batch) => {
    const range = batch.sheet(sheet).getRange(rangeName(rangeOfRun(run)));
    if (aside) range.numberFormat = aside;
    range.values = values;
    if (back) range.numberFormat = back;
  });
}

/**
 * One action per stretch of a column, however many cells it has. A hidden row is in no stretch with
 * others: what is written over filtered rows lands in the wrong cells (office-js #224). On a protected
 * sheet a stretch has no gap: the cells between are locked.
 */
export function cellSteps(
  changes: readonly CellChange[],
  sheets: readonly Pick<SheetSnapshot, 'name' | 'protected' | 'hiddenRows'>[],
): readonly Step[] {
  const byName = new Map(sheets.map((sheet) => [sheet.name, sheet]));
  return [...bySheet(changes)].flatMap(([name, own]) => {
    const sheet = byName.get(name);
    const bridge = sheet?.protected ? 0 : BRIDGE;
    const runs = columnRuns(own, bridge, MOST_ROWS, sheet?.hiddenRows);
    return runs.map((run) => valueStep(name, run));
  });
}

function wrapStep(sheet: string, area: Range, wraps: boolean): Step {
  const own = step(ACTION_SIZE * 2, (batch) => {
    batch.sheet(sheet).getRange(rangeName(area)).format.wrapText = wraps;
  });
  return optional('looks-left', sheet, null, own);
}

/** Long texts are broken into lines, or put back onto one; only how they look, whatever becomes of it. */
export const wrapSteps = (changes: readonly CellChange[]): readonly Step[] =>
  [true, false].flatMap((wraps) =>
    [...bySheet(changes.filter((one) => one.wraps === wraps))].flatMap(([name, own]) =>
      rectangles(own.map(({ cell }) => cell)).map((area) => wrapStep(name, area, wraps)),
    ),
  );

/** How long an address of several areas may be is not sure (office-js #5198): then one by one. */
function fillStep(sheet: string, address: string, fill: Fill): Step {
  const areas = address.split(',');
  const all = fillAreas(sheet, address, fill);
  return areas.length === 1
    ? all
    : { ...all, instead: areas.map((area) => fillAreas(sheet, area, fill)) };
}

function fillAreas(name: string, address: string, fill: Fill): Step {
  return step(ACTION_SIZE * 2 + address.length, (batch) => {
    const sheet = batch.sheet(name);
    const isOne = !address.includes(',');
    const areas = isOne ? sheet.getRange(address) : sheet.getRanges(address);
    const target = areas.format.fill;
    if (fill.pattern === 'None') {
      target.clear();
      return;
    }
    target.color = fill.color;
    if (fill.pattern === 'Solid') return;
    if (isPattern(fill.pattern)) target.set({ pattern: fill.pattern });
    target.patternColor = fill.patternColor;
  });
}

/** One action per fill and some hundred areas, never one per cell. */
export function fillSteps(changes: readonly FillChange[]): readonly Step[] {
  return [...bySheet(changes)].flatMap(([sheet, own]) => {
    const byFill = grouped(own, ({ fill: { pattern, color, patternColor } }) =>
      pattern === 'None' ? '' : `${pattern} ${color} ${patternColor}`,
    );
    return [...byFill.values()].flatMap((group) => {
      const [first] = group;
      if (!first) return [];
      return addressLists(rectangles(group.map(({ cell }) => cell))).map((address) =>
        fillStep(sheet, address, first.fill),
      );
    });
  });
}

/** A note cannot be set for several cells at once; all still travel in one request. */
export function noteSteps(changes: readonly NoteChange[]): readonly Step[] {
  return changes.map(({ sheet, cell, text, exists }) =>
    optional(
      'note-kept',
      sheet,
      cell,
      step(ACTION_SIZE + (text === null ? 0 : textBytes(text)), (batch) => {
        const { notes } = batch.sheet(sheet);
        const place = cellName(cell);
        if (text === null) notes.getItem(place).delete();
        else if (exists) notes.getItem(place).content = text;
        else notes.add(place, text);
      }),
    ),
  );
}
