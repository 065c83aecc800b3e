import type { Patch, PatchReport } from '../model/patch';
import type { Snapshot } from '../model/snapshot';

export interface HostCapabilities {
  readonly notes: boolean;
  readonly threadedComments: boolean;
  readonly charts: boolean;
  readonly undoGroup: boolean;
  readonly editEvents: boolean;
}

/** The only way the engine's results reach a workbook. */
export interface HostPort {
  readonly capabilities: HostCapabilities;
  /** One bulk read. */
  read(): Promise<Snapshot>;
  /**
   * One bulk write, validated in full before the first cell is touched.
   * @throws Failure `stale-snapshot` when the workbook changed since `patch.revision`.
   */
  apply(patch: Patch): Promise<PatchReport>;
  /** Only marks dirty; the engine re-reads. Returns the function that stops listening. */
  onEdit(callback: () => void): () => void;
}
