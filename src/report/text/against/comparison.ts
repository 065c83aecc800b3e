import type { CellRef } from '../../../model/grid';
import { listed, type Language } from '../../../texts/catalogue';
import type { Statement } from '../facts/statement';

export type ComparedKind =
  | 'total'
  | 'grade'
  | 'project'
  | 'department'
  | 'unit'
  | 'year'
  | 'budget'
  | 'spending'
  | 'rate'
  | 'indicator'
  | 'target'
  | 'row-score'
  | 'achievement'
  | 'goal'
  | 'level-score';

/** Where a report tells a fact. */
export interface ToldAt {
  readonly statement: Statement;
  readonly at: number;
}

/** A fact of the table at one place of the report that tells it; `told` is null where none does. */
export interface Comparison {
  readonly kind: ComparedKind;
  /** As the form names it. */
  readonly fact: string;
  readonly cell: CellRef | null;
  readonly told: ToldAt | null;
  readonly verdict: 'same' | 'differs' | 'not-told';
  readonly expected: string | number;
  readonly found: string | number;
  /** What `expected` or `found` is a list of, where a reader's language is to list it. */
  readonly lists?: Partial<Readonly<Record<'expected' | 'found', readonly string[]>>>;
  /** Of a row: its 分值, not what it was given. */
  readonly isWeight?: boolean;
  /** False where the words may be of something else: then it is asked, not claimed. */
  readonly sure: boolean;
  /** Nearly all words around it are those of its row's name. */
  readonly close?: boolean;
}

/** The value of the form or of the report, several figures as the language lists them. */
export function valueIn(
  comparison: Comparison,
  side: 'expected' | 'found',
  language: Language,
): string | number {
  const list = comparison.lists?.[side];
  return list ? listed(list, language) : comparison[side];
}

/** A fact of the table that the report tells nowhere. */
export const notTold = (
  kind: ComparedKind,
  fact: string,
  cell: CellRef | null,
  expected: string | number,
): Comparison => ({
  kind,
  fact,
  cell,
  told: null,
  verdict: 'not-told',
  expected,
  found: '',
  sure: true,
});
