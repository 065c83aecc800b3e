export interface Budget {
  /** Milliseconds to spend on one comparison, and the fewest rounds whatever they take. */
  readonly milliseconds: number;
  readonly rounds: number;
}

export type Work = () => unknown;

/**
 * Median milliseconds of each work. They take turns, so that a slow moment of the machine hits all
 * of them and the ratio between them holds.
 */
export async function medians(works: readonly Work[], budget: Budget): Promise<readonly number[]> {
  for (const work of works) await work();
  const times = works.map((): number[] => []);
  const start = performance.now();
  while (
    (times[0]?.length ?? 0) < budget.rounds ||
    performance.now() - start < budget.milliseconds
  ) {
    for (const [at, work] of works.entries()) {
      const before = performance.now();
      await work();
      times[at]?.push(performance.now() - before);
    }
  }
  return times.map(median);
}

function median(times: readonly number[]): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}
