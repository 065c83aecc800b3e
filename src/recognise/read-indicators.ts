import { isBlank } from '../model/blank';
import type { CellRef } from '../model/grid';
import type { Quantity } from '../model/quantity';
import { isCellError } from '../model/snapshot';
import type {
  Column,
  Columns,
  ColumnRole,
  Group,
  Indicator,
  NumberCell,
  Sourced,
  Subtotal,
  TemplateRow,
  TotalRow,
} from '../model/table';
import { joinQuantity, readDirection } from '../quantity/join-quantity';
import { normaliseText } from '../quantity/normalise';
import { readNumberCell } from '../quantity/read-number';
import { readQuantity, type ReadingOptions } from '../quantity/read-quantity';
import { remembering, repeating } from '../quantity/remember';
import { matchHead } from './column-vocabulary';
import { readLevelLabel, readLevelPath, type LevelLabel } from './level-label';
import { numberCellAt, weightCellAt } from './read-budget';
import { filledColumns, type SheetView } from './sheet-view';

/** What the rows below a header hold. `end` is the row after the last one that belongs to it. */
export interface Body {
  readonly indicators: readonly Indicator[];
  /** There is no column of weights, and every name carries one. */
  readonly weightsInNames: boolean;
  readonly groups: readonly Group[];
  readonly templateRows: readonly TemplateRow[];
  readonly subtotals: readonly Subtotal[];
  readonly total: TotalRow | null;
  readonly grade: Sourced<string> | null;
  readonly notes: readonly Sourced<string>[];
  readonly end: number;
}

/** Codes of first characters: asking for one costs less than making a string of it. */
const characters = (text: string): ReadonlySet<number> =>
  new Set(Array.from(text, (character) => character.charCodeAt(0)));

const TOTAL =
  /^(?:项目|绩效|自评|评价|综合|最终)*(?:总分|总得分|合计|总计|累计|总评分|总分值|(?<=自评|评价|综合|最终)得分|得分合计|合计得分|总分合计|分值合计|总分数)$/;
const SUBTOTAL = /^(小计|分项小计|本项小计)$|小计$/;
const NOTE =
  /^(注|备注|说明|填表说明|填报说明|评价结论|自评结论|结论|存在问题|存在的问题|改进措施|主要问题|其他需要说明|需要说明|填表人|填报人|审核人|联系人|联系电话|联系方式|项目负责人|财务负责人|单位负责人|负责人|分管领导|填报日期|填表日期|填报单位|填报时间|评价等级|自评等级|绩效等级|等级|备\s*注)/;
const GRADE_LABEL = /(评价|自评|绩效|评定)?等级[::]?/;
const GRADE_WORD = /^[优良中低差]$|^(优秀|良好|中等|合格|较差|不合格|好|较好|一般)$/;
const PROMPT = /^(指标|目标)[\d一二三四五六七八九十]*[:.、,]?$|^[.…·。⋯]+$|^\(略\)$|^略$|^xx+$/i;
/** `指标1：`, `★`, `1.`, `①`, `1、` before a name are layout. */
const NAME_PREFIX =
  /^(?:[★☆●○▲*]\s*)?(?:指标\s*(?:[\d０-９]{1,2}(?=[^\d０-９])|[一二三四五六七八九十]{1,2})\s*[:：.．、,，]?\s*)?(?:[★☆●○▲*]\s*)?/;
/** First characters of the words above and of the heads that begin a header row: a cheap way past most rows. */
const TOTAL_STARTS = characters('总合自得评分综小项绩最累');
const HEAD_STARTS = characters('一二三绩指序编行评考项基具自');
const NAME_MARKS = characters('★☆●○▲*指');
const WEIGHT_ENDS = characters('分)）');
const EMPTY_STARTS = characters('无');
const PROMPT_STARTS = characters('指目略');
const FORM = /^(项目名称|专项名称|专项资金名称)/;
const LONGEST_PROMPT = 16;
const NEEDED: readonly ColumnRole[] = [
  'name',
  'sign',
  'target',
  'unit',
  'actual',
  'weight',
  'score',
];
const CHILD = /^(其中|其中[:：])/;
const BLANK_ROWS_END = 40;

