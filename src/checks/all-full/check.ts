import { EVERY_KIND } from '../check';
import { defineCheck } from '../define-check';
import { samePoints } from '../difference';
import { countingRows } from '../indicator-points';

/** Full marks in a few rows are nothing to look at. */
const FEWEST = 5;

export const allFull = defineCheck({
  id: 'all-full',
  code: 'JX416',
  severity: 'info',
  kinds: EVERY_KIND,
  scope: 'table',
  about: ['total'],
  toldWith: { inTable: ['unmet-full-score', 'actual-missing', 'copied-actual'] },
  texts: {
    'zh-CN': {
      title: '全部满分',
      message: {
        plain: '{count} 个指标全部满分，总分 {found}。',
      },
      why: '全部满分的自评，复核时通常会重点抽查。',
      fix: '请再核对一遍完成值和佐证材料；确实全部完成的，可以不改。',
      basis: '审核中常见问题“自评分虚高”',
    },
    en: {
      title: 'Everything at full score',
      message: {
        plain: 'All {count} indicators have full points, total {found}.',
      },
      why: 'Reviewers look at such forms first.',
      fix: 'Check the actual values and the evidence once more; if all is done, leave it.',
      basis: 'A known complaint of reviewers: inflated self-scores',
    },
  },
  find(say, context) {
    const { table, totals, profile, facts } = context;
    const cell = table.total?.score?.cell;
    const score = totals.printedScore ?? totals.filledScore;
    if (
      !facts.whole ||
      !cell ||
      score === null ||
      !samePoints(score, profile.tableTotal, profile)
    ) {
      return [];
    }
    const scored = countingRows(context);
    if (scored.length < FEWEST || scored.some(({ weight, filled }) => filled !== weight)) return [];
    const funds = facts.funds.scored;
    if (funds?.weight?.value != null && funds.score?.value !== funds.weight.value) return [];
    return [say(cell, { data: { count: scored.length }, found: score })];
  },
});
