import {
  CommandType,
  CustomCommandExecutionError,
  ICommandService,
  type ICommandInfo,
  type Injector,
} from '@univerjs/core';
import {
  MoveRangeMutation,
  SetRangeValuesMutation,
  type IMoveRangeMutationParams,
  type ISetRangeValuesMutationParams,
} from '@univerjs/sheets';
import type { CellEdit } from '../../../model/edit';
import { contentOf, sameContent } from './cell-content';
import { forEachCell, type CellMatrix } from './clean-cells';
import { createEditQueue } from './edit-queue';
import { keepKeepable, refuseEdit, sheetOf, type GridBooks } from './keepable-edits';
import { verdictOn, type CommandKind } from './permitted';

export interface CaptureEvents extends Omit<GridBooks, 'injector'> {
  readonly onEdits: (unit: string, edits: readonly CellEdit[]) => void;
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
  const books: GridBooks = { ...events, injector };
  const commands = injector.get(ICommandService);
  const queue = createEditQueue(events.onEdits);
  let quiet = 0;
  const before = commands.beforeCommandExecuted((command, options) => {
    if (quiet === 0) letThrough(books, command, options?.fromFormula === true);
  });
  const after = commands.onCommandExecuted((command) => {
    forEachTouched(command, (unit, sheet, cells) => {
      for (const edit of takeDifferences(books, unit, sheet, cells)) {
        if (quiet === 0) queue.add(unit, edit);
      }
    });
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
    flush: queue.flush,
    dispose: () => {
      before.dispose();
      after.dispose();
      queue.clear();
    },
  };
}

/** @throws CustomCommandExecutionError for what is refused */
function letThrough(books: GridBooks, command: Readonly<ICommandInfo>, calculated: boolean): void {
  const params = (command.params ?? {}) as { unitId?: string; subUnitId?: string };
  const verdict = verdictOn(KINDS[command.type ?? CommandType.COMMAND], command.id);
  if (verdict.kind === 'refuse') {
    refuseEdit(books, params.unitId, params.subUnitId, verdict.reason);
    throw new CustomCommandExecutionError(command.id);
  }
  if (verdict.kind === 'empty') Object.assign(params, verdict.params);
  else keepKeepable(books, command, calculated);
}

function forEachTouched(
  command: Readonly<ICommandInfo>,
  visit: (unit: string, sheet: string, cells: CellMatrix) => void,
): void {
  if (command.id === SetRangeValuesMutation.id) {
    const params = command.params as ISetRangeValuesMutationParams;
    visit(params.unitId, params.subUnitId, params.cellValue ?? {});
  }
  if (command.id === MoveRangeMutation.id) {
    const { unitId, from, to } = command.params as IMoveRangeMutationParams;
    for (const side of [from, to]) visit(unitId, side.subUnitId, side.value);
  }
}

/** Where the grid now says something else than the workbook, which the mirror then says too. */
function takeDifferences(
  books: GridBooks,
  unit: string,
  sheetId: string,
  cells: CellMatrix,
): readonly CellEdit[] {
  const mirror = books.mirrorOf(unit);
  const matrix = sheetOf(books, unit, sheetId)?.getCellMatrix();
  if (!mirror || !matrix) return [];
  const edits: CellEdit[] = [];
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
    edits.push({ sheetId, cell: { row, column }, ...content });
  });
  return edits;
}
