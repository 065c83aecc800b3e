import { mkdirSync, rmSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { buildSync } from 'esbuild';
import { expect } from 'expect';

/**
 * `npm run fuzz -- FILE [--runs N] [--seed S] [--path P]`: one fuzzer outside jest, whose sandbox makes every global
 * name slow to look up: a sequence takes a third of the time. What it tries is the same. See docs/fuzzers.md.
 */
const ROOT = resolve(__dirname, '..', '..');

type Run = () => void | Promise<void>;

/** Makes one script of the test file and what it imports of ours; packages stay where they are. */
function bundle(file: string): string {
  const folder = resolve(ROOT, 'node_modules', '.cache', 'jixiao-fuzz');
  mkdirSync(folder, { recursive: true });
  const outfile = resolve(folder, `${basename(file)}.${String(process.pid)}.cjs`);
  buildSync({
    entryPoints: [resolve(ROOT, file)],
    outfile,
    bundle: true,
    platform: 'node',
    packages: 'external',
    sourcemap: 'inline',
    jsx: 'automatic',
    logLevel: 'error',
  });
  return outfile;
}

async function tryOut(file: string): Promise<boolean> {
  const tests: { readonly name: string; readonly run: Run }[] = [];
  const test = (name: string, run: Run): void => void tests.push({ name, run });
  Object.assign(globalThis, { expect, test });
  const script = bundle(file);
  try {
    await import(script);
  } finally {
    rmSync(script, { force: true });
  }
  let isSound = true;
  for (const { name, run } of tests) {
    const start = Date.now();
    try {
      await run();
      console.log(`✓ ${name} (${String(Math.round((Date.now() - start) / 1000))} s)`);
    } catch (reason) {
      isSound = false;
      // With the cause, which says what did not hold.
      console.log(`✕ ${name}`, reason);
    }
  }
  return isSound && tests.length > 0;
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      runs: { type: 'string', default: '10000' },
      seed: { type: 'string', default: '1' },
      path: { type: 'string' },
    },
  });
  const [file] = positionals;
  if (file === undefined) {
    console.error(
      '请指明哪一个：npm run fuzz -- test/hosts/wps/fuzz.test.ts --runs 10000 --seed 1',
    );
    process.exitCode = 2;
    return;
  }
  process.env.JIXIAO_RUNS = values.runs;
  process.env.JIXIAO_SEED = values.seed;
  if (values.path !== undefined) process.env.JIXIAO_PATH = values.path;
  console.log(`${file}：${values.runs} 次，种子 ${values.seed}`);
  process.exitCode = (await tryOut(file)) ? 0 : 1;
}

void main();
