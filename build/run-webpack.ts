import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const ROOT = join(__dirname, '..');

/** The two scripts of the workbench's page; the page names the worker, which comes first. */
export const WORKBENCH_BUNDLES = ['workbench-worker', 'workbench'];

/**
 * Builds bundles of `bundles.js` as `npx webpack --config-name …` does; false where one failed.
 *
 * @param out where bundles without a folder of their own go
 */
export function runWebpack(names: readonly string[], out?: string): boolean {
  const webpack = join(ROOT, 'node_modules', 'webpack', 'bin', 'webpack.js');
  const picked = names.flatMap((name) => ['--config-name', name]);
  const placed = out === undefined ? [] : ['--env', `out=${out}`];
  const { status } = spawnSync(process.execPath, [webpack, ...picked, ...placed], {
    cwd: ROOT,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  return status === 0;
}
