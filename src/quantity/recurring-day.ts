import { normaliseText } from './normalise';

/** The day or the hour by which something is done each time: the 25th of 每月25日前. */
export interface RecurringDay {
  /** What it is counted in: 月 of 每月, 次月, 季度末月. */
  readonly period: string;
  readonly at: number;
}

const WEEKDAYS = '一二三四五六日天';
const BEGINS = '^(?:均|都|全部)?(?:已|按|[于在])?';
const UNTIL = '(?:\\d{1,2}(?:日|号|时|点)?[-~至到])?';
const ENDS = '(?:日|号|时|点)?(?:之前|以前|前|之内|以内|内)?(?:[\\u4e00-\\u9fff]{0,6})$';
const KINDS: readonly RegExp[] = [
  new RegExp(`${BEGINS}(每个?月|次月|每季度?[首末]月)的?${UNTIL}(\\d{1,2})(?=日|号)${ENDS}`),
  new RegExp(`${BEGINS}(每(?:周|星期))的?([${WEEKDAYS}])${ENDS}`),
];
/** 每月25日后, 每月5日起 are no deadlines, and what was not done was not done by then. */
const NO_DEADLINE = /[后起未没延推]|左右|以上/;

/** Reads 每月25日前, 次月10日内, 每周五前, 每日18时前; null for anything else. */
export function readRecurringDay(text: string): RecurringDay | null {
  const plain = normaliseText(text);
  if (NO_DEADLINE.test(plain)) return null;
  const clock = readClock(plain);
  if (clock !== null) return { period: '每日', at: clock };
  if (!/每|次月/.test(plain)) return null;
  for (const kind of KINDS) {
    const [, period, at] = kind.exec(plain) ?? [];
    if (period === undefined || at === undefined) continue;
    const weekday = WEEKDAYS.indexOf(at) + 1;
    return {
      period: period.replace('个', '').replace('天', '日').replace('星期', '周').replace('度', ''),
      at: weekday === 0 ? Number(at) : Math.min(weekday, 7),
    };
  }
  return null;
}

const CLOCK = new RegExp(
  `${BEGINS}(?:每[日天]的?)?(上午|早上|清晨|中午|下午|晚上|晚)?${UNTIL}(\\d{1,2})(?::(\\d{2})|[时点](?:(\\d{1,2})分|(半))?)(?:之前|以前|前|之内|以内|内)?(?:[\\u4e00-\\u9fff]{0,6})$`,
);

/** 每日7:30前, 上午9时前开馆: the minutes of the day. */
function readClock(text: string): number | null {
  const [, part = '', hour, digits, minutes, half] = CLOCK.exec(text) ?? [];
  if (hour === undefined) return null;
  const isLate = /下午|晚/.test(part) && Number(hour) < 12;
  const after = half ? 30 : Number(digits ?? minutes ?? 0);
  return (Number(hour) + (isLate ? 12 : 0)) * 60 + after;
}
