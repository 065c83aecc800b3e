import { remembering } from '../model/remember';
import type { Indicator } from '../model/table';
import {
  FAILED_RATE,
  HANDLED_ENDINGS,
  HANDLED_WORDS,
  LEFT_OVER_WORDS,
  LIMITED_THINGS,
  BAD_THINGS,
  NEUTRAL_TAIL,
  REVERSE_WORDS,
  SMALL_SHARE,
  SPENT_WORDS,
  TIME_WORDS,
  WANTED_AMOUNTS,
  WANTED_SHARES,
  WANTED_WORDS,
} from '../profiles/direction-words';
import { normaliseText } from '../quantity/normalise';
import { measureOf } from '../quantity/units';
import { isAsComesIn, moneySense, senseOf } from './name-sense';

const HANDLED = new RegExp(`(?:${HANDLED_WORDS.join('|')})(?:${HANDLED_ENDINGS.join('|')})`);
const REVERSE = new RegExp(`(?:${REVERSE_WORDS.join('|')})[${NEUTRAL_TAIL}]{0,8}$`);
const LIMIT = new RegExp(`(?:${LIMITED_THINGS.join('|')})[^控]{0,6}控制(?:率|比例)$`);
const LEFT_OVER = new RegExp(`(?:${LEFT_OVER_WORDS.join('|')})$`);
const UNIT_IN_BRACKETS = /\([^()]{0,12}\)$/;
/** “三公”经费 is written with and without. */
const QUOTES = /[“”"「」]/g;
const LONGEST_NAME = 120;
const SEEN_LIMIT = 5000;

const plainName = (name: string): string =>
  normaliseText(name.slice(0, LONGEST_NAME)).replace(UNIT_IN_BRACKETS, '').replace(QUOTES, '');

/** Whether the words of an indicator's name make less better; a handled bad thing is not one. */
export const isReverseName = remembering(SEEN_LIMIT, (name): boolean => {
  const plain = plainName(name);
  const sense = senseOf(plain);
  if (sense !== null) return sense === 'less';
  return (
    LIMIT.test(plain) ||
    LEFT_OVER.test(plain) ||
    FAILED_RATE.test(plain) ||
    (REVERSE.test(plain) && !HANDLED.test(plain))
  );
});

const WANTED = new RegExp(WANTED_WORDS.join('|'));

/** A target of few percent with nothing to tell whether it is an aim or a limit. */
function isOpenShare({ name, target, level2 }: Indicator): boolean {
  const { kind, value, text } = target;
  if (kind !== 'percent' || value === null || value <= 0 || value > SMALL_SHARE) return false;
  return !WANTED.test(name + (level2 ?? '') + text);
}

/**
 * Which way an indicator counts: its sign, else 正向/反向 on the form, else its name's words, else an
 * absolute figure under 成本指标 (a cost), else positive. `open`: a small bare share that may be a limit.
 */
export function directionOf(
  indicator: Indicator,
): 'positive' | 'reverse' | 'equal' | 'range' | 'open' {
  const { op, kind } = indicator.target;
  if (op === '>=' || op === '>') return 'positive';
  if (op === '<=' || op === '<') return 'reverse';
  if (op === '=') return 'equal';
  if (op === 'range') return 'range';
  if (indicator.direction !== null) return indicator.direction;
  if (isReverseName(indicator.name)) return 'reverse';
  const plain = plainName(indicator.name);
  const sense = senseOf(plain);
  if (sense !== null) return sense === 'open' ? 'open' : 'positive';
  if (isOpenShare(indicator)) return 'open';
  const cost = (indicator.level2 ?? indicator.level1 ?? '').includes('成本');
  const { unit } = indicator.target;
  if (!cost || kind !== 'number' || !isCostUnit(unit)) return 'positive';
  const money = moneySense(plain, unit);
  return money === null ? 'reverse' : money === 'open' ? 'open' : 'positive';
}

/**
 * A length of time without a sign of which nothing says that more is wanted: longer than the target may be
 * late as well as more done. What a 数量指标 counts is made.
 */
export function isUnsureLength({ target, name, level2, direction }: Indicator): boolean {
  if (target.op !== null || direction !== null || (level2 ?? '').includes('数量')) return false;
  const plain = plainName(name);
  const isTime = target.unit !== null && measureOf(target.unit).measure === 'time';
  return (isTime || OF_TIME.test(plain) || /周期$/.test(plain)) && !MORE_IS_WANTED.test(plain);
}

/** 11个月 of 12个月 under 时效指标, or of a name that ends in 时间: in time, and no part of it missed. */
export function isInTime(indicator: Indicator): boolean {
  const { target, name, level2, direction } = indicator;
  if (target.op !== null || direction !== null || (level2 ?? '').includes('数量')) return false;
  if (DAY_OF_MONTH.test(target.text)) return false;
  const isTime = target.unit !== null && OF_LENGTH.has(measureOf(target.unit).measure);
  const plain = plainName(name);
  const isAbout = (level2 ?? '').includes('时效') || OF_TIME.test(plain);
  return isTime && isAbout && !MORE_IS_WANTED.test(plain.replaceAll('完成', ''));
}
const OF_LENGTH: ReadonlySet<string> = new Set(['time', 'months', 'workdays']);

/** What is better of an indicator; `open` where nothing says it. */
export type Wanted = 'more' | 'less' | 'open';

/** What its form, its name, its unit (a length of time, a cost) tell of what is better. */
export function wantedOf(indicator: Indicator): Wanted {
  const { name, direction, target } = indicator;
  if (direction !== null) return direction === 'reverse' ? 'less' : 'more';
  const plain = plainName(name);
  const bare = { ...indicator, target: { ...target, op: null } };
  if (directionOf(bare) === 'reverse' || LESS_IS_PLANNED.test(plain)) return 'less';
  const isTime = target.unit !== null && measureOf(target.unit).measure === 'time';
  // What is to be completed within some days is better the sooner; what is to be open, the longer.
  if (isTime || OF_TIME.test(plain)) {
    return MORE_IS_WANTED.test(plain.replaceAll('完成', '')) ? 'more' : 'less';
  }
  const isMore = WANTED.test(plain) || WANTED_SHARE.test(plain) || MORE_IS_WANTED.test(plain);
  return isMore ? 'more' : 'open';
}

/**
 * What was not reached of a target without a sign is a miss only where more is surely wanted: less of a
 * waiting time, a noise, an intensity or a bad thing is just what was planned (house rule: domain-rules
 * §4.1 leaves a bare number open). Points taken off already say which way the form counts.
 */
export function isUnsureMiss(indicator: Indicator, weight: number): boolean {
  const { target, name, level1, level2, direction, score } = indicator;
  if (target.op !== null || direction !== null || target.value === null) return false;
  const typed = score?.value ?? null;
  if (typed !== null && typed < weight) return false;
  const plain = plainName(name);
  if (BAD_THING.test(plain) && !DONE_ABOUT.test(plain)) return true;
  if (target.kind !== 'percent' && isAsComesIn(plain)) return true;
  if (moneySense(plain, target.unit) === 'more') return false;
  if (LESS_IS_PLANNED.test(plain)) return true;
  if (MORE_IS_WANTED.test(plain)) return false;
  const classes = `${level1 ?? ''}${level2 ?? ''}`;
  if (target.kind === 'percent') {
    if (target.value > MOST_SHARE_OF_BAD) return false;
    if (classes.includes('成本') && COST_SHARE.test(plain)) return true;
    return !WANTED.test(plain) && !WANTED_SHARE.test(plain);
  }
  if (classes.includes('时效') && DAY_OF_MONTH.test(target.text)) return true;
  if (classes.includes('成本') || OF_TIME.test(plain)) return true;
  if (target.unit === null) return false;
  return isIntensity(target.unit) || (!/数量/.test(classes) && isUsedUp(plain, target.unit));
}

/**
 * What is weighed, measured, packed or happens may be used up or suffered as well as made, where the class
 * is not 数量指标, which counts what was made: 年用纸量 200箱, 事件 5起. People, places and works are wanted.
 */
function isUsedUp(name: string, unit: string): boolean {
  if (WANTED.test(name) || DONE_ABOUT.test(name)) return false;
  return (
    USED_UP.has(measureOf(unit).measure) || /^[千万]?(?:件|起|例|箱|包|令|瓶|桶|袋|卷)$/.test(unit)
  );
}
const USED_UP: ReadonlySet<string> = new Set(['mass', 'volume', 'energy', 'heat', 'power']);

/** 管理费占比 and 监理费率 say how much a part costs. */
const COST_SHARE = /(?:占比|比例|比重|费率)$/;

/** 每月10日 is when something is due, or how many days of each month. */
const DAY_OF_MONTH = /月\d{1,2}[日号]$/;

/** No one plans a bad share of more than that; full marks below it are a miss. */
const MOST_SHARE_OF_BAD = 60;
const BAD_THING = new RegExp(BAD_THINGS.join('|'));
const DONE_ABOUT = new RegExp(
  `${HANDLED_WORDS.join('|')}|受理|审结|调解|拆除|清除|清理|检测|监测|宣传|演练`,
);
const WANTED_SHARE = new RegExp(WANTED_SHARES.join('|'));
const MORE_IS_WANTED = new RegExp(WANTED_AMOUNTS.join('|'));
const LESS_IS_PLANNED = new RegExp(`(?:${SPENT_WORDS.join('|')}|[用耗].{0,3}量)$`);
const OF_TIME = new RegExp(`(?:${TIME_WORDS.join('|')})$`);

/** 分贝, 微克/立方米, 吨/万元; 次/年 and 元/人 count and pay, and there more is rather wanted. */
function isIntensity(unit: string): boolean {
  const { measure } = measureOf(unit);
  return (
    /分贝|dB|毫克|微克|ppm/i.test(unit) || /^(?:mass|volume|energy|power|area)\//.test(measure)
  );
}

const isCostUnit = (unit: string | null): boolean =>
  unit !== null && /^[千万百亿]*(?:元|万|亿)/.test(unit);
