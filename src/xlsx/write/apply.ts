import { cellAt } from '../../model/address';
import type { CellEdit } from '../../model/edit';
import { EMPTY_LEDGER, type Ledger } from '../../model/ledger';
import {
  isEmptyPatch,
  leftAlone,
  type Degradation,
  type Patch,
  type PatchReport,
} from '../../model/patch';
import type { SheetSnapshot } from '../../model/snapshot';
import { dropCalculationChain, dropSheetParts, peel, type Peeled } from './clear';
import { ledgerXml, planLedger } from '../ledger-part';
import type { OpenedWorkbook } from '../open';
import { readPartText, writePackage, type Deflate } from '../package';
import { plainFill } from './plain-fill';
import { readBack } from './read-back';
import { calculationSplices } from './sheet-register';
import { emptyStyles, keepAppended, openStyles, styleSplices, type StyleBook } from './styles';
import { colourReader } from '../view/view-colours';
import { cellSplices, formulaRanges, type CellChange } from './write-cells';
import { editChanges } from './edit-changes';
import { checkPatch, realEdits, type Writes } from '../../changes/check-patch';
import { dialectOf } from './write-dialect';
import {
  draftChanges,
  draftHas,
  draftText,
  openDraft,
  setDraftText,
  type Draft,
} from './write-draft';
import { changeMarks, planMarks, type MarkChanges } from './write-marks';
import {
  freeName,
  layPlan,
  openPlan,
  planPart,
  planRelationship,
  planSplices,
  promisedPart,
  type Plan,
} from './write-plan';
import { planSheets } from './write-sheets';
import { applySplices } from './write-splice';
import type { FileSheet } from '../../changes/mark-memory';
import { standingLedger } from '../../changes/standing-ledger';
import { storeState, type FileState } from './write-state';

export interface ApplyOptions {
  readonly deflate?: Deflate;
}

export interface Applied {
  readonly bytes: Uint8Array;
  readonly report: PatchReport;
}

const STYLES_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml';

function partFinder({ index }: OpenedWorkbook): (sheet: string) => string | null {
  const parts = new Map(index.sheets.map(({ name, part }) => [name, part]));
  return (sheet) => parts.get(sheet) ?? null;
}

