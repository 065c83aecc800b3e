import type { Profile } from '../model/profile';

const HUNDRED = 100;
/** Digits that a hundredth takes: two decimals of points are four of a fraction. */
const DIGITS = 2;

/**
 * The profile for a form whose weights add up to 1: points of a hundred as fractions of one, all else
 * the same (house rule: a form is scored in the points that it counts in).
 */
export function inFractions(profile: Profile): Profile {
  const { levelWeights, weightDecimals, tolerance, rounding, overAchieved, execution } = profile;
  const { deduct } = overAchieved;
  const { steps, totalCaps, weight } = execution;
  return {
    ...profile,
    tableTotal: profile.tableTotal / HUNDRED,
    weightDecimals: weightDecimals === null ? null : weightDecimals + DIGITS,
    levelWeights:
      levelWeights &&
      Object.fromEntries(
        Object.entries(levelWeights).map(([level, weight]) => [level, weight / HUNDRED]),
      ),
    overAchieved: {
      ...overAchieved,
      deduct: deduct && { ...deduct, points: deduct.points / HUNDRED },
    },
    execution: {
      ...execution,
      weight: weight === null ? null : weight / HUNDRED,
      totalCaps: totalCaps && totalCaps.map(({ below, most }) => ({ below, most: most / HUNDRED })),
      steps: steps && { ...steps, lossPerPoint: steps.lossPerPoint / HUNDRED },
    },
    tolerance: {
      silent: tolerance.silent / HUNDRED,
      info: tolerance.info / HUNDRED,
      error: tolerance.error / HUNDRED,
    },
    rounding: { ...rounding, score: rounding.score + DIGITS },
  };
}
