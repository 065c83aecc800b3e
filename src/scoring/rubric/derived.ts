import { multiply, roundHalfUp } from '../../quantity/exact';
import { sharedPairs } from './agreement';
import { evaluateExpression } from './expression';
import type { RowFacts } from './row-facts';
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

/** Every name matched with a figure whose label shares its words, one for one; null else. */
export function byLabels(
  names: readonly string[],
  facts: RowFacts,
): ReadonlyMap<string, number> | null {
  if (isListTwice(facts)) return null;
  const known = new Map<string, number>();
  const used = new Set<number>();
  for (const name of names) {
    const ranked = facts.figures
      .map((figure, index) => ({
        figure,
        index,
        shared: sharedPairs(figure.label + figure.after.slice(0, 4), name),
      }))
      .filter(({ index, shared }) => shared > 0 && !used.has(index))
      .sort((a, b) => b.shared - a.shared);
    const [best, next] = ranked;
    if (!best || best.figure.open || best.shared === next?.shared) return null;
    used.add(best.index);
    known.set(
      name,
      best.figure.unit === '%' ? multiply(best.figure.value, 0.01) : best.figure.value,
    );
  }
  const units = names.map((_, index) => facts.figures[Array.from(used)[index] ?? -1]?.unit ?? '');
  const shares = units.filter((unit) => unit === '%').length;
  return shares === 0 || shares === units.length ? known : null;
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
