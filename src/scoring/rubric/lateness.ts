import { quotient, subtract } from '../../quantity/exact';
import { readDate } from '../../quantity/read-date';
import { sharedPairs, withSigns } from './agreement';
import type { Fragment } from './figures-told';
import { intervalsIn } from './interval';
import type { Item } from './items';
import type { RowFacts } from './row-facts';
import type { ReadStandard } from './standard';

/** A date as words tell it; `rough`: no one day (8月底, 8月). */
interface Dated {
  readonly from: string;
  readonly to: string;
  readonly nextYear: boolean;
  readonly rough: boolean;
  readonly wholeMonth: boolean;
}

/** How late something was; null where it cannot be told so finely. */
export interface Lateness {
  readonly days: number | null;
  /** Between two whole numbers where a part of a month is left over. */
  readonly months: number | null;
}

const DATE =
  /(次年|翌年|第二年)?(?:(?:19|20)\d\d[年./-])?(?<![\d.])\d{1,2}(?:月(?:\d{1,2}[日号]|[底末])?|[./-]\d{1,2}(?![\d.%]))/g;
const DUE = /计划|应|要求|规定|合同|目标|原定|截止|约定|批复|时限/;
/** Of what is not done yet, or only begun, no date of doing is told. */
const NOT_YET = /预计|预期|拟|力争|争取|开工|启动|开始|动工|招标|立项|召开|调整|变更|暂停|停工/;
/** A date of these is no deadline, though it stands behind 合同 or 计划. */
const BEGINS = /签订|签约|中标|收文|批复|印发|下发/;
/** What was due by a date and done on one; of two wordings the same must be meant. */
const ENDS: readonly RegExp[] = [
  /完工|竣工|完成/,
  /验收/,
  /报送|上报|提交/,
  /公开|公示/,
  /到位|拨付|支付|下达/,
  /交付|投用|使用/,
];
const endsIn = (text: string): readonly number[] =>
  ENDS.flatMap((pattern, at) => (pattern.test(text) ? [at] : []));

/** 目标6月30日 and 7月10日通过验收: whether that was due then is not told. */
const isSameEnd = (due: string, done: string): boolean => {
  const [asked, did] = [endsIn(due), endsIn(done)];
  return asked.length === 0
    ? did.length === 0 || did.includes(0)
    : asked.some((at) => did.includes(at));
};
const BY_TIME =
  /按期|按时|及时|如期|逾期|延期|延迟|延误|滞后|推迟|超期|超时|晚于|(?:日|月|底|末)(?:之|以)?前|工期|时限/;
const IN_TIME = /按期|按时|及时|如期/;
const SAYS_HOW_LATE =
  /(?:滞后|延迟|延期|延误|逾期|推迟|超期|超时|晚|提前)(?![^,;。\d]{0,2}[至到](?:次年|翌年)?\d+[年月])[^,;。]{0,4}\d|\d[^,;。]{0,4}(?:滞后|延迟|延期|延误|逾期)/;

function datesIn(text: string): Dated[] {
  return Array.from(text.matchAll(DATE), ([whole, next]): Dated | null => {
    const date = readDate(whole.replace(next ?? '', ''))?.date;
    const wholeMonth = date !== undefined && date.from !== date.to;
    return date
      ? {
          ...date,
          nextYear: next !== undefined,
          rough: wholeMonth || /[底末]$/.test(whole),
          wholeMonth,
        }
      : null;
  }).filter((date) => date !== null);
}

const YEARLESS = 2023;
const yearOf = (day: string): number | null =>
  day.startsWith('-') ? null : Number(day.slice(0, 4));
const utc = (day: string, year: number): number =>
  Date.UTC(year, Number(day.slice(-5, -3)) - 1, Number(day.slice(-2)));
const DAY = 86_400_000;
const isMonthEnd = (time: number): boolean => new Date(time + DAY).getUTCDate() === 1;

