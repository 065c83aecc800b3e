import { freeSheetName, renameInFormula } from '../../changes/sheet-names';
import type { SheetWrite } from '../../model/patch';
import type { Peeled } from './clear';
import { ownParts } from './drop-parts';
import { chartPart, drawingPart } from './sheet-chart';
import { sheetPart } from './sheet-part';
import { listedSheets, listSplices, type SheetListing } from './sheet-register';
import type { StyleBook } from './styles';
import { defaultFontSize, sheetFormat } from './styles-sheet';
import { draftText } from './write-draft';
import { freeName, planPart, planRelationship, planSplices, type Plan } from './write-plan';
import type { FileSheet } from '../../changes/mark-memory';

const SHEET_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml';
const DRAWING_TYPE = 'application/vnd.openxmlformats-officedocument.drawing+xml';
const CHART_TYPE = 'application/vnd.openxmlformats-officedocument.drawingml.chart+xml';

/** A sheet of ours that is to stand: with its content, or left as it is. */
interface Standing {
  readonly file: FileSheet;
  readonly write: SheetWrite | null;
}

const hasFormulas = (sheet: SheetWrite): boolean =>
  sheet.rows.some((row) => row.some((cell) => cell?.formula !== undefined));

const folderOf = (part: string): string => part.slice(0, part.lastIndexOf('/') + 1);

/**
 * Which sheets of ours stand after a patch, under which names: one that is written again keeps its
 * part, number and place; a new one comes last. A user's sheet of the same name stays the user's.
 */
function standingSheets(
  plan: Plan,
  workbook: string,
  previous: readonly FileSheet[],
  writes: readonly SheetWrite[],
): readonly Standing[] {
  const theirs = listedSheets(draftText(plan.draft, workbook));
  const taken = new Set(theirs.map(({ name }) => name.toLowerCase()));
  const ids = new Set(theirs.map(({ sheetId }) => sheetId));
  for (const { name, sheetId } of previous) {
    taken.add(name.toLowerCase());
    ids.add(sheetId);
  }
  let nextId = Math.max(0, ...ids) + 1;
  const nameFor = (write: SheetWrite, known: FileSheet | undefined): string => {
    if (known && (known.asked === write.name || known.name === write.name)) return known.name;
    if (known) taken.delete(known.name.toLowerCase());
    const name = freeSheetName(write.name, taken);
    taken.add(name.toLowerCase());
    return name;
  };
  const again = previous.map((known): Standing => {
    const write = writes.find(({ role }) => role === known.role) ?? null;
    if (!write) return { file: known, write };
    const name = nameFor(write, known);
    const asked = known.name === name ? known.asked : write.name;
    const file = { ...known, asked, name, titleRows: write.frozenRows };
    return { file: { ...file, calculated: hasFormulas(write) }, write };
  });
  const added = writes
    .filter(({ role }) => !previous.some((known) => known.role === role))
    .map((write): Standing => {
      const part = freeName(plan, `${folderOf(workbook)}worksheets/sheet`, '.xml');
      plan.taken.add(part.toLowerCase());
      const file: FileSheet = {
        role: write.role,
        asked: write.name,
        name: nameFor(write, undefined),
        part,
        sheetId: nextId++,
        place: theirs.length,
        titleRows: write.frozenRows,
        calculated: hasFormulas(write),
      };
      return { file, write };
    });
  return [...again, ...added];
}

function planSheet(
  plan: Plan,
  workbook: string,
  book: StyleBook,
  { file, write }: { readonly file: FileSheet; readonly write: SheetWrite },
  names: ReadonlyMap<string, string>,
): void {
  const { dialect } = plan;
  const folder = folderOf(workbook);
  let drawing: string | null = null;
  planPart(plan, file.part, '', SHEET_TYPE);
  if (write.chart) {
    const drawingName = freeName(plan, `${folder}drawings/drawing`, '.xml');
    planPart(plan, drawingName, '', DRAWING_TYPE);
    const chartName = freeName(plan, `${folder}charts/chart`, '.xml');
    planPart(plan, chartName, chartPart(write, write.chart, file.name, dialect), CHART_TYPE);
    const chart = planRelationship(plan, drawingName, 'chart', chartName);
    plan.parts.set(drawingName, drawingPart(write.chart, chart, dialect));
    drawing = planRelationship(plan, file.part, 'drawing', drawingName);
  }
  const text = sheetPart(write, {
    dialect,
    format: (style) => sheetFormat(book, style),
    sheetName: (planned) => names.get(planned) ?? planned,
    formula: (formula) => renameInFormula(formula, names),
    fontSize: defaultFontSize(book),
    drawing,
  });
  plan.parts.set(file.part, text);
}

/** A sheet left as it is only has to be declared again. */
function declareSheet(plan: Plan, part: string, types: ReadonlyMap<string, string>): void {
  for (const name of ownParts(plan.draft, part)) {
    const type = types.get(name.toLowerCase());
    if (type !== undefined) plan.types.push({ part: name, type });
    const extension = name.slice(name.lastIndexOf('.')).toLowerCase();
    const byExtension = types.get(extension);
    if (type === undefined && byExtension !== undefined) {
      plan.extensions.set(extension.slice(1), byExtension);
    }
  }
}

/** Plans our sheets: their parts, and the workbook's list of them. Gives them as they will stand. */
export function planSheets(
  plan: Plan,
  workbook: string,
  book: () => StyleBook,
  peeled: Peeled,
  previous: readonly FileSheet[],
  writes: readonly SheetWrite[],
): readonly FileSheet[] {
  const standing = standingSheets(plan, workbook, previous, writes);
  const names = new Map(
    standing.flatMap(({ file, write }): [string, string][] =>
      write && write.name !== file.name ? [[write.name, file.name]] : [],
    ),
  );
  for (const { file, write } of standing) {
    if (write) planSheet(plan, workbook, book(), { file, write }, names);
    else declareSheet(plan, file.part, peeled.types);
  }
  const sorted = [...standing].sort((a, b) => a.file.place - b.file.place);
  const listings = sorted.map(({ file }, order): SheetListing => ({
    name: file.name,
    sheetId: file.sheetId,
    relationship: planRelationship(plan, workbook, 'worksheet', file.part),
    index: file.place + order,
    titleRows: file.titleRows,
  }));
  const text = draftText(plan.draft, workbook);
  planSplices(plan, workbook, listSplices(text, listings, plan.dialect));
  return sorted.map(({ file }) => file);
}
