import { movedCell, movedFormula, movedRange, type Move } from '../moves';
import { keyOf, type FakeSheet } from './fake-book';

/** Moves rows or columns with everything on them, as WPS does. */
export function rearrange(sheet: FakeSheet, move: Move): void {
  const before = [...sheet.cells];
  sheet.cells.clear();
  for (const [key, cell] of before) {
    const [row = 0, column = 0] = key.split(',').map(Number);
    const to = movedCell(move, { row, column });
    if (!to) continue;
    const formula = cell.formula === null ? null : movedFormula(move, cell.formula);
    sheet.cells.set(keyOf(to), { ...cell, formula });
  }
  sheet.merges = sheet.merges.flatMap((range) => movedRange(move, range));
}
