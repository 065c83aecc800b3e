import { subtract } from '../../quantity/exact';
import type { Interval } from './interval';
import type { Item } from './items';
import type { Per } from './per-unit';
import { type Span, stepPoints } from './steps';

/** What a rule by steps takes off, and the distance it was counted from. */
export interface Loss {
  readonly span: Span;
  readonly fact: string;
  /** In the unit of the step; null where only things were counted. */
  readonly distance: number | null;
  /** The side on which a share lies of the bound it was counted from; null where the fact tells it. */
  readonly side: 'over' | 'under' | null;
}

export const sideOf = ({ side }: Per): Loss['side'] =>
  side === 'over' || side === 'under' ? side : null;

/** So many steps from a bound. */
export const loss = (
  item: Item,
  per: Per,
  distance: number,
  points: number,
  fact: string,
): Loss => ({
  span: stepPoints(distance, per.amount, points, item.rounding),
  fact,
  distance: Math.max(0, distance),
  side: null,
});

/** How far a figure lies beyond a bound, on the side that costs points. */
export function distanceFrom(anchor: number, value: number, side: Per['side']): number {
  const distance = subtract(value, anchor);
  if (side === 'apart') return Math.abs(distance);
  return side === 'under' ? -distance : distance;
}

const WHAT_WAS_DUE = '(?:预算|计划|概算|目标|标准|定额|编制|规定|编|限额|核定|年初|控制数?)*';
/** 超预算 right before a figure: the figure is the excess. */
export const LABELLED_OVER = new RegExp(
  `(?:超|高|多|增加|增长|提高|上升|上涨|突破)[过出于支了]{0,2}${WHAT_WAS_DUE}$`,
);
export const LABELLED_UNDER = new RegExp(
  `(?:低|少|差|不足|短|减少|降低|下降|压减|压缩|缺口?|欠)[于了]?${WHAT_WAS_DUE}$`,
);

/** The end of an interval from which steps on a side are counted. */
export function boundFor({ low, high }: Interval, side: Per['side']): number | null {
  if (side === 'under') return low?.value ?? high?.value ?? null;
  return high?.value ?? low?.value ?? null;
}
