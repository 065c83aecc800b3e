import type { RowScore } from '../../../model/score';
import { subtract } from '../../../quantity/exact';
import { written, type Figure } from '../facts/figure';
import type { Statement } from '../facts/statement';
import { sharesPair } from '../relations/likeness';
import type { Comparison } from './comparison';
import type { Wanted } from './named-places';

const OTHER_TIME = /上年|去年|同期|季度|上半年/;
const LOST = /扣(?:了|除|减)?(?:分)?(?:为|：|:)?$/;
/** …，该指标得10分 */
export const GOT = /^[，,]?(?:[该本此](?:项|指标))?(?:自评|实际)?得(?:分)?(?:为|：)?$/;
const TARGET_FOLLOWS =
  /^的?(?:年度|年初|绩效|预期|既定)?(?:目标|计划|任务|指标|上限|下限|要求|限额)/;
/** 比计划少, 与目标相差, 缺口. */
export const GAP =
  /(?:(?:比|较|与|距离?|低于|高于|超过?|超出)[^，。；\d]{0,4}(?:计划|目标|任务|指标)(?:任务|值|数)?(?:要求)?(?:的)?[^，。；\d]{0,4}(?:多|少|低|高|差|超|缺)?|的?(?:目标|计划|任务|要求)值?差|还差|相差|缺口|尚缺|(?:尚|还|仍)有|少[\u4e00-\u9fff]{0,4}|(?:超额|多)完成)(?:了|出|为|完成|建设|约)*$/;
const PART_OF_PLAN =
  /(?:为|占|达|完成)(?:了)?(?:到)?(?:年度|全年|年初)?(?:计划|目标|任务)(?:任务|数|值|量)?的$/;

/** 低于控制数32万元 */
const CONTROL =
  /(?:低于|不?超过?|未超|控制在|少于)(?:了)?(?:年度|预算)?(?:控制(?:数|目标|标准|线)|上限|限额)(?:的)?$/;

/** One fact that follows from a row, held against what is told of it. */
function judged(
  { statement, figure, wanted: { indicator } }: Told,
  kind: Comparison['kind'],
  cell: Comparison['cell'],
  expected: number,
  unit: string,
): readonly Comparison[] {
  const slack = (figure.factor * 10 ** -figure.decimals) / 2 + 1e-9;
  const same = Math.abs(figure.value - expected) <= (kind === 'row-score' ? 1e-9 : slack);
  return [
    {
      kind,
      cell,
      fact: indicator.name,
      told: { statement, at: figure.start },
      verdict: same ? 'same' : 'differs',
      expected: `${Number((expected / figure.factor).toFixed(4))}${unit}`,
      found: written(figure),
      sure: false,
    },
  ];
}

interface Told {
  readonly statement: Statement;
  readonly figure: Figure;
  readonly wanted: Wanted;
}

/** How far a row came, told as a rate; 100 % is also said of what went beyond its target. */
export function achievementTold(
  statement: Statement,
  figure: Figure,
  wanted: Wanted,
  row: RowScore | null,
): readonly Comparison[] | null {
  if (/(?:完成率|达成率)$/.test(wanted.indicator.name)) return null;
  if (row?.achievement == null || (row.achievement > 1 && figure.value === 100)) return null;
  const told = { statement, figure, wanted };
  return judged(told, 'achievement', wanted.indicator.actualCell, row.achievement * 100, '%');
}

/** What a figure behind a row's own tells of that row; null where it tells nothing that follows from the row. */
export function derivedOf(
  statement: Statement,
  figure: Figure,
  wanted: Wanted,
  row: RowScore | null,
): readonly Comparison[] | null {
  const { indicator, actual, target } = wanted;
  if (OTHER_TIME.test(figure.lead) || figure.rough) return null;
  const own = { statement, figure, wanted };
  if (figure.kind === 'points') {
    const [weight, score] = [indicator.weight?.value, indicator.score?.value];
    if (score != null && GOT.test(figure.label))
      return judged(own, 'row-score', indicator.score?.cell ?? null, score, '分');
    // 、预算执行率扣0.4分: of a name of its own.
    const ownName = figure.label.replace(LOST, '').replace(/[^\u4e00-\u9fff]/g, '');
    const isOfOther = ownName.length > 2 && !sharesPair(ownName, indicator.name);
    if (!LOST.test(figure.label) || isOfOther || weight == null || score == null) return null;
    return judged(own, 'row-score', indicator.score?.cell ?? null, subtract(weight, score), '分');
  }
  if (figure.kind === 'percent' && PART_OF_PLAN.test(figure.label))
    return achievementTold(statement, figure, wanted, row);
  if (target === null) return null;
  const isNamed =
    CONTROL.test(figure.label) || TARGET_FOLLOWS.test(statement.text.slice(figure.end));
  if (figure.unit === target.unit && isNamed)
    return judged(own, 'target', indicator.targetCell, target.value, figure.unitText);
  const isSameUnit =
    figure.unit === target.unit || (figure.unit === '百分点' && target.unit === '%');
  if (actual === null || !isSameUnit || !GAP.test(figure.label) || figure.bound !== null)
    return null;
  // 高于年度指标值98%, 比计划的1450平方米少70平方米: the target itself, in its own unit.
  const isTarget = figure.unit === target.unit && figure.value === target.value;
  if (isTarget && !/[多少低高差超缺]$/.test(figure.label)) return null;
  const gap = Math.abs(subtract(actual.value, target.value));
  return judged(own, 'indicator', indicator.actualCell, gap, figure.unitText);
}