interface OpenGroup {
  readonly level: 1 | 2 | 3;
  readonly label: string;
  readonly cell: CellRef;
  weight: Sourced<number> | null;
  readonly parent: number | null;
  readonly indicators: number[];
  complete: boolean;
}

interface OpenBody {
  readonly indicators: Indicator[];
  readonly groups: OpenGroup[];
  readonly templateRows: TemplateRow[];
  readonly subtotals: Subtotal[];
  readonly notes: Sourced<string>[];
  total: TotalRow | null;
  /** The total row came after the indicators; what follows is notes unless it is scored again. */
  closed: boolean;
  grade: Sourced<string> | null;
  /** Open group per level, outermost first. */
  open: (number | null)[];
  lastWeighted: number | null;
}

interface LevelColumn {
  readonly level: 1 | 2 | 3;
  readonly column: number;
  readonly weight: number | undefined;
  /** The levels a cell of the column names: none, one or a path of them. */
  readonly steps: (text: string) => readonly LevelLabel[];
}

interface Layout {
  readonly view: SheetView;
  readonly columns: Columns;
  readonly at: Readonly<Partial<Record<ColumnRole, number>>>;
  readonly levels: readonly LevelColumn[];
  readonly labelEnd: number;
  /** Columns in which an error value leaves the row without what it needs. */
  readonly needed: readonly number[];
}

export function readIndicators(view: SheetView, columns: Columns, from: number): Body {
  const layout = layoutOf(view, columns);
  const body: OpenBody = {
    indicators: [],
    groups: [],
    templateRows: [],
    subtotals: [],
    notes: [],
    total: null,
    closed: false,
    grade: null,
    open: [null, null, null],
    lastWeighted: null,
  };
  let blanks = 0;
  let row = from;
  let end = from;
  for (; row < view.sheet.rowCount; row++) {
    const first = firstFilled(view, row);
    if (first === null) {
      if (++blanks > BLANK_ROWS_END) break;
      continue;
    }
    blanks = 0;
    if (!body.closed && repeatsHeader(layout, row)) {
      row += heightOf(columns, from) - 1;
      continue;
    }
    const lead = readLead(view.text(row, first));
    if (startsAnotherForm(layout, row, first, lead)) break;
    readBodyRow(layout, body, row, first, lead);
    end = row + 1;
  }
  leaveBlankForm(layout, body);
  const weighted =
    columns.weight !== undefined || body.indicators.every(({ weight }) => weight !== null);
  return {
    indicators: weighted ? body.indicators : body.indicators.map(withoutWeight),
    weightsInNames: columns.weight === undefined && weighted && body.indicators.length > 0,
    groups: body.groups,
    templateRows: body.templateRows,
    subtotals: body.subtotals,
    total: body.total,
    grade: body.grade,
    notes: body.notes,
    end,
  };
}

/** Where nothing is filled in but the weights of the levels, the rows are those of an empty form. */
function leaveBlankForm({ view }: Layout, body: OpenBody): void {
  const isUnfilled = ({ nameCell, target, actual, score }: Indicator): boolean =>
    view.value(nameCell.row, nameCell.column) === null &&
    target.kind === 'none' &&
    actual.kind === 'none' &&
    !isFigure(score);
  if (body.indicators.length === 0 || !body.indicators.every(isUnfilled)) return;
  for (const { row, nameCell } of body.indicators) {
    body.templateRows.push({ row, cell: nameCell, text: '', filled: false });
  }
  body.indicators.length = 0;
  for (const group of body.groups) group.indicators.length = 0;
}

/** Weights in some of the names only are not the form's weights. */
const withoutWeight = (indicator: Indicator): Indicator => ({ ...indicator, weight: null });

