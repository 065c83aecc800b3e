import { cellName, parseCellName } from '../../../src/model/grid';
import { movedCell, movedFormula, movedRange, type Move } from '../moves';
import { columnOfKey, keyOf, rowOfKey, type FakeSheet } from './fake-book';

/** Moves rows or columns with everything on them, as Excel does. */
export function rearrange(sheet: FakeSheet, move: Move): void {
  sheet.cells = new Map(
    [...sheet.cells].flatMap(([key, cell]) => {
      const to = movedCell(move, { row: rowOfKey(key), column: columnOfKey(key) });
      const formula = cell.formula === null ? null : movedFormula(move, cell.formula);
      return to ? [[keyOf(to.row, to.column), { ...cell, formula }] as const] : [];
    }),
  );
  sheet.notes = new Map(
    [...sheet.notes].flatMap(([name, note]) => {
      const cell = parseCellName(name);
      const to = cell && movedCell(move, cell);
      return to ? [[cellName(to), note] as const] : [];
    }),
  );
  sheet.merges = sheet.merges.flatMap((range) => movedRange(move, range));
}
