import { isCellError } from '../../src/model/snapshot';
import { buildWorkbook, type CellSpec, type SheetSpec } from '../support/workbook-builder';
import type { ContractSheet } from './contract';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

const cellOf = (value: ContractSheet['rows'][number][number]): CellSpec => {
  if (typeof value !== 'object' || value === null) return value;
  if ('formula' in value) return value;
  return isCellError(value) ? { xml: `<v>${value.error}</v>`, attributes: 't="e"' } : null;
};

/** A workbook file of contract sheets; notes as a comments part without a drawing. */
export function contractFile(sheets: readonly ContractSheet[]): Uint8Array {
  const parts: Record<string, string> = {};
  const specs = sheets.map(({ name, rows, merges, notes }, index): SheetSpec => {
    const spec = { name, rows: rows.map((row) => row.map(cellOf)), merges: merges ?? [] };
    if (!notes) return spec;
    const comments = notes.map(
      (cell) => `<comment ref="${cell}" authorId="0"><text><t>用户的批注</t></text></comment>`,
    );
    parts[`xl/comments${index + 1}.xml`] =
      `<comments xmlns="${MAIN}"><authors><author>张三</author></authors><commentList>${comments.join('')}</commentList></comments>`;
    return { ...spec, rels: { rId1: ['comments', `../comments${index + 1}.xml`] } };
  });
  return buildWorkbook({ sheets: specs, parts });
}
