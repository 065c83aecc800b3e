import { cellAt } from '../../model/address';
import type { CellEdit } from '../../model/edit';
import {
  emptyPatch,
  isEmptyPatch,
  leftAlone,
  type Degradation,
  type Patch,
  type PatchReport,
} from '../../model/patch';
import type { SheetSnapshot } from '../../model/snapshot';
import { flagsAnew, type FlagsAnew } from '../../changes/flag-edits';
import { peel, type Peeled } from './clear';
import { dropCalculationChain, splicePart } from './drop-parts';
import type { OpenedWorkbook } from '../open';
import { readPartText } from '../package';
import { writePackage, type Deflate } from './write-package';
import { readBack } from './read-back';
import { calculationSplices } from './sheet-register';
import { cellSplices, changesAt, type PlacedChange } from './write-cells';
import { formulaRanges } from './sheet-formulas';
import { editChanges } from './edit-changes';
import { fitTexts, type StylePart } from './fit-texts';
import { checkPatch, realEdits, type Writes } from '../../changes/check-patch';
import { draftChanges, draftText, openDraft, setDraftText, type Draft } from './write-draft';
import { applySplices } from './write-splice';
import type { FileSheet } from '../../changes/mark-memory';
import { partFinder } from '../workbook-index';
import { layOurs, type Layed } from './lay-ours';

export interface ApplyOptions {
  readonly deflate?: Deflate;
}

export interface Applied {
  readonly bytes: Uint8Array;
  readonly report: PatchReport;
}

/** Puts values and stored results into the user's cells; this is what stays after a clear. */
function writeValues(
  draft: Draft,
  opened: OpenedWorkbook,
  patch: Patch,
  writes: Writes,
  styles: StylePart,
): void {
  const partOf = partFinder(opened.index);
  for (const sheet of opened.snapshot.sheets) {
    const own = writes.get(sheet.id) ?? [];
    const values = own
      .filter(({ formula }) => formula === undefined)
      .map(({ cell, value }): PlacedChange => [cell, { kind: 'value', value }]);
    const formulas = own.flatMap(({ formula, ...write }): CellEdit[] =>
      formula === undefined ? [] : [{ ...write, sheetId: sheet.id, formula }],
    );
    const results = patch.cached
      .filter(({ sheetId, cell, value }) => sheetId === sheet.id && cellAt(sheet, cell) !== value)
      .map(({ cell, value }): PlacedChange => [cell, { kind: 'cached', value }]);
    const changes = changesAt([...values, ...results]);
    const part = changes.size + formulas.length === 0 ? null : partOf(sheet.name);
    if (part === null) continue;
    splicePart(draft, part, cellSplices(draftText(draft, part), changes));
    if (formulas.length > 0) {
      const text = draftText(draft, part);
      splicePart(draft, part, cellSplices(text, editChanges(text, sheet, formulas)));
    }
    fitTexts(draft, part, styles, sheet, own);
  }
}

const hasFormulas = (sheet: SheetSnapshot): boolean =>
  sheet.formulas.some((row) => row.some((formula) => formula !== null));

/** Stored results may be out of date once values changed: ask for a calculation on opening. */
function askForCalculation(draft: Draft, opened: OpenedWorkbook, ours: readonly FileSheet[]): void {
  const names = new Set(ours.map(({ name }) => name));
  const theirs = opened.snapshot.sheets.filter(({ name }) => !names.has(name));
  if (!theirs.some(hasFormulas)) return;
  const text = draftText(draft, opened.index.workbook);
  setDraftText(draft, opened.index.workbook, applySplices(text, calculationSplices(text)));
}

/** What the user should be told although it was done. */
function protections(opened: OpenedWorkbook, patch: Patch, writes: Writes): readonly Degradation[] {
  const touched = new Set([...writes.keys(), ...patch.flags.map(({ sheetId }) => sheetId)]);
  const sheets = opened.snapshot.sheets
    .filter((sheet) => sheet.protected && touched.has(sheet.id))
    .map(({ name }): Degradation => ({ kind: 'sheet-protected', sheet: name, cell: null }));
  const structure = opened.index.structureProtected && patch.sheets.length > 0;
  const first = patch.sheets[0];
  return structure && first
    ? [...sheets, { kind: 'structure-protected', sheet: first.name, cell: null }]
    : sheets;
}

/** Sheets a patch wants gone that are not ours: they stay. */
function foreignSheets(
  opened: OpenedWorkbook,
  patch: Patch,
  peeled: Peeled,
): readonly Degradation[] {
  const ours = new Set(peeled.sheets.map(({ name }) => name));
  return patch.removeSheets
    .filter(
      (name) => !ours.has(name) && opened.snapshot.sheets.some((sheet) => sheet.name === name),
    )
    .map((sheet) => ({
      kind: 'sheet-kept',
      sheet,
      cell: null,
    }));
}

