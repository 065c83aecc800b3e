import { deflateSync, inflateSync } from 'fflate';
import { Failure } from '../model/failure';
import { crc32 } from './crc32';
import { DEFAULT_LIMITS, type Limits } from './limits';
import { decodePart } from './part-text';

/**
 * Inflates raw deflate data. `size` is the declared inflated size; an implementation must not
 * give more than `size + 1` bytes, so that a lie about the size costs nothing.
 */
export type Inflate = (raw: Uint8Array, size: number) => Uint8Array;
export type Deflate = (content: Uint8Array) => Uint8Array;

export interface PackageOptions {
  readonly inflate?: Inflate;
  readonly limits?: Limits;
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
  /** Lower-case name → entry: part names do not differ by case (ECMA-376 part 2, §6.2.2.3). */
  readonly byName: ReadonlyMap<string, PackageEntry>;
  readonly contents: Map<string, Uint8Array>;
  readonly texts: Map<string, string>;
  readonly spent: { bytes: number };
}

const END_SIGNATURE = 0x06054b50;
const CENTRAL_SIGNATURE = 0x02014b50;
const LOCAL_SIGNATURE = 0x04034b50;
const END_LENGTH = 22;
const CENTRAL_LENGTH = 46;
const LOCAL_LENGTH = 30;
const FLAG_ENCRYPTED = 0x0001;
const FLAG_DESCRIPTOR = 0x0008;
const FLAG_STRONG_ENCRYPTION = 0x0040;
const FLAG_UTF8 = 0x0800;
const EXTRA_ZIP64 = 0x0001;
/** 1980-01-01, the earliest date zip can say: output must not depend on the clock. */
const FIXED_DATE = 0x0021;

const damaged = (reason: string, cause?: unknown): Failure =>
  new Failure('file-damaged', { part: reason }, { cause });

const viewOf = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** fflate drops what does not fit, so one spare byte shows that a part is longer than declared. */
const defaultInflate: Inflate = (raw, size) =>
  raw.length === 0 ? raw : inflateSync(raw, { out: new Uint8Array(size + 1) });

const defaultDeflate: Deflate = (content) => deflateSync(content, { level: 6 });

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

function hasZip64(extra: Uint8Array): boolean {
  const view = viewOf(extra);
  for (let at = 0; at + 4 <= extra.length; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) === EXTRA_ZIP64) return true;
  }
  return false;
}

function decodeName(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
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
  const spelled = partName(pkg, name) ?? name;
  const known = pkg.texts.get(spelled);
  if (known !== undefined) return known;
  const text = decodePart(readPart(pkg, spelled), spelled);
  pkg.texts.set(spelled, text);
  // The bytes are not asked for again once the text is there, and large sheets need the room.
  pkg.contents.delete(spelled);
  return text;
}

interface OutgoingEntry {
  readonly entry: Omit<PackageEntry, 'name'>;
}

function freshEntry(name: string, content: Uint8Array, deflate: Deflate): OutgoingEntry {
  const deflated = content.length > 0 ? deflate(content) : content;
  const smaller = deflated.length < content.length;
  return {
    entry: {
      nameBytes: new TextEncoder().encode(name),
      method: smaller ? 8 : 0,
      flags: FLAG_UTF8,
      versionMadeBy: 20,
      versionNeeded: 20,
      time: 0,
      date: FIXED_DATE,
      crc: crc32(content),
      size: content.length,
      localExtra: new Uint8Array(0),
      centralExtra: new Uint8Array(0),
      comment: new Uint8Array(0),
      internalAttributes: 0,
      externalAttributes: 0,
      raw: smaller ? deflated : content,
    },
  };
}

/** A kept entry carries its sizes in its header, so it needs neither a descriptor nor zip64 fields. */
function keptEntry(entry: PackageEntry): OutgoingEntry {
  const empty = new Uint8Array(0);
  return {
    entry: {
      ...entry,
      flags: entry.flags & ~FLAG_DESCRIPTOR,
      localExtra: hasZip64(entry.localExtra) ? empty : entry.localExtra,
      centralExtra: hasZip64(entry.centralExtra) ? empty : entry.centralExtra,
    },
  };
}

const localSize = ({ entry }: OutgoingEntry): number =>
  LOCAL_LENGTH + entry.nameBytes.length + entry.localExtra.length + entry.raw.length;

const centralSize = ({ entry }: OutgoingEntry): number =>
  CENTRAL_LENGTH + entry.nameBytes.length + entry.centralExtra.length + entry.comment.length;

