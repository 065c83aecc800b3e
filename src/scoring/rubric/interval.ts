import { remembering } from '../../model/remember';
import { compare } from '../../quantity/exact';
import { NUMBER } from './plain-text';
import { LARGE, MEASURES, THINGS } from './unit-words';

/** One end of an interval. `closed` null: the text does not say whether the end is in it. */
export interface End {
  readonly value: number;
  readonly closed: boolean | null;
}

/** What a tier asks of a figure; `unit` is % or a unit as written, `''` where none stands. */
export interface Interval {
  readonly low: End | null;
  readonly high: End | null;
  readonly unit: string;
  /** Nothing but the figure stood there: 100%计满分. */
  readonly bare: boolean;
  readonly from: number;
  readonly to: number;
}

const UNIT = `(%|‰|个百分点|百分点|个工作日|工作日|天|日|个月|年|小时|分钟|${LARGE}|${MEASURES}|分|${THINGS}|周)?`;
const V = `(-?${NUMBER})${UNIT}`;
const MARK = '(?:\\((不?含)[^()]{0,8}\\))?';
const TIE = '(?:-|~|至|到)';
const NAME = '[A-Za-z\\u4e00-\\u9fff]{0,12}?';

interface Form {
  readonly pattern: RegExp;
  readonly read: (groups: readonly string[]) => Pick<Interval, 'low' | 'high' | 'unit'> & {
    readonly bare?: boolean;
  };
}

const end = (value: string, closed: boolean | null): End => ({ value: Number(value), closed });
const said = (mark: string): boolean | null => (mark === '' ? null : mark === '含');

/** 不超过年初预算5%: of what. */
const OF =
  '(?:(?:[\\u4e00-\\u9fff]{1,4}标准的?|年初|年度|上年|去年|计划|预算|目标|指标|任务|标准|定额|总额|总数|批复|核定|合同|价|值|数|的)*)';
const NOT_BELOW =
  '未低于|没有低于|不低于|不少于|不小于|大于等于|大于或等于|高于或等于|超过或等于|达到|至少达到|至少|达';
const NOT_ABOVE =
  '未超过|没有超过|未超出|未突破|未高于|不突破|不高于|不超过|不大于|不多于|小于等于|小于或等于|控制在|≤';
const ABOVE = '超过|超出|大于|高于|多于|>';
const BELOW = '低于|小于|少于|不足|未达到|未达|达不到|不到|不满|<';

/** 超出预算3%以内 is an excess of at most 3. */
const NOT_WITHIN = `(?!-?${NUMBER}${UNIT.replace('(', '(?:')}(?:\\([^()]{0,8}\\))?(?:以内|之内|内))`;
/** 超出预算2-6% is a range of the excess, not more than 2. */
const ALONE = `(?![\\d.%]|${TIE}\\d)`;

