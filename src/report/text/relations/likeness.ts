/** Whether two wordings share two neighbouring Chinese signs. */
export const sharesPair = (a: string, b: string): boolean => pairsShared(a, b) > 0;

/** How many pairs of neighbouring Chinese signs of one wording stand in another. */
export function pairsShared(a: string, b: string): number {
  const starts = Array.from({ length: Math.max(a.length - 1, 0) }, (_, index) => index);
  return starts.filter((index) => {
    const pair = a.slice(index, index + 2);
    return /^[\u4e00-\u9fff]{2}$/.test(pair) && b.includes(pair);
  }).length;
}
