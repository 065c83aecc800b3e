import { cellLabel } from '../model/address';
import { areasOf } from '../model/areas';
import { cellKey, cellName, type Range } from '../model/grid';
import { grouped } from '../model/grouped';
import {
  EMPTY_LEDGER,
  type Ledger,
  type LedgerFlag,
  type LedgerSheet,
  type LostMark,
  type Recognised,
} from '../model/ledger';
import type { SheetSnapshot } from '../model/snapshot';
import {
  fillMarkup,
  NO_FILL,
  readMarks,
  readPlainFills,
  withMarks,
  type Mark,
} from './fill-memory';
import { hiddenCells } from './flag-edits';
import { unsureSheets, withNotesFollowed, type SeenNotes, type StandingNote } from './follow-notes';
import { readsLike } from './ledger-layout';
import { wordsOf } from './note-text';
import { ownNote } from './own-notes';
import { isNamedOutline, ownSheet } from './own-sheets';

/** A mark nobody remembers: what colour the cells had before it is not known, so they get none. */
function markOf({ sheet, cell, tone, note }: LedgerFlag, area: Range | null): Mark {
  const fill = fillMarkup(NO_FILL);
  const others = hiddenCells(area);
  return {
    sheet,
    cell,
    tone,
    note,
    kept: false,
    noted: null,
    fill,
    others: others.map((one) => ({ cell: cellName(one), fill })).filter((one) => one.cell !== cell),
  };
}

interface Found {
  readonly flags: readonly LedgerFlag[];
  readonly marks: readonly Mark[];
  readonly sheets: readonly LedgerSheet[];
  readonly likely: Recognised['likely'];
}

function foundNotes(
  ledger: Ledger | null,
  sheets: readonly SheetSnapshot[],
  notes: readonly StandingNote[],
): Pick<Found, 'flags' | 'marks' | 'likely'> {
  const known = new Set(
    [...(ledger?.flags ?? []), ...readMarks(ledger)].map(({ sheet, cell }) =>
      cellLabel(sheet, cell),
    ),
  );
  const byName = new Map(sheets.map((sheet) => [sheet.name, sheet]));
  const areas = new Map(
    [...grouped(notes, ({ sheet }) => sheet)].map(([name, own]) => [
      name,
      areasOf(
        byName.get(name)?.merges ?? [],
        own.map(({ cell }) => cell),
      ),
    ]),
  );
  const flags: LedgerFlag[] = [];
  const marks: Mark[] = [];
  const likely: { sheet: string; cell: string }[] = [];
  for (const { sheet, cell, text } of notes) {
    const place = { sheet, cell: cellName(cell) };
    if (known.has(cellLabel(sheet, cell))) continue;
    const own = ownNote(text);
    if (own?.certainty === 'likely') likely.push(place);
    if (own?.certainty !== 'sure') continue;
    const flag = { ...place, tone: own.tone, note: text };
    flags.push(flag);
    marks.push(markOf(flag, areas.get(sheet)?.get(cellKey(cell)) ?? null));
  }
  return { flags, marks, likely };
}

function foundSheets(
  ledger: Ledger | null,
  sheets: readonly SheetSnapshot[],
): Pick<Found, 'sheets' | 'likely'> & { readonly outline: LedgerSheet | null } {
  const known = new Set((ledger?.sheets ?? []).map(({ name }) => name));
  const found: LedgerSheet[] = [];
  const likely: { sheet: string; cell: null }[] = [];
  let outline: LedgerSheet | null = null;
  for (const sheet of sheets) {
    const own = known.has(sheet.name) ? null : ownSheet(sheet);
    const { name } = sheet;
    if (own?.role === 'outline') {
      // Without a fingerprint it counts as written in: it is neither written again nor taken away.
      if (isNamedOutline(sheet)) outline ??= { role: 'outline', name, digest: '', kept: true };
    } else if (own?.certainty === 'sure') found.push({ role: own.role, name, digest: '' });
    else if (own) likely.push({ sheet: name, cell: null });
  }
  return { sheets: found, likely, outline };
}

/** Marks of ours whose notes the ledger knows of. */
const notedMarks = (ledger: Ledger | null): readonly Mark[] =>
  readMarks(ledger).filter(({ note, kept }) => note !== null && !kept);

