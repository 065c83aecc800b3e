import {
  ICommandService,
  IUniverInstanceService,
  type Injector,
  type Workbook,
} from '@univerjs/core';
import { SetRangeValuesMutation, type ISetRangeValuesMutationParams } from '@univerjs/sheets';
import type { CellEdit } from '../../../model/edit';
import type { BookView } from '../../../model/look';
import { contentOf, sameContent } from './cell-content';
import type { RefusedEdit } from './grid';
import { createMirror, type Mirror } from './mirror';

export interface CaptureEvents {
  readonly onEdits: (unit: string, edits: readonly CellEdit[]) => void;
  readonly onRefused: (refused: RefusedEdit) => void;
}

export interface Capture {
  readonly watch: (unit: string, view: BookView) => void;
  readonly forget: (unit: string) => void;
  /** What happens inside is the page's doing, not a person's. */
  readonly quietly: (act: () => void) => void;
  /** Tells now what would be told at the end of the current task. */
  readonly flush: () => void;
  readonly dispose: () => void;
}

/**
 * Hears every change of the grid's data where it is made and tells those that leave a cell
 * different from what the workbook has.
 */
export function captureEdits(injector: Injector, events: CaptureEvents): Capture {
  const instances = injector.get(IUniverInstanceService);
  const mirrors = new Map<string, Mirror>();
  const waiting = new Map<string, CellEdit[]>();
  let quiet = 0;
  let scheduled = false;

  const flush = (): void => {
    scheduled = false;
    const told = [...waiting];
    waiting.clear();
    for (const [unit, edits] of told) events.onEdits(unit, edits);
  };

  const note = (unit: string, edit: CellEdit): void => {
    const edits = waiting.get(unit) ?? [];
    edits.push(edit);
    waiting.set(unit, edits);
    if (!scheduled) {
      scheduled = true;
      queueMicrotask(flush);
    }
  };

  const compare = (params: ISetRangeValuesMutationParams): void => {
    const { unitId, subUnitId, cellValue } = params;
    const mirror = mirrors.get(unitId);
    const matrix = instances
      .getUnit<Workbook>(unitId)
      ?.getSheetBySheetId(subUnitId)
      ?.getCellMatrix();
    if (!mirror || !matrix) return;
    for (const [rowKey, line] of Object.entries(cellValue ?? {})) {
      for (const columnKey of Object.keys(line as object)) {
        const row = Number(rowKey);
        const column = Number(columnKey);
        const cell = matrix.getValue(row, column);
        const content = contentOf(cell, cell?.f ?? null);
        if (sameContent(content, mirror.at(subUnitId, row, column))) continue;
        mirror.set(subUnitId, row, column, content);
        if (quiet === 0) note(unitId, { sheetId: subUnitId, cell: { row, column }, ...content });
      }
    }
  };

  const after = injector.get(ICommandService).onCommandExecuted((command) => {
    if (command.id === SetRangeValuesMutation.id) {
      compare(command.params as ISetRangeValuesMutationParams);
    }
  });

  return {
    watch: (unit, view) => mirrors.set(unit, createMirror(view)),
    forget: (unit) => {
      flush();
      mirrors.delete(unit);
    },
    quietly: (act) => {
      quiet += 1;
      try {
        act();
      } finally {
        quiet -= 1;
      }
    },
    flush,
    dispose: () => {
      after.dispose();
      mirrors.clear();
      waiting.clear();
    },
  };
}
