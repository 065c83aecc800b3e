import type { CellEdit } from '../../../model/edit';

export interface EditQueue {
  readonly add: (unit: string, edit: CellEdit) => void;
  /** Tells now what would be told at the end of the current task. */
  readonly flush: () => void;
  readonly clear: () => void;
}

/** Gathers the edits of one task, so that each workbook hears of them once. */
export function createEditQueue(
  onEdits: (unit: string, edits: readonly CellEdit[]) => void,
): EditQueue {
  const waiting = new Map<string, CellEdit[]>();
  let scheduled = false;
  const flush = (): void => {
    scheduled = false;
    const told = [...waiting];
    waiting.clear();
    for (const [unit, edits] of told) onEdits(unit, edits);
  };
  return {
    add(unit, edit) {
      const edits = waiting.get(unit) ?? [];
      edits.push(edit);
      waiting.set(unit, edits);
      if (scheduled) return;
      scheduled = true;
      queueMicrotask(flush);
    },
    flush,
    clear: () => {
      waiting.clear();
    },
  };
}
