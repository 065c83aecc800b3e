import { cellLabel } from '../model/address';
import { cellName, parseCellName, type CellRef } from '../model/grid';
import type { FindingSeverity } from '../model/finding';
import type { Degradation } from '../model/patch';
import type { SheetSnapshot } from '../model/snapshot';
import type { Mark, MarkedCell } from './fill-memory';
import type { FillTerms } from './fill-terms';
import type { WantedFlag } from './flag-edits';
import { sameNote, wordsOf } from './note-text';
import { ownNote } from './own-notes';

/** What can be done to fills and notes of a sheet, and what is said of a cell where it cannot. */
export interface MarkPermission {
  readonly fills: boolean;
  readonly notes: boolean;
  readonly refusal: 'mark-protected' | 'notes-unsupported';
}

/** All there is to know before a mark is set or taken away. Keys are `附表!G5`. */
export interface MarkFindings<F> {
  readonly flags: readonly WantedFlag[];
  /** Marks of earlier runs that stand. */
  readonly marks: readonly Mark[];
  readonly fills: ReadonlyMap<string, F>;
  readonly notes: ReadonlyMap<string, string>;
  /** Cells with a thread of the user's. */
  readonly threads: ReadonlySet<string>;
  readonly terms: FillTerms<F>;
  readonly may: (sheet: SheetSnapshot) => MarkPermission;
  /** Cells hidden under the same merge that are coloured as well. */
  readonly under: (flag: WantedFlag) => readonly CellRef[];
  /** Whether the host can read and write notes at all: below ExcelApi 1.18 it cannot. */
  readonly hasNotes: boolean;
}

/** What a cell has and what it is to have. */
export interface Step<T> {
  readonly sheet: string;
  readonly cell: CellRef;
  readonly before: T;
  readonly after: T;
}

export interface FlagPlan<F> {
  readonly fills: readonly Step<F>[];
  /** Null: no note. */
  readonly notes: readonly Step<string | null>[];
  readonly marks: readonly Mark[];
  readonly degradations: readonly Degradation[];
  /** Cells whose mark of an earlier run stands as it did: protection lets nobody change it. */
  readonly left: readonly { readonly sheet: string; readonly cell: CellRef }[];
  readonly set: number;
  readonly cleared: number;
}

interface FlagDraft<F> {
  readonly fills: Step<F>[];
  readonly notes: Step<string | null>[];
  readonly marks: Map<string, Mark>;
  readonly degradations: Degradation[];
  readonly left: { readonly sheet: string; readonly cell: CellRef }[];
  readonly unnoted: Set<string>;
  set: number;
  cleared: number;
}

function changeFill<F>(draft: FlagDraft<F>, { terms }: MarkFindings<F>, step: Step<F>): void {
  if (!terms.same(step.before, step.after)) draft.fills.push(step);
}

/** Puts back what a cell of ours looked like; one a person coloured since stays. */
function restoreFill<F>(
  draft: FlagDraft<F>,
  sheet: string,
  { cell: name, fill: markup }: MarkedCell,
  findings: MarkFindings<F>,
): void {
  const { fills, terms } = findings;
  const cell = parseCellName(name);
  const before = fills.get(cellLabel(sheet, name)) ?? terms.none;
  if (!cell || !terms.isTone(before)) return;
  const after = terms.recalled(markup);
  if (after === null) draft.degradations.push({ kind: 'fill-lost', sheet, cell });
  changeFill(draft, findings, { sheet, cell, before, after: after ?? terms.none });
}

function changeNote<F>(
  draft: FlagDraft<F>,
  { sheet, cell }: WantedFlag,
  before: string | undefined,
  after: string | null,
): void {
  if (before === undefined ? after === null : after !== null && sameNote(before, after)) return;
  draft.notes.push({ sheet: sheet.name, cell, before: before ?? null, after });
}

/** As it was written, or as an earlier write that came to a halt had written it. */
const isOurNote = (note: string | undefined, mark: Mark): boolean =>
  note !== undefined &&
  !mark.kept &&
  ((mark.note !== null && wordsOf(note) === wordsOf(mark.note)) ||
    ownNote(note)?.certainty === 'sure');

