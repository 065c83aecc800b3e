import { cellName, parseCellName } from '../../model/grid';
import type { Ledger } from '../../model/ledger';
import type { Snapshot } from '../../model/snapshot';
import { hasShapes, noteShapes, ourComments } from './notes';
import { commentsPart, notesDrawing } from './notes-parts';
import { hasPart, readPartText } from '../package';
import { relsPartOf } from '../part-paths';
import { findLedgerPart } from '../read/read-ledger';
import { listedSheets, unlistSplices } from './sheet-register';
import {
  fillOfFormat,
  formatWithFill,
  isToneFill,
  openStyles,
  reprefixed,
  styleSplices,
} from './styles';
import type { WorkbookIndex } from '../workbook-index';
import type { CellChange } from './cell-markup';
import { cellSplices } from './write-cells';
import { draftHas, draftRelationships, draftText, setDraftText, type Draft } from './write-draft';
import { contentTypesOf, type PartUndo } from './write-plan';
import { applySplices, digestText, splicesFit, type Splice } from './write-splice';
import type { FileMark, FileSheet } from '../../changes/mark-memory';
import { readState, type FileState } from './write-state';
import { attribute, childElements, nextTag, rootElement } from '../xml';

/** What was found of ours when it was taken off, for what is put on again. */
export interface Peeled {
  readonly marks: readonly FileMark[];
  readonly sheets: readonly FileSheet[];
  /** Content types as they stood, for sheets that are left as they are. */
  readonly types: ReadonlyMap<string, string>;
  /** The style part as it stood: what we appended to it has to keep its numbers. */
  readonly styles: string | null;
}

const isUntouched = (draft: Draft, { part, digest, splices }: PartUndo): boolean => {
  if (!hasPart(draft.pkg, part)) return false;
  const text = readPartText(draft.pkg, part);
  return digestText(text) === digest && splicesFit(splices, text.length);
};

/** Nobody wrote into the parts since: they go back to exactly what they were. */
function peelExactly(draft: Draft, state: FileState): void {
  for (const { part, splices, encoding } of state.undo) {
    const text = applySplices(draftText(draft, part), splices);
    setDraftText(draft, part, text);
    if (encoding) draft.encodings.set(part, { text, encoding });
  }
  for (const part of state.created) if (draftHas(draft, part)) setDraftText(draft, part, null);
}

function splicePart(draft: Draft, part: string, splices: readonly Splice[]): void {
  if (splices.length > 0) setDraftText(draft, part, applySplices(draftText(draft, part), splices));
}

/** Takes parts away with what declares their content. */
function dropParts(draft: Draft, parts: ReadonlySet<string>): void {
  for (const part of parts) if (draftHas(draft, part)) setDraftText(draft, part, null);
  const names = new Set([...parts].map((part) => `/${part}`.toLowerCase()));
  const text = draftText(draft, draft.contentTypes);
  const splices: Splice[] = [];
  for (let tag = nextTag(text, 0); tag; tag = nextTag(text, tag.end)) {
    if (tag.name !== 'Override' || tag.kind === 'close') continue;
    if (!names.has((attribute(text, tag, 'PartName') ?? '').toLowerCase())) continue;
    splices.push({ at: tag.start, end: tag.end, text: '' });
  }
  splicePart(draft, draft.contentTypes, splices);
}

/** Takes away the relationships of a part that lead to any of these parts. */
function dropRelationships(draft: Draft, source: string, targets: ReadonlySet<string>): void {
  const ids = new Set(
    draftRelationships(draft, source)
      .filter((rel) => !rel.external && targets.has(rel.target))
      .map((rel) => rel.id),
  );
  if (ids.size === 0) return;
  const rels = relsPartOf(source);
  const text = draftText(draft, rels);
  const elements = [...childElements(text, rootElement(text).inner)];
  if (elements.every(({ tag }) => ids.has(attribute(text, tag, 'Id') ?? ''))) {
    setDraftText(draft, rels, null);
    return;
  }
  const splices = elements
    .filter(({ tag }) => ids.has(attribute(text, tag, 'Id') ?? ''))
    .map(({ outer }) => ({ at: outer.start, end: outer.end, text: '' }));
  splicePart(draft, rels, splices);
}