interface Rewritten {
  readonly bytes: Uint8Array;
  readonly peeled: Peeled;
  readonly marks: FlagsAnew;
  readonly layed: Layed;
  readonly revision: string;
}

/**
 * Takes what is ours off, lets `writeContent` change the user's cells (it says whether results may
 * now be out of date), and lays what is ours on again.
 */
function rewrite(
  opened: OpenedWorkbook,
  patch: Patch,
  options: ApplyOptions,
  writeContent: (draft: Draft, styles: StylePart) => boolean,
): Rewritten {
  const { index, snapshot } = opened;
  const pkg = opened.package;
  const draft = openDraft(pkg, index.contentTypes);
  const peeled = peel(draft, index, snapshot);
  const styles = { name: index.styles, before: peeled.styles };
  if (writeContent(draft, styles)) askForCalculation(draft, opened, peeled.sheets);
  const marks = flagsAnew(peeled.marks, patch.flags, snapshot.sheets);
  const layed = layOurs(draft, opened, patch, peeled, marks);
  const changes = draftChanges(draft);
  const bytes = writePackage(pkg, changes, options);
  const revision = changes.size === 0 ? snapshot.revision : readBack(bytes, opened, patch);
  return { bytes, peeled, marks, layed, revision };
}

/** Changes cells as a person did. What is ours lies over the new content as it lay over the old. */
function writeEdits(
  draft: Draft,
  opened: OpenedWorkbook,
  edits: ReadonlyMap<SheetSnapshot, readonly CellEdit[]>,
): void {
  const partOf = partFinder(opened.index);
  for (const [sheet, list] of edits) {
    const part = partOf(sheet.name);
    if (part === null) continue;
    const text = draftText(draft, part);
    splicePart(draft, part, cellSplices(text, editChanges(text, sheet, list)));
    if (list.some(({ cell }) => sheet.formulas[cell.row]?.[cell.column])) {
      dropCalculationChain(draft, opened.index);
    }
  }
}

/**
 * Checks edits as `applyEdits` will, and gives those that change something.
 * @throws Failure as `realEdits`.
 */
export function checkEdits(
  opened: OpenedWorkbook,
  edits: readonly CellEdit[],
): ReadonlyMap<SheetSnapshot, readonly CellEdit[]> {
  const partOf = partFinder(opened.index);
  return realEdits(edits, opened.snapshot, (sheet) => {
    const part = partOf(sheet.name);
    return part === null ? [] : formulaRanges(readPartText(opened.package, part));
  });
}

/**
 * Writes what a person changed in a grid into the workbook: exactly these cells, with everything
 * else as `applyPatch` keeps it. With nothing changed the input comes back.
 * @throws Failure as `checkEdits`.
 */
export function applyEdits(
  opened: OpenedWorkbook,
  edits: readonly CellEdit[],
  options: ApplyOptions = {},
): Uint8Array {
  const changed = checkEdits(opened, edits);
  if (changed.size === 0) return opened.package.bytes;
  return rewrite(opened, emptyPatch(opened.snapshot.revision), options, (draft) => {
    writeEdits(draft, opened, changed);
    return true;
  }).bytes;
}

/**
 * Writes a patch into a workbook. It is checked in full first; only the parts that must change
 * change, every other part keeps its very bytes, and with nothing to change the input comes back.
 * What is ours is taken off first and laid on again, so that writing twice is writing once.
 * @throws Failure as `checkPatch`, and `result-too-large`.
 */
export function applyPatch(
  opened: OpenedWorkbook,
  patch: Patch,
  options: ApplyOptions = {},
): Applied {
  const { snapshot } = opened;
  const pkg = opened.package;
  const partOf = partFinder(opened.index);
  const writes = checkPatch(patch, snapshot, (sheet) => {
    const part = partOf(sheet.name);
    return part === null ? [] : formulaRanges(readPartText(pkg, part));
  });
  const cellsWritten = [...writes.values()].reduce((sum, list) => sum + list.length, 0);
  if (isEmptyPatch(patch)) {
    return {
      bytes: pkg.bytes,
      report: {
        cellsWritten,
        flagsSet: 0,
        flagsCleared: 0,
        sheetsWritten: [],
        degradations: leftAlone(patch),
        revision: snapshot.revision,
      },
    };
  }

  const { bytes, peeled, marks, layed, revision } = rewrite(
    opened,
    patch,
    options,
    (draft, styles) => {
      writeValues(draft, opened, patch, writes, styles);
      return cellsWritten > 0;
    },
  );
  const roles = new Set(patch.sheets.map(({ role }) => role));
  return {
    bytes,
    report: {
      cellsWritten,
      flagsSet: marks.set,
      flagsCleared: marks.cleared,
      sheetsWritten: layed.sheets.filter(({ role }) => roles.has(role)).map(({ name }) => name),
      degradations: [
        ...layed.degradations,
        ...protections(opened, patch, writes),
        ...foreignSheets(opened, patch, peeled),
        ...leftAlone(patch),
      ],
      revision,
    },
  };
}
