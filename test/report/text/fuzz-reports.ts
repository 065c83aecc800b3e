import fc from 'fast-check';
import { PROPERTIES } from './report-maker/index';

/** `npm run reports:fuzz -- [runs] [seed]`: the properties over many reports; a failure is shrunk and told with its seed. */
const [runs = '3000', seed] = process.argv.slice(2);
for (const { name, property } of PROPERTIES) {
  const options = seed === undefined ? {} : { seed: Number(seed) };
  const result = fc.check(property, { numRuns: Number(runs), ...options });
  const told = result.failed
    ? `失败（种子 ${String(result.seed)}）：${String(result.errorInstance)}`
    : '通过';
  console.log(`${name} ${String(result.numRuns)} 次 ${told}`);
  if (result.failed) process.exitCode = 1;
}
