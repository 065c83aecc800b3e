import { deflateSync } from 'fflate';

/** One file of a zip written as told, lies included: what is left out is filled in truthfully. */
export interface RawEntry {
  readonly name: string;
  readonly content?: Uint8Array;
  readonly method?: number;
  readonly flags?: number;
  readonly crc?: number;
  /** Declared sizes. */
  readonly size?: number;
  readonly compressed?: number;
  /** Name in the local header, where it differs. */
  readonly localName?: string;
  /** Offset of the local header as the directory says it. */
  readonly offset?: number;
  /** Compressed bytes to store instead of deflating `content`. */
  readonly raw?: Uint8Array;
  /** Write sizes and CRC after the data, as streaming writers do. */
  readonly descriptor?: boolean;
}

export interface RawZip {
  readonly entries: readonly RawEntry[];
  /** Number of entries as the end record says it. */
  readonly count?: number;
  readonly comment?: string;
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Bit by bit: slow, and nothing like the implementation under test. */
export function slowCrc(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}

function block(fields: readonly (readonly [size: 2 | 4, value: number])[]): Uint8Array {
  const bytes: number[] = [];
  for (const [size, value] of fields) {
    for (let shift = 0; shift < size * 8; shift += 8) bytes.push((value >>> shift) & 255);
  }
  return Uint8Array.from(bytes);
}

export function concat(blocks: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(blocks.reduce((sum, item) => sum + item.length, 0));
  let at = 0;
  for (const item of blocks) {
    bytes.set(item, at);
    at += item.length;
  }
  return bytes;
}

/** Bytes of a zip, written by hand. */
export function rawZip({ entries, count, comment = '' }: RawZip): Uint8Array {
  const locals: Uint8Array[] = [];
  const centrals: Uint8Array[] = [];
  let offset = 0;
  for (const entry of entries) {
    const content = entry.content ?? new Uint8Array(0);
    const method = entry.method ?? 8;
    const raw = entry.raw ?? (method === 8 ? deflateSync(content) : content);
    const flags = (entry.flags ?? 0) | (entry.descriptor ? 8 : 0);
    const crc = entry.crc ?? slowCrc(content);
    const size = entry.size ?? content.length;
    const compressed = entry.compressed ?? raw.length;
    const name = utf8(entry.name);
    const localName = utf8(entry.localName ?? entry.name);
    const known = entry.descriptor ? 0 : 1;
    const local = concat([
      block([
        [4, 0x04034b50],
        [2, 20],
        [2, flags],
        [2, method],
        [4, 0],
        [4, crc * known],
        [4, compressed * known],
        [4, size * known],
        [2, localName.length],
        [2, 0],
      ]),
      localName,
      raw,
      entry.descriptor
        ? block([
            [4, 0x08074b50],
            [4, crc],
            [4, compressed],
            [4, size],
          ])
        : new Uint8Array(0),
    ]);
    centrals.push(
      concat([
        block([
          [4, 0x02014b50],
          [2, 20],
          [2, 20],
          [2, flags],
          [2, method],
          [4, 0],
          [4, crc],
          [4, compressed],
          [4, size],
          [2, name.length],
          [2, 0],
          [2, 0],
          [2, 0],
          [2, 0],
          [4, 0],
          [4, entry.offset ?? offset],
        ]),
        name,
      ]),
    );
    locals.push(local);
    offset += local.length;
  }
  const directory = concat(centrals);
  const end = block([
    [4, 0x06054b50],
    [2, 0],
    [2, 0],
    [2, count ?? entries.length],
    [2, count ?? entries.length],
    [4, directory.length],
    [4, offset],
    [2, comment.length],
  ]);
  return concat([...locals, directory, end, utf8(comment)]);
}
