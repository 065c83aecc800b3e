import type { ProjectPlace } from '../../model/finding';
import type { ScoredProject } from '../../model/score';
import { shareOf } from '../../quantity/exact';
import { EVERY_KIND } from '../check';
import { defineCheck } from '../define-check';
import { samePoints } from '../difference';

/** House rule: of fewer projects, or where no more than half are full, the scores still tell them apart. */
const FEWEST = 3;

/** Said once, at the first project with full marks. Of forms that are filled to the end. */
export const unitAllFull = defineCheck({
  id: 'unit-all-full',
  code: 'JX501',
  severity: 'info',
  kinds: EVERY_KIND,
  scope: 'table',
  about: ['total'],
  texts: {
    'zh-CN': {
      title: '各项目普遍满分',
      message: {
        plain: '{count} 个项目有 {full} 个满分，其余得分在 {least} 到 {most} 之间。',
        every: '{count} 个项目全部满分。',
      },
      why: '各项目得分没有高低，自评分不出好坏，复核时会先抽查。',
      fix: '请逐个核对满分项目的完成值和佐证材料；确实全部完成的，可以不改。',
      basis: '审核中常见问题“自评分虚高、普遍满分”；3 个项目以上、过半满分为本工具的约定',
    },
    en: {
      title: 'Most projects at full score',
      message: {
        plain: '{full} of {count} projects have full points, the others {least} to {most}.',
        every: 'All {count} projects have full points.',
      },
      why: 'Scores that are all alike tell nothing; reviewers look at such units first.',
      fix: 'Check the actual values and the evidence of the full ones; if all is done, leave it.',
      basis:
        'A known complaint of reviewers: inflated self-scores; from 3 projects, more than half full, is a house rule',
    },
  },
  overProjects(say, projects) {
    const scored = projects.flatMap((project) => scoredOf(project) ?? []);
    const [first, ...more] = scored.filter(({ isFull }) => isFull);
    const full = more.length + 1;
    if (!first || scored.length < FEWEST || full * 2 <= scored.length) return [];
    const others = scored.filter(({ isFull }) => !isFull).map(({ score }) => score);
    const data = { count: scored.length, full };
    return [
      say(
        [first.place, ...more.map(({ place }) => place)],
        others.length === 0
          ? { variant: 'every', data, found: full }
          : {
              data: { ...data, least: Math.min(...others), most: Math.max(...others) },
              found: full,
            },
      ),
    ];
  },
});

interface Scored {
  readonly place: ProjectPlace;
  /** Of a hundred. */
  readonly score: number;
  readonly isFull: boolean;
}

function scoredOf({ path, result }: ScoredProject): Scored | null {
  const { table, totals, profile, state } = result;
  const score = totals.printedScore ?? totals.filledScore;
  const cell = table.total?.score?.cell;
  if (state.kind !== 'complete' || score === null || cell === undefined) return null;
  const points = shareOf(100, score, profile.tableTotal, 2);
  if (points === null) return null;
  return {
    place: { path, sheet: table.sheet, cell },
    score: points,
    isFull: samePoints(score, profile.tableTotal, profile),
  };
}
