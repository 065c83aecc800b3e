/**
 * Office encrypts some workbooks (a protected structure, for one) with a password of its own that
 * every copy of it knows, and opens them unasked. How: [MS-OFFCRYPTO] §2.3.4.5 … §2.3.4.15.
 */
const DEFAULT_PASSWORD = 'VelvetSweatshop';

/** What the platform gives: an environment without it cannot open such files. */
export interface Cryptography {
  /** @throws for a name it does not know */
  readonly hash: (name: string, parts: readonly Uint8Array[]) => Uint8Array;
  /** AES without padding; `iv` null is ECB, else CBC. */
  readonly decipher: (key: Uint8Array, iv: Uint8Array | null, data: Uint8Array) => Uint8Array;
}

/** House rule: Office itself spins 100,000 times; a file may not keep us busy for longer than seconds. */
const MOST_SPINS = 1_000_000;
const SEGMENT = 4096;
const SIZE_FIELD = 8;

/**
 * The package in an encrypted workbook, where Office's own password opens it; null where a person set
 * one, or the encryption is of a kind no present program writes.
 * @param info stream EncryptionInfo
 * @param data stream EncryptedPackage
 */
export function decryptedByDefault(
  info: Uint8Array,
  data: Uint8Array,
  crypto: Cryptography,
): Uint8Array | null {
  try {
    const view = new DataView(info.buffer, info.byteOffset, info.byteLength);
    const [major, minor] = [view.getUint16(0, true), view.getUint16(2, true)];
    if (major === 4 && minor === 4) return agile(info.subarray(8), data, crypto);
    if (minor === 2) return standard(info, view, data, crypto);
  } catch {
    // Whatever is wrong with the description, the file cannot be opened.
  }
  return null;
}

const password = (): Uint8Array =>
  Uint8Array.from({ length: DEFAULT_PASSWORD.length * 2 }, (_byte, at) =>
    at % 2 === 0 ? DEFAULT_PASSWORD.charCodeAt(at / 2) : 0,
  );

const little = (value: number): Uint8Array =>
  Uint8Array.from([0, 8, 16, 24], (shift) => (value >>> shift) & 0xff);

/** The password, hashed so often that guessing many takes long. */
function spun(salt: Uint8Array, spins: number, name: string, { hash }: Cryptography): Uint8Array {
  if (!(spins <= MOST_SPINS)) throw new Error('too many spins');
  let digest = hash(name, [salt, password()]);
  for (let at = 0; at < spins; at += 1) digest = hash(name, [little(at), digest]);
  return digest;
}

const sameBytes = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.every((byte, at) => byte === b[at]);

/** As long as it is wanted: cut, or filled up with 0x36. */
const fitted = (bytes: Uint8Array, length: number): Uint8Array => {
  const all = new Uint8Array(length).fill(0x36);
  all.set(bytes.subarray(0, length));
  return all;
};

/** Bytes of the package, without what fills up its last block. */
function cut(data: Uint8Array, plain: Uint8Array): Uint8Array {
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  const size = view.getUint32(0, true);
  if (view.getUint32(4, true) !== 0 || size > plain.length) throw new Error('size');
  return plain.subarray(0, size);
}

