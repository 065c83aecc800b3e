import { compare, multiply } from '../../quantity/exact';
import type { GradeBand } from '../../model/profile';
import { EVERY_KIND } from '../check';
import { defineCheck } from '../define-check';
import { brief } from '../wording';

/** Words of another scale (好, 一般, 合格 …) and a list of all grades to tick are left alone. */
export const gradeBand = defineCheck({
  id: 'grade-band',
  code: 'JX205',
  severity: 'error',
  kinds: EVERY_KIND,
  scope: 'table',
  about: ['total'],
  texts: {
    'zh-CN': {
      title: '等级与总分不符',
      message: {
        plain: '总分 {score} 应评为“{expected}”，表中写的是“{found}”。',
      },
      why: '等级由总分决定，90、80、60 分归上一档。',
      fix: '请把等级改为“{expected}”，或核对总分。',
      basis:
        '预算司等级划分：优90—100、良80—89、中60—79、差60以下（转引自 dz-gczx.com 公告）；当地另有划分的以评分口径为准',
    },
    en: {
      title: 'Grade does not fit the total',
      message: {
        plain: 'A total of {score} is “{expected}”; the form says “{found}”.',
      },
      why: 'The grade follows from the total; 90, 80 and 60 belong to the upper band.',
      fix: 'Change the grade to “{expected}”, or check the total.',
      basis:
        'Grade division as reported at dz-gczx.com: 优 90–100, 良 80–89, 中 60–79, 差 below 60; the profile decides',
    },
  },
  find(say, context) {
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
      say(grade.cell, {
        data: { score },
        expected,
        found: brief(grade.value),
      }),
    ];
  },
});

/** The one grade word a text holds, 合格 in 不合格 apart; null for none or several. */
function wordIn(text: string, grades: readonly GradeBand[]): string | null {
  const held = grades.map(({ word }) => word).filter((word) => text.includes(word));
  const words = held.filter((word) => !held.some((one) => one !== word && one.includes(word)));
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
