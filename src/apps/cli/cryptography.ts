import { createDecipheriv, createHash } from 'node:crypto';
import type { Cryptography } from '../../xlsx/legacy/default-password';

/** Node's own; for what Office encrypted with the password that every copy of it knows. */
export const cryptography: Cryptography = {
  hash: (name, parts) => {
    const hash = createHash(name.toLowerCase());
    for (const part of parts) hash.update(part);
    return hash.digest();
  },
  decipher: (key, iv, data) => {
    const algorithm = `aes-${String(key.length * 8)}-${iv ? 'cbc' : 'ecb'}`;
    const decipher = createDecipheriv(algorithm, key, iv).setAutoPadding(false);
    return Buffer.concat([decipher.update(data), decipher.final()]);
  },
};
