import type { Quantity } from '../../model/quantity';
import type { Check } from '../check';
import { TARGET_ONLY } from '../check';
import { findingOf } from '../finding-of';
import { packed } from '../wording';

const FEWEST = 3;

/**
 * One finding at the header. A 100% (or a 0) done exactly is no copy by itself: at least one row
 * must repeat a sign or another figure.
 */
export const copiedActual: Check = {
  id: 'copied-actual',
  code: 'JX408',
  severity: 'warning',
  basis: 'check.copied-actual.basis',
  kinds: TARGET_ONLY,
  scope: 'block',
  find(context) {
    const { table } = context;
    const head = table.columns.actual?.header;
    if (!head) return [];
    let count = 0;
    let telling = false;
    for (const { target, actual, parent } of table.indicators) {
      if (parent !== null || !isFigure(target) || actual.kind === 'none') continue;
      if (target.text !== actual.text && packed(target.text) !== packed(actual.text)) return [];
      count++;
      if (!isCap(target)) telling = true;
    }
    if (count < FEWEST || !telling) return [];
    return [findingOf(copiedActual, context, head, { data: { count }, found: count })];
  },
};

function isFigure({ kind }: Quantity): boolean {
  return kind === 'number' || kind === 'percent' || kind === 'range';
}

/** A target that can be reached, not passed: 100% or 0 without a sign. */
function isCap({ op, value, kind }: Quantity): boolean {
  if (op !== null && op !== '=') return false;
  return value === 0 || (kind === 'percent' && value === 100);
}
