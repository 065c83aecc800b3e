import type { ColumnRole, ContentsReason, RowReason, Table, TableEvidence } from '../model/table';

/** What recognition decided of a table and on what evidence, in words of the form and fixed codes. */
export interface WhyJson {
  /** For what the table was taken; what spoke for each reading, and how much. */
  readonly kind: readonly TableEvidence[];
  /** Per column: the head as read, what told its role, and how sure that is (0…1). */
  readonly columns: Readonly<
    Partial<
      Record<
        ColumnRole,
        {
          readonly head: string;
          readonly by: 'head' | ContentsReason;
          readonly confidence: number;
        }
      >
    >
  >;
  /** How many rows were taken for what. */
  readonly rows: {
    readonly indicators: number;
    readonly parts: number;
    readonly levels: number;
    readonly subtotals: number;
    readonly templates: number;
    readonly total: boolean;
    /** Sums and levels: the row, what told it, and how sure that is (0…1). */
    readonly decided: readonly {
      readonly row: number;
      readonly as: 'total' | 'subtotal' | 'level';
      readonly by: readonly RowReason[];
      readonly confidence: number;
    }[];
  };
}

/** @param order the roles in the order in which they are listed */
export function whyJson(table: Table, order: readonly ColumnRole[]): WhyJson {
  const columns: WhyJson['columns'] = Object.fromEntries(
    order.flatMap((role) => {
      const column = table.columns[role];
      if (!column) return [];
      const { label, told, confidence } = column;
      return [[role, { head: label, by: told ?? 'head', confidence }]];
    }),
  );
  const parts = table.indicators.filter(({ parent }) => parent !== null).length;
  return {
    kind: table.evidence.map(({ what, points, seen }) => ({ what, points, seen })),
    columns,
    rows: {
      indicators: table.indicators.length - parts,
      parts,
      levels: table.groups.length,
      subtotals: table.subtotals.length,
      templates: table.templateRows.length,
      total: table.total !== null,
      decided: table.decided.flatMap(({ row, kind, by, confidence }) =>
        kind === 'note' ? [] : [{ row: row + 1, as: kind, by, confidence }],
      ),
    },
  };
}
