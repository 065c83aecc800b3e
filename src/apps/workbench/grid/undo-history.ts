import {
  ICommandService,
  IUndoRedoService,
  IUniverInstanceService,
  UndoCommand,
  type Injector,
  type IUndoRedoItem,
} from '@univerjs/core';

/** Univer tells of the history of the workbook in front and of no other. */
const isInFront = (injector: Injector, unit: string): boolean =>
  injector.get(IUniverInstanceService).getFocusedUnit()?.getUnitId() === unit;

/** The last of what a person did in the book and can be undone in the grid; null: nothing. */
export function lastDone(injector: Injector, unit: string): object | null {
  if (!isInFront(injector, unit)) return null;
  return injector.get(IUndoRedoService).pitchTopUndoElement() ?? null;
}

export function undoLast(injector: Injector, unit: string): void {
  if (isInFront(injector, unit)) injector.get(ICommandService).syncExecuteCommand(UndoCommand.id);
}

/** What was done to sheets that are gone cannot be taken back; all else still can. */
export function forgetSheets(injector: Injector, unit: string, gone: readonly string[]): void {
  const history = injector.get(IUndoRedoService);
  const kept: IUndoRedoItem[] = [];
  if (isInFront(injector, unit)) {
    for (let item = history.pitchTopUndoElement(); item; item = history.pitchTopUndoElement()) {
      if (!touches(item, gone)) kept.unshift(item);
      history.popUndoToRedo();
    }
  }
  history.clearUndoRedo(unit);
  for (const item of kept) history.pushUndoRedo(item);
}

const touches = ({ undoMutations, redoMutations }: IUndoRedoItem, sheets: readonly string[]) =>
  [...undoMutations, ...redoMutations].some(({ params }) => {
    const { subUnitId } = params as { readonly subUnitId?: string };
    return subUnitId !== undefined && sheets.includes(subUnitId);
  });
