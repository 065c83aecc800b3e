import fc from 'fast-check';
import { parseArgs } from 'node:util';
import { PROPERTIES } from './report-maker/index';

/**
 * `npm run reports:fuzz -- [--runs 3000] [--seed N] [--only satisfied,order]`, or the two figures alone: the
 * properties over many reports; a failure is shrunk and told with its seed.
 */
const { values, positionals } = parseArgs({
  options: { runs: { type: 'string' }, seed: { type: 'string' }, only: { type: 'string' } },
  allowPositionals: true,
});
const numRuns = Number(values.runs ?? positionals[0] ?? '3000');
const seed = values.seed ?? positionals[1];
// Of no run at all every property holds.
if (!(numRuns > 0)) throw new Error(`跑几次：${String(values.runs ?? positionals[0])}`);
const only = values.only?.split(',');
const wanted = PROPERTIES.filter(({ name }) => only?.includes(name) ?? true);
if (wanted.length === 0) throw new Error(`没有这一种：${String(values.only)}`);
for (const { name, property } of wanted) {
  const options = seed === undefined ? {} : { seed: Number(seed) };
  const result = fc.check(property, { numRuns, ...options });
  const told = result.failed
    ? `失败（种子 ${String(result.seed)}）：${String(result.errorInstance)}`
    : '通过';
  console.log(`${name} ${String(result.numRuns)} 次 ${told}`);
  if (result.failed) process.exitCode = 1;
}
