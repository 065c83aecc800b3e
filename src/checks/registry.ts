import type { Check } from './check';
import { actualIsBound } from './actual-is-bound/check';
import { actualMissing } from './actual-missing/check';
import { allFull } from './all-full/check';
import { budgetAdjusted } from './budget-adjusted/check';
import { classMismatch } from './class-mismatch/check';
import { columnMissing } from './column-missing/check';
import { copiedActual } from './copied-actual/check';
import { deadlineMissed } from './deadline-missed/check';
import { duplicateIndicator } from './duplicate-indicator/check';
import { executionRate } from './execution-rate/check';
import { executionScore } from './execution-score/check';
import { executionUnexplained } from './execution-unexplained/check';
import { formulaError } from './formula-error/check';
import { fundsSum } from './funds-sum/check';
import { goalNotStated } from './goal-not-stated/check';
import { gradeBand } from './grade-band/check';
import { heavyIndicator } from './heavy-indicator/check';
import { kindMismatch } from './kind-mismatch/check';
import { levelSplit } from './level-split/check';
import { levelWeight } from './level-weight/check';
import { metNotFull } from './met-not-full/check';
import { numberAsText } from './number-as-text/check';
import { overAchieved } from './over-achieved/check';
import { overspent } from './overspent/check';
import { partRowScored } from './part-row-scored/check';
import { qualitativeBand } from './qualitative-band/check';
import { reasonMissing } from './reason-missing/check';
import { scoreMissing } from './score-missing/check';
import { scoreNotComputed } from './score-not-computed/check';
import { scoreOverWeight } from './score-over-weight/check';
import { scoreRateGap } from './score-rate-gap/check';
import { scoreTotal } from './score-total/check';
import { signConflict } from './sign-conflict/check';
import { targetMissing } from './target-missing/check';
import { templateText } from './template-text/check';
import { unitMismatch } from './unit-mismatch/check';
import { unmetFullScore } from './unmet-full-score/check';
import { weightInvalid } from './weight-invalid/check';
import { weightTotal } from './weight-total/check';
import { zeroTarget } from './zero-target/check';

/** Every check, in the order of the contract; codes count up inside each group. */
export const CHECKS: readonly Check[] = [
  columnMissing,
  actualMissing,
  scoreMissing,
  targetMissing,
  weightInvalid,
  templateText,
  goalNotStated,
  numberAsText,
  formulaError,
  duplicateIndicator,
  weightTotal,
  levelWeight,
  scoreTotal,
  scoreOverWeight,
  gradeBand,
  levelSplit,
  executionRate,
  executionScore,
  fundsSum,
  overspent,
  executionUnexplained,
  budgetAdjusted,
  partRowScored,
  unmetFullScore,
  scoreNotComputed,
  metNotFull,
  reasonMissing,
  overAchieved,
  qualitativeBand,
  actualIsBound,
  copiedActual,
  kindMismatch,
  unitMismatch,
  zeroTarget,
  deadlineMissed,
  signConflict,
  classMismatch,
  heavyIndicator,
  scoreRateGap,
  allFull,
];
