import type { Mark } from '../../changes/fill-memory';
import type { WantedFlag } from '../../changes/flag-edits';
import { bySheet, sheetsByName } from '../../model/address';
import { cellName, parseCellName } from '../../model/grid';
import type { Snapshot } from '../../model/snapshot';
import { partFinder, type WorkbookIndex } from '../workbook-index';
import { nextTag } from '../xml';
import { dropParts, dropRelationships, splicePart } from './drop-parts';
import { commentsOn, hasShapes, noteShapes } from './notes';
import { commentsPart, notesDrawing } from './notes-parts';
import { emptyStyles, openStyles, styleSplices } from './styles';
import { draftText, type Draft } from './write-draft';
import { fillSplices, planClearing } from './write-marks';
import type { Splice } from './write-splice';

/** Takes away the element that refers to a sheet's drawing of notes. */
function legacyDrawingSplices(text: string): readonly Splice[] {
  const at = text.lastIndexOf('legacyDrawing ');
  const start = at < 0 ? -1 : text.lastIndexOf('<', at);
  const tag = start < 0 ? null : nextTag(text, start);
  return tag?.name === 'legacyDrawing' && tag.kind === 'empty'
    ? [{ at: tag.start, end: tag.end, text: '' }]
    : [];
}

/** Takes notes off a sheet, and the parts they stood in once nothing else is in them. */
function removeNotes(draft: Draft, sheet: string, cells: ReadonlySet<string>): void {
  const comments = commentsPart(draft, sheet);
  if (comments === null) return;
  const splices = commentsOn(draftText(draft, comments), cells).map(({ outer }) => ({
    at: outer.start,
    end: outer.end,
    text: '',
  }));
  splicePart(draft, comments, splices);
  const drawing = notesDrawing(draft, sheet);
  if (drawing !== null) splicePart(draft, drawing, noteShapes(draftText(draft, drawing), cells));
  if (/<(?:\w+:)?comment[\s>]/.test(draftText(draft, comments))) return;
  const empty = new Set([comments]);
  if (drawing !== null && !hasShapes(draftText(draft, drawing))) {
    empty.add(drawing);
    splicePart(draft, sheet, legacyDrawingSplices(draftText(draft, sheet)));
  }
  dropRelationships(draft, sheet, empty);
  dropParts(draft, empty);
}

/** Each mark as a flag that is to go, at the very cell where it stands. */
const cleared = (marks: readonly Mark[], snapshot: Snapshot): readonly WantedFlag[] => {
  const sheets = sheetsByName(snapshot);
  return marks.flatMap((mark) => {
    const sheet = sheets.get(mark.sheet);
    const cell = parseCellName(mark.cell);
    return sheet && cell ? [{ sheet, cell, area: null, tone: null, note: null }] : [];
  });
};

/** Takes marks off a file another program saved since: what of them still is as we left it. */
export function peelMarks(
  draft: Draft,
  index: WorkbookIndex,
  snapshot: Snapshot,
  marks: readonly Mark[],
): void {
  const { styles } = index;
  const partOf = partFinder(index);
  const book = openStyles(styles === null ? emptyStyles('') : draftText(draft, styles));
  const { fills, notes } = planClearing(draft, book, cleared(marks, snapshot), marks, partOf);
  for (const [sheet, steps] of bySheet(fills)) {
    const part = partOf(sheet);
    if (part !== null)
      splicePart(draft, part, fillSplices(book, draftText(draft, part), steps, false));
  }
  if (styles !== null) splicePart(draft, styles, styleSplices(book));
  for (const [sheet, steps] of bySheet(notes)) {
    const part = partOf(sheet);
    if (part !== null) removeNotes(draft, part, new Set(steps.map(({ cell }) => cellName(cell))));
  }
}
