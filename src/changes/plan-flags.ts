import { cellLabel } from '../model/address';
import { cellName, parseCellName, type CellRef } from '../model/grid';
import type { FindingSeverity } from '../model/finding';
import type { Degradation } from '../model/patch';
import type { FillChange, NoteChange } from './change';
import {
  canRestore,
  fillMarkup,
  fillOfMarkup,
  isToneFill,
  NO_FILL,
  readMarks,
  readPlainFills,
  TONE_FILLS,
  type Fill,
  type Mark,
  type PlainFills,
} from './fill-memory';
import type { WantedFlag } from './flag-edits';
import type { Findings } from './known-before';
import { sameNote } from './note-text';
import { ownNote } from './own-notes';
import { marksPermitted } from './protection';
import type { UndoFill, UndoNote } from './undo-record';

export const sameFill = (first: Fill, second: Fill): boolean =>
  first.pattern === second.pattern &&
  (first.pattern === 'None' || first.color.toUpperCase() === second.color.toUpperCase());

const toneFill = (color: string): Fill => ({ color, pattern: 'Solid', patternColor: '' });

export interface FlagPlan {
  readonly fills: readonly FillChange[];
  readonly notes: readonly NoteChange[];
  readonly undoFills: readonly UndoFill[];
  readonly undoNotes: readonly UndoNote[];
  readonly marks: readonly Mark[];
  readonly degradations: readonly Degradation[];
  /** Cells whose mark of an earlier run stands as it did: protection lets nobody change it. */
  readonly left: readonly { readonly sheet: string; readonly cell: CellRef }[];
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
  readonly left: { readonly sheet: string; readonly cell: CellRef }[];
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

/** A mark that protection does not let be as planned: one of an earlier run stays as it is. */
function leaveMark(
  draft: FlagDraft,
  { sheet: { name: sheet }, cell, tone, note }: WantedFlag,
): void {
  const place = cellLabel(sheet, cell);
  draft.degradations.push({ kind: 'mark-protected', sheet, cell });
  if (draft.marks.has(place)) draft.left.push({ sheet, cell });
  else if (tone !== null) {
    const nothing = { kept: true, noted: null, fill: null, others: [] };
    draft.marks.set(place, { sheet, cell: cellName(cell), tone, note, ...nothing });
  }
}

/** Whether clearing a mark would change a fill. */
function isColoured(mark: Mark, { standing }: Findings): boolean {
  const own = mark.fill === null ? [] : [mark.cell];
  return [...own, ...mark.others.map(({ cell }) => cell)].some((cell) =>
    isToneFill(standing.fills.get(cellLabel(mark.sheet, cell)) ?? NO_FILL),
  );
}

function clearFlag(draft: FlagDraft, flag: WantedFlag, findings: Findings): void {
  const sheet = flag.sheet.name;
  const place = cellLabel(flag.sheet.name, flag.cell);
  const mark = draft.marks.get(place);
  if (!mark) return;
  const note = findings.standing.notes.get(place);
  const may = marksPermitted(flag.sheet, findings.standing);
  if ((!may.fills && isColoured(mark, findings)) || (!may.notes && isOurNote(note, mark))) {
    leaveMark(draft, flag);
    return;
  }
  draft.marks.delete(place);
  draft.cleared++;
  if (mark.fill !== null) restoreFill(draft, sheet, flag.cell, mark.fill, findings);
  for (const other of mark.others) {
    const cell = parseCellName(other.cell);
    if (cell) restoreFill(draft, sheet, cell, other.fill, findings);
  }
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

/** Colours a cell; what it looked like before, null where it is left uncoloured. */
function setFill(
  draft: FlagDraft,
  flag: WantedFlag,
  tone: FindingSeverity,
  { standing }: Findings,
): string | null {
  const { sheet, cell } = flag;
  const place = cellLabel(sheet.name, cell);
  const known = draft.marks.get(place);
  const fill = standing.fills.get(place) ?? NO_FILL;
  const wanted = toneFill(TONE_FILLS[tone]);
  if (!marksPermitted(sheet, standing).fills) {
    if (!sameFill(fill, wanted)) {
      draft.degradations.push({ kind: 'mark-protected', sheet: sheet.name, cell });
    }
    return known?.fill ?? null;
  }
  const isOurs = known !== undefined && known.fill !== null && isToneFill(fill);
  if (!isOurs && !canRestore(fill)) return null;
  changeFill(draft, sheet.name, cell, fill, wanted);
  return isOurs ? known.fill : fillMarkup(fill);
}

/** What is remembered of the note of a mark. */
type SetNote = Pick<Mark, 'note' | 'kept' | 'noted'>;

/** Sets a note; null where protection keeps an earlier one of ours from being changed. */
function setNote(draft: FlagDraft, flag: WantedFlag, findings: Findings): SetNote | null {
  const { standing, threads, abilities } = findings;
  const { cell, note: text } = flag;
  const sheet = flag.sheet.name;
  const place = cellLabel(sheet, cell);
  const known = draft.marks.get(place);
  const note = standing.notes.get(place);
  if (!abilities.notes) return setWithoutNotes(draft, flag, known);
  const isOurs = known !== undefined && isOurNote(note, known);
  const isClosed = !marksPermitted(flag.sheet, standing).notes;
  if (isClosed && isOurs && !sameNote(note, text)) return null;
  const isForeign = note !== undefined && !isOurs;
  const kept = text !== null && (threads.has(place) || isForeign || (isClosed && !isOurs));
  if (!kept) changeNote(draft, flag, note, text);
  else {
    const isPersons = threads.has(place) || isForeign;
    draft.degradations.push({ kind: isPersons ? 'note-kept' : 'mark-protected', sheet, cell });
  }
  return { note: text, kept, noted: null };
}

function setWithoutNotes(draft: FlagDraft, flag: WantedFlag, known: Mark | undefined): SetNote {
  const { note } = flag;
  const leftNote = known !== undefined && mayBeNoted(known) ? known.note : null;
  if (leftNote === null) {
    if (note !== null) draft.unnoted.add(flag.sheet.name);
  } else if (!sameNote(leftNote, note)) leaveNote(draft, flag);
  return { note: leftNote ?? note, kept: false, noted: note === null ? null : leftNote !== null };
}

function setFlag(draft: FlagDraft, flag: WantedFlag, findings: Findings): void {
  const { tone, cell } = flag;
  if (tone === null) return;
  const sheet = flag.sheet.name;
  const place = cellLabel(sheet, cell);
  const may = marksPermitted(flag.sheet, findings.standing);
  const noted = may.fills || may.notes ? setNote(draft, flag, findings) : null;
  if (!noted) {
    leaveMark(draft, flag);
    return;
  }
  const others = draft.marks.get(place)?.others ?? [];
  const fill = setFill(draft, flag, tone, findings);
  draft.marks.set(place, { sheet, cell: cellName(cell), tone, ...noted, fill, others });
  draft.set++;
}

/** What flags mean for fills and notes: which change, and which are a person's and stay. */
export function planFlags(findings: Findings): FlagPlan {
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
    left: [],
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
