import { conversion } from '../../../quantity/units';
import type { Value, Wanted } from './named-places';

/** Units that a report may tell a measured row in: 5.4公里 of 5436米. */
const TOLD_IN = ['公里', '米', '吨', '公斤', '公顷', '亩', '平方公里', '平方米'];

/** The rows as they are in the form, and once more for each other unit of the same measure. */
export const inOtherUnits = (wanted: readonly Wanted[]): readonly Wanted[] => [
  ...wanted,
  ...wanted.flatMap((one) =>
    TOLD_IN.flatMap((unit): Wanted[] => {
      const actual = inUnit(one.actual, unit);
      return actual ? [{ ...one, actual, target: inUnit(one.target, unit) }] : [];
    }),
  ),
];

function inUnit(value: Value | null, unit: string): Value | null {
  if (!value || value.per !== null || value.unit === unit || !TOLD_IN.includes(value.unit))
    return null;
  const factor = conversion(value.unit, unit);
  return factor && { ...value, unit, value: (value.value * factor.numerator) / factor.denominator };
}
