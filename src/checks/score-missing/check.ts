import type { Finding } from '../../model/finding';
import type { Check } from '../check';
import { EVERY_KIND } from '../check';
import { findingOf } from '../finding-of';
import { brief, isBlank, rawText } from '../wording';
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
    const { table, facts } = context;
    const found: Finding[] = [];
    const say = (score: NumberCell, name: string, weight: number): void => {
      const blank = isBlank(score.raw) || typeof score.raw === 'object';
      found.push(
        findingOf(scoreMissing, context, score.cell, {
          ...(blank ? {} : { variant: 'text', found: rawText(score.raw) }),
          data: { name: brief(name), weight },
        }),
      );
    };
    const funds = facts.funds.scored;
    if (funds?.score && funds.score.value === null && (funds.weight?.value ?? 0) > 0) {
      say(funds.score, funds.label, funds.weight?.value ?? 0);
    }
    table.indicators.forEach((indicator, index) => {
      const row = facts.rows[index];
      if (!row || row.filled !== null || row.weight === null || indicator.score === null) return;
      say(indicator.score, indicator.name, row.weight);
    });
    return found;
  },
};
