import type { SheetSnapshot } from '../../model/snapshot';
import { LEDGER_NAMESPACE } from '../../xlsx/read/read-ledger';

/** Serial number of 1 January 2000 where days are counted from 1904; 36526 from 1900. */
const DAY_OF_1904 = 35_064;

/** A question that is already in the batch, and how to read its answer after the sync. */
export type Asked<T> = () => T;

export interface SheetEntry {
  readonly id: string;
  readonly name: string;
  readonly visibility: SheetSnapshot['visibility'];
}

/** What the first round trip tells: what there is to be read. */
export interface BookList {
  readonly sheets: readonly SheetEntry[];
  readonly structureProtected: boolean;
  readonly eventsEnabled: boolean;
  /** Ids of custom XML parts in our namespace. */
  readonly parts: readonly string[];
  /** Formulas are worked out when a person asks for it. */
  readonly isManual: boolean;
  /** They have not been since something they depend on was changed. */
  readonly isStale: boolean;
}

const visibilityOf = (raw: string): SheetSnapshot['visibility'] => {
  const word = raw.toLowerCase();
  if (word === 'hidden') return 'hidden';
  return word === 'veryhidden' ? 'veryHidden' : 'visible';
};

/** Loads alone: Excel takes a request with anything else in it for a write. */
export function askList(context: Excel.RequestContext): Asked<BookList> {
  const { workbook, runtime } = context;
  const sheets = workbook.worksheets;
  sheets.load('items/id,items/name,items/visibility');
  workbook.protection.load('protected');
  workbook.application.load('calculationMode,calculationState');
  runtime.load('enableEvents');
  const parts = workbook.customXmlParts.getByNamespace(LEDGER_NAMESPACE);
  parts.load('items/id');
  return () => {
    const { calculationMode, calculationState } = workbook.application;
    const isManual = calculationMode === 'Manual';
    return {
      sheets: sheets.items.map(({ id, name, visibility }) => ({
        id,
        name,
        visibility: visibilityOf(visibility),
      })),
      structureProtected: workbook.protection.protected,
      eventsEnabled: runtime.enableEvents,
      parts: parts.items.map(({ id }) => id),
      isManual,
      isStale: isManual && calculationState !== 'Done',
    };
  };
}

/** Whether two lists name the same workbook; what comes and goes by itself aside. */
export function sameList(first: BookList, second: BookList): boolean {
  const content = (list: BookList): string =>
    JSON.stringify({ ...list, eventsEnabled: true, isStale: false });
  return content(first) === content(second);
}

/**
 * Whether days are counted from 1904. No property tells, but the number of a day does; working it
 * out counts as a write, so it is asked once.
 */
export function askDateSystem(
  { workbook }: Excel.RequestContext,
  known: boolean | null = null,
): Asked<boolean> {
  if (known !== null) return () => known;
  const day = workbook.functions.date(2000, 1, 1);
  day.load('value');
  return () => day.value === DAY_OF_1904;
}

export function askParts(
  context: Excel.RequestContext,
  parts: readonly string[],
): Asked<readonly string[]> {
  const texts = parts.map((id) => context.workbook.customXmlParts.getItem(id).getXml());
  return () => texts.map(({ value }) => value);
}

/** Formulas that a person has not had worked out would say what was true before. */
export function workOut({ workbook }: Excel.RequestContext, { isStale }: BookList): void {
  if (isStale) workbook.application.calculate('Recalculate');
}
