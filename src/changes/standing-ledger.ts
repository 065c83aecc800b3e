import { cellLabel } from '../model/address';
import type { Ledger, LedgerFlag, LedgerSheet } from '../model/ledger';
import type { Mark } from './fill-memory';

interface Standing {
  /** Whether a note or thread of the user's was kept in place of ours. */
  readonly isKept: (flag: LedgerFlag) => boolean;
  /** The name a sheet of ours got; null where it does not stand. */
  readonly nameOf: (sheet: LedgerSheet) => string | null;
}

/**
 * Whether a note of a person's was kept in place of a flag's.
 * @param moved cell meant → cell seen, as `WantedFlags` has it
 */
export function keptAmong(
  marks: readonly Mark[],
  moved: ReadonlyMap<string, string>,
): Standing['isKept'] {
  const kept = new Set(
    marks.filter((mark) => mark.kept).map(({ sheet, cell }) => cellLabel(sheet, cell)),
  );
  return ({ sheet, cell }) => {
    const place = cellLabel(sheet, cell);
    return kept.has(moved.get(place) ?? place);
  };
}

/** A planned ledger as what was really left in the workbook: no note that a person's kept out, no sheet that is not there. */
export const standingLedger = (ledger: Ledger, { isKept, nameOf }: Standing): Ledger => ({
  ...ledger,
  flags: ledger.flags.map((flag) => (isKept(flag) ? { ...flag, note: null } : flag)),
  sheets: ledger.sheets.flatMap((sheet) => {
    const name = nameOf(sheet);
    return name === null ? [] : [{ ...sheet, name }];
  }),
});
