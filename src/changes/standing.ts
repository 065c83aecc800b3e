import type { CellRef } from '../model/grid';
import type { Snapshot } from '../model/snapshot';
import type { Fill } from './fill-memory';

/** A cell by the id its sheet has in the host, and by name for the answer. */
export interface AskedCell {
  readonly sheetId: string;
  readonly sheet: string;
  readonly cell: CellRef;
  /** It lies hidden under a merge, where no note can be. */
  readonly onlyFill?: true;
}

/** What stands on cells: keys are `附表!G5`. */
export interface Standing {
  readonly fills: ReadonlyMap<string, Fill>;
  readonly notes: ReadonlyMap<string, string>;
}

/** The workbook a patch is planned for, as the host read it. */
export interface StandingBook {
  readonly snapshot: Snapshot;
  readonly list: {
    /** All sheets, those included that are not in the snapshot. */
    readonly sheets: readonly { readonly name: string }[];
    readonly structureProtected: boolean;
  };
}
