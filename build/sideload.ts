import { copyFileSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { childNamed, readTree } from './xml-tree';

/**
 * Puts the add-in into Excel on this very computer, for trying it out, as Microsoft's own tools do
 * (OfficeDev/Office-Addin-Scripts, office-addin-dev-settings: dev-settings-windows and -mac;
 * learn.microsoft.com, “Sideload Office Add-ins on Mac”).
 */

/** What is asked of a computer; a test stands in for one. */
export interface Machine {
  readonly platform: string;
  readonly home: string;
  /** Runs Windows' `reg` with these arguments; false where it says no. */
  readonly registry: (args: readonly string[]) => boolean;
}

export type Outcome = 'added' | 'removed' | 'nothing' | 'refused' | 'unsupported';

const DEVELOPER_KEY = 'HKCU\\Software\\Microsoft\\Office\\16.0\\Wef\\Developer';
/** Excel for Mac looks for manifests here; it makes the folder's parents when it is first opened. */
const MAC_CONTAINER = 'Library/Containers/com.microsoft.Excel/Data/Documents';

/** The add-in's id, by which Excel knows it. */
export const idOf = (manifest: string): string => childNamed(readTree(manifest), 'Id')?.text ?? '';

const macFile = (home: string, id: string): string =>
  join(home, MAC_CONTAINER, 'wef', `${id}.manifest.xml`);

/** @param path of the manifest, which on Windows is read from there each time Excel starts. */
export function sideload({ platform, home, registry }: Machine, path: string, id: string): Outcome {
  if (platform === 'win32') {
    const value = ['/v', id, '/t', 'REG_SZ', '/d', resolve(path), '/f'];
    return registry(['add', DEVELOPER_KEY, ...value]) ? 'added' : 'refused';
  }
  if (platform !== 'darwin') return 'unsupported';
  if (!existsSync(join(home, MAC_CONTAINER))) return 'refused';
  const file = macFile(home, id);
  mkdirSync(join(file, '..'), { recursive: true });
  copyFileSync(path, file);
  return 'added';
}

/** Takes away what `sideload` did, and nothing of anybody else. */
export function removeSideload({ platform, home, registry }: Machine, id: string): Outcome {
  if (platform === 'win32') {
    return registry(['delete', DEVELOPER_KEY, '/v', id, '/f']) ? 'removed' : 'nothing';
  }
  if (platform !== 'darwin') return 'unsupported';
  const file = macFile(home, id);
  if (!existsSync(file)) return 'nothing';
  rmSync(file);
  return 'removed';
}
