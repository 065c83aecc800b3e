import { cellAt, cellLabel, sheetsByName } from '../model/address';
import { Failure } from '../model/failure';
import { cellName, parseCellName, type CellRef } from '../model/grid';
import { EMPTY_LEDGER, type Ledger, type LedgerFlag, type LedgerLayout } from '../model/ledger';
import { layoutOf, layoutOfAny } from './ledger-layout';
import {
  leftAlone,
  remembersOnly,
  type Degradation,
  type Patch,
  type SheetWrite,
} from '../model/patch';
import type { SheetSnapshot } from '../model/snapshot';
import { sameNote } from './note-text';
import { ownNote } from './own-notes';
import { freeSheetName } from './sheet-names';
import type { Writes } from './check-patch';
import type { Standing, StandingBook } from './standing';
import type { CellChange, Change, FillChange, NoteChange, PageChange } from './change';
import {
  canRestore,
  fillMarkup,
  fillOfMarkup,
  isToneFill,
  NO_FILL,
  readMarks,
  readPlainFills,
  storeMarks,
  TONE_FILLS,
  type Fill,
  type Mark,
  type PlainFills,
} from './fill-memory';
import type { WantedFlag, WantedFlags } from './flag-edits';
import { ledgerWhileWriting } from './undo-ledger';
import {
  pageAsItStands,
  pageBehind,
  readMemory,
  storeMemory,
  withoutMemory,
  type UndoFill,
  type UndoNote,
  type UndoPage,
  type UndoRecord,
} from './undo-record';

/** Everything that was found out before the first cell is touched. */
export interface Findings {
  readonly patch: Patch;
  readonly reading: StandingBook;
  readonly writes: Writes;
  readonly flags: WantedFlags;
  readonly standing: Standing;
  /** Cells with a thread of the user's, `附表!G5`. */
  readonly threads: ReadonlySet<string>;
  /** Our sheets as this session last wrote them. */
  readonly pages: readonly SheetWrite[];
  /** What the host can do: notes need ExcelApi 1.18. */
  readonly abilities: { readonly notes: boolean };
}

export interface Planned {
  readonly change: Change;
  readonly undo: UndoRecord;
  readonly degradations: readonly Degradation[];
  readonly cellsWritten: number;
  readonly flagsSet: number;
  readonly flagsCleared: number;
  /** Names of our sheets that stand as planned. */
  readonly sheetsWritten: readonly string[];
  /** Our sheets as they stand afterwards. */
  readonly pages: readonly SheetWrite[];
}

const samePlain = (first: unknown, second: unknown): boolean =>
  JSON.stringify(first) === JSON.stringify(second);

export const sameFill = (first: Fill, second: Fill): boolean =>
  first.pattern === second.pattern &&
  (first.pattern === 'None' || first.color.toUpperCase() === second.color.toUpperCase());

const toneFill = (color: string): Fill => ({ color, pattern: 'Solid', patternColor: '' });

/** Excel refuses a protected sheet in the middle of a batch; so it is refused before. */
function checkProtection(findings: Findings): void {
  const { patch, reading, writes } = findings;
  const touched = new Set([...writes.keys(), ...patch.flags.map(({ sheetId }) => sheetId)]);
  const closed = reading.snapshot.sheets.find((sheet) => sheet.protected && touched.has(sheet.id));
  if (closed) throw new Failure('sheet-protected', { sheet: closed.name });
}

function cellChanges({ writes, reading }: Findings): readonly CellChange[] {
  return reading.snapshot.sheets.flatMap((sheet) =>
    (writes.get(sheet.id) ?? []).map(({ cell, value }) => ({
      sheet: sheet.name,
      cell,
      value,
      isText: sheet.formats[cell.row]?.[cell.column] === '@',
    })),
  );
}

interface FlagPlan {
  readonly fills: readonly FillChange[];
  readonly notes: readonly NoteChange[];
  readonly undoFills: readonly UndoFill[];
  readonly undoNotes: readonly UndoNote[];
  readonly marks: readonly Mark[];
  readonly degradations: readonly Degradation[];
  readonly set: number;
  readonly cleared: number;
}

interface FlagDraft {
  readonly fills: FillChange[];
  readonly notes: NoteChange[];
  readonly undoFills: UndoFill[];
  readonly undoNotes: UndoNote[];
  readonly marks: Map<string, Mark>;
  readonly degradations: Degradation[];
  readonly unnoted: Set<string>;
  readonly plainFills: PlainFills;
  set: number;
  cleared: number;
}

