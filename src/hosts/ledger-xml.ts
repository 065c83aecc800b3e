import type { Ledger } from '../model/ledger';
import { ledgerXml } from '../xlsx/ledger-part';
import { parseLedger } from '../changes/read-ledger';
import { ledgerText } from '../xlsx/read/read-ledger';

/** The text of the custom XML part. Excel takes no declaration of an encoding in a string. */
export const xmlOfLedger = (ledger: Ledger): string =>
  ledgerXml(ledger).replace(/^<\?xml[^>]*\?>\s*/, '');

/** The ledger a custom XML part holds; null where it is none or was damaged. */
export function ledgerOfXml(xml: string): Ledger | null {
  try {
    const json = ledgerText(xml);
    return json === null ? null : parseLedger(json);
  } catch {
    // Whatever another program left there: it is not a ledger, and the first run starts anew.
    return null;
  }
}
