import type { Unshown } from '../../model/look';
import { hasPart, readPartText } from '../package';
import { parseRelationships, relsPartOf, type Relationship } from '../part-paths';
import type { OpenedWorkbook } from '../open';
import type { SheetEntry } from '../workbook-index';
import { findTag, nextTag } from '../xml';

type Kind = Unshown['kind'];

/** Relationships of a worksheet, by the last segment of their type, that stand for one thing each. */
const BY_RELATIONSHIP: Readonly<Record<string, Kind>> = {
  pivotTable: 'pivot-table',
  table: 'table',
  control: 'control',
  ctrlProp: 'control',
  oleObject: 'control',
};

/** Elements behind the cells of a worksheet part. */
const BY_ELEMENT: Readonly<Record<string, Kind>> = {
  conditionalFormatting: 'conditional-format',
  dataValidation: 'data-validation',
};

function relationshipsOf(opened: OpenedWorkbook, part: string): readonly Relationship[] {
  const rels = relsPartOf(part);
  return hasPart(opened.package, rels)
    ? parseRelationships(readPartText(opened.package, rels), part)
    : [];
}

function partsOf(opened: OpenedWorkbook, part: string, kind: string): readonly string[] {
  return relationshipsOf(opened, part)
    .filter((rel) => rel.kind === kind && !rel.external && hasPart(opened.package, rel.target))
    .map(({ target }) => target);
}

/** What a drawing shows: charts, pictures, and shapes of other kinds. */
function countDrawing(text: string, count: (kind: Kind) => void): void {
  for (let tag = nextTag(text, 0); tag; tag = nextTag(text, tag.end)) {
    if (tag.kind === 'close') continue;
    if (tag.name === 'graphicFrame') count('chart');
    else if (tag.name === 'pic') count('image');
    else if (tag.name === 'sp' || tag.name === 'cxnSp') count('drawing');
  }
}

function countThreads(text: string): number {
  const threads = new Set<number>();
  for (let tag = nextTag(text, 0); tag; tag = nextTag(text, tag.end)) {
    // An answer names the comment it belongs to.
    if (tag.name === 'threadedComment' && tag.kind !== 'close') {
      const markup = text.slice(tag.start, tag.end);
      if (!/\sparentId\s*=/.test(markup)) threads.add(tag.start);
    }
  }
  return threads.size;
}

function ofSheet(opened: OpenedWorkbook, sheet: SheetEntry): readonly Unshown[] {
  const counts = new Map<Kind, number>();
  const count = (kind: Kind, more = 1): void => {
    if (more > 0) counts.set(kind, (counts.get(kind) ?? 0) + more);
  };
  const { part, name } = sheet;
  if (sheet.kind === 'chartsheet') count('chart');
  else if (sheet.kind !== 'worksheet') count('macros');
  for (const { kind, target, external } of relationshipsOf(opened, part)) {
    const own = BY_RELATIONSHIP[kind];
    if (own !== undefined && !external && hasPart(opened.package, target)) count(own);
  }
  if (sheet.kind === 'worksheet') {
    for (const drawing of partsOf(opened, part, 'drawing')) {
      countDrawing(readPartText(opened.package, drawing), count);
    }
    for (const threads of partsOf(opened, part, 'threadedComment')) {
      count('threaded-comment', countThreads(readPartText(opened.package, threads)));
    }
    const text = readPartText(opened.package, part);
    const data = findTag(text, 'sheetData');
    const from = data ? text.indexOf(`</${data.prefix}sheetData>`, data.start) : -1;
    for (let tag = nextTag(text, Math.max(from, 0)); tag; tag = nextTag(text, tag.end)) {
      const kind = tag.kind === 'close' ? undefined : BY_ELEMENT[tag.name];
      if (kind !== undefined) count(kind);
    }
  }
  return [...counts].map(([kind, number]) => ({ kind, sheet: name, count: number }));
}

/** What a workbook holds that a grid of cells does not show. Sheets of the tool's own are left out. */
export function readUnshown(opened: OpenedWorkbook): readonly Unshown[] {
  const { index, snapshot } = opened;
  const ours = new Set((snapshot.ledger?.sheets ?? []).map(({ name }) => name));
  const links = index.relationships.filter(({ kind }) => kind === 'externalLink').length;
  const book: Unshown[] = [];
  if (index.vbaProject !== null) book.push({ kind: 'macros', sheet: null, count: 1 });
  if (links > 0) book.push({ kind: 'external-link', sheet: null, count: links });
  const sheets = index.sheets.filter(({ name }) => !ours.has(name));
  return [...book, ...sheets.flatMap((sheet) => ofSheet(opened, sheet))];
}
