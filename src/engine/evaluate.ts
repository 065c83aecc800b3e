import { runChecks } from '../checks/run-checks';
import { Failure } from '../model/failure';
import type { Finding } from '../model/finding';
import type { Directions } from '../model/ledger';
import type { Profile } from '../model/profile';
import type { TableResult, WorkbookResult } from '../model/score';
import type { Snapshot } from '../model/snapshot';
import { CONFIDENCE_THRESHOLD, type Table } from '../model/table';
import { inFractions } from '../profiles/fraction-profile';
import { defaultProfile } from '../profiles/load-profile';
import { withNotedRules, type Noted } from '../profiles/notes/noted-rules';
import { proposeProfile } from '../profiles/propose-profile';
import { recogniseWorkbook, type ColumnMapping } from '../recognise/recognise-tables';
import { scoredFundsRow } from '../scoring/scored-funds-row';
import { scoreTable } from '../scoring/score-table';
import { chosenProfile } from './chosen-profile';
import type { EngineOptions } from './options';
import { withoutOwnScores } from './own-scores';

export interface EngineHooks {
  readonly onProgress?: (done: number, total: number) => void;
  /** Asked between tables; true ends the run with `cancelled`. */
  readonly cancelled?: () => boolean;
}

/**
 * Recognises, scores and checks a workbook. Pure and deterministic: the same snapshot and options
 * give the same result in every host.
 * @throws Failure `cancelled`
 */
export function evaluate(
  snapshot: Snapshot,
  options: EngineOptions,
  hooks: EngineHooks = {},
): WorkbookResult {
  const asLeft = withoutOwnScores(snapshot);
  const ledger = snapshot.ledger;
  const { tables: found, others } = recogniseWorkbook(asLeft, {
    mapping: joinMappings(ledger?.mapping ?? {}, options.mapping),
    ownSheets: (ledger?.sheets ?? []).map((sheet) => sheet.name),
  });
  const sure = found.filter((table) => table.confidence >= CONFIDENCE_THRESHOLD);
  const directions = options.directions ?? ledger?.directions ?? {};
  const tables: TableResult[] = [];
  for (const [index, table] of sure.entries()) {
    if (hooks.cancelled?.()) throw new Failure('cancelled');
    hooks.onProgress?.(index, sure.length);
    tables.push(
      evaluateTable(directed(table, directions), chosenProfile(table.kind, options, ledger)),
    );
  }
  hooks.onProgress?.(sure.length, sure.length);
  return {
    profile: tables[0]?.profile ?? options.profile ?? defaultProfile('target'),
    tables,
    offered: found.filter((table) => table.confidence < CONFIDENCE_THRESHOLD),
    others,
    findings: [],
  };
}

/** The sign on the form still stands before what a person chose for a row without one. */
function directed(table: Table, directions: Directions): Table {
  if (!Object.hasOwn(directions, table.sheet)) return table;
  const chosen = new Map(Object.entries(directions[table.sheet] ?? {}));
  return {
    ...table,
    indicators: table.indicators.map((indicator) => {
      const direction = chosen.get(indicator.name);
      return direction === undefined ? indicator : { ...indicator, direction };
    }),
  };
}

function joinMappings(remembered: ColumnMapping, given: ColumnMapping): ColumnMapping {
  const sheets = new Set([...Object.keys(remembered), ...Object.keys(given)]);
  return Object.fromEntries(
    [...sheets].map((sheet) => [sheet, { ...remembered[sheet], ...given[sheet] }]),
  );
}

/**
 * The profile a table is scored by: the chosen one, else the one that the form's own words propose; what
 * a note on the form states stands before both. A rubric profile does not score a target table, nor the
 * other way round.
 */
function rulesFor(table: Table, chosen: Profile | null): Noted {
  const proposal =
    chosen?.kind === table.kind ? { profile: chosen, why: null } : proposeProfile(table);
  const funds = table.budget && scoredFundsRow(table.budget);
  const noted = withNotedRules(proposal.profile, table.notes, funds?.weight?.value ?? null);
  return {
    profile: table.countsToOne ? inFractions(noted.profile) : noted.profile,
    said: [...(proposal.why ? [proposal.why] : []), ...noted.said],
  };
}

/** Scores and checks one recognised table. */
export function evaluateTable(read: Table, chosen: Profile | null): TableResult {
  const { profile, said } = rulesFor(read, chosen);
  const table = said.length === 0 ? read : { ...read, remarks: [...read.remarks, ...said] };
  const scores = scoreTable(table, profile);
  const findings: readonly Finding[] = runChecks({ table, profile, ...scores });
  return { table, profile, findings, ...scores };
}
