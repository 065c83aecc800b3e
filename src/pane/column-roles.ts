import type { ColumnRole, TableKind } from '../model/table';

/** The columns that can be named by hand, in the order of the forms. */
export const CORRECTABLE = {
  target: [
    'level1',
    'level2',
    'name',
    'sign',
    'target',
    'unit',
    'actual',
    'weight',
    'score',
    'reason',
  ],
  rubric: ['level1', 'level2', 'name', 'criteria', 'weight', 'score', 'reason'],
} as const satisfies Readonly<Record<TableKind, readonly ColumnRole[]>>;

export const CORRECTABLE_ROLES = [...new Set([...CORRECTABLE.target, ...CORRECTABLE.rubric])];
