import * as fc from 'fast-check';
import { concat, rawZip, type RawEntry } from '../raw-zip';
import type { Parts } from '../workbook-builder';

/** One change to the parts of a zip, or to how they are stored. */
export type ZipMutation =
  | { readonly kind: 'drop' | 'double' | 'store' | 'stream' | 'blank'; readonly part: number }
  | { readonly kind: 'content-of'; readonly part: number; readonly other: number }
  | { readonly kind: 'rename'; readonly part: number; readonly to: string }
  | {
      readonly kind: 'size' | 'compressed' | 'crc' | 'offset';
      readonly part: number;
      readonly by: number;
    }
  | { readonly kind: 'flags' | 'method'; readonly part: number; readonly value: number }
  | { readonly kind: 'encode'; readonly part: number; readonly littleEndian: boolean }
  | { readonly kind: 'reverse' }
  | { readonly kind: 'count'; readonly count: number }
  | { readonly kind: 'cut'; readonly at: number }
  | { readonly kind: 'junk'; readonly before: boolean; readonly length: number }
  | { readonly kind: 'comment'; readonly text: string };

const part = fc.nat({ max: 60 });
const of = <Kind extends string>(...kinds: Kind[]) => fc.constantFrom(...kinds);

const NAMES = [
  'XL/Workbook.XML',
  'xl\\styles.xml',
  '../x',
  '/x',
  'xl//x',
  'xl/worksheets/sheet1.xml',
];
const COMMENTS = ['说明', 'PK\u0005\u0006'.padEnd(22, '\0'), 'x'.repeat(60_000)];

export const zipMutation: fc.Arbitrary<ZipMutation> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ kind: of('drop', 'double', 'store', 'stream', 'blank'), part }),
  },
  { weight: 2, arbitrary: fc.record({ kind: of('content-of'), part, other: part }) },
  { weight: 2, arbitrary: fc.record({ kind: of('rename'), part, to: fc.constantFrom(...NAMES) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: of('size', 'compressed', 'crc', 'offset'),
      part,
      by: fc.constantFrom(-1, 1, -100, 1000, 2 ** 31, 2 ** 32 - 1),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: of('flags', 'method'),
      part,
      value: fc.constantFrom(0, 1, 8, 9, 64, 2048, 65_535),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: of('encode'), part, littleEndian: fc.boolean() }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'reverse' as const }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: of('count'), count: fc.constantFrom(0, 1, 3, 9999, 65_535) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: of('cut'), at: fc.double({ min: 0, max: 1, noNaN: true }) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: of('junk'),
      before: fc.boolean(),
      length: fc.constantFrom(1, 22, 70_000),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: of('comment'), text: fc.constantFrom(...COMMENTS) }) },
);

function utf16(content: Uint8Array, littleEndian: boolean): Uint8Array {
  const text = `\ufeff${new TextDecoder().decode(content).replace(/encoding="[^"]*"/, 'encoding="UTF-16"')}`;
  const view = new DataView(new ArrayBuffer(text.length * 2));
  for (let at = 0; at < text.length; at++)
    view.setUint16(at * 2, text.charCodeAt(at), littleEndian);
  return new Uint8Array(view.buffer);
}

function changedEntry(
  entry: RawEntry,
  mutation: ZipMutation,
  all: readonly RawEntry[],
): RawEntry[] {
  const content = entry.content ?? new Uint8Array(0);
  switch (mutation.kind) {
    case 'drop':
      return [];
    case 'double':
      return [entry, entry];
    case 'store':
      return [{ ...entry, method: 0 }];
    case 'stream':
      return [{ ...entry, descriptor: true }];
    case 'blank':
      return [{ ...entry, content: new Uint8Array(0) }];
    case 'content-of':
      return [{ ...entry, content: all[mutation.other % all.length]?.content ?? content }];
    case 'rename':
      return [{ ...entry, name: mutation.to }];
    case 'encode':
      return [{ ...entry, content: utf16(content, mutation.littleEndian) }];
    case 'flags':
      return [{ ...entry, flags: mutation.value }];
    case 'method':
      return [{ ...entry, method: mutation.value }];
    case 'size':
      return [{ ...entry, size: Math.max(0, content.length + mutation.by) >>> 0 }];
    case 'compressed':
    case 'crc':
    case 'offset':
      return [{ ...entry, [mutation.kind]: Math.max(0, mutation.by) }];
    default:
      return [entry];
  }
}

/** A zip of the parts with the changes made, lies and all. */
export function mutatedZip(parts: Parts, mutations: readonly ZipMutation[]): Uint8Array {
  let entries: readonly RawEntry[] = [...parts].map(([name, content]) => ({ name, content }));
  let [count, comment]: [number | undefined, string | undefined] = [undefined, undefined];
  for (const mutation of mutations) {
    if (mutation.kind === 'reverse') entries = [...entries].reverse();
    else if (mutation.kind === 'count') count = mutation.count;
    else if (mutation.kind === 'comment') comment = mutation.text;
    else if ('part' in mutation) {
      const at = mutation.part % Math.max(1, entries.length);
      const all = entries;
      entries = all.flatMap((entry, index) =>
        index === at ? changedEntry(entry, mutation, all) : [entry],
      );
    }
  }
  const zip = rawZip({
    entries,
    ...(count === undefined ? {} : { count }),
    ...(comment === undefined ? {} : { comment }),
  });
  return mutations.reduce(mutatedBytes, zip);
}

function mutatedBytes(bytes: Uint8Array, mutation: ZipMutation): Uint8Array {
  if (mutation.kind === 'cut') return bytes.subarray(0, Math.floor(mutation.at * bytes.length));
  if (mutation.kind !== 'junk') return bytes;
  const junk = new Uint8Array(mutation.length).fill(0x50);
  return concat(mutation.before ? [junk, bytes] : [bytes, junk]);
}