function layoutOf(view: SheetView, columns: Columns): Layout {
  const at: Partial<Record<ColumnRole, number>> = {};
  for (const [role, column] of Object.entries(columns) as [ColumnRole, { column: number }][]) {
    at[role] = column.column;
  }
  const levels: LevelColumn[] = [];
  const add = (level: 1 | 2 | 3, column: number | undefined, weight?: number): void => {
    if (column !== undefined) levels.push({ level, column, weight, steps: repeating(stepsIn) });
  };
  add(1, at.level1, at.level1Weight);
  add(2, at.level2, at.level2Weight);
  add(3, at.level3);
  const valueColumns = (
    ['target', 'sign', 'unit', 'actual', 'weight', 'score', 'criteria'] as const
  )
    .map((role) => at[role])
    .filter((column): column is number => column !== undefined);
  const name = at.name ?? 0;
  return {
    view,
    columns,
    at,
    levels,
    labelEnd: Math.max(name, Math.min(...valueColumns, Number.POSITIVE_INFINITY) - 1),
    needed: NEEDED.map((role) => at[role]).filter((column) => column !== undefined),
  };
}

function firstFilled(view: SheetView, row: number): number | null {
  const values = view.sheet.values[row];
  if (!values) return null;
  for (let column = 0; column < values.length; column++) {
    const value = values[column];
    if (value !== null && value !== undefined && value !== '') return column;
  }
  return null;
}

/** What the first text of a row may begin. */
interface Lead {
  readonly text: string;
  readonly sum: 'total' | 'subtotal' | null;
  readonly isNote: boolean;
  /** 项目名称 and the like: another form. */
  readonly isFormName: boolean;
  /** A title or a head of another form's header. */
  readonly mayHead: boolean;
}

const readLead = repeating((text: string): Lead => {
  const start = text.charCodeAt(0);
  const short = text.length > 0 && text.length <= 60;
  return {
    text,
    sum: sumIn(text),
    isNote: NOTE.test(text),
    isFormName: short && FORM.test(text),
    mayHead: short && (HEAD_STARTS.has(start) || text.includes('表')),
  };
});

function sumIn(text: string): Lead['sum'] {
  const mayTotal = TOTAL_STARTS.has(text.charCodeAt(0)) || text.includes('小计');
  const label = mayTotal && text.length <= 30 ? leadLabel(text) : '';
  if (TOTAL.test(label)) return 'total';
  return SUBTOTAL.test(label) ? 'subtotal' : null;
}

/** The header again, as at the top of a printed page: the table goes on below it. */
function repeatsHeader({ view, columns }: Layout, row: number): boolean {
  const isAgain = ({ column, header }: Column): boolean =>
    view.text(row, column) !== '' && view.text(row, column) === view.text(header.row, column);
  if (!columns.name || !isAgain(columns.name)) return false;
  const heads = Object.values(columns).filter(
    ({ header }) => header.row === columns.name?.header.row,
  );
  return heads.length >= 3 && heads.every(isAgain);
}

const heightOf = (columns: Columns, from: number): number =>
  columns.name ? from - columns.name.header.row : 1;

/** A title, a meta line or a header below the rows: the next form on the sheet begins. */
function startsAnotherForm({ view }: Layout, row: number, first: number, lead: Lead): boolean {
  if (lead.isFormName) return true;
  if (!lead.mayHead) return false;
  const { text } = lead;
  if (/(自评|评价|评分|绩效).{0,8}表/.test(text) && !/[。；]/.test(text)) {
    const merge = view.merge(row, first);
    const wide = merge !== null && merge.right - merge.left >= 3;
    return wide || isAlone(view, row, first);
  }
  const head = matchHead(text);
  if (!head || !(head.role === 'level1' || head.role === 'name' || head.role === 'serial'))
    return false;
  let heads = 0;
  for (const column of filledColumns(view, row)) {
    if (matchHead(view.text(row, column))) heads++;
  }
  return heads >= 3;
}

function isAlone(view: SheetView, row: number, first: number): boolean {
  return filledColumns(view, row).every((column) => column === first);
}

type RowKind = 'total' | 'subtotal' | 'level' | 'note' | 'rows';

