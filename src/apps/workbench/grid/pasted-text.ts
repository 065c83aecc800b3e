import type { ICellData } from '@univerjs/core';
import { cellOf, type CellTerms } from './cell-content';
import type { CellMatrix } from './clean-cells';
import { typedValue } from './typed-value';

export interface Place {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/**
 * The cells of text copied in another program: lines and tabs, a cell with a line break or a tab in
 * quotation marks, as Excel, WPS and LibreOffice put it on the clipboard.
 */
export function readPastedText(text: string): readonly (readonly string[])[] {
  const body = text.replace(/\r\n?/g, '\n').replace(/\n$/, '');
  const rows: string[][] = [[]];
  const cell = /"((?:[^"]|"")*)"(?=[\t\n]|$)|([^\t\n]*)/y;
  let at = 0;
  for (;;) {
    cell.lastIndex = at;
    const match = cell.exec(body);
    const whole = match?.[0] ?? '';
    rows.at(-1)?.push(match?.[1]?.replaceAll('""', '"') ?? match?.[2] ?? '');
    at += whole.length;
    if (at >= body.length) return rows;
    if (body[at] === '\n') rows.push([]);
    at += 1;
  }
}

/**
 * Where pasted cells go: from the selection's first cell on; a selection that holds them a whole
 * number of times is filled.
 */
export function pastedPlace(rows: readonly (readonly string[])[], selected: Place): Place {
  const height = rows.length;
  const width = Math.max(...rows.map((row) => row.length));
  const tall = selected.bottom - selected.top + 1;
  const wide = selected.right - selected.left + 1;
  const fills = tall % height === 0 && wide % width === 0;
  return {
    top: selected.top,
    left: selected.left,
    bottom: fills ? selected.bottom : selected.top + height - 1,
    right: fills ? selected.right : selected.left + width - 1,
  };
}

/** Each pasted cell means what the same text would mean if it were typed there. */
export function pastedCells(
  rows: readonly (readonly string[])[],
  place: Place,
  termsOf: (row: number, column: number) => CellTerms,
): CellMatrix {
  const cells: CellMatrix = {};
  const width = Math.max(...rows.map((row) => row.length));
  for (let row = place.top; row <= place.bottom; row += 1) {
    const line: Record<number, ICellData> = {};
    for (let column = place.left; column <= place.right; column += 1) {
      const text = rows[(row - place.top) % rows.length]?.[(column - place.left) % width] ?? '';
      line[column] = pastedCell(text, termsOf(row, column));
    }
    cells[row] = line;
  }
  return cells;
}

function pastedCell(text: string, terms: CellTerms): ICellData {
  if (text.startsWith('=') && text.length > 1 && terms.format !== '@') {
    return { v: null, t: null, f: text, si: null, p: null };
  }
  const value = typedValue(text, terms.format);
  return cellOf({ value, formula: null }, { ...terms, date1904: false });
}
