import {
  CellValueType,
  type ICellData,
  type IDocumentData,
  type Injector,
  type Nullable,
} from '@univerjs/core';
import { AFTER_CELL_EDIT, BEFORE_CELL_EDIT, SheetInterceptorService } from '@univerjs/sheets';
import { cellOf, contentOf, plainText, type CellContent, type CellTerms } from './cell-content';
import { editText, typedValue } from './typed-value';

/** Of which book, sheet and cell; null for a cell of a book that is not ours. */
export type TermsOf = (
  unit: string,
  sheet: string,
  row: number,
  column: number,
) => CellTerms | null;

/**
 * What stands in the editor when a person begins to type, and what it means when it is done. Left
 * unchanged, it means exactly what stood there: a number shown rounded does not become rounded.
 */
export function interpretTyping(injector: Injector, termsOf: TermsOf): () => void {
  const interceptor = injector.get(SheetInterceptorService).writeCellInterceptor;
  const starting = interceptor.intercept(BEFORE_CELL_EDIT, {
    priority: 100,
    handler: (cell, { unitId, subUnitId, row, col, worksheet }, next) => {
      const terms = termsOf(unitId, subUnitId, row, col);
      const raw = worksheet.getCellRaw(row, col);
      return next(terms ? editorCell(cell, raw, terms) : cell);
    },
  });
  const ending = interceptor.intercept(AFTER_CELL_EDIT, {
    priority: 100,
    handler: (cell, { unitId, subUnitId, row, col, worksheet }, next) => {
      const terms = termsOf(unitId, subUnitId, row, col);
      const raw = worksheet.getCellRaw(row, col);
      return next(cell && terms ? typedCell(cell, raw, terms) : cell);
    },
  });
  return () => {
    starting();
    ending();
  };
}

function editorCell(
  shown: Nullable<ICellData>,
  raw: Nullable<ICellData>,
  terms: CellTerms,
): Nullable<ICellData> {
  if (!shown || !raw || raw.f || raw.p) return shown;
  if (raw.t === CellValueType.NUMBER) {
    return { ...shown, v: editText(gridValue(raw), terms.format) };
  }
  const text = String(raw.v ?? '');
  return text.includes('\n') ? { ...shown, p: documentOf(text) } : shown;
}

/** Text of several lines as the editor has it; as a plain value it would run the lines together. */
function documentOf(text: string): IDocumentData {
  const dataStream = `${text.replaceAll('\n', '\r')}\r\n`;
  const ends = [...dataStream.matchAll(/\r/g)].map(({ index }) => index);
  return {
    id: 'lines',
    documentStyle: {},
    body: {
      dataStream,
      paragraphs: ends.map((startIndex) => ({ startIndex })),
      sectionBreaks: [{ startIndex: dataStream.length - 1 }],
    },
  };
}

function unchanged(raw: ICellData, text: string, terms: CellTerms): boolean {
  if (raw.t === CellValueType.NUMBER) return editText(gridValue(raw), terms.format) === text;
  return text.includes('\n') && raw.v === text;
}

/** The value as the grid has it; days are not counted from the workbook's epoch here. */
function gridValue(raw: ICellData): CellContent['value'] {
  return contentOf(raw, { format: null, date1904: false }).value;
}

/** The cell a person typed, with the value the text means. */
function typedCell(typed: ICellData, raw: Nullable<ICellData>, terms: CellTerms): ICellData {
  if (typed.f || typed.t === CellValueType.FORCE_STRING) return typed;
  const text = typed.p ? plainText(typed.p.body?.dataStream ?? '') : String(typed.v ?? '');
  const rest = { ...typed, f: null, si: null, p: null };
  if (raw && !raw.f && unchanged(raw, text, terms)) {
    return { ...rest, v: raw.v ?? null, t: raw.t ?? null };
  }
  const { v, t } = cellOf(
    { value: typedValue(text, terms.format), formula: null },
    { ...terms, date1904: false },
  );
  return { ...rest, v, t };
}
