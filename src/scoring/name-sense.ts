import {
  BROUGHT_THINGS,
  PAY_WORDS,
  PROCESS_WORDS,
  REDUCING_WORDS,
  RESPONDING_WORDS,
  REVERSE_WORDS,
  SAVING_WORDS,
  SETTLING_WORDS,
} from '../profiles/direction-words';

const any = (words: readonly string[]): string => `(?:${words.join('|')})`;
const HAN = '\\u4e00-\\u9fff';
/** 件数, 案件, 行为总数: what a thing is counted by. */
const COUNTED = '[总起次数量件人案额率行为面积]{0,6}$';
/** 未处理投诉 and 处理不当投诉 tell what was not done. */
const DID = '(?<![未不漏误错])';
const BETWEEN = `(?:(?![不未漏误错超])[${HAN}]){0,6}`;

const RESPONDS = new RegExp(
  `${DID}${any([...RESPONDING_WORDS, ...SETTLING_WORDS])}${BETWEEN}${any(BROUGHT_THINGS)}${COUNTED}`,
);
/** 办理违规 and 处理失信 may as well be wrong done in the work. */
const OWN_FAULT = new RegExp(`${any(RESPONDING_WORDS)}(?:违规|违纪|违法|失信|拖欠|欠薪)${COUNTED}`);
const SAVES = new RegExp(`${any(SAVING_WORDS)}[${HAN}]{0,4}${any(REVERSE_WORDS)}[额量数]?$`);
const REDUCES = new RegExp(`${any(REDUCING_WORDS)}[${HAN}]{0,6}${any(REVERSE_WORDS)}${COUNTED}`);
const TAKES = new RegExp(
  `${any(PROCESS_WORDS)}(?:平均|所需|花费|最长)?(?:时间|时长|天数|日数|周期|时限|用时|耗时)$`,
);

/**
 * What the words of a name around its last thing tell: work done about a bad thing or saved is better
 * the more, a piece of work's length the less; `open` where either may be meant; null where no such words stand.
 */
export function senseOf(name: string): 'more' | 'less' | 'open' | null {
  if (TAKES.test(name)) return 'less';
  if (RESPONDS.test(name)) return OWN_FAULT.test(name) ? 'open' : 'more';
  if (SAVES.test(name)) return 'more';
  return REDUCES.test(name) ? 'open' : null;
}

const RESPONDED = new RegExp(any(RESPONDING_WORDS));
const BROUGHT = new RegExp(any(BROUGHT_THINGS));

/** 处理投诉, 投诉受理件数: fewer came in, or fewer were dealt with. */
export const isAsComesIn = (name: string): boolean =>
  !name.endsWith('率') && RESPONDED.test(name) && BROUGHT.test(name);

const PAY_STANDARD = new RegExp(`${any(PAY_WORDS)}[${HAN}]{0,4}标准$`);
const PAY = new RegExp(`${any(PAY_WORDS)}(?:金|额|金额)?$`);
const MADE_MONEY =
  /完成[\u4e00-\u9fff]{0,6}投资[总金]?(?:额|额度|量|数)?$|投资完成(?:额|量|数)?$|到位[\u4e00-\u9fff]{0,4}(?:资金|经费)[总金]?(?:额|数)?$|(?:资金|经费)到位(?:额|数|总额|金额)?$/;

/**
 * A sum of money under 成本指标 that is no cost to be kept low: what was invested or came in is made, and
 * what is paid to people has its standard, so that less is no saving and more no waste.
 */
export function moneySense(name: string, unit: string | null): 'more' | 'open' | null {
  if (MADE_MONEY.test(name)) return 'more';
  const each = unit?.includes('/') === true;
  return PAY_STANDARD.test(name) || (each && PAY.test(name)) ? 'open' : null;
}
