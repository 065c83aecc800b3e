interface Archive {
  readonly folders: readonly string[];
  readonly files: readonly { readonly path: string; readonly content: Uint8Array }[];
}

/**
 * Reads back what build/seven-zip.ts writes, after 7zFormat.txt: it goes by the ids in the file,
 * checks every checksum and refuses what it does not know.
 */
export function readSevenZip(bytes: Uint8Array): Archive {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  expectThat(view.getUint32(0) === 0x377abcaf && view.getUint16(4) === 0x271c, 'signature');
  expectThat(view.getUint32(8, true) === crc32(bytes.subarray(12, 32)), 'start checksum');
  const packed = Number(view.getBigUint64(12, true));
  const size = Number(view.getBigUint64(20, true));
  const header = bytes.subarray(32 + packed, 32 + packed + size);
  expectThat(32 + packed + size === bytes.length, 'length');
  expectThat(view.getUint32(28, true) === crc32(header), 'header checksum');
  let at = 0;
  const byte = (): number => header[at++] ?? -1;
  const want = (...ids: readonly number[]): void => {
    for (const id of ids) expectThat(byte() === id, `id ${id} before ${at}`);
  };
  const number = (): number => {
    const first = byte();
    let [value, mask] = [0, 0x80];
    for (let place = 0; place < 8; place++, mask >>= 1) {
      if ((first & mask) === 0) return value + (first & (mask - 1)) * 2 ** (8 * place);
      value += byte() * 2 ** (8 * place);
    }
    return value;
  };
  const u32 = (): number => {
    const value = new DataView(header.buffer, header.byteOffset + at).getUint32(0, true);
    at += 4;
    return value;
  };
  want(0x01, 0x04, 0x06, 0, 1, 0x09);
  expectThat(number() === packed, 'packed size');
  want(0x00, 0x07, 0x0b, 1, 0, 1, 0x01, 0x00, 0x0c);
  expectThat(number() === packed, 'unpacked size');
  want(0x00, 0x08, 0x0d);
  const streams = number();
  const sizes: number[] = [];
  if (header[at] === 0x09) {
    want(0x09);
    while (sizes.length < streams - 1) sizes.push(number());
  }
  sizes.push(packed - sizes.reduce((sum, one) => sum + one, 0));
  want(0x0a, 1);
  const sums = sizes.map(u32);
  want(0x00, 0x00, 0x05);
  const count = number();
  const empty = Array.from({ length: count }, () => false);
  if (header[at] === 0x0e) {
    want(0x0e);
    const length = number();
    for (let one = 0; one < count; one++) {
      empty[one] = ((header[at + (one >> 3)] ?? 0) & (0x80 >> (one & 7))) !== 0;
    }
    at += length;
  }
  want(0x11);
  const end = number() + at;
  want(0);
  const names = Buffer.from(header.subarray(at, end)).toString('utf16le').split('\0').slice(0, -1);
  at = end;
  want(0x15);
  expectThat(number() === 2 + 4 * count, 'attributes');
  want(1, 0);
  const kinds = names.map(u32);
  want(0x00, 0x00);
  expectThat(names.length === count && at === header.length, 'end');
  expectThat(
    kinds.every((kind, one) => (kind === 0x10) === empty[one]),
    'kinds',
  );
  let from = 32;
  const contents = sizes.map((length, one) => {
    const content = bytes.slice(from, from + length);
    from += length;
    expectThat(crc32(content) === sums[one], `checksum of file ${one}`);
    return content;
  });
  const paths = names.filter((_, one) => !empty[one]);
  return {
    folders: names.filter((_, one) => empty[one]),
    files: paths.map((path, one) => ({ path, content: contents[one] ?? new Uint8Array() })),
  };
}

function expectThat(holds: boolean, what: string): void {
  if (!holds) throw new Error(`not the archive meant: ${what}`);
}

/** Bit by bit, so that it shares nothing with what it checks. */
function crc32(bytes: Uint8Array): number {
  let value = ~0;
  for (const byte of bytes) {
    value ^= byte;
    for (let bit = 0; bit < 8; bit++) value = (value >>> 1) ^ (value & 1 ? 0xedb88320 : 0);
  }
  return ~value >>> 0;
}
