import type { WpsProgram } from './application';

const FOLDERS = ['GetDownloadPath', 'GetDesktopPath', 'GetTempPath'] as const;

/**
 * JSON with nothing but ASCII in it: WPS writes files in an encoding that depends on the system,
 * and ASCII is the same in all of them.
 */
export function asciiJson(json: string): string {
  return json.replace(
    /[\u007f-\uffff]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/**
 * Writes JSON through WPS into the first of the person's folders that takes it; a page of WPS
 * cannot download.
 * @returns the path; null where none took it
 */
export const saveText = (program: WpsProgram, name: string, json: string): string | null =>
  intoFolder(program, name, (files, path) => files.WriteFile(path, asciiJson(json)));

/**
 * Writes a document in the same way, beside one of its name: a person may have written in that.
 * @param now what it is called by where WPS does not say whether there is one of its name
 * @returns the path; null where none took it, or WPS is too old to write bytes
 */
export const saveBytes = (
  program: WpsProgram,
  name: string,
  bytes: Uint8Array,
  now: Date,
): string | null =>
  intoFolder(
    program,
    name,
    (files, path) => files.writeAsBinaryString?.(path, binaryString(bytes)) === true,
    (files, path) => freePath(files, path, now),
  );

type Files = NonNullable<WpsProgram['FileSystem']>;

const MOST_NAMES = 999;

/** Whether there is a file; null where WPS does not say. */
function isThere(files: Files, path: string): boolean | null {
  try {
    const said = files.Exists?.(path);
    return typeof said === 'boolean' ? said : null;
  } catch {
    return null;
  }
}

/**
 * The path with the first number behind the name that no file has: `报告(2).docx`. Where WPS does not
 * say which there are, with the moment it is written: `报告-20261129-093005.docx`.
 */
function freePath(files: Files, path: string, now: Date): string | null {
  const [, stem = path, extension = ''] = /^(.*?)(\.[^.\\/]*)?$/.exec(path) ?? [];
  for (let number = 1; number <= MOST_NAMES; number += 1) {
    const own = number === 1 ? path : `${stem}(${number})${extension}`;
    const there = isThere(files, own);
    if (there === null) return `${stem}-${momentOf(now)}${extension}`;
    if (!there) return own;
  }
  return null;
}

function momentOf(now: Date): string {
  const two = (number: number): string => String(number).padStart(2, '0');
  const day = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map(two).join('');
  return `${day}-${[now.getHours(), now.getMinutes(), now.getSeconds()].map(two).join('')}`;
}

const CHUNK = 0x8000;

function binaryString(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += CHUNK) {
    text += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
  }
  return text;
}

function intoFolder(
  { FileSystem: files, Env: folders }: WpsProgram,
  name: string,
  write: (files: Files, path: string) => boolean,
  place: (files: Files, path: string) => string | null = (_, path) => path,
): string | null {
  if (!files) return null;
  for (const folder of FOLDERS) {
    try {
      const base = folders?.[folder]?.();
      if (typeof base !== 'string' || base === '') continue;
      const mark = base.includes('\\') ? '\\' : '/';
      const path = place(files, `${base.replace(/[\\/]+$/, '')}${mark}${name}`);
      if (path !== null && write(files, path)) return path;
    } catch {
      // The next folder may take it.
    }
  }
  return null;
}
