import type { CellRef, Range } from '../../model/grid';
import type { CellValue, SheetSnapshot } from '../../model/snapshot';

/** What we take over from an old binary workbook, ready to be written as .xlsx. */

export type LegacyBorder =
  | 'thin'
  | 'medium'
  | 'dashed'
  | 'dotted'
  | 'thick'
  | 'double'
  | 'hair'
  | 'mediumDashed'
  | 'dashDot'
  | 'mediumDashDot'
  | 'dashDotDot'
  | 'mediumDashDotDot'
  | 'slantDashDot';

export interface LegacyFont {
  readonly name: string;
  /** Points. */
  readonly size: number;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly underline: boolean;
  readonly strike: boolean;
  /** `RRGGBB`; null: automatic. */
  readonly color: string | null;
}

export interface LegacyStyle {
  /** Number format code; null for General. */
  readonly format: string | null;
  readonly font: LegacyFont | null;
  /** `RRGGBB` of a fill; null without. */
  readonly fill: string | null;
  /** Left, right, top, bottom. */
  readonly borders: readonly (LegacyBorder | null)[];
  readonly horizontal: string | null;
  readonly vertical: string | null;
  readonly wrap: boolean;
}

export interface LegacyCell {
  readonly column: number;
  readonly value: CellValue;
  /** Without `=`. */
  readonly formula: string | null;
  /** Range of the array formula whose first cell this is; null for a plain formula. */
  readonly arrayRange: string | null;
  readonly style: LegacyStyle;
}

export interface LegacyRow {
  readonly row: number;
  /** Points; null: default. */
  readonly height: number | null;
  readonly hidden: boolean;
  readonly cells: readonly LegacyCell[];
}

export interface LegacyColumn {
  readonly column: number;
  /** Characters of the default font; null: default. */
  readonly width: number | null;
  readonly hidden: boolean;
}

export interface LegacyNote {
  readonly cell: CellRef;
  readonly author: string;
  readonly text: string;
}

export interface LegacySheet {
  readonly name: string;
  readonly visibility: SheetSnapshot['visibility'];
  readonly protected: boolean;
  readonly rows: readonly LegacyRow[];
  readonly columns: readonly LegacyColumn[];
  readonly merges: readonly Range[];
  readonly notes: readonly LegacyNote[];
}

export interface LegacyName {
  readonly name: string;
  /** What it stands for, without `=`. */
  readonly ref: string;
  /** 0-based position of the sheet it belongs to; null: the workbook. */
  readonly sheet: number | null;
}

export interface LegacyBook {
  readonly date1904: boolean;
  readonly names: readonly LegacyName[];
  readonly sheets: readonly LegacySheet[];
}

export const PLAIN_STYLE: LegacyStyle = {
  format: null,
  font: null,
  fill: null,
  borders: [null, null, null, null],
  horizontal: null,
  vertical: null,
  wrap: false,
};
