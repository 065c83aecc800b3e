import { comparisonHolds } from './comparison';
import { holds, intervalsIn } from './interval';
import { pairTold, rateOfPair, type RowFacts } from './row-facts';
import type { Told } from './figures-told';
import { amountsIn } from './in-unit';
import { timesAYear } from './often';
import { multiply } from '../../quantity/exact';

const PERIOD = /每(半年|年|季度?|月|旬|周|天|日)/;

/** Whether an interval of a condition holds for the figure of a row in the same unit; null where it cannot be told. */
export function boundHolds(
  condition: string,
  facts: RowFacts,
): { readonly held: boolean; readonly fact: string } | null {
  const zero = /(?:为|是)0(?!\.?\d)/.exec(condition);
  const [only] = facts.figures;
  if (zero && facts.figures.length === 1 && only && !only.open && /^(?:%|)$/.test(only.unit)) {
    return { held: only.value === 0, fact: `${only.label}${only.value}${only.unit}` };
  }
  const bounds = intervalsIn(condition)
    .filter(({ unit, bare, low, high }) =>
      unit === '' ? !bare && (low ?? high)?.value === 0 : !(bare && unit === '年'),
    )
    // 节约率≥0: a bound of 0 needs no unit.
    .map((bound) => (bound.unit === '' && only ? { ...bound, unit: only.unit } : bound));
  const [bound] = bounds;
  if (bounds.length === 0) return comparisonHolds(condition, facts);
  if (!bound || bounds.length !== 1) return null;
  const amounts = amountsIn(facts.figures, bound.unit);
  // 目标90%, 实际55%: the rule is held against what was done.
  const done = amounts.filter(({ label }) => !/^目标值?$/.test(label));
  const told = amounts.length === 2 ? done : amounts;
  const [figure] = told;
  if (told.length !== 1 || !figure) return null;
  const asked = bound.bare ? { ...bound, high: null } : bound;
  // 每季度召开1次 beside 每月召开1次.
  const period = PERIOD.exec(figure.label)?.[1];
  if (period !== undefined && period !== PERIOD.exec(condition)?.[1]) return null;
  const often = timesAYear(condition.slice(0, bound.from));
  if (often !== 1 && !/每/.test(figure.label)) {
    if (often === null || bound.unit === '%') return null;
    const due = multiply(often, asked.low?.value ?? asked.high?.value ?? 0);
    const held = asked.low ? figure.value >= due : figure.value <= due;
    return { held, fact: `${figure.label}${figure.value}${figure.unit}` };
  }
  const held = holds(asked, figure.value);
  return held === null ? null : { held, fact: `${figure.label}${figure.value}${figure.unit}` };
}

/** 低于80%不得分, 回收率达80%以上: whether the share that the row's pair makes keeps the bound. */
export function shareHolds(condition: string, facts: RowFacts): ReturnType<typeof boundHolds> {
  if (facts.figures.some(({ unit }) => unit === '%')) return null;
  const name = /[\u4e00-\u9fff]{2,}[率度]/.exec(condition)?.[0] ?? facts.name;
  const pair = pairTold({ ...facts, name });
  const value = pair && rateOfPair(pair, facts.name);
  if (!pair || value === null || !intervalsIn(condition).every(({ unit }) => unit === '%'))
    return null;
  const rate: Told = { ...pair.done, value, unit: '%', label: '', after: '' };
  const held = boundHolds(condition, { ...facts, figures: [rate] });
  return held && { ...held, fact: facts.text };
}
