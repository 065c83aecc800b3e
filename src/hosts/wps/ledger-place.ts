import type { Ledger } from '../../model/ledger';
import { LEDGER_NAMESPACE } from '../../xlsx/read/read-ledger';
import { ledgerOfXml, xmlOfLedger } from '../ledger-xml';
import type { EtWorkbook, EtXmlPart } from './object-model';

/**
 * The ledger is the same custom XML part that files and Excel keep, so every host goes on where
 * another stopped. Document properties hold 255 letters each; a hidden sheet would be content that
 * no other host knows: where WPS has no custom XML parts there is no ledger, and that is refused.
 */
function partsOf(book: EtWorkbook): EtXmlPart[] {
  const parts = book.CustomXMLParts;
  if (!parts) return [];
  const all = Array.from({ length: parts.Count }, (_, at) => parts.Item(at + 1));
  return all.filter((part) => part.NamespaceURI === LEDGER_NAMESPACE);
}

export const canKeepLedger = (book: EtWorkbook): boolean => book.CustomXMLParts !== undefined;

export function readLedger(book: EtWorkbook): Ledger | null {
  for (const { XML: xml } of partsOf(book)) {
    const ledger = typeof xml === 'string' ? ledgerOfXml(xml) : null;
    if (ledger) return ledger;
  }
  return null;
}

/** The new part is added before the old ones go, so that there is never none. */
export function writeLedger(book: EtWorkbook, ledger: Ledger | null): void {
  const old = partsOf(book);
  if (ledger) book.CustomXMLParts?.Add(xmlOfLedger(ledger));
  for (const part of old.reverse()) part.Delete();
}
