import { createFileHost, type FileHost } from '../../hosts/file/file-host';
import { crypto, inflate, rememberingDeflate } from './read-input';

/** One for all workbooks of a thread. */
const deflate = rememberingDeflate();

/**
 * Opens a workbook with what Node has. `shown` is its path as people know it.
 * @throws Failure as `createFileHost`.
 */
export const openBook = (bytes: Uint8Array, shown: string): Promise<FileHost> =>
  createFileHost(bytes, { fileName: shown, inflate, deflate, crypto });
