import {
  BooleanNumber,
  ICommandService,
  IUniverInstanceService,
  mergeWorksheetSnapshotWithDefault,
  type IExecutionOptions,
  type IMutation,
  type Injector,
  type Workbook,
} from '@univerjs/core';
import {
  AddWorksheetMergeMutation,
  InsertSheetMutation,
  RemoveSheetMutation,
  RemoveWorksheetMergeMutation,
  SetColDataMutation,
  SetFrozenMutation,
  SetRangeValuesMutation,
  SetRowDataMutation,
  SetWorksheetColumnCountMutation,
  SetWorksheetHideMutation,
  SetWorksheetNameMutation,
  SetWorksheetOrderMutation,
  SetWorksheetRowCountMutation,
  ToggleGridlinesMutation,
} from '@univerjs/sheets';
import {
  RemoveNoteMutation,
  UpdateNoteMutation,
  type IUpdateNoteMutationParams,
} from '@univerjs/sheets-note';
import type { BookView, NoteLook } from '../../../model/look';
import type { BookChanges, CellChange, LineChange, SheetChange } from './book-changes';
import {
  freezeOf,
  noteToUniver,
  rangeToUniver,
  sheetToUniver,
  spareCounts,
  type NameLook,
} from './book-to-univer';
import { cellOf } from './cell-content';
import type { CellMatrix } from './clean-cells';
import { styleOf, styleOver } from './look-to-style';
import { viewTerms } from './mirror';

/** Makes the grid show the changes: by mutations, which leave nothing to undo. */
export function showChanges(
  injector: Injector,
  unitId: string,
  to: BookView,
  changes: BookChanges,
): void {
  const commands = injector.get(ICommandService);
  const workbook = injector.get(IUniverInstanceService).getUnit<Workbook>(unitId);
  if (!workbook) return;
  const run: Run = (mutation, params, options) => {
    commands.syncExecuteCommand(mutation.id, { unitId, ...params }, { ...AS_ANOTHER, ...options });
  };
  for (const sheet of changes.added) {
    run(InsertSheetMutation, {
      index: workbook.getSheetSize(),
      sheet: mergeWorksheetSnapshotWithDefault(sheetToUniver(to, sheet, styleIn(workbook, to))),
    });
    for (const note of sheet.notes) run(UpdateNoteMutation, noteParams(sheet.id, note));
  }
  for (const id of changes.removed)
    run(RemoveSheetMutation, {
      subUnitId: id,
      subUnitName: workbook.getSheetBySheetId(id)?.getName() ?? '',
    });
  for (const change of changes.changed) showSheet(run, workbook, to, change);
  for (const [order, id] of (changes.order ?? []).entries()) {
    const sheet = workbook.getSheetBySheetId(id);
    if (!sheet || workbook.getSheetIndex(sheet) === order) continue;
    run(SetWorksheetOrderMutation, {
      subUnitId: id,
      fromOrder: workbook.getSheetIndex(sheet),
      toOrder: order,
    });
  }
}

/** The book's own names of looks may stand for others in the grid by now; its styles are found anew. */
function styleIn(workbook: Workbook, view: BookView): NameLook {
  const names = new Map<number, string>();
  return (index) => {
    const look = view.looks[index];
    if (!look) return undefined;
    const name = names.get(index) ?? workbook.getStyles().setValue(styleOf(look)) ?? '';
    names.set(index, name);
    return name;
  };
}

type Run = <P extends object>(
  mutation: IMutation<P>,
  params: Omit<P, 'unitId'>,
  options?: IExecutionOptions,
) => void;

/** As if another person at the same workbook had done it: what this one looks at stays. */
const AS_ANOTHER: IExecutionOptions = { fromCollab: true };
/** Univer's word for a change no formula depends on. */
const NOT_CALCULATED: IExecutionOptions = { onlyLocal: true };

function showSheet(run: Run, workbook: Workbook, to: BookView, change: SheetChange): void {
  const subUnitId = change.id;
  const worksheet = workbook.getSheetBySheetId(subUnitId);
  const sheet = to.sheets.find(({ id }) => id === subUnitId);
  if (!worksheet || !sheet) return;
  const { rowCount, columnCount } = spareCounts(sheet);
  if (worksheet.getRowCount() < rowCount) {
    run(SetWorksheetRowCountMutation, { subUnitId, rowCount });
  }
  if (worksheet.getColumnCount() < columnCount) {
    run(SetWorksheetColumnCountMutation, { subUnitId, columnCount });
  }
  if (change.name !== undefined) {
    run(SetWorksheetNameMutation, { subUnitId, name: change.name });
  }
  if (change.hidden !== undefined) {
    run(SetWorksheetHideMutation, { subUnitId, hidden: flag(change.hidden) });
  }
  if (change.gridLines !== undefined) {
    run(ToggleGridlinesMutation, { subUnitId, showGridlines: flag(change.gridLines) });
  }
  if (change.mergesRemoved.length > 0) {
    const ranges = change.mergesRemoved.map(rangeToUniver);
    run(RemoveWorksheetMergeMutation, { subUnitId, ranges });
  }
  const saying = change.cells.filter(({ content }) => content !== undefined);
  const looking = change.cells.filter(({ content }) => content === undefined);
  if (saying.length > 0) {
    run(SetRangeValuesMutation, { subUnitId, cellValue: cellsOf(to, subUnitId, saying) });
  }
  if (looking.length > 0) {
    const cellValue = cellsOf(to, subUnitId, looking);
    run(SetRangeValuesMutation, { subUnitId, cellValue }, NOT_CALCULATED);
  }
  if (change.mergesAdded.length > 0) {
    const ranges = change.mergesAdded.map(rangeToUniver);
    run(AddWorksheetMergeMutation, { subUnitId, ranges });
  }
  if (change.rows.length > 0) {
    const rowData = lines(change.rows, (h) => ({ h, ia: BooleanNumber.FALSE }));
    run(SetRowDataMutation, { subUnitId, rowData });
  }
  if (change.columns.length > 0) {
    run(SetColDataMutation, { subUnitId, columnData: lines(change.columns, (w) => ({ w })) });
  }
  if (change.frozen) run(SetFrozenMutation, { subUnitId, ...freezeOf(sheet) });
  for (const { row, column } of change.notesRemoved) {
    run(RemoveNoteMutation, { sheetId: subUnitId, row, col: column });
  }
  for (const note of change.notesSet) run(UpdateNoteMutation, noteParams(subUnitId, note));
}

function flag(value: boolean): BooleanNumber {
  return value ? BooleanNumber.TRUE : BooleanNumber.FALSE;
}

function noteParams(sheetId: string, note: NoteLook): Omit<IUpdateNoteMutationParams, 'unitId'> {
  return { sheetId, row: note.cell.row, col: note.cell.column, note: noteToUniver(note) };
}

function lines<T extends object>(
  changes: readonly LineChange[],
  sized: (size: number) => T,
): Record<number, T & { hd: BooleanNumber }> {
  return Object.fromEntries(
    changes.map(({ index, size, hidden }) => [index, { ...sized(size), hd: flag(hidden) }]),
  );
}

function cellsOf(to: BookView, sheetId: string, changes: readonly CellChange[]): CellMatrix {
  const sheet = to.sheets.find(({ id }) => id === sheetId);
  const cells: CellMatrix = {};
  for (const { row, column, content, look } of changes) {
    (cells[row] ??= {})[column] = {
      ...(content ? cellOf(content, viewTerms(to, sheet, row, column)) : {}),
      ...(look ? { s: styleOver(look) } : {}),
    };
  }
  return cells;
}
