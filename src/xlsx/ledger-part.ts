import type { Ledger } from '../model/ledger';
import { packText } from './packed-text';
import { LEDGER_NAMESPACE } from './read/read-ledger';
import { freeName, planPart, planRelationship, XML_HEAD, type Plan } from './write/write-plan';
import { escapeText } from './xml-text';

/** Names the data store item; the same in every workbook, so that one can be found by it. */
const ITEM_ID = '{6A1D3C52-8E0F-4B7A-9C35-2F4E7B1D9A60}';
const PROPERTIES_TYPE = 'application/vnd.openxmlformats-officedocument.customXmlProperties+xml';
const PROPERTIES_NAMESPACE = 'http://schemas.openxmlformats.org/officeDocument/2006/customXml';

/** U+FFFE and U+FFFF are the only characters JSON lets through that XML cannot carry. */
const xmlSafe = (json: string): string =>
  json.replace(/[\ufffe\uffff]/g, (found) => `\\u${found.charCodeAt(0).toString(16)}`);

/**
 * Characters of JSON from which it is packed: Excel on the web neither takes nor gives more than 5 MB
 * at once, and a custom XML part cannot be asked for in pieces. Shorter ones stay legible.
 */
const MOST_PLAIN = 1_000_000;

/** The text of the custom XML part: the ledger as JSON inside one element, packed where it is long. */
export function ledgerXml(ledger: Ledger): string {
  // What was only found when it was read is found again, or gone.
  const json = JSON.stringify({
    ...ledger,
    lost: undefined,
    unsure: undefined,
    recognised: undefined,
  });
  if (json.length > MOST_PLAIN) {
    const { content, bytes } = packText(json);
    return `${XML_HEAD}<ledger xmlns="${LEDGER_NAMESPACE}" packed="${bytes}">${content}</ledger>`;
  }
  return `${XML_HEAD}<ledger xmlns="${LEDGER_NAMESPACE}">${escapeText(xmlSafe(json))}</ledger>`;
}

/**
 * Plans the parts a ledger travels in. The ledger itself is only known once the plan is laid, so the
 * part's name is given back and its text is set then.
 */
export function planLedger(plan: Plan, workbook: string): string {
  const item = freeName(plan, 'customXml/item', '.xml');
  const properties = freeName(plan, 'customXml/itemProps', '.xml');
  planPart(plan, item, '', 'application/xml');
  planPart(
    plan,
    properties,
    `${XML_HEAD}<ds:datastoreItem xmlns:ds="${PROPERTIES_NAMESPACE}" ds:itemID="${ITEM_ID}"><ds:schemaRefs><ds:schemaRef ds:uri="${LEDGER_NAMESPACE}"/></ds:schemaRefs></ds:datastoreItem>`,
    PROPERTIES_TYPE,
  );
  planRelationship(plan, workbook, 'customXml', item);
  planRelationship(plan, item, 'customXmlProps', properties);
  return item;
}
