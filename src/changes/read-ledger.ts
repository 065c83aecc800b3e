import type { FindingSeverity } from '../model/finding';
import type {
  Directions,
  Ledger,
  LedgerFlag,
  LedgerLayout,
  LedgerScore,
  LedgerSheet,
  SheetRole,
  Waiver,
} from '../model/ledger';
import type { CellValue } from '../model/snapshot';

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

export function isLayout(value: unknown): value is LedgerLayout {
  return (
    isFields(value) &&
    isText(value.sheet) &&
    isIndex(value.nameColumn) &&
    isListOf(value.header, isIndex) &&
    isListOf(value.rows, isLabel) &&
    isListOf(value.columns, isLabel) &&
    (value.twins === undefined || isListOf(value.twins, isLabel))
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
