import type { CellRef } from '../../model/grid';
import type { NumberCell, Sourced } from '../../model/table';
import { normaliseText } from '../../quantity/normalise';
import { readNumberCell } from '../../quantity/read-number';
import { scoreCellAt, weightCellAt } from '../point-cells';
import { saidTotal } from './row-kind';
import { type SheetView, filledColumns } from '../sheet-view';
import type { OpenBody } from './groups';
import type { Layout } from './layout';

const GRADE_LABEL = /(评价|自评|绩效|评定)?等[级次][::]?/;
const GRADE_WORD = /^[优良中低差]$|^(优秀|良好|中等|合格|较差|不合格|好|较好|一般)$/;

export function readNote(layout: Layout, body: OpenBody, row: number): void {
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
    const told = CONCLUSION.test(view.text(row, columns[0] ?? column)) ? gradeTold(text) : null;
    if (told !== null) return { value: told, cell: { row, column } };
    if (text.length > 20 || !GRADE_LABEL.test(text)) continue;
    const inline = text.replace(/^.*等[级次][::]?/, '');
    if (GRADE_WORD.test(inline)) return { value: inline, cell: { row, column } };
    const next = columns[index + 1];
    if (next === undefined) continue;
    const word = markedIn(view.text(row, next)) ?? view.text(row, next);
    if (GRADE_WORD.test(word)) return { value: word, cell: { row, column: next } };
  }
  return null;
}

/** What a unit concludes of itself; notes tell which scores have which grade. */
const CONCLUSION = /^(?:自评|评价|综合|绩效)*结论/;
const TOLD =
  /等[级次](?:评定|确定|评)?[为是:]["“”']?(优秀|良好|中等|合格|较差|不合格|[优良中差])(?![\u4e00-\u9fff])/g;

/** 自评等级为“良” in a sentence that names one grade. */
function gradeTold(text: string): string | null {
  const [only, second] = [...text.matchAll(TOLD)];
  return only && !second ? (only[1] ?? null) : null;
}

/** 优□ 良☑ 中□ 差□ and □优 ■良 □中 □差: the one that is marked. */
function markedIn(text: string): string | null {
  const plain = normaliseText(text);
  if (!/[□☐○]/.test(plain)) return null;
  const isBefore = /^[□☐○■☑√✓✔●]/.test(plain);
  const marked = Array.from(
    plain.matchAll(
      isBefore ? /[■☑√✓✔●]([\u4e00-\u9fff]{1,3})/g : /([\u4e00-\u9fff]{1,3})[■☑√✓✔●]/g,
    ),
    ([, word = '']) => word,
  );
  return marked.length === 1 ? (marked[0] ?? null) : null;
}

export function readTotal(layout: Layout, body: OpenBody, row: number, first: number): void {
  const { view, at } = layout;
  const cellOf = (column: number | undefined): CellRef | null =>
    column === undefined ? null : { row, column };
  if (body.indicators.length > 0) body.closed = true;
  const columns = filledColumns(view, row);
  const beside = pairsIn(view, row, columns);
  const weight = weightCellAt(view, beside?.weight ?? cellOf(at.weight));
  const score =
    saidScore(view, { row, column: first }) ??
    scoreCellAt(view, beside?.score ?? cellOf(at.score), weight, true);
  const known = [first, weight?.cell.column, score?.cell.column];
  const remarks = columns.flatMap((column) => {
    const said = view.value(row, column);
    return typeof said === 'string' && !known.includes(column) ? [said] : [];
  });
  body.total ??= {
    row,
    labelCell: { row, column: first },
    weight,
    score,
    ...(remarks.length > 0 && { remarks }),
  };
  body.grade ??= gradeIn(view, row, columns);
  const word = columns.find((column) => GRADE_WORD.test(view.text(row, column)));
  if (word !== undefined)
    body.grade ??= { value: view.text(row, word), cell: { row, column: word } };
}

/** The total score said in the cell of its label: 自评总分：97.5分. */
function saidScore(view: SheetView, cell: CellRef): NumberCell | null {
  const value = saidTotal(view.text(cell.row, cell.column));
  const raw = view.value(cell.row, cell.column);
  return value === null ? null : { cell, raw, value, asText: false, formula: null };
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

export function readSubtotal(layout: Layout, body: OpenBody, row: number, label: string): void {
  const { view, at } = layout;
  const cellOf = (column: number | undefined): CellRef | null =>
    column === undefined ? null : { row, column };
  const weight = weightCellAt(view, cellOf(at.weight));
  body.subtotals.push({
    row,
    label,
    weight,
    score: scoreCellAt(view, cellOf(at.score), weight),
  });
}
