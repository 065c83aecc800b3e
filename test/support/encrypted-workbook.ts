import { createCipheriv, createHash, randomBytes } from 'node:crypto';
import * as library from '@e965/xlsx';

/** Encrypts as Office does ([MS-OFFCRYPTO] §2.3.4), written apart from the code that decrypts. */

const compound = library.CFB as {
  utils: {
    cfb_new: () => object;
    cfb_add: (container: object, name: string, content: Uint8Array) => void;
  };
  write: (container: object, options: { type: 'array' }) => number[];
};

function inCompound(info: Uint8Array, data: Uint8Array): Uint8Array {
  const container = compound.utils.cfb_new();
  compound.utils.cfb_add(container, 'EncryptionInfo', info);
  compound.utils.cfb_add(container, 'EncryptedPackage', data);
  return Uint8Array.from(compound.write(container, { type: 'array' }));
}

const int = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
};

const padded = (bytes: Uint8Array, block: number): Buffer =>
  Buffer.concat([bytes, Buffer.alloc((block - (bytes.length % block)) % block)]);

function aes(key: Uint8Array, iv: Uint8Array | null, plain: Uint8Array): Buffer {
  const name = `aes-${key.length * 8}-${iv ? 'cbc' : 'ecb'}`;
  const cipher = createCipheriv(name, key, iv).setAutoPadding(false);
  return Buffer.concat([cipher.update(padded(plain, 16)), cipher.final()]);
}

const sizeField = (size: number): Buffer => Buffer.concat([int(size), int(0)]);

export interface Lock {
  readonly password: string;
  readonly spins: number;
  /** What the file says instead. */
  readonly claimed?: string;
  readonly hash: 'SHA1' | 'SHA256' | 'SHA384' | 'SHA512';
  readonly keyBits: 128 | 192 | 256;
}

export function encryptedAgile(
  bytes: Uint8Array,
  { password, spins, claimed, hash, keyBits }: Lock,
): Uint8Array {
  const digest = (...parts: readonly Uint8Array[]) =>
    parts.reduce((all, part) => all.update(part), createHash(hash)).digest();
  const length = keyBits / 8;
  const fit = (value: Buffer, size: number) =>
    Buffer.concat([value, Buffer.alloc(size, 0x36)]).subarray(0, size);
  const [salt, keySalt, secret, input] = [16, 16, length, 16].map((size) => randomBytes(size)) as [
    Buffer,
    Buffer,
    Buffer,
    Buffer,
  ];
  let key = digest(salt, Buffer.from(password, 'utf16le'));
  for (let at = 0; at < spins; at += 1) key = digest(int(at), key);
  const locked = (block: string, plain: Uint8Array) =>
    aes(fit(digest(key, Buffer.from(block, 'hex')), length), salt, plain).toString('base64');
  const parts: Buffer[] = [];
  for (let start = 0, at = 0; start < bytes.length; start += 4096, at += 1) {
    const iv = fit(digest(keySalt, int(at)), 16);
    parts.push(aes(secret, iv, bytes.subarray(start, start + 4096)));
  }
  const common = `saltSize="16" blockSize="16" keyBits="${keyBits}" hashSize="${digest().length}" cipherAlgorithm="AES" cipherChaining="ChainingModeCBC" hashAlgorithm="${hash}"`;
  const xml = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n<encryption xmlns="http://schemas.microsoft.com/office/2006/encryption" xmlns:p="http://schemas.microsoft.com/office/2006/keyEncryptor/password"><keyData ${common} saltValue="${keySalt.toString('base64')}"/><keyEncryptors><keyEncryptor uri="http://schemas.microsoft.com/office/2006/keyEncryptor/password"><p:encryptedKey spinCount="${claimed ?? spins}" ${common} saltValue="${salt.toString('base64')}" encryptedVerifierHashInput="${locked('fea7d2763b4b9e79', input)}" encryptedVerifierHashValue="${locked('d7aa0f6d3061344e', digest(input))}" encryptedKeyValue="${locked('146e0be7abacd0d6', secret)}"/></keyEncryptor></keyEncryptors></encryption>`;
  const info = Buffer.concat([Buffer.from([4, 0, 4, 0, 0x40, 0, 0, 0]), Buffer.from(xml)]);
  return inCompound(info, Buffer.concat([sizeField(bytes.length), ...parts]));
}

export function encryptedStandard(
  bytes: Uint8Array,
  password: string,
  keyBits: 128 | 256,
): Uint8Array {
  const sha1 = (...parts: readonly Uint8Array[]) =>
    parts.reduce((all, part) => all.update(part), createHash('sha1')).digest();
  const [salt, verifier] = [randomBytes(16), randomBytes(16)];
  let digest = sha1(salt, Buffer.from(password, 'utf16le'));
  for (let at = 0; at < 50_000; at += 1) digest = sha1(int(at), digest);
  digest = sha1(digest, int(0));
  const mixed = (byte: number) => {
    const block = Buffer.alloc(64, byte);
    for (const [at, value] of digest.entries()) block[at] = (block[at] ?? 0) ^ value;
    return sha1(block);
  };
  const key = Buffer.concat([mixed(0x36), mixed(0x5c)]).subarray(0, keyBits / 8);
  const provider = Buffer.from(
    'Microsoft Enhanced RSA and AES Cryptographic Provider\0',
    'utf16le',
  );
  const header = Buffer.concat([
    ...[0x24, 0, keyBits === 128 ? 0x660e : 0x6610, 0x8004, keyBits, 0x18, 0, 0].map(int),
    provider,
  ]);
  const info = Buffer.concat([
    Buffer.from([4, 0, 2, 0]),
    int(0x24),
    int(header.length),
    header,
    int(16),
    salt,
    aes(key, null, verifier),
    int(20),
    aes(key, null, sha1(verifier)),
  ]);
  return inCompound(info, Buffer.concat([sizeField(bytes.length), aes(key, null, bytes)]));
}
