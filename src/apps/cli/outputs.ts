import { grouped } from '../../model/grouped';
import {
  closeSync,
  constants,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { access, stat } from 'node:fs/promises';
import { basename, dirname, extname, join, resolve, sep } from 'node:path';
import { Failure, isFailure } from '../../model/failure';
import { stemOf } from './inputs';
import { codeOf } from './thrown';

/**
 * Where each input's output goes, below the output folder and without extension (which the bytes
 * decide). One name stays plain; files of one name from several folders go into folders named like
 * theirs, with as few levels as tell them apart; `附表.xls` beside `附表.xlsx` becomes `附表.xls`.
 * Depends on the set of inputs, not on their order.
 * @param paths as named, seen from `cwd`
 */
export function outputStems(paths: readonly string[], cwd: string): readonly string[] {
  const stems = paths.map(stemOf);
  for (const indexes of clashesIn(stems)) {
    const folders = indexes.map((index) => dirname(resolve(cwd, paths[index] ?? '')));
    const levels = levelsToTellApart([...new Set(folders)]);
    const siblings = grouped(folders, (folder) => folder);
    indexes.forEach((index, place) => {
      const path = paths[index] ?? '';
      const folder = folders[place] ?? '';
      const alone = siblings.get(folder)?.length === 1;
      const plain = alone || extname(path).toLowerCase() === '.xlsx';
      const name = plain ? stemOf(path) : basename(path);
      stems[index] = join(...tail(folder, levels), name);
    });
  }
  return stems;
}

/** The numbers of names that are the same, capitals or not. A list is made only where there are two. */
function clashesIn(stems: readonly string[]): Iterable<readonly number[]> {
  const first = new Map<string, number>();
  const clashes = new Map<string, number[]>();
  stems.forEach((stem, index) => {
    const key = stem.toLowerCase();
    const before = first.get(key);
    if (before === undefined) {
      first.set(key, index);
      return;
    }
    const clash = clashes.get(key);
    if (clash) clash.push(index);
    else clashes.set(key, [before, index]);
  });
  return clashes.values();
}

function tail(folder: string, levels: number): readonly string[] {
  const parts = folder.split(sep).filter((part) => part !== '' && !part.endsWith(':'));
  return levels === 0 ? [] : parts.slice(-levels);
}

function levelsToTellApart(folders: readonly string[]): number {
  const most = Math.max(...folders.map((folder) => folder.split(sep).length));
  for (let levels = 0; levels < most; levels += 1) {
    const tails = folders.map((folder) => tail(folder, levels).join(sep).toLowerCase());
    if (new Set(tails).size === folders.length) return levels;
  }
  return most;
}

/**
 * Sees that a folder is there or can be made, before any work goes into what it is to hold.
 * @throws Failure `output-folder`
 */
export async function checkFolder(folder: string, shown: string): Promise<void> {
  const found = await stat(folder).catch(() => null);
  const above = dirname(folder);
  if (!found && above !== folder) {
    await checkFolder(above, shown);
    return;
  }
  const isOpen = await access(folder, constants.W_OK).then(
    () => true,
    () => false,
  );
  if (!found?.isDirectory() || !isOpen) throw new Failure('output-folder', { path: shown });
}

export interface WriteOptions {
  /** Where it is written before it gets its name. */
  readonly temporary?: string;
  /** Whether it is to be on the disk itself before it gets its name. */
  readonly flush?: boolean;
}

/**
 * Writes a whole file or none: a temporary neighbour is written and renamed. All in one go, so that
 * no signal that the program handles comes between.
 * @throws Failure `output-folder` or `output-write`.
 */
export function writeWhole(
  path: string,
  bytes: Uint8Array,
  { temporary = temporaryFor(path, randomMark()), flush = true }: WriteOptions = {},
): void {
  try {
    const file = openNew(temporary);
    try {
      writeFileSync(file, bytes);
      if (flush) fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(temporary, path);
  } catch (cause) {
    if (isFailure(cause)) throw cause;
    rmSync(temporary, { force: true });
    throw new Failure('output-write', { path }, { cause });
  }
}

export const randomMark = (): string => Math.floor(Math.random() * 2 ** 48).toString(16);

export const temporaryFor = (path: string, mark: string): string =>
  join(dirname(path), `.jixiao-${mark}.tmp`);

/** With the folders above it. Node's own way never comes back where a folder takes no others, as in /proc. */
function makeFolder(folder: string): void {
  const above = dirname(folder);
  if (above !== folder && !existsSync(above)) makeFolder(above);
  try {
    mkdirSync(folder);
  } catch (reason) {
    // Another thread may have made it by now.
    if (codeOf(reason) !== 'EEXIST' || !statSync(folder).isDirectory()) throw reason;
  }
}

/** Opens a file that is not there yet, in a folder that may not be there yet. */
function openNew(path: string): number {
  try {
    return openSync(path, 'wx', 0o666);
  } catch (reason) {
    if (codeOf(reason) !== 'ENOENT' && codeOf(reason) !== 'ENOTDIR') throw reason;
  }
  const folder = dirname(path);
  try {
    makeFolder(folder);
  } catch (cause) {
    throw new Failure('output-folder', { path: folder }, { cause });
  }
  return openSync(path, 'wx', 0o666);
}
