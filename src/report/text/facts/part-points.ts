import type { Figure } from './figure';
import type { Statement } from './statement';

/** What a part of the score could have had, what it got, and what it lost where that is told. */
export interface PartPoints {
  readonly full: Figure;
  readonly got: Figure;
  readonly lost: Figure | null;
}

const FULL = /(?:满分|分值|权重)(?:为|是|共|共计)?$/;
const GOT = /(?:^|[^应可])得(?:分)?(?:为)?$/;
const OFF = /(?<![不未])扣(?:除|减)?(?:分)?(?:了|为)?$/;

const TOGETHER = /共|合计|累计|总计/;

const isInBracketsBehind = (text: string, before: Figure, figure: Figure): boolean =>
  figure.depth > before.depth && /^[（(][^（）()]*$/.test(text.slice(before.end, figure.start));

/** 满分50分，得46分，扣4分: told one after another in one part of a sentence, no other points between. */
export function partPoints({ figures, text }: Statement): PartPoints[] {
  const points = figures.filter(({ kind }) => kind === 'points');
  return points.flatMap((full, index): PartPoints[] => {
    const before = points[index - 1];
    // 得18分（满分20分），…: full marks in brackets are those of the score before them.
    if (before && isInBracketsBehind(text, before, full))
      return FULL.test(full.label) && GOT.test(before.label)
        ? [{ full, got: before, lost: null }]
        : [];
    const [got, lost] = points.slice(index + 1, index + 3);
    if (!got || !FULL.test(full.label) || !GOT.test(got.label) || got.segment !== full.segment)
      return [];
    const own = lost?.segment === full.segment && OFF.test(lost.label);
    // 满分10分，得9.8分；满分10分，得9.5分，两项共扣0.7分: of all of them.
    const ofAll = index > 0 && TOGETHER.test(lost?.label ?? '');
    return [{ full, got, lost: own && !ofAll ? lost : null }];
  });
}
