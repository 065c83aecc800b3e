import { readChineseNumber } from '../../../quantity/chinese-number';
import type { Figure } from '../facts/figure';
import { comparable, type Sum } from './sum';

/** Totals of the parts of a year, of several years, and of what was there at the beginning with what came. */
export const ofPeriods = (amounts: readonly Figure[]): readonly Sum[] =>
  amounts.flatMap((total, index): readonly Sum[] => {
    if (total.rough) return [];
    const before = amounts.slice(0, index);
    const found = ofYear(total, before) ?? ofYears(total, before) ?? ofAll(total, before);
    const parts = found?.parts ?? [];
    const alike = parts.every(
      (part) =>
        part.segment === total.segment && part.depth === total.depth && comparable(total, part),
    );
    return found && alike && parts.length > 1 ? [found] : [];
  });

/** The parts of a year, all of it. */
const YEARS: readonly (readonly RegExp[])[] = [
  [/上半年|1月?[-—–~～至到]+6月/, /下半年|7月?[-—–~～至到]+12月/],
  [/[第一]?一季度/, /二季度/, /三季度/, /四季度/],
];
const QUARTERS = 4;
const WHOM = /^[人户家]$/;
const STAGE_OF_MONEY = /预算|下达|到位|安排|收入|拨付|支出|支付|完成|执行/g;

/**
 * 上半年完成投资417万元，下半年596万元，全年完成投资1013万元: of all of the year the same as was told of its parts,
 * each by itself; other than whom it reached, who may be the same.
 */
function ofYear(total: Figure, before: readonly Figure[]): Sum | null {
  const { label, unit } = total;
  if (!label.includes('全年') || WHOM.test(unit)) return null;
  const periods = YEARS.find((parts) =>
    parts.every((part, at) => part.test(before.at(at - parts.length)?.lead ?? '')),
  );
  // 一至四季度分别支出32万元、58.5万元、61.3万元和74.2万元
  const isListed = /(?:一[至到—–-]四|四个)季度分别/.test(before.at(-QUARTERS)?.label ?? '');
  const parts = isListed ? before.slice(-QUARTERS) : periods ? before.slice(-periods.length) : [];
  const [first] = parts;
  const isSame = (label.match(STAGE_OF_MONEY) ?? []).every((stage) => first?.lead.includes(stage));
  const isStand = parts.some(({ lead }) => /累计|[末底]/.test(lead));
  return first && isSame && !isStand ? { total, parts, listed: 'all' } : null;
}

const YEAR = /^(?:其中)?(20\d\d)年/;

/** 2021年完成35.6公里，2022年48.2公里，两年累计完成83.8公里: one year after another, as many as the total says. */
function ofYears(total: Figure, before: readonly Figure[]): Sum | null {
  const told = /([两二三四五六七八])年(?:来)?(?:共计?|累计|合计|总计)/.exec(total.label)?.[1];
  const count = told === '两' ? 2 : readChineseNumber(told ?? '');
  if (told === undefined || count === null || WHOM.test(total.unit)) return null;
  const parts = before.slice(-count);
  const years = parts.map(({ lead }) => Number(YEAR.exec(lead)?.[1]));
  const inTurn = years.every((year, at) => at === 0 || year - (years[at - 1] ?? 0) === 1);
  return parts.length === count && inTurn ? { total, parts, listed: 'all' } : null;
}

const AVAILABLE =
  /(?:可用|可支配|可使用)(?:资金|财力|预算)?(?:总额|总量|合计|共计?)?(?:为|共|达)?$/;

/**
 * 预拨资金3608万元，年终清算资金120万元，全年资金3728万元; 上年结转36.8万元，本年预算423.2万元，全年可用资金460万元: what
 * there is in all, of all that was told before it.
 */
function ofAll(total: Figure, before: readonly Figure[]): Sum | null {
  const noun = /(?:全年|两项|三项|四项|全部|总)([\u4e00-\u9fff]{2})$/.exec(total.label)?.[1];
  const isNamed = noun !== undefined && before.every(({ label }) => label.endsWith(noun));
  const isAvailable =
    AVAILABLE.test(total.label) &&
    before.some(({ label }) => /结转|结余/.test(label)) &&
    before.every(({ label }) => /结转|结余|预算|拨款|收入|安排|下达/.test(label));
  return isNamed || isAvailable ? { total, parts: before, listed: 'some' } : null;
}
