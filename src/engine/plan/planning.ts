import { sheetsByName } from '../../model/address';
import type { Ledger, Waiver } from '../../model/ledger';
import type { WorkbookResult } from '../../model/score';
import type { SheetSnapshot, Snapshot } from '../../model/snapshot';
import type { EngineOptions } from '../options';

/** What a plan is made from. */
export interface Planning {
  readonly snapshot: Snapshot;
  readonly result: WorkbookResult;
  readonly options: EngineOptions;
  readonly ledger: Ledger | null;
  /** By name. */
  readonly sheets: ReadonlyMap<string, SheetSnapshot>;
}

export const planningOf = (
  snapshot: Snapshot,
  result: WorkbookResult,
  options: EngineOptions,
): Planning => ({
  snapshot,
  result,
  options,
  ledger: snapshot.ledger,
  sheets: sheetsByName(snapshot),
});

/** The findings set aside: those a person chose now, else those the workbook remembers. */
export const waiversOf = ({ options, ledger }: Planning): readonly Waiver[] =>
  options.waivers ?? ledger?.waivers ?? [];
