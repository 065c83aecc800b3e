import { remembering } from '../../model/remember';
import { headLabel, LONGEST_HEAD } from '../header/match-head';

export type BudgetColumn =
  | 'initial'
  | 'adjusted'
  | 'received'
  | 'carried'
  | 'executed'
  | 'rate'
  | 'weight'
  | 'score'
  | 'reason';

/** Heads of the funds block (domain-rules.md §4.0: initial, adjusted, executed, rate). */
export const matchBudgetHead = (text: string): BudgetColumn | null =>
  text.length > LONGEST_HEAD ? null : budgetHeadOf(text);

const budgetHeadOf = remembering(2000, (text): BudgetColumn | null => {
  const label = headLabel(text);
  if (/原因|说明/.test(label)) return 'reason';
  // 执行率得分 is no rate.
  if (OWN_POINTS.test(label)) return 'score';
  if (OWN_WEIGHT.test(label)) return 'weight';
  if (/(执行|支出|支付|使用|完成)(率|进度)/.test(label)) return 'rate';
  if (/^(年初|期初).{0,4}(预算|批复|安排|指标|资金)/.test(label)) return 'initial';
  // 预算执行情况 names the block; its columns are named beside or below.
  if (/情况$|申请$/.test(label)) return null;
  if (
    /执行数|实际支出|支出数|支出金额|实际执行|实际使用|执行金额|使用金额|预算支出|^(?:全年|年度|当年|本年)?(?:执行|支出)$|决算数|累计支出/.test(
      label,
    )
  ) {
    return 'executed';
  }
  if (
    /预算数|^预算$|调整后|调整预算|全年预算|当年预算|年度预算|下达数|预算安排|预算金额|到位数|到位资金|下达(?:预算|资金)?$|到位$|批复数|批复预算/.test(
      label,
    )
  ) {
    return 'adjusted';
  }
  return null;
});

const OF_FUNDS = '(?:自评|(?:项目)?(?:预算|资金)?(?:执行|支出|使用)?(?:率|进度|情况)?)';
const OWN_POINTS = new RegExp(`^${OF_FUNDS}(?:实际|自评)?(?:得分|评分|自评分)$`);
const OWN_WEIGHT = new RegExp(`^${OF_FUNDS}(?:分值|权重|满分|标准分|权重分值)$`);

/**
 * What stands beside the budget: what was carried over, and what came in of it. On a form that has no budget beside
 * 到位数, that is the budget.
 */
export function matchSideHead(text: string): 'received' | 'carried' | null {
  if (text.length > LONGEST_HEAD) return null;
  const label = headLabel(text);
  if (/到位(?:数|资金|金额|额)?$/.test(label)) return 'received';
  // 结余 alone is what is left at the end of this year.
  const isCarried =
    /^(?:上年度?|以前年度|年初|历年)(?:结转结余|结余结转|结转|结余)(?:资金|数|金额)?$/.test(label);
  return isCarried ? 'carried' : null;
}
