import { parseColumnName, type Range } from '../model/grid';
import { isCellError, type SheetSnapshot, type Snapshot } from '../model/snapshot';
import type {
  Budget,
  Column,
  Columns,
  ColumnRole,
  OtherTable,
  Sourced,
  Table,
  TableKind,
  TotalRow,
} from '../model/table';
import { budgetInFractions, countsToOne, groupsInFractions } from './counts-to-one';
import { findHeader, type Header } from './header/find-header';
import { guessHeader } from './header/guess-header';
import { headerByContents } from './header/header-by-contents';
import { withProvenPoints } from './funds/proven-points';
import { readBudget } from './funds/read-budget';
import { headTotalOf } from './head-matter/head-total';
import { readHeadMatter } from './head-matter/read-head-matter';
import { numberCellAt } from './point-cells';
import { ASKED, confidenceOf, remarksOf } from './how-sure';
import { formsBeside, joinHalves, viewBetween, withTotalOfAll } from './rows/halves';
import type { FundsPoints } from './rows/groups';
import { readIndicators, type Body } from './rows/read-indicators';
import { filledColumns, viewSheet, type SheetView } from './sheet-view';
import { tableEvidence, whatTable, type WhatTable } from './what-table';

/** Column letters a person chose, per sheet name; `*` speaks for every sheet. */
export type ColumnMapping = Readonly<Record<string, Readonly<Partial<Record<ColumnRole, string>>>>>;

export interface RecogniseOptions {
  readonly mapping?: ColumnMapping;
  /** Names of sheets the tool wrote itself; they are never read as forms. */
  readonly ownSheets?: readonly string[];
}

/** The indicator tables of a workbook, in sheet order and from top to bottom. */
export interface Recognised {
  readonly tables: readonly Table[];
  readonly others: readonly OtherTable[];
}

/** Finds every indicator table of a workbook and tells self-evaluations from the others. */
export function recogniseWorkbook(snapshot: Snapshot, options: RecogniseOptions = {}): Recognised {
  const own = new Set(options.ownSheets ?? []);
  const found = snapshot.sheets
    .filter((sheet) => !own.has(sheet.name))
    .flatMap((sheet) =>
      recogniseSheet(sheet, snapshot.date1904, mappingFor(options.mapping, sheet.name)),
    );
  return {
    tables: found.flatMap(({ what, table }) => (what === 'self' ? [table] : [])),
    others: found.flatMap(({ what, table }) => (what === 'self' ? [] : [{ what, table }])),
  };
}

/** The self-evaluations of a workbook. */
export const recogniseTables = (
  snapshot: Snapshot,
  options: RecogniseOptions = {},
): readonly Table[] => recogniseWorkbook(snapshot, options).tables;

interface FoundTable {
  readonly what: WhatTable;
  readonly table: Table;
}

function mappingFor(
  mapping: ColumnMapping | undefined,
  sheet: string,
): ReadonlyMap<ColumnRole, number> {
  const chosen = new Map<ColumnRole, number>();
  if (!mapping) return chosen;
  for (const part of ['*', sheet]) {
    if (!Object.hasOwn(mapping, part)) continue;
    for (const [role, letter] of Object.entries(mapping[part] ?? {})) {
      const column = parseColumnName(letter);
      if (column !== null) chosen.set(role as ColumnRole, column);
    }
  }
  return chosen;
}

function recogniseSheet(
  sheet: SheetSnapshot,
  date1904: boolean,
  chosen: ReadonlyMap<ColumnRole, number>,
): FoundTable[] {
  return tablesIn(viewSheet(sheet, date1904), chosen);
}