function readBodyRow(layout: Layout, body: OpenBody, row: number, first: number, lead: Lead): void {
  switch (rowKind(layout, body, row, first, lead)) {
    case 'total':
      readTotal(layout, body, row, first);
      break;
    case 'subtotal':
      readSubtotal(layout, body, row, lead.text);
      break;
    case 'level':
      readLevelRow(layout, body, row, lead.text);
      break;
    case 'note':
      readNote(layout, body, row);
      break;
    case 'rows':
      readIndicatorRow(layout, body, row);
  }
}

function rowKind(layout: Layout, body: OpenBody, row: number, first: number, lead: Lead): RowKind {
  if (lead.sum !== null && first <= layout.labelEnd) return lead.sum;
  if (body.closed) {
    if (!isScoredAgain(layout, row)) return 'note';
    reopen(body);
  }
  if (lead.isNote && isNoteRow(layout, body, row, first)) return 'note';
  return isLevelRow(layout, row, first) ? 'level' : 'rows';
}

/**
 * A level with the sum of its indicators in a row of its own: nothing but the level, the weight and
 * the score, and a deeper level or a name in the next row.
 */
function isLevelRow({ view, at, levels }: Layout, row: number, first: number): boolean {
  const own = levels.find(({ column }) => column === first);
  const figures = [at.weight, at.score];
  if (!own || typeof view.value(row, at.weight ?? first) !== 'number') return false;
  if (filledColumns(view, row).some((column) => column !== first && !figures.includes(column)))
    return false;
  const next = firstFilled(view, row + 1);
  return (
    next !== null &&
    next > first &&
    next <= (at.name ?? first) &&
    isNumberIn(view, row + 1, at.weight)
  );
}

const isNumberIn = (view: SheetView, row: number, column: number | undefined): boolean =>
  column !== undefined && typeof view.value(row, column) === 'number';

/** A row with a name and a weight below 合计: that was the sum of a block, not of the table. */
function isScoredAgain(layout: Layout, row: number): boolean {
  const { view, at } = layout;
  if (at.name === undefined || at.weight === undefined) return false;
  return view.text(row, at.name) !== '' && typeof view.value(row, at.weight) === 'number';
}

function reopen(body: OpenBody): void {
  const { total } = body;
  if (total) {
    body.subtotals.push({ row: total.row, label: '', weight: total.weight, score: total.score });
  }
  body.total = null;
  body.closed = false;
}

function readIndicatorRow(layout: Layout, body: OpenBody, row: number): void {
  const nameColumn = layout.at.name;
  const rawName = nameColumn === undefined ? '' : layout.view.text(row, nameColumn);
  const isPrompt = isPromptText(rawName);
  openGroups(layout, body, row);
  const facts = readFacts(layout, row);
  const cleaned = isPrompt ? '' : cleanName(rawName);
  const isMark = cleaned !== '' && isEmptyMark(cleaned);
  const name = isMark ? '' : cleaned;
  if (!facts.hasValue || (isPrompt && !facts.isScored && !facts.hasWords)) {
    leaveOut(layout, body, row, rawName, isPrompt || isMark, name);
    return;
  }
  const shownName = name !== '' ? name : nameFromLevels(layout, body, row);
  if (shownName === '' && !facts.isScored && !facts.hasWords) return;
  if (isPrompt && nameColumn !== undefined) {
    body.templateRows.push({ row, cell: { row, column: nameColumn }, text: rawName, filled: true });
  }
  addIndicator(layout, body, row, shownName, facts);
}

/** A Chinese character that begins none of the words: the cheap way past most cells. */
function beginsOtherwise(text: string, starts: ReadonlySet<number>): boolean {
  const code = text.charCodeAt(0);
  return code >= 0x3400 && code <= 0x9fff && !starts.has(code);
}

function isPromptText(text: string): boolean {
  if (text.length > LONGEST_PROMPT || beginsOtherwise(text, PROMPT_STARTS)) return false;
  return PROMPT.test(normaliseText(text));
}

function isEmptyMark(text: string): boolean {
  return !beginsOtherwise(text, EMPTY_STARTS) && (isBlank(text) || text === '无此项');
}

function leadLabel(text: string): string {
  return normaliseText(text)
    .replace(/\([^()]*\)?$/, '')
    .replace(/[:;]+$/, '');
}

