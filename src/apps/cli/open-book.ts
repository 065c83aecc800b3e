import { rememberTexts } from '../../xlsx/known-parts';
import { createFileHost, type FileHost } from '../../hosts/file/file-host';
import { crypto, inflate, rememberingDeflate } from './read-input';

/** One of each for all workbooks of a thread. */
const deflate = rememberingDeflate();
const known = rememberTexts();

/**
 * Opens a workbook with what Node has. `shown` is its path as people know it.
 * @throws Failure as `createFileHost`.
 */
export const openBook = (bytes: Uint8Array, shown: string): Promise<FileHost> =>
  createFileHost(bytes, { fileName: shown, inflate, deflate, known, crypto });
