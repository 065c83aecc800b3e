/** What a workbook may cost before it is refused. Sizes are bytes after inflating unless said. */
export interface Limits {
  /** Size of the file itself. */
  readonly fileBytes: number;
  readonly entries: number;
  /** One part. */
  readonly partBytes: number;
  /** All parts as declared, read or not. */
  readonly totalBytes: number;
  /** The parts actually inflated for one workbook. */
  readonly readBytes: number;
  /** Inflated size over compressed size of one part… */
  readonly ratio: number;
  /** …looked at only above this inflated size: a million like rows compress extremely well. */
  readonly ratioGraceBytes: number;
  /** Rows of all sheets, and in each the cells up to its last stored one, or the sheet's. */
  readonly cells: number;
  /** Nesting of elements in a part. */
  readonly xmlDepth: number;
  readonly sheets: number;
}

export const DEFAULT_LIMITS: Limits = {
  fileBytes: 128 * 1024 * 1024,
  entries: 10_000,
  partBytes: 96 * 1024 * 1024,
  totalBytes: 512 * 1024 * 1024,
  readBytes: 160 * 1024 * 1024,
  ratio: 200,
  ratioGraceBytes: 60 * 1024 * 1024,
  cells: 6_000_000,
  xmlDepth: 256,
  sheets: 1024,
};
