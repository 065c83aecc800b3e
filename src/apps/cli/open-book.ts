import { rememberTexts } from '../../xlsx/known-parts';
import { createFileHost, type FileHost } from '../../hosts/file/file-host';
import { inflate, rememberingDeflate } from './read-input';

/** One of each for all workbooks of a thread. */
const deflate = rememberingDeflate();
const known = rememberTexts();

/** Few workbooks are encrypted, and Node takes long to load what they need. */
const crypto = async () => (await import('./cryptography')).cryptography;

/**
 * Opens a workbook with what Node has. `shown` is its path as people know it.
 * @throws Failure as `createFileHost`.
 */
export const openBook = (bytes: Uint8Array, shown: string): Promise<FileHost> =>
  createFileHost(bytes, { fileName: shown, inflate, deflate, known, crypto });