/** A note's label stands at the left and no weight or score stands in the row. */
function isNoteRow(layout: Layout, body: OpenBody, row: number, first: number): boolean {
  const { at, view } = layout;
  const name = at.name;
  if (name !== undefined && first >= name && !body.closed && name > 0) return false;
  const scored = [at.weight, at.score].some(
    (column) => column !== undefined && typeof view.value(row, column) === 'number',
  );
  return !scored;
}

function readNote(layout: Layout, body: OpenBody, row: number): void {
  const { view } = layout;
  const columns = filledColumns(view, row);
  for (const column of columns) {
    const text = view.text(row, column);
    if (text === '') continue;
    body.notes.push({ value: text, cell: { row, column } });
  }
  body.grade ??= gradeIn(view, row, columns);
}

function gradeIn(view: SheetView, row: number, columns: readonly number[]): Sourced<string> | null {
  for (const [index, column] of columns.entries()) {
    const text = normaliseText(view.text(row, column));
    if (text.length > 20 || !GRADE_LABEL.test(text)) continue;
    const inline = text.replace(/^.*等级[::]?/, '');
    if (GRADE_WORD.test(inline)) return { value: inline, cell: { row, column } };
    const next = columns[index + 1];
    if (next === undefined) continue;
    const word = view.text(row, next);
    if (GRADE_WORD.test(word)) return { value: word, cell: { row, column: next } };
  }
  return null;
}

function readTotal(layout: Layout, body: OpenBody, row: number, first: number): void {
  const { view, at } = layout;
  const cellOf = (column: number | undefined): CellRef | null =>
    column === undefined ? null : { row, column };
  if (body.indicators.length > 0) body.closed = true;
  const columns = filledColumns(view, row);
  const beside = pairsIn(view, row, columns);
  body.total ??= {
    row,
    labelCell: { row, column: first },
    weight: weightCellAt(view, beside?.weight ?? cellOf(at.weight)),
    score: numberCellAt(view, beside?.score ?? cellOf(at.score)),
  };
  body.grade ??= gradeIn(view, row, columns);
  const word = columns.find((column) => GRADE_WORD.test(view.text(row, column)));
  if (word !== undefined)
    body.grade ??= { value: view.text(row, word), cell: { row, column: word } };
}

/** `总分 | 100 | 自评得分 | 94`: labels and figures alternate, under whatever columns they stand. */
function pairsIn(
  view: SheetView,
  row: number,
  columns: readonly number[],
): { readonly weight: CellRef; readonly score: CellRef } | null {
  const [label, weight, word, score] = columns;
  if (label === undefined || weight === undefined || word === undefined || score === undefined)
    return null;
  const isPair =
    readNumberCell(view.value(row, weight)).value !== null &&
    readNumberCell(view.value(row, score)).value !== null &&
    /得分$/.test(view.text(row, word));
  return isPair ? { weight: { row, column: weight }, score: { row, column: score } } : null;
}

function readSubtotal(layout: Layout, body: OpenBody, row: number, label: string): void {
  const { view, at } = layout;
  body.subtotals.push({
    row,
    label,
    weight: weightCellAt(view, at.weight === undefined ? null : { row, column: at.weight }),
    score: numberCellAt(view, at.score === undefined ? null : { row, column: at.score }),
  });
}

/** The sum of a level, which its indicators below must come to. */
function readLevelRow(layout: Layout, body: OpenBody, row: number, label: string): void {
  openGroups(layout, body, row, layout.at.weight);
  readSubtotal(layout, body, row, label);
}

/** Rows that are no indicators: template rows, level-only rows, names without anything else. */
function leaveOut(
  layout: Layout,
  body: OpenBody,
  row: number,
  rawName: string,
  isTemplate: boolean,
  name: string,
): void {
  const column = layout.at.name;
  if (column === undefined) return;
  if (isTemplate) {
    body.templateRows.push({ row, cell: { row, column }, text: rawName, filled: false });
    return;
  }
  if (name === '') return;
  // A named row without weight leaves its groups' sums open, unless a merge above weighs it too.
  const { weight } = layout.at;
  const merge = weight === undefined ? null : layout.view.merge(row, weight);
  if (merge && merge.top < row) return;
  for (const index of body.open) {
    const group = index === null ? undefined : body.groups[index];
    if (group) group.complete = false;
  }
}

