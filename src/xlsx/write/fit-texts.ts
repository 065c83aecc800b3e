import type { CellWrite } from '../../changes/check-patch';
import { areasOf } from '../../model/areas';
import { cellKey, type CellRef, type Range } from '../../model/grid';
import type { SheetSnapshot } from '../../model/snapshot';
import { nextTag, isTrue } from '../xml';
import { readGeometry, type SheetGeometry } from './notes-shape';
import { openSheetText, rowOf } from './sheet-text';
import { LINE, lineCount, MOST_HEIGHT } from './text-lines';
import { elementAt, rawAttribute, tagWith } from './write-markup';
import { draftHas, draftText, setDraftText, type Draft } from './write-draft';
import { applySplices, type Splice } from './write-splice';
import { keepAppended, openStyles, styleSplices, wrappedFormat } from './styles';
import { defaultFontSize } from './styles-sheet';
import { cellSplices, changesAt, type CellChanges } from './write-cells';

/** Pixels of a character of the default font, and of a point. */
const CHARACTER = 7;
const POINT = 4 / 3;
const MARGIN = 5;

/** The style part of a workbook, and as it stood before what is ours was taken off. */
export interface StylePart {
  /** Null where the workbook has none. */
  readonly name: string | null;
  readonly before: string | null;
}

/** A text that was written into a cell and takes more lines there than one. */
interface LongText {
  readonly cell: CellRef;
  readonly area: Range;
  /** Points. */
  readonly height: number;
}

/**
 * Texts that do not fit into their cells on one line, with the height they take in the font of the
 * workbook.
 */
function longTexts(
  text: string,
  sheet: SheetSnapshot,
  writes: readonly CellWrite[],
  fontSize: number,
): readonly LongText[] {
  const texts = writes.flatMap(({ cell, value, formula }) =>
    typeof value === 'string' && formula === undefined ? [{ cell, value }] : [],
  );
  if (texts.length === 0) return [];
  const geometry = readGeometry(text);
  const merges = areasOf(
    sheet.merges,
    texts.map(({ cell }) => cell),
  );
  return texts.flatMap(({ cell, value }) => {
    const area = merges.get(cellKey(cell)) ?? areaOf(cell);
    const lines = lineCount(value, widthOf(area, geometry));
    return lines > 1 ? [{ cell, area, height: heightOf(lines, fontSize) }] : [];
  });
}

const heightOf = (lines: number, fontSize: number): number =>
  Math.min(MOST_HEIGHT, Math.ceil(lines * fontSize * LINE + MARGIN));

const areaOf = ({ row, column }: CellRef): Range => ({
  top: row,
  left: column,
  bottom: row,
  right: column,
});

/** In characters of the default font. */
function widthOf({ left, right }: Range, { columnWidth }: SheetGeometry): number {
  let width = 0;
  for (let column = left; column <= right; column++) width += columnWidth(column);
  return width / CHARACTER;
}

/** Their cells broken into lines. */
const wrapChanges = (texts: readonly LongText[], style: (format: number) => number): CellChanges =>
  changesAt(texts.map(({ cell }) => [cell, { kind: 'style', create: false, style }]));

/**
 * Rows as tall as the texts in them. A row without a height of its own is fitted by whatever program
 * opens it, but never to a text in merged cells.
 */
function rowSplices(
  text: string,
  sheet: SheetSnapshot,
  texts: readonly LongText[],
  fontSize: number,
): readonly Splice[] {
  const geometry = readGeometry(text);
  const wanted = new Map<number, { readonly height: number; readonly isMerged: boolean }>();
  for (const { area, height } of texts) {
    let others = 0;
    for (let row = area.top + 1; row <= area.bottom; row++) others += geometry.rowHeight(row);
    const own = height - others / POINT;
    const isMerged = area.right > area.left || area.bottom > area.top;
    const known = wanted.get(area.top);
    wanted.set(area.top, {
      height: Math.max(own, known?.height ?? 0),
      isMerged: isMerged || known?.isMerged === true,
    });
  }
  const merges = areasOf(
    sheet.merges,
    [...wanted.keys()].flatMap((row) => cellsOf(sheet, row)),
  );
  const markup = openSheetText(text);
  const splices: Splice[] = [];
  let row = -1;
  let tag = markup.data.tag.kind === 'empty' ? null : nextTag(text, markup.data.inner.start);
  while (tag && tag.start < markup.data.inner.end) {
    const element = elementAt(text, tag, markup.plain);
    if (tag.name === 'row') {
      row = rowOf(text, tag, row);
      const want = wanted.get(row);
      const isStated = rawAttribute(text, tag, 'ht') !== null;
      const fitted = isStated || !want ? 0 : fittedHeight(sheet, row, geometry, fontSize, merges);
      const height = Math.max(want?.height ?? 0, fitted);
      const stands = geometry.rowHeight(row) / POINT;
      if (want && (isStated || want.isMerged) && stands > 0 && height > stands) {
        const isCustom = want.isMerged || isTrue(rawAttribute(text, tag, 'customHeight') ?? '');
        const size = { ht: String(height), customHeight: isCustom ? '1' : null };
        splices.push({ at: tag.start, end: tag.end, text: tagWith(text, tag, size) });
      }
    }
    tag = nextTag(text, element.outer.end);
  }
  return splices;
}

const cellsOf = ({ values }: SheetSnapshot, row: number): readonly CellRef[] =>
  (values[row] ?? []).map((_value, column) => ({ row, column }));

/** How tall a program makes a row for the texts of its unmerged cells, in points. */
function fittedHeight(
  sheet: SheetSnapshot,
  row: number,
  geometry: SheetGeometry,
  fontSize: number,
  merges: ReadonlyMap<number, Range>,
): number {
  const lines = (sheet.values[row] ?? []).map((value, column) => {
    const cell = { row, column };
    if (typeof value !== 'string' || merges.has(cellKey(cell))) return 1;
    return lineCount(value, widthOf(areaOf(cell), geometry));
  });
  return heightOf(Math.max(1, ...lines), fontSize);
}

/**
 * Breaks texts that were written into cells too narrow for them into lines, and makes their rows as
 * tall: a reason that nobody can read on paper is none.
 */
export function fitTexts(
  draft: Draft,
  part: string,
  { name, before }: StylePart,
  sheet: SheetSnapshot,
  writes: readonly CellWrite[],
): void {
  if (name === null || !draftHas(draft, name)) return;
  const book = openStyles(draftText(draft, name));
  const fontSize = defaultFontSize(book);
  const text = draftText(draft, part);
  const texts = longTexts(text, sheet, writes, fontSize);
  if (texts.length === 0) return;
  // What we appended before has to keep its numbers.
  if (before !== null) keepAppended(book, openStyles(before));
  const changes = wrapChanges(texts, (format) => wrappedFormat(book, format));
  const wrapped = applySplices(text, cellSplices(text, changes));
  setDraftText(draft, part, applySplices(wrapped, rowSplices(wrapped, sheet, texts, fontSize)));
  setDraftText(draft, name, applySplices(book.text, styleSplices(book)));
}
