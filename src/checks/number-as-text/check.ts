import type { Finding } from '../../model/finding';
import type { NumberCell } from '../../model/table';
import type { Check, PreparedContext } from '../check';
import { EVERY_KIND } from '../check';
import { findingOf } from '../finding-of';
import { rawText } from '../wording';

/** One finding per cell: each has to be converted by itself, and a mark on it shows where. */
export const numberAsText: Check = {
  id: 'number-as-text',
  code: 'JX108',
  severity: 'info',
  basis: 'check.number-as-text.basis',
  kinds: EVERY_KIND,
  scope: 'row',
  find(context) {
    const { table, facts } = context;
    return [facts.funds.scored, table.total].flatMap((row) => (row ? said(context, row) : []));
  },
  everyRow(context) {
    return (indicator) =>
      isText(indicator.weight) || isText(indicator.score) ? said(context, indicator) : null;
  },
};

interface ScoredRow {
  readonly weight: NumberCell | null;
  readonly score: NumberCell | null;
}

const isText = (cell: NumberCell | null): boolean =>
  cell !== null && cell.asText && cell.value !== null;

function said(context: PreparedContext, { weight, score }: ScoredRow): readonly Finding[] {
  const found: Finding[] = [];
  const look = (column: '分值' | '得分', cell: NumberCell | null): void => {
    if (cell === null || !isText(cell)) return;
    found.push(
      findingOf(numberAsText, context, cell.cell, {
        data: { column },
        expected: cell.value,
        found: rawText(cell.raw),
      }),
    );
  };
  look('分值', weight);
  look('得分', score);
  return found;
}
