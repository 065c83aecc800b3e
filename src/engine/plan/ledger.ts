import { layoutOf } from '../../changes/ledger-layout';
import { cellName, type CellRef } from '../../model/grid';
import type { Ledger, LedgerFlag, LedgerLayout, LedgerSheet } from '../../model/ledger';
import { emptyPatch, type Patch } from '../../model/patch';
import type { WorkbookResult } from '../../model/score';
import type { CellValue, Snapshot } from '../../model/snapshot';
import type { Table } from '../../model/table';
import { chosenProfiles } from '../chosen-profile';
import type { EngineOptions } from '../options';
import { planningOf, waiversOf, type Planning } from './planning';
import type { ScoreOffer } from './scores';

/** What a run leaves in the workbook. */
export interface Left {
  readonly scores: readonly ScoreOffer[];
  readonly flags: readonly LedgerFlag[];
  readonly sheets: readonly LedgerSheet[];
}

/** The ledger after a run; undefined where the one there may stay. */
export function nextLedger(planning: Planning, left: Left): Ledger | undefined {
  const { ledger, result } = planning;
  if (result.tables.length === 0 && !ledger) return undefined;
  const next: Ledger = {
    ...rememberedIn(planning),
    scores: left.scores.map(({ sheet, cell, written, before }) => ({
      sheet: sheet.name,
      cell: cellName(cell),
      wrote: written,
      before,
    })),
    flags: left.flags,
    sheets: left.sheets,
  };
  return ledger && saysTheSame(ledger, next) ? undefined : next;
}

/**
 * Leaves what a person chose (columns, directions, profiles, findings set aside) in the workbook without
 * touching a cell, for a workbook that has not been scored yet.
 */
export const planMemory = (
  snapshot: Snapshot,
  result: WorkbookResult,
  options: EngineOptions,
): Patch => ({
  ...emptyPatch(snapshot.revision),
  ledger: rememberedIn(planningOf(snapshot, result, options)),
});

/** A score of ours in a cell, and what was there. */
interface FilledScore {
  /** Sheet name. */
  readonly sheet: string;
  readonly cell: CellRef;
  readonly before: CellValue;
  readonly after: number;
}

/** The ledger with further scores of ours in it, all else as it stands. */
export function ledgerWithScores(planning: Planning, filled: readonly FilledScore[]): Ledger {
  const ledger = rememberedIn(planning);
  const scores = filled.map(({ sheet, cell, before, after }) => ({
    sheet,
    cell: cellName(cell),
    wrote: after,
    before,
  }));
  return { ...ledger, scores: [...ledger.scores, ...scores] };
}

/** The ledger with what a person chose, and with what stands of earlier runs. */
function rememberedIn(planning: Planning): Ledger {
  const { ledger, result, options } = planning;
  return {
    version: 1,
    profile: result.profile.id,
    ...chosenOf(ledger, options),
    scores: ledger?.scores ?? [],
    flags: ledger?.flags ?? [],
    sheets: ledger?.sheets ?? [],
    waivers: waiversOf(planning),
    layouts: layoutsOf(result, planning.sheets),
    host: ledger?.host ?? {},
  };
}

/** Other names of rows alone are no reason to write: the older ones find the same cells. */
function saysTheSame(ledger: Ledger, next: Ledger): boolean {
  const said = ({ layouts, ...rest }: Ledger): string =>
    JSON.stringify({ ...rest, host: 0, layouts: layouts === undefined ? 0 : 1 });
  return said(ledger) === said(next);
}

/** What rows and columns are called on the sheets with tables. */
function layoutsOf({ tables }: WorkbookResult, sheets: Planning['sheets']): LedgerLayout[] {
  const names = [...new Set(tables.map(({ table }) => table.sheet))];
  return names.flatMap((name) => {
    const sheet = sheets.get(name);
    const own = tables.map(({ table }) => table).filter((table) => table.sheet === name);
    const { top, bottom } = own[0]?.header ?? { top: 0, bottom: -1 };
    const header = Array.from({ length: bottom - top + 1 }, (_, index) => top + index);
    return sheet ? [layoutOf(sheet, nameColumnOf(own), header)] : [];
  });
}

/** The column most of the indicators' names stand in. */
function nameColumnOf(tables: readonly Table[]): number {
  const counts = new Map<number, number>();
  for (const { nameCell } of tables.flatMap(({ indicators }) => indicators)) {
    counts.set(nameCell.column, (counts.get(nameCell.column) ?? 0) + 1);
  }
  return [...counts].reduce((best, one) => (one[1] > best[1] ? one : best), [0, 0])[0];
}

function chosenOf(
  ledger: Ledger | null,
  options: EngineOptions,
): Pick<Ledger, 'mapping' | 'directions' | 'profiles'> {
  const directions = options.directions ?? ledger?.directions ?? {};
  const profiles = chosenProfiles(ledger, options);
  return {
    mapping: mappingOf(ledger, options),
    ...(Object.keys(directions).length > 0 && { directions }),
    ...(Object.keys(profiles).length > 0 && { profiles }),
  };
}

function mappingOf(ledger: Ledger | null, options: EngineOptions): Ledger['mapping'] {
  const entries = Object.entries({ ...ledger?.mapping, ...options.mapping }).map(
    ([sheet, columns]) => {
      const joined = Object.entries({ ...ledger?.mapping[sheet], ...columns });
      return [sheet, Object.fromEntries(joined.filter(([, letter]) => letter !== ''))] as const;
    },
  );
  return Object.fromEntries(entries.filter(([, columns]) => Object.keys(columns).length > 0));
}
