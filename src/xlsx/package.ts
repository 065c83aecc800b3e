import { inflateSync } from 'fflate';
import { Failure } from '../model/failure';
import { crc32 } from './crc32';
import type { KnownParts } from './known-parts';
import { DEFAULT_LIMITS, type Limits } from './limits';
import { decodePart } from './part-text';
import {
  CENTRAL_LENGTH,
  CENTRAL_SIGNATURE,
  END_LENGTH,
  END_SIGNATURE,
  LOCAL_LENGTH,
  LOCAL_SIGNATURE,
  viewOf,
} from './zip-format';

const FLAG_ENCRYPTED = 0x0001;
const FLAG_STRONG_ENCRYPTION = 0x0040;

/**
 * Inflates raw deflate data. `size` is the declared inflated size; an implementation must not
 * give more than `size + 1` bytes, so that a lie about the size costs nothing.
 */
export type Inflate = (raw: Uint8Array, size: number) => Uint8Array;

export interface PackageOptions {
  readonly inflate?: Inflate;
  readonly limits?: Limits;
  /** Where many workbooks are opened one after another: the texts of parts they have in common. */
  readonly known?: KnownParts;
}

/** One file of the zip, as its central directory describes it; positions are offsets into the zip. */
export interface PackageEntry {
  readonly name: string;
  readonly nameBytes: Uint8Array;
  readonly method: 0 | 8;
  readonly flags: number;
  readonly versionMadeBy: number;
  readonly versionNeeded: number;
  readonly time: number;
  readonly date: number;
  readonly crc: number;
  readonly size: number;
  readonly localExtra: Uint8Array;
  readonly centralExtra: Uint8Array;
  readonly comment: Uint8Array;
  readonly internalAttributes: number;
  readonly externalAttributes: number;
  /** The compressed bytes as they stand. */
  readonly raw: Uint8Array;
}

/** An opened zip. Treat as opaque outside this file; it is plain data so that it can be inspected. */
export interface Package {
  readonly bytes: Uint8Array;
  readonly entries: readonly PackageEntry[];
  /** The central directory, which changes whenever any part does. */
  readonly directory: Uint8Array;
  readonly comment: Uint8Array;
  readonly limits: Limits;
  readonly inflate: Inflate;
  readonly known: KnownParts;
  /** Lower-case name → entry: part names do not differ by case (ECMA-376 part 2, §6.2.2.3). */
  readonly byName: ReadonlyMap<string, PackageEntry>;
  readonly contents: Map<string, Uint8Array>;
  readonly texts: Map<string, string>;
  readonly spent: { bytes: number };
}

const damaged = (reason: string, cause?: unknown): Failure =>
  new Failure('file-damaged', { part: reason }, { cause });

/** fflate drops what does not fit, so one spare byte shows that a part is longer than declared. */
const defaultInflate: Inflate = (raw, size) =>
  raw.length === 0 ? raw : inflateSync(raw, { out: new Uint8Array(size + 1) });

const nothingKnown: KnownParts = (_entry, read) => read();

interface EndRecord {
  readonly count: number;
  readonly start: number;
  readonly end: number;
  readonly comment: Uint8Array;
}

function readEndRecord(bytes: Uint8Array, view: DataView): EndRecord {
  const lowest = Math.max(0, bytes.length - END_LENGTH - 0xffff);
  for (let at = bytes.length - END_LENGTH; at >= lowest; at--) {
    if (view.getUint32(at, true) !== END_SIGNATURE) continue;
    const commentLength = view.getUint16(at + 20, true);
    if (at + END_LENGTH + commentLength > bytes.length) continue;
    const count = view.getUint16(at + 10, true);
    const size = view.getUint32(at + 12, true);
    const start = view.getUint32(at + 16, true);
    if (count === 0xffff || size === 0xffffffff || start === 0xffffffff) {
      throw new Failure('zip-unsupported', { part: 'zip64' });
    }
    if (view.getUint16(at + 4, true) !== 0 || view.getUint16(at + 8, true) !== count) {
      throw new Failure('zip-unsupported', { part: 'multi-disk' });
    }
    if (start + size > at) throw damaged('zip');
    const commentStart = at + END_LENGTH;
    return {
      count,
      start,
      end: start + size,
      comment: bytes.subarray(commentStart, commentStart + commentLength),
    };
  }
  throw damaged('zip');
}

/** Made when it is first needed, as in `part-text.ts`. */
let utf8: TextDecoder | null = null;

