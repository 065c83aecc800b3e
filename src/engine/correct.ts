import { withValues } from '../changes/with-values';
import { cellLabel, sheetsByName } from '../model/address';
import { emptyPatch, type Patch, type ValueBlock } from '../model/patch';
import type { WorkbookResult } from '../model/score';
import type { Snapshot } from '../model/snapshot';
import { evaluate } from './evaluate';
import { isFilled } from './filled';
import { fixesOf, isSum, oncePerCell, type Fix } from './fixes';
import type { EngineOptions } from './options';
import { ledgerWithScores } from './plan/ledger';
import { planningOf } from './plan/planning';

/** A workbook with its certain corrections made, also those that only follow from others. */
export interface Corrected {
  readonly fixes: readonly Fix[];
  /** What writes them in one go. */
  readonly patch: Patch;
}

/** Corrections follow from one another at most as far as: text, score, total. */
const MOST_ROUNDS = 4;

/**
 * All certain corrections of a workbook, as one patch. Scores it fills in are remembered as the
 * tool's, so that another run and `clear` know them; everything else is the person's own from then on.
 * @param only the checks wanted; null: all
 */
export function correct(
  snapshot: Snapshot,
  options: EngineOptions,
  only: ReadonlySet<string> | null,
): Corrected {
  const result = evaluate(snapshot, options);
  const made = new Map<string, Fix>();
  let current = snapshot;
  let judged = result;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const found = fixesOf(current, judged, options, only);
    const parts = found.filter((fix) => !isSum(fix));
    // A sum waits for what it adds.
    const next = parts.length > 0 ? parts : found;
    if (next.length === 0) break;
    for (const fix of next) {
      const place = cellLabel(fix.sheet, fix.cell);
      const { before, had } = made.get(place) ?? fix;
      made.set(place, { ...fix, before, had });
    }
    current = withValues(current, blocksOf(current, next));
    judged = evaluate(current, options);
  }
  const fixes = oncePerCell([...made.values()]);
  return { fixes, patch: patchOf(snapshot, result, options, fixes) };
}

function blocksOf(snapshot: Snapshot, fixes: readonly Fix[]): ValueBlock[] {
  const sheets = sheetsByName(snapshot);
  return fixes.flatMap(({ sheet: name, cell, before, after, formula }) => {
    const sheet = sheets.get(name);
    if (!sheet) return [];
    const { row: top, column: left } = cell;
    const block = { sheetId: sheet.id, top, left, values: [[after]], before: [[before]] };
    return [formula === null ? block : { ...block, formulas: [[formula]] }];
  });
}

function patchOf(
  snapshot: Snapshot,
  result: WorkbookResult,
  options: EngineOptions,
  fixes: readonly Fix[],
): Patch {
  const filled = fixes.flatMap((fix) => (isFilled(fix) ? [fix] : []));
  const planning = planningOf(snapshot, result, options);
  const ledger = filled.length === 0 ? undefined : ledgerWithScores(planning, filled);
  return { ...emptyPatch(snapshot.revision), values: blocksOf(snapshot, fixes), ledger };
}
