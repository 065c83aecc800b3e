import * as fc from 'fast-check';
import { concat } from '../raw-zip';

/** One change to the records of a workbook stream (MS-XLS §2.1.4). */
export type BiffMutation =
  | { readonly kind: 'drop' | 'double'; readonly at: number }
  | { readonly kind: 'swap'; readonly at: number; readonly to: number }
  | { readonly kind: 'type'; readonly at: number; readonly type: number }
  | { readonly kind: 'word'; readonly at: number; readonly field: number; readonly value: number }
  | { readonly kind: 'length'; readonly at: number; readonly by: number }
  | { readonly kind: 'body'; readonly at: number; readonly length: number }
  | { readonly kind: 'cut'; readonly at: number };

/** BOF, EOF, SST, CONTINUE, FORMULA, SHRFMLA, MULRK, MERGECELLS, XF, BOUNDSHEET, FILEPASS, DIMENSIONS … */
const TYPES = [
  ...[
    0x0809, 0x000a, 0x00fc, 0x003c, 0x0006, 0x04bc, 0x00bd, 0x00e5, 0x00e0, 0x0085, 0x002f, 0x0200,
  ],
  ...[
    0x00fd, 0x0203, 0x0204, 0x027e, 0x00be, 0x0205, 0x0208, 0x007d, 0x0031, 0x041e, 0x0092, 0x001c,
  ],
];
const WORDS = [0, 1, 2, 0x7f, 0xff, 0x100, 0x7fff, 0x8000, 0xfffe, 0xffff];

const at = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
const of = <Kind extends string>(...kinds: Kind[]) => fc.constantFrom(...kinds);

export const biffMutation: fc.Arbitrary<BiffMutation> = fc.oneof(
  fc.record({ kind: of('drop', 'double'), at }),
  fc.record({ kind: of('swap'), at, to: at }),
  fc.record({ kind: of('type'), at, type: fc.constantFrom(...TYPES) }),
  {
    weight: 4,
    arbitrary: fc.record({
      kind: of('word'),
      at,
      field: fc.nat({ max: 12 }),
      value: fc.constantFrom(...WORDS),
    }),
  },
  fc.record({ kind: of('length'), at, by: fc.constantFrom(-4, -1, 1, 2, 100, 8000) }),
  fc.record({ kind: of('body'), at, length: fc.constantFrom(0, 1, 2, 6, 8224) }),
  fc.record({ kind: of('cut'), at }),
);

interface Item {
  readonly type: number;
  readonly body: Uint8Array;
  /** As the record's head says it. */
  readonly length: number;
}

function itemsOf(stream: Uint8Array): Item[] {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
  const items: Item[] = [];
  for (let place = 0; place + 4 <= stream.length;) {
    const length = view.getUint16(place + 2, true);
    const body = stream.slice(place + 4, place + 4 + length);
    items.push({ type: view.getUint16(place, true), body, length });
    place += 4 + length;
  }
  return items;
}

function changedItem(item: Item, mutation: BiffMutation): readonly Item[] {
  switch (mutation.kind) {
    case 'drop':
      return [];
    case 'double':
      return [item, item];
    case 'type':
      return [{ ...item, type: mutation.type }];
    case 'length':
      return [{ ...item, length: Math.max(0, item.length + mutation.by) & 0xffff }];
    case 'body':
      return [
        { ...item, body: new Uint8Array(mutation.length).fill(255), length: mutation.length },
      ];
    case 'word': {
      const body = item.body.slice();
      const place = (mutation.field * 2) % Math.max(1, body.length);
      body.set([mutation.value & 255, mutation.value >> 8].slice(0, body.length - place), place);
      return [{ ...item, body }];
    }
    default:
      return [item];
  }
}

/** The stream with the changes made. */
export function mutatedBiff(stream: Uint8Array, mutations: readonly BiffMutation[]): Uint8Array {
  let items = itemsOf(stream);
  let end = 1;
  for (const mutation of mutations) {
    const place = Math.floor(mutation.at * items.length);
    if (mutation.kind === 'cut') end = mutation.at;
    else if (mutation.kind === 'swap') {
      const to = Math.floor(mutation.to * items.length);
      const [one, other] = [items[place], items[to]];
      items = items.map((item, index) =>
        index === place ? (other ?? item) : index === to ? (one ?? item) : item,
      );
    } else
      items = items.flatMap((item, index) =>
        index === place ? changedItem(item, mutation) : [item],
      );
  }
  const bytes = concat(
    items.map(({ type, length, body }) =>
      concat([Uint8Array.from([type & 255, type >> 8, length & 255, length >> 8]), body]),
    ),
  );
  return bytes.subarray(0, Math.ceil(end * bytes.length));
}
