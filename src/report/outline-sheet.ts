import type { SheetWrite } from '../model/patch';
import { walkOutline, type Outline } from './outline';
import { cell, type Row } from './sheet-cells';

/** 自评报告提纲 as a sheet of one wide column; several tables follow one another. */
export function outlineSheet(outlines: readonly Outline[], name: string): SheetWrite | null {
  if (outlines.length === 0) return null;
  const rows: Row[] = [];
  for (const outline of outlines) {
    if (rows.length > 0) rows.push([]);
    rows.push([cell(outline.title, 'title')]);
    for (const line of outline.cover) rows.push([cell(line)]);
    for (const section of walkOutline(outline.sections)) {
      rows.push([cell(section.number + section.title, 'heading')]);
      for (const paragraph of section.paragraphs) rows.push([cell(paragraph)]);
    }
  }
  return {
    role: 'outline',
    name,
    widths: [84],
    rows,
    merges: [],
    frozenRows: 0,
    landscape: false,
    chart: null,
  };
}
