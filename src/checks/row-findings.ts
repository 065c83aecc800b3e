import type { Finding } from '../model/finding';
import type { Check, PreparedContext, RowTest } from './check';

/**
 * What the checks' row tests find, in one walk over the rows: a long form's rows do not stay in the
 * processor's cache from one walk to the next.
 */
export function rowFindings(checks: readonly Check[], context: PreparedContext): Finding[] {
  const onEvery = checks.flatMap(({ everyRow }) => everyRow?.(context) ?? []);
  const onSound = checks.flatMap(({ soundRow }) => soundRow?.(context) ?? []);
  const { table, rows, facts } = context;
  const found: Finding[] = [];
  const ask = (tests: readonly RowTest[], index: number): void => {
    const indicator = table.indicators[index];
    const score = rows[index];
    const row = facts.rows[index];
    if (!indicator || !score || !row) return;
    for (const test of tests) {
      const finding = test(indicator, score, row, index);
      if (finding === null) continue;
      if ('check' in finding) found.push(finding);
      else found.push(...finding);
    }
  };
  for (let index = 0; index < table.indicators.length; index += 1) {
    ask(onEvery, index);
    if (facts.rows[index]?.broken === false) ask(onSound, index);
  }
  return found;
}
