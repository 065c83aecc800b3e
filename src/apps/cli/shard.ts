import { Failure } from '../../model/failure';

/** One of several runs over the same inputs: this one is `index`, from 0, of `count`. */
export interface Shard {
  readonly index: number;
  readonly count: number;
}

/**
 * Reads `0/4`; nothing given is all of it.
 * @throws Failure `usage-shard`
 */
export function readShard(text: string | undefined): Shard {
  if (text === undefined) return { index: 0, count: 1 };
  const [, first, second] = /^(\d{1,6})\/(\d{1,6})$/.exec(text.trim()) ?? [];
  const shard = { index: Number(first), count: Number(second) };
  if (!(shard.index < shard.count)) throw new Failure('usage-shard', { text });
  return shard;
}

/**
 * The numbers of what falls to one shard, dealt in turn over the list sorted by path, so that it does not
 * matter in which order a machine names the files. What is dealt keeps its order.
 */
export function dealt(
  items: readonly { readonly path: string }[],
  { index, count }: Shard,
): readonly number[] {
  const all = [...items.keys()];
  if (count === 1) return all;
  const pathOf = (number: number) => items[number]?.path ?? '';
  const sorted = [...all].sort((a, b) => (pathOf(a) < pathOf(b) ? -1 : 1));
  return sorted.filter((_number, place) => place % count === index).sort((a, b) => a - b);
}
