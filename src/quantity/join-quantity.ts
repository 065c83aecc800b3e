import { isBlank } from '../model/blank';
import type { Quantity } from '../model/quantity';
import { normaliseText } from './normalise';
import type { SingleComparison } from './operator-words';
import { takeOperatorBefore } from './operator-words';
import { plainUnit } from './units';

/** The comparison a sign column states (≥, ＝, 大于等于 …); null for wording such as 正向. */
export function readSign(text: string | null): SingleComparison | null {
  const taken = text === null ? null : takeOperatorBefore(normaliseText(text));
  return taken?.rest === '' ? taken.op : null;
}

/** 正向 or 反向 (逆向, 负向) as a form's own words say it; null for anything else. */
export function readDirection(text: string | null): 'positive' | 'reverse' | null {
  if (text === null) return null;
  const plain = normaliseText(text);
  if (plain.startsWith('正向') || plain === '正') return 'positive';
  return /^(?:反向|逆向|负向)/.test(plain) || plain === '反' ? 'reverse' : null;
}

/** 投诉件数（反向指标）: the direction that a name says of itself in brackets. */
export function directionInName(name: string): 'positive' | 'reverse' | null {
  const [, said = null] = /\(((?:正|反|逆|负)向)(?:指标)?\)/.exec(normaliseText(name)) ?? [];
  return readDirection(said);
}

/**
 * Joins the sign and unit columns into what the value cell says. The cell's own sign and unit
 * stand before the columns'. Under a % unit a figure is counted in hundredths whatever its size
 * (0.9 with unit % is 0.9 %); only next to a target can a bare 0.95 show itself a fraction, which
 * `commensurable` decides by the text having no % of its own. A cell that already is a percentage
 * stays as it is. 定性 in the sign column makes the figure wording. With a sign the text becomes
 * sign + cell + unit, without one it stays the cell's.
 */
export function joinQuantity(
  sign: string | null,
  quantity: Quantity,
  unit: string | null,
): Quantity {
  if (quantity.kind === 'none' || (sign === null && unit === null)) return quantity;
  const signText = sign === null ? '' : normaliseText(sign);
  if (signText.startsWith('定性')) {
    return { ...quantity, kind: 'qualitative', op: null, value: null, upper: null, unit: null };
  }
  const withUnit = joinUnit(quantity, unit === null ? '' : plainUnit(normaliseText(unit)));
  const op = readSign(signText);
  if (op === null || withUnit.kind === 'qualitative' || withUnit.kind === 'range') return withUnit;
  const own = takeOperatorBefore(normaliseText(quantity.text));
  // A bare 0 was read as "= 0" only for want of a sign.
  if (own || (quantity.op !== null && quantity.value !== 0)) return withUnit;
  const added = quantity.unit === null && withUnit.unit !== null ? withUnit.unit : '';
  return { ...withUnit, op, text: signText + quantity.text + added };
}

function joinUnit(quantity: Quantity, unit: string): Quantity {
  if (quantity.value === null || quantity.unit !== null || isBlank(unit) || unit === '无')
    return quantity;
  if (unit !== '%') return { ...quantity, unit };
  return { ...quantity, kind: quantity.kind === 'range' ? 'range' : 'percent', unit: '%' };
}
