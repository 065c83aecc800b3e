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

/** What a protected sheet lets through; the words are those of Excel's own dialogue. */
export interface SheetProtection {
  /** Of the cells that were asked about those that are locked, `附表!G5`. */
  readonly locked: ReadonlySet<string>;
  /** 设置单元格格式. */
  readonly fills: boolean;
  /** 编辑对象. */
  readonly notes: boolean;
}

/** What stands on cells: keys are `附表!G5`. */
export interface Standing {
  readonly fills: ReadonlyMap<string, Fill>;
  readonly notes: ReadonlyMap<string, string>;
  /** Of the cells that get a long text those that are not broken into lines. */
  readonly oneLine?: ReadonlySet<string>;
  /** By name of the protected sheets that are written to; one that is missing lets nothing through. */
  readonly protection?: ReadonlyMap<string, SheetProtection>;
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
