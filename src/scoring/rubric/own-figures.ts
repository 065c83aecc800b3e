import { measureOf } from '../../quantity/units';
import type { Told } from './figures-told';
import type { RowFacts } from './row-facts';

/** A rule that asks how something went since: last year's figure is a fact of it. */
const SINCE =
  /上年|去年|上期|同期|同比|环比|增长|增幅|增速|增加|提高|提升|上升|下降|降低|减少|变动|变化|压减|压缩|节约|结转/;
const EARLIER = /(?<![较比同与])(?:上年|去年|上一年|上期)/;
const CHANGED = /同比|环比|[较比](?:上年|去年|上一年|上期|同期)/;

/** The rate that words name last, by the two signs before 率, 度 or 费. */
const NAMED = /([\u4e00-\u9fff]{2})(?:率|(?<![年季进])度|费)(?!.*[率费])/;
const RATES = /率|满意度|费/;
/** These name any share of what was due. */
const ANY_SHARE = /完成|执行|支付|支出|使用|实现|达标|实际|达成|拨付|控制|比|总/;

const EACH = /人均|户均|亩均|平均|单位成本|单价|元\//;
/** So often: no count of a year. */
const OFTEN = /每[月季周旬天日]/;
const TOTAL = /总(?:成本|额|投资|费用|支出|价)|合计|共计/;

/** 各开展1次, 每期120人: so much each, and nothing of all. */
const EACH_OF = /各[\u4e00-\u9fff]{0,2}$|每(?![年季月周天日旬半])[\u4e00-\u9fff]{1,2}$/;

/** So much each is no count of all of them, but where the rule speaks of each. */
const withOpenShares = (facts: RowFacts, about: string): RowFacts => {
  const marked = (told: Told): Told => {
    const each = told.unit === '%' ? undefined : EACH_OF.exec(told.label)?.[0];
    return each === undefined || about.includes(each.slice(0, 2)) ? told : { ...told, open: true };
  };
  const fragments = facts.fragments.map((one) => ({ ...one, told: one.told.map(marked) }));
  return { ...facts, fragments, figures: fragments.flatMap(({ told }) => told) };
};

/**
 * The facts without the figures that are about something else than the row's rule: last year's value
 * and growth where the rule asks for neither, the rate or fee of another name (问卷回收率 beside
 * 满意度), a total where it asks for so much each. What then tells nothing is left out.
 * @param about the name of the indicator and its 评分标准, plain
 */
export function ownFigures(all: RowFacts, about: string): RowFacts {
  const facts = withOpenShares(all, about);
  const fragments = facts.fragments
    .map((fragment) => ({
      ...fragment,
      told: isOfOtherMonth(fragment.text, about)
        ? []
        : fragment.told.filter((told) => !isForeign(told, about)),
      had: fragment.told.length,
    }))
    .filter(({ told, had }) => told.length > 0 || had === 0);
  const figures = fragments.flatMap(({ told }) => told);
  if (figures.length === facts.figures.length) return facts;
  return {
    ...facts,
    text: fragments.map(({ text }) => text).join(','),
    fragments: fragments.map(({ text, told }) => ({ text, told })),
    figures,
  };
}

const monthsIn = (text: string): string[] =>
  Array.from(text.matchAll(/(?<!\d)(\d{1,2})月(?=底|末)/g), ([, month = '']) => month);

/** 9月底执行进度71% beside a rule on the end of December. */
function isOfOtherMonth(text: string, about: string): boolean {
  const told = monthsIn(text);
  if (told.length === 0) return false;
  const asked = monthsIn(about);
  return asked.length > 0 && told.every((month) => !asked.includes(month));
}

function isForeign({ label, unit }: Told, about: string): boolean {
  if (!SINCE.test(about) && (EARLIER.test(label) || CHANGED.test(label))) return true;
  if (measureOf(unit).measure === 'money' && EACH.test(about) && !EACH.test(label))
    return TOTAL.test(label);
  if (/全年/.test(about) && OFTEN.test(label)) return true;
  const [, name = ''] = NAMED.exec(label) ?? [];
  if (name === '' || !RATES.test(about)) return false;
  return ANY_SHARE.test(name) ? isShareOfElse(label, name, about) : !about.includes(name);
}

const NEUTRAL = /[年度际终体计算金务标划评经致率到]$|^$/;

/** 投资完成率 beside 项目完成率: of what a rate is, where both say. */
function isShareOfElse(label: string, name: string, about: string): boolean {
  const [, own = ''] = new RegExp(`([\u4e00-\u9fff]{2})${name}率`).exec(label) ?? [];
  const asked = Array.from(
    about.matchAll(new RegExp(`([\u4e00-\u9fff]{2})${name}率`, 'g')),
    ([, of = '']) => of,
  );
  return !NEUTRAL.test(own) && !about.includes(own) && asked.some((of) => !NEUTRAL.test(of));
}
