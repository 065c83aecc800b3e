import { sheetsById } from '../model/address';
import type { CellRef } from '../model/grid';
import type { Patch } from '../model/patch';
import type { CellValue, SheetSnapshot, Snapshot } from '../model/snapshot';

interface WrittenCell {
  readonly sheet: SheetSnapshot;
  readonly cell: CellRef;
  readonly value: CellValue;
  /** Without `=`; null: the value stands by itself. */
  readonly formula: string | null;
}

/** The cells a patch writes, on the sheets that are there, whether or not the values differ. */
export function writtenCells({ values }: Patch, snapshot: Snapshot): readonly WrittenCell[] {
  const sheets = sheetsById(snapshot);
  return values.flatMap(({ sheetId, top, left, values: lines, formulas }) => {
    const sheet = sheets.get(sheetId);
    if (!sheet) return [];
    return lines.flatMap((line, down) =>
      line.flatMap((value, right): readonly WrittenCell[] => {
        if (value === undefined) return [];
        const cell = { row: top + down, column: left + right };
        return [{ sheet, cell, value, formula: formulas?.[down]?.[right] ?? null }];
      }),
    );
  });
}