/** Kinds of relationships that lead to parts only one sheet uses. */
const OWNED = new Set([
  'drawing',
  'chart',
  'chartStyle',
  'chartColorStyle',
  'chartUserShapes',
  'printerSettings',
  'comments',
  'vmlDrawing',
  'threadedComment',
]);

/** A sheet part with everything that belongs to it alone, relationship parts included. */
export function ownParts(draft: Draft, sheet: string): ReadonlySet<string> {
  const parts = new Set<string>();
  const open = [sheet];
  for (let part = open.pop(); part !== undefined; part = open.pop()) {
    if (parts.has(part) || !draftHas(draft, part)) continue;
    parts.add(part);
    const rels = relsPartOf(part);
    if (!draftHas(draft, rels)) continue;
    parts.add(rels);
    for (const rel of draftRelationships(draft, part)) {
      if (!rel.external && OWNED.has(rel.kind)) open.push(rel.target);
    }
  }
  return parts;
}

/** Takes a sheet of ours away with all that belongs to it; it is off the workbook's list already. */
export function dropSheetParts(draft: Draft, sheet: string): void {
  for (const part of ownParts(draft, sheet)) setDraftText(draft, part, null);
}

/** Gives flagged cells the fill they had, whatever format they have by now. */
function restoreFills(
  draft: Draft,
  index: WorkbookIndex,
  marks: readonly FileMark[],
  fills: readonly string[],
): void {
  if (index.styles === null) return;
  const book = openStyles(draftText(draft, index.styles));
  const none = book.lists.fills.items[0] ?? '';
  for (const { name, part } of index.sheets) {
    const changes = new Map<number, Map<number, CellChange>>();
    for (const mark of marks) {
      if (mark.sheet !== name) continue;
      for (const [place, number] of mark.fills) {
        const cell = parseCellName(place);
        if (!cell) continue;
        const fill = fills[number];
        const before = fill === undefined ? none : reprefixed(fill, book.prefix);
        const row = changes.get(cell.row) ?? new Map<number, CellChange>();
        changes.set(cell.row, row);
        row.set(cell.column, {
          kind: 'style',
          create: false,
          style: (present) =>
            isToneFill(fillOfFormat(book, present))
              ? formatWithFill(book, present, before)
              : present,
        });
      }
    }
    if (changes.size > 0) splicePart(draft, part, cellSplices(draftText(draft, part), changes));
  }
  splicePart(draft, index.styles, styleSplices(book));
}

/** Takes away the element that refers to a sheet's drawing of notes. */
function legacyDrawingSplices(text: string): readonly Splice[] {
  const at = text.lastIndexOf('legacyDrawing ');
  const start = at < 0 ? -1 : text.lastIndexOf('<', at);
  const tag = start < 0 ? null : nextTag(text, start);
  return tag?.name === 'legacyDrawing' && tag.kind === 'empty'
    ? [{ at: tag.start, end: tag.end, text: '' }]
    : [];
}

