import { digestSaid } from '../model/digest';
import type { LedgerSheet } from '../model/ledger';
import type { SheetWrite } from '../model/patch';
import { isCellError, type CellValue, type SheetSnapshot } from '../model/snapshot';

type Contents = (row: number, column: number) => string;

/**
 * A short fingerprint of what a sheet says: texts, numbers and formulas with their places, not
 * looks or cached results, so that recalculation and other programs' re-saving do not count as
 * an edit. 16 hex digits.
 */
const digest = (rows: readonly (readonly unknown[])[], contentAt: Contents): string =>
  digestSaid((say) => {
    for (let row = 0; row < rows.length; row++) {
      const width = rows[row]?.length ?? 0;
      for (let column = 0; column < width; column++) {
        const content = contentAt(row, column);
        if (content === '') continue;
        say(`${row},${column}`);
        say(content);
      }
    }
  });

function contentOf(value: CellValue, formula: string | null): string {
  if (formula !== null) return `=${formula}`;
  if (value === null || value === '') return '';
  return isCellError(value) ? value.error : `${typeof value}:${String(value)}`;
}

export function digestOfWrite({ rows }: SheetWrite): string {
  return digest(rows, (row, column) => {
    const cell = rows[row]?.[column];
    return cell ? contentOf(cell.value, cell.formula ?? null) : '';
  });
}

export function digestOfSnapshot({ values, formulas }: SheetSnapshot): string {
  return digest(values, (row, column) =>
    contentOf(values[row]?.[column] ?? null, formulas[row]?.[column] ?? null),
  );
}

/**
 * Whether a person has been writing in an outline of ours: it is not taken from them. A blank one
 * has nothing to be lost; most likely a write came to a halt before it.
 */
export function isWrittenIn(
  sheets: ReadonlyMap<string, SheetSnapshot>,
  { role, name, digest: known }: LedgerSheet,
): boolean {
  const present = sheets.get(name);
  if (role !== 'outline' || !present || present.rowCount === 0) return false;
  return digestOfSnapshot(present) !== known;
}
