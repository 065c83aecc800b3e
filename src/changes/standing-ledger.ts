import type { Ledger, LedgerFlag, LedgerSheet } from '../model/ledger';

interface Standing {
  /** Whether a note or thread of the user's was kept in place of ours. */
  readonly isKept: (flag: LedgerFlag) => boolean;
  /** The name a sheet of ours got; null where it does not stand. */
  readonly nameOf: (sheet: LedgerSheet) => string | null;
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
