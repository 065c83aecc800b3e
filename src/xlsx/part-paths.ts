import { rememberingParts } from './remember-parts';
import { attribute, nextTag } from './xml';

/** One relationship of a part. `target` is a part name for internal ones, else as written. */
export interface Relationship {
  readonly id: string;
  /** The last segment of the type's address: `worksheet`, `sharedStrings`, `customXml` … */
  readonly kind: string;
  readonly type: string;
  readonly target: string;
  readonly external: boolean;
}

/** Where the relationships of a part stand: `xl/workbook.xml` → `xl/_rels/workbook.xml.rels`. */
export function relsPartOf(part: string): string {
  const slash = part.lastIndexOf('/') + 1;
  return `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
}

/** A target as written, seen from a part; absolute (`/xl/…`) and relative (`../…`) alike. */
function resolveTarget(part: string, target: string): string {
  const segments = target.startsWith('/') ? [] : part.split('/').slice(0, -1);
  for (const segment of target.split(/[/\\]/)) {
    if (segment === '..') segments.pop();
    else if (segment !== '' && segment !== '.') segments.push(segment);
  }
  return segments.join('/');
}

/** The relative form of a target, as Office writes it: the inverse of `resolveTarget`. */
export function relativeTarget(part: string, target: string): string {
  const from = part.split('/').slice(0, -1);
  const to = target.split('/');
  let shared = 0;
  while (shared < from.length && shared < to.length - 1 && from[shared] === to[shared]) shared++;
  return [...from.slice(shared).map(() => '..'), ...to.slice(shared)].join('/');
}

/** The relationships a .rels text declares for `part` (`''` for the package itself). */
export function parseRelationships(text: string, part: string): readonly Relationship[] {
  return declaredIn(text).map((declared) =>
    declared.external ? declared : { ...declared, target: resolveTarget(part, declared.target) },
  );
}

/** Internal targets as written. */
const declaredIn = rememberingParts((text): readonly Relationship[] => {
  const found: Relationship[] = [];
  for (let tag = nextTag(text, 0); tag; tag = nextTag(text, tag.end)) {
    if (tag.name !== 'Relationship' || tag.kind === 'close') continue;
    const target = attribute(text, tag, 'Target') ?? '';
    const type = attribute(text, tag, 'Type') ?? '';
    const external = attribute(text, tag, 'TargetMode') === 'External';
    found.push({
      id: attribute(text, tag, 'Id') ?? '',
      kind: type.slice(type.lastIndexOf('/') + 1),
      type,
      target,
      external,
    });
  }
  return found;
});