/**
 * Whether a workbook with so many notes may have some of ours that the ledger does not know of, or
 * not where they are: there are more than it knows of on sheets that are still there, rows have
 * moved, or a sheet it does not know reads like one it knows, as a copy does.
 */
export function mayHaveMore(
  ledger: Ledger | null,
  sheets: readonly SheetSnapshot[],
  count: number,
): boolean {
  if (count === 0 || !ledger) return count > 0;
  const { layouts = [], sheets: ours } = ledger;
  const present = new Set(sheets.map(({ name }) => name));
  const known = notedMarks(ledger).filter(({ sheet }) => present.has(sheet)).length;
  const names = new Set([...layouts.map(({ sheet }) => sheet), ...ours.map(({ name }) => name)]);
  const isCopy = (sheet: SheetSnapshot): boolean =>
    !names.has(sheet.name) && layouts.some((layout) => readsLike(sheet, layout));
  return count > known || unsureSheets(ledger).size > 0 || sheets.some(isCopy);
}

/**
 * Sheets on which there are more notes than the ledger knows of, or not where it knows them: there it
 * is worth asking what they say.
 * @param counts notes of each sheet, by name
 */
export function sheetsToLookAt(
  ledger: Ledger | null,
  counts: ReadonlyMap<string, number>,
): readonly string[] {
  const ours = new Set((ledger?.sheets ?? []).map(({ name }) => name));
  const known = new Map<string, number>();
  for (const { sheet } of notedMarks(ledger)) known.set(sheet, (known.get(sheet) ?? 0) + 1);
  const unsure = unsureSheets(ledger);
  return [...counts]
    .filter(([name, count]) => count > (unsure.has(name) ? 0 : (known.get(name) ?? 0)))
    .filter(([name]) => !ours.has(name))
    .map(([name]) => name);
}

/**
 * The ledger with what is ours beyond doubt though it does not say so: another program saved the
 * workbook without it, or a sheet was copied with our marks on it. Marks are known by their notes,
 * sheets by how they are built; a fill alone, or a name alone, is a person's. What was in 得分 before
 * is not known, so every score counts as typed.
 * @param seen notes of the sheets of `sheetsToLookAt`
 */
export function withOwnTraces(
  stored: Ledger | null,
  sheets: readonly SheetSnapshot[],
  seen: SeenNotes,
): Ledger | null {
  const ledger = withNotesFollowed(stored, seen);
  const marked = foundNotes(ledger, sheets, seen.notes);
  const built = foundSheets(ledger, sheets);
  const likely = [...marked.likely, ...built.likely];
  const sure = [...marked.flags, ...built.sheets];
  // An outline alone is what a person kept when all else was cleared.
  if (sure.length + likely.length === 0) return ledger;
  const base = ledger ?? EMPTY_LEDGER;
  const outline = ledger === null && sure.length > 0 && built.outline ? [built.outline] : [];
  const next: Ledger = {
    ...base,
    flags: [...base.flags, ...marked.flags],
    sheets: [...base.sheets, ...built.sheets, ...outline],
    ...(base.lost ? { lost: stillLost(base.lost, sheets, marked.flags) } : {}),
    recognised: {
      withoutLedger: ledger === null,
      sheets: [...new Set(sure.map(nameOf))],
      likely,
    },
  };
  if (sure.length === 0) return next;
  return withMarks(next, [...readMarks(ledger), ...marked.marks], readPlainFills(ledger));
}

/** Lost marks but those of a sheet nobody finds again that were recognised on another. */
function stillLost(
  lost: readonly LostMark[],
  sheets: readonly SheetSnapshot[],
  flags: readonly LedgerFlag[],
): readonly LostMark[] {
  const present = new Set(sheets.map(({ name }) => name));
  const found = new Set(flags.map(({ note }) => wordsOf(note ?? '')));
  return lost.filter(
    ({ sheet, was }) => present.has(sheet) || !was || !found.has(wordsOf(was.note)),
  );
}

const nameOf = (one: LedgerFlag | LedgerSheet): string => ('sheet' in one ? one.sheet : one.name);
