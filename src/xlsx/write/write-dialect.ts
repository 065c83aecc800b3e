import { nextTag, attributesOf } from '../xml';

/** The two families of addresses a workbook may be written in (ECMA-376 part 1 and part 4). */
export interface Dialect {
  readonly main: string;
  readonly relationships: string;
  readonly drawing: string;
  readonly spreadsheetDrawing: string;
  readonly chart: string;
}

const TRANSITIONAL: Dialect = {
  main: 'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
  relationships: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  drawing: 'http://schemas.openxmlformats.org/drawingml/2006/main',
  spreadsheetDrawing: 'http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing',
  chart: 'http://schemas.openxmlformats.org/drawingml/2006/chart',
};

const STRICT: Dialect = {
  main: 'http://purl.oclc.org/ooxml/spreadsheetml/main',
  relationships: 'http://purl.oclc.org/ooxml/officeDocument/relationships',
  drawing: 'http://purl.oclc.org/ooxml/drawingml/main',
  spreadsheetDrawing: 'http://purl.oclc.org/ooxml/drawingml/spreadsheetDrawing',
  chart: 'http://purl.oclc.org/ooxml/drawingml/chart',
};

/** The family a workbook part is written in, by its root's namespaces. */
export function dialectOf(workbookText: string): Dialect {
  const tag = nextTag(workbookText, 0);
  if (!tag) return TRANSITIONAL;
  for (const { value } of attributesOf(workbookText, tag)) {
    if (workbookText.slice(value.start, value.end) === STRICT.main) return STRICT;
  }
  return TRANSITIONAL;
}

/** The prefix (with colon) a root declares for a namespace; null without. */
export function declaredPrefix(text: string, namespace: string): string | null {
  const tag = nextTag(text, 0);
  if (!tag) return null;
  for (const found of attributesOf(text, tag)) {
    if (found.prefix !== 'xmlns:') continue;
    if (text.slice(found.value.start, found.value.end) === namespace) return `${found.name}:`;
  }
  return null;
}
