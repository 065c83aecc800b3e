import { Failure } from '../../model/failure';
import { hasPart, partName, partNames, readPartText, type Package } from '../package';
import { parseRelationships, relsPartOf, type Relationship } from '../part-paths';
import { encodeText } from '../part-text';
import { encodeLike, type PartEncoding } from './write-encoding';

/** A package with changes that are not written yet. */
export interface Draft {
  readonly pkg: Package;
  readonly contentTypes: string;
  /** New text by part name; null where the part is taken away. */
  readonly texts: Map<string, string | null>;
  /** The text that goes back to the encoding it came in, once it is that text again. */
  readonly encodings: Map<string, { readonly text: string; readonly encoding: PartEncoding }>;
}

export function openDraft(pkg: Package, contentTypes: string): Draft {
  return { pkg, contentTypes, texts: new Map(), encodings: new Map() };
}

/** Part names do not differ by case; the zip's spelling goes. */
const spelled = (draft: Draft, name: string): string => partName(draft.pkg, name) ?? name;

/** @throws Failure `part-missing`. */
export function draftText(draft: Draft, name: string): string {
  const changed = draft.texts.get(spelled(draft, name));
  if (changed === null) throw new Failure('part-missing', { part: name });
  return changed ?? readPartText(draft.pkg, name);
}

export function draftHas(draft: Draft, name: string): boolean {
  const changed = draft.texts.get(spelled(draft, name));
  return changed === undefined ? hasPart(draft.pkg, name) : changed !== null;
}

export function setDraftText(draft: Draft, name: string, text: string | null): void {
  draft.texts.set(spelled(draft, name), text);
}

/** Names of all parts as the draft stands. */
export function draftNames(draft: Draft): readonly string[] {
  const names = partNames(draft.pkg).filter((name) => draftHas(draft, name));
  for (const [name, text] of draft.texts) {
    if (text !== null && !hasPart(draft.pkg, name)) names.push(name);
  }
  return names;
}

export function draftRelationships(draft: Draft, part: string): readonly Relationship[] {
  const rels = relsPartOf(part);
  return draftHas(draft, rels) ? parseRelationships(draftText(draft, rels), part) : [];
}

/** What differs from the package, ready for `writePackage`. */
export function draftChanges(draft: Draft): ReadonlyMap<string, Uint8Array | null> {
  const changes = new Map<string, Uint8Array | null>();
  for (const [name, text] of draft.texts) {
    const there = hasPart(draft.pkg, name);
    if (text === null) {
      if (there) changes.set(name, null);
      continue;
    }
    const original = draft.encodings.get(name);
    if (original?.text === text) changes.set(name, encodeLike(text, original.encoding));
    else if (!there || readPartText(draft.pkg, name) !== text) changes.set(name, encodeText(text));
  }
  return changes;
}