function decodeName(bytes: Uint8Array): string {
  try {
    return (utf8 ??= new TextDecoder('utf-8', { fatal: true })).decode(bytes);
  } catch {
    return new TextDecoder('latin1').decode(bytes);
  }
}

const BACKSLASH = 0x5c;
const SLASH = 0x2f;

/** Some programs write Windows' sign between folders; what we write has the one that zip asks for. */
const slashed = (name: Uint8Array): Uint8Array =>
  name.includes(BACKSLASH) ? name.map((byte) => (byte === BACKSLASH ? SLASH : byte)) : name;

function isSafeName(name: string): boolean {
  if (name === '' || name.startsWith('/') || name.includes('\0')) return false;
  if (/^[A-Za-z]:/.test(name)) return false;
  return !name.split('/').some((segment) => segment === '..' || segment === '.');
}

function checkSizes(name: string, size: number, compressed: number, limits: Limits): void {
  if (size > limits.partBytes) throw new Failure('too-large', { part: name });
  if (size > limits.ratioGraceBytes && size > compressed * limits.ratio) {
    throw new Failure('zip-bomb', { part: name });
  }
}

interface LocatedEntry {
  readonly entry: PackageEntry;
  readonly start: number;
  readonly end: number;
}

function readEntry(bytes: Uint8Array, view: DataView, at: number, limits: Limits): LocatedEntry {
  const versionMadeBy = view.getUint16(at + 4, true);
  const versionNeeded = view.getUint16(at + 6, true);
  const flags = view.getUint16(at + 8, true);
  const method = view.getUint16(at + 10, true);
  const compressed = view.getUint32(at + 20, true);
  const size = view.getUint32(at + 24, true);
  const nameLength = view.getUint16(at + 28, true);
  const extraLength = view.getUint16(at + 30, true);
  const commentLength = view.getUint16(at + 32, true);
  const start = view.getUint32(at + 42, true);
  const nameStart = at + CENTRAL_LENGTH;
  const extraStart = nameStart + nameLength;
  const commentStart = extraStart + extraLength;
  const nameBytes = bytes.subarray(nameStart, extraStart);
  const name = decodeName(slashed(nameBytes));
  const centralExtra = bytes.subarray(extraStart, commentStart);

  if (!isSafeName(name)) throw new Failure('zip-unsafe-name', { part: name });
  if (flags & (FLAG_ENCRYPTED | FLAG_STRONG_ENCRYPTION)) throw new Failure('encrypted');
  if (method !== 0 && method !== 8) throw new Failure('zip-unsupported', { part: name });
  if (size === 0xffffffff || compressed === 0xffffffff || start === 0xffffffff) {
    throw new Failure('zip-unsupported', { part: name });
  }
  checkSizes(name, size, compressed, limits);

  if (start + LOCAL_LENGTH > bytes.length || view.getUint32(start, true) !== LOCAL_SIGNATURE) {
    throw damaged(name);
  }
  const localNameLength = view.getUint16(start + 26, true);
  const localExtraStart = start + LOCAL_LENGTH + localNameLength;
  const dataStart = localExtraStart + view.getUint16(start + 28, true);
  const end = dataStart + compressed;
  if (end > bytes.length || localNameLength !== nameLength) throw damaged(name);
  for (let index = 0; index < nameLength; index++) {
    if (nameBytes[index] !== bytes[start + LOCAL_LENGTH + index]) throw damaged(name);
  }
  if (method === 0 && size !== compressed) throw damaged(name);

  const entry: PackageEntry = {
    name,
    nameBytes: slashed(nameBytes),
    method,
    flags,
    versionMadeBy,
    versionNeeded,
    time: view.getUint16(at + 12, true),
    date: view.getUint16(at + 14, true),
    crc: view.getUint32(at + 16, true),
    size,
    localExtra: bytes.subarray(localExtraStart, dataStart),
    centralExtra,
    comment: bytes.subarray(commentStart, commentStart + commentLength),
    internalAttributes: view.getUint16(at + 36, true),
    externalAttributes: view.getUint32(at + 38, true),
    raw: bytes.subarray(dataStart, end),
  };
  return { entry, start, end };
}

function refuseOverlaps(located: readonly LocatedEntry[], directoryStart: number): void {
  const sorted = [...located].sort((a, b) => a.start - b.start);
  let end = 0;
  for (const item of sorted) {
    if (item.start < end || item.end > directoryStart) {
      throw new Failure('zip-overlap', { part: item.entry.name });
    }
    end = item.end;
  }
}

