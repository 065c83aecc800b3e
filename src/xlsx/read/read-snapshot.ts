import { Failure, isFailure } from '../../model/failure';
import type { SheetSnapshot, Snapshot } from '../../model/snapshot';
import { withoutLedgerSheets } from '../ledger-sheet';
import { crc32 } from '../crc32';
import { readPartText, type Package } from '../package';
import { readOurs } from './read-traces';
import { readFormats } from './read-formats';
import { readLedger } from './read-ledger';
import { readSheet } from './read-sheet';
import type { SheetContext } from './sheet-reading';
import { readSharedStrings } from './read-strings';
import type { WorkbookIndex } from '../workbook-index';

/** The scanner does not know which part it reads; whoever asked for it does. */
function inPart<T>(part: string, read: () => T): T {
  try {
    return read();
  } catch (reason) {
    if (!isFailure(reason)) throw reason;
    if (reason.code === 'xml-damaged')
      throw new Failure('file-damaged', { part }, { cause: reason });
    if (reason.data.part !== undefined) throw reason;
    throw new Failure(reason.code, { ...reason.data, part }, { cause: reason });
  }
}

/** FNV-1a, 32 bits; a second opinion beside the CRC so that two edits do not collide by chance. */
function fnv(bytes: Uint8Array): number {
  let hash = 0x811c9dc5;
  for (const byte of bytes) hash = Math.imul(hash ^ byte, 0x01000193);
  return hash >>> 0;
}

const hex = (value: number): string => value.toString(16).padStart(8, '0');

/** Sixteen hex digits over the zip's directory, which holds size and checksum of every part. */
export function revisionOf(pkg: Package): string {
  return hex(crc32(pkg.directory)) + hex(fnv(pkg.directory));
}

/**
 * Reads the worksheets of a workbook; chart, dialog and macro sheets are left out, and so is the
 * one a ledger stands in.
 * @throws Failure as `readPartText` and `readSheet`.
 */
export function readSnapshot(pkg: Package, index: WorkbookIndex): Snapshot {
  const { sharedStrings, styles } = index;
  const context: SheetContext = {
    strings:
      sharedStrings === null
        ? []
        : inPart(sharedStrings, () => readSharedStrings(readPartText(pkg, sharedStrings))),
    formats: styles === null ? [] : inPart(styles, () => readFormats(readPartText(pkg, styles))),
    date1904: index.date1904,
    limits: pkg.limits,
    spent: { cells: 0 },
  };
  const sheets: SheetSnapshot[] = [];
  for (const sheet of index.sheets) {
    if (sheet.kind !== 'worksheet') continue;
    const { id, name, state, part } = sheet;
    const content = inPart(part, () => readSheet(readPartText(pkg, part), context));
    sheets.push({ id, name, visibility: state, ...content });
  }
  const { own, ledger: besides } = withoutLedgerSheets(sheets);
  const ledger = readLedger(pkg, index) ?? besides;
  return {
    revision: revisionOf(pkg),
    date1904: index.date1904,
    sheets: own,
    ledger: readOurs(pkg, index, ledger, own),
  };
}
