import { holds, intervalsIn } from './interval';
import type { RowFacts } from './row-facts';
import { sameUnit } from './score-tiers';

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
  const bounds = intervalsIn(condition).filter(
    ({ unit, bare }) => unit !== '' && !(bare && unit === '年'),
  );
  const [bound] = bounds;
  if (!bound || bounds.length !== 1) return null;
  const told = facts.figures.filter(({ unit, open }) => sameUnit(unit, bound.unit) && !open);
  const [figure] = told;
  if (told.length !== 1 || !figure) return null;
  const asked = bound.bare ? { ...bound, high: null } : bound;
  const held = holds(asked, figure.value);
  return held === null ? null : { held, fact: `${figure.label}${figure.value}${figure.unit}` };
}
