import { isFailure } from '../../model/failure';
import type { FindingSeverity } from '../../model/finding';
import type {
  Directions,
  Ledger,
  LedgerFlag,
  LedgerLayout,
  LedgerScore,
  LedgerSheet,
  SheetRole,
  Waiver,
} from '../../model/ledger';
import type { CellValue } from '../../model/snapshot';
import { hasPart, partName, partNames, readPartText, type Package } from '../package';
import { unpackText } from '../packed-text';
import type { WorkbookIndex } from '../workbook-index';
import { attribute, attributesOf, rootElement, textContent } from '../xml';

/** Namespace of the custom XML part the ledger travels in; its root is `<ledger>` with JSON as text. */
export const LEDGER_NAMESPACE = 'urn:jixiao:ledger:1';

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isText = (value: unknown): value is string => typeof value === 'string';
const isTone = (value: unknown): value is FindingSeverity =>
  value === 'error' || value === 'warning' || value === 'info';
const isRole = (value: unknown): value is SheetRole =>
  value === 'findings' || value === 'summary' || value === 'outline';

function isCellValue(value: unknown): value is CellValue {
  if (value === null || isText(value) || typeof value === 'boolean') return true;
  if (typeof value === 'number') return Number.isFinite(value);
  return isFields(value) && isText(value.error);
}

function isScore(value: unknown): value is LedgerScore {
  return (
    isFields(value) &&
    isText(value.sheet) &&
    isText(value.cell) &&
    typeof value.wrote === 'number' &&
    isCellValue(value.before)
  );
}

function isFlag(value: unknown): value is LedgerFlag {
  return (
    isFields(value) &&
    isText(value.sheet) &&
    isText(value.cell) &&
    isTone(value.tone) &&
    (value.note === null || isText(value.note))
  );
}

function isSheet(value: unknown): value is LedgerSheet {
  return (
    isFields(value) &&
    isRole(value.role) &&
    isText(value.name) &&
    isText(value.digest) &&
    (value.kept === undefined || value.kept === true)
  );
}

function isWaiver(value: unknown): value is Waiver {
  return (
    isFields(value) &&
    isText(value.check) &&
    isText(value.sheet) &&
    isText(value.cell) &&
    isText(value.reason)
  );
}

function isMapping(value: unknown): value is Ledger['mapping'] {
  if (!isFields(value)) return false;
  return Object.values(value).every(
    (columns) => isFields(columns) && Object.values(columns).every(isText),
  );
}

function areDirections(value: unknown): value is Directions | undefined {
  if (value === undefined) return true;
  if (!isFields(value)) return false;
  return Object.values(value).every(
    (rows) =>
      isFields(rows) && Object.values(rows).every((one) => one === 'positive' || one === 'reverse'),
  );
}

const isIndex = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0;

const isLabel = (value: unknown): value is readonly [number, string] =>
  Array.isArray(value) && value.length === 2 && isIndex(value[0]) && isText(value[1]);

function isLayout(value: unknown): value is LedgerLayout {
  return (
    isFields(value) &&
    isText(value.sheet) &&
    isIndex(value.nameColumn) &&
    isListOf(value.header, isIndex) &&
    isListOf(value.rows, isLabel) &&
    isListOf(value.columns, isLabel)
  );
}

function isListOf<T>(value: unknown, test: (item: unknown) => item is T): value is readonly T[] {
  return Array.isArray(value) && value.every(test);
}

function isLedger(value: unknown): value is Ledger {
  return (
    isFields(value) &&
    value.version === 1 &&
    isText(value.profile) &&
    isMapping(value.mapping) &&
    areDirections(value.directions) &&
    isListOf(value.scores, isScore) &&
    isListOf(value.flags, isFlag) &&
    isListOf(value.sheets, isSheet) &&
    isListOf(value.waivers, isWaiver) &&
    (value.layouts === undefined || isListOf(value.layouts, isLayout)) &&
    isFields(value.host)
  );
}

/** The ledger a text holds, as it was serialised; null where it is none or was damaged. */
export function parseLedger(json: string): Ledger | null {
  try {
    const value: unknown = JSON.parse(json);
    return isLedger(value) ? value : null;
  } catch {
    return null;
  }
}

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