function changeFill(
  draft: FlagDraft,
  sheet: string,
  cell: CellRef,
  before: Fill,
  after: Fill,
): void {
  if (sameFill(before, after)) return;
  draft.fills.push({ sheet, cell, fill: after });
  draft.undoFills.push({ sheet, cell: cellName(cell), wrote: after, before });
}

/** Puts back what a cell of ours looked like; one a person coloured since stays. */
function restoreFill(
  draft: FlagDraft,
  sheet: string,
  cell: CellRef,
  markup: string,
  { standing }: Findings,
): void {
  const fill = standing.fills.get(cellLabel(sheet, cell)) ?? NO_FILL;
  if (!isToneFill(fill)) return;
  const before = fillOfMarkup(draft.plainFills.get(markup) ?? markup);
  if (before === null) draft.degradations.push({ kind: 'fill-lost', sheet, cell });
  changeFill(draft, sheet, cell, fill, before ?? NO_FILL);
}

function changeNote(
  draft: FlagDraft,
  flag: WantedFlag,
  before: string | undefined,
  after: string | null,
): void {
  if (before === undefined ? after === null : after !== null && sameNote(before, after)) return;
  const sheet = flag.sheet.name;
  draft.notes.push({ sheet, cell: flag.cell, text: after, exists: before !== undefined });
  draft.undoNotes.push({
    sheet,
    cell: cellName(flag.cell),
    wrote: after,
    before: before ?? null,
  });
}

/** As it was written, or as an earlier write that came to a halt had written it. */
const isOurNote = (note: string | undefined, mark: Mark): boolean =>
  note !== undefined &&
  !mark.kept &&
  ((mark.note !== null && sameNote(note, mark.note)) || ownNote(note)?.certainty === 'sure');

function clearFlag(draft: FlagDraft, flag: WantedFlag, findings: Findings): void {
  const sheet = flag.sheet.name;
  const place = cellLabel(flag.sheet.name, flag.cell);
  const mark = draft.marks.get(place);
  if (!mark) return;
  draft.marks.delete(place);
  draft.cleared++;
  if (mark.fill !== null) restoreFill(draft, sheet, flag.cell, mark.fill, findings);
  for (const other of mark.others) {
    const cell = parseCellName(other.cell);
    if (cell) restoreFill(draft, sheet, cell, other.fill, findings);
  }
  const note = findings.standing.notes.get(place);
  if (isOurNote(note, mark)) changeNote(draft, flag, note, null);
  if (!findings.abilities.notes && mayBeNoted(mark)) leaveNote(draft, flag);
}

/** Whether a note of ours stands on the cell as far as one can know who cannot look. */
const mayBeNoted = (mark: Mark): boolean =>
  mark.note !== null && !mark.kept && mark.noted !== false;

/** Below ExcelApi 1.18 a note another host wrote can be neither changed nor taken away. */
const leaveNote = (draft: FlagDraft, { sheet, cell }: WantedFlag): void => {
  draft.degradations.push({ kind: 'note-left', sheet: sheet.name, cell });
};

function setFlag(draft: FlagDraft, flag: WantedFlag, findings: Findings): void {
  const { standing, threads, abilities } = findings;
  const { tone, cell } = flag;
  if (tone === null) return;
  const sheet = flag.sheet.name;
  const place = cellLabel(sheet, cell);
  const known = draft.marks.get(place);
  const fill = standing.fills.get(place) ?? NO_FILL;
  const isOurs = known !== undefined && known.fill !== null && isToneFill(fill);
  const colours = isOurs || canRestore(fill);
  if (colours) changeFill(draft, sheet, cell, fill, toneFill(TONE_FILLS[tone]));
  const note = standing.notes.get(place);
  const isForeign = note !== undefined && !(known && isOurNote(note, known));
  const kept = flag.note !== null && abilities.notes && (threads.has(place) || isForeign);
  const leftNote = !abilities.notes && known !== undefined && mayBeNoted(known) ? known.note : null;
  if (kept) draft.degradations.push({ kind: 'note-kept', sheet, cell });
  else if (abilities.notes) changeNote(draft, flag, note, flag.note);
  else if (leftNote === null) {
    if (flag.note !== null) draft.unnoted.add(sheet);
  } else if (!sameNote(leftNote, flag.note)) leaveNote(draft, flag);
  const remembered = isOurs ? known.fill : fillMarkup(fill);
  draft.marks.set(place, {
    sheet,
    cell: cellName(cell),
    tone,
    note: leftNote ?? flag.note,
    kept,
    noted: abilities.notes || flag.note === null ? null : leftNote !== null,
    fill: colours ? remembered : null,
    others: known?.others ?? [],
  });
  draft.set++;
}

