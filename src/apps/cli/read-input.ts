import { readFileSync, statSync } from 'node:fs';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { Deflate } from '../../xlsx/write/write-package';
import { Failure, isFailure } from '../../model/failure';
import { codeOf } from './thrown';

const LARGEST_FILE = 256;
const MEGABYTE = 1024 * 1024;

/**
 * Reads a whole input file. `shown` is the path as people know it.
 * @throws Failure `input-too-large` (over 256 MB), `input-not-found`, `input-unreadable`.
 */
export function readInput(absolute: string, shown: string): Uint8Array {
  try {
    const { size } = statSync(absolute);
    if (size > LARGEST_FILE * MEGABYTE) {
      const data = { path: shown, size: Math.ceil(size / MEGABYTE), limit: LARGEST_FILE };
      throw new Failure('input-too-large', data);
    }
    return readFileSync(absolute);
  } catch (cause) {
    if (isFailure(cause)) throw cause;
    const missing = codeOf(cause) === 'ENOENT';
    throw new Failure(missing ? 'input-not-found' : 'input-unreadable', { path: shown }, { cause });
  }
}

/** Node's own zlib, several times faster than inflating in JavaScript. `size`: most bytes to expect. */
export function inflate(data: Uint8Array, size: number): Uint8Array {
  // All of it in one piece where it is small; zlib's own pieces of 16 KB are put together afterwards.
  const chunkSize = Math.min(Math.max(size + 1, SMALLEST_CHUNK), LARGEST_CHUNK);
  return inflateRawSync(data, { maxOutputLength: Math.max(1, size), chunkSize });
}

const SMALLEST_CHUNK = 64;
/** zlib cannot look back the last 262 bytes of its window; with them it is at least 2⁹. */
const WINDOW_SPARE = 300;
const LARGEST_CHUNK = 1024 * 1024;

/** Of the parts of a form, level 2 takes half the time of 6 and 6 % more room (`npm run bench`). */
const LEVEL = 2;
const LARGEST_WINDOW = 15;

/** zlib clears its tables each time: they are made no larger than a part can fill. */
export const deflate: Deflate = (content) => {
  const bits = Math.ceil(Math.log2(content.length + WINDOW_SPARE));
  const windowBits = Math.min(LARGEST_WINDOW, bits);
  const chunkSize = Math.min(content.length + SMALLEST_CHUNK, LARGEST_CHUNK);
  return deflateRawSync(content, { level: LEVEL, windowBits, memLevel: windowBits - 7, chunkSize });
};

/** Parts larger than this hold what is in one workbook only. */
const REMEMBERED_BYTES = 2048;
/** Of one length. */
const REMEMBERED_PARTS = 4;

interface Remembered {
  readonly content: Uint8Array;
  readonly deflated: Uint8Array;
}

/**
 * Deflates for many workbooks, one after another: half of the parts of a written form (relationships,
 * content types, the drawing) are those of the form before, byte for byte. Some parts of each length
 * are remembered: one workbook has several of the same.
 */
export function rememberingDeflate(): Deflate {
  const known = new Map<number, readonly Remembered[]>();
  return (content) => {
    if (content.length > REMEMBERED_BYTES) return deflate(content);
    const parts = known.get(content.length) ?? [];
    const before = parts.find((part) => Buffer.compare(part.content, content) === 0);
    if (before) return before.deflated;
    const deflated = deflate(content);
    known.set(content.length, [{ content, deflated }, ...parts].slice(0, REMEMBERED_PARTS));
    return deflated;
  };
}
