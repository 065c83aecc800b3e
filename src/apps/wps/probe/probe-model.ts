import type { WpsProgram } from '../application';

/**
 * The object model as the probe touches it: raw members, of which it is not known whether they are
 * there or what they give. Answers are `unknown` on purpose; they are what the probe is for.
 */
export interface ProbeApplication extends WpsProgram {
  readonly Name: unknown;
  readonly Version: unknown;
  readonly Build: unknown;
  readonly Path: unknown;
  readonly OperatingSystem: unknown;
  readonly Workbooks: {
    readonly Count: number;
    Add(): ProbeBook;
    Open?(path: string): ProbeBook;
  };
  ScreenUpdating: unknown;
  EnableEvents: unknown;
  DisplayAlerts: unknown;
  Calculation: unknown;
  readonly Undo?: () => unknown;
  readonly OnUndo?: unknown;
  readonly ribbonUI?: unknown;
  readonly ApiEvent?: {
    AddApiEventListener(name: string, callback: (...given: unknown[]) => void): void;
    RemoveApiEventListener?(name: string, callback: (...given: unknown[]) => void): void;
  };
  readonly FileSystem?: ProbeFiles;
}

export interface ProbeFiles {
  WriteFile(path: string, text: string): boolean;
  ReadFile?(path: string): unknown;
  ReadFileAsArrayBuffer?(path: string): unknown;
  Exists?(path: string): unknown;
  Remove?(path: string): unknown;
  tmpdir?(): unknown;
}

export interface ProbeBook {
  readonly Name: string;
  readonly FullName: string;
  readonly Path: string;
  Saved: boolean;
  readonly Date1904: unknown;
  readonly Worksheets: {
    readonly Count: number;
    Item(index: number): ProbeSheet;
    Add(before?: ProbeSheet, after?: ProbeSheet): ProbeSheet;
  };
  readonly CustomXMLParts?: ProbeParts;
  readonly CustomDocumentProperties?: ProbeProperties;
  Activate?(): void;
  Close(save: boolean): void;
  SaveCopyAs?(path: string): void;
}

export interface ProbeParts {
  readonly Count: number;
  Add(xml: string): ProbePart;
  Item(index: number): ProbePart;
  SelectByNamespace?(uri: string): { readonly Count: number; Item(index: number): ProbePart };
}

export interface ProbePart {
  readonly XML: unknown;
  Delete(): void;
}

export interface ProbeProperties {
  readonly Count: number;
  Add(name: string, linked: boolean, type: number, value: string): unknown;
  Item(name: string): { readonly Value: unknown; Delete(): void };
}

export interface ProbeSheet {
  Name: string;
  Visible: unknown;
  readonly UsedRange: ProbeRange;
  AutoFilterMode?: unknown;
  Range(address: string): ProbeRange;
  readonly ProtectDrawingObjects?: unknown;
  readonly Protection?: { readonly AllowFormattingCells: unknown } | null;
  Protect(): void;
  Unprotect(): void;
  Delete(): void;
  readonly Shapes: {
    AddChart2?(
      style: number,
      kind: number,
      left: number,
      top: number,
      width: number,
      height: number,
    ): { readonly Chart: ProbeChart };
  };
  ChartObjects(): { readonly Count: unknown };
}

export interface ProbeChart {
  SetSourceData(range: ProbeRange): void;
  HasTitle: boolean;
  readonly ChartTitle: { Text: string };
}

export interface ProbeRange {
  Value2: unknown;
  Formula: unknown;
  NumberFormat: unknown;
  readonly Text: unknown;
  Locked?: unknown;
  readonly MergeCells: unknown;
  readonly MergeArea: ProbeRange;
  readonly Rows: { readonly Count: number };
  readonly Columns: { readonly Count: number };
  readonly Interior: { Color: unknown; readonly ColorIndex: unknown; readonly Pattern: unknown };
  readonly EntireRow: { Hidden: unknown };
  readonly Comment: { Text(): unknown; Delete(): void } | null;
  AddComment(text: string): unknown;
  Address(rowAbsolute?: boolean, columnAbsolute?: boolean): unknown;
  Merge(): void;
  UnMerge(): void;
  Value(kind?: number): unknown;
  AutoFilter?(field: number, criterion: string): unknown;
}
