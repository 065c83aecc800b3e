import {
  CommandType,
  CustomCommandExecutionError,
  ICommandService,
  IUniverInstanceService,
  UniverInstanceType,
  type ICommandInfo,
  type Injector,
  type Workbook,
} from '@univerjs/core';
import { LexerTreeBuilder } from '@univerjs/engine-formula';
import {
  MoveRangeMutation,
  SetRangeValuesMutation,
  type IMoveRangeMutationParams,
  type ISetRangeValuesMutationParams,
} from '@univerjs/sheets';
import type { CellEdit } from '../../../model/edit';
import { contentOf, sameContent } from './cell-content';
import { cleanCells, forEachCell, type CellMatrix } from './clean-cells';
import type { RefusedEdit } from './grid';
import type { Mirror } from './mirror';
import { verdictOn, type CommandKind } from './permitted';

export interface CaptureEvents {
  readonly mirrorOf: (unit: string) => Mirror | undefined;
  readonly onEdits: (unit: string, edits: readonly CellEdit[]) => void;
  readonly onRefused: (refused: RefusedEdit) => void;
}

export interface Capture {
  /** What happens inside is the page's doing: always permitted, and no edit. */
  readonly quietly: <T>(act: () => T) => T;
  /** Tells now what would be told at the end of the current task. */
  readonly flush: () => void;
  readonly dispose: () => void;
}

const KINDS: Readonly<Record<CommandType, CommandKind>> = {
  [CommandType.COMMAND]: 'command',
  [CommandType.OPERATION]: 'operation',
  [CommandType.MUTATION]: 'mutation',
};

/**
 * Stands between the grid and its data. Before: lets through what the workbook can keep, cleaned of
 * what it cannot. After: tells every cell that now differs from what the workbook has, whichever
 * way it came about (typing, pasting, filling, undoing, calculating).
 */
export function captureEdits(injector: Injector, events: CaptureEvents): Capture {
  const instances = injector.get(IUniverInstanceService);
  const commands = injector.get(ICommandService);
  const lexer = injector.get(LexerTreeBuilder);
  const waiting = new Map<string, CellEdit[]>();
  let quiet = 0;
  let scheduled = false;

  const sheetOf = (unitId: string, sheetId: string) =>
    instances.getUnit<Workbook>(unitId)?.getSheetBySheetId(sheetId) ?? null;

  const flush = (): void => {
    scheduled = false;
    const told = [...waiting];
    waiting.clear();
    for (const [unit, edits] of told) events.onEdits(unit, edits);
  };

  const tell = (unit: string, edit: CellEdit): void => {
    const edits = waiting.get(unit) ?? [];
    edits.push(edit);
    waiting.set(unit, edits);
    if (!scheduled) {
      scheduled = true;
      queueMicrotask(flush);
    }
  };

  const refuse = (
    unitId: string | undefined,
    sheetId: string | undefined,
    reason: RefusedEdit['reason'],
  ): void => {
    const workbook =
      instances.getUnit<Workbook>(unitId ?? '') ??
      instances.getCurrentUnitOfType<Workbook>(UniverInstanceType.UNIVER_SHEET);
    const sheet = workbook?.getSheetBySheetId(sheetId ?? '') ?? workbook?.getActiveSheet(true);
    events.onRefused({ reason, sheet: sheet?.getName() ?? '' });
  };

  const cleaned = (unitId: string, sheetId: string, cells: CellMatrix): CellMatrix => {
    const mirror = events.mirrorOf(unitId);
    const sheet = sheetOf(unitId, sheetId);
    if (!mirror || !sheet) return cells;
    const { cells: clean, leftOut } = cleanCells(cells, {
      terms: (row, column) => mirror.terms(sheetId, row, column),
      hidden: (row, column) => {
        const merge = sheet.getMergedCell(row, column);
        return !!merge && (merge.startRow !== row || merge.startColumn !== column);
      },
      moved: (formula, columns, rows) => lexer.moveFormulaRefOffset(formula, columns, rows),
    });
    if (leftOut > 0) refuse(unitId, sheetId, 'merged-part');
    return clean;
  };

  /** Moving puts whole cells in place: each gets the look that is there already. */
  const inPlace = (unitId: string, sheetId: string, cells: CellMatrix): CellMatrix => {
    const matrix = sheetOf(unitId, sheetId)?.getCellMatrix();
    const placed: CellMatrix = {};
    forEachCell(cleaned(unitId, sheetId, cells), (cell, row, column) => {
      const s = matrix?.getValue(row, column)?.s;
      (placed[row] ??= {})[column] = { ...cell, ...(s ? { s } : {}) };
    });
    return placed;
  };

  const guardProtected = (unitId: string, sheetId: string): void => {
    if (events.mirrorOf(unitId)?.sheet(sheetId)?.protected !== true) return;
    refuse(unitId, sheetId, 'protected-sheet');
    throw new CustomCommandExecutionError('protected sheet');
  };

  const clean = (command: Readonly<ICommandInfo>, calculated: boolean): void => {
    if (command.id === SetRangeValuesMutation.id) {
      const params = command.params as ISetRangeValuesMutationParams;
      if (!calculated) guardProtected(params.unitId, params.subUnitId);
      params.cellValue = cleaned(params.unitId, params.subUnitId, params.cellValue ?? {});
    }
    if (command.id === MoveRangeMutation.id) {
      const { unitId, from, to } = command.params as IMoveRangeMutationParams;
      for (const side of [from, to]) {
        guardProtected(unitId, side.subUnitId);
        side.value = inPlace(unitId, side.subUnitId, side.value);
      }
    }
  };

  const before = commands.beforeCommandExecuted((command, options) => {
    if (quiet > 0) return;
    const params = (command.params ?? {}) as { unitId?: string; subUnitId?: string };
    const verdict = verdictOn(KINDS[command.type ?? CommandType.COMMAND], command.id);
    if (verdict.kind === 'refuse') {
      refuse(params.unitId, params.subUnitId, verdict.reason);
      throw new CustomCommandExecutionError(command.id);
    }
    if (verdict.kind === 'empty') Object.assign(params, verdict.params);
    else clean(command, options?.fromFormula === true);
  });

  const compare = (unitId: string, sheetId: string, cells: CellMatrix): void => {
    const mirror = events.mirrorOf(unitId);
    const matrix = sheetOf(unitId, sheetId)?.getCellMatrix();
    if (!mirror || !matrix) return;
    forEachCell(cells, (_, row, column) => {
      const known = mirror.at(sheetId, row, column);
      const content = contentOf(
        matrix.getValue(row, column),
        mirror.terms(sheetId, row, column),
        known,
        mirror.had(sheetId, row, column),
      );
      if (sameContent(content, known)) return;
      mirror.set(sheetId, row, column, content);
      if (quiet === 0) tell(unitId, { sheetId, cell: { row, column }, ...content });
    });
  };

  const after = commands.onCommandExecuted((command) => {
    if (command.id === SetRangeValuesMutation.id) {
      const params = command.params as ISetRangeValuesMutationParams;
      compare(params.unitId, params.subUnitId, params.cellValue ?? {});
    }
    if (command.id === MoveRangeMutation.id) {
      const { unitId, from, to } = command.params as IMoveRangeMutationParams;
      for (const side of [from, to]) compare(unitId, side.subUnitId, side.value);
    }
  });

  return {
    quietly: (act) => {
      quiet += 1;
      try {
        return act();
      } finally {
        quiet -= 1;
      }
    },
    flush,
    dispose: () => {
      before.dispose();
      after.dispose();
      waiting.clear();
    },
  };
}
