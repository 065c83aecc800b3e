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
import type { OpenedWorkbook } from '../open';
import type { Peeled } from './clear';
import { dropSheetParts } from './drop-parts';
import { draftHas, draftText, setDraftText, type Draft } from './write-draft';
import { emptyStyles, keepAppended, openStyles, styleSplices, type StyleBook } from './styles';
import { applySplices } from './write-splice';
import type { Degradation, Patch } from '../../model/patch';
import { cellLabel } from '../../model/address';
import { EMPTY_LEDGER, type Ledger } from '../../model/ledger';
import { storeState, type FileState } from './write-state';
import { storedMarks, type Mark } from '../../changes/fill-memory';
import type { FlagsAnew, WantedFlags } from '../../changes/flag-edits';
import { keptAmong, standingLedger } from '../../changes/standing-ledger';
import type { FileSheet } from '../../changes/mark-memory';
import { planMarks } from './write-marks';
import { dialectOf } from './write-dialect';
import { planSheets } from './write-sheets';
import { partFinder } from '../workbook-index';
import { calculationSplices } from './sheet-register';
import { ownTitles } from './sheet-titles';
import { ledgerXml, planLedger } from '../ledger-part';
import { hasPart, readPartText } from '../package';
import { colourReader } from '../view/view-colours';
import { plainFill } from './plain-fill';

const STYLES_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml';

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
function fileLedger(
  ledger: Ledger,
  state: FileState,
  marks: readonly Mark[],
  planned: WantedFlags | null,
): Ledger {
  const host = { ...ledger.host, file: storeState(state) };
  if (planned) {
    const names = new Map(state.sheets.map(({ role, name }) => [role, name]));
    const standing = standingLedger(ledger, {
      isKept: keptAmong(marks, planned.moved),
      nameOf: ({ role, name }) => names.get(role) ?? name,
    });
    return { ...standing, host };
  }
  const known = new Map(ledger.sheets.map((sheet) => [sheet.role, sheet]));
  return {
    ...ledger,
    flags: marks.map(({ sheet, cell, tone, note, kept }) => ({
      sheet,
      cell,
      tone,
      note: kept ? null : note,
    })),
    sheets: state.sheets.map(({ role, name }) => ({ digest: '', ...known.get(role), role, name })),
    host,
  };
}

export interface Layed {
  readonly sheets: readonly FileSheet[];
  readonly degradations: readonly Degradation[];
}

/** Lays everything of ours over the user's content: colours, notes, sheets, ledger. */
export function layOurs(
  draft: Draft,
  opened: OpenedWorkbook,
  patch: Patch,
  peeled: Peeled,
  flags: FlagsAnew,
): Layed {
  const { index } = opened;
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
  const titles = ownTitles(draft, index, sheets);
  if (titles) planSplices(plan, titles.part, titles.splices);
  const sheetParts = new Set(plan.parts.keys());
  const planned =
    flags.flags.length === 0
      ? { marks: [], degradations: [] }
      : planMarks(plan, shelf.open(), flags.flags, partFinder(index));
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
    const stored = storedMarks(planned.marks);
    const state: FileState = {
      version: 1,
      undo,
      created,
      ...stored,
      ...plainFillsOf(stored.fills, draft, index),
      sheets,
    };
    setDraftText(
      draft,
      ledgerPart,
      ledgerXml(
        fileLedger(ledger, state, planned.marks, patch.ledger === undefined ? null : flags),
      ),
    );
  }
  const said = planned.degradations.filter(({ sheet, cell }) =>
    flags.edited.has(cellLabel(sheet, cell)),
  );
  return { sheets, degradations: said };
}

/** The fills another program could not put back as they are written. */
function plainFillsOf(
  fills: readonly string[],
  draft: Draft,
  { styles, theme }: OpenedWorkbook['index'],
): Pick<FileState, 'plainFills'> {
  if (fills.length === 0) return {};
  // The colours are those of the file, to which nothing of ours is added.
  const textOf = (part: string | null): string | null => {
    if (part === null) return null;
    return hasPart(draft.pkg, part) ? readPartText(draft.pkg, part) : draftText(draft, part);
  };
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
