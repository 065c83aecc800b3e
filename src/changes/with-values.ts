import type { ValueBlock } from '../model/patch';
import type { SheetSnapshot, Snapshot } from '../model/snapshot';

function withCell<T>(line: readonly T[] = [], at: number, content: T): readonly T[] {
  const changed = [...line];
  changed[at] = content;
  return changed;
}

/** The snapshot as it will be once single-cell blocks stand. */
export function withValues(snapshot: Snapshot, blocks: readonly ValueBlock[]): Snapshot {
  const changed = (sheet: SheetSnapshot): SheetSnapshot => {
    const own = blocks.filter(({ sheetId }) => sheetId === sheet.id);
    if (own.length === 0) return sheet;
    const values = [...sheet.values];
    const formulas = [...sheet.formulas];
    for (const block of own) {
      const { top, left } = block;
      values[top] = withCell(values[top], left, block.values[0]?.[0] ?? null);
      formulas[top] = withCell(formulas[top], left, block.formulas?.[0]?.[0] ?? null);
    }
    return { ...sheet, values, formulas };
  };
  return { ...snapshot, sheets: snapshot.sheets.map(changed) };
}