function tablesIn(view: SheetView, chosen: ReadonlyMap<ColumnRole, number>): FoundTable[] {
  const { sheet } = view;
  const tables: FoundTable[] = [];
  let from = 0;
  while (from < sheet.rowCount) {
    const header = findHeader(view, from) ?? (from === 0 ? guessedHeader(view) : null);
    if (!header) break;
    const forms = from === 0 && chosen.size === 0 ? formsBeside(view, from, header) : null;
    if (forms) return underOneTitle(forms.flatMap((form) => tablesIn(form, chosen)));
    const read = withChosen(view, header, chosen);
    const funds = readBudget(view, from, header.top);
    const body = readBody(view, header, read, fundsPoints(funds));
    const budget = withProvenPoints(view, funds, body, { from, to: header.top });
    const bracketed = body.weightsIn === null ? undefined : read[body.weightsIn];
    const columns = bracketed ? { ...read, weight: { ...bracketed, confidence: 0.8 } } : read;
    const table = assemble(view, { ...header, columns }, { body, budget }, from, chosen.size > 0);
    if (table) {
      const heads = textsIn(view, header.top, header.bottom);
      const above = textsIn(view, from, header.top - 1);
      const title = table.title?.value ?? '';
      const sheetName = sheet.name;
      const evidence = tableEvidence({ title, sheetName, heads, above, columns, table });
      tables.push({
        what: chosen.size > 0 ? 'self' : whatTable(evidence),
        table: { ...table, evidence },
      });
    }
    from = Math.max(body.end, header.bottom + 1);
  }
  return tables;
}

/** The title over forms side by side stands in the columns of the first. */
function underOneTitle(found: readonly FoundTable[]): FoundTable[] {
  const [first] = found;
  if (!first) return [];
  const { title, year, scope } = first.table;
  return found.map(({ what, table }) => ({
    what: table.title ? what : first.what,
    table: table.title ? table : { ...table, title, year: table.year ?? year, scope },
  }));
}

/** A sheet of which no word is known as a head. */
const guessedHeader = (view: SheetView): Header | null =>
  headerByContents(view) ?? guessHeader(view);

function readBody(
  view: SheetView,
  { bottom, beside }: Header,
  columns: Columns,
  funds: FundsPoints | null,
): Body {
  const [second] = beside;
  if (!second) return readIndicators(view, columns, bottom + 1, funds);
  const left = readIndicators(viewBetween(view, 0, second.from - 1), columns, bottom + 1);
  const joined = beside.reduce((body, { from, columns: own }, index) => {
    const to = (beside[index + 1]?.from ?? view.sheet.columnCount) - 1;
    const right = viewBetween(view, from, to, left.next);
    return joinHalves(body, readIndicators(right, own, bottom + 1));
  }, left);
  return withTotalOfAll(joined, funds);
}

/** The points that a sum below the indicators counts besides theirs. */
function fundsPoints(budget: Budget | null): FundsPoints | null {
  const row = budget?.rows.find(({ score }) => score?.value != null);
  return row ? { weight: row.weight?.value ?? null, score: row.score?.value ?? 0 } : null;
}

function textsIn(view: SheetView, top: number, bottom: number): string[] {
  const texts: string[] = [];
  for (let row = top; row <= bottom; row++)
    for (const column of filledColumns(view, row)) texts.push(view.text(row, column));
  return texts;
}

function withChosen(
  view: SheetView,
  header: Header,
  chosen: ReadonlyMap<ColumnRole, number>,
): Columns {
  if (chosen.size === 0) return header.columns;
  const taken = new Set(chosen.values());
  const columns: Partial<Record<ColumnRole, Column>> = Object.fromEntries(
    Object.entries(header.columns).filter(([, column]) => !taken.has(column.column)),
  );
  for (const [role, column] of chosen) {
    columns[role] = {
      column,
      header: { row: header.bottom, column },
      label: view.shown(header.bottom, column),
      confidence: 1,
    };
  }
  return columns;
}

