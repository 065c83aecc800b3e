import { isWrittenIn } from '../changes/sheet-digest';
import { cellAt, sheetsById } from '../model/address';
import { CHINESE, type ResultKey } from '../report/chinese';
import type { Texts } from '../texts/catalogue';
import type { ReviewedFinding } from '../model/finding';
import type { SheetRole } from '../model/ledger';
import type { Patch, SheetWrite } from '../model/patch';
import type { TableResult, WorkbookResult } from '../model/score';
import type { Snapshot } from '../model/snapshot';
import { asWritten } from './as-written';
import type { EngineOptions } from './options';
import { lostMarks, recognisedIn } from './plan/clear';
import { flagEdits, wantedFlags } from './plan/flags';
import { nextLedger } from './plan/ledger';
import { sheetOf, unwantedSheets, wantedPages } from './plan/pages';
import { planningOf } from './plan/planning';
import { planScores } from './plan/scores';
import { reviewWith } from './review';

export { isEmptyPatch } from '../model/patch';
export { planClear } from './plan/clear';
export { planMemory } from './plan/ledger';

/**
 * What has to change in the workbook so that it shows a result: scores by the rule “whose number
 * stands” (docs/decisions), flags, the three sheets and the ledger. Planning the same result again
 * for a workbook that already shows it gives an empty patch.
 */
export const planPatch = (
  snapshot: Snapshot,
  result: WorkbookResult,
  options: EngineOptions,
  texts: Texts<ResultKey> = CHINESE,
): Patch => planReviewed(snapshot, result, options, texts).patch;

/** `planPatch`, and the findings as they will be: what `review` says of them `planned`. */
export function planReviewed(
  snapshot: Snapshot,
  result: WorkbookResult,
  options: EngineOptions,
  texts: Texts<ResultKey>,
): { readonly patch: Patch; readonly findings: readonly ReviewedFinding[] } {
  const planning = planningOf(snapshot, result, options);
  const scores = planScores(planning);
  const findings = reviewWith(planning, scores.offers, 'planned');
  const flags = wantedFlags(planning, findings, texts);
  const pages = wantedPages(planning, { findings, standing: scores.standing, texts });
  const gone = unwantedSheets(planning, pages);
  const sheets = sheetsById(snapshot);
  const written = gone.filter((sheet) => isWrittenIn(planning.sheets, sheet));
  const patch = {
    revision: snapshot.revision,
    values: scores.blocks,
    flags: flagEdits(planning, flags),
    cached: scores.totals.filter(
      ({ sheetId, cell, value }) => cellAt(sheets.get(sheetId), cell) !== value,
    ),
    sheets: pages.filter(({ isChanged }) => isChanged).map(({ write }) => write),
    removeSheets: gone.filter((sheet) => !written.includes(sheet)).map(({ name }) => name),
    keptSheets: written.filter(({ kept }) => !kept).map(({ name }) => name),
    lostMarks: lostMarks(snapshot.ledger),
    ...recognisedIn(snapshot.ledger),
    ledger: nextLedger(planning, {
      scores: scores.taken,
      flags: [...flags.values()],
      sheets: [
        ...pages.map(({ write: { role, name }, digest }) => ({ role, name, digest })),
        ...written.map((sheet) => ({ ...sheet, kept: true as const })),
      ],
    }),
  };
  return { patch, findings };
}

/**
 * The tables with the scores that stand once `planPatch` is applied, for texts about them: the same
 * before and after the run.
 */
export function standingTables(
  snapshot: Snapshot,
  result: WorkbookResult,
  options: EngineOptions,
): readonly TableResult[] {
  const { standing } = planScores(planningOf(snapshot, result, options));
  return result.tables.map((table) => asWritten(table, standing));
}

/**
 * One of our sheets as `planPatch` writes it, wanted or not; null where there is no table.
 * @param when whether 核查清单 tells of the findings as they will be or as they are `now`
 */
export function plannedSheet(
  role: SheetRole,
  snapshot: Snapshot,
  result: WorkbookResult,
  options: EngineOptions,
  texts: Texts<ResultKey>,
  when: 'now' | 'planned' = 'planned',
): SheetWrite | null {
  if (result.tables.length === 0) return null;
  const planning = planningOf(snapshot, result, options);
  const { offers, standing } = planScores(planning);
  const findings = reviewWith(planning, offers, when);
  return sheetOf(role, planning, { findings, standing, texts });
}
