/** Signatures and fixed lengths of the records of a zip (APPNOTE 6.3, §4.3). */
export const END_SIGNATURE = 0x06054b50;
export const CENTRAL_SIGNATURE = 0x02014b50;
export const LOCAL_SIGNATURE = 0x04034b50;
export const END_LENGTH = 22;
export const CENTRAL_LENGTH = 46;
export const LOCAL_LENGTH = 30;

/** A view over the very bytes of an array. */
export const viewOf = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
