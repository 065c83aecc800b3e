import { cellAt, formulaAt, sheetsById } from '../../../model/address';
import type { CellEdit } from '../../../model/edit';
import type { BookView } from '../../../model/look';
import { remembersOnly, type Patch, type PatchReport } from '../../../model/patch';
import { sameValue, type Snapshot } from '../../../model/snapshot';
import { applyEdits, applyPatch, checkEdits } from '../../../xlsx/write/apply';
import { openWorkbook, openXlsx, type OpenedWorkbook } from '../../../xlsx/open';
import { viewBook } from '../../../xlsx/view/view-book';

/** A file open in the workbench. Its bytes are the truth; edits wait until somebody asks for them. */
export interface Book {
  readonly format: OpenedWorkbook['format'];
  readonly converted: boolean;
  /** @throws Failure as `checkEdits`; then none of the edits is taken. */
  edit(edits: readonly CellEdit[]): { readonly changes: boolean };
  read(): Snapshot;
  view(): BookView;
  /** @throws Failure as `applyPatch`. */
  apply(patch: Patch): PatchReport;
  /** Back to before the last `apply`, with the edits made since; false where there was none. */
  undo(): boolean;
  bytes(): Uint8Array;
}

/** So many runs can be taken back; each keeps the file as it was. */
const MOST_UNDO = 20;

interface Run {
  /** The file before the run. */
  readonly before: Uint8Array;
  /** What a person changed since. */
  readonly since: CellEdit[];
}

type Waiting = Map<string, CellEdit>;

const placeOf = ({ sheetId, cell }: CellEdit): string =>
  `${String(cell.row)} ${String(cell.column)} ${sheetId}`;

function standing(snapshot: Snapshot, { sheetId, cell }: CellEdit): CellEdit | null {
  const sheet = sheetsById(snapshot).get(sheetId);
  return sheet
    ? { sheetId, cell, value: cellAt(sheet, cell), formula: formulaAt(sheet, cell) }
    : null;
}

/**
 * Opens a file as a book.
 * @throws Failure as `openWorkbook`.
 */
export async function openBook(bytes: Uint8Array, fileName: string): Promise<Book> {
  const first = await openWorkbook(bytes, { fileName });
  const runs: Run[] = [];
  let opened: OpenedWorkbook | null = first;
  let content = first.package.bytes;
  let waiting: Waiting = new Map();

  const base = (): OpenedWorkbook => (opened ??= openXlsx(content));
  const replace = (next: Uint8Array): void => {
    if (next === content) return;
    content = next;
    opened = null;
  };
  const settled = (): OpenedWorkbook => {
    if (waiting.size > 0) {
      replace(applyEdits(base(), [...waiting.values()]));
      waiting = new Map();
    }
    return base();
  };

  return {
    format: first.format,
    converted: first.converted,
    edit: (edits) => {
      const { snapshot } = base();
      checkEdits(base(), edits);
      const fresh = edits.filter((edit) => {
        const present = waiting.get(placeOf(edit)) ?? standing(snapshot, edit);
        return present?.formula !== edit.formula || !sameValue(present.value, edit.value);
      });
      for (const edit of fresh) waiting.set(placeOf(edit), edit);
      runs.at(-1)?.since.push(...fresh);
      return { changes: fresh.length > 0 };
    },
    read: () => settled().snapshot,
    view: () => viewBook(settled()),
    apply: (patch) => {
      const { bytes, report } = applyPatch(settled(), patch);
      if (!remembersOnly(patch)) runs.push({ before: content, since: [] });
      if (runs.length > MOST_UNDO) runs.shift();
      replace(bytes);
      return report;
    },
    undo: () => {
      const run = runs.pop();
      if (!run) return false;
      waiting = new Map();
      replace(run.before);
      const kept = personsEdits(base().snapshot, run.since);
      for (const edit of kept) waiting.set(placeOf(edit), edit);
      runs.at(-1)?.since.push(...kept);
      return true;
    },
    bytes: () => settled().package.bytes,
  };
}

/**
 * Of edits made after a run those that still mean something without it: not in sheets the run had
 * made, and not the mere results of formulas, which came of its scores.
 */
function personsEdits(snapshot: Snapshot, edits: readonly CellEdit[]): readonly CellEdit[] {
  return edits.filter((edit) => {
    const present = standing(snapshot, edit);
    return present !== null && (edit.formula === null || present.formula !== edit.formula);
  });
}
