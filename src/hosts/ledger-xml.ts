import type { Ledger } from '../model/ledger';
import { ledgerXml } from '../xlsx/ledger-part';

/** The text of the custom XML part. Excel takes no declaration of an encoding in a string. */
export const xmlOfLedger = (ledger: Ledger): string =>
  ledgerXml(ledger).replace(/^<\?xml[^>]*\?>\s*/, '');
