import { ownScores } from '../../engine/own-scores';
import { cellAt, cellLabel, sheetsById } from '../../model/address';
import { isBlank } from '../../model/blank';
import { isEmptyPatch, type Patch } from '../../model/patch';
import type { Snapshot } from '../../model/snapshot';
import type { Workbook } from '../session-state';
import type { Written } from './machine';

const isIn = (edits: readonly unknown[], written: readonly unknown[]): boolean => {
  const known = new Set(written.map((edit) => JSON.stringify(edit)));
  return edits.every((edit) => known.has(JSON.stringify(edit)));
};

/** Whether all a plan would do was in a patch already. */
const isContained = (plan: Patch, patch: Patch): boolean =>
  isIn(plan.values, patch.values) &&
  isIn(plan.flags, patch.flags) &&
  isIn(plan.cached, patch.cached) &&
  isIn(plan.sheets, patch.sheets) &&
  isIn(plan.removeSheets, patch.removeSheets);

/**
 * Whether what stands in the workbook is not what scoring would leave there. What the host left out
 * of the last write, and named, is planned each time anew and tells of no change.
 */
export function isOutOfDate(plan: Patch, written: Written | null): boolean {
  if (isEmptyPatch(plan)) return false;
  return !written?.partly || !isContained(plan, written.patch);
}

/**
 * Whether a workbook scored at another time was changed since, in what its scores and marks say.
 * Which sheets were wanted then, and which notes the host could not set, is no change.
 */
export function isChangedSince(plan: Patch, snapshot: Snapshot): boolean {
  if (plan.values.length > 0 || plan.cached.length > 0) return true;
  const sheets = sheetsById(snapshot);
  const flags = new Map(
    (snapshot.ledger?.flags ?? []).map((flag) => [cellLabel(flag.sheet, flag.cell), flag]),
  );
  return plan.flags.some(({ sheetId, cell, tone }) => {
    const standing = flags.get(cellLabel(sheets.get(sheetId)?.name ?? '', cell));
    return standing?.note !== null || standing.tone !== tone;
  });
}

/** Whether a patch changes a filled cell that is not ours and not named by the person. */
export function replacesFilled(patch: Patch, { snapshot, options }: Workbook): boolean {
  const sheets = sheetsById(snapshot);
  const own = new Set(ownScores(snapshot).map(({ sheet, cell }) => cellLabel(sheet.name, cell)));
  return patch.values.some(({ sheetId, top, left, values }) =>
    values.some((line, row) =>
      line.some((value, column) => {
        const sheet = sheets.get(sheetId);
        const cell = { row: top + row, column: left + column };
        const before = cellAt(sheet, cell);
        if (!sheet || value === undefined || isBlank(before)) return false;
        const place = cellLabel(sheet.name, cell);
        return !own.has(place) && options.adopt?.has(place) !== true;
      }),
    ),
  );
}