/** The fields that local and central header share: from the needed version to the name's length. */
function writeShared(view: DataView, at: number, { entry }: OutgoingEntry): void {
  view.setUint16(at, entry.versionNeeded, true);
  view.setUint16(at + 2, entry.flags, true);
  view.setUint16(at + 4, entry.method, true);
  view.setUint16(at + 6, entry.time, true);
  view.setUint16(at + 8, entry.date, true);
  view.setUint32(at + 10, entry.crc, true);
  view.setUint32(at + 14, entry.raw.length, true);
  view.setUint32(at + 18, entry.size, true);
  view.setUint16(at + 22, entry.nameBytes.length, true);
}

function serialise(outgoing: readonly OutgoingEntry[], comment: Uint8Array): Uint8Array {
  const localTotal = outgoing.reduce((sum, item) => sum + localSize(item), 0);
  const centralTotal = outgoing.reduce((sum, item) => sum + centralSize(item), 0);
  const bytes = new Uint8Array(localTotal + centralTotal + END_LENGTH + comment.length);
  const view = viewOf(bytes);
  let local = 0;
  let central = localTotal;
  for (const item of outgoing) {
    const { entry } = item;
    view.setUint32(local, LOCAL_SIGNATURE, true);
    writeShared(view, local + 4, item);
    view.setUint16(local + 28, entry.localExtra.length, true);
    let body = local + LOCAL_LENGTH;
    for (const block of [entry.nameBytes, entry.localExtra, entry.raw]) {
      bytes.set(block, body);
      body += block.length;
    }

    view.setUint32(central, CENTRAL_SIGNATURE, true);
    view.setUint16(central + 4, entry.versionMadeBy, true);
    writeShared(view, central + 6, item);
    view.setUint16(central + 30, entry.centralExtra.length, true);
    view.setUint16(central + 32, entry.comment.length, true);
    view.setUint16(central + 36, entry.internalAttributes, true);
    view.setUint32(central + 38, entry.externalAttributes, true);
    view.setUint32(central + 42, local, true);
    let tail = central + CENTRAL_LENGTH;
    for (const block of [entry.nameBytes, entry.centralExtra, entry.comment]) {
      bytes.set(block, tail);
      tail += block.length;
    }
    local = body;
    central = tail;
  }
  view.setUint32(central, END_SIGNATURE, true);
  view.setUint16(central + 8, outgoing.length, true);
  view.setUint16(central + 10, outgoing.length, true);
  view.setUint32(central + 12, centralTotal, true);
  view.setUint32(central + 16, localTotal, true);
  view.setUint16(central + 20, comment.length, true);
  bytes.set(comment, central + END_LENGTH);
  return bytes;
}

/**
 * The zip with some parts replaced, added (at the end, in the map's order) or, with null, removed.
 * All other parts keep their place and their compressed bytes. Without changes the very input
 * bytes come back. The same changes always give the same bytes.
 */
export function writePackage(
  pkg: Package,
  changes: ReadonlyMap<string, Uint8Array | null>,
  options: { readonly deflate?: Deflate } = {},
): Uint8Array {
  if (changes.size === 0) return pkg.bytes;
  const deflate = options.deflate ?? defaultDeflate;
  const pending = new Map<string, readonly [string, Uint8Array | null]>();
  for (const [name, content] of changes) pending.set(name.toLowerCase(), [name, content]);

  const outgoing: OutgoingEntry[] = [];
  for (const entry of pkg.entries) {
    const key = entry.name.toLowerCase();
    const change = pending.get(key);
    if (!change) {
      outgoing.push(keptEntry(entry));
      continue;
    }
    pending.delete(key);
    if (change[1]) outgoing.push(freshEntry(entry.name, change[1], deflate));
  }
  for (const [name, content] of pending.values()) {
    if (content) outgoing.push(freshEntry(name, content, deflate));
  }
  return serialise(outgoing, pkg.comment);
}

/** A new zip of the given parts, in the map's order. Put `[Content_Types].xml` first. */
export function createPackage(
  parts: ReadonlyMap<string, Uint8Array>,
  options: { readonly deflate?: Deflate } = {},
): Uint8Array {
  const deflate = options.deflate ?? defaultDeflate;
  const outgoing = [...parts].map(([name, content]) => freshEntry(name, content, deflate));
  return serialise(outgoing, new Uint8Array(0));
}
