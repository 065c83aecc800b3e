import { isBlank } from '../../model/blank';
import type { Finding } from '../../model/finding';
import type { Check, PreparedContext } from '../check';
import { EVERY_KIND } from '../check';
import { isEmptyForm } from '../empty-form';
import { findingOf } from '../finding-of';
import { brief, rawText } from '../wording';
import type { NumberCell } from '../../model/table';

/** Indicator rows and the scored row of the funds block. */
export const scoreMissing: Check = {
  id: 'score-missing',
  code: 'JX103',
  severity: 'error',
  basis: 'check.score-missing.basis',
  kinds: EVERY_KIND,
  scope: 'row',
  find(context) {
    const funds = context.facts.funds.scored;
    const weight = funds?.weight?.value ?? 0;
    if (!funds?.score || funds.score.value !== null || weight <= 0) return [];
    if (isEmptyForm(context.table)) return [];
    return [missing(context, funds.score, funds.label, weight)];
  },
  everyRow(context) {
    return ({ score, name }, _score, { filled, weight }) =>
      filled !== null || weight === null || score === null
        ? null
        : missing(context, score, name, weight);
  },
};

function missing(
  context: PreparedContext,
  score: NumberCell,
  name: string,
  weight: number,
): Finding {
  const blank = isBlank(score.raw) || typeof score.raw === 'object';
  return findingOf(scoreMissing, context, score.cell, {
    ...(blank ? {} : { variant: 'text', found: rawText(score.raw) }),
    data: { name: brief(name), weight },
  });
}
