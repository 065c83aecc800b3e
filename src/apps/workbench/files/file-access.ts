import { baseName, EXTENSIONS, looksLikeReport, looksLikeWorkbook } from './file-names';

/** A file a person chose. `handle` where the browser lets a page keep it. */
export interface ChosenFile {
  /** With its folders below the chosen one, `/` between them. */
  readonly name: string;
  readonly file: () => Promise<File>;
  readonly handle: FileSystemFileHandle | null;
}

/** Where a workbook is written to again without asking. */
export interface SavePlace {
  readonly name: string;
  write(bytes: Uint8Array<ArrayBuffer>): Promise<void>;
}

export interface FolderPlace {
  /** A folder that was not there before, with a number after its name where the name was taken. */
  newFolder(name: string): Promise<NewFolder>;
}

export interface NewFolder {
  readonly name: string;
  /** `path`: with its folders, `/` between them. */
  write(path: string, bytes: Uint8Array<ArrayBuffer>): Promise<void>;
}

/** Pickers answer null when the person calls them off. */
export interface FileAccess {
  pickFiles(): Promise<readonly ChosenFile[] | null>;
  /** The workbooks in a folder and below it. */
  pickFolder(): Promise<readonly ChosenFile[] | null>;
  /** `download`: the browser asks, or saves where it saves downloads. */
  pickSavePlace(name: string): Promise<SavePlace | 'download' | null>;
  pickFolderPlace(): Promise<FolderPlace | 'download' | null>;
  download(name: string, bytes: Uint8Array<ArrayBuffer>): void;
}

/** The File System Access API as far as it is used; TypeScript's DOM types leave the pickers out. */
interface Pickers {
  readonly showOpenFilePicker?: (options: object) => Promise<readonly FileSystemFileHandle[]>;
  readonly showSaveFilePicker?: (options: object) => Promise<FileSystemFileHandle>;
  readonly showDirectoryPicker?: (options: object) => Promise<FileSystemDirectoryHandle>;
}

const SHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const MACRO_SHEET = 'application/vnd.ms-excel.sheet.macroEnabled.12';

const pickers = (): Pickers => window as unknown as Pickers;

const isNamed = (reason: unknown, name: string): boolean =>
  reason instanceof DOMException && reason.name === name;

/** One picker at a time; the browser refuses a second with an error nobody would understand. */
const picker = { isOpen: false };

async function unlessCalledOff<T>(ask: () => Promise<T>): Promise<T | null> {
  if (picker.isOpen) return null;
  picker.isOpen = true;
  try {
    return await ask();
  } catch (reason) {
    if (isNamed(reason, 'AbortError')) return null;
    throw reason;
  } finally {
    picker.isOpen = false;
  }
}

const fromFile = (file: File): ChosenFile => ({
  name: file.webkitRelativePath === '' ? file.name : file.webkitRelativePath,
  file: () => Promise.resolve(file),
  handle: null,
});

const fromHandle = (handle: FileSystemFileHandle, name = handle.name): ChosenFile => ({
  name,
  file: () => handle.getFile(),
  handle,
});

/** The page's own input, pressed for the person; there is no event when it is called off in old browsers. */
function askInput(directory: boolean): Promise<readonly ChosenFile[] | null> {
  return new Promise((resolve) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.multiple = true;
    if (directory) input.webkitdirectory = true;
    else input.accept = EXTENSIONS.join(',');
    input.hidden = true;
    const end = (files: readonly ChosenFile[] | null): void => {
      input.remove();
      resolve(files);
    };
    input.addEventListener('cancel', () => end(null));
    input.addEventListener('change', () => end([...(input.files ?? [])].map(fromFile)));
    document.body.append(input);
    input.click();
  });
}

const onlyWorkbooks = (files: readonly ChosenFile[]): readonly ChosenFile[] =>
  files
    .filter(({ name }) => looksLikeWorkbook(name))
    .sort((one, other) => one.name.localeCompare(other.name, 'zh-CN'));

async function filesBelow(
  folder: FileSystemDirectoryHandle,
  path: string,
): Promise<readonly ChosenFile[]> {
  const found: ChosenFile[] = [];
  // TypeScript's DOM types know the iterator only in a library of its own.
  const entries = (folder as unknown as { values(): AsyncIterable<FileSystemHandle> }).values();
  for await (const entry of entries) {
    const name = path === '' ? entry.name : `${path}/${entry.name}`;
    if (entry.kind === 'file') found.push(fromHandle(entry as FileSystemFileHandle, name));
    else found.push(...(await filesBelow(entry as FileSystemDirectoryHandle, name)));
  }
  return found;
}

