const SLICES = 8;

/** Tables for eight bytes at a step: table k says what a byte does k bytes later. */
function buildTables(): Int32Array[] {
  const tables = Array.from({ length: SLICES }, () => new Int32Array(256));
  const [first = new Int32Array(256)] = tables;
  for (let byte = 0; byte < 256; byte++) {
    let value = byte;
    for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
    first[byte] = value;
  }
  for (let slice = 1; slice < SLICES; slice++) {
    const table = tables[slice];
    const previous = tables[slice - 1];
    if (!table || !previous) continue;
    for (let byte = 0; byte < 256; byte++) {
      const value = previous[byte] ?? 0;
      table[byte] = (value >>> 8) ^ (first[value & 255] ?? 0);
    }
  }
  return tables;
}

const EMPTY = new Int32Array(256);
const [
  T0 = EMPTY,
  T1 = EMPTY,
  T2 = EMPTY,
  T3 = EMPTY,
  T4 = EMPTY,
  T5 = EMPTY,
  T6 = EMPTY,
  T7 = EMPTY,
] = buildTables();

/** CRC-32 of ISO 3309 as zip uses it, 0 … 2³²−1. */
export function crc32(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const whole = bytes.length - (bytes.length % SLICES);
  let crc = -1;
  let at = 0;
  for (; at < whole; at += SLICES) {
    const low = crc ^ view.getInt32(at, true);
    const high = view.getInt32(at + 4, true);
    crc =
      (T7[low & 255] ?? 0) ^
      (T6[(low >>> 8) & 255] ?? 0) ^
      (T5[(low >>> 16) & 255] ?? 0) ^
      (T4[low >>> 24] ?? 0) ^
      (T3[high & 255] ?? 0) ^
      (T2[(high >>> 8) & 255] ?? 0) ^
      (T1[(high >>> 16) & 255] ?? 0) ^
      (T0[high >>> 24] ?? 0);
  }
  for (; at < bytes.length; at++) {
    crc = (crc >>> 8) ^ (T0[(crc ^ view.getUint8(at)) & 255] ?? 0);
  }
  return (crc ^ -1) >>> 0;
}
