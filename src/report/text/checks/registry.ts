// Written by `npm run docs` from the folders beside it. Not to be edited by hand.
import type { ReportTextCheck } from '../check';
import type { ReportCheck } from '../report-finding';
import { achievementDiffers } from './achievement-differs/check';
import { amountNotShare } from './amount-not-share/check';
import { amountOverBudget } from './amount-over-budget/check';
import { balanceDiffers } from './balance-differs/check';
import { budgetDiffers } from './budget-differs/check';
import { changeNotFigures } from './change-not-figures/check';
import { contradictionBalance } from './contradiction-balance/check';
import { contradictionCompletion } from './contradiction-completion/check';
import { contradictionPayment } from './contradiction-payment/check';
import { contradictionProblems } from './contradiction-problems/check';
import { contradictionTime } from './contradiction-time/check';
import { dateImpossible } from './date-impossible/check';
import { datesOutOfOrder } from './dates-out-of-order/check';
import { departmentDiffers } from './department-differs/check';
import { enumerationOrder } from './enumeration-order/check';
import { figureYear } from './figure-year/check';
import { filledTooEarly } from './filled-too-early/check';
import { fullScoreUnmet } from './full-score-unmet/check';
import { futureAsEvidence } from './future-as-evidence/check';
import { goalDiffers } from './goal-differs/check';
import { gradeDiffers } from './grade-differs/check';
import { gradeNotScore } from './grade-not-score/check';
import { headingMissingAnalysis } from './heading-missing-analysis/check';
import { headingMissingConclusion } from './heading-missing-conclusion/check';
import { headingMissingOverview } from './heading-missing-overview/check';
import { headingMissingProblems } from './heading-missing-problems/check';
import { headingNumbering } from './heading-numbering/check';
import { headingStyle } from './heading-style/check';
import { highScoreLowRate } from './high-score-low-rate/check';
import { indicatorDiffers } from './indicator-differs/check';
import { levelScoreDiffers } from './level-score-differs/check';
import { lowRateUnexplained } from './low-rate-unexplained/check';
import { lowRateUnstated } from './low-rate-unstated/check';
import { marginDiffers } from './margin-differs/check';
import { marginUnread } from './margin-unread/check';
import { marksUnpaired } from './marks-unpaired/check';
import { mixedRounding } from './mixed-rounding/check';
import { nothingCompared } from './nothing-compared/check';
import { partialPeriod } from './partial-period/check';
import { partsNotTotal } from './parts-not-total/check';
import { placeholderLeft } from './placeholder-left/check';
import { priorYearAward } from './prior-year-award/check';
import { productNotAmount } from './product-not-amount/check';
import { projectDiffers } from './project-differs/check';
import { rateAboveHundred } from './rate-above-hundred/check';
import { rateDiffers } from './rate-differs/check';
import { repeatedSentence } from './repeated-sentence/check';
import { rowScoreDiffers } from './row-score-differs/check';
import { sameFactTwoValues } from './same-fact-two-values/check';
import { scoreAboveFull } from './score-above-full/check';
import { scoreDeduction } from './score-deduction/check';
import { scoreDespiteUnspent } from './score-despite-unspent/check';
import { scoreTwoValues } from './score-two-values/check';
import { shareNotRatio } from './share-not-ratio/check';
import { sharesTotal } from './shares-total/check';
import { shortfallCalledDone } from './shortfall-called-done/check';
import { spendingDiffers } from './spending-differs/check';
import { staleDate } from './stale-date/check';
import { strayMarks } from './stray-marks/check';
import { targetDiffers } from './target-differs/check';
import { templateResidue } from './template-residue/check';
import { titleYear } from './title-year/check';
import { totalDiffers } from './total-differs/check';
import { truncatedSentence } from './truncated-sentence/check';
import { twoDenominators } from './two-denominators/check';
import { unitDiffers } from './unit-differs/check';
import { unitSuspect } from './unit-suspect/check';
import { wordDoubled } from './word-doubled/check';
import { yearDiffers } from './year-differs/check';

const REGISTRY: Readonly<Record<ReportCheck, ReportTextCheck>> = {
  'heading-numbering': headingNumbering,
  'heading-style': headingStyle,
  'heading-missing-overview': headingMissingOverview,
  'heading-missing-analysis': headingMissingAnalysis,
  'heading-missing-problems': headingMissingProblems,
  'heading-missing-conclusion': headingMissingConclusion,
  'share-not-ratio': shareNotRatio,
  'mixed-rounding': mixedRounding,
  'shares-total': sharesTotal,
  'parts-not-total': partsNotTotal,
  'same-fact-two-values': sameFactTwoValues,
  'figure-year': figureYear,
  'partial-period': partialPeriod,
  'future-as-evidence': futureAsEvidence,
  'prior-year-award': priorYearAward,
  'two-denominators': twoDenominators,
  'low-rate-unexplained': lowRateUnexplained,
  'low-rate-unstated': lowRateUnstated,
  'high-score-low-rate': highScoreLowRate,
  'score-despite-unspent': scoreDespiteUnspent,
  'amount-over-budget': amountOverBudget,
  'contradiction-completion': contradictionCompletion,
  'contradiction-payment': contradictionPayment,
  'repeated-sentence': repeatedSentence,
  'truncated-sentence': truncatedSentence,
  'stray-marks': strayMarks,
  'placeholder-left': placeholderLeft,
  'enumeration-order': enumerationOrder,
  'amount-not-share': amountNotShare,
  'change-not-figures': changeNotFigures,
  'product-not-amount': productNotAmount,
  'balance-differs': balanceDiffers,
  'rate-above-hundred': rateAboveHundred,
  'score-above-full': scoreAboveFull,
  'score-two-values': scoreTwoValues,
  'score-deduction': scoreDeduction,
  'grade-not-score': gradeNotScore,
  'title-year': titleYear,
  'date-impossible': dateImpossible,
  'dates-out-of-order': datesOutOfOrder,
  'filled-too-early': filledTooEarly,
  'stale-date': staleDate,
  'unit-suspect': unitSuspect,
  'shortfall-called-done': shortfallCalledDone,
  'full-score-unmet': fullScoreUnmet,
  'contradiction-balance': contradictionBalance,
  'contradiction-problems': contradictionProblems,
  'contradiction-time': contradictionTime,
  'marks-unpaired': marksUnpaired,
  'word-doubled': wordDoubled,
  'template-residue': templateResidue,
  'margin-differs': marginDiffers,
  'margin-unread': marginUnread,
  'total-differs': totalDiffers,
  'grade-differs': gradeDiffers,
  'project-differs': projectDiffers,
  'department-differs': departmentDiffers,
  'unit-differs': unitDiffers,
  'year-differs': yearDiffers,
  'budget-differs': budgetDiffers,
  'spending-differs': spendingDiffers,
  'rate-differs': rateDiffers,
  'indicator-differs': indicatorDiffers,
  'target-differs': targetDiffers,
  'row-score-differs': rowScoreDiffers,
  'level-score-differs': levelScoreDiffers,
  'achievement-differs': achievementDiffers,
  'goal-differs': goalDiffers,
  'nothing-compared': nothingCompared,
};

/** Every check of a report's text. */
export const REPORT_TEXT_CHECKS: readonly ReportTextCheck[] = Object.values(REGISTRY);
