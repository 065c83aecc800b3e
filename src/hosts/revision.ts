import { isCellError, type CellValue, type Snapshot } from '../model/snapshot';

interface Lanes {
  a: number;
  b: number;
}

function add(lanes: Lanes, text: string): void {
  let { a, b } = lanes;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    a = Math.imul(a ^ unit, 0x01000193);
    b = Math.imul(b ^ (unit + index), 0x01000193);
  }
  lanes.a = Math.imul(a ^ 0x1f, 0x01000193);
  lanes.b = Math.imul(b ^ 0x1e, 0x01000193);
}

function contentOf(value: CellValue): string {
  if (value === null) return '';
  if (isCellError(value)) return `e${value.error}`;
  return `${typeof value}${String(value)}`;
}

/**
 * Sixteen hex digits over everything that was read, except the results of formulas: those change
 * by themselves (today's date, a random number) and would make every plan stale. Which rows and
 * columns are hidden is no content: filtering to look at a preview leaves it as it is.
 */
export function revisionOf(snapshot: Omit<Snapshot, 'revision'>): string {
  const lanes = { a: 0x811c9dc5, b: 0xcbf29ce4 };
  add(lanes, snapshot.date1904 ? '1904' : '1900');
  for (const sheet of snapshot.sheets) {
    add(
      lanes,
      `${sheet.id} ${sheet.name} ${sheet.visibility} ${sheet.protected ? 'locked' : 'open'} ${sheet.columnCount}`,
    );
    sheet.values.forEach((line, row) => {
      const formulas = sheet.formulas[row];
      const formats = sheet.formats[row];
      line.forEach((value, column) => {
        const formula = formulas?.[column] ?? null;
        const format = formats?.[column] ?? null;
        const content = formula === null ? contentOf(value) : `=${formula}`;
        if (content === '' && format === null) return;
        add(lanes, `${row},${column} ${content}`);
        if (format !== null) add(lanes, format);
      });
    });
    for (const merge of sheet.merges) {
      add(lanes, `${merge.top},${merge.left},${merge.bottom},${merge.right}`);
    }
  }
  add(lanes, JSON.stringify(snapshot.ledger));
  return [lanes.a, lanes.b].map((lane) => (lane >>> 0).toString(16).padStart(8, '0')).join('');
}
