import type { CellRef } from '../model/grid';
import type { Degradation, Patch, PatchReport } from '../model/patch';
import type { Snapshot } from '../model/snapshot';

export interface HostCapabilities {
  readonly notes: boolean;
  readonly editEvents: boolean;
  /**
   * Merged areas can be read. Where not, snapshots have none, and a cell that turns out to be hidden
   * under one is named in the report (`cell-not-kept`) rather than refused beforehand.
   */
  readonly merges: boolean;
  /** A write clears the program's own undo history, Ctrl+Z: Excel before ExcelApi 1.19. */
  readonly clearsHistory?: boolean;
}

/** What whoever waits for a write wants to see and may still stop. */
export interface ApplyHooks {
  /** Steps done of all; only ever grows. */
  readonly onProgress?: (done: number, total: number) => void;
  /** Asked before the first cell is touched, never after; true ends with Failure `cancelled`. */
  readonly cancelled?: () => boolean;
  /** Nobody asked for it: it follows from an edit, and comes again by itself. */
  readonly unasked?: boolean;
}

/** What whoever takes a write back wants to know besides. */
export interface UndoHooks {
  /** Called with what was not taken back because nobody can be sure of it; only if there is any. */
  readonly onLeft?: (left: readonly Degradation[]) => void;
}

/** Where an edit was made: at this program, or by somebody else who has the same workbook open. */
export type EditFrom = 'here' | 'elsewhere';

/** The only way the engine's results reach a workbook. */
export interface HostPort {
  readonly capabilities: HostCapabilities;
  /** One bulk read. */
  read(): Promise<Snapshot>;
  /**
   * One bulk write, validated in full before the first cell is touched.
   * @throws Failure `stale-snapshot` when the workbook changed since `patch.revision`.
   */
  apply(patch: Patch, hooks?: ApplyHooks): Promise<PatchReport>;
  /** Only marks dirty; the engine re-reads. Returns the function that stops listening. */
  onEdit(callback: (from?: EditFrom) => void): () => void;
  /** Tells that another cell was selected: nobody types into the last one any more. */
  onSelect?(callback: () => void): () => void;
  /** Shows a cell to the person and selects it; absent where there is nothing to show it in. */
  select?(sheet: string, cell: CellRef): Promise<void>;
  /**
   * Takes back the last `apply` with whatever was only remembered since (`remembersOnly`), which is
   * no step of its own; false where there is none. Absent where the host cannot.
   */
  undo?(hooks?: UndoHooks): boolean | Promise<boolean>;
}
