import { hasPart, partName, readPartText, type Package } from '../../xlsx/package';
import { parseRelationships, relsPartOf, type Relationship } from '../../xlsx/part-paths';

/** Where the parts of a .docx stand: as its relationships say, whatever their names. */
export interface WordParts {
  readonly document: string;
  /** The address that types of its relationships begin with: two standards have two. */
  readonly types: string;
  /** The parts of a kind that are there; of these relationships alone where they are named. */
  of(kind: string, ids?: ReadonlySet<string>): readonly string[];
}

const TYPES = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/';

function relationshipsOf(pkg: Package, part: string): readonly Relationship[] {
  const rels = relsPartOf(part);
  return hasPart(pkg, rels) ? parseRelationships(readPartText(pkg, rels), part) : [];
}

/** Null for a package without a main part. */
export function wordParts(pkg: Package): WordParts | null {
  const main = relationshipsOf(pkg, '').find(({ kind }) => kind === 'officeDocument');
  const named = [main?.target, 'word/document.xml'].filter((name) => name !== undefined);
  const document = named.map((name) => partName(pkg, name)).find((name) => name !== null);
  if (document === undefined) return null;
  const all = relationshipsOf(pkg, document);
  return {
    document,
    types: main?.type.slice(0, -main.kind.length) ?? TYPES,
    of: (kind, ids) =>
      all
        .filter((one) => one.kind === kind && !one.external && (ids?.has(one.id) ?? true))
        .map(({ target }) => partName(pkg, target))
        .filter((name) => name !== null),
  };
}

/** A part in the same folder. */
export const beside = (part: string, name: string): string =>
  part.slice(0, part.lastIndexOf('/') + 1) + name;

interface Naming {
  readonly contentTypes: string;
  readonly relations: string;
}

/** The two parts that must name comments where there were none. */
export function withCommentsNamed(
  { document, types }: WordParts,
  { contentTypes, relations }: Pick<Naming, 'contentTypes'> & { readonly relations: string | null },
): Naming {
  const part = beside(document, 'comments.xml');
  const opened =
    relations?.replace(/<Relationships\b([^>]*)\/>\s*$/, '<Relationships$1></Relationships>') ??
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>';
  return {
    contentTypes: contentTypes.replace(
      '</Types>',
      `<Override PartName="/${part}" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"/></Types>`,
    ),
    relations: opened.replace(
      '</Relationships>',
      `<Relationship Id="jixiaoComments" Type="${types}comments" Target="comments.xml"/></Relationships>`,
    ),
  };
}
