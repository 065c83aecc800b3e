import type { ScoringKey } from '../zh-CN/scoring';

/** Keys `scoring.` … : one sentence on how a row's score came about. */
export const scoring: Readonly<Record<ScoringKey, string>> = {
  'scoring.positive.met':
    'Actual {actual} reaches the target {target} (achievement {rate}): full marks, {score} points',
  'scoring.positive.over':
    'Actual {actual} exceeds the target {target} (achievement {rate}): capped at full marks, {score} points',
  'scoring.positive.over-deducted':
    'Actual {actual} is past the target {target} ({rate}); from {from} the profile takes {points} points, which leaves {score}',
  'scoring.positive.unmet':
    'Achievement {done} ÷ {due} = {rate}; {weight} × {rate} = {score} points',
  'scoring.positive.below-floor':
    'Achievement {done} ÷ {due} = {rate} is below the floor of {floor}: 0 points',
  'scoring.reverse.met':
    'Actual {actual} does not exceed the target {target}: full marks, {score} points',
  'scoring.reverse.met-by-name':
    'Actual {actual} does not exceed the target {target}; less is better by its name (a house rule; you may choose the direction): full marks, {score} points',
  'scoring.reverse-ratio.unmet':
    'Actual {actual} exceeds the target {target}; less is better, so {due} ÷ {done} = {rate} counts: {weight} × {rate} = {score} points',
  'scoring.reverse-ratio.unmet-by-name':
    'Actual {actual} exceeds the target {target}; less is better by its name (a house rule; you may choose the direction), so {due} ÷ {done} = {rate} counts: {weight} × {rate} = {score} points',
  'scoring.reverse-linear.unmet':
    'Actual {actual} exceeds the target {target}; less is better, and the excess leaves {rate}: {weight} × {rate} = {score} points',
  'scoring.reverse-linear.unmet-by-name':
    'Actual {actual} exceeds the target {target}; less is better by its name (a house rule; you may choose the direction), and the excess leaves {rate}: {weight} × {rate} = {score} points',
  'scoring.reverse-zero.unmet':
    'Actual {actual} exceeds the target {target}; less is better, and any excess scores nothing',
  'scoring.reverse-zero.unmet-by-name':
    'Actual {actual} exceeds the target {target}; less is better by its name (a house rule; you may choose the direction), and any excess scores nothing',
  'scoring.equal.zero-met':
    'The target is {target} and the actual {actual}: nothing happened, full marks, {score} points',
  'scoring.equal.zero-unmet': 'The target is {target} and the actual {actual} is above 0: 0 points',
  'scoring.equal.exact-unmet':
    'Actual {actual} is not equal to the target {target}: 0 points by the profile',
  'scoring.range.met':
    'Actual {actual} lies within the target {target}: full marks, {score} points',
  'scoring.range.better':
    'The result {actual} is better than the range {target}: full marks, {score} points (a house rule; you may choose the direction)',
  'scoring.range.above':
    'The result {actual} is above the range {target}: whether that is better, a person judges',
  'scoring.met-bound': 'Actual {actual} reaches the target {target}: full marks, {score} points',
  'scoring.words-missed':
    'target {target} was not reached with {actual}; nothing says how many points that costs, so a person scores it',
  'scoring.strict-equal':
    'Actual {actual} is exactly the target {target}, which asks for strictly more or less: not met, a person must judge',
  'scoring.zero-target':
    'The target {target} is 0, so no achievement can be computed: a person must judge',
  'scoring.negative-target':
    'The target {target} is negative, so no achievement can be computed: a person must judge',
  'scoring.deadline.met': 'Finished {actual}, not later than {target}: full marks, {weight} points',
  'scoring.deadline.missed':
    'Finished {actual}, later than {target}; no rule says what that costs: a person must judge',
  'scoring.deadline.judged':
    'The target {target} is a date, and the actual {actual} does not tell which came first: a person must judge',
  'scoring.qualitative.band':
    'Judged by a person: the wording “{actual}” admits {share} of the weight, {from}–{to} points',
  'scoring.qualitative.unknown':
    'Judged by a person: the wording “{actual}” is not a usual one and admits {from}–{to} points',
  'scoring.rubric.judged': 'Judged by a person against the rubric, {weight} points at most',
  'scoring.rubric.read': '“{rule}”; {fact}; {sum}{score} points',
  'scoring.rubric.over':
    '“{rule}”; {fact}: {distance} percentage points over, {lost} points taken, {sum}{score} points',
  'scoring.rubric.under':
    '“{rule}”; {fact}: {distance} percentage points short, {lost} points taken, {sum}{score} points',
  'scoring.rubric.lost': '“{rule}”; {fact}: {lost} points taken, {sum}{score} points',
  'scoring.rubric.clauses':
    'Judged by a person against the rubric: {clauses}; between {low} and {high} points',
  'scoring.rubric.range':
    '“{rule}”; {fact}; the rule does not say which, and both readings are right: {low}–{high} points, for a person to judge',
  'scoring.rubric.deducted':
    'The row names {deducted} points of deduction: {weight} − {deducted}, {score} points',
  'scoring.not-applicable-full':
    'Not applicable: by the profile nothing is taken off, {weight} points',
  'scoring.not-applicable-rescaled':
    'Not applicable: left out by the profile, and the other rows are put on the full scale',
  'scoring.no-actual': 'No actual value is given, so no score is computed',
  'scoring.not-applicable':
    'The target or the actual value says “not applicable” (“—”, “/”), so no score is computed',
  'scoring.no-target': 'No target is given; a person must judge the actual {actual}',
  'scoring.rough-target':
    'The target {target} is a rough figure and no bound: a person must judge whether {actual} meets it',
  'scoring.open-direction':
    'The target {target} does not say whether more or less is better: a person must judge {actual}; choose the direction, or write ≥ or ≤',
  'scoring.merged-points':
    'Several rows share these {weight} points, and {name} at {actual} fell short: a person must judge how they are parted',
  'scoring.no-weight': 'The row has no valid weight, so no score is computed',
  'scoring.no-weight-rate':
    'The row has no valid weight, so no score is computed; achievement {rate}',
  'scoring.no-weight-column': 'The table has no weights, so no score is computed',
  'scoring.no-weight-column-rate':
    'The table has no weights, so no score is computed; achievement {rate}',
  'scoring.misread-target':
    'The target {target} is beyond reason and looks misread (“≥90%” as “290%”): check the original, a person must judge',
  'scoring.beyond-whole':
    'Actual {actual} is above 100%, which no such share can be; a person judges the score',
  'scoring.units':
    'The units of target {target} and actual {actual} cannot be converted: a person must judge',
  'scoring.kinds':
    'The target {target} is a figure and the actual “{actual}” is not: a person must judge',
  'scoring.budget.scored':
    'Execution rate {executed} ÷ {budget} = {rate}; {weight} × {rate} = {score} points',
  'scoring.budget.capped':
    'Execution rate {executed} ÷ {budget} = {rate} is above 100 %: capped at full marks, {score} points',
  'scoring.budget.tiered':
    'Execution rate {executed} ÷ {budget} = {rate}; of {weight} points the tiers of the profile or the note give {score}',
  'scoring.budget.stepped':
    'Execution rate {executed} ÷ {budget} = {rate}; of {weight} points the profile or the note gives {low} to {high}, for it does not say how part of a percentage point counts',
  'scoring.budget.no-weight':
    'Execution rate {executed} ÷ {budget} = {rate}; the total row has no weight, so no score is computed',
  'scoring.budget.no-rate':
    'The total row lacks a usable budget or execution figure, so no rate can be computed',
};
