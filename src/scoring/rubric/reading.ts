import type { Span } from './steps';

/** What a standard gives for the facts of a row, and how it was read. */
export interface Reading {
  /** Points, unrounded; both the same where only one reading is right. */
  readonly span: Span;
  /** The rule that spoke, as printed. */
  readonly rule: string;
  /** The fact it was held against. */
  readonly fact: string;
  /** The sum, in signs: `5 − 1.5`; `''` where there is none. */
  readonly sum: string;
}

export const isExact = ({ span: [low, high] }: Reading): boolean => low === high;
