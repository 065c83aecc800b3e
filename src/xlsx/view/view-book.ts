import type { BookView, CellLook, NoteLook, SheetView } from '../../model/look';
import type { CellValue, SheetSnapshot } from '../../model/snapshot';
import type { OpenedWorkbook } from '../open';
import { hasPart, readPartText } from '../package';
import { parseRelationships } from '../part-paths';
import { readLooks } from './view-looks';
import { readNotes } from './view-notes';
import { readSheetLooks } from './view-sheet';
import { readUnshown } from './view-unshown';
import type { SheetEntry } from '../workbook-index';

const isSeen = (look: CellLook): boolean =>
  look.fill !== null ||
  look.top !== null ||
  look.right !== null ||
  look.bottom !== null ||
  look.left !== null;

/** Rows and cells that only have a look are added behind those with a content. */
function padded<T>(
  lines: readonly (readonly (T | null)[])[],
  rowCount: number,
  columnCount: number,
): readonly (readonly (T | null)[])[] {
  const blank: readonly (T | null)[] = Array<T | null>(columnCount).fill(null);
  const wide = lines.map((line) =>
    line.length < columnCount ? [...line, ...blank.slice(line.length)] : line,
  );
  return [...wide, ...Array<readonly (T | null)[]>(rowCount - lines.length).fill(blank)];
}

function notesOf(opened: OpenedWorkbook, { part, rels }: SheetEntry): readonly NoteLook[] {
  if (!hasPart(opened.package, rels)) return [];
  return parseRelationships(readPartText(opened.package, rels), part)
    .filter(({ kind, external }) => kind === 'comments' && !external)
    .filter(({ target }) => hasPart(opened.package, target))
    .flatMap(({ target }) => readNotes(readPartText(opened.package, target)));
}

function viewSheet(
  opened: OpenedWorkbook,
  entry: SheetEntry,
  sheet: SheetSnapshot,
  seen: readonly boolean[],
): SheetView {
  const text = readPartText(opened.package, entry.part);
  const looks = readSheetLooks(text, sheet, seen);
  const { rowCount, columnCount } = looks;
  const { id, name, visibility, merges, hiddenRows, hiddenColumns } = sheet;
  return {
    id,
    name,
    visibility,
    protected: sheet.protected,
    merges,
    hiddenRows,
    hiddenColumns,
    ...looks,
    values: padded<Exclude<CellValue, null>>(sheet.values, rowCount, columnCount),
    formulas: padded(sheet.formulas, rowCount, columnCount),
    notes: notesOf(opened, entry),
  };
}

/**
 * A workbook as a grid shows it; what it does not show is listed.
 * @throws Failure as `readPartText`.
 */
export function viewBook(opened: OpenedWorkbook): BookView {
  const { index, snapshot } = opened;
  const textOf = (part: string | null): string | null =>
    part === null ? null : readPartText(opened.package, part);
  const looks = readLooks(textOf(index.styles), textOf(index.theme));
  const seen = looks.map(isSeen);
  const entries = new Map(index.sheets.map((entry) => [entry.id, entry]));
  return {
    revision: snapshot.revision,
    date1904: snapshot.date1904,
    looks,
    sheets: snapshot.sheets.flatMap((sheet) => {
      const entry = entries.get(sheet.id);
      return entry ? [viewSheet(opened, entry, sheet, seen)] : [];
    }),
    unshown: readUnshown(opened),
  };
}
