import type * as XlsxLibrary from '@e965/xlsx';
import { Failure, isFailure } from '../../model/failure';
import { decryptedByDefault, type Cryptography } from './default-password';
import { readBiff, type LegacyBiff } from './legacy-biff';
import { buildLegacyPackage } from './legacy-package';
import { takeOver } from './legacy-sheets';
import type { Limits } from '../limits';

/** Old workbooks cannot be larger by far: 65,536 rows, and no zip that could hide more. */
const MAX_BYTES = 48 * 1024 * 1024;

const ENCRYPTED_PACKAGE = 'EncryptedPackage';
const WORKBOOK_STREAMS = ['Workbook', 'Book', 'WORKBOOK', 'BOOK'];

interface CompoundEntry {
  readonly content?: ArrayLike<number>;
}

/** What we use of the library's reader of compound files, which it gives no types for. */
interface CompoundReader {
  readonly read: (bytes: Uint8Array, options: { readonly type: 'buffer' }) => object;
  readonly find: (container: object, path: string) => CompoundEntry | null;
}

type Library = typeof XlsxLibrary;

const damaged = (cause: unknown): Failure => new Failure('legacy-damaged', {}, { cause });

function attempt<T>(read: () => T): T {
  try {
    return read();
  } catch (reason) {
    throw isFailure(reason) ? reason : damaged(reason);
  }
}

/** Reads the records of a compound file or of a bare stream, as Excel 2 … 4 wrote it. */
function inspect(library: Library, bytes: Uint8Array, isCompound: boolean): LegacyBiff {
  if (!isCompound) return readBiff(bytes);
  const reader = library.CFB as CompoundReader;
  const container = attempt(() => reader.read(bytes, { type: 'buffer' }));
  if (reader.find(container, ENCRYPTED_PACKAGE)) throw new Failure('encrypted');
  for (const name of WORKBOOK_STREAMS) {
    const content = reader.find(container, name)?.content;
    if (content) return readBiff(Uint8Array.from(content));
  }
  throw new Failure('file-not-workbook');
}

/**
 * The .xlsx in a compound file, where it is one that Office encrypts with its own password; null
 * where the file holds none.
 * @throws Failure `encrypted`: with a person's password, or without `crypto`; `legacy-damaged`,
 *   `file-too-large`
 */
export async function packageInside(
  bytes: Uint8Array,
  crypto: (() => Promise<Cryptography>) | undefined,
): Promise<Uint8Array | null> {
  if (bytes.length > MAX_BYTES) throw new Failure('file-too-large');
  const library = await import('@e965/xlsx');
  const reader = library.CFB as CompoundReader;
  const container = attempt(() => reader.read(bytes, { type: 'buffer' }));
  const stream = (name: string) => {
    const content = reader.find(container, name)?.content;
    return content ? Uint8Array.from(content) : null;
  };
  const data = stream(ENCRYPTED_PACKAGE);
  if (!data) return null;
  const info = stream('EncryptionInfo');
  const inside = info && crypto ? decryptedByDefault(info, data, await crypto()) : null;
  if (!inside) throw new Failure('encrypted');
  return inside;
}

/** Chinese of the versions before Excel 97 is in a code page; the tables are large, so only then. */
async function loadCodePages(library: Library): Promise<void> {
  const tables = await import('@e965/xlsx/dist/cpexcel');
  library.set_cptable(tables);
}

/**
 * Rebuilds an `.xls` or `.et` file as a plain .xlsx: values, formulas, merges, notes, number
 * formats, fonts, fills, borders, alignment, widths, hidden marks. Charts, pictures and macros
 * stay behind.
 * @throws Failure `encrypted`, `file-not-workbook`, `legacy-damaged`, `file-too-large`, `no-sheets`,
 *   `sheet-too-large`.
 */
export async function convertLegacy(
  bytes: Uint8Array,
  limits: Limits,
  isCompound: boolean,
): Promise<Uint8Array> {
  if (bytes.length > MAX_BYTES) throw new Failure('file-too-large');
  const library = await import('@e965/xlsx');
  const biff = inspect(library, bytes, isCompound);
  if (biff.encrypted) throw new Failure('encrypted');
  if (biff.beforeBiff8) await loadCodePages(library);
  const workbook = attempt(() =>
    library.read(bytes, {
      type: 'buffer',
      dense: true,
      cellStyles: true,
      cellNF: true,
      cellText: false,
      cellHTML: false,
      xlfn: true,
    }),
  );
  return attempt(() => buildLegacyPackage(takeOver(workbook, biff, limits)));
}
