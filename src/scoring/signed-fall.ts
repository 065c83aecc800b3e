import type { Indicator } from '../model/table';
import { normaliseText } from '../quantity/normalise';

const FALL = /(?:降低|下降|减少|压减|缩减)(?:率|比例|幅度|百分比)|[降减]幅/;

/** Under 降低率 ≥5% a result of -6% is a fall written with its sign: its size counts. */
export function withFall(indicator: Indicator): Indicator {
  const { name, target, actual } = indicator;
  const isSigned = (target.value ?? 0) > 0 && (actual.value ?? 0) < 0 && actual.kind === 'percent';
  if (!isSigned || !FALL.test(normaliseText(name))) return indicator;
  return { ...indicator, actual: { ...actual, value: Math.abs(actual.value ?? 0) } };
}
