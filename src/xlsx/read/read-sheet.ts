import type { SheetSnapshot } from '../../model/snapshot';
import { TYPE_NUMBER } from './cell-tags';
import { readRows, resolvePending } from './read-rows';
import { readHead, readTail, type Head } from './sheet-frame';
import { hideMerged, linesOf, lowerBound, SPARSE, spreadArrays, usedWidth } from './sheet-lines';
import { spend, type Reading, type SheetContext } from './sheet-reading';

export type SheetContent = Omit<SheetSnapshot, 'id' | 'name' | 'visibility'>;

function hiddenSets(
  head: Head,
  reading: Reading,
  rowCount: number,
  width: number,
): Pick<SheetContent, 'hiddenRows' | 'hiddenColumns'> {
  const hiddenColumns = new Set<number>();
  for (const { from, to } of head.hiddenColumns) {
    for (let column = from; column <= Math.min(to, width - 1); column++) hiddenColumns.add(column);
  }
  const hiddenRows = new Set<number>();
  for (const row of reading.hiddenRows) if (row < rowCount) hiddenRows.add(row);
  if (reading.mentionedRows) {
    for (let row = 0; row < rowCount; row++) {
      if (!reading.mentionedRows.has(row)) hiddenRows.add(row);
    }
  }
  return { hiddenRows, hiddenColumns };
}

/**
 * Reads a worksheet part. The grid ends at the last cell with a value or formula, whatever the
 * file says of its dimension; hidden rows and columns beyond it are left out.
 * @throws Failure `xml-damaged`, `xml-too-deep`, `sheet-too-large`.
 */
export function readSheet(xml: string, context: SheetContext): SheetContent {
  const head = readHead(xml);
  const reading: Reading = {
    xml,
    context,
    cursor: {
      at: 0,
      row: -1,
      column: -1,
      style: 0,
      type: TYPE_NUMBER,
      closed: false,
      hidden: false,
    },
    rows: new Map(),
    latest: { index: -1, row: { values: [], formulas: null, formats: null } },
    shared: new Map(),
    pending: [],
    arrays: [],
    hiddenRows: new Set(),
    mentionedRows: head.hiddenByDefault ? new Set() : null,
  };
  const tailStart = head.hasRows ? readRows(reading, head.end) : head.end;
  const tail = readTail(xml, tailStart);
  resolvePending(reading);

  const { rows } = reading;
  const order = [...rows.keys()].sort((a, b) => a - b);
  let stored = order.length;
  for (const row of rows.values()) {
    stored += Math.max(row.values.length, row.formulas?.length ?? 0);
  }
  const allowance = { steps: 2 * stored + tail.merges.length + reading.arrays.length };
  spreadArrays(reading, order, allowance);
  hideMerged(rows, order, tail.merges, allowance);

  let rowCount = 0;
  let width = 0;
  for (const [index, row] of rows) {
    const used = usedWidth(row);
    if (used === 0) continue;
    width = Math.max(width, used);
    rowCount = Math.max(rowCount, index + 1);
  }
  const populated = lowerBound(order, rowCount) * width;
  const isSparse = rowCount * width > SPARSE.times * stored + SPARSE.cells;
  spend(context, rowCount + (isSparse ? 0 : Math.max(0, populated - stored)));

  return {
    protected: tail.protected,
    rowCount,
    columnCount: width,
    ...linesOf(rows, order, rowCount, width, isSparse),
    merges: tail.merges,
    ...hiddenSets(head, reading, rowCount, width),
  };
}
