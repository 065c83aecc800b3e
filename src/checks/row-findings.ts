import type { Finding } from '../model/finding';
import type { RowScore } from '../model/score';
import type { Indicator } from '../model/table';
import type { PreparedContext } from './check';
import type { RowFacts } from './table-facts';

/** Runs a test over every row that carries no error value and keeps what it says. */
export function eachSoundRow(
  context: PreparedContext,
  test: (indicator: Indicator, score: RowScore, facts: RowFacts, index: number) => Finding | null,
): readonly Finding[] {
  const { table, rows, facts } = context;
  const found: Finding[] = [];
  for (let index = 0; index < table.indicators.length; index++) {
    const indicator = table.indicators[index];
    const score = rows[index];
    const row = facts.rows[index];
    if (!indicator || !score || !row || row.broken) continue;
    const finding = test(indicator, score, row, index);
    if (finding) found.push(finding);
  }
  return found;
}
