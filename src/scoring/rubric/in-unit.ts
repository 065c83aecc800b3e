import { multiply, quotient } from '../../quantity/exact';
import { conversion, measureOf } from '../../quantity/units';
import type { Told } from './figures-told';

export const sameUnit = (a: string, b: string): boolean => plain(a) === plain(b);

const plain = (unit: string): string =>
  unit
    .replace(/^个/, '')
    .replace(/^日$/, '天')
    .replace(/^[名位]$/, '人')
    .replace(/^场次$/, '场');

const MEASURED = new Set(['money', 'length', 'mass', 'area', 'volume', 'time', 'months']);
const counted = (unit: string): string => plain(unit.replace(/^[千万亿]/, ''));

/** Whether amounts of two units are one kind: 万亩 and 亩, 元 and 万元; 人 and 个 are not. */
function convertible(from: string, to: string): boolean {
  const [a, b] = [measureOf(from).measure, measureOf(to).measure];
  return MEASURED.has(a) ? a === b : counted(from) !== '' && counted(from) === counted(to);
}

/** A value of one unit in another, exact to nine places; null where they measure different things. */
export function inUnit(value: number, from: string, to: string): number | null {
  if (sameUnit(from, to)) return value;
  const [own, asked] = [from.replace(/^个/, ''), to.replace(/^个/, '')];
  // 5个工作日 may well be 7天.
  if (own.includes('工作日') || asked.includes('工作日')) return null;
  if (own === '' || asked === '' || !convertible(own, asked)) return null;
  const factor = conversion(own, asked);
  return factor && quotient([multiply(value, factor.numerator)], [factor.denominator], 9);
}

/** The figures of a row that are amounts in a unit, in that unit; open ones (≥95) are none. */
export const amountsIn = (figures: readonly Told[], unit: string): Told[] =>
  figures.flatMap((told) => {
    const value = told.open ? null : inUnit(told.value, told.unit, unit);
    return value === null ? [] : [{ ...told, value }];
  });

/** A figure as the row writes it. */
export const saidOf = ({ label, value, unit, said }: Told): string =>
  said ?? `${label}${value}${unit}`;
