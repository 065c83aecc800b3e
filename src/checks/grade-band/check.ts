import { compare, multiply } from '../../quantity/exact';
import type { GradeBand } from '../../model/profile';
import type { Check } from '../check';
import { EVERY_KIND } from '../check';
import { findingOf } from '../finding-of';
import { brief } from '../wording';

/** Words of another scale (好, 一般, 合格 …) and a list of all grades to tick are left alone. */
export const gradeBand: Check = {
  id: 'grade-band',
  code: 'JX205',
  severity: 'error',
  basis: 'check.grade-band.basis',
  kinds: EVERY_KIND,
  scope: 'table',
  find(context) {
    const { table, totals, profile, facts } = context;
    const { grade } = table;
    if (grade === null || table.errors.length > 0) return [];
    const written = wordIn(grade.value, profile.grades);
    if (written === null) return [];
    const open = facts.rows.some(({ weight, filled }) => weight !== null && filled === null);
    const sums = facts.whole && !open ? totals.filledScore : null;
    const score = totals.printedScore ?? sums;
    if (score === null) return [];
    const scale =
      table.kind === 'rubric' ? (totals.printedWeight ?? profile.tableTotal) : profile.tableTotal;
    const expected = bandOf(score, scale, profile.grades);
    if (expected === null || expected === written) return [];
    // The printed total is the mistake then, and has its own finding.
    if (sums !== null && bandOf(sums, scale, profile.grades) === written) return [];
    return [
      findingOf(gradeBand, context, grade.cell, {
        data: { score },
        expected,
        found: brief(grade.value),
      }),
    ];
  },
};

/** The one grade word a text holds; null for none or several. */
function wordIn(text: string, grades: readonly GradeBand[]): string | null {
  const words = grades.filter(({ word }) => text.includes(word)).map(({ word }) => word);
  const [first] = words;
  return words.length === 1 && first !== undefined ? first : null;
}

/** The band of a score out of `scale`; lower ends are included. */
function bandOf(score: number, scale: number, grades: readonly GradeBand[]): string | null {
  const inHundred = multiply(score, 100);
  let best: GradeBand | null = null;
  for (const band of grades) {
    if (compare(inHundred, multiply(band.from, scale)) < 0) continue;
    if (best === null || band.from > best.from) best = band;
  }
  return best?.word ?? null;
}