function planFlags(findings: Findings): FlagPlan {
  const { reading } = findings;
  const names = new Set(reading.snapshot.sheets.map(({ name }) => name));
  const draft: FlagDraft = {
    fills: [],
    notes: [],
    undoFills: [],
    undoNotes: [],
    marks: new Map(
      readMarks(reading.snapshot.ledger)
        .filter(({ sheet }) => names.has(sheet))
        .map((mark) => [cellLabel(mark.sheet, mark.cell), mark]),
    ),
    degradations: [],
    unnoted: new Set(),
    plainFills: readPlainFills(reading.snapshot.ledger),
    set: 0,
    cleared: 0,
  };
  for (const flag of findings.flags.flags) {
    if (flag.tone === null) clearFlag(draft, flag, findings);
    else setFlag(draft, flag, findings);
  }
  for (const sheet of draft.unnoted) {
    draft.degradations.push({ kind: 'notes-unsupported', sheet, cell: null });
  }
  return { ...draft, marks: [...draft.marks.values()] };
}

interface PagePlan {
  readonly pages: readonly PageChange[];
  /** All that stand as planned afterwards, those included that stood already. */
  readonly written: readonly SheetWrite[];
  readonly removed: readonly string[];
  readonly undo: readonly UndoPage[];
  readonly renamed: ReadonlyMap<string, string>;
  readonly degradations: readonly Degradation[];
  /** Roles whose sheet could not be made. */
  readonly missing: ReadonlySet<string>;
}

function planPages(findings: Findings): PagePlan {
  const { patch, reading } = findings;
  const { snapshot, list } = reading;
  const sheets = sheetsByName(snapshot);
  const ours = (snapshot.ledger?.sheets ?? []).filter(({ name }) => sheets.has(name));
  const remembered = [...findings.pages, ...readMemory(snapshot.ledger).pages];
  const taken = new Set(list.sheets.map(({ name }) => name.toLowerCase()));
  const pages: PageChange[] = [];
  const written: SheetWrite[] = [];
  const undo: UndoPage[] = [];
  const removed: string[] = [];
  const renamed = new Map<string, string>();
  const degradations: Degradation[] = [];
  const missing = new Set<string>();
  const keep = (kind: Degradation['kind'], sheet: string): void => {
    degradations.push({ kind, sheet, cell: null });
  };
  const before = (sheet: SheetSnapshot, role: SheetWrite['role']): SheetWrite =>
    pageAsItStands(sheet, role, remembered);

  for (const write of patch.sheets) {
    const known = ours.find(({ role }) => role === write.role);
    const present = known && sheets.get(known.name);
    if (present?.protected) {
      keep('sheet-protected', present.name);
      continue;
    }
    if (!present && list.structureProtected) {
      keep('structure-protected', write.name);
      missing.add(write.role);
      continue;
    }
    const name = present?.name ?? freeSheetName(write.name, taken);
    taken.add(name.toLowerCase());
    if (name !== write.name) renamed.set(write.name, name);
    written.push({ ...write, name });
    const standing = present && pageBehind(present, write.role, remembered);
    if (standing && samePlain(standing, { ...write, name })) continue;
    pages.push({ name, isNew: !present, write, standing: standing ?? null });
    undo.push({ name, before: present ? before(present, write.role) : null });
  }
  for (const name of patch.removeSheets) {
    const present = sheets.get(name);
    const known = ours.find((sheet) => sheet.name === name);
    if (!present) continue;
    if (!known) keep('sheet-kept', name);
    else if (list.structureProtected) keep('structure-protected', name);
    else {
      removed.push(name);
      undo.push({ name, before: before(present, known.role) });
    }
  }
  return { pages, written, removed, undo, renamed, degradations, missing };
}