function cleanName(text: string): string {
  let name = text;
  if (NAME_MARKS.has(text.charCodeAt(0))) name = text.replace(NAME_PREFIX, '').trim() || text;
  // A weight in brackets behind the name is the form's, not part of the name.
  if (WEIGHT_ENDS.has(name.charCodeAt(name.length - 1)) && /分\s*[)）]?$/.test(name))
    name = name.replace(/[（(]\s*\d{1,3}(?:\.\d+)?\s*分\s*[)）]?$/, '').trim();
  return name.includes('\n') ? name.replace(/\s*\n\s*/g, '') : name;
}

/** A row whose name cell is blank or a dash is called by its innermost own level. */
function nameFromLevels(layout: Layout, body: OpenBody, row: number): string {
  const { view, at } = layout;
  if (at.name !== undefined) {
    const merge = view.merge(row, at.name);
    if (merge && merge.top < row) return cleanName(view.text(merge.top, merge.left));
  }
  for (let index = body.open.length - 1; index >= 0; index--) {
    const open = body.open[index];
    const group = open === null || open === undefined ? undefined : body.groups[open];
    if (group && group.label !== '') return group.label;
  }
  return '';
}

const NO_STEPS: readonly LevelLabel[] = [];

function stepsIn(text: string): readonly LevelLabel[] {
  return text === '' || isEmptyMark(text) ? NO_STEPS : readLevelPath(text);
}

/** `ownWeight` is the column of the weights where the row is a level's own. */
function openGroups(layout: Layout, body: OpenBody, row: number, ownWeight?: number): void {
  for (const { level, column, weight, steps: stepsOf } of layout.levels) {
    const steps = stepsOf(layout.view.text(row, column));
    for (let index = 0; index < steps.length; index++) {
      const step = steps[index];
      if (!step) continue;
      const at = stepLevel(body, level, index, steps.length, step.label);
      if (step.label === '' && step.weight === null) continue;
      const printed = step.weight ?? weightBeside(layout, row, ownWeight ?? weight);
      openGroup(body, at, step.label, row, column, printed);
    }
  }
}

const CLASS =
  /^(产出)?(数量|质量|时效|成本)(指标)?$|(经济|社会|生态|可持续|环境).*(效益|影响)(指标)?$/;
const isClass = remembering(500, (label: string) => CLASS.test(label));

/**
 * A path opens one level per step. A single name that is a level-2 class under a path's last
 * step takes that step's place (项目绩效85分/产出指标40分/数量指标15分, then 质量指标12分).
 */
function stepLevel(
  body: OpenBody,
  level: 1 | 2 | 3,
  index: number,
  steps: number,
  label: string,
): 1 | 2 | 3 {
  if (steps === 1 && level === 1 && isClass(label)) {
    for (const deeper of [3, 2] as const) {
      const open = body.open[deeper - 1];
      const group = open === null || open === undefined ? undefined : body.groups[open];
      if (group && isClass(group.label)) return deeper;
    }
  }
  return Math.min(3, level + index) as 1 | 2 | 3;
}

function weightBeside(layout: Layout, row: number, column: number | undefined): number | null {
  if (column === undefined) return null;
  return readNumberCell(layout.view.value(row, column)).value;
}

function openGroup(
  body: OpenBody,
  level: 1 | 2 | 3,
  label: string,
  row: number,
  column: number,
  weight: number | null,
): void {
  const parent = level === 1 ? null : innermost(body.open, level - 1);
  const current = body.open[level - 1];
  const existing = findGroup(body, level, label, weight, parent, current ?? null);
  if (existing !== null) {
    body.open[level - 1] = existing;
    if (existing !== current)
      for (let deeper = level; deeper < 3; deeper++) body.open[deeper] = null;
    return;
  }
  const cell = { row, column };
  body.groups.push({
    level,
    label,
    cell,
    weight: weight === null ? null : { value: weight, cell },
    parent,
    indicators: [],
    complete: true,
  });
  body.open[level - 1] = body.groups.length - 1;
  for (let deeper = level; deeper < 3; deeper++) body.open[deeper] = null;
}