/** Whole months from one day to another, and a half where days are left over. */
function monthsBetween(due: number, done: number): number {
  const [a, b] = [new Date(due), new Date(done)];
  const whole = (b.getUTCFullYear() - a.getUTCFullYear()) * 12 + b.getUTCMonth() - a.getUTCMonth();
  if (isMonthEnd(due) && isMonthEnd(done)) return whole;
  const over = b.getUTCDate() - (isMonthEnd(due) ? 31 : a.getUTCDate());
  return over === 0 ? whole : over > 0 ? whole + 0.5 : whole - 0.5;
}

/** How late a date is: `kept` on the day or before it, null where the two cannot be put in order. */
export function latenessOf(due: Dated, done: Dated): Lateness | 'kept' | null {
  const year = yearOf(due.to) ?? yearOf(done.to) ?? YEARLESS;
  const dueYear = yearOf(due.to) ?? year;
  const doneYear = (yearOf(done.to) ?? dueYear) + (done.nextYear ? 1 : 0);
  const end = utc(due.to, dueYear);
  const [from, to] = [utc(done.from, doneYear), utc(done.to, doneYear)];
  // 计划11月, 实际2月 may be the next year's.
  const isSure = yearOf(done.to) !== null && yearOf(due.to) !== null;
  if (!isSure && !done.nextYear && (end - to) / DAY > 180) return null;
  if (to <= end) return 'kept';
  if (from <= end) return null;
  const bothMonths = due.wholeMonth && done.wholeMonth;
  const days = due.rough || done.rough ? null : quotient([to - end], [DAY], 0);
  const months =
    done.wholeMonth && !bothMonths ? monthsBetween(end, to) - 0.5 : monthsBetween(end, to);
  return { days, months };
}

/** The time that steps or tiers of a standard are counted in; `''` where it counts none. */
function unitAsked(items: readonly Item[]): string {
  const step = items.find(({ per }) => per?.kind === 'time')?.per?.unit;
  const bound = items
    .flatMap(({ clause }) => intervalsIn(clause))
    .find(({ unit }) => TIME.test(unit));
  return (step ?? bound?.unit ?? '').replace(/^个/, '');
}

const TIME = /^(?:个?(?:工作日|月|季度|季)|天|日|周|年|小时|分钟)$/;

function inUnit({ days, months }: Lateness, unit: string): number | null {
  if (unit === '天' || unit === '日') return days;
  if (unit === '周') return days === null ? null : quotient([days], [7], 9);
  if (unit === '月') return months;
  if (unit === '季' || unit === '季度') return months === null ? null : quotient([months], [3], 9);
  return unit === '年' && months !== null ? quotient([months], [12], 9) : null;
}

interface Told {
  readonly late: ReturnType<typeof latenessOf>;
  readonly fragments: readonly Fragment[];
}

const TAKES = /工期|用时|时长|周期/;

/** 合同工期180天,实际工期172天: what it may and did take. */
function timesTold({ fragments, figures }: RowFacts): Told | null {
  const timed = fragments.filter(
    ({ told }) => told.length === 1 && TAKES.test(told[0]?.label ?? ''),
  );
  const [first, second, ...more] = timed;
  const [a, b] = [first?.told[0], second?.told[0]];
  if (!first || !second || !a || !b || more.length > 0 || figures.length > 2 || a.unit !== b.unit)
    return null;
  if (!DUE.test(a.label) || DUE.test(b.label) || a.open || b.open) return null;
  const over = subtract(b.value, a.value);
  const unit = a.unit.replace(/^个/, '');
  return {
    late:
      over <= 0
        ? 'kept'
        : unit === '天' || unit === '日'
          ? { days: over, months: null }
          : unit === '月'
            ? { days: null, months: over }
            : null,
    fragments: [first, second],
  };
}

