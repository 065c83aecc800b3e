import { bearsFault, withSigns } from './agreement';
import type { Reading } from './reading';
import { commonPairs } from './rivals';
import type { RowFacts } from './row-facts';
import type { ReadStandard } from './standard';

const WHY = /^(?:因|由于|受|主要)|原因|整改|说明|建议/;

/**
 * Whether a row tells of a fault that its reading did not hear: 支付率92%, 存在违规1笔 read by its rate
 * alone. What is bad in it (违规) or denied of what a rule asks (到位不及时) may cost points, so that a
 * person must judge. Reasons, and what the rule itself speaks of (投诉 of 投诉率), say nothing against it.
 */
export function leavesFaultUnheard(
  { fact, rule }: Reading,
  { fragments, name, text: whole }: RowFacts,
  { items }: ReadStandard,
): boolean {
  if (fragments.length < 2 || items.length < 2) return false;
  const others = items.filter(({ text }) => !rule.includes(text));
  return fragments.some(({ text, told }) => {
    // A rate made of the row's amounts heard them all.
    const heard =
      fact.includes(text) ||
      (told.length > 0 && !whole.includes(fact)) ||
      told.some(({ label, value, unit }) => fact.includes(`${label}${value}${unit}`));
    if (heard || WHY.test(text)) return false;
    if (bearsFault(text)) return commonPairs(text, name + rule) === 0;
    const denies = /¬/.test(withSigns(text)) && !/^¬/.test(withSigns(text));
    return denies && others.some(({ condition }) => commonPairs(text, condition) > 0);
  });
}
