import { readFile, stat } from 'node:fs/promises';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { Failure, isFailure } from '../../model/failure';
import { codeOf } from './thrown';

const LARGEST_FILE = 256;
const MEGABYTE = 1024 * 1024;

/**
 * Reads a whole input file. `shown` is the path as people know it.
 * @throws Failure `input-too-large` (over 256 MB), `input-not-found`, `input-unreadable`.
 */
export async function readInput(absolute: string, shown: string): Promise<Uint8Array> {
  try {
    const { size } = await stat(absolute);
    if (size > LARGEST_FILE * MEGABYTE) {
      const data = { path: shown, size: Math.ceil(size / MEGABYTE), limit: LARGEST_FILE };
      throw new Failure('input-too-large', data);
    }
    return await readFile(absolute);
  } catch (cause) {
    if (isFailure(cause)) throw cause;
    const missing = codeOf(cause) === 'ENOENT';
    throw new Failure(missing ? 'input-not-found' : 'input-unreadable', { path: shown }, { cause });
  }
}

/** Node's own zlib, several times faster than inflating in JavaScript. `size`: most bytes to expect. */
export function inflate(data: Uint8Array, size: number): Uint8Array {
  return inflateRawSync(data, { maxOutputLength: Math.max(1, size) });
}

export function deflate(content: Uint8Array): Uint8Array {
  return deflateRawSync(content);
}
