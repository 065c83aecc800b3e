import { cellLabel } from '../../model/address';
import { cellName, rangeName } from '../../model/grid';
import { grouped } from '../../model/grouped';
import type { Asked } from './book-list';
import type { AskedCell, Standing } from '../../changes/standing';
import { columnRuns, rangeOfRun } from '../cell-runs';
import type { ExcelAbilities } from './excel-session';
import { NO_FILL, type Fill } from '../../changes/fill-memory';
import { rangeOfAddress } from '../sheet-grid';

/** What stands on cells, and the sheets with threads; where those are takes another question. */
export interface AskedStanding extends Standing {
  readonly threads: readonly Excel.CommentCollection[];
}

/** Cells between two flags whose fill is asked for as well, rather than asking twice. */
const BRIDGE = 6;

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

function fillOf(properties: Excel.CellProperties | undefined): Fill {
  const fill = properties?.format?.fill;
  if (!fill) return NO_FILL;
  return {
    color: textOf(fill.color),
    // A cell without fill may report white; only the pattern tells.
    pattern: fill.pattern ?? (textOf(fill.color) === '' ? 'None' : 'Solid'),
    patternColor: textOf(fill.patternColor),
  };
}

function askFills(
  context: Excel.RequestContext,
  cells: readonly AskedCell[],
  into: Map<string, Fill>,
): Asked<void>[] {
  const first = cells[0];
  if (!first) return [];
  const sheet = context.workbook.worksheets.getItem(first.sheetId);
  return columnRuns(cells, BRIDGE).map((run) => {
    const properties = sheet
      .getRange(rangeName(rangeOfRun(run)))
      .getCellProperties({ format: { fill: { color: true, pattern: true, patternColor: true } } });
    return () => {
      for (const { cell } of run.items) {
        into.set(cellLabel(first.sheet, cell), fillOf(properties.value[cell.row - run.top]?.[0]));
      }
    };
  });
}

function askNotes(
  context: Excel.RequestContext,
  cells: readonly AskedCell[],
  into: Map<string, string>,
): Asked<void>[] {
  const first = cells[0];
  if (!first) return [];
  const { notes } = context.workbook.worksheets.getItem(first.sheetId);
  return cells.map(({ cell }) => {
    const note = notes.getItemOrNullObject(cellName(cell));
    note.load('content');
    return () => {
      if (!note.isNullObject) into.set(cellLabel(first.sheet, cell), note.content);
    };
  });
}

/** Asks for fills and notes of cells, all in the batch that is being filled. */
export function askMarks(
  context: Excel.RequestContext,
  cells: readonly AskedCell[],
  abilities: ExcelAbilities,
): Asked<AskedStanding> {
  const fills = new Map<string, Fill>();
  const notes = new Map<string, string>();
  const threads: Excel.CommentCollection[] = [];
  const answers: Asked<void>[] = [];
  for (const [sheetId, list] of grouped(cells, ({ sheetId }) => sheetId)) {
    answers.push(...askFills(context, list, fills));
    if (!abilities.notes) continue;
    const visible = list.filter(({ onlyFill }) => onlyFill !== true);
    answers.push(...askNotes(context, visible, notes));
    const { comments } = context.workbook.worksheets.getItem(sheetId);
    comments.load('items/id');
    threads.push(comments);
  }
  return () => {
    for (const answer of answers) answer();
    return { fills, notes, threads: threads.filter(({ items }) => items.length > 0) };
  };
}

/** Where the threads are; only asked when there are any, for it costs a round trip. */
export async function threadPlaces(
  threads: readonly Excel.CommentCollection[],
): Promise<ReadonlySet<string>> {
  const [first] = threads;
  if (!first) return new Set();
  const places = threads.flatMap(({ items }) =>
    items.map((thread) => {
      const place = thread.getLocation();
      place.load('address');
      place.worksheet.load('name');
      return place;
    }),
  );
  await first.context.sync();
  return new Set(
    places.flatMap((place) => {
      const range = rangeOfAddress(place.address);
      return range ? cellLabel(place.worksheet.name, { row: range.top, column: range.left }) : [];
    }),
  );
}
