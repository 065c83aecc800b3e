import { columnName } from '../../model/grid';
import type { Asked } from './book-list';
import type { Size } from './ask-merges';

/** Parts into which lines are divided that are hidden in part. */
const PARTS = 32;

/** Rows or columns of a sheet, and whether all of them are hidden; null: some are. */
export interface HiddenLines {
  readonly of: 'rows' | 'columns';
  readonly count: number;
  readonly all: boolean | null;
}

interface Block {
  readonly index: number;
  readonly first: number;
  readonly last: number;
}

const nameOf = (of: HiddenLines['of'], { first, last }: Block): string =>
  of === 'rows' ? `${first + 1}:${last + 1}` : `${columnName(first)}:${columnName(last)}`;

function divide({ index, first, last }: Block): readonly Block[] {
  const size = Math.ceil((last - first + 1) / PARTS);
  const blocks: Block[] = [];
  for (let from = first; from <= last; from += size) {
    blocks.push({ index, first: from, last: Math.min(last, from + size - 1) });
  }
  return blocks;
}

function askBlock(
  sheet: Excel.Worksheet,
  of: HiddenLines['of'],
  block: Block,
): Asked<{ readonly block: Block; readonly all: boolean | null }> {
  const range = sheet.getRange(nameOf(of, block));
  range.load(of === 'rows' ? 'rowHidden' : 'columnHidden');
  return () => ({ block, all: of === 'rows' ? range.rowHidden : range.columnHidden });
}

/**
 * Which rows or columns of sheets are hidden. Asked by loading alone, for the call that tells of each
 * line counts as a write: one round trip more for each level of those that are hidden in part, and
 * none where all are shown.
 */
export async function readHidden(
  context: Excel.RequestContext,
  asked: readonly (HiddenLines & { readonly sheet: string })[],
): Promise<readonly (readonly boolean[])[]> {
  const hidden = asked.map(({ count, all }) => new Array<boolean>(count).fill(all === true));
  let open: readonly Block[] = asked.flatMap(({ count, all }, index) =>
    all === null ? divide({ index, first: 0, last: count - 1 }) : [],
  );
  while (open.length > 0) {
    const answers = open.flatMap((block) => {
      const lines = asked[block.index];
      if (!lines) return [];
      return [askBlock(context.workbook.worksheets.getItem(lines.sheet), lines.of, block)];
    });
    await context.sync();
    const next: Block[] = [];
    for (const { block, all } of answers.map((answer) => answer())) {
      // One line alone is hidden or not, whatever Excel calls it.
      if (all === null && block.first < block.last) next.push(...divide(block));
      else hidden[block.index]?.fill(all === true, block.first, block.last + 1);
    }
    open = next;
  }
  return hidden;
}

/** What a range that begins at A1 told of its rows and columns. */
export const hiddenLines = (
  { rowHidden, columnHidden }: Excel.Range,
  { rowCount, columnCount }: Size,
): readonly [HiddenLines, HiddenLines] => [
  { of: 'rows', count: rowCount, all: rowHidden },
  { of: 'columns', count: columnCount, all: columnHidden },
];
