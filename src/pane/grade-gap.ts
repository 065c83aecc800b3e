import type { TableResult } from '../model/score';
import type { Message } from '../texts/message';
import { message } from '../texts/message';
import { scoreText } from './finding-items';

/** The one cause a table has no grade, the one to be dealt with first; null where it has a grade. */
export function gradeGap({ table, state, totals, profile }: TableResult): Message | null {
  if (totals.grade !== null) return null;
  const { kind, weighted, scored } = state;
  if (kind === 'blank') return message('pane.score.noGrade.blank');
  if (kind === 'incomplete') {
    return message('pane.score.noGrade.unfilled', { count: weighted - scored });
  }
  if (table.total === null) return message('pane.score.noGrade.noTotal');
  if (totals.weight === null) return message('pane.score.noGrade.noWeight');
  return message('pane.score.noGrade.weights', {
    weight: scoreText(totals.weight),
    total: scoreText(profile.tableTotal),
  });
}
