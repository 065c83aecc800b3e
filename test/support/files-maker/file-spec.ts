import * as fc from 'fast-check';
import { biffMutation, mutatedBiff, type BiffMutation } from './mutate-biff';
import { mutateXml, xmlMutation, type XmlMutation } from './mutate-xml';
import { mutatedZip, zipMutation, type ZipMutation } from './mutate-zip';
import { biffStream, inCompound, SEED_NAMES, seedParts, type SeedName } from './seed-files';

/** A file that nobody meant, told as the changes to one that somebody did. */
export type FileSpec = ZipSpec | BiffSpec;

interface ZipSpec {
  readonly kind: 'zip';
  readonly seed: SeedName;
  /** Which part (counted around), and what happens to its text. */
  readonly xml: readonly (readonly [part: number, mutation: XmlMutation])[];
  readonly zip: readonly ZipMutation[];
}

interface BiffSpec {
  readonly kind: 'biff';
  readonly stream: 'library' | 'by hand';
  readonly compound: boolean;
  readonly mutations: readonly BiffMutation[];
}

const zipSpec: fc.Arbitrary<ZipSpec> = fc.record({
  kind: fc.constant('zip' as const),
  seed: fc.constantFrom(...SEED_NAMES),
  xml: fc.array(fc.tuple(fc.nat({ max: 60 }), xmlMutation), { maxLength: 4 }),
  zip: fc.oneof(
    { weight: 3, arbitrary: fc.constant([]) },
    { weight: 2, arbitrary: fc.array(zipMutation, { minLength: 1, maxLength: 2 }) },
  ),
});

const biffSpec: fc.Arbitrary<BiffSpec> = fc.record({
  kind: fc.constant('biff' as const),
  stream: fc.constantFrom('library' as const, 'by hand' as const),
  compound: fc.boolean(),
  mutations: fc.array(biffMutation, { minLength: 1, maxLength: 4 }),
});

export const fileSpec: fc.Arbitrary<FileSpec> = fc.oneof(
  { weight: 4, arbitrary: zipSpec },
  { weight: 1, arbitrary: biffSpec },
);

/** Changes to a file that grew out of others: more of them tell nothing more. */
const MOST_CHANGES = 8;

/** A file with the changes of two: what both reach, and what only both together do. */
export function grown(first: FileSpec, second: FileSpec): FileSpec {
  if (first.kind === 'biff' && second.kind === 'biff') {
    const mutations = [...first.mutations, ...second.mutations].slice(-MOST_CHANGES);
    return { ...first, mutations };
  }
  if (first.kind === 'biff' || second.kind === 'biff') return first;
  return {
    ...first,
    xml: [...first.xml, ...second.xml].slice(-MOST_CHANGES),
    zip: second.zip.length > 0 ? second.zip : first.zip,
  };
}

/** Files that grow out of those kept; half of them anew. */
export const fileSpecFrom = (kept: readonly FileSpec[]): fc.Arbitrary<FileSpec> =>
  kept.length === 0
    ? fileSpec
    : fc.oneof(
        fileSpec,
        fc.tuple(fc.constantFrom(...kept), fileSpec).map(([one, other]) => grown(one, other)),
      );

/** The bytes of such a file: the same for the same spec. */
export function makeFile(spec: FileSpec): Uint8Array {
  if (spec.kind === 'biff') {
    const stream = mutatedBiff(biffStream(spec.stream), spec.mutations);
    return spec.compound ? inCompound(stream) : stream;
  }
  const parts = seedParts(spec.seed);
  const names = [...parts.keys()].filter((name) => /\.(?:xml|rels|vml)$/.test(name));
  for (const [at, mutation] of spec.xml) {
    const name = names[at % names.length] ?? '';
    const text = new TextDecoder().decode(parts.get(name));
    parts.set(name, new TextEncoder().encode(mutateXml(text, mutation)));
  }
  return mutatedZip(parts, spec.zip);
}
