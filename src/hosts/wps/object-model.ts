/**
 * As much of WPS 表格's object model as the host uses, narrower than et-jsapi-declare and true
 * where that is not: what a range answers is `unknown` until its shape was looked at. Collections
 * are reached by `Item`, from 1; parameterised properties are functions.
 */
export interface EtApplication {
  readonly ActiveWorkbook: EtWorkbook | null | undefined;
  ScreenUpdating: boolean;
  EnableEvents: boolean;
  DisplayAlerts: boolean;
  readonly ActiveWindow?: EtWindow | null;
  readonly WorksheetFunction?: { CountA(range: EtRange): unknown };
  readonly ApiEvent?: {
    AddApiEventListener(name: string, listener: EtListener): void;
    RemoveApiEventListener(name: string, listener: EtListener): void;
  };
}

export type EtListener = (sheet: unknown, range: unknown) => void;

export interface EtWindow {
  SplitRow: number;
  SplitColumn: number;
  FreezePanes: boolean;
  DisplayGridlines: boolean;
}

export interface EtWorkbook {
  readonly FullName: string;
  readonly Date1904: unknown;
  readonly ReadOnly: unknown;
  readonly ProtectStructure: unknown;
  readonly ActiveSheet: EtSheet;
  readonly Worksheets: {
    readonly Count: number;
    Item(key: number | string): EtSheet;
    Add(before?: EtSheet, after?: EtSheet): EtSheet;
  };
  readonly CustomXMLParts?: EtXmlParts;
}

export interface EtXmlParts {
  readonly Count: number;
  Item(index: number): EtXmlPart;
  Add(xml: string): EtXmlPart;
}

export interface EtXmlPart {
  readonly NamespaceURI: unknown;
  readonly XML: unknown;
  Delete(): void;
}

export interface EtNote {
  readonly Parent: Pick<EtRange, 'Address'>;
  Text(): unknown;
}

export interface EtSheet {
  Name: string;
  Visible: unknown;
  readonly ProtectContents: unknown;
  readonly ProtectDrawingObjects: unknown;
  readonly Protection?: { readonly AllowFormattingCells: unknown } | null;
  readonly UsedRange: EtRange;
  readonly Comments: { readonly Count: number; Item(index: number): EtNote };
  readonly Shapes: EtShapes;
  readonly Hyperlinks: {
    Add(anchor: EtRange, address: string, place: string, tip?: string, text?: string): unknown;
  };
  readonly PageSetup: {
    Orientation: number;
    /** Percent; false: by the pages below. */
    Zoom: number | boolean;
    FitToPagesWide: number | boolean;
    FitToPagesTall: number | boolean;
  };
  Range(address: string): EtRange;
  ChartObjects(): { readonly Count: number; Item(index: number): { Name: string; Delete(): void } };
  Activate(): void;
  Delete(): void;
}

export interface EtShapes {
  readonly Count: number;
  AddChart2(
    style: number,
    kind: number,
    left: number,
    top: number,
    width: number,
    height: number,
  ): { Name: string; readonly Chart: EtChart; Delete(): void };
}

export interface EtChart {
  HasTitle: boolean;
  readonly ChartTitle: { Text: string };
  SetSourceData(range: EtRange, by?: number): void;
  SeriesCollection(): { readonly Count: number; Item(index: number): { Name: string } };
}

export interface EtRange {
  Value2: unknown;
  Formula: unknown;
  NumberFormat: unknown;
  readonly Locked: unknown;
  readonly MergeCells: unknown;
  readonly MergeArea: EtRange;
  readonly Left: number;
  readonly Top: number;
  readonly Width: number;
  readonly Height: number;
  readonly Interior: EtInterior;
  readonly Font: { Bold: boolean; Underline: number; Size: number; Color: number };
  readonly Borders: { LineStyle: number; Color: number };
  readonly EntireRow: { readonly Hidden: unknown; AutoFit(): void };
  readonly EntireColumn: { readonly Hidden: unknown; ColumnWidth: number };
  readonly Comment: { Text(): unknown; Delete(): void } | null | undefined;
  HorizontalAlignment: number;
  VerticalAlignment: number;
  WrapText: unknown;
  Address(rowAbsolute?: boolean, columnAbsolute?: boolean): unknown;
  AddComment(text: string): unknown;
  Merge(): void;
  UnMerge(): void;
  Clear(): void;
  Select(): void;
}

export interface EtInterior {
  Color: unknown;
  Pattern: unknown;
  PatternColor: unknown;
}
