import { readFileSync, statSync } from 'node:fs';
import { createDecipheriv, createHash } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { Cryptography } from '../../xlsx/legacy/default-password';
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
const LARGEST_CHUNK = 1024 * 1024;

/** Of the parts of a form, level 3 takes two thirds of the time of 6 and 5 % more room (`npm run bench`). */
const LEVEL = 3;

export const deflate: Deflate = (content) => deflateRawSync(content, { level: LEVEL });

/** Parts larger than this hold what is in one workbook only. */
const REMEMBERED_BYTES = 8192;

/**
 * Deflates for many workbooks, one after another: half of the parts of a written form (relationships,
 * content types, the drawing) are those of the form before, byte for byte. One part of each length is
 * remembered.
 */
export function rememberingDeflate(): Deflate {
  const known = new Map<number, readonly [content: Uint8Array, deflated: Uint8Array]>();
  return (content) => {
    if (content.length > REMEMBERED_BYTES) return deflate(content);
    const before = known.get(content.length);
    if (before && Buffer.compare(before[0], content) === 0) return before[1];
    const deflated = deflate(content);
    known.set(content.length, [content, deflated]);
    return deflated;
  };
}

/** Node's own; for what Office encrypted with the password that every copy of it knows. */
export const crypto: Cryptography = {
  hash: (name, parts) => {
    const hash = createHash(name.toLowerCase());
    for (const part of parts) hash.update(part);
    return hash.digest();
  },
  decipher: (key, iv, data) => {
    const algorithm = `aes-${String(key.length * 8)}-${iv ? 'cbc' : 'ecb'}`;
    const decipher = createDecipheriv(algorithm, key, iv).setAutoPadding(false);
    return Buffer.concat([decipher.update(data), decipher.final()]);
  },
};
