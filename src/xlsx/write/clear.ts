import { namedSheets, standingMarks, type Mark } from '../../changes/fill-memory';
import type { FileSheet } from '../../changes/mark-memory';
import type { Snapshot } from '../../model/snapshot';
import { hasPart, readPartText } from '../package';
import { relsPartOf } from '../part-paths';
import { findLedgerPart } from '../read/read-ledger';
import type { WorkbookIndex } from '../workbook-index';
import {
  dropCalculationChain,
  dropParts,
  dropRelationships,
  ownParts,
  splicePart,
  undeclare,
} from './drop-parts';
import { peelMarks } from './peel-marks';
import { listedSheets, unlistSplices } from './sheet-register';
import { dropTitles, titlesPart } from './sheet-titles';
import { draftHas, draftRelationships, draftText, setDraftText, type Draft } from './write-draft';
import { contentTypesOf, type PartUndo } from './write-plan';
import { applySplices, digestText, splicesFit } from './write-splice';
import { readState, type FileState } from './write-state';

/** What was found of ours when it was taken off, for what is put on again. */
export interface Peeled {
  readonly marks: readonly Mark[];
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

/**
 * Nobody wrote into the parts since: they go back to exactly what they were. Explorer writes into the
 * properties alone: those are only rid of our titles.
 */
function peelExactly(draft: Draft, index: WorkbookIndex, state: FileState): void {
  if (!state.undo.every((undo) => isUntouched(draft, undo))) {
    dropTitles(draft, index, new Set(state.sheets.map(({ name }) => name)));
  }
  for (const undo of state.undo.filter((one) => isUntouched(draft, one))) {
    const { part, splices, encoding } = undo;
    const text = applySplices(draftText(draft, part), splices);
    setDraftText(draft, part, text);
    if (encoding) draft.encodings.set(part, { text, encoding });
  }
  for (const part of state.created) if (draftHas(draft, part)) setDraftText(draft, part, null);
}

/** Whether all goes back to exactly what it was, the properties aside. */
function isExact(draft: Draft, { undo }: FileState): boolean {
  const titles = titlesPart(draft);
  return undo.length > 0 && undo.every((one) => one.part === titles || isUntouched(draft, one));
}

function dropLedger(draft: Draft, index: WorkbookIndex): void {
  const part = findLedgerPart(draft.pkg, index);
  if (part === null) return;
  const parts = new Set([part, relsPartOf(part)]);
  for (const rel of draftRelationships(draft, part)) if (!rel.external) parts.add(rel.target);
  for (const source of ['', index.workbook]) dropRelationships(draft, source, new Set([part]));
  dropParts(draft, parts);
}

/** Another program saved the file since: what is ours is found by what it is, not by where it was. */
function peelByContent(
  draft: Draft,
  index: WorkbookIndex,
  remembered: readonly FileSheet[],
): readonly FileSheet[] {
  const text = draftText(draft, index.workbook);
  const listed = listedSheets(text);
  const ours = new Set(remembered.map(({ name }) => name));
  const sheets: FileSheet[] = [];
  let place = 0;
  for (const { name, sheetId } of listed) {
    const known = remembered.find((sheet) => sheet.name === name);
    const entry = index.sheets.find((sheet) => sheet.name === name);
    if (known && entry) sheets.push({ ...known, part: entry.part, sheetId, place });
    else place++;
  }
  if (sheets.length > 0) {
    dropTitles(draft, index, ours);
    splicePart(draft, index.workbook, unlistSplices(text, ours));
    dropRelationships(draft, index.workbook, new Set(sheets.map(({ part }) => part)));
    const owned = new Set(sheets.flatMap(({ part }) => [...ownParts(draft, part)]));
    undeclare(draft, owned);
    dropCalculationChain(draft, index);
  }
  dropLedger(draft, index);
  return sheets;
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
  const peeled = peelOurs(draft, index, snapshot);
  dropLedgerSheets(draft, index, snapshot);
  return peeled;
}

function peelOurs(draft: Draft, index: WorkbookIndex, snapshot: Snapshot): Peeled {
  const { ledger } = snapshot;
  const types = contentTypesOf(draftText(draft, draft.contentTypes));
  if (ledger === null) {
    dropLedger(draft, index);
    return { marks: [], sheets: [], types, styles: null };
  }
  const marks = standingMarks(snapshot);
  const state = readState(ledger.host.file);
  if (state && isExact(draft, state)) {
    const styles = index.styles === null ? null : draftText(draft, index.styles);
    peelExactly(draft, index, state);
    return { marks, sheets: state.sheets, types, styles };
  }
  peelMarks(draft, index, snapshot, marks);
  const sheets = peelByContent(draft, index, state?.sheets ?? namedSheets(ledger));
  return { marks, sheets, types, styles: null };
}
