import { relsPartOf } from '../part-paths';
import type { WorkbookIndex } from '../workbook-index';
import { attribute, elementOf, nextTag } from '../xml';
import { draftHas, draftRelationships, draftText, setDraftText, type Draft } from './write-draft';
import { applySplices, type Splice } from './write-splice';

/** Makes replacements in a part of the draft. */
export function splicePart(draft: Draft, part: string, splices: readonly Splice[]): void {
  if (splices.length > 0) setDraftText(draft, part, applySplices(draftText(draft, part), splices));
}

/** Takes parts away with what declares their content. */
export function dropParts(draft: Draft, parts: ReadonlySet<string>): void {
  for (const part of parts) if (draftHas(draft, part)) setDraftText(draft, part, null);
  const names = new Set([...parts].map((part) => `/${part}`.toLowerCase()));
  const text = draftText(draft, draft.contentTypes);
  const splices: Splice[] = [];
  for (let tag = nextTag(text, 0); tag; tag = nextTag(text, tag.end)) {
    if (tag.name !== 'Override' || tag.kind === 'close') continue;
    if (!names.has((attribute(text, tag, 'PartName') ?? '').toLowerCase())) continue;
    splices.push({ at: tag.start, end: tag.end, text: '' });
  }
  splicePart(draft, draft.contentTypes, splices);
}

/** Takes away the relationships of a part that lead to any of these parts. */
export function dropRelationships(
  draft: Draft,
  source: string,
  targets: ReadonlySet<string>,
): void {
  const ids = new Set(
    draftRelationships(draft, source)
      .filter((rel) => !rel.external && targets.has(rel.target))
      .map((rel) => rel.id),
  );
  if (ids.size === 0) return;
  const rels = relsPartOf(source);
  const text = draftText(draft, rels);
  // Found as they are read: what stands outside the root, or without one, counts there too.
  const splices: Splice[] = [];
  let isLast = true;
  for (let tag = nextTag(text, 0); tag; tag = nextTag(text, tag.end)) {
    if (tag.name !== 'Relationship' || tag.kind === 'close') continue;
    if (ids.has(attribute(text, tag, 'Id') ?? '')) {
      const { start, end } = elementOf(text, tag).outer;
      splices.push({ at: start, end, text: '' });
    } else isLast = false;
  }
  if (isLast) setDraftText(draft, rels, null);
  else splicePart(draft, rels, splices);
}

/** Kinds of relationships that lead to parts only one sheet uses. */
const OWNED = new Set([
  'drawing',
  'chart',
  'chartStyle',
  'chartColorStyle',
  'chartUserShapes',
  'printerSettings',
  'comments',
  'vmlDrawing',
  'threadedComment',
]);

/** A sheet part with everything that belongs to it alone, relationship parts included. */
export function ownParts(draft: Draft, sheet: string): ReadonlySet<string> {
  const parts = new Set<string>();
  const open = [sheet];
  for (let part = open.pop(); part !== undefined; part = open.pop()) {
    if (parts.has(part) || !draftHas(draft, part)) continue;
    parts.add(part);
    const rels = relsPartOf(part);
    if (!draftHas(draft, rels)) continue;
    parts.add(rels);
    for (const rel of draftRelationships(draft, part)) {
      if (!rel.external && OWNED.has(rel.kind)) open.push(rel.target);
    }
  }
  return parts;
}

/** Takes a sheet of ours away with all that belongs to it; it is off the workbook's list already. */
export function dropSheetParts(draft: Draft, sheet: string): void {
  for (const part of ownParts(draft, sheet)) setDraftText(draft, part, null);
}

/** Takes the content types of parts away, the parts themselves left. */
export function undeclare(draft: Draft, parts: ReadonlySet<string>): void {
  const texts = new Map([...parts].map((part) => [part, draft.texts.get(part)]));
  dropParts(draft, parts);
  for (const [part, text] of texts) {
    if (text === undefined) draft.texts.delete(part);
    else draft.texts.set(part, text);
  }
}

/** Excel mends a file whose calculation chain names cells that are no formulas any more. */
export function dropCalculationChain(draft: Draft, index: WorkbookIndex): void {
  if (index.calcChain === null || !draftHas(draft, index.calcChain)) return;
  const parts = new Set([index.calcChain]);
  dropRelationships(draft, index.workbook, parts);
  dropParts(draft, parts);
}
