// Written by `npm run docs` from the folders of src/checks. Not to be edited by hand.
import type { CheckId } from '../model/check-id';
import type { Check } from './check';
import { actualIsBound } from './actual-is-bound/check';
import { actualMissing } from './actual-missing/check';
import { allFull } from './all-full/check';
import { budgetAdjusted } from './budget-adjusted/check';
import { classMismatch } from './class-mismatch/check';
import { columnMissing } from './column-missing/check';
import { copiedActual } from './copied-actual/check';
import { copiedBetweenProjects } from './copied-between-projects/check';
import { deadlineMissed } from './deadline-missed/check';
import { doubledIndicator } from './doubled-indicator/check';
import { duplicateIndicator } from './duplicate-indicator/check';
import { execCountedTwice } from './exec-counted-twice/check';
import { executionRate } from './execution-rate/check';
import { executionScore } from './execution-score/check';
import { executionUnexplained } from './execution-unexplained/check';
import { figureInWords } from './figure-in-words/check';
import { formBlank } from './form-blank/check';
import { formulaError } from './formula-error/check';
import { fundsSum } from './funds-sum/check';
import { goalAgainstRow } from './goal-against-row/check';
import { goalNotStated } from './goal-not-stated/check';
import { gradeBand } from './grade-band/check';
import { headMissing } from './head-missing/check';
import { heavyIndicator } from './heavy-indicator/check';
import { hollowRate } from './hollow-rate/check';
import { hollowReason } from './hollow-reason/check';
import { kindMismatch } from './kind-mismatch/check';
import { levelSplit } from './level-split/check';
import { levelWeight } from './level-weight/check';
import { metNotFull } from './met-not-full/check';
import { moneyAhead } from './money-ahead/check';
import { nameMissing } from './name-missing/check';
import { numberAsText } from './number-as-text/check';
import { over100Percent } from './over-100-percent/check';
import { overAchieved } from './over-achieved/check';
import { overspent } from './overspent/check';
import { partRowScored } from './part-row-scored/check';
import { qualitativeBand } from './qualitative-band/check';
import { reasonMissing } from './reason-missing/check';
import { resultWithoutInput } from './result-without-input/check';
import { rubricClauses } from './rubric-clauses/check';
import { rubricScore } from './rubric-score/check';
import { scoreMissing } from './score-missing/check';
import { scoreNotComputed } from './score-not-computed/check';
import { scoreOverWeight } from './score-over-weight/check';
import { scoreRateGap } from './score-rate-gap/check';
import { scoreTotal } from './score-total/check';
import { signConflict } from './sign-conflict/check';
import { targetMissing } from './target-missing/check';
import { templateText } from './template-text/check';
import { totalCap } from './total-cap/check';
import { totalTypedOver } from './total-typed-over/check';
import { unfinishedFullScore } from './unfinished-full-score/check';
import { unitAllFull } from './unit-all-full/check';
import { unitMismatch } from './unit-mismatch/check';
import { unmetFullScore } from './unmet-full-score/check';
import { weightInvalid } from './weight-invalid/check';
import { weightTotal } from './weight-total/check';
import { wordedTargets } from './worded-targets/check';
import { zeroTarget } from './zero-target/check';

const REGISTRY: Readonly<Record<CheckId, Check>> = {
  'column-missing': columnMissing,
  'actual-missing': actualMissing,
  'score-missing': scoreMissing,
  'target-missing': targetMissing,
  'weight-invalid': weightInvalid,
  'template-text': templateText,
  'goal-not-stated': goalNotStated,
  'number-as-text': numberAsText,
  'formula-error': formulaError,
  'duplicate-indicator': duplicateIndicator,
  'heavy-indicator': heavyIndicator,
  'form-blank': formBlank,
  'name-missing': nameMissing,
  'head-missing': headMissing,
  'weight-total': weightTotal,
  'level-weight': levelWeight,
  'score-total': scoreTotal,
  'score-over-weight': scoreOverWeight,
  'grade-band': gradeBand,
  'level-split': levelSplit,
  'total-typed-over': totalTypedOver,
  'total-cap': totalCap,
  'execution-rate': executionRate,
  'execution-score': executionScore,
  'funds-sum': fundsSum,
  overspent,
  'execution-unexplained': executionUnexplained,
  'budget-adjusted': budgetAdjusted,
  'part-row-scored': partRowScored,
  'result-without-input': resultWithoutInput,
  'exec-counted-twice': execCountedTwice,
  'money-ahead': moneyAhead,
  'unmet-full-score': unmetFullScore,
  'score-not-computed': scoreNotComputed,
  'met-not-full': metNotFull,
  'reason-missing': reasonMissing,
  'over-achieved': overAchieved,
  'qualitative-band': qualitativeBand,
  'actual-is-bound': actualIsBound,
  'copied-actual': copiedActual,
  'kind-mismatch': kindMismatch,
  'unit-mismatch': unitMismatch,
  'zero-target': zeroTarget,
  'deadline-missed': deadlineMissed,
  'sign-conflict': signConflict,
  'class-mismatch': classMismatch,
  'score-rate-gap': scoreRateGap,
  'all-full': allFull,
  'rubric-score': rubricScore,
  'rubric-clauses': rubricClauses,
  'over-100-percent': over100Percent,
  'figure-in-words': figureInWords,
  'doubled-indicator': doubledIndicator,
  'unfinished-full-score': unfinishedFullScore,
  'hollow-reason': hollowReason,
  'hollow-rate': hollowRate,
  'worded-targets': wordedTargets,
  'goal-against-row': goalAgainstRow,
  'unit-all-full': unitAllFull,
  'copied-between-projects': copiedBetweenProjects,
};

/** Every check, in the order of the codes. */
export const CHECKS: readonly Check[] = Object.values(REGISTRY);

export const checkOf = (id: CheckId): Check => REGISTRY[id];
