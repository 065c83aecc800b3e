/**
 * How often a fuzzer tries, and with which values: `npm run fuzz -- FILE --runs 10000 --seed 7` for a long
 * run by hand; in `npm test` so many with the one seed of all properties. What failed is
 * tried again, alone, by the path it said (`--path`). See docs/fuzzers.md.
 */
export function fuzzRun(usual: number): {
  readonly numRuns: number;
  readonly seed?: number;
  readonly path?: string;
} {
  const { JIXIAO_RUNS: runs, JIXIAO_SEED: seed, JIXIAO_PATH: path } = process.env;
  return {
    numRuns: Number(runs ?? usual),
    ...(seed === undefined ? {} : { seed: Number(seed) }),
    ...(path === undefined ? {} : { path }),
  };
}
