import { remembersOnly, type Patch, type PatchReport } from '../../model/patch';
import type { Snapshot } from '../../model/snapshot';
import {
  openWorkbook,
  openXlsx,
  type OpenedWorkbook,
  type OpenOptions,
  type WorkbookFormat,
} from '../../xlsx/open';
import type { Deflate } from '../../xlsx/write/write-package';
import type { HostPort } from '../port';

export interface FileHostOptions extends OpenOptions {
  readonly deflate?: Deflate;
}

/** A workbook held as the bytes of a file. */
export interface FileHost extends HostPort {
  /** What the file was when it was opened. */
  readonly format: WorkbookFormat;
  /** It was .xls or .et; `bytes()` are an .xlsx made of what was read. */
  readonly converted: boolean;
  /** The file as it stands now. */
  bytes(): Uint8Array;
  /** Goes back to exactly the bytes before the last `apply`; false where there is none. */
  undo(): boolean;
}

/**
 * Opens a file as a host. Nothing is written anywhere but into memory.
 * @throws Failure as `openWorkbook`.
 */
export async function createFileHost(
  bytes: Uint8Array,
  options: FileHostOptions = {},
): Promise<FileHost> {
  const first = await openWorkbook(bytes, options);
  const history: Uint8Array[] = [];
  let current: OpenedWorkbook | null = first;
  let content = first.package.bytes;

  const opened = (): OpenedWorkbook => (current ??= openXlsx(content, options));
  const replace = (next: Uint8Array): void => {
    if (next === content) return;
    content = next;
    current = null;
  };

  return {
    capabilities: {
      notes: true,
      editEvents: false,
      merges: true,
    },
    format: first.format,
    converted: first.converted,
    bytes: () => content,
    read: (): Promise<Snapshot> => attempt(() => opened().snapshot),
    apply: async (patch: Patch): Promise<PatchReport> => {
      const { applyPatch } = await import('../../xlsx/write/apply');
      const { deflate } = options;
      const applied = applyPatch(opened(), patch, deflate ? { deflate } : {});
      if (!remembersOnly(patch)) history.push(content);
      replace(applied.bytes);
      return applied.report;
    },
    undo: () => {
      const before = history.pop();
      if (!before) return false;
      replace(before);
      return true;
    },
    onEdit: () => () => undefined,
  };
}

/** What goes wrong comes out as a rejection, as in hosts that really wait. */
function attempt<T>(work: () => T): Promise<T> {
  return new Promise((resolve) => {
    resolve(work());
  });
}
