import { hasPart, readPartText } from '../package';
import { relativeTarget, relsPartOf, type Relationship } from '../part-paths';
import { rememberingParts } from '../remember-parts';
import type { Dialect } from './write-dialect';
import {
  draftHas,
  draftNames,
  draftRelationships,
  draftText,
  setDraftText,
  type Draft,
} from './write-draft';
import { encodingOfPart, type PartEncoding } from './write-encoding';
import { appendInside } from './write-markup';
import { applySplices, digestText, inverseSplices, type Splice } from './write-splice';
import { attribute, nextTag, rootElement } from '../xml';
import { escapeAttribute } from '../xml-text';

interface NewRelationship {
  readonly id: string;
  readonly type: string;
  readonly target: string;
}

/**
 * Everything that is ours in one run, gathered before it is laid over the user's content in one go,
 * so that it can be taken off again exactly.
 */
export interface Plan {
  readonly draft: Draft;
  readonly dialect: Dialect;
  readonly splices: Map<string, Splice[]>;
  readonly parts: Map<string, string>;
  readonly relationships: Map<string, NewRelationship[]>;
  readonly types: { readonly part: string; readonly type: string }[];
  readonly extensions: Map<string, string>;
  readonly taken: Set<string>;
  /** Blocks of shape ids given out in this run. */
  readonly blocks: Set<number>;
}

/** How one part of the user's goes back to what it was. */
export interface PartUndo {
  readonly part: string;
  /** Of the text as we left it. */
  readonly digest: string;
  readonly splices: readonly Splice[];
  readonly encoding: PartEncoding | null;
}

const PACKAGE_RELATIONSHIPS = 'http://schemas.openxmlformats.org/package/2006/relationships';

