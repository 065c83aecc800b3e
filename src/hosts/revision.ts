import { digestOf } from '../model/digest';
import { isCellError, type CellValue, type SheetSnapshot, type Snapshot } from '../model/snapshot';

function contentOf(value: CellValue): string {
  if (value === null) return '';
  if (isCellError(value)) return `e${value.error}`;
  return `${typeof value}${String(value)}`;
}

function* contentsOf(sheet: SheetSnapshot): Generator<string> {
  const { id, name, visibility, protected: isProtected, columnCount } = sheet;
  yield `${id} ${name} ${visibility} ${isProtected ? 'locked' : 'open'} ${columnCount}`;
  for (let row = 0; row < sheet.values.length; row++) {
    const line = sheet.values[row];
    if (!line || line.length === 0) continue;
    const formulas = sheet.formulas[row];
    const formats = sheet.formats[row];
    for (const [column, value] of line.entries()) {
      const formula = formulas?.[column] ?? null;
      const format = formats?.[column] ?? null;
      const content = formula === null ? contentOf(value) : `=${formula}`;
      if (content === '' && format === null) continue;
      yield `${row},${column} ${content}`;
      if (format !== null) yield format;
    }
  }
  for (const { top, left, bottom, right } of sheet.merges) {
    yield `${top},${left},${bottom},${right}`;
  }
}

function* everything({ date1904, sheets, ledger }: Omit<Snapshot, 'revision'>): Generator<string> {
  yield date1904 ? '1904' : '1900';
  for (const sheet of sheets) yield* contentsOf(sheet);
  yield JSON.stringify(ledger);
}

/**
 * Sixteen hex digits over everything that was read, except the results of formulas: those change
 * by themselves (today's date, a random number) and would make every plan stale. Which rows and
 * columns are hidden is no content: filtering to look at a preview leaves it as it is.
 */
export const revisionOf = (snapshot: Omit<Snapshot, 'revision'>): string =>
  digestOf(everything(snapshot));
