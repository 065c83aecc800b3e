import { Failure, isFailure } from '../../model/failure';
import type { Patch } from '../../model/patch';
import type { Snapshot } from '../../model/snapshot';
import { openPackage, type Package } from '../package';
import { readSnapshot, revisionOf } from '../read/read-snapshot';
import { indexWorkbook, type WorkbookIndex } from '../workbook-index';

const TOO_MUCH: ReadonlySet<string> = new Set([
  'file-too-large',
  'too-large',
  'zip-bomb',
  'sheet-too-large',
]);

/** As the reader counts them: each row, and in it all up to the last stored cell. */
const cellsOf = ({ sheets }: Snapshot): number =>
  sheets.reduce(
    (sum, { values }) => values.reduce((cells, row) => cells + row.length, sum + values.length),
    0,
  );

const cellsWritten = ({ sheets }: Patch): number =>
  sheets.reduce(
    (sum, { rows }) =>
      sum + rows.length * rows.reduce((most, cells) => Math.max(most, cells.length), 0),
    0,
  );

/** Rather too many: formulas and formats may reach further than values. */
const COUNTED = 3;

/**
 * What the workbook reads as once it is written: nothing is handed out that would be refused when
 * it is opened again. Parts are counted always, sheets, cells and bytes where they come near.
 * @returns the revision
 * @throws Failure `result-too-large`
 */
export function readBack(
  bytes: Uint8Array,
  before: {
    readonly package: Package;
    readonly index: WorkbookIndex;
    readonly snapshot: Snapshot;
  },
  patch: Patch,
): string {
  const { limits, inflate } = before.package;
  try {
    const pkg = openPackage(bytes, { limits, inflate });
    const most = pkg.entries.reduce((sum, { size }) => sum + size, 0);
    const isNear =
      COUNTED * (cellsOf(before.snapshot) + cellsWritten(patch)) > limits.cells ||
      before.index.sheets.length + patch.sheets.length > limits.sheets ||
      most > limits.readBytes;
    if (isNear) readSnapshot(pkg, indexWorkbook(pkg));
    return revisionOf(pkg);
  } catch (reason) {
    if (!isFailure(reason) || !TOO_MUCH.has(reason.code)) throw reason;
    throw new Failure('result-too-large', {}, { cause: reason });
  }
}
