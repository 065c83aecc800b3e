import {
  count,
  either,
  fitting,
  flag,
  listOf,
  mapOf,
  number,
  object,
  only,
  openRecord,
  optional,
  orNull,
  parseJson,
  row,
  text,
} from '../model/decode';
import type { CellError } from '../model/snapshot';
import type {
  ChosenProfiles,
  Ledger,
  LedgerFlag,
  LedgerLayout,
  LedgerScore,
  LedgerSheet,
  Waiver,
} from '../model/ledger';

/** What a cell may hold, as JSON keeps it. */
export const CELL_VALUE = either<[null, string, boolean, number, CellError]>(
  only(null),
  text(),
  flag,
  number({ finite: true }),
  openRecord<CellError>({ error: text() }),
);

export const TONE = only('error', 'warning', 'info');
export const ROLE = only('findings', 'summary', 'outline');

const PLACE = { sheet: text(), cell: text() };
const LABEL = row<[number, string]>(count, text());

export const LAYOUT = openRecord<LedgerLayout>({
  sheet: text(),
  nameColumn: count,
  header: listOf(count),
  rows: listOf(LABEL),
  columns: listOf(LABEL),
  twins: optional(listOf(LABEL)),
});

const CHOSEN = either<[string, object]>(text(), object());

/** The ledger in a workbook. What else stands in it is kept: later versions may have put it there. */
export const LEDGER = openRecord<Omit<Ledger, 'lost' | 'unsure' | 'recognised'>>({
  version: only(1),
  profile: text(),
  mapping: mapOf(mapOf(text())),
  directions: optional(mapOf(mapOf(only('positive', 'reverse')))),
  profiles: optional(
    openRecord<ChosenProfiles>({ target: optional(CHOSEN), rubric: optional(CHOSEN) }),
  ),
  scores: listOf(openRecord<LedgerScore>({ ...PLACE, wrote: number(), before: CELL_VALUE })),
  flags: listOf(openRecord<LedgerFlag>({ ...PLACE, tone: TONE, note: orNull(text()) })),
  sheets: listOf(
    openRecord<LedgerSheet>({
      role: ROLE,
      name: text(),
      digest: text(),
      kept: optional(only(true)),
    }),
  ),
  waivers: listOf(openRecord<Waiver>({ ...PLACE, check: text(), reason: text() })),
  layouts: optional(listOf(LAYOUT)),
  host: object(),
});

/** The ledger a text holds, as it was serialised; null where it is none or was damaged. */
export const parseLedger = (json: string): Ledger | null => fitting(LEDGER, parseJson(json));
