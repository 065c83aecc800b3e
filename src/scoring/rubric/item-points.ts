import type { Item } from './items';
import { one, type Span } from './steps';

/** The points of a rule in a row of so many, given or taken. */
export const pointsOf = ({ points }: Item, weight: number): Span =>
  points === 'full' ? one(weight) : points;

/** It gives nothing: 不得分. */
export const isZero = ({ kind, points }: Item): boolean =>
  kind === 'award' && points !== 'full' && points[1] === 0;

/** What an award of its own gives at most; 0 for any other rule. */
export const ownPoints = ({ kind, per, bonus, points }: Item): number =>
  kind === 'award' && !per && !bonus && points !== 'full' ? points[1] : 0;
