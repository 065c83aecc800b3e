import { rangeName, type Range } from '../../model/grid';
import { rangeOfAddress, type RawRows } from '../sheet-grid';
import type { Asked } from './book-list';
import type { ExcelAbilities } from './excel-session';

/** From so many merged areas on a sheet is asked block by block; more may have come since. */
const MANY_MERGES = 400;
/** Excel reports merged areas of a range only up to this many; so many cells cannot hold more. */
const MOST_MERGES = 512;

export interface Size {
  readonly rowCount: number;
  readonly columnCount: number;
}

/**
 * The merged areas of a sheet when they were last asked for: asking counts as a write, which clears
 * a person's undo history before ExcelApi 1.19 (office-js #2802).
 */
export interface KnownMerges {
  readonly size: Size;
  readonly areas: readonly Range[];
  /** What stood in them. */
  readonly inside: string;
}

export function sizeOfRows({ values }: Pick<RawRows, 'values'>): Size {
  let columnCount = 0;
  for (const line of values) if (line.length > columnCount) columnCount = line.length;
  return { rowCount: values.length, columnCount };
}

/** Whether a page or sheet has so many merged areas that it has to be asked block by block. */
export const sizeIfCrowded = (merges: number, size: Size): Size | null =>
  merges > MANY_MERGES ? size : null;

/** What merged areas show and hide: text in the first cell, anything in the others. */
function insideOf({ values }: Pick<RawRows, 'values'>, areas: readonly Range[]): string {
  return JSON.stringify(
    areas.map(({ top, left, bottom, right }) => {
      const cells = values.slice(top, bottom + 1).map((line) => line.slice(left, right + 1));
      return cells.map((line, row) =>
        line.map((value, column) =>
          row === 0 && column === 0 && typeof value !== 'string' ? null : value,
        ),
      );
    }),
  );
}

export const knownMerges = (
  rows: Pick<RawRows, 'values'>,
  areas: readonly Range[],
): KnownMerges => ({
  size: sizeOfRows(rows),
  areas,
  inside: insideOf(rows, areas),
});

/** Whether merged areas are where they were as far as values can tell; before a write they are asked. */
export function mergesStand(
  { size, areas, inside }: KnownMerges,
  rows: Pick<RawRows, 'values'>,
): boolean {
  const now = sizeOfRows(rows);
  const isSame = now.rowCount === size.rowCount && now.columnCount === size.columnCount;
  return isSame && insideOf(rows, areas) === inside;
}

function askMerges(grid: Excel.Range): Asked<readonly Range[]> {
  const merged = grid.getMergedAreasOrNullObject();
  // The joined address is cut off at 8,192 characters; the areas one by one are not.
  merged.load('areas/items/address');
  return () =>
    merged.isNullObject
      ? []
      : merged.areas.items.flatMap(({ address }) => rangeOfAddress(address) ?? []);
}

/** Merged areas block by block, each with no more cells than Excel reports areas. */
export function askMergesInBlocks(sheet: Excel.Worksheet, range: Range): Asked<readonly Range[]> {
  const width = Math.min(range.right - range.left + 1, MOST_MERGES);
  const height = Math.max(1, Math.floor(MOST_MERGES / width));
  const asked: Asked<readonly Range[]>[] = [];
  for (let { top } = range; top <= range.bottom; top += height) {
    for (let { left } = range; left <= range.right; left += width) {
      const block = {
        top,
        left,
        bottom: Math.min(top + height - 1, range.bottom),
        right: Math.min(left + width - 1, range.right),
      };
      asked.push(askMerges(sheet.getRange(rangeName(block))));
    }
  }
  return () => {
    const areas = asked.flatMap((answer) => answer());
    return [...new Map(areas.map((area) => [rangeName(area), area])).values()];
  };
}

/** Merged areas of a whole sheet; none are known below ExcelApi 1.13. */
export function askMergesOf(
  sheet: Excel.Worksheet,
  grid: Excel.Range,
  abilities: ExcelAbilities,
  crowded: Size | null,
): Asked<readonly Range[]> {
  if (!abilities.merges) return () => [];
  if (!crowded) return askMerges(grid);
  const { rowCount, columnCount } = crowded;
  const whole = { top: 0, left: 0, bottom: rowCount - 1, right: columnCount - 1 };
  return askMergesInBlocks(sheet, whole);
}
