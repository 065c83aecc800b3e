import { withCells, type Content } from '../changes/with-values';
import { cellAt, formulaAt, sheetsByName } from '../model/address';
import { parseCellName, type CellRef } from '../model/grid';
import { grouped } from '../model/grouped';
import type { CellValue, SheetSnapshot, Snapshot } from '../model/snapshot';
import { recalculateTotal } from './recalculate';

/** A 得分 cell that holds what the tool wrote. */
export interface OwnScore {
  readonly sheet: SheetSnapshot;
  readonly cell: CellRef;
  readonly wrote: number;
  /** What a person had there. */
  readonly before: CellValue;
}

/** The scores of an earlier run that nobody has changed since. */
export function ownScores(snapshot: Snapshot): OwnScore[] {
  const sheets = sheetsByName(snapshot);
  return (snapshot.ledger?.scores ?? []).flatMap(({ sheet: name, cell: at, wrote, before }) => {
    const sheet = sheets.get(name);
    const cell = parseCellName(at);
    const stands = sheet && cell && cellAt(sheet, cell) === wrote && !formulaAt(sheet, cell);
    return stands ? [{ sheet, cell, wrote, before }] : [];
  });
}

/**
 * The snapshot as a person left it: 得分 cells that still hold what the tool wrote are given back
 * their former content. So a second run judges the same sheet as the first, and a cell somebody
 * changed since counts as theirs.
 */
export function withoutOwnScores(snapshot: Snapshot): Snapshot {
  const own = grouped(ownScores(snapshot), ({ sheet }) => sheet);
  if (own.size === 0) return snapshot;
  return {
    ...snapshot,
    sheets: snapshot.sheets.map((sheet) => {
      const scores = own.get(sheet) ?? [];
      return withContents(
        sheet,
        scores.map(({ cell, before }) => ({ cell, value: before })),
      );
    }),
  };
}

function withContents(sheet: SheetSnapshot, cells: readonly Content[]): SheetSnapshot {
  if (cells.length === 0) return sheet;
  const given = withCells(sheet, cells);
  // The form's own totals counted the scores too; a total of totals needs the second pass.
  const once = withCells(given, sumsOf(given));
  return withCells(once, sumsOf(once));
}

const NOTHING_WRITTEN: ReadonlyMap<number, number> = new Map();

function sumsOf(sheet: SheetSnapshot): readonly Content[] {
  return sheet.formulas.flatMap((formulas, row) =>
    formulas.flatMap((formula, column) => {
      if (formula === null) return [];
      const value = recalculateTotal(formula, sheet, NOTHING_WRITTEN);
      return value === null ? [] : [{ cell: { row, column }, value }];
    }),
  );
}