export const XML_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** The content type of every part that has its own, and of extensions as `.ext`; lower case. */
export const contentTypesOf = rememberingParts((text): ReadonlyMap<string, string> => {
  const types = new Map<string, string>();
  for (let tag = nextTag(text, 0); tag; tag = nextTag(text, tag.end)) {
    if (tag.kind === 'close') continue;
    const type = attribute(text, tag, 'ContentType') ?? '';
    const part = tag.name === 'Override' ? attribute(text, tag, 'PartName') : null;
    const extension = tag.name === 'Default' ? attribute(text, tag, 'Extension') : null;
    if (part !== null) types.set(part.replace(/^\//, '').toLowerCase(), type);
    if (extension !== null) types.set(`.${extension.toLowerCase()}`, type);
  }
  return types;
});

export function openPlan(draft: Draft, dialect: Dialect): Plan {
  const taken = new Set(draftNames(draft).map((name) => name.toLowerCase()));
  for (const name of contentTypesOf(draftText(draft, draft.contentTypes)).keys()) taken.add(name);
  return {
    draft,
    dialect,
    splices: new Map(),
    parts: new Map(),
    relationships: new Map(),
    types: [],
    extensions: new Map(),
    taken,
    blocks: new Set(),
  };
}

/** A part name nobody has: `freeName(plan, 'xl/comments', '.xml')` is `xl/comments1.xml`. */
export function freeName(plan: Plan, before: string, after: string): string {
  for (let number = 1; ; number++) {
    const name = `${before}${number}${after}`;
    if (!plan.taken.has(name.toLowerCase())) return name;
  }
}

export function planSplices(plan: Plan, part: string, splices: readonly Splice[]): void {
  const known = plan.splices.get(part);
  if (known) known.push(...splices);
  else if (splices.length > 0) plan.splices.set(part, [...splices]);
}

/** A new part; `type` null where its extension says it all. */
export function planPart(plan: Plan, name: string, text: string, type: string | null): void {
  plan.parts.set(name, text);
  plan.taken.add(name.toLowerCase());
  if (type !== null) plan.types.push({ part: name, type });
}

/** What a part may be called without being encoded in a relationship. */
const PLAIN_NAME = /^[\p{L}\p{N}_./-]+\.(?:xml|vml)$/u;

/**
 * The name that a relationship of `source` gives to a part nobody wrote; null where there is none,
 * or where the name is declared as something else. Making the part there mends the file: a second
 * relationship of the same kind would leave the first one leading nowhere.
 */
export function promisedPart(
  plan: Plan,
  source: string,
  type: string,
  isWanted: (relationship: Relationship) => boolean,
): string | null {
  const found = draftRelationships(plan.draft, source).find(
    (rel) => !rel.external && isWanted(rel) && !draftHas(plan.draft, rel.target),
  );
  if (!found || !PLAIN_NAME.test(found.target) || plan.parts.has(found.target)) return null;
  const declared = contentTypesOf(draftText(plan.draft, plan.draft.contentTypes));
  return (declared.get(found.target.toLowerCase()) ?? type) === type ? found.target : null;
}

/** A relationship from `source` to another part; gives its id, which is `wantedId` where told. */
export function planRelationship(
  plan: Plan,
  source: string,
  kind: string,
  target: string,
  wantedId: string | null = null,
): string {
  const pending = plan.relationships.get(source) ?? [];
  const used = new Set(pending.map((rel) => rel.id));
  if (!plan.parts.has(source)) {
    for (const rel of draftRelationships(plan.draft, source)) used.add(rel.id);
  }
  let number = 1;
  while (used.has(`rIdJx${number}`)) number++;
  const id = wantedId ?? `rIdJx${number}`;
  const type = `${plan.dialect.relationships}/${kind}`;
  plan.relationships.set(source, [...pending, { id, type, target }]);
  return id;
}

function relationshipMarkup(
  source: string,
  added: readonly NewRelationship[],
  prefix: string,
): string {
  return added
    .map(({ id, type, target }) => {
      const path = escapeAttribute(relativeTarget(source, target));
      return `<${prefix}Relationship Id="${id}" Type="${type}" Target="${path}"/>`;
    })
    .join('');
}

function layRelationships(plan: Plan): void {
  for (const [source, added] of plan.relationships) {
    const rels = relsPartOf(source);
    if (draftHas(plan.draft, rels) && !plan.parts.has(source)) {
      const root = rootElement(draftText(plan.draft, rels));
      const markup = relationshipMarkup(source, added, root.tag.prefix);
      planSplices(plan, rels, [appendInside(root, markup)]);
    } else {
      const markup = relationshipMarkup(source, added, '');
      plan.parts.set(
        rels,
        `${XML_HEAD}<Relationships xmlns="${PACKAGE_RELATIONSHIPS}">${markup}</Relationships>`,
      );
    }
  }
}

const RELS_TYPE = 'application/vnd.openxmlformats-package.relationships+xml';

/**
 * Types every part that is to be written. A file may declare its .rels parts one by one; without a
 * type for those we add, Office sees none of their relationships.
 */
function layContentTypes(plan: Plan): void {
  const text = draftText(plan.draft, plan.draft.contentTypes);
  const known = contentTypesOf(text);
  const root = rootElement(text);
  const { prefix } = root.tag;
  const isUntyped = (name: string) => name.endsWith('.rels') && !known.has(name.toLowerCase());
  if ([...plan.parts.keys()].some(isUntyped)) plan.extensions.set('rels', RELS_TYPE);
  const defaults = [...plan.extensions]
    .filter(([extension]) => !known.has(`.${extension}`))
    .map(
      ([extension, type]) => `<${prefix}Default Extension="${extension}" ContentType="${type}"/>`,
    );
  const overrides = plan.types
    .filter(({ part }) => !known.has(part.toLowerCase()))
    .map(
      ({ part, type }) =>
        `<${prefix}Override PartName="/${escapeAttribute(part)}" ContentType="${escapeAttribute(type)}"/>`,
    );
  const markup = [...defaults, ...overrides].join('');
  if (markup !== '') planSplices(plan, plan.draft.contentTypes, [appendInside(root, markup)]);
}

function originalEncoding(draft: Draft, part: string, text: string): PartEncoding | null {
  const known = draft.encodings.get(part);
  if (known?.text === text) return known.encoding;
  const untouched = hasPart(draft.pkg, part) && readPartText(draft.pkg, part) === text;
  return untouched ? encodingOfPart(draft.pkg, part, text) : null;
}

/** Lays the plan over the draft. Gives what takes it off again. */
export function layPlan(plan: Plan): readonly PartUndo[] {
  layRelationships(plan);
  layContentTypes(plan);
  const undo: PartUndo[] = [];
  for (const [part, splices] of plan.splices) {
    const before = draftText(plan.draft, part);
    const encoding = originalEncoding(plan.draft, part, before);
    const after = applySplices(before, splices);
    undo.push({
      part,
      digest: digestText(after),
      splices: inverseSplices(before, splices),
      encoding,
    });
    setDraftText(plan.draft, part, after);
  }
  for (const [part, text] of plan.parts) setDraftText(plan.draft, part, text);
  return undo;
}
