import { subtract } from '../../../quantity/exact';
import type { Indicator } from '../../../model/table';
import { written, type Figure } from '../facts/figure';
import { isPrior, type Statement } from '../facts/statement';
import type { Comparison } from './comparison';

/** A figure with only what stands behind the name for its words: 增长率 may be of the name. */
export const behindName = (text: string, figure: Figure, from: number): Figure => ({
  ...figure,
  label: text.slice(Math.max(from, figure.start - figure.label.length), figure.start),
});

const POINTS_OF_ROW = /(?:得分?|自评得分?)(?:为|：|:)?$/;
const LOST_OF_ROW = /扣(?:了|除|减)?(?:分)?(?:为|：|:)?$/;
const WEIGHT_OF_ROW = /(?:分值|满分|权重)(?:为|：|:)?$/;

/** The points and the weight of a row that a sentence tells behind its name. */
export function pointsTold(
  statement: Statement,
  own: readonly Figure[],
  indicator: Indicator,
  from: number,
): Comparison[] {
  return own.flatMap((told): Comparison[] => {
    // 制度执行有效性扣1分: the row's own name is no other's.
    const figure = behindName(statement.text, told, from);
    if (figure.kind !== 'points' || figure.bound !== null || isPrior(figure)) return [];
    // 投入类共得10分 is no row's.
    if (/共得|[合总]计|类/.test(figure.label)) return [];
    // 森林防火项目自评得分97.5分 is no row's.
    if (/(?:项目|整体|综合)(?:自评|评价)?(?:得分|总分|评分)/.test(figure.label)) return [];
    const { score, weight, target } = indicator;
    // 年度目标9分（满分10分）: of the scale that it is measured on.
    if (/满分$/.test(figure.label) && /满分/.test(target.text)) return [];
    // 采购及时率扣2分、预算执行扣1.2分: what another name stands before is of that.
    const words = figure.label.replace(LOST_OF_ROW, '').replace(/^指标|[^\u4e00-\u9fff]/g, '');
    const lost = LOST_OF_ROW.test(figure.label) && words.length < 2;
    const cell =
      lost || POINTS_OF_ROW.test(figure.label)
        ? score
        : WEIGHT_OF_ROW.test(figure.label)
          ? weight
          : null;
    if (cell?.value == null || (lost && weight?.value == null)) return [];
    // 系统可用率达到要求，得12分；平台9月上线，得7分: the row has its points in its own part.
    const isLater = own.some(({ kind, segment }) => kind === 'points' && segment < told.segment);
    if (isLater) return [];
    const expected = lost ? subtract(weight?.value ?? 0, cell.value) : cell.value;
    const verdict = figure.value === expected ? 'same' : 'differs';
    return [
      {
        kind: 'row-score',
        fact: indicator.name,
        cell: cell.cell,
        ...(cell === weight ? { isWeight: true } : {}),
        told: { statement, at: figure.start },
        verdict,
        expected: `${expected}分`,
        found: written(figure),
        sure: true,
      },
    ];
  });
}
