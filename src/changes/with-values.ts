import type { ValueBlock } from '../model/patch';
import type { SheetSnapshot, Snapshot } from '../model/snapshot';

/** The snapshot as it will be once single-cell blocks stand. */
export function withValues(snapshot: Snapshot, blocks: readonly ValueBlock[]): Snapshot {
  const changed = (sheet: SheetSnapshot): SheetSnapshot => {
    const own = blocks.filter(({ sheetId }) => sheetId === sheet.id);
    if (own.length === 0) return sheet;
    const values = [...sheet.values];
    for (const { top, left, values: block } of own) {
      const line = [...(values[top] ?? [])];
      line[left] = block[0]?.[0] ?? null;
      values[top] = line;
    }
    return { ...sheet, values };
  };
  return { ...snapshot, sheets: snapshot.sheets.map(changed) };
}