/** The same name again under the same parent is the same group, repeated on each row or continued. */
function findGroup(
  body: OpenBody,
  level: number,
  label: string,
  weight: number | null,
  parent: number | null,
  current: number | null,
): number | null {
  const open = current === null ? undefined : body.groups[current];
  const isOpen = open !== undefined && open.label === label && open.parent === parent;
  // `(50分)` and `(30分)` are what is left of two names.
  if (label === '') return isOpen && open.weight?.value === weight ? current : null;
  if (isOpen) return current;
  const from = Math.max(0, body.groups.length - 60);
  for (let index = body.groups.length - 1; index >= from; index--) {
    const group = body.groups[index];
    if (group && group.level === level && group.label === label && group.parent === parent)
      return index;
  }
  return null;
}

function innermost(open: readonly (number | null)[], upTo: number): number | null {
  for (let index = upTo - 1; index >= 0; index--) {
    const group = open[index];
    if (group !== null && group !== undefined) return group;
  }
  return null;
}

interface Facts {
  readonly weight: NumberCell | null;
  readonly score: NumberCell | null;
  readonly target: Quantity;
  readonly targetCell: CellRef | null;
  readonly actual: Quantity;
  readonly actualCell: CellRef | null;
  readonly hasValue: boolean;
  /** Weight or score is a number. */
  readonly isScored: boolean;
  /** Target or 完成值 says something. */
  readonly hasWords: boolean;
}

function readFacts(layout: Layout, row: number): Facts {
  const { view, at } = layout;
  const weight =
    at.weight === undefined
      ? weightInName(layout, row)
      : weightCellAt(view, { row, column: at.weight });
  const score = at.score === undefined ? null : numberCellAt(view, { row, column: at.score });
  const unit = at.unit === undefined ? null : view.text(row, at.unit);
  const sign = at.sign === undefined ? null : view.text(row, at.sign);
  const since = view.date1904 ? 1 : 0;
  const isScored = isFigure(weight) || isFigure(score);
  // A row with points of its own has the 年度指标值 it is merged with; the others are parts of the row above.
  const cellFor = (column: number | undefined): CellRef | null =>
    cellIn(isScored && column !== undefined ? startOf(view, row, column) : row, column);
  const targetCell = cellFor(at.target);
  const actualCell = cellFor(at.actual);
  const read = (cell: CellRef, options: ReadingOptions): Quantity =>
    readQuantity(view.value(cell.row, cell.column), view.format(cell.row, cell.column), options);
  const target = targetCell ? joinQuantity(sign, read(targetCell, AS_TARGET[since]), unit) : NONE;
  const actual = actualCell ? joinQuantity(null, read(actualCell, AS_ACTUAL[since]), unit) : NONE;
  const hasWords = target.kind !== 'none' || actual.kind !== 'none';
  const hasError = isErrorCell(weight) || isErrorCell(score);
  return {
    weight,
    score,
    target,
    targetCell,
    actual,
    actualCell,
    isScored,
    hasWords,
    hasValue: isScored || hasWords || hasError,
  };
}

/** The row where a cell merged downwards begins: what stands there speaks for the rows below too. */
function startOf(view: SheetView, row: number, column: number): number {
  const merge = view.merge(row, column);
  return merge !== null && merge.left === column ? merge.top : row;
}

/** `合格率（30分）` in a form without a column of weights. */
function weightInName({ view, at }: Layout, row: number): NumberCell | null {
  if (at.name === undefined) return null;
  const { weight } = readLevelLabel(view.text(row, at.name));
  if (weight === null) return null;
  const cell = { row, column: at.name };
  return { cell, raw: weight, value: weight, asText: false, formula: null };
}

