/** Keys `check.<id>.` title, message (or message.<variant>), why, fix and basis. */
export const checks: Readonly<Record<string, string>> = {
  'check.column-missing.title': 'A needed column is missing',
  'check.column-missing.message': 'The header has no column for: {expected}.',
  'check.column-missing.why':
    'Without these columns targets cannot be compared and scores cannot be computed.',
  'check.column-missing.fix': 'Add “{expected}” to the header, or say by hand which column it is.',
  'check.column-missing.basis':
    'Columns of the common self-evaluation form (public forms of Langfang 2019 and Chizhou 2022)',
  'check.actual-missing.title': 'No actual value',
  'check.actual-missing.message': '“{name}” carries {weight} points but its 实际完成值 is blank.',
  'check.actual-missing.why': 'Without an actual value the score has nothing to stand on.',
  'check.actual-missing.fix':
    'Fill in the 实际完成值 of “{name}”, or agree with the department to drop the indicator and move its points.',
  'check.actual-missing.basis':
    'Import check of the integrated system: 实际完成值 may not be blank; seen in Tianchang 2022',
  'check.score-missing.title': 'No score',
  'check.score-missing.message': '“{name}” carries {weight} points but its 得分 is blank.',
  'check.score-missing.message.text': 'The 得分 of “{name}” is “{found}”, which is no number.',
  'check.score-missing.why': 'Every row with points counts towards the total.',
  'check.score-missing.fix': 'Fill in the 得分, or take the computed one where there is one.',
  'check.score-missing.basis':
    'Import check of the integrated system: the row score may not be blank; seen in Qingshen 2023',
  'check.target-missing.title': 'No target value',
  'check.target-missing.message': '“{name}” carries {weight} points but its 年度指标值 is blank.',
  'check.target-missing.why': 'Without a target nobody can say whether it was reached.',
  'check.target-missing.fix':
    'Fill in the 年度指标值; where it stands inside the name of the indicator, move it here.',
  'check.target-missing.basis': 'Required field of the integrated system; seen in Tianchang 2022',
  'check.weight-invalid.title': 'Weight is not a positive number',
  'check.weight-invalid.message.zero': 'The 分值 of “{name}” is 0.',
  'check.weight-invalid.message.negative': 'The 分值 of “{name}” is negative: {found}.',
  'check.weight-invalid.message.text': 'The 分值 of “{name}” is “{found}”, which is no number.',
  'check.weight-invalid.message.blank': '“{name}” is filled in but its 分值 is blank.',
  'check.weight-invalid.why': 'The weight says how many points a row is worth.',
  'check.weight-invalid.fix': 'Give it a weight above 0, or do not list it as an indicator.',
  'check.weight-invalid.basis':
    'The integrated system requires weights above zero; seen in Guangshui 2021',
  'check.template-text.title': 'Prompt of the empty form left in',
  'check.template-text.message': 'The prompt “{found}” of the empty form still stands here.',
  'check.template-text.message.name':
    'The name is still the form’s “{found}” although the row is filled in.',
  'check.template-text.message.rows':
    'Unused rows of the empty form are left ({count}), beginning with “{found}”.',
  'check.template-text.why':
    'A left-over prompt is published as if it were content and hides whether the form is complete.',
  'check.template-text.fix': 'Replace it by what it asks for; delete rows that are not used.',
  'check.template-text.basis':
    'Reviewing practice; seen in Qingshen 2023, Langfang 2019, Xuancheng 2021',
  'check.goal-not-stated.title': 'Goal is not stated',
  'check.goal-not-stated.message.number':
    'A goal or its achievement belongs here; there is only “{found}”.',
  'check.goal-not-stated.message.name':
    'A goal or its achievement belongs here; there is only the name of the project, “{found}”.',
  'check.goal-not-stated.message.same':
    'The achievement repeats the goal word for word and does not say what was done.',
  'check.goal-not-stated.why':
    'The goal says what is to be done and how far; the achievement is held against it.',
  'check.goal-not-stated.fix':
    'State in a sentence or two what is to be done, with figures; in the achievement, what was done.',
  'check.goal-not-stated.basis': 'Reviewing practice; seen in Langfang 2019 and Xiaoxian 2023',
  'check.number-as-text.title': 'Number stored as text',
  'check.number-as-text.message': 'The {column} “{found}” is a number stored as text.',
  'check.number-as-text.why': 'A sum formula leaves numbers stored as text out.',
  'check.number-as-text.fix': 'Convert the cells to numbers.',
  'check.number-as-text.basis':
    'Number format check of the integrated system; common in public forms',
  'check.formula-error.title': 'Cell holds an error value',
  'check.formula-error.message':
    'This cell holds the error {found}; no number can be read from it.',
  'check.formula-error.why': 'The error spreads to every total that uses the cell.',
  'check.formula-error.fix': 'Correct the formula or type the value.',
  'check.formula-error.basis': 'Reviewing practice',
  'check.duplicate-indicator.title': 'Indicator listed twice',
  'check.duplicate-indicator.message':
    '“{name}” (年度指标值 {found}) has the same name and target as {other}.',
  'check.duplicate-indicator.message.rubric': '“{name}” repeats the indicator at {other}.',
  'check.duplicate-indicator.why': 'One result earns points twice.',
  'check.duplicate-indicator.fix':
    'Delete one of the rows and give its points to other indicators, or name them apart.',
  'check.duplicate-indicator.basis': 'Reviewing practice',
  'check.weight-total.title': 'Weights do not add up',
  'check.weight-total.message': 'The weights add up to {found}, not {expected}: {difference} off.',
  'check.weight-total.message.funds':
    '{rows} points of indicators and {funds} of the funds make {found}, not {expected}: {difference} off.',
  'check.weight-total.message.printed':
    'The total row prints a weight of {found}; the rows add up to {rows} and the total should be {expected}.',
  'check.weight-total.why': 'The full mark is 100; otherwise totals and grades cannot be compared.',
  'check.weight-total.fix': 'Adjust the weights so that indicators and funds make {expected}.',
  'check.weight-total.basis':
    'Notes of public forms: 50 + 30 + 10 + 10 = 100 (Tianchang 2022, Zhongjiang 2022); sum check of the integrated system',
  'check.level-weight.title': 'Rows do not make up their level’s weight',
  'check.level-weight.message':
    '“{level}” is marked {expected} points but its rows add up to {found}.',
  'check.level-weight.why': 'The weight printed in a level’s name is the sum of its rows.',
  'check.level-weight.fix': 'Make the weight of “{level}” and the sum of its rows agree.',
  'check.level-weight.basis': 'Sum check of the integrated system: children make up their parent',
  'check.score-total.title': 'Total is not the sum of the scores',
  'check.score-total.message':
    'The total says {found}; the rows add up to {expected}: {difference} off.',
  'check.score-total.why': 'The total is the sum of the indicators’ and the funds’ scores.',
  'check.score-total.fix': 'Add up again, or check the rows and set the total to {expected}.',
  'check.score-total.basis': 'Sum rule of a public validator; seen in Zhongjiang 2022',
  'check.score-over-weight.title': 'Score out of range',
  'check.score-over-weight.message': '“{name}” scores {found}, more than its weight of {weight}.',
  'check.score-over-weight.message.negative': 'The score is negative: {found}.',
  'check.score-over-weight.message.bonus':
    '“{name}” scores {found}, more than its weight of {weight}; its 评分标准 grants extra points, so check whether they count towards the total.',
  'check.score-over-weight.message.total': 'The total {found} is above the full mark {weight}.',
  'check.score-over-weight.why': 'A score lies between 0 and the weight.',
  'check.score-over-weight.fix':
    'Set the score between 0 and {weight}; list extra points separately.',
  'check.score-over-weight.basis':
    'The integrated system holds scores to the weight; note of Zhongjiang 2022. Extra points: Tongling 2021',
  'check.grade-band.title': 'Grade does not fit the total',
  'check.grade-band.message': 'A total of {score} is “{expected}”; the form says “{found}”.',
  'check.grade-band.why':
    'The grade follows from the total; 90, 80 and 60 belong to the upper band.',
  'check.grade-band.fix': 'Change the grade to “{expected}”, or check the total.',
  'check.grade-band.basis':
    'Grade division as reported at dz-gczx.com: 优 90–100, 良 80–89, 中 60–79, 差 below 60; the profile decides',
  'check.level-split.title': 'Unusual split between the first levels',
  'check.level-split.message': 'The first levels carry {split}; usual is {usual}.',
  'check.level-split.why': 'The split is common to all forms of a place; a change needs a reason.',
  'check.level-split.fix': 'Check whether your place allows this split; otherwise use {usual}.',
  'check.level-split.basis':
    'Notes of Tianchang 2022 and Zhongjiang 2022: 50 / 30 / 10, to be changed in special cases',
  'check.execution-rate.title': 'Execution rate is wrong',
  'check.execution-rate.message':
    'The 执行率 of “{name}” says {found}; {executed} ÷ {budget} is {expected}.',
  'check.execution-rate.message.rounded':
    'The 执行率 {found} of “{name}” is {expected} rounded or cut; score with {expected}.',
  'check.execution-rate.why': 'The rate decides the score of the funds row.',
  'check.execution-rate.fix': 'Change the rate to {expected}, or check the amounts.',
  'check.execution-rate.basis':
    'Header of the form: 执行率 = 全年执行数(B) ÷ 全年预算数(A) (Tianchang 2022, Zhongjiang 2022)',
  'check.execution-score.title': 'Score of the funds row is wrong',
  'check.execution-score.message':
    '“{name}” scores {found}; rate {rate} × {weight} points is {expected}: {difference} off.',
  'check.execution-score.why': 'The funds row scores rate times weight, at most the weight.',
  'check.execution-score.fix': 'Change the score to {expected}.',
  'check.execution-score.basis':
    'Form of Haidian 2016: rate times weight, at most the weight; same rule in a public validator',
  'check.funds-sum.title': 'Funds do not add up',
  'check.funds-sum.message': '“{name}” is not the sum of its parts: {columns}.',
  'check.funds-sum.why': 'The total is the sum of its parts; a wrong one spoils rate and score.',
  'check.funds-sum.fix': 'Check the total and its parts until they agree.',
  'check.funds-sum.basis':
    'Layout of the funds block (Langfang 2019, Tianchang 2022); seen in Chizhou 2022',
  'check.overspent.title': 'More spent than budgeted',
  'check.overspent.message':
    '“{name}” spent {found}, more than the budget of {budget} by {difference}.',
  'check.overspent.why': 'Spending stays within the budget; a wrong figure or unit is likely.',
  'check.overspent.fix': 'Check both amounts; where the budget was raised, update 全年预算数.',
  'check.overspent.basis': 'Reviewing practice',
  'check.execution-unexplained.title': 'Low execution rate without a reason',
  'check.execution-unexplained.message':
    'The execution rate is {found}, below {expected}, and no reason stands in the table.',
  'check.execution-unexplained.why':
    'It must be said whether money was saved, not yet paid, or the work not done.',
  'check.execution-unexplained.fix':
    'Explain the low rate and what will be done, in the reason column or a remark.',
  'check.execution-unexplained.basis':
    'Sichuan form: rates below 90 % are explained (Qingshen 2023); the integrated system warns below 80 %',
  'check.budget-adjusted.title': 'Budget changed without a reason',
  'check.budget-adjusted.message.raised':
    '“{name}” was raised from {expected} to {found}, by {share}, without a reason.',
  'check.budget-adjusted.message.lowered':
    '“{name}” was lowered from {expected} to {found}, by {share}, without a reason.',
  'check.budget-adjusted.message.zero':
    '“{name}” began the year at 0 and has {found}, without a reason.',
  'check.budget-adjusted.why': 'A large change alters what the execution rate means.',
  'check.budget-adjusted.fix': 'Say why and on what ground the budget was changed.',
  'check.budget-adjusted.basis':
    'Sichuan form: changes during the year are explained (Qingshen 2023); 10 % is reviewing practice',
  'check.part-row-scored.title': 'A part of the funds carries points',
  'check.part-row-scored.message': '“{name}” is a part of the total but carries {found} points.',
  'check.part-row-scored.why': 'Only the total row is scored; a part would count twice.',
  'check.part-row-scored.fix': 'Delete the weight and score of the part, or put “-”.',
  'check.part-row-scored.basis':
    'Funds block of the form: parts show “-” or “/” (Tianchang 2022, Qingshen 2023)',
  'check.unmet-full-score.title': 'Target missed, full score',
  'check.unmet-full-score.message':
    '“{name}”: target {target}, actual {actual}, {rate} done, yet the full {found} points; {expected} are due.',
  'check.unmet-full-score.message.uncomputed':
    '“{name}”: target {target}, actual {actual}; the target is missed, yet the full {found} points.',
  'check.unmet-full-score.why':
    'A missed target does not earn full points; a reason only explains the loss.',
  'check.unmet-full-score.fix': 'Lower the score to what was done and give the reason.',
  'check.unmet-full-score.basis':
    'Scoring column of Haidian 2016: below the target in proportion; same in the integrated system and a public validator',
  'check.score-not-computed.title': 'Score does not follow from the result',
  'check.score-not-computed.message':
    '“{name}”: target {target}, actual {actual}; {expected} points are due, {found} are filled in: {difference} off.',
  'check.score-not-computed.message.rubric':
    'By the deductions its reason names, "{name}" scores {expected}; {found} is filled in, {difference} off.',
  'check.score-not-computed.why': 'A missed numeric target scores in proportion.',
  'check.score-not-computed.fix':
    'Change the score to {expected}, or say which other method was used.',
  'check.score-not-computed.basis':
    'Scoring column of Haidian 2016: B/A or A/B times the weight; reverse targets by profile',
  'check.met-not-full.title': 'Target met, less than full score',
  'check.met-not-full.message':
    '“{name}”: target {target}, actual {actual}; the target is met but it has {found} of {expected} points and no reason.',
  'check.met-not-full.why': 'A met target earns full points; any other deduction needs a reason.',
  'check.met-not-full.fix': 'Give the full {expected}, or state the reason.',
  'check.met-not-full.basis':
    'The integrated system asks a reason below full score; seen in Lijiang 2020',
  'check.reason-missing.title': 'No reason given',
  'check.reason-missing.message.lost':
    '“{name}” has {score} of {weight} points and no reason for the loss.',
  'check.reason-missing.message.unmet':
    '“{name}”: target {target}, actual {actual}; the target is missed and no reason is given.',
  'check.reason-missing.why':
    'Lost points and missed targets are explained, with what will be done.',
  'check.reason-missing.fix': 'Write the reason and the measure; “无” is none.',
  'check.reason-missing.basis':
    'Import check of the integrated system: a reason below full score; same in a public validator',
  'check.over-achieved.title': 'Far above the target',
  'check.over-achieved.message':
    '“{name}”: target {expected}, actual {found}, {rate} done, {threshold} or more.',
  'check.over-achieved.message.unexplained':
    '“{name}”: target {expected}, actual {found}, {rate} done, {threshold} or more, without a reason.',
  'check.over-achieved.why': 'Far above often means a target set too low or a wrong figure.',
  'check.over-achieved.fix':
    'Check both figures; if right, say why. The score stays at the weight.',
  'check.over-achieved.basis':
    'The integrated system marks 120 %; Guangxi asks a reason from 130 %. No common deduction was found',
  'check.qualitative-band.title': 'Score outside the band of its wording',
  'check.qualitative-band.message.high':
    '“{name}” is “{actual}”, which admits {from} to less than {to} points; {found} is too high.',
  'check.qualitative-band.message.low':
    '“{name}” is “{actual}”, which admits {from}–{to} points; {found} is too low.',
  'check.qualitative-band.why':
    'Qualitative indicators score in three bands: reached, partly reached, not reached.',
  'check.qualitative-band.fix': 'Score inside the band, or word the result as it was.',
  'check.qualitative-band.basis':
    'Note of Zhongjiang 2022: 100–80 % incl., 80–60 % incl., 60–0 %; same in the integrated system',
  'check.actual-is-bound.title': 'Actual value is a bound',
  'check.actual-is-bound.message': 'The 实际完成值 of “{name}” is “{found}”, not a figure.',
  'check.actual-is-bound.why':
    'An actual value is counted or measured; only a target can be a bound.',
  'check.actual-is-bound.fix': 'Write the figure itself, e.g. 268米 or 96%.',
  'check.actual-is-bound.basis': 'Reviewing practice; seen in Zhongjiang 2022 and Huangshi 2022',
  'check.copied-actual.title': 'Actual values copied from the targets',
  'check.copied-actual.message':
    'All {count} numeric indicators have an 实际完成值 that repeats the 年度指标值 to the letter.',
  'check.copied-actual.why': 'A copy does not show what was done.',
  'check.copied-actual.fix':
    'Fill in what was counted; where all really agree, keep the evidence ready.',
  'check.copied-actual.basis': 'A known complaint of reviewers; seen in Zhongjiang 2022',
  'check.kind-mismatch.title': 'Target and actual are of different kinds',
  'check.kind-mismatch.message.worded':
    'The target of “{name}” is a figure, “{expected}”; the actual value is worded, “{found}”.',
  'check.kind-mismatch.message.figured':
    'The target of “{name}” is worded, “{expected}”; the actual value is a figure, “{found}”.',
  'check.kind-mismatch.why': 'A figure and a wording cannot be compared.',
  'check.kind-mismatch.fix':
    'Answer a figure with a figure, and a wording with how far it was reached.',
  'check.kind-mismatch.basis':
    'The integrated system wants figures for numeric indicators; seen in Daying 2023 and Caidian 2021',
  'check.unit-mismatch.title': 'Units do not agree',
  'check.unit-mismatch.message':
    'The target of “{name}” is “{expected}”, the actual value “{found}”: the units do not convert.',
  'check.unit-mismatch.message.money':
    'The target of “{name}” is “{expected}”, the actual value “{found}”: 元 and 万元 may be confused.',
  'check.unit-mismatch.why':
    'Figures of different units cannot be compared; 元 and 万元 are a factor of 10,000 apart.',
  'check.unit-mismatch.fix': 'Write both in one unit.',
  'check.unit-mismatch.basis': 'Reviewing practice; Chizhou 2022, Lijiang 2020',
  'check.zero-target.title': 'Ratio asked of a target of zero',
  'check.zero-target.message.bare':
    'The target of "{name}" is only {found}, without "=", so no ratio can be computed.',
  'check.zero-target.message':
    'The target of “{name}” is “{found}”; no ratio can be computed from it.',
  'check.zero-target.why': 'The rate divides by the target.',
  'check.zero-target.fix': 'Give a target above 0; where nothing may happen write =0 or 0起.',
  'check.zero-target.basis': 'A public validator says the same of a target of 0',
  'check.deadline-missed.title': 'After the deadline, or no date',
  'check.deadline-missed.message':
    '“{name}” was due {expected} and done {found}, after the deadline.',
  'check.deadline-missed.message.undated':
    '“{name}” was due {expected}; the actual value “{found}” has no date.',
  'check.deadline-missed.why': 'A time indicator is judged by its date.',
  'check.deadline-missed.fix':
    'Write the date it was done; where late, give the reason and lower the score.',
  'check.deadline-missed.basis': 'Reviewing practice; what time indicators are for',
  'check.sign-conflict.title': 'Sign contradicts the direction',
  'check.sign-conflict.message.column-positive':
    '“{name}” is marked 正向, yet its target reads “{found}”.',
  'check.sign-conflict.message.column-reverse':
    '“{name}” is marked 反向, yet its target reads “{found}”.',
  'check.sign-conflict.message.name-positive':
    'By its name “{name}” should be high, yet its target reads “{found}”.',
  'check.sign-conflict.message.name-reverse':
    'By its name “{name}” should stay below a limit, yet its target reads “{found}”.',
  'check.sign-conflict.why': 'With the wrong sign met and missed change places.',
  'check.sign-conflict.fix': 'Check the sign; “{expected}” is likely.',
  'check.sign-conflict.basis':
    'Note of the common form: positive and reverse indicators are scored apart; sign classes of the integrated system',
  'check.class-mismatch.title': 'Indicator in the wrong class',
  'check.class-mismatch.message.rate': '“{name}” is a rate but stands under “{level}”.',
  'check.class-mismatch.message.satisfaction':
    '“{name}” is satisfaction but stands under “{level}”.',
  'check.class-mismatch.message.cost': '“{name}” is a cost but stands under “{level}”.',
  'check.class-mismatch.message.harm':
    '“{name}” counts accidents or harm but stands under “{level}”.',
  'check.class-mismatch.message.money':
    '“{name}” is money put in, no output, but stands under “{level}”.',
  'check.class-mismatch.message.level':
    '“{name}” stands under “{level}” but belongs to another first level.',
  'check.class-mismatch.why':
    'In the wrong class the levels’ points do not show output and effect.',
  'check.class-mismatch.fix': 'Move it to the class it belongs to, or choose another indicator.',
  'check.class-mismatch.basis':
    'Second levels of the common form; reviewing practice. Seen in Qingshen 2023, Hengshan 2020, Caidian 2021, Langfang 2019',
  'check.heavy-indicator.title': 'One indicator weighs too much',
  'check.heavy-indicator.message':
    '“{name}” alone carries {found} points, {share} or more of the total {total}.',
  'check.heavy-indicator.why': 'One heavy indicator hides the others.',
  'check.heavy-indicator.fix': 'Consider splitting it or sharing its points out.',
  'check.heavy-indicator.basis': 'Reviewing practice; seen in Qingshen 2023 and Daying 2023',
  'check.score-rate-gap.title': 'Scores far above the execution rate',
  'check.score-rate-gap.message':
    'The indicators have {score} of {weight} points, {found}, while only {expected} was executed: the gap is above {limit} of the score rate.',
  'check.score-rate-gap.why': 'Work nearly all done with money unspent needs a look.',
  'check.score-rate-gap.fix': 'Check the actual values and scores; where money was saved, say so.',
  'check.score-rate-gap.basis':
    'Warning of the integrated system: (score rate − execution rate) ÷ score rate above 5 %',
  'check.all-full.title': 'Everything at full score',
  'check.all-full.message': 'All {count} indicators have full points, total {found}.',
  'check.all-full.why': 'Reviewers look at such forms first.',
  'check.all-full.fix':
    'Check the actual values and the evidence once more; if all is done, leave it.',
  'check.all-full.basis': 'A known complaint of reviewers: inflated self-scores',
};
