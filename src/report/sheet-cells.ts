import { speaker, type SayOf, type Texts, type Within } from '../texts/catalogue';
import type { ReportKey } from '../texts/zh-CN/report';
import { quotedReference } from '../model/address';
import { rangeName, type CellRef } from '../model/grid';
import type { SheetCell, SheetStyle } from '../model/patch';
import type { CellValue } from '../model/snapshot';

export type Row = (SheetCell | null)[];

/** Speaks a text of the report room: `say('summary.title')` is `report.summary.title`. */
export type Say = SayOf<'report', ReportKey>;

/** What a person has to write into an outline: `report.outline.prompt.<name>`. */
export type PromptName = Within<'report.outline.prompt', ReportKey>;

export const sayIn = (texts: Texts<ReportKey>): Say => speaker('report', texts);

export const cell = (value: CellValue, style: SheetStyle = 'text'): SheetCell => ({ value, style });

/** A number, or an empty cell of the number style where there is none. */
export const numberOrBlank = (value: number | null, style: SheetStyle = 'number'): SheetCell =>
  cell(value, style);

/** A formula (without `=`) with the result it has now. */
export const formulaCell = (
  formula: string,
  value: number | string,
  style: SheetStyle = 'number',
): SheetCell => ({ value, formula, style });

export const linkCell = (text: string, sheet: string, target: CellRef): SheetCell => ({
  value: text,
  style: 'link',
  link: { sheet, cell: target },
});

/** A cell or an area of a sheet as a formula names it. */
export function sheetReference(sheet: string, top: CellRef, bottom: CellRef = top): string {
  const place = rangeName({
    top: top.row,
    left: top.column,
    bottom: bottom.row,
    right: bottom.column,
  });
  return quotedReference(sheet, place);
}