/** The ledger as it is true for this workbook: kept notes are null, sheets go by their real names. */
function trueLedger(
  findings: Findings,
  flags: FlagPlan,
  pages: PagePlan,
): Ledger | null | undefined {
  const { patch, reading } = findings;
  if (patch.ledger === null) return null;
  const touched = flags.set + flags.cleared + pages.pages.length + pages.removed.length > 0;
  if (patch.ledger === undefined && !touched) return undefined;
  const base = patch.ledger ?? reading.snapshot.ledger ?? EMPTY_LEDGER;
  const kept = new Set(
    flags.marks.filter((mark) => mark.kept).map(({ sheet, cell }) => cellLabel(sheet, cell)),
  );
  const { moved } = findings.flags;
  const isKept = ({ sheet, cell }: LedgerFlag): boolean =>
    kept.has(moved.get(cellLabel(sheet, cell)) ?? cellLabel(sheet, cell));
  const ledger: Ledger = {
    ...base,
    flags: base.flags.map((flag) => (isKept(flag) ? { ...flag, note: null } : flag)),
    sheets: base.sheets
      .filter(({ role }) => !pages.missing.has(role))
      .map((sheet) => ({ ...sheet, name: pages.renamed.get(sheet.name) ?? sheet.name })),
  };
  const others = Object.entries(ledger.host).filter(([name]) => name !== 'file');
  const file = storeMarks(flags.marks, readPlainFills(findings.reading.snapshot.ledger), ledger);
  const next = {
    ...ledger,
    host: { ...Object.fromEntries(others), ...(file ? { file } : {}) },
  };
  const isDone = flags.fills.length + flags.notes.length + pages.pages.length === 0;
  const stands = isDone && findings.writes.size === 0 && pages.removed.length === 0;
  const present = reading.snapshot.ledger;
  return stands && samePlain(withoutMemory(next), withoutMemory(present)) ? undefined : next;
}

/** A sheet with what is written into it. */
function withWrites(sheet: SheetSnapshot, writes: Writes): SheetSnapshot {
  const own = writes.get(sheet.id) ?? [];
  if (own.length === 0) return sheet;
  const values = sheet.values.map((line) => [...line]);
  for (const { cell, value } of own) {
    const line = values[cell.row];
    if (line) line[cell.column] = value;
  }
  return { ...sheet, values };
}

/** What rows and columns are called, once it is written, on every sheet with cells in a change. */
function layoutsOf(
  { patch, reading: { snapshot }, writes }: Findings,
  touched: readonly { readonly sheet: string }[],
): readonly LedgerLayout[] {
  const names = new Set(touched.map(({ sheet }) => sheet));
  const known = patch.ledger?.layouts ?? snapshot.ledger?.layouts ?? [];
  return snapshot.sheets
    .filter(({ name }) => names.has(name))
    .map((sheet) => {
      const after = withWrites(sheet, writes);
      const layout = known.find((one) => one.sheet === sheet.name);
      return layout ? layoutOf(after, layout.nameColumn, layout.header) : layoutOfAny(after);
    });
}

/**
 * Decides everything a patch means for this workbook, and what would take it back.
 * @throws Failure `sheet-protected`
 */
export function planChange(findings: Findings): Planned {
  checkProtection(findings);
  const { reading } = findings;
  const before = reading.snapshot.ledger;
  const cells = cellChanges(findings);
  const flags = planFlags(findings);
  const pages = planPages(findings);
  const ledger = trueLedger(findings, flags, pages);
  const sheets = sheetsByName(reading.snapshot);
  const undo: UndoRecord = {
    version: 1,
    cells: cells.map(({ sheet, cell, value }) => ({
      sheet,
      cell: cellName(cell),
      wrote: value,
      before: cellAt(sheets.get(sheet), cell),
    })),
    fills: flags.undoFills,
    notes: flags.undoNotes,
    pages: pages.undo,
    ledger: before?.recognised?.withoutLedger ? null : before,
    layouts: layoutsOf(findings, [...cells, ...flags.fills, ...flags.notes]),
  };
  const last = remembersOnly(findings.patch) ? readMemory(before).undo : undo;
  const written = new Map(pages.written.map((page) => [page.role, page]));
  const gone = new Set(pages.removed);
  const remembered = [...findings.pages, ...readMemory(before).pages].filter(
    ({ role, name }, index, all) =>
      !written.has(role) && !gone.has(name) && all.findIndex((one) => one.role === role) === index,
  );
  const standing = [...remembered, ...written.values()];
  const next = ledger && {
    ...ledger,
    host: { ...ledger.host, excel: storeMemory({ undo: last, pages: standing }) },
  };
  return {
    change: {
      cells,
      fills: flags.fills,
      notes: flags.notes,
      pages: pages.pages,
      removed: pages.removed,
      ledger: next,
      meanwhile: next ? ledgerWhileWriting(reading.snapshot, next) : undefined,
      renamed: pages.renamed,
    },
    undo,
    degradations: [...flags.degradations, ...pages.degradations, ...leftAlone(findings.patch)],
    cellsWritten: cells.length,
    flagsSet: flags.set,
    flagsCleared: flags.cleared,
    sheetsWritten: pages.written.map(({ name }) => name),
    pages: standing,
  };
}
