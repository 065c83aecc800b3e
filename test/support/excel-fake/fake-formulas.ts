import { parseRangeName } from '../../../src/model/grid';
import { keyOf, type FakeBook, type FakeCell, type FakeSheet } from './fake-book';

/** The formulas of forms and of our own sheets: + - * /, =, SUM, ROUND, IF, references. */

type Result = string | number | boolean;

interface Reader {
  readonly text: string;
  at: number;
  readonly book: FakeBook;
  readonly sheet: FakeSheet;
  readonly value: (sheet: FakeSheet, row: number, column: number) => Result;
}

/** Thrown for what is beyond this reader. */
const UNKNOWN = new Error('not a formula of forms');

const REFERENCE =
  /^(?:'((?:[^']|'')+)'!|([^\s'"!+\-*/^&=<>(),;:]+)!)?(\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?)/;
const toNumber = (value: Result): number => {
  if (value === '') return 0;
  const number = Number(value);
  if (Number.isNaN(number)) throw new RangeError('#VALUE!');
  return number;
};

function skip(reader: Reader): void {
  while (/\s/.test(reader.text[reader.at] ?? '')) reader.at++;
}

function take(reader: Reader, token: string): boolean {
  skip(reader);
  if (!reader.text.startsWith(token, reader.at)) return false;
  reader.at += token.length;
  return true;
}

function reference(reader: Reader): readonly Result[] | null {
  skip(reader);
  const found = REFERENCE.exec(reader.text.slice(reader.at));
  if (!found) return null;
  reader.at += found[0].length;
  const name = found[1]?.replaceAll("''", "'") ?? found[2];
  const sheet = name === undefined ? reader.sheet : reader.book.sheets.find((s) => s.name === name);
  const range = parseRangeName((found[3] ?? '').replaceAll('$', ''));
  if (!sheet || !range) throw UNKNOWN;
  const values: Result[] = [];
  for (let row = range.top; row <= range.bottom; row++) {
    for (let column = range.left; column <= range.right; column++) {
      values.push(reader.value(sheet, row, column));
    }
  }
  return values;
}

function call(reader: Reader, name: string): Result {
  const args: (readonly Result[])[] = [];
  if (!take(reader, ')')) {
    do {
      const before = reader.at;
      const range = reference(reader);
      skip(reader);
      if (range && /[,)]/.test(reader.text[reader.at] ?? '')) args.push(range);
      else {
        reader.at = before;
        args.push([comparison(reader)]);
      }
    } while (take(reader, ','));
    if (!take(reader, ')')) throw UNKNOWN;
  }
  const scalar = (index: number): Result => args[index]?.[0] ?? '';
  switch (name) {
    case 'SUM':
      return exact(
        args
          .flat()
          .reduce<number>((sum, value) => sum + (typeof value === 'number' ? value : 0), 0),
      );
    case 'ROUND': {
      const factor = 10 ** toNumber(scalar(1));
      return Math.round(exact(toNumber(scalar(0)) * factor)) / factor;
    }
    case 'IF':
      return scalar(0) === true || (typeof scalar(0) === 'number' && scalar(0) !== 0)
        ? scalar(1)
        : scalar(2);
    default:
      throw UNKNOWN;
  }
}

/** Excel shows fifteen digits. */
const exact = (value: number): number => Number(value.toPrecision(15));

function atom(reader: Reader): Result {
  skip(reader);
  if (take(reader, '-')) return -toNumber(atom(reader));
  if (take(reader, '+')) return atom(reader);
  if (take(reader, '(')) {
    const value = comparison(reader);
    if (!take(reader, ')')) throw UNKNOWN;
    return value;
  }
  const rest = reader.text.slice(reader.at);
  const quoted = /^"((?:[^"]|"")*)"/.exec(rest);
  if (quoted) {
    reader.at += quoted[0].length;
    return (quoted[1] ?? '').replaceAll('""', '"');
  }
  const name = /^([A-Z][A-Z0-9.]*)\(/.exec(rest);
  if (name) {
    reader.at += name[0].length;
    return call(reader, name[1] ?? '');
  }
  const values = reference(reader);
  if (values) {
    if (values.length !== 1) throw UNKNOWN;
    return values[0] ?? '';
  }
  const number = /^\d+(?:\.\d+)?%?/.exec(rest);
  if (!number) throw UNKNOWN;
  reader.at += number[0].length;
  return number[0].endsWith('%') ? Number(number[0].slice(0, -1)) / 100 : Number(number[0]);
}

function product(reader: Reader): Result {
  let value = atom(reader);
  for (;;) {
    if (take(reader, '*')) value = exact(toNumber(value) * toNumber(atom(reader)));
    else if (take(reader, '/')) {
      const below = toNumber(atom(reader));
      if (below === 0) throw new RangeError('#DIV/0!');
      value = exact(toNumber(value) / below);
    } else return value;
  }
}

function sum(reader: Reader): Result {
  let value = product(reader);
  for (;;) {
    if (take(reader, '+')) value = exact(toNumber(value) + toNumber(product(reader)));
    else if (take(reader, '-')) value = exact(toNumber(value) - toNumber(product(reader)));
    else return value;
  }
}

function comparison(reader: Reader): Result {
  const first = sum(reader);
  if (!take(reader, '=')) return first;
  const second = sum(reader);
  return first === second || (first === '' && second === 0) || (first === 0 && second === '');
}

/** Works every formula out again; those it does not know keep their result. */
export function recalculate(book: FakeBook): void {
  const open = new Set<FakeCell>();
  const done = new Set<FakeCell>();
  const value = (sheet: FakeSheet, row: number, column: number): Result => {
    const cell = sheet.cells.get(keyOf(row, column));
    if (!cell) return '';
    work(sheet, cell);
    return cell.value;
  };
  const work = (sheet: FakeSheet, cell: FakeCell): void => {
    if (cell.formula === null || done.has(cell) || open.has(cell)) return;
    open.add(cell);
    const reader: Reader = { text: cell.formula, at: 0, book, sheet, value };
    try {
      const result = comparison(reader);
      skip(reader);
      if (reader.at === reader.text.length) {
        cell.value = result;
        cell.isError = false;
      }
    } catch (reason) {
      if (reason instanceof RangeError) {
        cell.value = reason.message;
        cell.isError = true;
      } else if (reason !== UNKNOWN) throw reason;
    }
    open.delete(cell);
    done.add(cell);
  };
  for (const sheet of book.sheets) {
    for (const cell of sheet.cells.values()) work(sheet, cell);
  }
}
