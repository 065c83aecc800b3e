import fc from 'fast-check';
import { madeRow } from './make-row';
import { verdictOf } from './verdict';

const option = (name: string, otherwise: number): number => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? otherwise : Number(process.argv[at + 1]);
};

/** `npm run rubric:fuzz -- [--runs 10000] [--seed N]`: standards with known points, by kind; some of each that is not right. */
function main(): void {
  const runs = option('runs', 10_000);
  const seed = option('seed', Math.floor(Math.random() * 2 ** 31));
  const kinds = new Map<string, { right: number; wrong: number; silent: number }>();
  const shown = new Map<string, number>();
  for (const row of fc.sample(madeRow, { numRuns: runs, seed })) {
    const { verdict, got } = verdictOf(row);
    const count = kinds.get(row.kind) ?? { right: 0, wrong: 0, silent: 0 };
    kinds.set(row.kind, { ...count, [verdict]: count[verdict] + 1 });
    const label = `${verdict} ${row.kind}`;
    const times = shown.get(label) ?? 0;
    shown.set(label, times + 1);
    if (verdict === 'wrong') process.exitCode = 1;
    if (verdict !== 'right' && times < 4) console.log(label, JSON.stringify({ ...row, got }));
  }
  console.log(`seed ${String(seed)}`);
  console.table(Object.fromEntries(kinds));
}

main();
