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
  /** Where it is one loss counted from a figure: 超3个百分点,扣1.5分. */
  readonly step?: StepTold;
}

export interface StepTold {
  /** Which side of its bound the figure lies on, where the fact does not itself tell the distance. */
  readonly side: 'over' | 'under' | null;
  /** In percentage points. */
  readonly distance: number;
  readonly lost: number;
}

export const isExact = ({ span: [low, high] }: Reading): boolean => low === high;
