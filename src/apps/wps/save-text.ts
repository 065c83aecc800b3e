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
export function saveText(program: WpsProgram, name: string, json: string): string | null {
  const { FileSystem: files, Env: folders } = program;
  if (!files) return null;
  for (const folder of FOLDERS) {
    try {
      const base = folders?.[folder]?.();
      if (typeof base !== 'string' || base === '') continue;
      const mark = base.includes('\\') ? '\\' : '/';
      const path = `${base.replace(/[\\/]+$/, '')}${mark}${name}`;
      if (files.WriteFile(path, asciiJson(json))) return path;
    } catch {
      // The next folder may take it.
    }
  }
  return null;
}
