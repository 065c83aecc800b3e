import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { runWebpack } from '../../build/run-webpack';

/**
 * `npm run bench [-- --quick] [-- --out FILE]`: bundles the measurements as the command line is
 * bundled, then runs them. Run through a TypeScript loader instead, every call into another module
 * costs more than in what people get.
 */
const ROOT = resolve(__dirname, '..', '..');

function run(args: readonly string[]): void {
  // The bundle is run from elsewhere, and Microsoft's client is read from where npm put it.
  const env = { ...process.env, NODE_PATH: join(ROOT, 'node_modules') };
  const { status } = spawnSync(process.execPath, args, { cwd: ROOT, stdio: 'inherit', env });
  if (status !== 0) throw new Error(`${args[0] ?? ''}: ${String(status)}`);
}

const out = mkdtempSync(join(tmpdir(), 'jixiao-bench-'));
try {
  if (!runWebpack(['bench'], out)) throw new Error('the measurements could not be built');
  run([join(out, 'bench.js'), ...process.argv.slice(2)]);
} finally {
  rmSync(out, { recursive: true });
}
