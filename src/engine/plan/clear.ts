import { isWrittenIn } from '../../changes/sheet-digest';
import { sheetsByName } from '../../model/address';
import { parseCellName } from '../../model/grid';
import type { Ledger } from '../../model/ledger';
import { emptyPatch, type Patch } from '../../model/patch';
import type { Snapshot } from '../../model/snapshot';
import { flagEdit } from './flags';

/**
 * Takes away everything the tool wrote except what is the user's now: the scores, and an outline a
 * person has written in.
 */
export function planClear(snapshot: Snapshot): Patch {
  const { ledger, revision } = snapshot;
  const sheets = sheetsByName(snapshot);
  const own = (ledger?.sheets ?? []).filter(({ name }) => sheets.has(name));
  const kept = own.filter((sheet) => isWrittenIn(sheets, sheet));
  return {
    ...emptyPatch(revision),
    flags: (ledger?.flags ?? []).flatMap((flag) => flagEdit(sheets, flag, null)),
    removeSheets: own.filter((sheet) => !kept.includes(sheet)).map(({ name }) => name),
    keptSheets: kept.map(({ name }) => name),
    lostMarks: lostMarks(ledger),
    ...recognisedIn(ledger),
    ledger: ledger && !isOnlyLikely(ledger) ? null : undefined,
  };
}

/** Nothing there that is ours for sure, and no ledger to take away. */
const isOnlyLikely = ({ recognised, flags, sheets }: Ledger): boolean =>
  recognised?.withoutLedger === true && flags.length + sheets.length === 0;

/** What is ours though no ledger said so. */
export const recognisedIn = (ledger: Ledger | null): Pick<Patch, 'recognised'> =>
  ledger?.recognised ? { recognised: ledger.recognised } : {};

/** Marks that could not be found again, by the cell they were set on. */
export const lostMarks = (ledger: Ledger | null): NonNullable<Patch['lostMarks']> =>
  (ledger?.lost ?? []).flatMap(({ sheet, cell: name }) => {
    const cell = parseCellName(name);
    return cell ? [{ sheet, cell }] : [];
  });