async function writeTo(
  handle: FileSystemFileHandle,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<void> {
  const stream = await handle.createWritable();
  await stream.write(bytes);
  await stream.close();
}

async function fileIn(
  folder: FileSystemDirectoryHandle,
  path: string,
): Promise<FileSystemFileHandle> {
  const steps = path.split('/');
  const name = steps.pop() ?? path;
  let at = folder;
  for (const step of steps) at = await at.getDirectoryHandle(step, { create: true });
  return at.getFileHandle(name, { create: true });
}

async function stands(folder: FileSystemDirectoryHandle, name: string): Promise<boolean> {
  try {
    await folder.getDirectoryHandle(name);
    return true;
  } catch (reason) {
    if (isNamed(reason, 'NotFoundError')) return false;
    // A file has the name.
    if (isNamed(reason, 'TypeMismatchError')) return true;
    throw reason;
  }
}

async function newFolderIn(folder: FileSystemDirectoryHandle, wanted: string): Promise<NewFolder> {
  let name = wanted;
  for (let number = 2; await stands(folder, name); number += 1) {
    name = `${wanted} (${String(number)})`;
  }
  const made = await folder.getDirectoryHandle(name, { create: true });
  return { name, write: async (path, bytes) => writeTo(await fileIn(made, path), bytes) };
}

export function download(name: string, bytes: Uint8Array<ArrayBuffer>): void {
  const url = URL.createObjectURL(new Blob([bytes], { type: 'application/octet-stream' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The download reads the address after this turn.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

export const browserFiles: FileAccess = {
  pickFiles: async () => {
    const { showOpenFilePicker } = pickers();
    if (!showOpenFilePicker) return askInput(false);
    const types = [{ accept: { [SHEET]: [...EXTENSIONS] } }];
    const handles = await unlessCalledOff(() => showOpenFilePicker({ multiple: true, types }));
    return handles?.map((handle) => fromHandle(handle)) ?? null;
  },
  pickFolder: async () => {
    const { showDirectoryPicker } = pickers();
    if (!showDirectoryPicker) {
      const files = await askInput(true);
      return files && onlyWorkbooks(files);
    }
    const folder = await unlessCalledOff(() => showDirectoryPicker({ mode: 'read' }));
    return folder && onlyWorkbooks(await filesBelow(folder, ''));
  },
  pickSavePlace: async (name) => {
    const { showSaveFilePicker } = pickers();
    if (!showSaveFilePicker) return 'download';
    const accept = name.toLowerCase().endsWith('.xlsm')
      ? { [MACRO_SHEET]: ['.xlsm'] }
      : { [SHEET]: ['.xlsx'] };
    const handle = await unlessCalledOff(() =>
      showSaveFilePicker({ suggestedName: baseName(name), types: [{ accept }] }),
    );
    return handle && { name: handle.name, write: (bytes) => writeTo(handle, bytes) };
  },
  pickFolderPlace: async () => {
    const { showDirectoryPicker } = pickers();
    if (!showDirectoryPicker) return 'download';
    const folder = await unlessCalledOff(() => showDirectoryPicker({ mode: 'readwrite' }));
    return folder && { newFolder: (name) => newFolderIn(folder, name) };
  },
  download,
};

/** What was dropped: files to be opened, a folder to be scored, reports to be checked. */
export interface Dropped {
  readonly files: readonly ChosenFile[];
  /** Null: none is to be scored as a whole. */
  readonly folder: readonly ChosenFile[] | null;
  readonly reports: readonly ChosenFile[];
}

/** More workbooks of a folder are scored together, not opened beside their reports. */
const MOST_OPENED = 12;

/**
 * What becomes of loose files and of those in folders (null: there was no folder). A folder of reports
 * and their tables is no batch: each table is opened, for its report to be held against.
 */
export function sortedDrop(
  loose: readonly ChosenFile[],
  inFolders: readonly ChosenFile[] | null,
): Dropped {
  const isReport = ({ name }: ChosenFile): boolean => looksLikeReport(name);
  const reports = [...loose, ...(inFolders ?? [])].filter(isReport);
  const files = loose.filter((file) => !isReport(file));
  const books = inFolders && onlyWorkbooks(inFolders);
  const areOpened =
    (inFolders ?? []).some(isReport) && books !== null && books.length <= MOST_OPENED;
  return areOpened
    ? { files: [...files, ...books], folder: null, reports }
    : { files, folder: books, reports };
}

/** Must be called in the drop event itself: its items are gone afterwards. */
export function readDrop(transfer: DataTransfer): Promise<Dropped> {
  const items = [...transfer.items].filter(({ kind }) => kind === 'file');
  const entries = items.map((item) => ({
    entry: item.webkitGetAsEntry(),
    handle: handleOf(item),
    file: item.getAsFile(),
  }));
  return collect(entries);
}

interface DroppedItem {
  readonly entry: FileSystemEntry | null;
  readonly handle: Promise<FileSystemHandle | null>;
  readonly file: File | null;
}

async function collect(items: readonly DroppedItem[]): Promise<Dropped> {
  const files: ChosenFile[] = [];
  const folder: ChosenFile[] = [];
  let folders = 0;
  for (const { entry, handle, file } of items) {
    if (entry?.isDirectory) {
      folders += 1;
      folder.push(...(await entriesBelow(entry as FileSystemDirectoryEntry)));
    } else {
      const kept = await handle;
      if (kept?.kind === 'file') files.push(fromHandle(kept as FileSystemFileHandle));
      else if (file) files.push(fromFile(file));
    }
  }
  return sortedDrop(files, folders > 0 ? folder : null);
}

function handleOf(item: DataTransferItem): Promise<FileSystemHandle | null> {
  const { getAsFileSystemHandle } = item as DataTransferItem & {
    readonly getAsFileSystemHandle?: () => Promise<FileSystemHandle | null>;
  };
  if (!getAsFileSystemHandle) return Promise.resolve(null);
  return getAsFileSystemHandle.call(item).catch(() => null);
}

async function entriesBelow(folder: FileSystemDirectoryEntry): Promise<readonly ChosenFile[]> {
  const reader = folder.createReader();
  const found: ChosenFile[] = [];
  // A reader gives about a hundred entries at a time, and none when it is done.
  for (;;) {
    const some = await new Promise<readonly FileSystemEntry[]>((resolve, reject) => {
      reader.readEntries(resolve, reject);
    });
    if (some.length === 0) return found;
    for (const entry of some) {
      if (entry.isDirectory) found.push(...(await entriesBelow(entry as FileSystemDirectoryEntry)));
      else found.push(fromEntry(entry as FileSystemFileEntry));
    }
  }
}

const fromEntry = (entry: FileSystemFileEntry): ChosenFile => ({
  name: entry.fullPath.replace(/^\//, ''),
  file: () => new Promise((resolve, reject) => entry.file(resolve, reject)),
  handle: null,
});
