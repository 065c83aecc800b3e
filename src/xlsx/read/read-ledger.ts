import { parseLedger } from '../../changes/read-ledger';
import { isFailure } from '../../model/failure';
import type { Ledger } from '../../model/ledger';
import { hasPart, partName, partNames, readPartText, type Package } from '../package';
import { unpackText } from '../packed-text';
import type { WorkbookIndex } from '../workbook-index';
import { attribute, attributesOf, rootElement, textContent } from '../xml';

/** Namespace of the custom XML part the ledger travels in; its root is `<ledger>` with JSON as text. */
export const LEDGER_NAMESPACE = 'urn:jixiao:ledger:1';

/** Whether the text of a custom XML part is our ledger; gives its JSON text, else null. */
export function ledgerText(xml: string): string | null {
  if (!xml.includes(LEDGER_NAMESPACE)) return null;
  const root = rootElement(xml);
  if (root.tag.name !== 'ledger') return null;
  for (const item of attributesOf(xml, root.tag)) {
    const declares = item.name === 'xmlns' || item.prefix === 'xmlns:';
    if (declares && xml.slice(item.value.start, item.value.end) === LEDGER_NAMESPACE) {
      const content = textContent(xml, root.inner);
      const bytes = attribute(xml, root.tag, 'packed');
      // A damaged one is ours all the same: without JSON, but nobody else's.
      return bytes === null
        ? content
        : (unpackText({ content: content.trim(), bytes: Number(bytes) }) ?? '');
    }
  }
  return null;
}

/** The ledger in the text of a custom XML part; null where it is none or was damaged. */
export function ledgerOfXml(xml: string): Ledger | null {
  try {
    const json = ledgerText(xml);
    return json === null ? null : parseLedger(json);
  } catch {
    // Whatever another program left there: it is not a ledger, and the first run starts anew.
    return null;
  }
}

/** Name of the custom XML part that holds our ledger, damaged or not; null without one. */
export function findLedgerPart(pkg: Package, index: WorkbookIndex): string | null {
  const related = index.relationships
    .filter((rel) => rel.kind === 'customXml' && !rel.external && hasPart(pkg, rel.target))
    .map((rel) => rel.target);
  // LibreOffice relates custom parts to the package instead of the workbook when it saves.
  const stored = partNames(pkg).filter((name) => /^customXml\/item\d+\.xml$/i.test(name));
  for (const part of new Set([...related, ...stored])) {
    try {
      if (ledgerText(readPartText(pkg, part)) !== null) return partName(pkg, part);
    } catch (reason) {
      // Someone else's custom part may be anything; it only is not ours.
      if (!isFailure(reason)) throw reason;
    }
  }
  return null;
}

/** What the tool left in the workbook; null on the first run and where it was damaged. */
export function readLedger(pkg: Package, index: WorkbookIndex): Ledger | null {
  const part = findLedgerPart(pkg, index);
  const json = part === null ? null : ledgerText(readPartText(pkg, part));
  return json === null ? null : parseLedger(json);
}
