import type { CellRef } from '../../model/grid';
import type { Degradation } from '../../model/patch';

/** The batch that is being filled: objects live only until it is sent. */
export interface Batch {
  readonly context: Excel.RequestContext;
  /** By name or id. */
  readonly sheet: (name: string) => Excel.Worksheet;
}

/** A part of a write that is sent in one piece. */
export interface Step {
  /** Characters it adds to the request, roughly and rather too many. */
  readonly size: number;
  /** What is said where it cannot be done; null: without it the write is not what was planned. */
  readonly otherwise: Degradation | null;
  /**
   * What it is a part of, the larger first, as 汇总表, 边框. Where it cannot be done, whatever
   * follows of the same part is left out as well; empty: nothing is.
   */
  readonly part: readonly string[];
  /** What is sent in its place where it cannot be done. */
  readonly instead?: readonly Step[];
  readonly enqueue: (batch: Batch) => void;
}

/** What one action with its object paths takes in a request. */
export const ACTION_SIZE = 600;

export const step = (size: number, enqueue: (batch: Batch) => void): Step => ({
  size,
  otherwise: null,
  part: [],
  enqueue,
});

export const optional = (
  kind: Degradation['kind'],
  sheet: string,
  cell: CellRef | null,
  { size, enqueue }: Step,
  part: readonly string[] = [],
): Step => ({ size, otherwise: { kind, sheet, cell }, part, enqueue });

/** Whether a step is to be left out because another could not be done. */
export const belongsTo = ({ part }: Step, failed: Step): boolean =>
  failed.part.length > 0 && failed.part.every((name, index) => part[index] === name);

export function openBatch(context: Excel.RequestContext): Batch {
  const sheets = new Map<string, Excel.Worksheet>();
  return {
    context,
    sheet: (name) => {
      const sheet = sheets.get(name) ?? context.workbook.worksheets.getItem(name);
      sheets.set(name, sheet);
      return sheet;
    },
  };
}