/** A mark that protection does not let be as planned: one of an earlier run stays as it is. */
function leaveMark<F>(
  draft: FlagDraft<F>,
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

/** The cells a mark coloured, with the fills they had. */
const colouredBy = ({ cell, fill, others }: Mark): readonly MarkedCell[] =>
  fill === null ? others : [{ cell, fill }, ...others];

/** Whether clearing a mark would change a fill. */
const isColoured = <F>(mark: Mark, { fills, terms }: MarkFindings<F>): boolean =>
  colouredBy(mark).some(({ cell }) =>
    terms.isTone(fills.get(cellLabel(mark.sheet, cell)) ?? terms.none),
  );

function clearFlag<F>(draft: FlagDraft<F>, flag: WantedFlag, findings: MarkFindings<F>): void {
  const place = cellLabel(flag.sheet.name, flag.cell);
  const mark = draft.marks.get(place);
  if (!mark) return;
  const note = findings.notes.get(place);
  const may = findings.may(flag.sheet);
  if ((!may.fills && isColoured(mark, findings)) || (!may.notes && isOurNote(note, mark))) {
    leaveMark(draft, flag);
    return;
  }
  draft.marks.delete(place);
  draft.cleared++;
  for (const one of colouredBy(mark)) restoreFill(draft, mark.sheet, one, findings);
  if (isOurNote(note, mark)) changeNote(draft, flag, note, null);
  if (!findings.hasNotes && mayBeNoted(mark)) leaveNote(draft, flag);
}

/** Whether a note of ours stands on the cell as far as one can know who cannot look. */
const mayBeNoted = (mark: Mark): boolean =>
  mark.note !== null && !mark.kept && mark.noted !== false;

/** Below ExcelApi 1.18 a note another host wrote can be neither changed nor taken away. */
const leaveNote = <F>(draft: FlagDraft<F>, { sheet, cell }: WantedFlag): void => {
  draft.degradations.push({ kind: 'note-left', sheet: sheet.name, cell });
};

/** Colours a cell; what it looked like before, null where it is left uncoloured. */
function setFill<F>(
  draft: FlagDraft<F>,
  { sheet, cell, known }: { sheet: SheetSnapshot; cell: CellRef; known: string | null },
  tone: FindingSeverity,
  findings: MarkFindings<F>,
): string | null {
  const { fills, terms } = findings;
  const before = fills.get(cellLabel(sheet.name, cell)) ?? terms.none;
  const after = terms.tone(tone);
  const step = { sheet: sheet.name, cell, before, after };
  if (!findings.may(sheet).fills) {
    if (!terms.same(before, after)) {
      draft.degradations.push({ kind: 'mark-protected', sheet: sheet.name, cell });
    }
    return known;
  }
  const isOurs = known !== null && terms.isTone(before);
  if (!isOurs && !terms.canRestore(before)) return null;
  changeFill(draft, findings, step);
  return isOurs ? known : terms.remembered(before);
}

/** What is remembered of the note of a mark. */
type SetNote = Pick<Mark, 'note' | 'kept' | 'noted'>;

/** Sets a note; null where protection keeps an earlier one of ours from being changed. */
function setNote<F>(
  draft: FlagDraft<F>,
  flag: WantedFlag,
  findings: MarkFindings<F>,
): SetNote | null {
  const { cell, note: text } = flag;
  const sheet = flag.sheet.name;
  const place = cellLabel(sheet, cell);
  const known = draft.marks.get(place);
  const note = findings.notes.get(place);
  if (!findings.hasNotes) return setWithoutNotes(draft, flag, known);
  const may = findings.may(flag.sheet);
  const isOurs = known !== undefined && isOurNote(note, known);
  if (!may.notes && isOurs && !sameNote(note, text)) return null;
  const isPersons = findings.threads.has(place) || (note !== undefined && !isOurs);
  const isBarred = isPersons || (!may.notes && !isOurs);
  if (!isBarred) changeNote(draft, flag, note, text);
  else if (text !== null) {
    draft.degradations.push({ kind: isPersons ? 'note-kept' : may.refusal, sheet, cell });
  }
  return { note: text, kept: isBarred && text !== null, noted: null };
}

function setWithoutNotes<F>(
  draft: FlagDraft<F>,
  flag: WantedFlag,
  known: Mark | undefined,
): SetNote {
  const { note } = flag;
  const leftNote = known !== undefined && mayBeNoted(known) ? known.note : null;
  if (leftNote === null) {
    if (note !== null) draft.unnoted.add(flag.sheet.name);
  } else if (!sameNote(leftNote, note)) leaveNote(draft, flag);
  return { note: leftNote ?? note, kept: false, noted: note === null ? null : leftNote !== null };
}

function setFlag<F>(
  draft: FlagDraft<F>,
  flag: WantedFlag,
  tone: FindingSeverity,
  findings: MarkFindings<F>,
): void {
  const { sheet, cell } = flag;
  const place = cellLabel(sheet.name, cell);
  const may = findings.may(sheet);
  const noted = may.fills || may.notes ? setNote(draft, flag, findings) : null;
  if (!noted) {
    leaveMark(draft, flag);
    return;
  }
  const known = draft.marks.get(place);
  const colour = (at: CellRef, before: string | null) =>
    setFill(draft, { sheet, cell: at, known: before }, tone, findings);
  const fill = colour(cell, known?.fill ?? null);
  const others = new Map(known?.others.map((one) => [one.cell, one.fill]));
  for (const hidden of findings.under(flag)) {
    const name = cellName(hidden);
    const before = colour(hidden, others.get(name) ?? null);
    if (before !== null) others.set(name, before);
  }
  draft.marks.set(place, {
    sheet: sheet.name,
    cell: cellName(cell),
    tone,
    note: noted.note,
    kept: noted.kept,
    noted: noted.noted,
    fill,
    others: [...others].map(([name, before]) => ({ cell: name, fill: before })),
  });
  draft.set++;
}

/**
 * What flags mean for fills and notes: which change, which are a person's and stay, and what is
 * remembered of those that are ours. Decided here for every host, which only says what stands there.
 */
export function planFlags<F>(findings: MarkFindings<F>): FlagPlan<F> {
  const draft: FlagDraft<F> = {
    fills: [],
    notes: [],
    marks: new Map(findings.marks.map((mark) => [cellLabel(mark.sheet, mark.cell), mark])),
    degradations: [],
    left: [],
    unnoted: new Set(),
    set: 0,
    cleared: 0,
  };
  for (const flag of findings.flags) {
    if (flag.tone === null) clearFlag(draft, flag, findings);
    else setFlag(draft, flag, flag.tone, findings);
  }
  for (const sheet of draft.unnoted) {
    draft.degradations.push({ kind: 'notes-unsupported', sheet, cell: null });
  }
  return { ...draft, marks: [...draft.marks.values()] };
}