/** What was due and done by the two dates of a row, else by its one and the one of the standard; null where other dates stand. */
function datesTold(facts: RowFacts, { text, items }: ReadStandard): Told | null {
  const dated = facts.fragments.flatMap((fragment) =>
    datesIn(fragment.text).map((date) => ({ date, fragment })),
  );
  const due = dated.filter(({ fragment }) => DUE.test(fragment.text));
  const done = dated.filter((one) => !due.includes(one));
  const [own, ...more] = done;
  if (!own || more.length > 0 || due.length > 1) return null;
  const said = own.fragment.text;
  if (NOT_YET.test(said) || withSigns(said).includes('¬')) return null;
  const [planned] = due;
  if (planned) {
    const asked = planned.fragment.text;
    // 合同签订3月1日,工期120天: another time is told than the two.
    const others = facts.fragments.filter(
      (one) => one !== own.fragment && one !== planned.fragment,
    );
    if (others.some((one) => one.told.some(({ unit }) => TIME.test(unit)))) return null;
    if (NOT_YET.test(asked) || BEGINS.test(asked) || BEGINS.test(said)) return null;
    if (!isSameEnd(asked, said)) return null;
    return {
      late: latenessOf(planned.date, own.date),
      fragments: [planned.fragment, own.fragment],
    };
  }
  const [deadline, ...others] = datesIn(text);
  const asked = items.map(({ clause }) => clause).find((clause) => datesIn(clause).length > 0);
  // 按期完成主体,配套工程次年1月完成: one thing in time and another late.
  const says = facts.fragments.some((one) => one !== own.fragment && IN_TIME.test(one.text));
  return deadline &&
    asked !== undefined &&
    others.length === 0 &&
    !says &&
    /(?:日|月|底|末|号)(?:之|以)?前/.test(asked) &&
    sharedPairs(said, asked + facts.name) > 0
    ? { late: latenessOf(deadline, own.date), fragments: [own.fragment] }
    : null;
}

/** 经批准延期至9月: whether what came later than planned was late then, a person judges. */
export const isDelayAllowed = ({ text }: RowFacts, standard: string): boolean =>
  BY_TIME.test(standard) &&
  !/批准|同意|批复|审批/.test(standard) &&
  /经[^,;。]{0,12}(?:批准|同意|批复|审批)[^,;。]{0,8}(?:延期|延长|延后|顺延|推迟|延至)|(?:延期|延长|延后|顺延|推迟)[^,;。]{0,8}(?:获批|经[^,;。]{0,8}(?:批准|同意))/.test(
    text,
  );

/**
 * 计划6月底完工,实际8月底完工 as 延期2个月, in the time that the standard counts in; dates that keep their
 * deadline as 按期完成. The facts as they are where the row says itself how late it was, where the
 * standard asks for nothing in time, or where the dates do not tell.
 */
export function withLateness(facts: RowFacts, read: ReadStandard): RowFacts {
  if (!/月|天|日|\d[./-]\d/.test(facts.text) || !BY_TIME.test(read.text)) return facts;
  if (SAYS_HOW_LATE.test(facts.text)) return facts;
  const told = datesTold(facts, read) ?? timesTold(facts);
  const late = told && told.late;
  if (!told || late === null) return facts;
  const fragment =
    late === 'kept'
      ? { text: /完工|竣工/.test(read.text) ? '按期完工' : '按期完成', told: [] }
      : lateFragment(late, read.items);
  if (!fragment) return facts;
  const fragments = facts.fragments.flatMap((one) =>
    one === told.fragments.at(-1) ? [fragment] : told.fragments.includes(one) ? [] : [one],
  );
  return {
    ...facts,
    fragments,
    text: fragments.map(({ text }) => text).join(','),
    figures: fragments.flatMap((one) => one.told),
  };
}

function lateFragment(late: Lateness, items: readonly Item[]): Fragment | null {
  const unit = unitAsked(items);
  if (unit === '') return { text: '逾期完成', told: [] };
  const value = inUnit(late, unit);
  if (value === null) return null;
  const told = { value, unit, label: '延期', after: '', other: null, divided: false, open: false };
  return { text: `延期${value}${unit}`, told: [told] };
}
