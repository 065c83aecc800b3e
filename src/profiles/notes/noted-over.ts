/** What a sentence says of rows far above their target. */
export interface NotedOver {
  /** Completion rate from which it holds, as a fraction above 1. */
  readonly from: number;
  /** Points taken off; null: a reason is asked. */
  readonly points: number | null;
}

const BEYOND =
  /(?:超过|超出|高于|超额完成|超)(?:年初|年度|预期|设定|设置|原定|的)*(?:绩效)?(?:指标值|目标值|指标|目标|计划值|计划)的?(\d{2,3})%(?:及其?)?(?:以上)?/;
const REACHED = /完成(?:率|比例)(?:达到?|超过|高于|大于|在|[≥>])+(\d{3})%(?:及其?)?(?:以上)?/;
const TAKEN = /(?:减|扣)(?:减|除|去|掉)?(\d+(?:\.\d+)?)分/;
const EXPLAINED = /(?:说明|填写|分析|注明)[^,;]{0,8}原因|原因[^,;]{0,6}(?:说明|分析)/;
/** Spending above the budget is another matter, and so is a step for every so much. */
const OTHERWISE = /执行率|预算|支出|资金|成本|每(?:超|增|多|高)|反向/;
/** Whether points go depends on more than the figures. */
const CONDITIONAL = /原因|说明|视情况|酌情|除外|情节|可以?(?:减|扣)/;
/** A bracket says nothing of the bound: (含30%). */
const BRACKETS = /\([^()]*\)/g;

/**
 * The rule on over-achievement that a sentence states; null for none, and where 超过目标值100% may mean once
 * or twice the target.
 * @param sentence plain
 */
export function overIn(sentence: string): NotedOver | null {
  for (const part of sentence.split(';')) {
    const bare = part.replace(BRACKETS, '');
    const from = thresholdIn(bare);
    if (from === null || OTHERWISE.test(bare)) continue;
    const taken = TAKEN.exec(bare)?.[1];
    if (taken !== undefined && !CONDITIONAL.test(sentence)) return { from, points: Number(taken) };
    if (EXPLAINED.test(bare)) return { from, points: null };
  }
  return null;
}

function thresholdIn(part: string): number | null {
  const beyond = BEYOND.exec(part)?.[1];
  if (beyond !== undefined) {
    const percent = Number(beyond);
    if (percent === 100) return null;
    return (percent < 100 ? 100 + percent : percent) / 100;
  }
  const reached = REACHED.exec(part)?.[1];
  return reached === undefined || Number(reached) <= 100 ? null : Number(reached) / 100;
}