const FORMS: readonly Form[] = [
  {
    pattern: new RegExp(`^([[(])${V},${V}([\\])])`),
    read: ([a, low = '', u1 = '', high = '', u2 = '', b]) => ({
      low: end(low, a === '['),
      high: end(high, b === ']'),
      unit: u2 || u1,
    }),
  },
  {
    pattern: new RegExp(`^${V}${MARK}(?:和|与|及)${V}${MARK}之间`),
    read: ([low = '', u1 = '', m1 = '', high = '', u2 = '', m2 = '']) => ({
      low: end(low, said(m1)),
      high: end(high, said(m2)),
      unit: u2 || u1,
    }),
  },
  {
    pattern: new RegExp(`^${V}(≤|<)${NAME}(≤|<)${V}`),
    read: ([low = '', u1 = '', a, b, high = '', u2 = '']) => ({
      low: end(low, a === '≤'),
      high: end(high, b === '≤'),
      unit: u2 || u1,
    }),
  },
  {
    pattern: new RegExp(`^${V}(≥|>)${NAME}(≥|>)${V}`),
    read: ([high = '', u1 = '', a, b, low = '', u2 = '']) => ({
      low: end(low, b === '≥'),
      high: end(high, a === '≥'),
      unit: u1 || u2,
    }),
  },
  {
    pattern: new RegExp(
      `^(≥|>|大于或?等于|大于|高于或等于|高于|超过|不低于|不少于)${V}${MARK}[,、且并但]*${NAME}(≤|<|小于或?等于|小于|低于或等于|低于|不足|不超过|不高于|不到)${V}${MARK}`,
    ),
    read: ([a = '', low = '', u1 = '', m1 = '', b = '', high = '', u2 = '', m2 = '']) => ({
      low: end(low, said(m1) ?? /≥|等于|不低|不少/.test(a)),
      high: end(high, said(m2) ?? /≤|等于|不超|不高/.test(b)),
      unit: u1 || u2,
    }),
  },
  {
    pattern: new RegExp(
      `^(≤|<|小于或?等于|小于|低于或等于|低于)${V}${MARK}[,、且并但]*${NAME}(≥|>|大于或?等于|大于|高于或等于|高于|不低于|超过)${V}${MARK}`,
    ),
    read: ([a = '', high = '', u1 = '', m1 = '', b = '', low = '', u2 = '', m2 = '']) => ({
      low: end(low, said(m2) ?? /≥|等于/.test(b)),
      high: end(high, said(m1) ?? /≤|等于/.test(a)),
      unit: u1 || u2,
    }),
  },
  {
    pattern: new RegExp(
      `^${V}${MARK}(以上|及以上)?${MARK}[,、]?(?:${TIE}|但?(?:低于|不足|小于|不到))${V}${MARK}(以下|以内|之间)?${MARK}`,
    ),
    read: ([a = '', u1 = '', m0 = '', up = '', m1 = '', b = '', u2 = '', m2 = '', , m3 = '']) => {
      const turned = Number(a) > Number(b);
      const first = end(a, said(m0) ?? said(m1) ?? (up === '' ? null : true));
      const second = end(b, said(m2) ?? said(m3));
      return {
        low: turned ? second : first,
        high: turned ? first : second,
        unit: u2 || u1,
      };
    },
  },
  {
    pattern: new RegExp(`^(?:≥|${NOT_BELOW})${OF}${V}${MARK}(?:及?以上)?`),
    read: ([low = '', unit = '', mark = '']) => ({
      low: end(low, said(mark) ?? true),
      high: null,
      unit,
    }),
  },
  {
    pattern: new RegExp(`^(?:${NOT_ABOVE})${OF}${V}${MARK}(?:及?以下|以内|之内)?`),
    read: ([high = '', unit = '', mark = '']) => ({
      low: null,
      high: end(high, said(mark) ?? true),
      unit,
    }),
  },
  {
    pattern: new RegExp(`^(?:${ABOVE})${OF}${NOT_WITHIN}${V}${ALONE}${MARK}(?:以上)?`),
    read: ([low = '', unit = '', mark = '']) => ({
      low: end(low, said(mark) ?? false),
      high: null,
      unit,
    }),
  },
  {
    pattern: new RegExp(`^(?:${BELOW})${OF}${V}${ALONE}${MARK}(?:以下)?`),
    read: ([high = '', unit = '', mark = '']) => ({
      low: null,
      high: end(high, said(mark) ?? false),
      unit,
    }),
  },
  {
    pattern: new RegExp(`^${V}${MARK}(?:及|\\(含\\)|含)?以上${MARK}`),
    read: ([low = '', unit = '', m1 = '', m2 = '']) => ({
      low: end(low, said(m1) ?? said(m2) ?? true),
      high: null,
      unit,
    }),
  },
  {
    pattern: new RegExp(`^${V}${MARK}(及|\\(含\\)|含)?(以下|以内|之内|内)${MARK}`),
    read: ([high = '', unit = '', m1 = '', and = '', word = '', m2 = '']) => ({
      low: null,
      high: end(high, said(m1) ?? said(m2) ?? (and === '' && word === '以下' ? null : true)),
      unit,
    }),
  },
  {
    pattern: new RegExp(`^=?${V}`),
    read: ([value = '', unit = '']) => ({
      low: end(value, true),
      high: end(value, true),
      unit,
      bare: true,
    }),
  },
];

const STARTS = /[[(\d≥≤<>=\-大小高低超不达至少控未没多]/;
/** 第15名, 2023年, 5分 and the like are no bounds of a tier. */
const NO_BOUND = /^第/;

/** Every interval a text speaks of, from left to right. */
export const intervalsIn = remembering(500, (text: string): readonly Interval[] => {
  const found: Interval[] = [];
  let at = 0;
  while (at < text.length) {
    const interval = intervalAt(text, at);
    if (interval) {
      found.push(interval);
      at = interval.to;
    } else at += 1;
  }
  return found;
});

function intervalAt(text: string, from: number): Interval | null {
  if (!STARTS.test(text.charAt(from))) return null;
  const before = text.charAt(from - 1);
  // PM2.5 is a name.
  if (/[\d.A-Za-z]/.test(before) || NO_BOUND.test(before)) return null;
  if (text.charAt(from) === '-' && /[\d%)]/.test(before)) return null;
  const rest = text.slice(from, from + 60);
  for (const { pattern, read } of FORMS) {
    const match = pattern.exec(rest);
    if (!match) continue;
    const reading = read(match.slice(1).map((group: string | undefined) => group ?? ''));
    if (reading.unit === '分' && reading.bare) return null;
    return { bare: false, ...reading, from, to: from + match[0].length };
  }
  return null;
}

/** Whether a figure lies in an interval; null where it meets an end of which the text says nothing. */
export function holds(
  { low, high }: Pick<Interval, 'low' | 'high'>,
  value: number,
): boolean | null {
  const atLow = low === null ? 1 : compare(value, low.value);
  const atHigh = high === null ? -1 : compare(value, high.value);
  if (atLow < 0 || atHigh > 0) return false;
  if (low !== null && atLow === 0 && low.closed !== true) return low.closed;
  if (high !== null && atHigh === 0 && high.closed !== true) return high.closed;
  return true;
}
