import {
  CustomCommandExecutionError,
  IUniverInstanceService,
  UniverInstanceType,
  type ICommandInfo,
  type Injector,
  type Workbook,
  type Worksheet,
} from '@univerjs/core';
import { LexerTreeBuilder } from '@univerjs/engine-formula';
import {
  MoveRangeMutation,
  SetRangeValuesMutation,
  type IMoveRangeMutationParams,
  type ISetRangeValuesMutationParams,
} from '@univerjs/sheets';
import { cleanCells, forEachCell, type CellMatrix } from './clean-cells';
import type { RefusedEdit } from './grid';
import type { Mirror } from './mirror';

/** What the grid's commands are held against. */
export interface GridBooks {
  readonly injector: Injector;
  readonly mirrorOf: (unit: string) => Mirror | undefined;
  readonly onRefused: (refused: RefusedEdit) => void;
}

export const sheetOf = (books: GridBooks, unit: string, sheet: string): Worksheet | null =>
  books.injector.get(IUniverInstanceService).getUnit<Workbook>(unit)?.getSheetBySheetId(sheet) ??
  null;

/** Says that an edit is not let through, and on which sheet; the one in front where it names none. */
export function refuseEdit(
  books: GridBooks,
  unit: string | undefined,
  sheetId: string | undefined,
  reason: RefusedEdit['reason'],
): void {
  const instances = books.injector.get(IUniverInstanceService);
  const workbook =
    instances.getUnit<Workbook>(unit ?? '') ??
    instances.getCurrentUnitOfType<Workbook>(UniverInstanceType.UNIVER_SHEET);
  const sheet = workbook?.getSheetBySheetId(sheetId ?? '') ?? workbook?.getActiveSheet(true);
  books.onRefused({ reason, sheet: sheet?.getName() ?? '' });
}

/**
 * Takes out of a command, before it is carried out, what the workbook cannot keep.
 * @param calculated it comes from the grid's own formulas, which a protected sheet has too
 * @throws CustomCommandExecutionError on a protected sheet
 */
export function keepKeepable(
  books: GridBooks,
  command: Readonly<ICommandInfo>,
  calculated: boolean,
): void {
  if (command.id === SetRangeValuesMutation.id) {
    const params = command.params as ISetRangeValuesMutationParams;
    if (!calculated) guardProtected(books, params.unitId, params.subUnitId);
    params.cellValue = cleaned(books, params.unitId, params.subUnitId, params.cellValue ?? {});
  }
  if (command.id === MoveRangeMutation.id) {
    const { unitId, from, to } = command.params as IMoveRangeMutationParams;
    for (const side of [from, to]) {
      guardProtected(books, unitId, side.subUnitId);
      side.value = inPlace(books, unitId, side.subUnitId, side.value);
    }
  }
}

function guardProtected(books: GridBooks, unit: string, sheet: string): void {
  if (books.mirrorOf(unit)?.sheet(sheet)?.protected !== true) return;
  refuseEdit(books, unit, sheet, 'protected-sheet');
  throw new CustomCommandExecutionError('protected sheet');
}

function cleaned(books: GridBooks, unit: string, sheetId: string, cells: CellMatrix): CellMatrix {
  const mirror = books.mirrorOf(unit);
  const sheet = sheetOf(books, unit, sheetId);
  if (!mirror || !sheet) return cells;
  const lexer = books.injector.get(LexerTreeBuilder);
  const { cells: clean, leftOut } = cleanCells(cells, {
    terms: (row, column) => mirror.terms(sheetId, row, column),
    hidden: (row, column) => {
      const merge = sheet.getMergedCell(row, column);
      return !!merge && (merge.startRow !== row || merge.startColumn !== column);
    },
    moved: (formula, columns, rows) => lexer.moveFormulaRefOffset(formula, columns, rows),
  });
  if (leftOut > 0) refuseEdit(books, unit, sheetId, 'merged-part');
  return clean;
}

/** Moving puts whole cells in place: each gets the look that is there already. */
function inPlace(books: GridBooks, unit: string, sheetId: string, cells: CellMatrix): CellMatrix {
  const matrix = sheetOf(books, unit, sheetId)?.getCellMatrix();
  const placed: CellMatrix = {};
  forEachCell(cleaned(books, unit, sheetId, cells), (cell, row, column) => {
    const s = matrix?.getValue(row, column)?.s;
    (placed[row] ??= {})[column] = { ...cell, ...(s ? { s } : {}) };
  });
  return placed;
}
