import { deflateSync } from 'fflate';
import { crc32 } from '../crc32';
import type { Package, PackageEntry } from '../package';
import { encodeText } from '../part-text';
import {
  CENTRAL_LENGTH,
  CENTRAL_SIGNATURE,
  END_LENGTH,
  END_SIGNATURE,
  LOCAL_LENGTH,
  LOCAL_SIGNATURE,
  viewOf,
} from '../zip-format';

export type Deflate = (content: Uint8Array) => Uint8Array;

const FLAG_DESCRIPTOR = 0x0008;
const FLAG_UTF8 = 0x0800;
const EXTRA_ZIP64 = 0x0001;
/** 1980-01-01, the earliest date zip can say: output must not depend on the clock. */
const FIXED_DATE = 0x0021;

const defaultDeflate: Deflate = (content) => deflateSync(content, { level: 6 });

function hasZip64(extra: Uint8Array): boolean {
  const view = viewOf(extra);
  for (let at = 0; at + 4 <= extra.length; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) === EXTRA_ZIP64) return true;
  }
  return false;
}

interface OutgoingEntry {
  readonly entry: Omit<PackageEntry, 'name'>;
}

function freshEntry(name: string, content: Uint8Array, deflate: Deflate): OutgoingEntry {
  const deflated = content.length > 0 ? deflate(content) : content;
  const smaller = deflated.length < content.length;
  return {
    entry: {
      nameBytes: encodeText(name),
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
