import { statSync } from 'node:fs';
import { stat } from 'node:fs/promises';

/** Which file it is, whatever the name: one device and inode for all of them. Both are below 2⁶⁴. */
export interface Identity {
  readonly device: bigint;
  readonly inode: bigint;
}

/**
 * A set of files: pairs of device and inode, found by their inode, in memory that threads share. A
 * hundred thousand texts in each thread would take as much as the work itself.
 */
export type Identities = BigUint64Array<SharedArrayBuffer>;

/** Bytes of a pair. */
const PAIR = 16;

/** @param most how many files it must have room for; at most half of it is ever filled */
export function roomForIdentities(most: number): Identities {
  const places = 2 ** Math.ceil(Math.log2(most * 2 + 2));
  return new BigUint64Array(new SharedArrayBuffer(places * PAIR));
}

/** Of files that are there; the others are left out. */
export async function identitiesOf(paths: readonly string[]): Promise<Identities> {
  const files = roomForIdentities(paths.length);
  for (const path of paths) {
    const found = await stat(path, { bigint: true }).catch(() => null);
    if (found) addIdentity(files, identityIn(found));
  }
  return files;
}

/** @returns false where it was in it; a file of a system that has no inodes never is */
export function addIdentity(files: Identities, identity: Identity): boolean {
  const place = placeOf(files, identity);
  if (place < 0) return true;
  if (files[place + 1] === identity.inode) return false;
  files[place] = identity.device;
  files[place + 1] = identity.inode;
  return true;
}

export function hasIdentity(files: Identities, identity: Identity): boolean {
  const place = placeOf(files, identity);
  return place >= 0 && files[place + 1] === identity.inode;
}

/** Where a file stands, or is to stand; an inode of 0 is a free place. Below 0: nowhere. */
function placeOf(files: Identities, { device, inode }: Identity): number {
  if (inode === 0n) return -1;
  const mask = files.length / 2 - 1;
  // Inodes made one after the other lie in rows, which fill a part of it without meeting.
  let place = Number(BigInt.asUintN(32, inode ^ (inode >> 32n)));
  for (;;) {
    place &= mask;
    const there = files[place * 2 + 1];
    if (there === 0n || (there === inode && files[place * 2] === device)) return place * 2;
    place += 1;
  }
}

/** @param found what `stat` says of it, in whole numbers of any size */
export const identityIn = (found: { readonly dev: bigint; readonly ino: bigint }): Identity => ({
  device: BigInt.asUintN(64, found.dev),
  inode: BigInt.asUintN(64, found.ino),
});

/** What stands at a path now: nothing, one of the inputs, a folder, or some other file. */
export function whatIsAt(
  path: string,
  inputs: Identities,
): 'nothing' | 'input' | 'folder' | 'file' {
  try {
    const found = statSync(path, { bigint: true, throwIfNoEntry: false });
    if (!found) return 'nothing';
    if (found.isDirectory()) return 'folder';
    return hasIdentity(inputs, identityIn(found)) ? 'input' : 'file';
  } catch {
    // Something on the way there is no folder.
    return 'nothing';
  }
}
