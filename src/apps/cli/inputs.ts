import { readdir, stat } from 'node:fs/promises';
import { basename, extname, isAbsolute, join, resolve, sep } from 'node:path';
import { Failure } from '../../model/failure';

/** A file to work on, or why there is none at the place that was named. */
export interface Input {
  /** As it is told to people and in the JSON: as named, or folder and name. */
  readonly path: string;
  readonly absolute: string;
  /** `device:inode`, equal for all names of one file. */
  readonly identity: string;
  readonly failure: Failure | null;
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
): Promise<readonly Input[]> {
  const found: Input[] = [];
  const seen = new Set<string>();
  for (const word of words) {
    for (const input of await expandWord(word, cwd, outputFolder)) {
      const key = input.failure ? input.absolute : input.identity;
      if (!seen.has(key)) found.push(input);
      seen.add(key);
    }
  }
  return found;
}

async function expandWord(
  word: string,
  cwd: string,
  outputFolder: string | null,
): Promise<readonly Input[]> {
  const absolute = resolve(cwd, word);
  const there = await identify(word, absolute);
  if (there.kind === 'file') return [there.input];
  const skip = (path: string) => outputFolder !== null && isInside(path, outputFolder);
  if (there.kind === 'folder') {
    const paths = await walk(word, absolute, skip);
    const inputs = await inputsAt(paths, cwd);
    return inputs.length > 0 ? inputs : [missing(word, absolute, 'input-folder-empty')];
  }
  const paths = /[*?[{(]/.test(word) ? await glob(word, cwd, skip) : [];
  const inputs = await inputsAt(paths, cwd);
  return inputs.length > 0 ? inputs : [missing(word, absolute, 'input-not-found')];
}

type Place = { kind: 'file'; input: Input } | { kind: 'folder' } | { kind: 'none' };

async function identify(path: string, absolute: string): Promise<Place> {
  try {
    const found = await stat(absolute, { bigint: true });
    if (found.isDirectory()) return { kind: 'folder' };
    if (!found.isFile()) {
      return { kind: 'file', input: missing(path, absolute, 'input-not-file') };
    }
    const identity = `${String(found.dev)}:${String(found.ino)}`;
    return { kind: 'file', input: { path, absolute, identity, failure: null } };
  } catch {
    return { kind: 'none' };
  }
}

/** Places asked about at a time: a folder may hold more files than may be open. */
const AT_A_TIME = 256;

async function inputsAt(paths: readonly string[], cwd: string): Promise<readonly Input[]> {
  const inputs: Input[] = [];
  for (let start = 0; start < paths.length; start += AT_A_TIME) {
    const some = paths.slice(start, start + AT_A_TIME);
    inputs.push(...(await Promise.all(some.map((path) => inputAt(path, cwd)))));
  }
  return inputs;
}

async function inputAt(path: string, cwd: string): Promise<Input> {
  const absolute = resolve(cwd, path);
  const place = await identify(path, absolute);
  return place.kind === 'file' ? place.input : missing(path, absolute, 'input-not-found');
}

function missing(path: string, absolute: string, code: Failure['code']): Input {
  return { path, absolute, identity: '', failure: new Failure(code, { path }) };
}

async function walk(
  path: string,
  absolute: string,
  skip: (absolute: string) => boolean,
): Promise<readonly string[]> {
  const entries = await readdir(absolute, { withFileTypes: true }).catch(() => []);
  const found: string[] = [];
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const inner = join(path, entry.name);
    const innerAbsolute = join(absolute, entry.name);
    if (entry.isDirectory()) {
      const wanted = !isPassedOver(entry.name) && !skip(innerAbsolute);
      if (wanted) for (const path of await walk(inner, innerAbsolute, skip)) found.push(path);
    } else if (WORKBOOK_NAME.test(entry.name) && !isPassedOver(entry.name)) {
      if (!skip(innerAbsolute)) found.push(inner);
    }
  }
  return found;
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