/** How targets and actuals are read, by whether days are counted from 1904. */
const reading = (role: 'target' | 'actual') =>
  [
    { role, date1904: false },
    { role, date1904: true },
  ] as const satisfies readonly ReadingOptions[];
const AS_TARGET = reading('target');
const AS_ACTUAL = reading('actual');

const NONE: Quantity = {
  text: '',
  kind: 'none',
  op: null,
  value: null,
  upper: null,
  unit: null,
  date: null,
};

function isErrorCell(cell: NumberCell | null): boolean {
  return cell !== null && isCellError(cell.raw);
}

function isFigure(cell: NumberCell | null): boolean {
  return cell !== null && cell.value !== null;
}

function addIndicator(
  layout: Layout,
  body: OpenBody,
  row: number,
  name: string,
  facts: Facts,
): void {
  const { view, at } = layout;
  const group = innermost(body.open, 3);
  const outer = openAt(body, 0);
  const inner = openAt(body, 1);
  const weighted = isFigure(facts.weight);
  const sign = at.sign === undefined ? '' : view.text(row, at.sign);
  const index = body.indicators.length;
  body.indicators.push({
    row,
    group,
    level1: labelOf(outer),
    level2: labelOf(inner),
    name,
    nameCell: cellIn(row, at.name) ?? { row, column: 0 },
    level1Cell: outer?.cell ?? null,
    level2Cell: inner?.cell ?? null,
    target: facts.target,
    targetCell: facts.targetCell,
    signCell: cellIn(row, at.sign) ?? facts.targetCell,
    direction: sign === '' ? null : readDirection(sign),
    actual: facts.actual,
    actualCell: facts.actualCell,
    weight: facts.weight,
    score: facts.score,
    reviewScore: numberCellAt(view, cellIn(row, at.reviewScore)),
    reason: at.reason === undefined ? null : view.text(startOf(view, row, at.reason), at.reason),
    reasonCell: at.reason === undefined ? null : cellIn(startOf(view, row, at.reason), at.reason),
    criteria: at.criteria === undefined ? null : view.text(row, at.criteria),
    parent: isChild(layout, body, row, facts) ? body.lastWeighted : null,
    errors: errorsIn(layout, row),
  });
  if (weighted) body.lastWeighted = index;
  for (let open = group; open !== null;) {
    const owner: OpenGroup | undefined = body.groups[open];
    if (!owner) break;
    owner.indicators.push(index);
    open = owner.parent;
  }
}

function openAt(body: OpenBody, depth: number): OpenGroup | undefined {
  const open = body.open[depth];
  return open === null || open === undefined ? undefined : body.groups[open];
}

const cellIn = (row: number, column: number | undefined): CellRef | null =>
  column === undefined ? null : { row, column };

const NO_ERRORS: readonly Sourced<string>[] = [];

function errorsIn({ view, needed }: Layout, row: number): readonly Sourced<string>[] {
  const values = view.sheet.values[row] ?? [];
  let errors: Sourced<string>[] | null = null;
  for (const column of needed) {
    const value = values[column] ?? null;
    if (isCellError(value)) (errors ??= []).push({ value: value.error, cell: { row, column } });
  }
  return errors ?? NO_ERRORS;
}

/** An unweighted 其中 row, or one whose weight cell is merged with the weighted row above. */
function isChild(layout: Layout, body: OpenBody, row: number, facts: Facts): boolean {
  if (facts.isScored) return false;
  const { name } = layout.at;
  const isPart = name !== undefined && CHILD.test(layout.view.text(row, name));
  return isPart || isMergedUnder(layout, body, row);
}

const labelOf = (group: OpenGroup | undefined): string | null =>
  group && group.label !== '' ? group.label : null;

/** The row's weight cell is the hidden part of a merge that begins at the weighted row above. */
function isMergedUnder(layout: Layout, body: OpenBody, row: number): boolean {
  const column = layout.at.weight;
  if (column === undefined || body.lastWeighted === null) return false;
  const merge = layout.view.merge(row, column);
  return merge !== null && merge.top < row && merge.top === body.indicators[body.lastWeighted]?.row;
}
