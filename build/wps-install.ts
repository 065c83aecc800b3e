import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { ADDIN_NAME, isOfTheAddin, offlineEntry, offlineFolder, publishXml } from './wps-files';
import { isBare, withEntry, withoutEntry, type Edited } from './wps-publish-list';

/**
 * Puts the add-in into the WPS of this very computer, where no server hands it out: its folder and its
 * line of `publish.xml` in the folder `jsaddons` (places: see docs/install-wps.md). Other add-ins
 * stay as they are, and the list as it was is kept beside the new one.
 */

/** What is asked of a computer; a test stands in for one. */
export interface Computer {
  readonly platform: string;
  readonly home: string;
  /** `%APPDATA%`. */
  readonly appData: string | undefined;
}

export type Outcome =
  | 'added'
  | 'updated'
  | 'same'
  | 'removed'
  | 'nothing'
  /** WPS has never run here, or is elsewhere. */
  | 'no-wps'
  /** What is to be put in is not there. */
  | 'no-package'
  /** `publish.xml` is no XML, or none of add-ins: nothing was touched. */
  | 'damaged'
  | 'foreign';

export interface Done {
  readonly outcome: Outcome;
  /** Where the list as it was is kept; null where there was none or it stays. */
  readonly backup: string | null;
}

const LIST = 'publish.xml';
const OWN_FOLDER = new RegExp(`^${ADDIN_NAME}_\\d+(?:\\.\\d+)*$`);

/** Where WPS looks for add-ins of the person; null on a system it does not run on. */
export function addinsFolder({ platform, home, appData }: Computer): string | null {
  if (platform === 'win32') {
    return join(appData ?? join(home, 'AppData', 'Roaming'), 'kingsoft', 'wps', 'jsaddons');
  }
  if (platform === 'linux') return join(home, '.local', 'share', 'Kingsoft', 'wps', 'jsaddons');
  if (platform !== 'darwin') return null;
  const container = 'Library/Containers/com.kingsoft.wpsoffice.mac/Data/.kingsoft/wps/jsaddons';
  return join(home, ...container.split('/'));
}

/** All of it is there under its name, or the file that was there before. */
function writeWhole(path: string, bytes: Uint8Array): void {
  const begun = `${path}.new`;
  writeFileSync(begun, bytes);
  renameSync(begun, path);
}

/** A copy under the first free name: no older copy is lost. */
function keepCopy(path: string): string {
  let count = 1;
  const nameOf = (): string => `${path}.${ADDIN_NAME}-${String(count)}.bak`;
  while (existsSync(nameOf())) count += 1;
  copyFileSync(path, nameOf());
  return nameOf();
}

function copyAddin(from: string, to: string): void {
  const begun = `${to}.new`;
  rmSync(begun, { recursive: true, force: true });
  for (const path of readdirSync(from, { recursive: true, encoding: 'utf8' })) {
    if (!isOfTheAddin(path.split(sep).join('/'))) continue;
    mkdirSync(dirname(join(begun, path)), { recursive: true });
    copyFileSync(join(from, path), join(begun, path));
  }
  rmSync(to, { recursive: true, force: true });
  renameSync(begun, to);
}

const ownFolders = (folder: string): readonly string[] =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && OWN_FOLDER.test(entry.name))
    .map(({ name }) => name);

/** Versions WPS may still have open stay: Windows does not give them up. */
function removeFolders(folder: string, names: readonly string[]): void {
  for (const name of names) {
    try {
      rmSync(join(folder, name), { recursive: true, force: true });
    } catch {
      // The next installation tries again.
    }
  }
}

const sameBytes = (one: Uint8Array, other: Uint8Array): boolean =>
  Buffer.compare(Buffer.from(one), Buffer.from(other)) === 0;

function readList(folder: string): Uint8Array | null {
  const path = join(folder, LIST);
  return existsSync(path) ? new Uint8Array(readFileSync(path)) : null;
}

/** The list is changed last: it never names a folder that is not whole. */
export function installAddin(folder: string, from: string, version: string): Done {
  const done = (outcome: Outcome, backup: string | null = null): Done => ({ outcome, backup });
  if (!existsSync(dirname(folder))) return done('no-wps');
  if (!existsSync(join(from, 'ribbon.xml'))) return done('no-package');
  const before = readList(folder);
  const path = join(folder, LIST);
  const edited: Edited =
    before === null
      ? { kind: 'list', bytes: Buffer.from(publishXml({ version })) }
      : withEntry(before, offlineEntry({ version }));
  if (edited.kind !== 'list') return done(edited.kind);
  mkdirSync(folder, { recursive: true });
  copyAddin(from, join(folder, offlineFolder(version)));
  const isSame = before !== null && sameBytes(before, edited.bytes);
  const backup = before === null || isSame ? null : keepCopy(path);
  if (!isSame) writeWhole(path, edited.bytes);
  removeFolders(
    folder,
    ownFolders(folder).filter((name) => name !== offlineFolder(version)),
  );
  if (isSame) return done('same');
  const stood = before !== null && !sameBytes(before, bytesWithout(before));
  return done(stood ? 'updated' : 'added', backup);
}

function bytesWithout(list: Uint8Array): Uint8Array {
  const edited = withoutEntry(list);
  return edited.kind === 'list' ? edited.bytes : list;
}

/** Takes away what `installAddin` did, and nothing of anybody else. */
export function removeAddin(folder: string): Done {
  const before = existsSync(folder) ? readList(folder) : null;
  const path = join(folder, LIST);
  const edited = before === null ? null : withoutEntry(before);
  if (edited && edited.kind !== 'list') return { outcome: edited.kind, backup: null };
  const folders = existsSync(folder) ? ownFolders(folder) : [];
  const isListed = before !== null && edited !== null && !sameBytes(before, edited.bytes);
  const backup = isListed ? keepCopy(path) : null;
  if (isListed && isBare(edited.bytes)) rmSync(path);
  else if (isListed) writeWhole(path, edited.bytes);
  removeFolders(folder, folders);
  return { outcome: isListed || folders.length > 0 ? 'removed' : 'nothing', backup };
}
