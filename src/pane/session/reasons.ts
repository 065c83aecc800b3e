import { ledgerWithScores } from '../../engine/plan/ledger';
import { planningOf } from '../../engine/plan/planning';
import { cellAt, sheetsByName } from '../../model/address';
import { isBlank } from '../../model/blank';
import { emptyPatch, type Patch, type ValueBlock } from '../../model/patch';
import { sameValue, type CellValue, type Snapshot } from '../../model/snapshot';
import { isScored, type Workbook } from '../session-state';
import type { ReasonEdit } from './jobs';

/** Nothing where the sheet is gone or somebody wrote into the cell meanwhile. */
function reasonBlock(snapshot: Snapshot, edit: ReasonEdit): ValueBlock[] {
  const sheet = sheetsByName(snapshot).get(edit.sheet);
  const before = cellAt(sheet, edit.cell);
  const isAsExpected =
    edit.instead === undefined
      ? isBlank(before)
      : sameValue(typeof before === 'string' ? before.trim() : before, trimmed(edit.instead));
  if (!sheet || !isAsExpected) return [];
  const { row, column } = edit.cell;
  const place = { sheetId: sheet.id, top: row, left: column };
  const formulas = edit.formula === undefined ? {} : { formulas: [[edit.formula]] };
  return [{ ...place, values: [[edit.text]], before: [[before]], ...formulas }];
}

const trimmed = (value: CellValue): CellValue => (typeof value === 'string' ? value.trim() : value);

/** What of the reasons can be written; a cell somebody wrote into meanwhile is left out. */
export const reasonBlocks = (snapshot: Snapshot, edits: readonly ReasonEdit[]): ValueBlock[] =>
  editsIn(snapshot, edits).flatMap((edit) => reasonBlock(snapshot, edit));

/** Where scores are the tool's already, scoring fills in those that are blank. */
const isFilledByScoring = (snapshot: Snapshot, { fills }: ReasonEdit): boolean =>
  fills === true && isScored(snapshot);

const editsIn = (snapshot: Snapshot, edits: readonly ReasonEdit[]): readonly ReasonEdit[] =>
  edits.filter((edit) => !isFilledByScoring(snapshot, edit));

/** How many of the edits scoring makes. */
export const filledByScoring = (snapshot: Snapshot, edits: readonly ReasonEdit[]): number =>
  edits.length - editsIn(snapshot, edits).length;

/** What a workbook that is not scored yet remembers of scores filled in; null where none are. */
export function filledPatch(
  asRead: Snapshot,
  { result, options }: Workbook,
  edits: readonly ReasonEdit[],
): Patch | null {
  const filled = edits.flatMap((edit) => {
    const { fills, sheet, cell, text } = edit;
    const isWritten =
      fills === true && typeof text === 'number' && reasonBlock(asRead, edit).length > 0;
    return isWritten ? [{ sheet, cell, before: edit.instead ?? null, after: text }] : [];
  });
  if (filled.length === 0) return null;
  const ledger = ledgerWithScores(planningOf(asRead, result, options), filled);
  return { ...emptyPatch(asRead.revision), ledger };
}
