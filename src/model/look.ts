import type { CellRef } from './grid';
import type { SheetSnapshot } from './snapshot';

/** Colours are `#rrggbb`. Font sizes are points; widths and heights CSS pixels at 96 per inch. */
export interface BorderLook {
  readonly style: 'hair' | 'thin' | 'medium' | 'thick' | 'dashed' | 'dotted' | 'double';
  readonly colour: string;
}

/** How a cell looks. Null: as the workbook's default. */
export interface CellLook {
  readonly font: string | null;
  readonly size: number | null;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly underline: boolean;
  readonly strike: boolean;
  readonly colour: string | null;
  readonly fill: string | null;
  readonly horizontal: 'left' | 'center' | 'right' | 'justify' | null;
  readonly vertical: 'top' | 'middle' | 'bottom' | null;
  readonly wrap: boolean;
  /** Steps of about three characters. */
  readonly indent: number;
  /** Number format code; null for General. */
  readonly format: string | null;
  readonly top: BorderLook | null;
  readonly right: BorderLook | null;
  readonly bottom: BorderLook | null;
  readonly left: BorderLook | null;
}

export interface NoteLook {
  readonly cell: CellRef;
  readonly text: string;
}

/** One sheet as a grid shows it: what SheetSnapshot says of its cells, and how they look. */
export interface SheetView extends Omit<SheetSnapshot, 'formats'> {
  /** Dense indexes into `BookView.looks`; also cells without content have a look. */
  readonly looks: readonly (readonly number[])[];
  readonly notes: readonly NoteLook[];
  readonly defaultWidth: number;
  readonly defaultHeight: number;
  /** By index; absent: the default. A hidden row or column keeps its size here. */
  readonly widths: ReadonlyMap<number, number>;
  readonly heights: ReadonlyMap<number, number>;
  readonly frozenRows: number;
  readonly frozenColumns: number;
  readonly gridLines: boolean;
}

/** Something a workbook holds that the grid does not show; it stays in the file untouched. */
export interface Unshown {
  readonly kind:
    | 'chart'
    | 'image'
    | 'drawing'
    | 'macros'
    | 'pivot-table'
    | 'threaded-comment'
    | 'conditional-format'
    | 'data-validation'
    | 'table'
    | 'external-link'
    | 'control';
  /** Null: of the whole workbook. */
  readonly sheet: string | null;
  readonly count: number;
}

/** A workbook as a grid shows it. Plain data that can be sent between threads. */
export interface BookView {
  readonly revision: string;
  readonly date1904: boolean;
  /** Item 0 is the default look. */
  readonly looks: readonly CellLook[];
  readonly sheets: readonly SheetView[];
  readonly unshown: readonly Unshown[];
}
