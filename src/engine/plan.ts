import type { SheetRole } from '../model/ledger';
import type { Patch, SheetWrite } from '../model/patch';
import type { WorkbookResult } from '../model/score';
import type { Snapshot } from '../model/snapshot';
import { findingsSheet } from '../report/findings-sheet';
import { buildOutline } from '../report/outline';
import { outlineSheet } from '../report/outline-sheet';
import { outlineTemplate } from '../report/outline-templates';
import { summarySheet } from '../report/summary-sheet';
import { asWritten } from './as-written';
import type { EngineOptions } from './options';
import { plannedSheetWith, planWith, type SheetFacts } from './plan-core';

export { isEmptyPatch } from '../model/patch';
export { allFindings, planClear, planMemory, standingTables } from './plan-core';

const OUTLINE_TEMPLATE = { project: 'cn-project', unit: 'cn-project', transfer: 'cn-transfer' };

function writeSheet(role: SheetRole, facts: SheetFacts): SheetWrite | null {
  const { result, name, language, written, handled } = facts;
  if (role === 'findings') return findingsSheet(result, name, handled, language);
  if (role === 'summary') return summarySheet(result, name, written, language);
  const outlines = result.tables.flatMap((table) => {
    const template = outlineTemplate(OUTLINE_TEMPLATE[table.table.scope]);
    return template ? [buildOutline(asWritten(table, written), template, language)] : [];
  });
  return outlineSheet(outlines, name);
}

/**
 * What has to change in the workbook so that it shows a result: scores by the rule “whose number
 * stands” (docs/decisions/typed-scores-stay.md), flags, the three sheets and the ledger. Planning
 * the same result again for a workbook that already shows it gives an empty patch.
 */
export const planPatch = (
  snapshot: Snapshot,
  result: WorkbookResult,
  options: EngineOptions,
): Patch => planWith(writeSheet, snapshot, result, options);

/**
 * One of our sheets as `planPatch` writes it, wanted or not; null where there is no table.
 * @param handled whether scores that are still to be written count as done in 核查清单
 */
export const plannedSheet = (
  role: SheetRole,
  snapshot: Snapshot,
  result: WorkbookResult,
  options: EngineOptions,
  handled: 'planned' | 'done' = 'planned',
): SheetWrite | null => plannedSheetWith(writeSheet, role, snapshot, result, options, handled);
