import { Failure, isFailure } from '../../../model/failure';
import type { BatchRow } from '../worker/protocol';
import type { ChosenFile } from '../files/file-access';

export type BatchState =
  | { readonly kind: 'none' }
  | { readonly kind: 'reading' }
  | { readonly kind: 'running'; readonly done: number; readonly total: number }
  | { readonly kind: 'failed'; readonly failure: Failure }
  | {
      readonly kind: 'done';
      readonly rows: readonly BatchRow[];
      readonly files: readonly ChosenFile[];
      readonly writing: boolean;
    };

export const BATCH_COLUMNS = [
  'name',
  'project',
  'score',
  'weight',
  'executionRate',
  'grade',
  'errors',
  'warnings',
  'infos',
] as const;

export type BatchColumn = (typeof BATCH_COLUMNS)[number];

export interface BatchOrder {
  readonly column: BatchColumn;
  readonly descending: boolean;
}

export interface BatchFilter {
  readonly text: string;
  readonly only: 'all' | 'errors' | 'failed' | 'incomplete';
}

const GRADES = ['优', '良', '中', '差'];

type SortKey = string | number | null;

function keyOf(row: BatchRow, column: BatchColumn): SortKey {
  if (column !== 'grade') return row[column];
  const at = GRADES.indexOf(row.grade ?? '');
  return row.grade === null || at < 0 ? row.grade : at;
}

function compare(one: SortKey, other: SortKey): number {
  if (typeof one === 'number' && typeof other === 'number') return one - other;
  return String(one).localeCompare(String(other), 'zh-CN', { numeric: true });
}

/** In the order asked for; rows without a value come last whichever way it goes. */
export function ordered(rows: readonly BatchRow[], order: BatchOrder | null): readonly BatchRow[] {
  if (order === null) return rows;
  const { column, descending } = order;
  return [...rows].sort((a, b) => {
    const one = keyOf(a, column);
    const other = keyOf(b, column);
    if (one === null || other === null) return Number(one === null) - Number(other === null);
    return descending ? compare(other, one) : compare(one, other);
  });
}

const ONLY: Readonly<Record<BatchFilter['only'], (row: BatchRow) => boolean>> = {
  all: () => true,
  errors: ({ errors }) => errors > 0,
  failed: ({ failure }) => failure !== null,
  incomplete: ({ failure, score }) => failure === null && score === null,
};

export function filtered(
  rows: readonly BatchRow[],
  { text, only }: BatchFilter,
): readonly BatchRow[] {
  const wanted = text.trim().toLowerCase();
  return rows.filter(
    (row) =>
      ONLY[only](row) &&
      (wanted === '' || `${row.name} ${row.project ?? ''}`.toLowerCase().includes(wanted)),
  );
}

export interface BatchFigures {
  readonly projects: number;
  readonly files: number;
  readonly failed: number;
  readonly withErrors: number;
  /** Projects complete enough for a grade. */
  readonly graded: number;
  /** Of those; null where there is none. */
  readonly meanScore: number | null;
}

export function figuresOf(rows: readonly BatchRow[]): BatchFigures {
  const scores = rows.flatMap(({ score, grade }) =>
    score === null || grade === null ? [] : [score],
  );
  return {
    projects: rows.filter(({ failure }) => failure === null).length,
    files: new Set(rows.map(({ name }) => name)).size,
    failed: rows.filter(({ failure }) => failure !== null).length,
    withErrors: rows.filter(({ errors }) => errors > 0).length,
    graded: scores.length,
    meanScore:
      scores.length === 0
        ? null
        : Math.round((scores.reduce((sum, one) => sum + one, 0) / scores.length) * 100) / 100,
  };
}

/** The reason a file of a batch could not be scored, as a text can be made of it. */
export function failureOf({ failure }: BatchRow): Failure | null {
  if (failure === null) return null;
  const data = Object.fromEntries(
    Object.entries(failure.data).filter(
      (entry): entry is [string, string | number] =>
        typeof entry[1] === 'string' || typeof entry[1] === 'number',
    ),
  );
  return new Failure(failure.code, data);
}

export const wasCalledOff = (reason: unknown): boolean =>
  isFailure(reason) && reason.code === 'cancelled';
