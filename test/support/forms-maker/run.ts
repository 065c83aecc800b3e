import fc from 'fast-check';
import { textOf } from '../../../src/model/snapshot';
import { damagedForms, faultsOf } from './check-form';
import { formSpec, type FormSpec } from './form-spec';
import { sheetSpec } from './grid';
import { mistakeFaults, MISTAKES } from './mistakes';

const option = (name: string, otherwise: number): number => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? otherwise : Number(process.argv[at + 1]);
};

/** `npm run forms:fuzz -- [--runs 10000] [--seed N] [--only TEXT] [--count]`: forms with a known truth, read and compared. */
function main(): void {
  const runs = option('runs', 10_000);
  const seed = option('seed', Math.floor(Math.random() * 2 ** 31));
  if (process.argv.includes('--count')) {
    count(runs, seed);
    return;
  }
  const at = process.argv.indexOf('--only');
  const only = at < 0 ? '' : (process.argv[at + 1] ?? '');
  const told = progress(runs);
  const found = fc.check(
    fc.property(formSpec, (spec) => {
      const isRight = !allFaults(spec).some((fault) => fault.includes(only));
      told(isRight);
      return isRight;
    }),
    { numRuns: runs, seed, endOnFailure: false },
  );
  console.log(`${String(found.numRuns)} forms, seed ${String(seed)}`);
  const [smallest] = found.counterexample ?? [];
  if (!found.failed || !smallest) return;
  const { grid } = damagedForms(smallest);
  console.log(allFaults(smallest).join('\n'));
  console.log(JSON.stringify(smallest));
  for (const row of sheetSpec(grid, '').rows) console.log(row.map(textOf).join(' | '));
  console.log(
    `again: npm run forms:fuzz -- --seed ${String(seed)} (path ${found.counterexamplePath ?? ''})`,
  );
  process.exitCode = 1;
}

/** How far a long run has come, on stderr; forms made while one is shrunk are not counted. */
function progress(runs: number): (isRight: boolean) => void {
  const began = Date.now();
  let done = 0;
  let isShrinking = false;
  return (isRight) => {
    if (isShrinking) return;
    done++;
    isShrinking = !isRight;
    if (!isRight || done % 250 === 0)
      console.error(
        `${String(done)} of ${String(runs)} forms after ${String(Math.round((Date.now() - began) / 1000))} s${isRight ? '' : ': a fault, shrinking'}`,
      );
  };
}

/** Of the form as it is, and of the same with one mistake of each kind. */
const allFaults = (spec: FormSpec): string[] => [
  ...faultsOf(spec),
  ...MISTAKES.flatMap((mistake) => mistakeFaults(spec, mistake)),
];

/** How often each kind of fault comes, with the traits of the forms that have it most. */
function count(runs: number, seed: number): void {
  const kinds = new Map<string, Map<string, number>>();
  const traits = new Map<string, number>();
  let bad = 0;
  for (const spec of fc.sample(formSpec, { numRuns: runs, seed })) {
    const faults = new Set(
      faultsOf(spec).map((fault) =>
        fault.replace(/row \d+ |[A-Z]+\d+|-?\d+(\.\d+)?/g, '').replace(/called .*/, 'called'),
      ),
    );
    const own = [
      `levels:${spec.levels}`,
      `weight:${spec.weight}`,
      `funds:${spec.funds}`,
      ...spec.unknown.map((head) => `unknown:${head}`),
      ...spec.damage.map(({ kind }) => `damage:${kind}`),
      ...(
        [
          'rubric',
          'beside',
          'split',
          'serial',
          'block',
          'parts',
          'templates',
          'levelWeights',
          'totalInHead',
        ] as const
      ).filter((key) => spec[key]),
      `order:${spec.order}`,
    ];
    for (const trait of own) traits.set(trait, (traits.get(trait) ?? 0) + 1);
    if (faults.size > 0) bad++;
    for (const fault of faults) {
      const by = kinds.get(fault) ?? new Map<string, number>();
      kinds.set(fault, by);
      by.set('', (by.get('') ?? 0) + 1);
      for (const trait of own) by.set(trait, (by.get(trait) ?? 0) + 1);
    }
  }
  console.log(`${String(bad)} of ${String(runs)} forms with faults, seed ${String(seed)}`);
  const sorted = [...kinds].sort(([, one], [, other]) => (other.get('') ?? 0) - (one.get('') ?? 0));
  for (const [fault, by] of sorted.slice(0, 40)) {
    const all = by.get('') ?? 0;
    const likely = [...by]
      .filter(([trait]) => trait !== '')
      .map(([trait, times]) => [trait, times / (traits.get(trait) ?? 1) / (all / runs)] as const)
      .sort(([, one], [, other]) => other - one)
      .slice(0, 4)
      .map(([trait, lift]) => `${trait}×${lift.toFixed(1)}`);
    console.log(`${String(all).padStart(6)} ${fault}   ${likely.join(' ')}`);
  }
}

main();
