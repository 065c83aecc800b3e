import { asFailure, Failure } from '../model/failure';
import type { Snapshot } from '../model/snapshot';
import type { Cryptography } from './legacy/default-password';
import { convertLegacy, packageInside } from './legacy/legacy';
import { DEFAULT_LIMITS } from './limits';
import { openPackage, readPartText, type Package, type PackageOptions } from './package';
import { readSnapshot } from './read/read-snapshot';
import { sniffContainer, type Container } from './sniff';
import { indexWorkbook, type WorkbookIndex } from './workbook-index';

export type WorkbookFormat = 'xlsx' | 'xlsm' | 'xls' | 'et';

export interface OpenOptions extends PackageOptions {
  /** Only to tell `.et` from `.xls`, which are the same bytes. */
  readonly fileName?: string;
  /** Opens what Office encrypted with its own password; without it such a file is `encrypted`. */
  readonly crypto?: () => Promise<Cryptography>;
}

export interface OpenedWorkbook {
  /** What the file was. */
  readonly format: WorkbookFormat;
  /** An .xlsx package, also where the file was not. */
  readonly package: Package;
  readonly index: WorkbookIndex;
  readonly snapshot: Snapshot;
  /** The file was .xls or .et and `package` is built from what was read of it. */
  readonly converted: boolean;
}

const REFUSED: Readonly<Partial<Record<Container, Failure['code']>>> = {
  empty: 'file-empty',
  pdf: 'file-pdf',
  html: 'file-html',
  'xml-spreadsheet': 'file-xml-spreadsheet',
  text: 'file-text',
  unknown: 'file-not-workbook',
};

const MACRO_TYPE = 'application/vnd.ms-excel.sheet.macroEnabled';

/**
 * Says what a file is by its bytes. `.xlsm` has macros or is declared to; `.et` is `.xls` by
 * another name, so only the name tells.
 * @throws Failure `file-empty`, `file-pdf`, `file-html`, `file-text`, `file-xml-spreadsheet`,
 *   `file-not-workbook`, and those of `openPackage` and `indexWorkbook`.
 */
export function sniff(bytes: Uint8Array, options: OpenOptions = {}): WorkbookFormat {
  const container = sniffContainer(bytes);
  const refused = REFUSED[container];
  if (refused !== undefined) throw new Failure(refused);
  if (container !== 'zip') return legacyFormat(options);
  const pkg = openPackage(bytes, options);
  return zipFormat(pkg, indexWorkbook(pkg));
}

const legacyFormat = (options: OpenOptions): WorkbookFormat =>
  /\.ett?$/i.test(options.fileName ?? '') ? 'et' : 'xls';

function zipFormat(pkg: Package, index: WorkbookIndex): WorkbookFormat {
  if (index.vbaProject !== null) return 'xlsm';
  return readPartText(pkg, index.contentTypes).includes(MACRO_TYPE) ? 'xlsm' : 'xlsx';
}

/** Opens an .xlsx or .xlsm package at once. @throws Failure as `openWorkbook`. */
export function openXlsx(bytes: Uint8Array, options: OpenOptions = {}): OpenedWorkbook {
  return typed(() => {
    const pkg = openPackage(bytes, options);
    const index = indexWorkbook(pkg);
    const format = zipFormat(pkg, index);
    return { format, package: pkg, index, snapshot: readSnapshot(pkg, index), converted: false };
  });
}

/** Nothing but a Failure leaves this room, whatever a file does to the code that reads it. */
function typed<T>(read: () => T): T {
  try {
    return read();
  } catch (reason) {
    throw asFailure(reason);
  }
}

/**
 * Opens a workbook of any kind we read. `.xls` and `.et` are rebuilt as .xlsx first.
 * @throws Failure only: those of `sniff`, `openPackage`, `indexWorkbook`, `readSnapshot`;
 *   `encrypted` for files with a password; `file-too-large`; `unexpected` for anything else.
 */
export async function openWorkbook(
  bytes: Uint8Array,
  options: OpenOptions = {},
): Promise<OpenedWorkbook> {
  const container = sniffContainer(bytes);
  const refused = REFUSED[container];
  if (refused !== undefined) throw new Failure(refused);
  if (container === 'zip') return openXlsx(bytes, options);
  const limits = options.limits ?? DEFAULT_LIMITS;
  if (bytes.length > limits.fileBytes) throw new Failure('file-too-large');
  try {
    const inside = container === 'cfb' ? await packageInside(bytes, options.crypto) : null;
    if (inside) return openXlsx(inside, options);
    const rebuilt = await convertLegacy(bytes, limits, container === 'cfb');
    return { ...openXlsx(rebuilt, options), format: legacyFormat(options), converted: true };
  } catch (reason) {
    throw asFailure(reason);
  }
}
