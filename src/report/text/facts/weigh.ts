import type { FindingSeverity } from '../../../model/finding';
import { isSlip, type Suspect } from './slip';

/** What speaks for a finding over figures: how it was read, and what would have to be another. */
export interface Weighed {
  /** Its words bind all it reckons with to one another, right there. */
  readonly explicit: boolean;
  /** Each of what it reckons with that one wrong key could explain; empty where that is not looked at. */
  readonly suspects: readonly Suspect[];
}

const LEVELS = ['info', 'warning', 'error'] as const;

/**
 * An error is told where the reading is beyond doubt and what is wrong looks like a slip, a question
 * where neither is so: a writer is mostly one key off, a wrong reading of ours is off by anything.
 */
export const weigh = ({ explicit, suspects }: Weighed): FindingSeverity =>
  LEVELS[explicit ? (isSlip(suspects) ? 2 : 1) : isSlip(suspects) ? 1 : 0];

/** The milder of two. */
export const milder = (one: FindingSeverity, other: FindingSeverity): FindingSeverity =>
  LEVELS.indexOf(one) < LEVELS.indexOf(other) ? one : other;
