import { bySheet, cellLabel } from '../../model/address';
import { cellName, rangeName, type CellRef } from '../../model/grid';
import type { AskedCell, Standing } from '../../changes/standing';
import { columnRuns, rangeOfRun, type ColumnRun } from '../cell-runs';
import { NO_FILL, type Fill } from '../../changes/fill-memory';
import { fillOf, PATTERN_NONE } from './colours';
import type { EtSheet } from './object-model';

/** Cells of a column that are asked together where the column is not bare. */
const HANDFUL = 8;

type BySheet = (name: string) => EtSheet;

/**
 * What stands on cells now. Cells without fill are the rule, and one question tells it of many;
 * the same for notes, where a sheet has none.
 */
export function askStanding(sheetNamed: BySheet, cells: readonly AskedCell[]): Standing {
  const fills = new Map<string, Fill>();
  const notes = new Map<string, string>();
  for (const [name, own] of bySheet(cells)) {
    const sheet = sheetNamed(name);
    askFills(
      sheet,
      name,
      own.map(({ cell }) => cell),
      fills,
    );
    const noted = own.filter(({ onlyFill }) => onlyFill !== true);
    if (sheet.Comments.Count > 0) askNotes(sheet, name, noted, notes);
  }
  return { fills, notes };
}

/**
 * A column is asked as one range, cells in between included, and so is each handful of its cells
 * where it is not bare: several areas in one question might answer for the first of them only.
 */
function askFills(
  sheet: EtSheet,
  name: string,
  cells: readonly CellRef[],
  into: Map<string, Fill>,
): void {
  const isBare = (part: ColumnRun<unknown>): boolean =>
    sheet.Range(rangeName(rangeOfRun(part))).Interior.Pattern === PATTERN_NONE;
  const placed = cells.map((cell) => ({ cell }));
  for (const column of columnRuns(placed, Number.POSITIVE_INFINITY)) {
    const isAllBare = isBare(column);
    for (const part of handfuls(column)) {
      const isPartBare = isAllBare || (part.items.length > 1 && isBare(part));
      for (const { cell } of part.items) {
        into.set(cellLabel(name, cell), isPartBare ? NO_FILL : fillAt(sheet, cell));
      }
    }
  }
}

function handfuls({
  items,
}: ColumnRun<{ readonly cell: CellRef }>): readonly ColumnRun<{ readonly cell: CellRef }>[] {
  return Array.from({ length: Math.ceil(items.length / HANDFUL) }, (_, at) =>
    columnRuns(items.slice(at * HANDFUL, (at + 1) * HANDFUL), Number.POSITIVE_INFINITY),
  ).flat();
}

function fillAt(sheet: EtSheet, cell: CellRef): Fill {
  const interior = sheet.Range(cellName(cell)).Interior;
  const pattern = interior.Pattern;
  if (pattern === PATTERN_NONE) return NO_FILL;
  return fillOf(pattern, interior.Color, () => interior.PatternColor);
}

function askNotes(
  sheet: EtSheet,
  name: string,
  cells: readonly AskedCell[],
  into: Map<string, string>,
): void {
  for (const { cell } of cells) {
    const text = sheet.Range(cellName(cell)).Comment?.Text();
    if (typeof text === 'string') into.set(cellLabel(name, cell), text);
  }
}

/** Of cells those that are on one line, by `附表!G5`; a stretch that is all alike is asked at once. */
export function askOneLine(
  sheetNamed: BySheet,
  cells: readonly AskedCell[],
): NonNullable<Standing['oneLine']> {
  return new Set(
    [...bySheet(cells)].flatMap(([name, own]) => {
      const sheet = sheetNamed(name);
      return columnRuns(own, 0).flatMap((run) => {
        const all = sheet.Range(rangeName(rangeOfRun(run))).WrapText;
        return run.items.flatMap(({ cell }) => {
          const wraps = typeof all === 'boolean' ? all : sheet.Range(cellName(cell)).WrapText;
          return wraps === false ? [cellLabel(name, cell)] : [];
        });
      });
    }),
  );
}
