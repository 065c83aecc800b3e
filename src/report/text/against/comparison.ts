import type { CellRef } from '../../../model/grid';
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
  /** False where the words may be of something else: then it is asked, not claimed. */
  readonly sure: boolean;
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
