import type { Relationship } from '../part-paths';
import { attribute, findTag, nextTag } from '../xml';
import { draftHas, draftRelationships, draftText, type Draft } from './write-draft';
import { placeInSheet } from './write-place';
import {
  freeName,
  planPart,
  planRelationship,
  planSplices,
  promisedPart,
  type Plan,
} from './write-plan';

/** Where a sheet's notes stand: the part with their texts and the one with their shapes. */

const COMMENTS_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml';
const VML_TYPE = 'application/vnd.openxmlformats-officedocument.vmlDrawing';

function internalPart(
  draft: Draft,
  relationships: readonly Relationship[],
  kind: string,
): string | null {
  const found = relationships.find((rel) => rel.kind === kind && !rel.external);
  return found && draftHas(draft, found.target) ? found.target : null;
}

/** The comments part of a sheet; null without. */
export const commentsPart = (draft: Draft, sheet: string): string | null =>
  internalPart(draft, draftRelationships(draft, sheet), 'comments');

interface DrawingReference {
  readonly id: string;
  /** Undefined where the id leads nowhere. */
  readonly relationship: Relationship | undefined;
}

/** What a sheet says of the drawing of its notes (not of its header and footer); null for nothing. */
function drawingReference(draft: Draft, sheet: string): DrawingReference | null {
  const text = draftText(draft, sheet);
  const data = findTag(text, 'sheetData');
  const at = text.indexOf('legacyDrawing', data?.end ?? 0);
  if (at < 0) return null;
  for (let tag = nextTag(text, text.lastIndexOf('<', at)); tag; tag = nextTag(text, tag.end)) {
    if (tag.name !== 'legacyDrawing' || tag.kind === 'close') continue;
    const id = attribute(text, tag, 'id') ?? '';
    const relationship = draftRelationships(draft, sheet).find((item) => item.id === id);
    return { id, relationship };
  }
  return null;
}

/** The drawing part that holds a sheet's notes; null without. */
export function notesDrawing(draft: Draft, sheet: string): string | null {
  const rel = drawingReference(draft, sheet)?.relationship;
  return rel && !rel.external && draftHas(draft, rel.target) ? rel.target : null;
}

/** Whether a sheet's one reference to a drawing of notes leads where none can be made. */
export function leadsElsewhere(plan: Plan, sheet: string): boolean {
  const relationship = drawingReference(plan.draft, sheet)?.relationship;
  if (!relationship) return false;
  return promisedPart(plan, sheet, VML_TYPE, ({ id }) => id === relationship.id) === null;
}

/** A comments part for a sheet without: where its relationships promise one, there. */
export function addComments(plan: Plan, sheet: string, text: string): void {
  const promised = promisedPart(plan, sheet, COMMENTS_TYPE, ({ kind }) => kind === 'comments');
  const name = promised ?? freeName(plan, 'xl/comments', '.xml');
  planPart(plan, name, text, COMMENTS_TYPE);
  if (promised === null) planRelationship(plan, sheet, 'comments', name);
}

/**
 * A drawing of notes for a sheet without. A sheet has one such reference at most: one that leads
 * nowhere is made to lead here.
 */
export function addDrawing(plan: Plan, sheet: string, text: string): void {
  const reference = drawingReference(plan.draft, sheet);
  const id = reference?.id ?? null;
  const promised = id === null ? null : promisedPart(plan, sheet, VML_TYPE, (rel) => rel.id === id);
  const name = promised ?? freeName(plan, 'xl/drawings/vmlDrawing', '.vml');
  const byExtension = name.endsWith('.vml');
  planPart(plan, name, text, byExtension ? null : VML_TYPE);
  if (byExtension) plan.extensions.set('vml', VML_TYPE);
  if (promised !== null) return;
  const given = planRelationship(plan, sheet, 'vmlDrawing', name, id);
  if (id === null) {
    const sheetText = draftText(plan.draft, sheet);
    planSplices(plan, sheet, [placeInSheet(sheetText, 'legacyDrawing', given, plan.dialect)]);
  }
}