/** Puts values and stored results into the user's cells; this is what stays after a clear. */
function writeValues(draft: Draft, opened: OpenedWorkbook, patch: Patch, writes: Writes): void {
  const partOf = partFinder(opened);
  for (const sheet of opened.snapshot.sheets) {
    const changes = new Map<number, Map<number, CellChange>>();
    const change = (row: number, column: number, item: CellChange): void => {
      const line = changes.get(row);
      if (line) line.set(column, item);
      else changes.set(row, new Map([[column, item]]));
    };
    for (const { cell, value } of writes.get(sheet.id) ?? []) {
      change(cell.row, cell.column, { kind: 'value', value });
    }
    for (const { sheetId, cell, value } of patch.cached) {
      if (sheetId !== sheet.id || cellAt(sheet, cell) === value) continue;
      change(cell.row, cell.column, { kind: 'cached', value });
    }
    const part = changes.size === 0 ? null : partOf(sheet.name);
    if (part === null) continue;
    const text = draftText(draft, part);
    setDraftText(draft, part, applySplices(text, cellSplices(text, changes)));
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

/** The workbook's style part as a book to append to, made the first time it is asked for. */
function styleShelf(plan: Plan, opened: OpenedWorkbook, peeled: Peeled) {
  const present = opened.index.styles;
  const part = present !== null && draftHas(plan.draft, present) ? present : null;
  let book: StyleBook | null = null;
  const open = (): StyleBook => {
    if (book) return book;
    const text = part === null ? emptyStyles(plan.dialect.main) : draftText(plan.draft, part);
    book = openStyles(text);
    if (peeled.styles !== null) keepAppended(book, openStyles(peeled.styles));
    return book;
  };
  /** Plans what was appended. */
  const close = (): void => {
    if (!book) return;
    if (part !== null) {
      planSplices(plan, part, styleSplices(book));
      return;
    }
    const { workbook } = opened.index;
    const folder = workbook.slice(0, workbook.lastIndexOf('/') + 1);
    const first = `${folder}styles.xml`;
    const promised = promisedPart(plan, workbook, STYLES_TYPE, ({ kind }) => kind === 'styles');
    const free = plan.taken.has(first) ? freeName(plan, `${folder}styles`, '.xml') : first;
    const name = promised ?? free;
    planPart(plan, name, applySplices(book.text, styleSplices(book)), STYLES_TYPE);
    if (promised === null) planRelationship(plan, workbook, 'styles', name);
  };
  return { open, close };
}

/** The ledger that is to travel in the file; null for none. */
function nextLedger(opened: OpenedWorkbook, patch: Patch, hasMarks: boolean): Ledger | null {
  if (patch.ledger !== undefined) return patch.ledger;
  return opened.snapshot.ledger ?? (hasMarks ? EMPTY_LEDGER : null);
}

/** The ledger as it is true for this file: notes left out are null, sheets go by their real names. */
function fileLedger(ledger: Ledger, state: FileState, isPlanned: boolean): Ledger {
  const host = { ...ledger.host, file: storeState(state) };
  if (isPlanned) {
    const marks = new Map(state.marks.map((mark) => [`${mark.cell} ${mark.sheet}`, mark]));
    const names = new Map(state.sheets.map(({ role, name }) => [role, name]));
    const standing = standingLedger(ledger, {
      isKept: ({ sheet, cell }) => marks.get(`${cell} ${sheet}`)?.kept === true,
      nameOf: ({ role, name }) => names.get(role) ?? name,
    });
    return { ...standing, host };
  }
  const known = new Map(ledger.sheets.map((sheet) => [sheet.role, sheet]));
  return {
    ...ledger,
    flags: state.marks.map(({ sheet, cell, tone, note, kept }) => ({
      sheet,
      cell,
      tone,
      note: kept ? null : note,
    })),
    sheets: state.sheets.map(({ role, name }) => ({ digest: '', ...known.get(role), role, name })),
    host,
  };
}

interface Layed {
  readonly sheets: readonly FileSheet[];
  readonly degradations: readonly Degradation[];
}

/** Lays everything of ours over the user's content: colours, notes, sheets, ledger. */
function layOurs(
  draft: Draft,
  opened: OpenedWorkbook,
  patch: Patch,
  peeled: Peeled,
  marks: MarkChanges,
): Layed {
  const { index, snapshot } = opened;
  const removed = new Set(patch.removeSheets);
  const previous = peeled.sheets.filter(({ name }) => !removed.has(name));
  const written = new Set(patch.sheets.map(({ role }) => role));
  for (const sheet of peeled.sheets) {
    if (removed.has(sheet.name) || written.has(sheet.role)) dropSheetParts(draft, sheet.part);
  }
  const plan = openPlan(draft, dialectOf(draftText(draft, index.workbook)));
  for (const { part } of previous) plan.taken.add(part.toLowerCase());
  const shelf = styleShelf(plan, opened, peeled);
  if (previous.length > 0) shelf.open();
  const sheets = planSheets(plan, index.workbook, shelf.open, peeled, previous, patch.sheets);
  const sheetParts = new Set(plan.parts.keys());
  const planned =
    marks.wanted.length === 0
      ? { marks: [], fills: [], degradations: [] }
      : planMarks(plan, shelf.open(), marks.wanted, snapshot, partFinder(opened));
  shelf.close();
  if (sheets.some(({ calculated }) => calculated !== false)) {
    planSplices(plan, index.workbook, calculationSplices(draftText(draft, index.workbook)));
  }
  const ledger = nextLedger(opened, patch, planned.marks.length + sheets.length > 0);
  const ledgerPart = ledger === null ? null : planLedger(plan, index.workbook);
  const undo = layPlan(plan);
  if (ledger !== null && ledgerPart !== null) {
    const ours = new Set(sheets.map(({ part }) => part));
    const created = [...plan.parts.keys()].filter(
      (part) => !sheetParts.has(part) && !isBeside(part, ours, sheetParts),
    );
    const { fills } = planned;
    const state: FileState = {
      version: 1,
      undo,
      created,
      marks: planned.marks,
      fills,
      ...plainFillsOf(fills, draft, index),
      sheets,
    };
    setDraftText(
      draft,
      ledgerPart,
      ledgerXml(fileLedger(ledger, state, patch.ledger !== undefined)),
    );
  }
  return { sheets, degradations: planned.degradations };
}

/** The fills another program could not put back as they are written. */
function plainFillsOf(
  fills: readonly string[],
  draft: Draft,
  { styles, theme }: OpenedWorkbook['index'],
): Pick<FileState, 'plainFills'> {
  if (fills.length === 0) return {};
  const textOf = (part: string | null): string | null =>
    part === null ? null : draftText(draft, part);
  const readColour = colourReader(textOf(styles), textOf(theme));
  const plainFills = fills.flatMap((fill, index): readonly [number, string][] => {
    const plain = plainFill(fill, readColour);
    return plain === null ? [] : [[index, plain]];
  });
  return plainFills.length === 0 ? {} : { plainFills };
}

/** Relationship parts of our sheets and drawings go with them. */
function isBeside(
  part: string,
  sheets: ReadonlySet<string>,
  drawings: ReadonlySet<string>,
): boolean {
  const source = part.replace(/_rels\/([^/]+)\.rels$/, '$1');
  return source !== part && (sheets.has(source) || drawings.has(source));
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
  readonly marks: MarkChanges;
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
  writeContent: (draft: Draft) => boolean,
): Rewritten {
  const { index, snapshot } = opened;
  const pkg = opened.package;
  const draft = openDraft(pkg, index.contentTypes);
  const peeled = peel(draft, index, snapshot);
  if (writeContent(draft)) askForCalculation(draft, opened, peeled.sheets);
  const marks = changeMarks(peeled.marks, patch.flags, snapshot);
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
  const partOf = partFinder(opened);
  for (const [sheet, list] of edits) {
    const part = partOf(sheet.name);
    if (part === null) continue;
    const text = draftText(draft, part);
    setDraftText(
      draft,
      part,
      applySplices(text, cellSplices(text, editChanges(text, sheet, list))),
    );
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
  const partOf = partFinder(opened);
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
  const nothing: Patch = {
    revision: opened.snapshot.revision,
    values: [],
    flags: [],
    cached: [],
    sheets: [],
    removeSheets: [],
    ledger: undefined,
  };
  return rewrite(opened, nothing, options, (draft) => {
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
  const partOf = partFinder(opened);
  const writes = checkPatch(patch, snapshot, (sheet) => {
    const part = partOf(sheet.name);
    return part === null ? [] : formulaRanges(readPartText(pkg, part));
  });
  const cellsWritten = [...writes.values()].reduce((sum, list) => sum + list.length, 0);
  const report = {
    cellsWritten,
    flagsSet: 0,
    flagsCleared: 0,
    sheetsWritten: [],
    degradations: [],
  };
  if (isEmptyPatch(patch)) {
    const degradations = leftAlone(patch);
    return { bytes: pkg.bytes, report: { ...report, degradations, revision: snapshot.revision } };
  }

  const { bytes, peeled, marks, layed, revision } = rewrite(opened, patch, options, (draft) => {
    writeValues(draft, opened, patch, writes);
    return cellsWritten > 0;
  });
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
