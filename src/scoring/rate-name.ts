import type { Indicator } from '../model/table';
import type { Commensurable } from '../quantity/compare-quantity';
import { multiply } from '../quantity/exact';
import { normaliseText } from '../quantity/normalise';

/** 温度, 长度, 年度 and the like are measured or counted, never a share of something. */
const NO_SHARE =
  /(?:[年季月制程力温湿长高宽厚浓深硬密速精坡亮强刻经纬频尺角难跨]度|[汇利税费速频功效]率)$/;
const TAIL = /\([^()]{0,12}\)|(?:调查|测评|评价|情况|水平|指标)?\d*$/g;

/** Whether a name ends in 率 or 度, so that a figure without a unit is a percentage (domain-rules §4.1). */
function isRateName(name: string): boolean {
  const plain = normaliseText(name.slice(0, 120)).replace(TAIL, '');
  return /[率度]$/.test(plain) && !NO_SHARE.test(plain);
}

/** As `commensurable` has it: below this a bare 0.8 may as well be hundredths. */
const CLEARLY_PERCENT = 10;

const isShare = (value: number): boolean => value > 0 && value <= 1;

/**
 * A percentage beside a fraction, both without a unit, under a name of 率 or 度: 90 against 0.95 is
 * 90 % against 95 %, and 0.9 against 95 the other way round (domain-rules §4.1: percent if the name has
 * 率 or 度; percent vs fraction is converted). Where less is better either reading may be kept, so
 * the figures stay as they are.
 */
export function onOneScale(
  { name, target, actual }: Indicator,
  direction: 'positive' | 'reverse' | 'equal' | 'range',
  figures: Commensurable,
): Commensurable {
  if ('problem' in figures || direction === 'reverse') return figures;
  if (target.unit !== null || actual.unit !== null) return figures;
  const partial = isShare(figures.actual) && figures.target >= CLEARLY_PERCENT;
  const planned = isShare(figures.target) && figures.actual >= CLEARLY_PERCENT;
  if ((!partial && !planned) || !isRateName(name)) return figures;
  return partial
    ? { target: figures.target, actual: multiply(figures.actual, 100) }
    : { target: multiply(figures.target, 100), actual: figures.actual };
}

/** Shares of a whole cannot be planned above it; growth and returns can. */
const BEYOND_WHOLE = /[增升涨长]|回报|收益|收入|产出|投资|比|超|周转|杠杆|变动|变化/;
const NEVER_PLANNED = 200;

/**
 * `290%` under 合格率 is a scanned ≥90% (domain-rules §4.1, OCR noise: flag low confidence): a share
 * planned at 200 % or more without a sign, and done at most in full.
 */
export function isMisreadTarget({ name, target, actual }: Indicator): boolean {
  if (target.kind !== 'percent' || target.op !== null || (target.value ?? 0) < NEVER_PLANNED) {
    return false;
  }
  return (
    actual.value !== null && actual.value <= 100 && isRateName(name) && !BEYOND_WHOLE.test(name)
  );
}

/**
 * Shares of a whole that none can pass: of those asked, of those checked, of those there are. What is
 * done of a plan (完成率, 执行率, 增长率) can.
 */
const SHARE_OF_WHOLE =
  /(?:满意|合格|达标|优良|优秀|覆盖|普及|准确|知晓|知悉|参与|及时|兑现|公开|合规|规范|办结|通过|(?<!毛)入学|出勤|在岗|完好|有效|真实|按时|成活|保存|好评|认可|支持|就业|毕业|安全|接种|录入|上线|信访化解)(?:率|度)(?:\([^()]*\))?$/;

export const isShareOfWhole = (name: string): boolean =>
  SHARE_OF_WHOLE.test(normaliseText(name.slice(0, 120)));
