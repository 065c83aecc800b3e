import type { HeadingStyle } from '../read-report';

/** A paragraph of a document as it was read, or a row of a table. */
export interface SourceParagraph {
  /** With the number that Word itself sets before it; a row's cells are joined by `|`. */
  readonly text: string;
  /** The level of its heading style or outline; null for text. */
  readonly level: HeadingStyle | null;
  /** The cells of a table's row; null outside of tables. */
  readonly cells: readonly string[] | null;
}

export const textParagraph = (text: string): SourceParagraph => ({
  text,
  level: null,
  cells: null,
});

export const rowParagraph = (cells: readonly string[]): SourceParagraph => ({
  text: cells.join(' | '),
  level: null,
  cells,
});
