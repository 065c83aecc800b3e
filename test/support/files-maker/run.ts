import * as fc from 'fast-check';
import { branchMemory, startCoverage } from './branches';
import { fileFaults } from './check-file';
import { fileSpecFrom, makeFile, type FileSpec } from './file-spec';

const option = (name: string, otherwise: number): number => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? otherwise : Number(process.argv[at + 1]);
};

/** What reads and writes files; what reaches no more of it is no other file. */
const OURS = ['/src/xlsx/', '/src/changes/'];

/** Files of one call of fast-check: few enough to count their time, and to go on after a fault. */
const BATCH = 500;

/**
 * `npm run files:fuzz -- [--minutes 10] [--seed N]`: files that nobody meant, opened, scored, written and
 * cleared. A file that reaches code which none did before is kept, and others grow out of it. Prints each
 * kind of fault once, with the smallest file that has it, and the slowest file.
 */
async function main(): Promise<void> {
  // The library that reads .xls reports odd records to the console.
  console.error = () => undefined;
  const end = performance.now() + option('minutes', 10) * 60_000;
  let seed = option('seed', Math.floor(Math.random() * 2 ** 31));
  const known = new Set<string>();
  const coverage = await startCoverage(OURS);
  const isNew = branchMemory();
  const kept: FileSpec[] = [];
  const slowest = { time: 0, spec: '' };
  let files = 0;
  for (; performance.now() < end; seed += 1) {
    const fresh = async (spec: FileSpec): Promise<boolean> => {
      files += 1;
      const { user } = process.cpuUsage();
      const faults = await fileFaults(makeFile(spec));
      const time = (process.cpuUsage().user - user) / 1000;
      if (isNew(await coverage.ran())) kept.push(spec);
      if (time > slowest.time) Object.assign(slowest, { time, spec: told(spec) });
      return faults.map(kindOf).every((kind) => known.has(kind));
    };
    const found = await fc.check(fc.asyncProperty(fileSpecFrom(kept), fresh), {
      numRuns: BATCH,
      seed,
    });
    const [smallest] = found.counterexample ?? [];
    if (!smallest) continue;
    const faults = await fileFaults(makeFile(smallest));
    for (const fault of faults) known.add(kindOf(fault));
    console.log(`seed ${String(seed)}: ${faults.join('\n  ')}\n  ${told(smallest)}`);
    process.exitCode = 1;
  }
  coverage.stop();
  console.log(
    `${String(files)} files, ${String(kept.length)} kept, ${String(known.size)} kinds of fault, last seed ${String(seed)}`,
  );
  console.log(`slowest ${slowest.time.toFixed(0)} ms: ${slowest.spec}`);
}

/** Faults of one kind differ by names, places and figures. */
const kindOf = (fault: string): string => fault.replace(/\d+|“.*?”/g, '#').slice(0, 90);

const told = (spec: FileSpec): string =>
  JSON.stringify(spec, (_key, value: unknown) =>
    typeof value === 'string' && value.length > 60
      ? `${value.slice(0, 20)}…×${String(value.length)}`
      : value,
  );

void main();
