import { subtract } from '../../quantity/exact';
import type { Told } from './figures-told';
import type { RowFacts } from './row-facts';

const DENIED_RATE =
  /^(.*?)(?:未能|没有|未|不|没)([\u4e00-\u9fff]{2})([\u4e00-\u9fff]{0,2}[率度比]|比例)(?:为|是|达|约|仅|:)*$/;
const BAD_RATE =
  /(延迟|延期|逾期|超期|滞后|推迟|闲置|空置|差错|错误|缺勤|缺课|流失|辍学|空岗|失败|漏报|漏检|退回)[\u4e00-\u9fff]{0,4}[率度]/;

/**
 * 不合格率1.5% beside 合格率≥98% as 合格率98.5%. The rate of what went wrong where neither the indicator nor
 * its standard names it (延迟发放率 beside 发放及时率) tells nothing that a rule asks, and is open.
 * @param about the name of the indicator and its 评分标准, plain
 */
export function withDeniedRates(facts: RowFacts, about: string): RowFacts {
  const turned = (told: Told): Told => (told.unit === '%' ? affirmed(told, about) : told);
  const fragments = facts.fragments.map((one) => ({ ...one, told: one.told.map(turned) }));
  return { ...facts, fragments, figures: fragments.flatMap(({ told }) => told) };
}

function affirmed(told: Told, about: string): Told {
  const bad = BAD_RATE.exec(told.label)?.[1];
  if (bad !== undefined && !about.includes(bad)) return { ...told, open: true };
  const [, lead = '', verb, tail = ''] = DENIED_RATE.exec(told.label) ?? [];
  if (verb === undefined || new RegExp(`[未不没]${verb}`).test(about)) return told;
  if (!about.includes(verb) || told.value > 100) return { ...told, open: true };
  const label = lead + verb + tail;
  return { ...told, label, value: subtract(100, told.value) };
}
