import { cellLabel } from '../model/address';
import { cellName, parseCellName, type CellRef } from '../model/grid';
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
