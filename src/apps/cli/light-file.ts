import { readFileSync, statSync } from 'node:fs';
import { openPackage } from '../../xlsx/package';

/** Bytes of the file, and of all its parts as declared; a form has a tenth of either. */
const LIGHT_FILE = 256 * 1024;
const LIGHT_PARTS = 2 * 1024 * 1024;

/**
 * Whether nothing in a workbook can take long or much memory, so that it needs no thread with limits of
 * its own. A file that is no .xlsx, or cannot be read, is not light.
 */
export function isLight(absolute: string): boolean {
  try {
    if (statSync(absolute).size > LIGHT_FILE) return false;
    const { entries } = openPackage(readFileSync(absolute));
    return entries.reduce((sum, { size }) => sum + size, 0) <= LIGHT_PARTS;
  } catch {
    return false;
  }
}
