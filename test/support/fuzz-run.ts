/**
 * How often a fuzzer tries, and with which values: `JIXIAO_RUNS=10000 JIXIAO_SEED=7 npx jest FILE` for a
 * long run by hand; in `npm test` so many with the one seed of all properties. See docs/fuzzers.md.
 */
export function fuzzRun(usual: number): { readonly numRuns: number; readonly seed?: number } {
  const { JIXIAO_RUNS: runs, JIXIAO_SEED: seed } = process.env;
  const numRuns = Number(runs ?? usual);
  return seed === undefined ? { numRuns } : { numRuns, seed: Number(seed) };
}