/**
 * Opens a zip without inflating anything. Everything the directory says is checked here; the
 * content of a part is checked (size, CRC) when it is read.
 * @throws Failure `file-empty`, `file-too-large`, `file-damaged`, `too-large`, `zip-bomb`, `zip-unsupported`,
 *   `zip-unsafe-name`, `zip-duplicate`, `zip-overlap`, `encrypted`.
 */
export function openPackage(bytes: Uint8Array, options: PackageOptions = {}): Package {
  const limits = options.limits ?? DEFAULT_LIMITS;
  if (bytes.length === 0) throw new Failure('file-empty');
  if (bytes.length > limits.fileBytes) throw new Failure('file-too-large');
  if (bytes.length < END_LENGTH) throw damaged('zip');
  const view = viewOf(bytes);
  const record = readEndRecord(bytes, view);
  if (record.count > limits.entries) throw new Failure('zip-bomb', { part: 'zip' });

  const located: LocatedEntry[] = [];
  const byName = new Map<string, PackageEntry>();
  let total = 0;
  let at = record.start;
  for (let index = 0; index < record.count; index++) {
    if (at + CENTRAL_LENGTH > record.end || view.getUint32(at, true) !== CENTRAL_SIGNATURE) {
      throw damaged('zip');
    }
    const length =
      CENTRAL_LENGTH +
      view.getUint16(at + 28, true) +
      view.getUint16(at + 30, true) +
      view.getUint16(at + 32, true);
    if (at + length > record.end) throw damaged('zip');
    const item = readEntry(bytes, view, at, limits);
    const key = item.entry.name.toLowerCase();
    if (byName.has(key)) throw new Failure('zip-duplicate', { part: item.entry.name });
    total += item.entry.size;
    if (total > limits.totalBytes) throw new Failure('too-large', { part: item.entry.name });
    byName.set(key, item.entry);
    located.push(item);
    at += length;
  }
  refuseOverlaps(located, record.start);

  return {
    bytes,
    entries: located.map((item) => item.entry),
    directory: bytes.subarray(record.start, at),
    comment: record.comment,
    limits,
    inflate: options.inflate ?? defaultInflate,
    known: options.known ?? nothingKnown,
    byName,
    contents: new Map(),
    texts: new Map(),
    spent: { bytes: 0 },
  };
}

/** Part names in the order of the zip, without a leading slash; folders are left out. */
export function partNames(pkg: Package): readonly string[] {
  return pkg.entries.map((entry) => entry.name).filter((name) => !name.endsWith('/'));
}

/** Whether a part is there; letter case does not matter. */
export function hasPart(pkg: Package, name: string): boolean {
  return pkg.byName.has(name.toLowerCase());
}

/** The name of a part as the zip spells it; null without such a part. */
export function partName(pkg: Package, name: string): string | null {
  return pkg.byName.get(name.toLowerCase())?.name ?? null;
}

function inflateEntry(pkg: Package, entry: PackageEntry): Uint8Array {
  if (entry.method === 0) return entry.raw;
  try {
    return pkg.inflate(entry.raw, entry.size);
  } catch (reason) {
    throw damaged(entry.name, reason);
  }
}

/**
 * The content of a part, inflated once and kept; do not write into it.
 * @throws Failure `part-missing`, `file-damaged` (size or CRC), `too-large`.
 */
export function readPart(pkg: Package, name: string): Uint8Array {
  const entry = pkg.byName.get(name.toLowerCase());
  if (!entry) throw new Failure('part-missing', { part: name });
  const known = pkg.contents.get(entry.name);
  if (known) return known;
  pkg.spent.bytes += entry.size;
  if (pkg.spent.bytes > pkg.limits.readBytes) throw new Failure('too-large', { part: entry.name });
  const content = inflateEntry(pkg, entry);
  if (content.length !== entry.size || crc32(content) !== entry.crc) throw damaged(entry.name);
  pkg.contents.set(entry.name, content);
  return content;
}

/**
 * The text of an XML part, decoded once and kept: without a byte order mark and always declared
 * as UTF-8, so that `encodeText` of it is a valid part again.
 * @throws Failure as `readPart`, and `xml-forbidden` for a DTD or entities.
 */
export function readPartText(pkg: Package, name: string): string {
  const entry = pkg.byName.get(name.toLowerCase());
  if (!entry) throw new Failure('part-missing', { part: name });
  const spelled = entry.name;
  const known = pkg.texts.get(spelled);
  if (known !== undefined) return known;
  const text = pkg.known(entry, () => decodePart(readPart(pkg, spelled), spelled));
  pkg.texts.set(spelled, text);
  // The bytes are not asked for again once the text is there, and large sheets need the room.
  pkg.contents.delete(spelled);
  return text;
}
