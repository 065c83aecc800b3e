import type { Range } from '../../model/grid';

/**
 * The stretches of a line for which a question is answered alike: the whole is asked first and
 * halved where the answer is mixed (null).
 */
export function uniformParts<T>(
  range: Range,
  ask: (part: Range) => T | null,
  split: (part: Range) => readonly [Range, Range] | null,
): readonly { readonly range: Range; readonly answer: T | null }[] {
  const answer = ask(range);
  const halves = answer === null ? split(range) : null;
  if (!halves) return [{ range, answer }];
  return halves.flatMap((half) => uniformParts(half, ask, split));
}

/** Halves of rows; null for a single row. */
export function halfRows(range: Range): readonly [Range, Range] | null {
  if (range.top === range.bottom) return null;
  const middle = (range.top + range.bottom) >> 1;
  return [
    { ...range, bottom: middle },
    { ...range, top: middle + 1 },
  ];
}

export function halfColumns(range: Range): readonly [Range, Range] | null {
  if (range.left === range.right) return null;
  const middle = (range.left + range.right) >> 1;
  return [
    { ...range, right: middle },
    { ...range, left: middle + 1 },
  ];
}
