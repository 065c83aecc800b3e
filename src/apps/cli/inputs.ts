import { readdir, stat } from 'node:fs/promises';
import { basename, extname, isAbsolute, join, resolve, sep } from 'node:path';
import { Failure } from '../../model/failure';
import {
  addIdentity,
  identityIn,
  roomForIdentities,
  type Identities,
  type Identity,
} from './identities';

/** A file to work on, or why there is none at the place that was named. */
export interface Input {
  /** As it is told to people and in the JSON, seen from the folder of the run: as named, or folder and name. */
  readonly path: string;
  readonly failure: Failure | null;
}

/** All that a run works on. A hundred thousand are held at a time, so of each only what is needed. */
export interface Inputs {
  readonly list: readonly Input[];
  /** Of those that are there. */
  readonly identities: Identities;
}

/** Folders that hold results, never sources. */
const OUTPUT_FOLDERS: ReadonlySet<string> = new Set(['jixiao-out', 'jixiao-cleared']);
const WORKBOOK_NAME = /\.(xlsx|xlsm|xls|et)$/i;

/**
 * Expands files, folders (with all folders inside) and globs, in the order named; inside a folder or
 * glob by name. A file named twice, also by a link, comes once. Lock files (`~$…`), hidden files and
 * our own output folders are passed over unless a file is named itself.
 */
export async function expandInputs(
  words: readonly string[],
  cwd: string,
  outputFolder: string | null,
): Promise<Inputs> {
  const named: Input[] = [];
  for (const word of words) {
    for (const input of await expandWord(word, cwd, outputFolder)) named.push(input);
  }
  const identities = roomForIdentities(named.length);
  const list: Input[] = [];
  const missed = new Set<string>();
  for (let start = 0; start < named.length; start += AT_A_TIME) {
    const some = named.slice(start, start + AT_A_TIME);
    for (const place of await Promise.all(some.map((input) => placeOf(input, cwd)))) {
      if (place.identity ? !addIdentity(identities, place.identity) : missed.has(place.absolute)) {
        continue;
      }
      if (!place.identity) missed.add(place.absolute);
      list.push(place.input);
    }
  }
  return { list, identities };
}

/** What a word stands for, not looked at yet but for a word that finds nothing. */
async function expandWord(
  word: string,
  cwd: string,
  outputFolder: string | null,
): Promise<readonly Input[]> {
  const absolute = resolve(cwd, word);
  const there = await stat(absolute).catch(() => null);
  if (there && !there.isDirectory()) return [{ path: word, failure: null }];
  const skip = (path: string) => outputFolder !== null && isInside(path, outputFolder);
  if (there) {
    const found: Input[] = [];
    await walk(word, absolute, skip, (path) => found.push({ path, failure: null }));
    return found.length > 0 ? found : [missing(word, 'input-folder-empty')];
  }
  const paths = /[*?[{(]/.test(word) ? await glob(word, cwd, skip) : [];
  if (paths.length === 0) return [missing(word, 'input-not-found')];
  return paths.map((path) => ({ path, failure: null }));
}

/** Places asked about at a time: a folder may hold more files than may be open. */
const AT_A_TIME = 256;

interface Place {
  readonly input: Input;
  readonly absolute: string;
  /** Null where there is no file to work on. */
  readonly identity: Identity | null;
}

async function placeOf(input: Input, cwd: string): Promise<Place> {
  const { path } = input;
  const absolute = resolve(cwd, path);
  if (input.failure) return { input, absolute, identity: null };
  const found = await stat(absolute, { bigint: true }).catch(() => null);
  if (found?.isFile()) return { input, absolute, identity: identityIn(found) };
  const code = found && !found.isDirectory() ? 'input-not-file' : 'input-not-found';
  return { input: missing(path, code), absolute, identity: null };
}

const missing = (path: string, code: Failure['code']): Input => ({
  path,
  failure: new Failure(code, { path }),
});

async function walk(
  path: string,
  absolute: string,
  skip: (absolute: string) => boolean,
  onFile: (path: string) => void,
): Promise<void> {
  const entries = await readdir(absolute, { withFileTypes: true }).catch(() => []);
  // Once for all in it: a path that is joined for itself is a tree of its pieces.
  const start = join(path, 'x').slice(0, -1);
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (isPassedOver(entry.name)) continue;
    const isFolder = entry.isDirectory();
    if (!isFolder && !WORKBOOK_NAME.test(entry.name)) continue;
    const innerAbsolute = join(absolute, entry.name);
    if (skip(innerAbsolute)) continue;
    const inner = start + entry.name;
    if (isFolder) await walk(inner, innerAbsolute, skip, onFile);
    else onFile(inner);
  }
}

async function glob(
  pattern: string,
  cwd: string,
  skip: (absolute: string) => boolean,
): Promise<readonly string[]> {
  const slashed = sep === '\\' ? pattern.replaceAll('\\', '/') : pattern;
  const tinyglobby = await import('tinyglobby');
  const paths = await tinyglobby.glob(slashed, {
    cwd,
    absolute: isAbsolute(pattern),
    expandDirectories: false,
    onlyFiles: true,
  });
  // Folders written out in the pattern were asked for; only what the wildcards found is sifted.
  const named = slashed.split('/').findIndex((part) => /[*?[{(]/.test(part));
  const wanted = paths.filter(
    (path) => !path.split('/').slice(named).some(isPassedOver) && !skip(resolve(cwd, path)),
  );
  return wanted.sort((a, b) => (a < b ? -1 : 1));
}

function isPassedOver(name: string): boolean {
  return (
    name.startsWith('~$') ||
    (name.startsWith('.') && name.length > 1) ||
    name === 'node_modules' ||
    OUTPUT_FOLDERS.has(name)
  );
}

/** Whether a path is the folder itself or lies in it. Both absolute. */
export function isInside(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}

/** The name without `.xlsx`, `.xls` and the like. */
export function stemOf(path: string): string {
  const name = basename(path);
  return WORKBOOK_NAME.test(name) ? name.slice(0, -extname(name).length) : name;
}
