import { baseName } from './file-names';
import type { ChosenFile } from './file-access';

/** Where a book's content comes from. */
export interface Source {
  readonly name: string;
  readonly bytes: () => Promise<Uint8Array>;
  readonly handle: FileSystemFileHandle | null;
  readonly example?: boolean;
  /** The draft it is recovered from, of a window that is gone; it was never saved. */
  readonly draft?: string;
}

export function sourceOf(chosen: ChosenFile): Source {
  return {
    name: baseName(chosen.name),
    bytes: async () => new Uint8Array(await (await chosen.file()).arrayBuffer()),
    handle: chosen.handle,
  };
}