function assemble(
  view: SheetView,
  header: Header,
  { body, budget }: { readonly body: Body; readonly budget: Budget | null },
  from: number,
  mapped: boolean,
): Table | null {
  const { columns } = header;
  const matter = readHeadMatter(
    view,
    from,
    header.top,
    budget ? { top: budget.headerRow, bottom: budget.range.bottom } : null,
  );
  const hasBody =
    body.indicators.length > 0 ||
    body.templateRows.length > 0 ||
    body.groups.length > 0 ||
    body.total !== null ||
    budget !== null;
  if (!hasBody) return null;
  const title = matter.title?.value ?? '';
  // A form without a title may have its sheet's name.
  const read = confidenceOf(columns, `${title}\n${view.sheet.name}`, body, budget);
  const confidence = mapped ? 1 : header.guessed ? Math.min(read, ASKED) : read;
  const total = body.total ?? totalInHead(view, headTotalOf(matter.meta));
  const inFractions = countsToOne({ ...body, budget, total });
  return {
    sheetId: view.sheet.id,
    sheet: view.sheet.name,
    range: rangeOf(view, header, body, { from, budget }),
    kind: kindOf(columns),
    scope: matter.scope,
    title: matter.title,
    year: matter.year,
    project: matter.project,
    department: matter.department,
    unit: matter.unit,
    meta: matter.meta,
    goal: matter.goal,
    budget: budget && inFractions ? budgetInFractions(budget) : budget,
    header: { top: header.top, bottom: header.bottom },
    columns,
    countsToOne: inFractions,
    groups: inFractions ? groupsInFractions(body.groups, body.indicators) : body.groups,
    indicators: body.indicators,
    templateRows: body.templateRows,
    nameOnly: body.nameOnly,
    subtotals: body.subtotals,
    decided: body.decided,
    total,
    grade: body.grade ?? gradeInMeta(matter.meta),
    notes: body.notes,
    errors: errorsOf(budget, body),
    evidence: [],
    confidence,
    remarks: remarksOf(columns, confidence),
  };
}

function rangeOf(
  view: SheetView,
  header: Header,
  body: Body,
  { from, budget }: { readonly from: number; readonly budget: Budget | null },
): Range {
  const heads = [header, ...header.beside].flatMap(({ columns }) => Object.values(columns));
  const top = firstRow(view, from, header.top);
  return {
    top,
    left: firstColumn(view, top, body.end),
    bottom: Math.max(body.end - 1, header.bottom),
    right: Math.max(budget?.range.right ?? 0, ...heads.map(({ column }) => column)),
  };
}

/**
 * What is compared: a target with its actual, else scoring rules with what was done. 完成情况 beside
 * 评分标准 without a target is the fact that the rules are held against.
 */
function kindOf({ target, actual, criteria }: Columns): TableKind {
  if (target) return 'target';
  return actual && !criteria ? 'target' : 'rubric';
}

/** The total in the head of the form is the printed one where no row below is one. */
function totalInHead(view: SheetView, said: ReturnType<typeof headTotalOf>): TotalRow | null {
  if (!said) return null;
  const { cell, labelCell } = said.field;
  const score = numberCellAt(view, cell);
  return (
    score && { row: cell.row, labelCell, weight: null, score: { ...score, value: said.points } }
  );
}

function gradeInMeta(meta: Table['meta']): Sourced<string> | null {
  const field = meta.find(
    (one) => /等[级次]/.test(one.label) && /^(优|良|中|低|差)(秀|好)?$/.test(one.value.trim()),
  );
  return field ? { value: field.value.trim(), cell: field.cell } : null;
}

function errorsOf(budget: Budget | null, body: Body): Sourced<string>[] {
  const cells = [
    ...(budget?.rows ?? []).flatMap((row) => [
      row.initial,
      row.adjusted,
      row.executed,
      row.rate,
      row.weight,
      row.score,
    ]),
    body.total?.weight ?? null,
    body.total?.score ?? null,
  ];
  return cells.flatMap((cell) =>
    cell && isCellError(cell.raw) ? [{ value: cell.raw.error, cell: cell.cell }] : [],
  );
}

function firstRow(view: SheetView, from: number, to: number): number {
  for (let row = from; row < to; row++) {
    if ((view.sheet.values[row] ?? []).some((value) => value !== null && value !== '')) return row;
  }
  return to;
}

function firstColumn(view: SheetView, top: number, end: number): number {
  let left = Number.POSITIVE_INFINITY;
  for (let row = top; row < end && left > 0; row++) {
    const values = view.sheet.values[row] ?? [];
    for (let column = 0; column < Math.min(values.length, left); column++) {
      const value = values[column];
      if (value !== null && value !== undefined && value !== '') left = column;
    }
  }
  return Number.isFinite(left) ? left : 0;
}
