import { crc32 } from '../src/xlsx/crc32';

/** A file of an archive; folders are made from the paths. */
export interface ArchiveFile {
  /** With `/` between folders. */
  readonly path: string;
  readonly content: Uint8Array;
}

/**
 * A .7z archive, the only kind WPS takes an offline add-in in, of files stored as they are: one
 * folder of the format with the Copy method. Laid out after 7zFormat.txt of the LZMA SDK (public
 * domain). The same files give the same bytes.
 */
export function sevenZip(files: readonly ArchiveFile[]): Uint8Array {
  const sorted = [...files].sort((one, other) => (one.path < other.path ? -1 : 1));
  const folders = foldersOf(sorted);
  const packed = joined(sorted.map(({ content }) => content));
  const header = headerOf(folders, sorted, packed.length);
  const start = joined([u64(packed.length), u64(header.length), u32(crc32(header))]);
  return joined([SIGNATURE, u32(crc32(start)), start, packed, header]);
}

/** `7z` …, format version 0.4. */
const SIGNATURE = Uint8Array.from([0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c, 0, 4]);

/** Property ids of 7zFormat.txt. */
const ID = {
  end: 0x00,
  header: 0x01,
  mainStreams: 0x04,
  files: 0x05,
  packInfo: 0x06,
  unpackInfo: 0x07,
  subStreams: 0x08,
  size: 0x09,
  crc: 0x0a,
  folder: 0x0b,
  unpackSize: 0x0c,
  unpackStreams: 0x0d,
  emptyStream: 0x0e,
  names: 0x11,
  attributes: 0x15,
} as const;

/** Windows attributes of a folder and of a file. */
const FOLDER = 0x10;
const FILE = 0x20;

function headerOf(
  folders: readonly string[],
  files: readonly ArchiveFile[],
  packed: number,
): Uint8Array {
  const sizes = files.slice(0, -1).map(({ content }) => number(content.length));
  const streams = joined([
    bytes(ID.packInfo, 0, 1, ID.size),
    number(packed),
    bytes(ID.end, ID.unpackInfo, ID.folder, 1, 0),
    // One coder, whose id is one byte long: 0, Copy.
    bytes(1, 1, 0, ID.unpackSize),
    number(packed),
    bytes(ID.end, ID.subStreams, ID.unpackStreams),
    number(files.length),
    ...(sizes.length > 0 ? [bytes(ID.size), ...sizes] : []),
    bytes(ID.crc, 1),
    ...files.map(({ content }) => u32(crc32(content))),
    bytes(ID.end, ID.end),
  ]);
  const empty = bits([...folders.map(() => true), ...files.map(() => false)]);
  const names = joined([
    bytes(0),
    ...[...folders, ...files.map(({ path }) => path)].map((path) => utf16(`${path}\0`)),
  ]);
  const attributes = joined([
    bytes(1, 0),
    ...folders.map(() => u32(FOLDER)),
    ...files.map(() => u32(FILE)),
  ]);
  return joined([
    bytes(ID.header, ID.mainStreams),
    streams,
    bytes(ID.files),
    number(folders.length + files.length),
    ...(folders.length > 0 ? [property(ID.emptyStream, empty)] : []),
    property(ID.names, names),
    property(ID.attributes, attributes),
    bytes(ID.end, ID.end),
  ]);
}

const property = (id: number, content: Uint8Array): Uint8Array =>
  joined([bytes(id), number(content.length), content]);

function foldersOf(files: readonly ArchiveFile[]): string[] {
  const folders = files.flatMap(({ path }) => {
    const names = path.split('/').slice(0, -1);
    return names.map((_, at) => names.slice(0, at + 1).join('/'));
  });
  return [...new Set(folders)].sort();
}

/** As many leading ones in the first byte as bytes follow; what is left of it are the highest bits. */
function number(value: number): Uint8Array {
  let more = 0;
  while (value >= 2 ** (7 * (more + 1))) more += 1;
  const low = Array.from({ length: more }, (_, at) => Math.floor(value / 2 ** (8 * at)) % 256);
  const ones = (0xff << (8 - more)) & 0xff;
  return bytes(ones | Math.floor(value / 2 ** (8 * more)), ...low);
}

const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);

const u32 = (value: number): Uint8Array =>
  Uint8Array.from({ length: 4 }, (_, at) => (value >>> (8 * at)) & 0xff);

const u64 = (value: number): Uint8Array =>
  Uint8Array.from({ length: 8 }, (_, at) => Math.floor(value / 2 ** (8 * at)) % 256);

const utf16 = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'utf16le'));

/** Eight to a byte, the first in the highest place. */
function bits(values: readonly boolean[]): Uint8Array {
  const packed = new Uint8Array(Math.ceil(values.length / 8));
  values.forEach((value, at) => {
    if (value) packed[at >> 3] = (packed[at >> 3] ?? 0) | (0x80 >> (at & 7));
  });
  return packed;
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