/** Takes our notes off a sheet, and the parts they stood in once nothing else is in them. */
function removeNotes(draft: Draft, sheet: string, written: ReadonlyMap<string, string>): void {
  const comments = commentsPart(draft, sheet);
  if (comments === null || written.size === 0) return;
  const text = draftText(draft, comments);
  const found = ourComments(text, written);
  if (found.length === 0) return;
  const cells = new Set(found.map(({ name }) => name));
  const splices = found.map(({ element: { outer } }) => ({
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

/** Excel mends a file whose calculation chain names cells that are no formulas any more. */
export function dropCalculationChain(draft: Draft, index: WorkbookIndex): void {
  if (index.calcChain === null || !draftHas(draft, index.calcChain)) return;
  const parts = new Set([index.calcChain]);
  dropRelationships(draft, index.workbook, parts);
  dropParts(draft, parts);
}

function dropLedger(draft: Draft, index: WorkbookIndex): void {
  const part = findLedgerPart(draft.pkg, index);
  if (part === null) return;
  const parts = new Set([part, relsPartOf(part)]);
  for (const rel of draftRelationships(draft, part)) if (!rel.external) parts.add(rel.target);
  for (const source of ['', index.workbook]) dropRelationships(draft, source, new Set([part]));
  dropParts(draft, parts);
}

/** What a ledger without a file host's memory still tells: cells and names. */
function stateOfLedger(ledger: Ledger): FileState {
  return {
    version: 1,
    undo: [],
    created: [],
    fills: [],
    marks: ledger.flags.map(({ sheet, cell, tone, note }) => ({
      sheet,
      cell,
      tone,
      note,
      kept: note === null,
      fills: [[cell, 0]],
    })),
    sheets: ledger.sheets.map(({ role, name }) => ({
      role,
      asked: name,
      name,
      part: '',
      sheetId: 0,
      place: 0,
      titleRows: 0,
    })),
  };
}

/** Another program saved the file since: what is ours is found by what it is, not by where it was. */
function peelByContent(draft: Draft, index: WorkbookIndex, state: FileState): readonly FileSheet[] {
  restoreFills(draft, index, state.marks, state.fills);
  for (const { name, part, kind } of index.sheets) {
    if (kind !== 'worksheet') continue;
    const written = new Map<string, string>();
    for (const mark of state.marks) {
      const cell = mark.sheet === name && !mark.kept ? parseCellName(mark.cell) : null;
      if (cell && mark.note !== null) written.set(cellName(cell), mark.note);
    }
    removeNotes(draft, part, written);
  }
  const text = draftText(draft, index.workbook);
  const listed = listedSheets(text);
  const ours = new Set(state.sheets.map(({ name }) => name));
  const sheets: FileSheet[] = [];
  let place = 0;
  for (const { name, sheetId } of listed) {
    const known = state.sheets.find((sheet) => sheet.name === name);
    const entry = index.sheets.find((sheet) => sheet.name === name);
    if (known && entry) sheets.push({ ...known, part: entry.part, sheetId, place });
    else place++;
  }
  if (sheets.length > 0) {
    splicePart(draft, index.workbook, unlistSplices(text, ours));
    dropRelationships(draft, index.workbook, new Set(sheets.map(({ part }) => part)));
    const owned = new Set(sheets.flatMap(({ part }) => [...ownParts(draft, part)]));
    undeclare(draft, owned);
    dropCalculationChain(draft, index);
  }
  dropLedger(draft, index);
  return sheets;
}

/** Takes the content types of parts away, the parts themselves left. */
function undeclare(draft: Draft, parts: ReadonlySet<string>): void {
  const texts = new Map([...parts].map((part) => [part, draft.texts.get(part)]));
  dropParts(draft, parts);
  for (const [part, text] of texts) {
    if (text === undefined) draft.texts.delete(part);
    else draft.texts.set(part, text);
  }
}

/** Sheets of the workbook that are in no snapshot hold a ledger: it goes into its part from now on. */
function dropLedgerSheets(draft: Draft, index: WorkbookIndex, snapshot: Snapshot): void {
  const read = new Set(snapshot.sheets.map(({ name }) => name));
  const left = index.sheets.filter(({ name, kind }) => kind === 'worksheet' && !read.has(name));
  if (left.length === 0) return;
  const names = new Set(left.map(({ name }) => name));
  splicePart(draft, index.workbook, unlistSplices(draftText(draft, index.workbook), names));
  dropRelationships(draft, index.workbook, new Set(left.map(({ part }) => part)));
  dropParts(draft, new Set(left.flatMap(({ part }) => [...ownParts(draft, part)])));
}

/**
 * Takes everything of ours off the draft except scores. Sheets of ours are off the workbook's list
 * but their parts are still there: the caller drops those it does not list again.
 */
export function peel(draft: Draft, index: WorkbookIndex, snapshot: Snapshot): Peeled {
  const peeled = peelOurs(draft, index, snapshot.ledger);
  dropLedgerSheets(draft, index, snapshot);
  return peeled;
}

function peelOurs(draft: Draft, index: WorkbookIndex, ledger: Ledger | null): Peeled {
  const types = contentTypesOf(draftText(draft, draft.contentTypes));
  if (ledger === null) {
    dropLedger(draft, index);
    return { marks: [], sheets: [], types, styles: null };
  }
  const state = readState(ledger.host.file);
  if (state && state.undo.length > 0 && state.undo.every((undo) => isUntouched(draft, undo))) {
    const styles = index.styles === null ? null : draftText(draft, index.styles);
    peelExactly(draft, state);
    return { marks: state.marks, sheets: state.sheets, types, styles };
  }
  const remembered = state ?? stateOfLedger(ledger);
  const sheets = peelByContent(draft, index, remembered);
  return { marks: remembered.marks, sheets, types, styles: null };
}