/** §2.3.4.10 … 2.3.4.15, as Office 2010 and later write it. */
function agile(description: Uint8Array, data: Uint8Array, crypto: Cryptography): Uint8Array | null {
  const xml = new TextDecoder().decode(description);
  const keyData = attributesOf(xml, 'keyData');
  const key = attributesOf(xml, 'p:encryptedKey');
  const digest = spun(
    bytesOf(key, 'saltValue'),
    Number(key['spinCount']),
    key['hashAlgorithm'] ?? '',
    crypto,
  );
  const opened = (block: readonly number[], name: string): Uint8Array =>
    crypto.decipher(
      fitted(
        crypto.hash(key['hashAlgorithm'] ?? '', [digest, Uint8Array.from(block)]),
        Number(key['keyBits']) / 8,
      ),
      fitted(bytesOf(key, 'saltValue'), Number(key['blockSize'])),
      bytesOf(key, name),
    );
  const input = opened(
    [0xfe, 0xa7, 0xd2, 0x76, 0x3b, 0x4b, 0x9e, 0x79],
    'encryptedVerifierHashInput',
  );
  const wanted = opened(
    [0xd7, 0xaa, 0x0f, 0x6d, 0x30, 0x61, 0x34, 0x4e],
    'encryptedVerifierHashValue',
  );
  const found = crypto.hash(key['hashAlgorithm'] ?? '', [
    input.subarray(0, Number(key['saltSize'])),
  ]);
  if (!sameBytes(found, wanted.subarray(0, found.length))) return null;
  const secret = opened([0x14, 0x6e, 0x0b, 0xe7, 0xab, 0xac, 0xd0, 0xd6], 'encryptedKeyValue');
  return cut(data, segments(data.subarray(SIZE_FIELD), secret, keyData, crypto));
}

/** Each 4,096 bytes are encrypted by themselves. */
function segments(
  data: Uint8Array,
  secret: Uint8Array,
  keyData: Readonly<Record<string, string>>,
  crypto: Cryptography,
): Uint8Array {
  const plain = new Uint8Array(data.length);
  const salt = bytesOf(keyData, 'saltValue');
  const key = secret.subarray(0, Number(keyData['keyBits']) / 8);
  for (let start = 0, at = 0; start < data.length; start += SEGMENT, at += 1) {
    const iv = crypto.hash(keyData['hashAlgorithm'] ?? '', [salt, little(at)]);
    const segment = data.subarray(start, start + SEGMENT);
    plain.set(crypto.decipher(key, fitted(iv, Number(keyData['blockSize'])), segment), start);
  }
  return plain;
}

/** Attributes of the one element of a name; Office writes this description without anything odd. */
function attributesOf(xml: string, element: string): Readonly<Record<string, string>> {
  const tag = new RegExp(`<${element}\\s([^>]*)>`).exec(xml)?.[1] ?? '';
  return Object.fromEntries(
    [...tag.matchAll(/(\w+)="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value]),
  );
}

const bytesOf = (attributes: Readonly<Record<string, string>>, name: string): Uint8Array =>
  Uint8Array.from(atob(attributes[name] ?? ''), (letter) => letter.charCodeAt(0));

const STANDARD_SPINS = 50_000;

/** §2.3.4.5 … 2.3.4.9, as Office 2007 writes it: AES in ECB, SHA-1. */
function standard(
  info: Uint8Array,
  view: DataView,
  data: Uint8Array,
  crypto: Cryptography,
): Uint8Array | null {
  const header = 12;
  const keyBytes = view.getUint32(header + 16, true) / 8;
  const salted = header + view.getUint32(8, true) + 4;
  const salt = info.subarray(salted, salted + 16);
  const verifier = info.subarray(salted + 16, salted + 32);
  const verifierHash = info.subarray(salted + 36, salted + 68);
  const digest = crypto.hash('SHA1', [spun(salt, STANDARD_SPINS, 'SHA1', crypto), little(0)]);
  const mixed = (byte: number): Uint8Array => {
    const block = new Uint8Array(64).fill(byte);
    digest.forEach((value, at) => (block[at] = byte ^ value));
    return crypto.hash('SHA1', [block]);
  };
  const key = Uint8Array.from([...mixed(0x36), ...mixed(0x5c)]).subarray(0, keyBytes);
  const found = crypto.hash('SHA1', [crypto.decipher(key, null, verifier)]);
  const wanted = crypto.decipher(key, null, verifierHash);
  if (!sameBytes(found, wanted.subarray(0, found.length))) return null;
  return cut(data, crypto.decipher(key, null, data.subarray(SIZE_FIELD)));
}
