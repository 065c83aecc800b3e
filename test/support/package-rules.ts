import { posix } from 'node:path';
import { unzipSync } from 'fflate';
import { cellName } from '../../src/model/grid';

/**
 * Rules of the package that Microsoft's validator does not look at and Excel does: every part has a
 * content type (ECMA-376 part 2, §7.2.3), each note has its one shape, and no sheet leads to two of a
 * kind. Read with none of the code under test.
 */

type Texts = ReadonlyMap<string, string>;

interface Link {
  readonly id: string;
  readonly kind: string;
  readonly target: string;
}

const attributesOf = (tag: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [...tag.matchAll(/([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)].map((found) => [
      (found[1] ?? '').replace(/^.*:/, ''),
      found[2] ?? found[3] ?? '',
    ]),
  );

const elements = (text: string, name: string) =>
  [...text.matchAll(new RegExp(`<(?:[\\w.-]+:)?${name}(?=[\\s/>])[^>]*>`, 'g'))].map(([tag]) =>
    attributesOf(tag),
  );

const isUtf16 = ([first, second]: Uint8Array): boolean => first === 0xff && second === 0xfe;

/** The texts of all parts by name; names do not differ by case. */
function textsOf(bytes: Uint8Array): Texts {
  return new Map(
    Object.entries(unzipSync(bytes))
      .filter(([name]) => !name.endsWith('/'))
      .map(([name, content]) => [
        name.toLowerCase(),
        new TextDecoder(isUtf16(content) ? 'utf-16le' : 'utf-8').decode(content),
      ]),
  );
}

function untyped(parts: Texts): string[] {
  const types = parts.get('[content_types].xml') ?? '';
  const known = new Set([
    ...elements(types, 'Override').map(({ PartName = '' }) => PartName.slice(1).toLowerCase()),
    ...elements(types, 'Default').map(({ Extension = '' }) => `.${Extension.toLowerCase()}`),
  ]);
  return [...parts.keys()]
    .filter((name) => name !== '[content_types].xml')
    .filter((name) => !known.has(name) && !known.has(name.slice(name.lastIndexOf('.'))))
    .map((name) => `no content type: ${name}`);
}

function linksOf(parts: Texts, part: string): readonly Link[] {
  const rels = parts.get(`${posix.dirname(part)}/_rels/${posix.basename(part)}.rels`) ?? '';
  return elements(rels, 'Relationship')
    .filter(({ TargetMode }) => TargetMode !== 'External')
    .map(({ Id = '', Type = '', Target = '' }) => ({
      id: Id,
      kind: Type.slice(Type.lastIndexOf('/') + 1),
      target: posix.resolve('/', posix.dirname(part), Target).slice(1).toLowerCase(),
    }));
}

/** Cells that a drawing has a note's shape for. */
const shapeCells = (drawing: string): readonly string[] =>
  [
    ...drawing.matchAll(
      /<(?:\w+:)?ClientData\b[^>]*ObjectType="Note"[\s\S]*?<\/(?:\w+:)?ClientData>/g,
    ),
  ].map(([shape]) =>
    cellName({
      row: Number(/<(?:\w+:)?Row>\s*(\d+)/.exec(shape)?.[1]),
      column: Number(/<(?:\w+:)?Column>\s*(\d+)/.exec(shape)?.[1]),
    }),
  );

function sheetFaults(parts: Texts, sheet: string): string[] {
  const links = linksOf(parts, sheet);
  const faults = ['comments', 'drawing']
    .filter((kind) => links.filter((link) => link.kind === kind).length > 1)
    .map((kind) => `${sheet}: more than one ${kind}`);
  const references = elements(parts.get(sheet) ?? '', 'legacyDrawing');
  if (references.length > 1) faults.push(`${sheet}: more than one legacyDrawing`);
  const drawing = links.find(({ id }) => id === references[0]?.['id']);
  const comments = parts.get(links.find(({ kind }) => kind === 'comments')?.target ?? '') ?? '';
  const notes = elements(comments, 'comment').map(({ ref = '' }) => ref);
  const shapes = shapeCells(parts.get(drawing?.target ?? '') ?? '');
  const compare = (cells: readonly string[]) => [...cells].sort().join(' ');
  if (compare(notes) !== compare(shapes)) {
    faults.push(`${sheet}: notes ${compare(notes)}, shapes ${compare(shapes)}`);
  }
  return faults;
}

/** What is wrong with a package, in no promised order; empty for a sound one. */
export function packageFaults(bytes: Uint8Array): readonly string[] {
  const parts = textsOf(bytes);
  const sheets = [...parts.keys()].filter((name) => /^xl\/worksheets\/[^/]+\.xml$/i.test(name));
  return [...untyped(parts), ...sheets.flatMap((sheet) => sheetFaults(parts, sheet))];
}

/** What is wrong with a result and was not wrong with the input. */
export function newPackageFaults(before: Uint8Array, after: Uint8Array): readonly string[] {
  const known = new Set(packageFaults(before));
  return packageFaults(after).filter((fault) => !known.has(fault));
}
