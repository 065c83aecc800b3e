import type { Patch, SheetWrite } from '../../src/model/patch';
import type { CellValue, SheetSnapshot, Snapshot } from '../../src/model/snapshot';

/** What a host does to values, sheets and ledger, without a workbook: for tests of the plan. */
export function applyInMemory(snapshot: Snapshot, patch: Patch): Snapshot {
  const sheets = snapshot.sheets
    .filter((sheet) => !patch.removeSheets.includes(sheet.name))
    .map((sheet) => withPatchedCells(sheet, patch));
  for (const write of patch.sheets) {
    const at = sheets.findIndex((sheet) => sheet.name === write.name);
    const page = sheetFrom(write, String(100 + sheets.length));
    if (at < 0) sheets.push(page);
    else sheets[at] = page;
  }
  return {
    ...snapshot,
    revision: `${snapshot.revision}+`,
    sheets,
    ledger: patch.ledger === undefined ? snapshot.ledger : patch.ledger,
  };
}

function withPatchedCells(sheet: SheetSnapshot, patch: Patch): SheetSnapshot {
  const values = sheet.values.map((row) => [...row]);
  const put = (row: number, column: number, value: CellValue): void => {
    const line = values[row];
    if (line) line[column] = value;
  };
  const formulas = sheet.formulas.map((row) => [...row]);
  for (const block of patch.values.filter((one) => one.sheetId === sheet.id)) {
    block.values.forEach((line, row) =>
      line.forEach((value, column) => {
        if (value === undefined) return;
        put(block.top + row, block.left + column, value);
        const formula = formulas[block.top + row];
        if (formula) formula[block.left + column] = block.formulas?.[row]?.[column] ?? null;
      }),
    );
  }
  for (const cached of patch.cached.filter((one) => one.sheetId === sheet.id)) {
    put(cached.cell.row, cached.cell.column, cached.value);
  }
  return { ...sheet, values, formulas };
}

export function sheetFrom(write: SheetWrite, id: string): SheetSnapshot {
  const columnCount = Math.max(1, ...write.rows.map((row) => row.length));
  const dense = <T>(pick: (cell: SheetWrite['rows'][number][number]) => T, blank: T): T[][] =>
    write.rows.map((row) =>
      Array.from({ length: columnCount }, (_, column) => {
        const cell = row[column];
        return cell ? pick(cell) : blank;
      }),
    );
  return {
    id,
    name: write.name,
    visibility: 'visible',
    protected: false,
    rowCount: write.rows.length,
    columnCount,
    values: dense<CellValue>((cell) => cell?.value ?? null, null),
    formulas: dense<string | null>((cell) => cell?.formula ?? null, null),
    formats: dense<string | null>(() => null, null),
    merges: write.merges,
    hiddenRows: new Set(),
    hiddenColumns: new Set(),
  };
}
