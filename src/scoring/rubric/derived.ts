import { multiply, roundHalfUp } from '../../quantity/exact';
import { sharedPairs, withSigns } from './agreement';
import { evaluateExpression } from './expression';
import type { Told } from './figures-told';
import { DID, DUE, IDLE, isShort, type RowFacts } from './row-facts';
import { usualIndicator } from './usual-indicators';

export const namesIn = (formula: string): string[] =>
  [
    ...new Set(Array.from(formula.matchAll(/[A-Za-z\u4e00-\u9fff、_·]+/g), ([name]) => name)),
  ].filter((name) => name !== 'abs');

/** 计划新建20公里、改造10公里,实际新建20公里、改造5公里: two things, each with what was due and done. */
const isListTwice = ({ figures }: RowFacts): boolean => {
  const labels = figures.map(({ label, unit }) => label + unit);
  return figures.length > 3 && labels.some((label, at) => labels.indexOf(label) < at);
};

const MOST_FIGURES = 8;
const MOST_NAMES = 5;

/** Every way to give each name a figure that shares words with it, no figure twice, with the words shared in all. */
function matchings(
  likeness: readonly (readonly number[])[],
  taken: readonly number[] = [],
): readonly { readonly indices: readonly number[]; readonly shared: number }[] {
  const row = likeness[taken.length];
  if (!row) return [{ indices: taken, shared: 0 }];
  return row.flatMap((own, index) =>
    own === 0 || taken.includes(index)
      ? []
      : matchings(likeness, [...taken, index]).map(({ indices, shared }) => ({
          indices,
          shared: shared + own,
        })),
  );
}

const CHANGE = /调整|追加|调剂/;
/** By how much a budget was changed, and not 调整后预算, to what. */
const CHANGED_BY =
  /(?:调整|调剂|(?:追加|调增|调减|增加|减少)(?:预算)?)(?:数|额|金额|资金|总额|合计|共|了|为|[是:])*$/;

/** 应到位 is none of 实际到位, nor the other way round. */
const likenessOf = (name: string, { label, after }: Told): number =>
  (CHANGE.test(name) && !CHANGED_BY.test(label)) ||
  (IDLE.test(label) && !IDLE.test(name)) ||
  // 12人不合格 is none of 合格人数.
  (/^(?:尚|仍|还)?[未没不无]/.test(after) && !withSigns(name).includes('¬')) ||
  (isShort(label, name) && !isShort(name, name)) ||
  (DUE.test(name) && DID.test(label) && !DUE.test(label)) ||
  (DID.test(name) && DUE.test(label) && !DID.test(label))
    ? 0
    : sharedPairs(label + after.slice(0, 4), name);

const REPLANNED = /(?:调整|变更|修订|调减|调增)(?:为|到|至|后)/;

/**
 * Every name with a figure whose label shares its words, one for one: of all ways the one that shares
 * most; null where two share as much or a name is left without.
 */
export function byLabels(
  names: readonly string[],
  facts: RowFacts,
): ReadonlyMap<string, number> | null {
  const { figures } = facts;
  if (isListTwice(facts) || figures.length > MOST_FIGURES || names.length > MOST_NAMES) return null;
  const likeness = names.map((name) => figures.map((figure) => likenessOf(name, figure)));
  const [best, next] = [...matchings(likeness)].sort((a, b) => b.shared - a.shared);
  if (!best || best.shared === next?.shared) return null;
  const own = best.indices.flatMap((index) => figures[index] ?? []);
  // 年初计划100户,年中调整为95户: of which plan is not said.
  const [first] = own;
  if (
    figures.some(
      (one) => !own.includes(one) && one.unit === first?.unit && REPLANNED.test(one.label),
    )
  )
    return null;
  const shares = own.filter(({ unit }) => unit === '%').length;
  if (own.some(({ open }) => open) || (shares > 0 && shares < own.length)) return null;
  return new Map(
    names.map((name, index) => {
      const { unit = '', value = 0 } = own[index] ?? {};
      return [name, unit === '%' ? multiply(value, 0.01) : value];
    }),
  );
}

/** 重点工作完成率95% is the rate itself, whatever other rate stands beside it. */
export const tellsRate = ({ figures }: RowFacts, names: readonly string[]): boolean =>
  figures.some(({ label, unit }) => unit === '%' && names.some((name) => label.includes(name)));

/**
 * The facts with the rate that the standard, else the usual formula of the indicator, makes of the
 * amounts in the row: 实际支出数51万元,预算安排数50万元 is 102%. As they are where a rate is told, or the
 * amounts cannot all be told apart.
 */
export function withDerivedRate(
  facts: RowFacts,
  definitions: ReadonlyMap<string, string>,
): RowFacts {
  // One share is the rate itself; two may be what it is made of: 既定支付进度80%,实际支付进度72%.
  if (facts.figures.length < 2 || facts.figures.filter(({ unit }) => unit === '%').length === 1)
    return facts;
  if (tellsRate(facts, [...definitions.keys()])) return facts;
  const own = definitions.size === 1 ? [...definitions] : [];
  const usual = usualIndicator(facts.name);
  const formulas = definitions.size > 0 ? own : usual ? [[usual.name, usual.formula] as const] : [];
  for (const [name, formula] of formulas) {
    const plain = formula.replace(/×100%?$/, '');
    const amounts = byLabels(namesIn(plain), facts);
    const rate = amounts && evaluateExpression(plain, (asked) => amounts.get(asked) ?? null);
    if (rate === null || !Number.isFinite(rate)) continue;
    const value = roundHalfUp(multiply(rate, 100), 6);
    const told = {
      value,
      unit: '%',
      label: name,
      after: '',
      other: null,
      divided: true,
      open: false,
    };
    return { ...facts, figures: [told], fragments: [{ text: `${name}${value}%`, told: [told] }] };
  }
  return facts;
}
